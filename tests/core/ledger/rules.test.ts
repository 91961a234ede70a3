import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { AppError } from '../../../shared/errors.ts';
import { moveTo } from '../../../shared/rules/order.ts';
import { organisation, person, workingGroup } from '../../../electron/core/directory/tables.ts';
import { execution, decision, progressNote } from '../../../electron/core/decisions/tables.ts';
import { agendaItem, meeting, signature, speech } from '../../../electron/core/meetings/tables.ts';
import { removedCharacters } from '../../../electron/core/ledger/typing.ts';
import { mergeTexts, type Writer } from '../../../electron/core/ledger/write.ts';
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

const write = <T>(device: Device, work: (w: Writer) => T, typing = false): T =>
  device.ledger.write(device.author, { label: 'test', typing }, work);

/** A meeting with one item and one speech, known to both devices. */
function meetingOnBoth() {
  const ids = write(a, (w) => {
    const group = w.insert(workingGroup, { name: 'Рада' });
    const id = w.insert(meeting, { groupId: group, title: 'Перше' });
    const item = w.insert(agendaItem, { meetingId: id, title: 'Про план' });
    return { group, id, item, speech: w.insert(speech, { itemId: item, text: 'один два три чотири' }) };
  });
  exchange();
  return ids;
}

function exchange() {
  for (const device of [a, b]) device.ledger.seal();
  const [fromA, fromB] = [a.ledger.sealed(), b.ledger.sealed()];
  b.ledger.receive(fromA);
  a.ledger.receive(fromB);
}

const textOf = (device: Device, id: string) =>
  device.sqlite.prepare<[string], string>('SELECT text FROM speech WHERE id = ?').pluck().get(id);

const clockOf = (device: Device, id: string, field = 'text') => device.ledger.clocks('speech', id)[field] ?? null;

const refused = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
  return 'not refused';
};

describe('rule 1: only what neither side knew of is a conflict', () => {
  test('one after the other is none, side by side is one, on both devices the same', () => {
    const { speech: id } = meetingOnBoth();
    write(a, (w) => w.update(speech, id, { text: 'А' }));
    exchange();
    write(b, (w) => w.update(speech, id, { text: 'Б після А' }));
    exchange();
    expect(a.ledger.conflicts.open()).toEqual([]);
    write(a, (w) => w.update(speech, id, { text: 'тут' }));
    time += 1000;
    write(b, (w) => w.update(speech, id, { text: 'там' }));
    exchange();
    expect(textOf(a, id)).toBe('там');
    expect(textOf(b, id)).toBe('там');
    for (const device of [a, b]) {
      const [conflict, ...more] = device.ledger.conflicts.open();
      expect(more).toEqual([]);
      expect(conflict).toMatchObject({ entity: 'speech', row: id, field: 'text', kind: 'concurrent' });
    }
  });

  test('a change that comes twice, or with other content under its clock, changes nothing', () => {
    const { speech: id } = meetingOnBoth();
    write(a, (w) => w.update(speech, id, { text: 'нове' }));
    a.ledger.seal();
    const sent = a.ledger.sealed();
    expect(b.ledger.receive(sent).taken).toBe(1);
    expect(b.ledger.receive(sent)).toMatchObject({ taken: 0, known: sent.length });
    const forged = sent
      .map((change) => ({ ...change, value: JSON.stringify('підроблене') }))
      .filter((c) => c.field === 'text');
    expect(b.ledger.receive(forged).forked.length).toBe(forged.length);
    expect(textOf(b, id)).toBe('нове');
    expect(b.ledger.receive(['nonsense', { hlc: 'x' }, null]).malformed).toBe(3);
  });
});

