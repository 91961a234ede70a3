// Rules 8, 11, 13, 15 and 16: what a trusted partner could do that means harm, to others or through others' words.
import { afterEach, describe, expect, test } from 'vitest';
import { hear } from '../../../electron/core/exchange/receiving/peers.ts';
import { missingFiles } from '../../../electron/core/exchange/receiving/missingFiles.ts';
import { readStatus } from '../../../electron/core/exchange/status.ts';
import { streamEnd } from '../../../electron/core/exchange/sealing/store.ts';
import { ownHave } from '../../../electron/core/exchange/sending/due.ts';
import { attachment } from '../../../electron/core/files/tables.ts';
import { agendaItem, meeting, signature } from '../../../electron/core/meetings/tables.ts';
import { batchOf, linesOf, mergeAt, packFor, passOn, stampOf, trust } from '../../fixtures/parties.ts';
import { createMeeting, group, hold, kinds, makeGroup, titles, withBatches } from '../../fixtures/partyMeetings.ts';

const { pair, star, end } = createMeeting();
afterEach(end);

test('rule 13: a held batch that came with a spoiled signature is passed on with the right one once that came', () => {
  const { a, o, b } = star();
  hold(a, 'Засідання громади');
  passOn(a, o);
  const sent = packFor(o, b);
  const spoiled = { ...sent, batches: sent.batches.map((each) => ({ ...each, signature: Buffer.alloc(64, 7) })) };
  expect(kinds(mergeAt(b, spoiled))).toContain('held: unknownSigner');
  trust(b, a.keys);
  expect(kinds(passOn(o, b))).toContain('merged');
  const stored = b.sqlite.prepare<[string], Buffer>('SELECT signature FROM batch WHERE origin = ?').pluck();
  expect(stored.all(a.agencyId)).toEqual(
    o.sqlite.prepare<[string], Buffer>('SELECT signature FROM batch WHERE origin = ?').pluck().all(a.agencyId),
  );
});

test('rule 11: nobody else has a stream of the device that we write with, also before we have sealed anything', () => {
  const { a, b } = pair();
  const line = { hlc: stampOf(a, 1), entity: 'meeting', row: 'x', field: 'title', value: 'x' };
  const asUs = batchOf(a, group, [line], { device: b.ledger.device, base: 0 });
  expect(kinds(mergeAt(b, withBatches(a, b, [asUs])))).toEqual(['refused: deviceOfAnother']);
  expect(ownHave(b, a.agencyId)[b.ledger.device]).toBeUndefined();
});

test('rule 15: which files we lack in other groups is told to nobody who does not take part in them', () => {
  const { a, b } = pair();
  makeGroup(b, ['agency-z'], 'group-2');
  const [shared, other] = ['1'.repeat(64), '2'.repeat(64)];
  const [here, there] = [hold(b, 'Спільне'), hold(b, 'Чуже', 'group-2')];
  b.ledger.write(b.author, { label: 'test' }, (w) => {
    w.insert(attachment, { ownerEntity: 'meeting', ownerId: here, name: 'A', sha256: shared });
    w.insert(attachment, { ownerEntity: 'meeting', ownerId: there, name: 'B', sha256: other });
  });
  const { wants } = packFor(b, a).manifest;
  expect(wants).toEqual([shared]);
  expect(missingFiles(b, 'agency-z')).toEqual([other]);
});

test('rule 16: whatever a word names, the overview can be read', async () => {
  const { a, b } = pair();
  const have = JSON.parse('{"toString":{"length":3},"__proto__":{"x":1}}') as Record<string, Record<string, number>>;
  const word = { agencyId: a.agencyId, incarnation: a.ledger.device, heardAt: new Date(b.now()).toISOString() };
  hear(b, { ...word, have, wants: [] }, [], new Date(b.now()).toISOString());
  b.sqlite.prepare("DELETE FROM local WHERE name = 'exchange.keys'").run();
  expect((await readStatus(b)).agencies).toHaveLength(1);
});

