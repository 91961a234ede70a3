import { beforeEach, describe, expect, test } from 'vitest';
import { decision, assignee } from '../../../electron/core/decisions/tables.ts';
import { office, organisation, person, workingGroup } from '../../../electron/core/directory/tables.ts';
import { attachment } from '../../../electron/core/files/tables.ts';
import { agendaItem, meeting, speech } from '../../../electron/core/meetings/tables.ts';
import { memorandum } from '../../../electron/core/memoranda/tables.ts';
import { activity, project } from '../../../electron/core/projects/tables.ts';
import { rowsOfScope, scopeOf } from '../../../electron/core/exchange/sealing/scopes.ts';
import { queueForOtherScopes } from '../../../electron/core/exchange/sealing/otherScopes.ts';
import { forkWithKept, dueBatches, haveOf, keepBatch } from '../../../electron/core/exchange/sealing/store.ts';
import { encodeBatch, readHeader, unpackBatch } from '../../../electron/core/exchange/sealing/batch.ts';
import type { Writer } from '../../../electron/core/ledger/write.ts';
import { allLines, hand, keysOf, linesOf, seal, share } from '../../fixtures/exchange.ts';
import { makeDevice, type Device } from '../../fixtures/ledger.ts';

const morning = Date.UTC(2026, 10, 22, 8);
let time = morning;
let a: Device;
let b: Device;
let c: Device;

beforeEach(() => {
  time = morning;
  [a, b, c] = ['a', 'b', 'c'].map((name) => makeDevice(name, () => (time += 1))) as [Device, Device, Device];
});

const write = <T>(device: Device, work: (w: Writer) => T): T =>
  device.ledger.write(device.author, { label: 'test' }, work);

const value = (device: Device, sql: string, ...of: string[]) =>
  device.sqlite
    .prepare<string[]>(sql)
    .pluck()
    .get(...of);

/** Two groups with a meeting, an item and a speech each; the speaker of the first holds an office. */
const twoGroups = () =>
  write(a, (w) => {
    const body = w.insert(organisation, { name: 'Управління', note: 'лише вдома' });
    const speaker = w.insert(person, { surname: 'Член 7', note: 'лише вдома' });
    w.insert(office, { personId: speaker, organisationId: body, position: 'керівник' });
    const stranger = w.insert(person, { surname: 'Член 8' });
    const of = (name: string) => {
      const group = w.insert(workingGroup, { name });
      const held = w.insert(meeting, { groupId: group, title: `засідання ${name}` });
      const item = w.insert(agendaItem, { meetingId: held, title: `питання ${name}` });
      return { group, held, item, speech: w.insert(speech, { itemId: item, text: `виступ ${name}` }) };
    };
    const x = of('X');
    const y = of('Y');
    w.update(speech, x.speech, { speakerId: speaker });
    return { x, y, body, speaker, stranger };
  });

describe('which records a scope holds', () => {
  test('the group, what hangs on it, its files, and of the directory what that refers to', () => {
    const { x, y, body, speaker, stranger } = twoGroups();
    const file = write(a, (w) => w.insert(attachment, { ownerEntity: 'agendaItem', ownerId: x.item, name: 'додаток' }));
    const foreign = write(a, (w) => w.insert(attachment, { ownerEntity: 'person', ownerId: speaker, name: 'фото' }));
    const rows = rowsOfScope(a, x.group).map(({ row }) => row);
    expect(rows).toEqual(expect.arrayContaining([x.group, x.held, x.item, x.speech, body, speaker, file]));
    for (const other of [y.group, y.held, y.item, y.speech, stranger, foreign]) expect(rows).not.toContain(other);
    expect(rows).toHaveLength(8);
    for (const [entity, row] of [
      ['workingGroup', x.group],
      ['speech', x.speech],
      ['attachment', file],
    ] as const)
      expect(scopeOf(a, entity, row)).toBe(x.group);
    expect(scopeOf(a, 'person', speaker)).toBeNull();
    expect(scopeOf(a, 'attachment', foreign)).toBeNull();
    expect(scopeOf(a, 'speech', 'not-here')).toBeNull();
    expect(scopeOf(a, '__proto__', x.group)).toBeNull();
  });
});