describe('rule 2: a stale window or a late autosave never overwrites', () => {
  test('texts that were changed in different places are merged', () => {
    const { speech: id } = meetingOnBoth();
    const base = { text: { clock: clockOf(a, id), text: 'один два три чотири' } };
    write(a, (w) => w.update(speech, id, { text: 'один ДВА три чотири' }, base));
    write(a, (w) => w.update(speech, id, { text: 'один два три ЧОТИРИ' }, base));
    expect(textOf(a, id)).toBe('один ДВА три ЧОТИРИ');
    exchange();
    expect(textOf(b, id)).toBe('один ДВА три ЧОТИРИ');
    expect([...a.ledger.conflicts.open(), ...b.ledger.conflicts.open()]).toEqual([]);
  });

  test('texts that were changed in the same place stay, and what came late is kept and shown, on every device', () => {
    const { speech: id } = meetingOnBoth();
    const base = { text: { clock: clockOf(a, id), text: 'один два три чотири' } };
    write(a, (w) => w.update(speech, id, { text: 'один п’ять три чотири' }, base));
    write(a, (w) => w.update(speech, id, { text: 'один шість три чотири' }, base));
    expect(textOf(a, id)).toBe('один п’ять три чотири');
    exchange();
    for (const device of [a, b]) {
      expect(textOf(device, id)).toBe('один п’ять три чотири');
      const [conflict] = device.ledger.conflicts.open();
      const lost = device.ledger.history('speech', id).find((entry) => entry.hlc === conflict?.hlc);
      expect(JSON.parse(lost?.to ?? 'null')).toBe('один шість три чотири');
    }
  });

  test('what is no text is kept side by side as well', () => {
    const { id } = meetingOnBoth();
    const clock = a.ledger.clocks('meeting', id)['title'] ?? null;
    write(a, (w) => w.update(meeting, id, { title: 'Друге' }, { title: { clock } }));
    write(a, (w) => w.update(meeting, id, { title: 'Третє' }, { title: { clock } }));
    expect(a.sqlite.prepare('SELECT title FROM meeting').pluck().get()).toBe('Друге');
    expect(a.ledger.conflicts.open()).toHaveLength(1);
  });

  test('a merge never loses a word that either side added', () => {
    const word: fc.Arbitrary<string> = fc.constantFrom('рада', 'план', 'кошти', 'захід', 'строк', 'звіт');
    fc.assert(
      fc.property(fc.array(word, { minLength: 3, maxLength: 12 }), fc.nat(), fc.nat(), (words, i, j) => {
        const add = (at: number, extra: string) => words.toSpliced(at % (words.length + 1), 0, extra).join(' ');
        const merged = mergeTexts(add(i, 'СВОЄ'), words.join(' '), add(j, 'ЧУЖЕ'));
        if (merged === null) return;
        expect(merged).toContain('СВОЄ');
        expect(merged).toContain('ЧУЖЕ');
      }),
    );
  });
});

describe('rule 3: typing coalesces, and history keeps the words', () => {
  test('an hour of typing leaves a history a person can read', () => {
    const { speech: id } = meetingOnBoth();
    let text = 'один два три чотири';
    for (let second = 0; second < 3600; second += 1) {
      time += 1000;
      text += second % 7 === 0 ? ' слово' : 'а';
      write(a, (w) => w.update(speech, id, { text }), true);
    }
    const entries = a.ledger.history('speech', id).filter((entry) => entry.field === 'text');
    expect(entries.length).toBeGreaterThanOrEqual(6);
    expect(entries.length).toBeLessThanOrEqual(12);
    expect(textOf(a, id)).toBe(text);
  });

  test('another author, another session, a sealed change, a long removal each begin a new row', () => {
    const { speech: id } = meetingOnBoth();
    const rows = () => a.ledger.history('speech', id).filter((entry) => entry.field === 'text').length;
    const type = (text: string, author = a.author) => {
      time += 500;
      a.ledger.write(author, { label: 'test', typing: true }, (w) => w.update(speech, id, { text }));
      return rows();
    };
    expect(type('перше')).toBe(2);
    expect(type('перше речення')).toBe(2);
    expect(type('перше речення далі', { ...a.author, session: 'second window' })).toBe(3);
    expect(type('перше речення далі й далі', { person: 'somebody', session: 'second window' })).toBe(4);
    a.ledger.seal();
    expect(
      type('перше речення далі й далі, і довгий хвіст на сорок знаків чи ще більше', {
        person: 'somebody',
        session: 'second window',
      }),
    ).toBe(5);
    expect(type('перше', { person: 'somebody', session: 'second window' })).toBe(6);
    expect(removedCharacters('абвгд', 'абд')).toBe(2);
  });
});