describe('rule 8: a signature rules only what its meeting prints', () => {
  test('it cannot take away or fix records of another group that it names', () => {
    const { a, b } = pair();
    makeGroup(b, [], 'group-2');
    const secret = hold(b, 'Чуже засідання', 'group-2');
    const item = b.ledger.write(b.author, { label: 'test' }, (w) =>
      w.insert(agendaItem, { meetingId: secret, title: 'Перша редакція' }),
    );
    const old = b.ledger.clocks('agendaItem', item);
    b.ledger.write(b.author, { label: 'test' }, (w) => w.update(agendaItem, item, { title: 'Друга редакція' }));
    const shared = hold(a, 'Спільне');
    const own = a.ledger.clocks('meeting', shared);
    const covers = JSON.stringify({
      agendaItem: { [item]: old },
      meeting: { [shared]: own, [secret]: { '!gone': 'gone' } },
    });
    a.ledger.write(a.author, { label: 'test' }, (w) => w.insert(signature, { meetingId: shared, covers }));
    passOn(a, b);
    expect(titles(b)).toEqual(['Спільне', 'Чуже засідання']);
    expect(b.sqlite.prepare('SELECT title, removed FROM agenda_item').all()).toEqual([
      { title: 'Друга редакція', removed: 0 },
    ]);
    b.ledger.write(b.author, { label: 'test' }, (w) => {
      w.update(agendaItem, item, { title: 'Третя редакція' });
      w.update(meeting, secret, { title: 'Чуже, далі' });
    });
    passOn(a, b);
    mergeAt(b, withBatches(a, b, [batchOf(a, group, [linesOf(a)('meeting', shared, 'place', 'Зала')])]));
    expect(titles(b)).toEqual(['Спільне', 'Чуже, далі']);
  });
});

test('one whose list cannot be read covers nothing, and the rest of the package is merged', () => {
  for (const covers of ['x', 'null', '[]', '"x"', '{"agendaItem":null}', '{"meeting":{"x":null}}', '{"meeting":7}']) {
    const { a, b } = pair();
    const shared = hold(a, 'Спільне');
    a.ledger.write(a.author, { label: 'test' }, (w) => w.update(meeting, shared, { place: 'Зала' }));
    packFor(a, b);
    const line = linesOf(a);
    const lines = [
      line('signature', 'signed', 'meetingId', shared),
      line('signature', 'signed', 'removed', 0),
      line('signature', 'signed', 'covers', covers),
      line('workingGroup', group, 'name', `Названо ${covers}`),
    ];
    const sent = packFor(a, b, { isSealed: true });
    expect(kinds(mergeAt(b, { ...sent, batches: [...sent.batches, batchOf(a, group, lines)] }))).not.toContain(
      'refused',
    );
    expect(b.sqlite.prepare('SELECT name FROM working_group').pluck().all()).toEqual([`Названо ${covers}`]);
    hold(b, 'Далі');
    passOn(b, a);
    passOn(a, b);
  }
});

test('rule 15: files that are kept with each other in a circle keep nobody waiting', () => {
  const { a, b } = pair();
  const shared = hold(a, 'Спільне');
  const file = (ownerEntity: string, ownerId: string, name: string) =>
    a.ledger.write(a.author, { label: 'test' }, (w) => w.insert(attachment, { ownerEntity, ownerId, name }));
  const first = file('meeting', shared, 'A');
  const second = file('attachment', first, 'B');
  passOn(a, b);
  const turn = linesOf(a);
  const round = [turn('attachment', first, 'ownerId', second), turn('attachment', first, 'ownerEntity', 'attachment')];
  expect(kinds(mergeAt(b, withBatches(a, b, [batchOf(a, group, round)])))).toEqual(['merged']);
  const base = streamEnd(b, a.ledger.device, group);
  const later = batchOf(a, group, [linesOf(a)('attachment', second, 'name', 'C')], { base });
  expect(kinds(mergeAt(b, withBatches(a, b, [later])))).toEqual(['merged']);
  expect(titles(b)).toEqual(['Спільне']);
});

test('rule 5: half of a letter is a value like any other, and nothing is settled for ever', () => {
  const { a, b } = pair();
  const shared = hold(a, 'Спільне');
  passOn(a, b);
  const half = '\ud83d';
  const line = linesOf(a);
  const lines = [
    line('meeting', shared, 'ruling', { rulingId: null, ruledOver: half }),
    line('meeting', shared, 'title', `Спільне ${half}`),
  ];
  expect(kinds(mergeAt(b, withBatches(a, b, [batchOf(a, group, lines)])))).toEqual(['merged']);
  expect(titles(b)).toEqual(['Спільне \ufffd']);
  b.ledger.write(b.author, { label: 'test' }, (w) => w.update(meeting, shared, { place: `Зала ${half}` }));
  passOn(b, a);
});