describe('rule 11: numbers are given when sealing, one stream for each scope', () => {
  test('each group has a stream of its own, numbered without a gap; again seals nothing', () => {
    const { x, y } = twoGroups();
    share(a, [x.group, y.group]);
    const first = seal(a, [x.group, y.group]);
    expect(first.changes).toBeGreaterThan(8);
    for (const { group } of [x, y]) {
      const lines = allLines(a, [group]);
      expect(lines.map(({ seq }) => seq)).toEqual(lines.map((_, at) => at + 1));
      expect(haveOf(a)[a.ledger.device]?.[group]).toBe(lines.length);
    }
    expect(seal(a, [x.group, y.group])).toMatchObject({ changes: 0 });
    write(a, (w) => w.update(speech, x.speech, { text: 'інше' }));
    expect(seal(a, [x.group, y.group]).scopes.map(({ base, upto }) => upto - base)).toEqual([1, 0]);
    expect(allLines(a, [x.group]).at(-1)).toMatchObject({ row: x.speech, field: 'text', value: '"інше"' });
  });

  test('nothing is sealed where nobody takes part', () => {
    const { x } = twoGroups();
    expect(seal(a, [x.group])).toEqual({ scopes: [], changes: 0 });
    expect(dueBatches(a, [x.group], {})).toEqual([]);
    expect(value(a, 'SELECT count(*) FROM change WHERE sealed = 1')).toBe(0);
  });

  test('the same number with two contents is a fork', () => {
    const { x } = twoGroups();
    share(a, [x.group]);
    seal(a, [x.group]);
    const [kept] = dueBatches(a, [x.group], {});
    if (!kept) throw new Error('nothing was sealed');
    const lines = linesOf(a, [kept]).map(({ seq: _seq, scope: _scope, ...change }) => change);
    const again = (changes: typeof lines, base = 0) => {
      const keys = keysOf('agency-a');
      const packed = encodeBatch({
        ...kept,
        origin: keys.agencyId,
        signer: keys.fingerprint,
        base,
        changes,
        sign: (bytes) => keys.sign(bytes),
      });
      const header = readHeader(unpackBatch(packed));
      return { packed, forkAt: forkWithKept(a, kept.device, x.group, packed.base, packed.upto, header.lines) };
    };
    expect(again(lines).forkAt).toBeNull();
    expect(again(lines.slice(2, 5), 2).forkAt).toBeNull();
    const other = lines.with(4, { ...lines[4], value: '"підроблене"' } as (typeof lines)[number]);
    expect(again(other).forkAt).toBe(5);
    expect(again(lines, lines.length).forkAt).toBeNull();
    const fork = keepBatch(a, { ...kept, ...again(other).packed, state: 'held', reason: 'fork' });
    expect(fork).not.toBe(kept.n);
    expect(keepBatch(a, { ...kept, ...again(lines).packed, state: 'merged' })).toBe(kept.n);
    expect(dueBatches(a, [x.group], {}).map(({ n, state }) => [n, state])).toEqual([[kept.n, 'own']]);
  });

  test('a clock that ran ahead is set right first (rule 4)', () => {
    const { x } = twoGroups();
    share(a, [x.group]);
    seal(a, [x.group]);
    time += 400 * 24 * 3600_000;
    write(a, (w) => w.update(speech, x.speech, { text: 'з майбутнього' }));
    time = morning + 60_000;
    seal(a, [x.group]);
    const last = allLines(a, [x.group]).at(-1);
    expect(last).toMatchObject({ field: 'text', value: '"з майбутнього"' });
    expect(Number(last?.hlc.slice(0, 15))).toBeLessThan(morning + 24 * 3600_000);
    expect(value(a, 'SELECT text FROM speech WHERE id = ?', x.speech)).toBe('з майбутнього');
  });

  test('a long act is cut into batches of at most 2,000 lines, shorter ones stay whole', () => {
    const { x } = twoGroups();
    share(a, [x.group]);
    const many = (count: number) =>
      write(a, (w) => {
        for (let n = 0; n < count; n += 1) w.insert(speech, { itemId: x.item, text: `виступ ${n}` });
      });
    for (const count of [700, 700, 2500]) many(count);
    seal(a, [x.group]);
    const sets = dueBatches(a, [x.group], {}).map((ref) => ({
      changes: ref.changes,
      sets: new Set(linesOf(a, [ref]).map(({ changeSet }) => changeSet)),
    }));
    expect(sets.every(({ changes }) => changes <= 2000)).toBe(true);
    expect(sets.reduce((sum, { changes }) => sum + changes, 0)).toBe(allLines(a, [x.group]).length);
    const [first, second] = sets;
    expect([...(first?.sets ?? [])].filter((set) => second?.sets.has(set))).toEqual([]);
  });
});