describe('rule 4: clocks', () => {
  test('changes from more than a day ahead are set aside, named, and taken when their time has come', () => {
    const { speech: id } = meetingOnBoth();
    time += 3 * 24 * 3600_000;
    write(b, (w) => w.update(speech, id, { text: 'з майбутнього' }));
    b.ledger.seal();
    const sent = b.ledger.sealed();
    time = morning;
    const result = a.ledger.receive(sent);
    expect(result.ahead).toHaveLength(1);
    expect(textOf(a, id)).toBe('один два три чотири');
    write(a, (w) => w.update(speech, id, { text: 'наше' }));
    expect(Number(clockOf(a, id)?.slice(0, 15))).toBeLessThan(morning + 24 * 3600_000);
    time = morning + 4 * 24 * 3600_000;
    a.ledger.retryWaiting();
    expect(textOf(a, id)).toBe('з майбутнього');
  });

  test('a clock that ran a year ahead is set right at sealing; order and undo stay', () => {
    const { speech: id, id: meetingId } = meetingOnBoth();
    time += 365 * 24 * 3600_000;
    write(a, (w) => w.update(speech, id, { text: 'перше з майбутнього' }));
    write(a, (w) => w.update(speech, id, { text: 'друге з майбутнього' }));
    write(a, (w) => w.remove(meeting, meetingId));
    time = morning + 60_000;
    a.ledger.seal();
    const latest = a.ledger.sealed().at(-1);
    expect(Number(latest?.hlc.slice(0, 15))).toBeLessThan(morning + 24 * 3600_000);
    expect(b.ledger.receive(a.ledger.sealed()).ahead).toEqual([]);
    expect(everything(b)).toEqual(everything(a));
    expect(textOf(b, id)).toBe('друге з майбутнього');
  });
});

describe('rule 5: nothing is deleted', () => {
  test('an edit that a removal did not know of brings the row and what it is part of back, and says so', () => {
    const { speech: id, item, id: meetingId } = meetingOnBoth();
    write(a, (w) => w.remove(meeting, meetingId));
    time += 1000;
    write(b, (w) => w.update(speech, id, { text: 'тим часом' }));
    exchange();
    for (const device of [a, b]) {
      expect(device.sqlite.prepare('SELECT removed FROM meeting').pluck().get()).toBe(0);
      expect(device.sqlite.prepare('SELECT removed FROM agenda_item WHERE id = ?').pluck().get(item)).toBe(0);
      expect(device.ledger.conflicts.open().some((each) => each.kind === 'revived')).toBe(true);
    }
    write(a, (w) => w.remove(meeting, meetingId));
    exchange();
    expect(b.sqlite.prepare('SELECT removed FROM meeting').pluck().get()).toBe(1);
  });

  test('two equal numbers are no failed merge', () => {
    const { group } = meetingOnBoth();
    for (const device of [a, b]) write(device, (w) => w.insert(meeting, { groupId: group, number: '7', sequence: 7 }));
    exchange();
    expect(a.sqlite.prepare("SELECT count(*) FROM meeting WHERE number = '7'").pluck().get()).toBe(2);
  });

  test('what a newer version wrote waits, and is taken when it is understood', () => {
    const { speech: id } = meetingOnBoth();
    write(a, (w) => w.update(speech, id, { text: 'разом' }));
    a.ledger.seal();
    const [change] = a.ledger
      .sealed()
      .filter((each) => each.field === 'text')
      .slice(-1);
    if (!change) throw new Error('no change');
    const newer = [
      { ...change, entity: 'ballotBox', row: 'x' },
      { ...change, field: 'mood', value: '"glad"' },
      { ...change, entity: 'meeting', row: 'm', field: 'kind', value: '"seance"' },
    ];
    const result = b.ledger.receive([...newer, change]);
    expect(result.waiting).toHaveLength(3);
    expect(textOf(b, id)).toBe('разом');
    expect(b.ledger.receive(newer).waiting).toHaveLength(3);
    expect(b.sqlite.prepare('SELECT count(*) FROM change_waiting').pluck().get()).toBe(3);
  });

  test('rows wait for what they refer to, in whatever order it comes', () => {
    write(a, (w) => {
      const group = w.insert(workingGroup, { name: 'Рада' });
      const id = w.insert(meeting, { groupId: group });
      w.insert(agendaItem, { meetingId: id, title: 'Про план' });
    });
    a.ledger.seal();
    for (const change of a.ledger.sealed().toReversed()) b.ledger.receive([change]);
    expect(everything(b)).toEqual(everything(a));
  });
});

test('rule 6: twin keys of two devices get new ones at the next insert, and the order stays', () => {
  const list = [
    { id: 'b', key: 'a1' },
    { id: 'a', key: 'a1' },
    { id: 'c', key: 'a2' },
  ];
  const moved = moveTo(list, 'c', 1);
  const keys = new Map(list.map(({ id, key }) => [id, key]));
  for (const { id, key } of moved) keys.set(id, key);
  expect([...keys].toSorted((x, y) => (x[1] < y[1] ? -1 : 1)).map(([id]) => id)).toEqual(['a', 'c', 'b']);
  expect(new Set(keys.values()).size).toBe(3);
});

