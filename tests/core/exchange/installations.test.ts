// Rules 4, 5 and 17 between agencies in memory: clocks that are wrong, installations that are restored, copied, new, newer.
import { afterEach, describe, expect, test } from 'vitest';
import { registry } from '../../../electron/core/entities.ts';
import { currentPeer, hear, type Peer } from '../../../electron/core/exchange/receiving/peers.ts';
import { streamEnd } from '../../../electron/core/exchange/sealing/store.ts';
import { person } from '../../../electron/core/directory/tables.ts';
import { meeting } from '../../../electron/core/meetings/tables.ts';
import { createLedger } from '../../../electron/core/ledger/ledger.ts';
import {
  batchOf,
  linesOf,
  mergeAt,
  packFor,
  passOn,
  shareWith,
  stampOf,
  trust,
  trustAll,
  type Party,
} from '../../fixtures/parties.ts';
import {
  count,
  createMeeting,
  group,
  hold,
  kinds,
  makeGroup,
  rename,
  titles,
  withBatches,
} from '../../fixtures/partyMeetings.ts';
import { everything } from '../../fixtures/ledger.ts';

const { clock, copyOf, now, pair, party, star, end } = createMeeting();
afterEach(end);

test('rule 4: what comes from a year ahead is set aside, named, and moves no clock; it is taken when its time comes', () => {
  let shift = 0;
  const b = party('b');
  const a = party('a', () => now() + shift);
  trustAll([a, b]);
  makeGroup(a, [b.agencyId]);
  passOn(a, b);
  hold(a, 'Вчасно');
  shift = 365 * 86_400_000;
  const early = hold(a, 'Через рік');
  const { reception, troubles } = passOn(a, b);
  expect(reception.ahead.length).toBeGreaterThan(0);
  expect(reception.ahead.every(({ row }) => row === early)).toBe(true);
  expect(troubles).toMatchObject([{ code: 'clockAhead' }]);
  expect(titles(b)).toEqual(['Вчасно']);
  hold(b, 'Тим часом');
  expect(Number(b.ledger.lastClock().slice(0, 15))).toBeLessThan(clock.time + 86_400_000);
  // Counted as here (rule 16): it waits, it need not come again.
  passOn(b, a);
  expect(packFor(a, b).batches).toEqual([]);
  clock.time += 365 * 86_400_000;
  b.ledger.retryWaiting();
  expect(titles(b)).toEqual(['Вчасно', 'Тим часом', 'Через рік']);
});

test('rule 4: what waits for its time still goes to another group that knows the person, once it is taken', () => {
  let shift = 0;
  const [a, o, b] = [party('a', () => now() + shift), party('c'), party('b')];
  for (const each of [a, b]) trustAll([each, o]);
  makeGroup(o, [a.agencyId]);
  makeGroup(o, [b.agencyId], 'group-2');
  const known = o.ledger.write(o.author, { label: 'test' }, (w) => {
    const chairId = w.insert(person, { surname: 'Член', givenName: 'Перший' });
    for (const groupId of [group, 'group-2']) w.insert(meeting, { groupId, title: groupId, chairId });
    return chairId;
  });
  for (const each of [a, b]) passOn(o, each);
  shift = 365 * 86_400_000;
  a.ledger.write(a.author, { label: 'test' }, (w) => w.update(person, known, { givenName: 'Другий' }));
  passOn(a, o);
  expect(count(o, 'change_waiting')).toBe(1);
  passOn(o, b);
  clock.time += 365 * 86_400_000;
  o.ledger.retryWaiting();
  passOn(o, b);
  const nameAt = ({ sqlite }: Party) => sqlite.prepare('SELECT givenName FROM person WHERE id = ?').pluck().get(known);
  expect([nameAt(o), nameAt(b)]).toEqual(['Другий', 'Другий']);
});

test('rule 16: what a partner says when its clock is right again counts, also after words from a year ahead', () => {
  const { a, b } = pair();
  const word = (year: number, upto: number): Peer => ({
    agencyId: b.agencyId,
    incarnation: b.ledger.device,
    heardAt: new Date(now() + year * 365 * 86_400_000).toISOString(),
    have: { [a.ledger.device]: { [group]: upto } },
    wants: [],
  });
  const heard = () => currentPeer(a, b.agencyId, a.ledger.device)?.have[a.ledger.device]?.[group];
  hear(a, word(1, 1), [], new Date(now()).toISOString());
  clock.time += 1000;
  hear(a, word(0, 2), [], new Date(now()).toISOString());
  expect(heard()).toBe(2);
});

