// Rule 4 after sealing: what was sealed a year ahead is issued again, and does no harm when the year has come.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { person } from '../../../electron/core/directory/tables.ts';
import { meeting } from '../../../electron/core/meetings/tables.ts';
import { readAhead, runIssueAgain } from '../../../electron/core/exchange/sending/issueAgain.ts';
import { sealAll } from '../../../electron/core/exchange/sending/sendTasks.ts';
import { everything } from '../../fixtures/ledger.ts';
import { passOn, trustAll, type Party } from '../../fixtures/parties.ts';
import { count, createMeeting, hold, makeGroup, rename, titles } from '../../fixtures/partyMeetings.ts';

const { clock, now, party, end } = createMeeting();
afterEach(end);

const day = 86_400_000;
const year = 365 * day;
const skew = { a: 0, b: 0 };
beforeEach(() => Object.assign(skew, { a: 0, b: 0 }));

/** Two that exchange, each with a wall clock that a test may set wrong. */
function two() {
  const [a, b] = [party('a', () => now() + skew.a), party('b', () => now() + skew.b)];
  trustAll([a, b]);
  makeGroup(a, [b.agencyId]);
  passOn(a, b);
  passOn(b, a);
  return { a, b };
}

const millisOf = (by: Party): number => Number(by.ledger.lastClock().slice(0, 15));
const issueAgain = (by: Party) => by.sqlite.transaction(() => runIssueAgain(by)).immediate().changes;
const shared = (by: Party) => {
  const { meeting: meetings, person: people, workingGroup } = everything(by);
  return { meetings, people, workingGroup };
};

/** One who sealed a meeting, and changed an older one twice, while a year ahead; the clock is right again. */
function sealedAhead() {
  const { a, b } = two();
  const old = hold(a, 'Вчасно');
  passOn(a, b);
  skew.a = year;
  const fresh = hold(a, 'Через рік');
  rename(a, old, 'Перейменовано');
  sealAll(a);
  rename(a, old, 'Перейменовано двічі');
  passOn(a, b);
  skew.a = 0;
  return { a, b, old, fresh };
}

test('rule 4: partners set it aside; issued again it is there at once, and our clock stands right', () => {
  const { a, b } = sealedAhead();
  expect(titles(b)).toEqual(['Вчасно']);
  const ahead = readAhead(a);
  expect(ahead?.changes).toBeGreaterThan(2);
  expect(Date.parse(ahead?.latest ?? '')).toBeGreaterThan(clock.time + year - day);
  expect(readAhead(b)).toBeNull();
  const before = everything(a);
  expect(issueAgain(a)).toBe(ahead?.changes);
  // Nothing is different here, and nothing is left to be done.
  expect(everything(a)).toEqual(before);
  expect(readAhead(a)).toBeNull();
  expect(issueAgain(a)).toBe(0);
  hold(a, 'Тепер');
  expect(millisOf(a)).toBeLessThan(clock.time + day);
  const { reception, troubles } = passOn(a, b);
  expect(reception.ahead).toEqual([]);
  expect(troubles).toEqual([]);
  expect(titles(b)).toEqual(['Перейменовано двічі', 'Тепер', 'Через рік']);
  expect(shared(b)).toEqual(shared(a));
  expect(count(b, 'change_waiting')).toBe(0);
  expect(count(b, 'conflict')).toBe(0);
});

test('rule 4: when the year has come, what was set aside or comes late changes nothing, edits meanwhile stand', () => {
  const { a, b, old } = sealedAhead();
  issueAgain(a);
  passOn(a, b);
  rename(b, old, 'Змінено партнером');
  passOn(b, a);
  expect(titles(a)).toEqual(['Змінено партнером', 'Через рік']);
  clock.time += year + day;
  for (const each of [a, b]) each.ledger.retryWaiting();
  expect(titles(b)).toEqual(['Змінено партнером', 'Через рік']);
  rename(a, old, 'Через рік змінено');
  passOn(a, b);
  passOn(b, a);
  expect(titles(b)).toEqual(['Через рік', 'Через рік змінено']);
  expect(shared(a)).toEqual(shared(b));
  for (const each of [a, b]) expect(count(each, 'conflict')).toBe(0);
});