describe('rule 7: undo', () => {
  test('takes back a whole act, redo brings it again, and again', () => {
    const ids = write(a, (w) => {
      const group = w.insert(workingGroup, { name: 'Рада' });
      return { group, id: w.insert(meeting, { groupId: group, title: 'Перше' }) };
    });
    write(a, (w) => w.update(meeting, ids.id, { title: 'Друге', kind: 'joint' }));
    const rows = () => a.sqlite.prepare('SELECT title, kind, removed FROM meeting').get();
    for (let round = 0; round < 3; round += 1) {
      expect(a.ledger.undo(a.author).skipped).toEqual([]);
      expect(rows()).toEqual({ title: 'Перше', kind: 'ordinary', removed: 0 });
      a.ledger.undo(a.author);
      expect(rows()).toMatchObject({ removed: 1 });
      expect(refused(() => a.ledger.undo(a.author))).toBe('nothingToUndo');
      a.ledger.redo(a.author);
      a.ledger.redo(a.author);
      expect(rows()).toEqual({ title: 'Друге', kind: 'joint', removed: 0 });
      expect(refused(() => a.ledger.redo(a.author))).toBe('nothingToRedo');
    }
  });

  test('takes back one act after the other also where they changed the same field, and brings them again', () => {
    const { id } = meetingOnBoth();
    const titles = ['Друге', 'Третє', 'Четверте'];
    for (const title of titles) write(a, (w) => w.update(meeting, id, { title }));
    write(a, (w) => w.remove(meeting, id));
    const look = () => a.sqlite.prepare('SELECT title, removed FROM meeting').get();
    const steps = [...['Перше', ...titles].map((title) => ({ title, removed: 0 })), { title: 'Четверте', removed: 1 }];
    expect(look()).toEqual(steps.at(-1));
    for (let round = 0; round < 3; round += 1) {
      for (const step of steps.slice(0, -1).toReversed()) {
        expect(a.ledger.undo(a.author).skipped).toEqual([]);
        expect(look()).toEqual(step);
      }
      for (const step of steps.slice(1)) {
        expect(a.ledger.redo(a.author).skipped).toEqual([]);
        expect(look()).toEqual(step);
      }
    }
    a.ledger.undo(a.author);
    a.ledger.undo(a.author);
    exchange();
    expect(everything(b)).toEqual(everything(a));
    expect(b.ledger.conflicts.open()).toEqual([]);
  });

  test('skips what somebody else has changed since, and says so; a new act ends the redo', () => {
    const { id } = meetingOnBoth();
    write(a, (w) => w.update(meeting, id, { title: 'Моє', place: 'Полтава' }));
    a.ledger.write({ person: 'other', session: 'other' }, { label: 'test' }, (w) =>
      w.update(meeting, id, { title: 'Чуже' }),
    );
    expect(a.ledger.undo(a.author).skipped).toEqual([{ entity: 'meeting', row: id, field: 'title' }]);
    expect(a.sqlite.prepare('SELECT title, place FROM meeting').get()).toEqual({ title: 'Чуже', place: '' });
    write(a, (w) => w.update(meeting, id, { place: 'Суми' }));
    expect(refused(() => a.ledger.redo(a.author))).toBe('nothingToRedo');
  });

  test('a removal comes back with all its parts', () => {
    const { id, speech: words } = meetingOnBoth();
    write(a, (w) => w.remove(meeting, id));
    expect(a.sqlite.prepare('SELECT removed FROM speech WHERE id = ?').pluck().get(words)).toBe(1);
    a.ledger.undo(a.author);
    for (const table of ['meeting', 'agenda_item', 'speech'])
      expect(a.sqlite.prepare(`SELECT removed FROM ${table}`).pluck().get()).toBe(0);
  });
});