describe('rule 17: restored, copied, new', () => {
  test('a partner restored from a backup says less, is named, and gets again what it lost, also its own', () => {
    const { a, b } = pair();
    const id = hold(a, 'До копії');
    passOn(a, b);
    passOn(b, a);
    const backup = a.sqlite.serialize();
    rename(a, id, 'Після копії');
    hold(a, 'Втрачене');
    passOn(a, b);
    hold(b, 'Від партнера');
    passOn(b, a);
    const restored = copyOf(a, 'd', backup);
    hold(restored, 'Після відновлення');
    const sent = packFor(restored, b);
    expect(sent.manifest.have[a.ledger.device]?.[group]).toBeLessThan(streamEnd(b, a.ledger.device, group));
    const { troubles } = mergeAt(b, sent);
    expect(troubles).toContainEqual({ code: 'restored', params: { name: a.agencyId } });
    const back = packFor(b, restored);
    expect(back.manifest.streams.map(({ device }) => device)).toContain(a.ledger.device);
    mergeAt(restored, back);
    expect(titles(restored)).toEqual(['Втрачене', 'Від партнера', 'Після відновлення', 'Після копії']);
    expect(everything(restored)['meeting']).toEqual(everything(b)['meeting']);
    // From now on its word counts as before.
    passOn(restored, b);
    expect(packFor(b, restored).batches).toEqual([]);
  });

  test('our own lost batches come back through a third that got them passed on', () => {
    const { a, o, b } = star();
    trust(b, a.keys);
    trust(a, b.keys);
    const backup = a.sqlite.serialize();
    hold(a, 'Втрачене в обох');
    passOn(a, o);
    passOn(o, b);
    shareWith(b, group, [a.agencyId]);
    const restored = copyOf(a, 'd', backup);
    shareWith(restored, group, [b.agencyId]);
    expect(kinds(passOn(b, restored))).toContain('merged');
    expect(titles(restored)).toEqual(['Втрачене в обох']);
  });

  test('a second computer of one’s own agency: a copy of the file, exchange with oneself', () => {
    const { a, b } = pair();
    shareWith(a, group, [a.agencyId]);
    hold(a, 'До копії');
    const second = copyOf(a, 'd');
    const id = hold(a, 'На першому');
    hold(second, 'На другому');
    passOn(a, second);
    rename(second, id, 'На першому, виправлено');
    passOn(second, a);
    passOn(a, second);
    const all = ['До копії', 'На другому', 'На першому, виправлено'];
    for (const one of [a, second]) expect(titles(one)).toEqual(all);
    expect(everything(second)).toEqual(everything(a));
    expect(packFor(second, a).batches).toEqual([]);
    // The partner takes both computers for one agency.
    passOn(a, b);
    hold(second, 'Ще');
    passOn(second, b);
    expect(titles(b)).toEqual([...all, 'Ще'].toSorted());
  });

  test('a newcomer gets everything, also what others made long ago; a lost package does no harm', () => {
    const { a, o, b } = star();
    trust(b, a.keys);
    hold(a, 'Перше');
    passOn(a, o);
    hold(b, 'Друге');
    passOn(b, o);
    const late = party('d');
    trust(o, late.keys);
    for (const each of [o, a, b]) trust(late, each.keys);
    shareWith(o, group, [late.agencyId]);
    packFor(o, late);
    passOn(o, late);
    expect(titles(late)).toEqual(['Друге', 'Перше']);
    hold(late, 'Третє');
    passOn(late, o);
    expect(titles(o)).toEqual(['Друге', 'Перше', 'Третє']);
    expect(everything(late)['meeting']).toEqual(everything(o)['meeting']);
  });
});

test('rule 5: an entity, a field and a value of a newer version wait, are passed on, and are taken when they are known', () => {
  const { a, o, b } = star();
  trust(b, a.keys);
  const id = hold(a, 'Засідання');
  passOn(a, o);
  const line = linesOf(a);
  const batch = batchOf(a, group, [
    line('vehicle', 'v', 'name', 'Автобус'),
    line('meeting', id, 'weather', 'сонячно'),
    line('meeting', id, 'status', 'postponedTwice'),
    line('meeting', id, 'place', 'Зала'),
  ]);
  const { reception, troubles } = mergeAt(o, withBatches(a, o, [batch]));
  expect(reception).toMatchObject({ taken: 1 });
  expect(reception.waiting.map(({ field }) => field)).toEqual(['name', 'weather', 'status']);
  expect(troubles).toEqual([{ code: 'newerVersion', params: { name: a.agencyId, count: 3 } }]);
  passOn(o, b);
  expect(count(b, 'change_waiting')).toBe(3);
  // The program learns the words.
  const known = new Map(registry.entities);
  const old = registry.get('meeting');
  const status = old.columns.get('status');
  const place = old.columns.get('place');
  if (!status?.oneOf || !place) throw new Error('a meeting has a status and a place');
  const columns = new Map(old.columns);
  columns.set('status', { ...status, oneOf: [...status.oneOf, 'postponedTwice'] });
  columns.set('weather', { ...place, name: 'weather' });
  known.set('meeting', {
    ...old,
    columns,
    registers: new Map([...old.registers, ['weather', ['weather']]]),
    registerOf: new Map([...old.registerOf, ['weather', 'weather']]),
  });
  b.sqlite.exec(`ALTER TABLE meeting ADD COLUMN weather TEXT NOT NULL DEFAULT ''`);
  b.sqlite.pragma('ignore_check_constraints = ON');
  const newer = { ...registry, entities: known, get: (name: string) => known.get(name) ?? registry.get(name) };
  const { sqlite } = b;
  createLedger({ sqlite, registry: newer, device: b.ledger.device, now, derived: [] }).retryWaiting();
  expect(sqlite.prepare('SELECT weather, status, place FROM meeting WHERE id = ?').get(id)).toEqual({
    weather: 'сонячно',
    status: 'postponedTwice',
    place: 'Зала',
  });
  expect(count(b, 'change_waiting')).toBe(1);
});

test('rules 5 and 15: what waited unknown and turns out to stay at home is not taken when it is known', () => {
  const { a, b } = pair();
  const line = { hlc: stampOf(a, 1), entity: 'vehicle', row: 'v', field: 'text', value: 'Автобус' };
  mergeAt(b, withBatches(a, b, [batchOf(a, group, [line])]));
  const { sqlite } = b;
  const home = registry.get('libraryClause');
  const known = new Map([...registry.entities, ['vehicle', { ...home, name: 'vehicle' }]]);
  const newer = { ...registry, entities: known, get: (name: string) => known.get(name) ?? registry.get(name) };
  createLedger({ sqlite, registry: newer, device: b.ledger.device, now, derived: [] }).retryWaiting();
  expect(sqlite.prepare("SELECT 1 FROM change WHERE entity = 'vehicle'").get()).toBeUndefined();
  expect(count(b, 'change_waiting')).toBe(0);
});