describe('rule 12: what comes into a scope comes whole', () => {
  test('a person first referred to brings all current fields, offices and organisation, with their clocks', () => {
    const { x, stranger } = twoGroups();
    share(a, [x.group]);
    seal(a, [x.group]);
    const before = haveOf(a);
    time += 3600_000;
    write(a, (w) => w.update(person, stranger, { phone: '+380' }));
    seal(a, [x.group]);
    expect(allLines(a, [x.group]).some(({ row }) => row === stranger)).toBe(false);
    write(a, (w) => w.update(meeting, x.held, { chairId: stranger }));
    seal(a, [x.group]);
    const lines = linesOf(a, dueBatches(a, [x.group], before));
    const told = lines.filter(({ row }) => row === stranger).map(({ field, hlc }) => [field, hlc] as const);
    expect(Object.fromEntries(told)).toEqual(a.ledger.clocks('person', stranger));
  });

  test('a memorandum that was a draft of our own goes when it gets a group, without the words it had before', () => {
    const { x } = twoGroups();
    share(a, [x.group]);
    const draft = write(a, (w) => w.insert(memorandum, { title: 'чернетка таємна' }));
    write(a, (w) => w.update(memorandum, draft, { title: 'Меморандум' }));
    seal(a, [x.group]);
    expect(allLines(a, [x.group]).some(({ row }) => row === draft)).toBe(false);
    write(a, (w) => w.update(memorandum, draft, { groupId: x.group }));
    seal(a, [x.group]);
    const lines = allLines(a, [x.group]).filter(({ row }) => row === draft);
    expect(new Set(lines.map(({ field }) => field))).toEqual(new Set(['groupId', 'removed', 'title']));
    expect(JSON.stringify(lines)).not.toContain('чернетка');
    expect(seal(a, [x.group]).changes).toBe(0);
  });

  test('what was removed before it was shared is not told of, unless something refers to it', () => {
    const { x } = twoGroups();
    share(a, [x.group]);
    const gone = write(a, (w) => w.insert(speech, { itemId: x.item, text: 'вилучене до надсилання' }));
    write(a, (w) => w.remove(speech, gone));
    seal(a, [x.group]);
    expect(allLines(a, [x.group]).some(({ row }) => row === gone)).toBe(false);
    a.ledger.undo(a.author);
    seal(a, [x.group]);
    expect(allLines(a, [x.group]).some(({ row, field }) => row === gone && field === 'text')).toBe(true);
    write(a, (w) => w.remove(speech, gone));
    seal(a, [x.group]);
    expect(allLines(a, [x.group]).at(-1)).toMatchObject({ row: gone, field: 'removed' });
  });

  test('what was removed while it was away from the group is removed there too when it comes back', () => {
    const { x, y } = twoGroups();
    share(a, [x.group]);
    const [own, act] = write(a, (w) => {
      const id = w.insert(project, { groupId: x.group, title: 'Проєкт' });
      return [id, w.insert(activity, { projectId: id, title: 'Круглий стіл' })];
    });
    hand(a, b, [x.group]);
    expect(value(b, 'SELECT removed FROM activity WHERE id = ?', act)).toBe(0);
    write(a, (w) => w.update(project, own, { groupId: y.group }));
    seal(a, [x.group]);
    write(a, (w) => w.remove(activity, act));
    write(a, (w) => w.update(project, own, { groupId: x.group }));
    hand(a, b, [x.group]);
    expect(value(b, 'SELECT removed FROM activity WHERE id = ?', act)).toBe(1);
  });

  test('a change that names a record of another group waits until that record is in the scope', () => {
    const { x, y } = twoGroups();
    share(a, [x.group]);
    const [act, plan] = write(a, (w) => {
      const own = w.insert(project, { groupId: x.group, title: 'Проєкт' });
      return [w.insert(activity, { projectId: own, title: 'Круглий стіл', meetingId: y.held }), own];
    });
    expect(seal(a, [x.group]).scopes).toMatchObject([{ withheld: 1 }]);
    hand(a, b, [x.group]);
    expect(value(b, 'SELECT title FROM activity WHERE id = ?', act)).toBe('Круглий стіл');
    expect(value(b, 'SELECT meetingId FROM activity WHERE id = ?', act)).toBeNull();
    expect(JSON.stringify(allLines(a, [x.group]))).not.toContain(y.held);
    write(a, (w) => w.update(activity, act, { title: 'Інший стіл' }));
    expect(seal(a, [x.group])).toMatchObject({ changes: 1, scopes: [{ withheld: 1 }] });
    write(a, (w) => w.update(meeting, y.held, { groupId: x.group }));
    hand(a, b, [x.group]);
    expect(value(b, 'SELECT meetingId FROM activity WHERE id = ?', act)).toBe(y.held);
    expect(scopeOf(b, 'activity', act)).toBe(x.group);
    expect(seal(a, [x.group])).toMatchObject({ changes: 0, scopes: [{ withheld: 0 }] });
    expect(scopeOf(a, 'project', plan)).toBe(x.group);
  });
});