describe('rule 8: signed minutes', () => {
  const sign = (device: Device, id: string) =>
    write(device, (w) => {
      w.update(meeting, id, { status: 'signed' });
      return w.insert(signature, { meetingId: id, covers: JSON.stringify(w.cover(id)) });
    });

  test('beat every field they cover, whatever the clocks; what was displaced is listed', () => {
    const { id, item, speech: words } = meetingOnBoth();
    sign(a, id);
    time += 60_000;
    write(b, (w) => {
      w.update(speech, words, { text: 'пізніша правка' });
      w.insert(speech, { id: 'late', itemId: item, text: 'ще один виступ' });
    });
    exchange();
    for (const device of [a, b]) {
      expect(textOf(device, words)).toBe('один два три чотири');
      expect(device.sqlite.prepare("SELECT removed FROM speech WHERE id = 'late'").pluck().get()).toBe(1);
      const displaced = device.ledger.conflicts.open().filter((each) => each.kind === 'displaced');
      expect(new Set(displaced.map((each) => each.row))).toEqual(new Set([words, 'late']));
    }
  });

  test('refuse every local change of what they print, undo included, and leave carrying out free', () => {
    const { id, item, speech: words } = meetingOnBoth();
    const chosen = write(a, (w) => w.insert(decision, { itemId: item, text: 'Провести' }));
    const other = write(a, (w) =>
      w.insert(meeting, { groupId: String(a.sqlite.prepare('SELECT groupId FROM meeting').pluck().get()) }),
    );
    const stranger = write(a, (w) => w.insert(agendaItem, { meetingId: other, title: 'Чуже' }));
    const paper = sign(a, id);
    const attempts: ((w: Writer) => unknown)[] = [
      (w) => w.update(speech, words, { text: 'інше' }),
      (w) => w.update(meeting, id, { title: 'інше' }),
      (w) => w.insert(speech, { itemId: item }),
      (w) => w.insert(agendaItem, { meetingId: id }),
      (w) => w.remove(speech, words),
      (w) => w.remove(meeting, id),
      (w) => w.remove(signature, paper),
      (w) => w.update(agendaItem, stranger, { meetingId: id }),
    ];
    for (const attempt of attempts) expect(refused(() => write(a, attempt))).toBe('signedLocked');
    expect(refused(() => a.ledger.undo(a.author))).toBe('signedLocked');
    write(a, (w) => {
      w.insert(execution, { id: chosen, decisionId: chosen, status: 'done' });
      w.insert(progressNote, { decisionId: chosen, text: 'виконано' });
      w.update(meeting, id, { note: 'вільна примітка' });
    });
    expect(textOf(a, words)).toBe('один два три чотири');
  });

  test('two secretaries who signed apart get both, and the same words in force', () => {
    const { id, speech: words } = meetingOnBoth();
    write(a, (w) => w.update(speech, words, { text: 'так' }));
    sign(a, id);
    time += 1000;
    write(b, (w) => w.update(speech, words, { text: 'інакше' }));
    sign(b, id);
    exchange();
    expect(everything(a)).toEqual(everything(b));
    expect(textOf(b, words)).toBe('так');
    expect(a.sqlite.prepare('SELECT count(*) FROM signature WHERE removed = 0').pluck().get()).toBe(2);
  });
});

describe('the one way to write', () => {
  test('the database refuses every other hand', () => {
    const { id } = meetingOnBoth();
    for (const sql of [
      `UPDATE meeting SET title = 'x'`,
      `INSERT INTO organisation (id) VALUES ('x')`,
      `DELETE FROM speech`,
      `UPDATE change SET value = '"x"' WHERE sealed = 1`,
      `DELETE FROM change WHERE sealed = 1`,
    ])
      expect(() => a.sqlite.exec(sql)).toThrow(/only the ledger writes|rows stay|sealed changes never change/);
    expect(a.sqlite.prepare('SELECT title FROM meeting WHERE id = ?').pluck().get(id)).toBe('Перше');
  });

  test('nothing is written where nothing changed or anything was refused', () => {
    const { id } = meetingOnBoth();
    const count = () => a.sqlite.prepare('SELECT count(*) FROM change').pluck().get();
    const before = count();
    write(a, (w) => w.update(meeting, id, { title: 'Перше' }));
    expect(
      refused(() => write(a, (w) => (w.insert(organisation, { name: 'x' }), w.update(person, 'nobody', {})))),
    ).toBe('notFound');
    expect(refused(() => write(a, (w) => w.insert(agendaItem, { meetingId: 'nobody' })))).toBe('notFound');
    expect(refused(() => write(a, (w) => w.insert(organisation, { kind: 'circus' as 'ngo' })))).toBe('invalidValue');
    expect(count()).toBe(before);
    expect(everything(a)['organisation']).toEqual([]);
  });

  test('everybody who listens hears what changed, after it is written', () => {
    const heard: unknown[] = [];
    const stop = a.ledger.onCommitted(({ rows }) => heard.push(rows));
    const id = write(a, (w) => w.insert(organisation, { name: 'x' }));
    stop();
    write(a, (w) => w.update(organisation, id, { name: 'y' }));
    expect(heard).toEqual([{ organisation: [id] }]);
  });
});
