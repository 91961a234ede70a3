// A big write, undo or merge asks for each row once and marks first values as they come: the end must be as if every
// change had come by itself.
import { beforeEach, describe, expect, test } from 'vitest';
import { person, workingGroup } from '../../../electron/core/directory/tables.ts';
import { agendaItem, meeting } from '../../../electron/core/meetings/tables.ts';
import type { Writer } from '../../../electron/core/ledger/write.ts';
import { everything, makeDevice, type Device } from '../../fixtures/ledger.ts';

const morning = Date.UTC(2026, 10, 21, 8);
let time = morning;
let a: Device;
let b: Device;

beforeEach(() => {
  time = morning;
  a = makeDevice('a', () => time);
  b = makeDevice('b', () => time);
});

const write = <T>(device: Device, work: (w: Writer) => T): T =>
  device.ledger.write(device.author, { label: 'test' }, work);

const inForce = ({ sqlite }: Device): unknown[] =>
  sqlite.prepare('SELECT entity, row, field, hlc, value FROM change WHERE current = 1 ORDER BY 1, 2, 3, 4').all();

describe('rule 1: a row that nothing was known of', () => {
  /** A person whose note was changed twice, all of it sealed. */
  function renamed() {
    const id = write(a, (w) => w.insert(person, { surname: 'Член 7', note: 'перша' }));
    for (const note of ['друга', 'третя']) {
      time += 1000;
      write(a, (w) => w.update(person, id, { note }));
    }
    a.ledger.seal();
    return a.ledger.sealed();
  }

  test('ends with the newest value of each field, in whatever order its changes stand in one batch', () => {
    const sent = renamed();
    for (const [name, changes] of [
      ['b', sent],
      ['c', sent.toReversed()],
      ['d', [...sent.slice(2), ...sent.slice(0, 2)]],
    ] as const) {
      const device = makeDevice(name, () => time);
      expect(device.ledger.receive(changes).taken).toBe(sent.length);
      expect(everything(device)).toEqual(everything(a));
      expect(inForce(device)).toEqual(inForce(a));
      expect(device.ledger.conflicts.open()).toEqual([]);
    }
  });

  test('takes a change once that stands in a batch twice, and not what was forged beside it', () => {
    const sent = renamed();
    const forged = sent.map((change) => ({ ...change, value: JSON.stringify('підроблене') }));
    const notes = forged.filter(({ field }) => field === 'note');
    expect(notes).toHaveLength(3);
    const got = b.ledger.receive([...sent, ...sent, ...notes]);
    expect(got).toMatchObject({ taken: sent.length, known: sent.length });
    expect(got.forked).toHaveLength(3);
    expect(inForce(b)).toEqual(inForce(a));
  });

  test('has a conflict where the batch holds two values that did not know each other', () => {
    const id = write(a, (w) => w.insert(person, { surname: 'Член 7', note: 'перша' }));
    a.ledger.seal();
    b.ledger.receive(a.ledger.sealed());
    write(a, (w) => w.update(person, id, { note: 'тут' }));
    time += 1000;
    write(b, (w) => w.update(person, id, { note: 'там' }));
    for (const device of [a, b]) device.ledger.seal();
    const both = [...b.ledger.sealed(), ...a.ledger.sealed()];
    const c = makeDevice('c', () => time);
    c.ledger.receive(both);
    expect(c.ledger.conflicts.open()).toMatchObject([{ row: id, field: 'note', kind: 'concurrent' }]);
    b.ledger.receive(both);
    expect(inForce(c)).toEqual(inForce(b));
  });
});

test('rule 5: a record made under an id whose changes wait for their meeting takes them over', () => {
  const ids = write(a, (w) => {
    const group = w.insert(workingGroup, { name: 'Рада' });
    const id = w.insert(meeting, { groupId: group });
    return { group, meeting: id, item: w.insert(agendaItem, { meetingId: id, title: 'Про план' }) };
  });
  a.ledger.seal();
  const sent = a.ledger.sealed();
  b.ledger.receive(sent.filter(({ row }) => row === ids.item));
  expect(b.sqlite.prepare('SELECT count(*) FROM row_waiting').pluck().get()).toBe(1);
  time += 1000;
  const own = write(b, (w) => {
    const group = w.insert(workingGroup, { name: 'Інша' });
    const id = w.insert(meeting, { groupId: group });
    w.insert(agendaItem, { id: ids.item, meetingId: id, title: 'Про кошторис' });
    return id;
  });
  const marked = b.sqlite
    .prepare<[string], { field: string; n: number }>(
      'SELECT field, sum(current) AS n FROM change WHERE row = ? GROUP BY field',
    )
    .all(ids.item);
  expect(marked.every(({ n }) => n === 1)).toBe(true);
  b.ledger.receive(sent);
  expect(b.sqlite.prepare('SELECT meetingId, title FROM agenda_item WHERE id = ?').get(ids.item)).toEqual({
    meetingId: own,
    title: 'Про кошторис',
  });
});

test('rule 7: an act that made records and changed others is taken back and brought again as a whole', () => {
  const old = write(a, (w) => w.insert(person, { surname: 'Перша', givenName: 'Член 7' }));
  time += 1000;
  write(a, (w) => {
    for (let n = 0; n < 50; n += 1) {
      const id = w.insert(person, { surname: `Нова ${n}`, givenName: 'Член 8' });
      w.update(person, id, { note: 'зміна в тому самому записі' });
    }
    w.update(person, old, { surname: 'Друга', note: 'примітка' });
  });
  const after = everything(a);
  time += 1000;
  expect(a.ledger.undo(a.author).skipped).toEqual([]);
  expect(a.sqlite.prepare('SELECT count(*) FROM person WHERE removed = 0').pluck().get()).toBe(1);
  expect(a.sqlite.prepare('SELECT surname, note FROM person WHERE id = ?').get(old)).toEqual({
    surname: 'Перша',
    note: '',
  });
  time += 1000;
  a.ledger.redo(a.author);
  expect(everything(a)).toEqual(after);
  a.ledger.seal();
  b.ledger.receive(a.ledger.sealed());
  expect(everything(b)).toEqual(after);
  a.ledger.undo(a.author);
  a.ledger.undo(a.author);
  expect(a.sqlite.prepare('SELECT count(*) FROM person WHERE removed = 0').pluck().get()).toBe(0);
});