test('rule 4: who had taken it before, his clock being wrong too, ends with the same', () => {
  const { a, b, old } = sealedAhead();
  clock.time += year + day;
  b.ledger.retryWaiting();
  expect(titles(b)).toEqual(['Перейменовано двічі', 'Через рік']);
  clock.time -= year + day;
  rename(b, old, 'Партнер знає пізніше');
  issueAgain(a);
  passOn(a, b);
  passOn(b, a);
  expect(titles(b)).toEqual(titles(a));
  expect(shared(b)).toEqual(shared(a));
});

describe('rule 4: of every kind', () => {
  test('removals know again what they had seen; people that came along are there', () => {
    const { a, b } = two();
    const gone = hold(a, 'Буде вилучено');
    const kept = hold(a, 'Буде змінено');
    passOn(a, b);
    skew.a = year;
    const chair = a.ledger.write(a.author, { label: 'test' }, (w) => w.insert(person, { surname: 'Учасниця 1' }));
    rename(a, gone, 'Змінено перед вилученням');
    a.ledger.write(a.author, { label: 'test' }, (w) => w.update(meeting, kept, { chairId: chair }));
    sealAll(a);
    a.ledger.write(a.author, { label: 'test' }, (w) => w.remove(meeting, gone));
    passOn(a, b);
    skew.a = 0;
    issueAgain(a);
    passOn(a, b);
    expect(titles(b)).toEqual(['Буде змінено']);
    expect(shared(b)).toEqual(shared(a));
    expect(b.sqlite.prepare('SELECT chairId FROM meeting WHERE id = ?').pluck().get(kept)).toBe(chair);
    expect(b.sqlite.pragma('foreign_key_check')).toEqual([]);
  });

  test('a merged text keeps what went into it, on both sides without a conflict', () => {
    const { a, b } = two();
    const id = hold(a, 'Засідання');
    const write = (notes: string, base?: { clock: string | null; text: string }) =>
      a.ledger.write(a.author, { label: 'test' }, (w) =>
        w.update(meeting, id, { title: notes }, base ? { title: base } : undefined),
      );
    skew.a = year;
    write('один два три');
    const read = a.ledger.clocks('meeting', id)['title'] ?? null;
    write('нуль один два три');
    write('один два три чотири', { clock: read, text: 'один два три' });
    passOn(a, b);
    skew.a = 0;
    const mine = a.ledger.conflicts.open().length;
    issueAgain(a);
    expect(a.ledger.conflicts.open()).toHaveLength(mine);
    passOn(a, b);
    expect(shared(b)).toEqual(shared(a));
    expect(b.ledger.conflicts.open()).toHaveLength(mine);
  });

  test('what was not sealed yet goes along in its old order', () => {
    const { a, b } = two();
    const id = hold(a, 'Вчасно');
    passOn(a, b);
    skew.a = year;
    rename(a, id, 'Опечатано');
    sealAll(a);
    rename(a, id, 'Ще не опечатано');
    skew.a = 0;
    issueAgain(a);
    expect(titles(a)).toEqual(['Ще не опечатано']);
    passOn(a, b);
    expect(titles(b)).toEqual(['Ще не опечатано']);
    expect(count(b, 'conflict')).toBe(0);
  });

  test('in any order, doubled, through a third: everybody ends with the same', () => {
    const { a, b } = sealedAhead();
    issueAgain(a);
    const changes = a.ledger.sealed();
    sealAll(a);
    const all = a.ledger.sealed();
    expect(all.length).toBeGreaterThan(changes.length);
    const ends = [all, all.toReversed(), [...all.filter((_, at) => at % 2 === 0), ...all]].map((order, at) => {
      const c = party(['d', 'e', 'f'][at] ?? 'd', () => now() + (at === 0 ? 0 : 2 * year));
      for (let from = 0; from < order.length; from += 3) c.ledger.receive(order.slice(from, from + 3));
      c.ledger.receive(order);
      return titles(c);
    });
    passOn(a, b);
    for (const each of ends) expect(each).toEqual(titles(b));
  });
});
