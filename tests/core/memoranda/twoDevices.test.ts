// Two devices of an agency write at one memorandum apart from each other and then exchange what they wrote.
import { expect, it } from 'vitest';
import { clausesOn } from '../../../electron/core/memoranda/amendedText.ts';
import {
  memorandum,
  memorandumClause,
  obligation,
  obligationOccurrence,
  memorandumParty,
} from '../../../electron/core/memoranda/tables.ts';
import { everything, makeDevice, type Device } from '../../fixtures/ledger.ts';

const give = (from: Device, to: Device) => {
  from.ledger.seal();
  to.ledger.receive(from.ledger.sealed());
};

it('keeps the clauses that both added, the words that both wrote, and the period that both ticked off', () => {
  let time = Date.parse('2026-11-21T10:00:00Z');
  const now = () => (time += 1000);
  const [a, b] = [makeDevice('a', now), makeDevice('b', now)];
  const label = 'memoranda.update';
  const text = 'Сторони діють разом і діляться досвідом.';
  const ids = a.ledger.write(a.author, { label }, (w) => {
    const memorandumId = w.insert(memorandum, { title: 'про взаємодію' });
    const clause = w.insert(memorandumClause, { memorandumId, heading: 'А', text, sortKey: 'a0' });
    const partyId = w.insert(memorandumParty, { memorandumId, nameText: 'Рада', sortKey: 'a0' });
    const owed = w.insert(obligation, { memorandumId, partyId, text: 'звіт', repeat: 'month', sortKey: 'a0' });
    return { memorandumId, clause, owed };
  });
  give(a, b);
  const { memorandumId, clause, owed } = ids;
  const add = (device: Device, heading: string, change: (before: string) => string) =>
    device.ledger.write(device.author, { label, typing: true }, (w) => {
      // Both at the same place: twin keys, ordered by id.
      w.insert(memorandumClause, { memorandumId, heading, text: heading, sortKey: 'a1' });
      w.update(memorandumClause, clause, { text: change(text) });
      w.insert(obligationOccurrence, { id: `${owed}:2026-11`, obligationId: owed, period: '2026-11', status: 'done' });
    });
  add(a, 'Від першого', (before) => `Усі ${before}`);
  add(b, 'Від другого', (before) => `${before} Щороку.`);
  give(a, b);
  give(b, a);
  give(a, b);
  expect(everything(a)).toEqual(everything(b));
  const clauses = clausesOn(a, memorandumId, '2026-11-21');
  expect(clauses.map(({ heading }) => heading).toSorted()).toEqual(['А', 'Від другого', 'Від першого']);
  // Neither text is lost: the one not in force is listed as a conflict, to be picked by a click.
  const written = new Set(
    a.ledger
      .history('memorandumClause', clause)
      .filter(({ field }) => field === 'text')
      .map(({ to }) => JSON.parse(to) as string),
  );
  expect(written).toEqual(new Set([text, `Усі ${text}`, `${text} Щороку.`]));
  const disputed = a.ledger.conflicts.open().filter(({ entity }) => entity === 'memorandumClause');
  expect(disputed.map(({ row, field }) => [row, field])).toEqual([[clause, 'text']]);
  expect(a.sqlite.prepare('SELECT count(*) FROM obligation_occurrence').pluck().get()).toBe(1);
  a.sqlite.close();
  b.sqlite.close();
});