describe('rule 13: batches are passed on as they came', () => {
  test('a star: what one community wrote reaches the other through the oblast, byte by byte', () => {
    const { x } = twoGroups();
    for (const device of [a]) share(device, [x.group]);
    hand(a, b, [x.group]);
    share(b, [x.group]);
    const said = write(b, (w) => w.insert(decision, { itemId: x.item, text: 'Взяти до відома' }));
    hand(b, c, [x.group]);
    expect(value(c, 'SELECT text FROM decision WHERE id = ?', said)).toBe('Взяти до відома');
    expect(value(c, 'SELECT text FROM speech WHERE id = ?', x.speech)).toBe('виступ X');
    const own = dueBatches(a, [x.group], {}).map(({ sha256 }) => sha256);
    expect(dueBatches(c, [x.group], {}).map(({ sha256 }) => sha256)).toEqual(expect.arrayContaining(own));
    share(c, [x.group]);
    expect(seal(c, [x.group]).changes).toBe(0);
    expect(hand(b, a, [x.group])).toHaveLength(1);
    expect(hand(c, a, [x.group])).toEqual([]);
    expect(hand(c, b, [x.group])).toEqual([]);
    // A lost disk: everything comes back, our own too.
    const fresh = makeDevice('d', () => (time += 1));
    hand(c, fresh, [x.group]);
    expect(haveOf(fresh)).toEqual(haveOf(b));
  });

  test('what came through one group goes into our stream of another that knows the record', () => {
    const { x, y, speaker } = twoGroups();
    write(a, (w) => w.update(speech, y.speech, { speakerId: speaker }));
    share(a, [x.group, y.group]);
    hand(a, b, [x.group]);
    hand(a, c, [y.group]);
    share(b, [x.group]);
    write(b, (w) => w.update(person, speaker, { email: 'member7@example.org', note: 'примітка партнера' }));
    hand(b, a, [x.group]);
    hand(a, c, [y.group]);
    expect(value(c, 'SELECT email FROM person WHERE id = ?', speaker)).toBe('member7@example.org');
    expect(value(a, 'SELECT note FROM person WHERE id = ?', speaker)).toBe('лише вдома');
    expect(value(c, 'SELECT note FROM person WHERE id = ?', speaker)).toBe('');
    expect(seal(a, [x.group, y.group]).changes).toBe(0);
    // A partner's removal holds here too, though we have a note of our own on that person.
    write(b, (w) => w.remove(person, speaker));
    hand(b, a, [x.group]);
    hand(a, c, [y.group]);
    for (const device of [a, b, c]) expect(value(device, 'SELECT removed FROM person WHERE id = ?', speaker)).toBe(1);
    expect(a.ledger.conflicts.open()).toEqual([]);
    b.ledger.undo(b.author);
    hand(b, a, [x.group]);
    // Sealed for one group while the other is not asked for: it waits in its queue.
    write(a, (w) => w.update(person, speaker, { phone: '+380 1' }));
    hand(a, b, [x.group]);
    hand(a, c, [y.group]);
    expect(value(c, 'SELECT phone FROM person WHERE id = ?', speaker)).toBe('+380 1');
  });

  test('somebody whom nothing names any more waits, and is told in full when something does', () => {
    const { x, speaker } = twoGroups();
    share(a, [x.group]);
    hand(a, b, [x.group]);
    write(a, (w) => w.update(speech, x.speech, { speakerId: null }));
    seal(a, [x.group]);
    write(a, (w) => w.update(person, speaker, { phone: '+380 3' }));
    expect(seal(a, [x.group]).changes).toBe(0);
    // A partner who has not heard of it yet may still tell something of them.
    share(b, [x.group]);
    write(b, (w) => w.update(person, speaker, { email: 'member7@example.org' }));
    hand(b, a, [x.group]);
    expect(value(a, 'SELECT email FROM person WHERE id = ?', speaker)).toBe('member7@example.org');
    write(a, (w) => w.update(speech, x.speech, { speakerId: speaker }));
    hand(a, b, [x.group]);
    expect(value(b, 'SELECT phone FROM person WHERE id = ?', speaker)).toBe('+380 3');
  });

  test('a partner that first refers to somebody gets what we know more of them into that group', () => {
    const { x, y, stranger } = twoGroups();
    write(a, (w) => w.update(speech, y.speech, { speakerId: stranger }));
    share(a, [x.group, y.group]);
    hand(a, b, [x.group, y.group]);
    share(b, [x.group]);
    hand(a, c, [x.group]);
    write(a, (w) => w.update(person, stranger, { phone: '+380 2' }));
    seal(a, [y.group]);
    write(b, (w) =>
      w.insert(assignee, { decisionId: w.insert(decision, { itemId: x.item, text: 'Р' }), personId: stranger }),
    );
    hand(b, a, [x.group]);
    hand(a, c, [x.group]);
    expect(value(c, 'SELECT phone FROM person WHERE id = ?', stranger)).toBe('+380 2');
  });

  test('a record of another group that somebody names in this one does not come with it', () => {
    const { x, y } = twoGroups();
    share(a, [x.group, y.group]);
    seal(a, [x.group, y.group]);
    const line = allLines(a, [y.group]).find(({ row }) => row === y.speech);
    if (!line) throw new Error('the speech was not sealed');
    queueForOtherScopes(a, [line, { ...line, hlc: line.hlc.replace(/a+$/, 'b'.repeat(16)) }], x.group);
    write(a, (w) => w.update(speech, y.speech, { text: 'лише для Y' }));
    seal(a, [x.group]);
    expect(JSON.stringify(allLines(a, [x.group]))).not.toContain(y.speech);
  });
});
