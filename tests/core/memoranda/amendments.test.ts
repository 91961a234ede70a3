import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clausesOn } from '../../../electron/core/memoranda/amendedText.ts';
import { readMemorandumText } from '../../../electron/core/memoranda/versions.ts';
import { resources } from '../../fixtures/sample.ts';
import { makeMemoranda, type TestMemoranda } from '../../fixtures/memorandum.ts';
import { refusalCode, refusalOf } from '../../fixtures/workspace.ts';

let test: TestMemoranda;
let id: string;
beforeEach(async () => {
  test = await makeMemoranda();
  ({ id } = await test.draft());
});
afterEach(() => test.remove());

const sign = () => test.memoranda.sign({ id, on: '2026-11-21', number: 'М-1', startsOn: null });
const amend = () => test.memoranda.addAmendment({ memorandumId: id, title: 'про строки' });
const clauseOf = async (key: string): Promise<string> =>
  (await test.memoranda.get({ id })).clauses.find(({ libraryKey }) => libraryKey === key)?.id ?? '';

describe('an amendment', () => {
  it('is refused for what is not signed, expired, terminated or superseded, with what to do instead', async () => {
    expect(await refusalCode(amend)).toBe('amendmentOfUnsigned');
    await sign();
    await amend();
    await test.memoranda.terminate({ id, on: '2026-12-01', reason: 'за згодою' });
    test.clock.set('2026-12-01 09:00');
    expect(await refusalCode(amend)).toBe('amendmentOfTerminated');
    await test.memoranda.reinstate({ id });
    test.clock.set('2027-12-01 09:00');
    expect(await refusalCode(amend)).toBe('amendmentOfExpired');
    test.clock.set('2027-01-01 09:00');
    const next = await test.draft();
    await test.memoranda.update({ id: next.id, patch: { supersedesId: id, endsOn: '2030-01-01' } });
    await test.memoranda.sign({ id: next.id, on: '2027-01-01', number: 'М-2', startsOn: null });
    expect(await refusalCode(amend)).toBe('amendmentOfSuperseded');
  });

  it('is not signed with a field that has no value', async () => {
    await sign();
    const { id: amendmentId } = await amend();
    const text = 'Звіт подають до [[obligation.9.due:день]].';
    const adds = { amendmentId, change: 'adds' as const, clauseId: null, heading: 'Звіти' };
    const { id: clause } = await test.memoranda.addAmendedClause({ ...adds, text });
    const signIt = () =>
      test.memoranda.signAmendment({ id: amendmentId, on: '2026-11-21', number: '1', startsOn: null });
    expect(await refusalOf(signIt)).toMatchObject({
      code: 'clauseFieldMissing',
      params: { clause: 'Звіти', field: 'день' },
      field: 'text',
    });
    await test.memoranda.updateAmendedClause({ id: clause, patch: { text: '[[parties]] підписали у [[place]].' } });
    await signIt();
  });

  it('does not reach into another one, which may be signed', async () => {
    await sign();
    const first = await amend();
    await amend();
    const adds = { change: 'adds' as const, clauseId: null, heading: 'Звіти', text: 'Звіт – щороку.' };
    const { id: signed } = await test.memoranda.addAmendedClause({ ...adds, amendmentId: first.id });
    await test.memoranda.signAmendment({ id: first.id, on: '2026-11-21', number: '1', startsOn: null });
    const change = { id: signed, patch: { text: 'Звіту немає.' } };
    expect(await refusalCode(() => test.memoranda.updateAmendedClause(change))).toBe('amendmentLocked');
    expect(clausesOn(test.workspace, id, '2026-11-21').map(({ text }) => text)).toContain('Звіт – щороку.');
  });

  it('loses nothing to a page that had read an older value', async () => {
    await sign();
    const { id: amendmentId } = await amend();
    const { id: clause } = await test.memoranda.addAmendedClause({
      amendmentId,
      change: 'adds',
      clauseId: null,
      heading: 'Звіти',
      text: 'Звіт подають щороку.',
    });
    const read = async () => (await test.memoranda.get({ id })).amendments[0];
    const before = await read();
    const clocks = before?.clauses[0]?.clocks ?? {};
    const [one, two] = [test.page('one'), test.page('two')];

    const text = { clock: clocks['text'] ?? null, text: 'Звіт подають щороку.' };
    await one.updateAmendedClause({ id: clause, patch: { text: 'Сторони звіт подають щороку.' }, base: { text } });
    await two.updateAmendedClause({ id: clause, patch: { text: 'Звіт подають щомісяця.' }, base: { text } });
    expect((await read())?.clauses[0]).toMatchObject({ heading: 'Звіти', text: 'Сторони звіт подають щомісяця.' });

    const base = { title: { clock: before?.clocks['title'] ?? null } };
    await one.updateAmendment({ id: amendmentId, patch: { title: 'про звіти' }, base });
    await two.updateAmendment({ id: amendmentId, patch: { title: 'про щомісячні звіти' }, base });
    expect((await read())?.title).toBe('про звіти');
    expect(test.workspace.ledger.conflicts.open().map(({ row, field }) => [row, field])).toEqual([
      [amendmentId, 'title'],
    ]);
  });

  it('replaces, adds and repeals clauses from its first day in force', async () => {
    await sign();
    const [costs, information, general] = [
      await clauseOf('costs'),
      await clauseOf('information'),
      await clauseOf('general'),
    ];
    const { id: amendmentId } = await amend();
    const set = (fields: object) =>
      test.memoranda.addAmendedClause({
        amendmentId,
        change: 'replaces',
        clauseId: information,
        heading: '',
        text: 'Дані надсилають щомісяця.',
        ...fields,
      });
    await set({});
    expect(await refusalOf(() => set({ text: 'ще раз' }))).toMatchObject({
      code: 'clauseAmendedTwice',
      field: 'clauseId',
    });
    expect(await refusalOf(() => set({ clauseId: null }))).toMatchObject({ code: 'required', field: 'clauseId' });
    expect(await refusalOf(() => set({ change: 'adds', text: ' ' }))).toMatchObject({
      code: 'required',
      field: 'text',
    });
    await set({ change: 'repeals', clauseId: costs, text: 'байдуже' });
    await set({ change: 'adds', clauseId: general, heading: 'Засади', text: 'Сторони рівні.' });
    await set({ change: 'adds', clauseId: null, heading: 'Звіти', text: 'Звіт – щороку.' });
    await test.memoranda.signAmendment({ id: amendmentId, on: '2026-11-21', number: '1', startsOn: '2027-01-01' });
    const before = clausesOn(test.workspace, id, '2026-12-31');
    expect(before.filter(({ amended }) => amended !== null)).toEqual([]);
    const after = clausesOn(test.workspace, id, '2027-01-01');
    expect(after.map(({ heading, number, amended }) => [number, heading, amended?.change ?? ''])).toEqual([
      [null, 'Сторони', ''],
      [1, 'Загальні положення і мета', ''],
      [null, 'Засади', 'adds'],
      [2, 'Предмет і напрями співпраці', ''],
      [3, 'Форми співпраці', ''],
      [4, 'Права й обов’язки Сторін', ''],
      [5, 'Координація', ''],
      [6, 'Обмін інформацією', 'replaces'],
      [7, 'Конфіденційність', ''],
      [8, 'Фінансові умови', 'repeals'],
      [9, 'Строк дії', ''],
      [10, 'Зміни і припинення', ''],
      [11, 'Прикінцеві положення', ''],
      [12, 'Звіти', 'adds'],
    ]);
    test.clock.set('2027-01-01 09:00');
    const { clauses } = await test.memoranda.get({ id });
    expect(clauses.find((clause) => clause.id === information)).toMatchObject({
      amended: { number: '1', change: 'replaces', text: 'Дані надсилають щомісяця.' },
    });
    const text = readMemorandumText(test.workspace, resources, id, new Date(test.clock.now()));
    expect(text.clauses.map(({ heading }) => heading)).not.toContain('Фінансові умови');
    expect(text.clauses.find(({ heading }) => heading === 'Обмін інформацією')?.text).toBe('Дані надсилають щомісяця.');
  });

  it('is signed with a number, on a day that fits, with something to change, and locked then', async () => {
    await sign();
    const { id: amendmentId } = await amend();
    const signIt = (change: object = {}) =>
      test.memoranda.signAmendment({ id: amendmentId, on: '2026-11-21', number: '1', startsOn: null, ...change });
    expect(await refusalCode(() => signIt())).toBe('amendmentEmpty');
    const { id: row } = await test.memoranda.addAmendedClause({
      amendmentId,
      change: 'adds',
      clauseId: null,
      heading: 'Звіти',
      text: 'Звіт – до [[?:день]].',
    });
    expect(await refusalOf(() => signIt())).toMatchObject({ code: 'clauseHole', params: { field: 'день' } });
    await test.memoranda.updateAmendedClause({ id: row, patch: { text: 'Звіт – щороку.' } });
    expect(await refusalOf(() => signIt({ number: '' }))).toMatchObject({ code: 'required', field: 'number' });
    expect(await refusalOf(() => signIt({ on: '2026-11-22' }))).toMatchObject({ code: 'dayInFuture', field: 'on' });
    expect(await refusalOf(() => signIt({ on: '2026-11-20' }))).toMatchObject({ code: 'amendmentBeforeSigned' });
    expect(await refusalOf(() => signIt({ startsOn: '2028-01-01' }))).toMatchObject({
      code: 'amendmentOfExpired',
      field: 'startsOn',
    });
    expect((await test.memoranda.get({ id })).amendments).toMatchObject([{ status: 'draft', number: '' }]);
    await signIt();
    for (const act of [
      () => signIt(),
      () => test.memoranda.updateAmendedClause({ id: row, patch: { text: 'інше' } }),
      () => test.memoranda.removeAmendedClause({ id: row }),
      () => test.memoranda.removeAmendment({ id: amendmentId }),
      () => test.memoranda.updateAmendment({ id: amendmentId, patch: { title: 'інше' } }),
    ])
      expect(await refusalCode(act)).toBe('amendmentLocked');
    await test.memoranda.updateAmendment({ id: amendmentId, patch: { note: 'у сейфі' } });
  });
});

describe('versions', () => {
  it('are compared clause by clause and word by word', async () => {
    const { id: first } = await test.memoranda.keepVersion({ id, label: 'Перша редакція' });
    const duties = await clauseOf('duties');
    await test.memoranda.updateClause({
      id: duties,
      patch: { heading: 'Обов’язки', text: 'Кожна Сторона виконує зобов’язання сумлінно і вчасно.' },
    });
    await test.memoranda.removeClause({ id: await clauseOf('costs') });
    await test.memoranda.addClause({ memorandumId: id, at: null, heading: 'Нова', text: 'Нові слова.' });
    const { id: second } = await test.memoranda.keepVersion({ id, label: 'Друга редакція' });
    const result = await test.memoranda.compare({ left: first, right: second });
    expect([result.left, result.right]).toEqual(['Перша редакція', 'Друга редакція']);
    const changed = result.clauses.filter(({ change }) => change !== 'same');
    expect(changed.map(({ heading, change }) => [heading, change])).toEqual([
      ['Обов’язки', 'changed'],
      ['Фінансові умови', 'removed'],
      ['Нова', 'added'],
    ]);
    const text = (kind: 'added' | 'removed') =>
      changed[0]?.parts
        .filter((part) => part.kind === 'same' || part.kind === kind)
        .map((part) => part.text)
        .join('');
    expect(text('added')).toBe('Кожна Сторона виконує зобов’язання сумлінно і вчасно.');
    expect(text('removed')).toContain('Сторона завчасно повідомляє інші Сторони');
    const now = await test.memoranda.compare({ left: second, right: id });
    expect(now.clauses.every(({ change }) => change === 'same')).toBe(true);
    expect(await refusalCode(() => test.memoranda.keepVersion({ id, label: '' }))).toBe('required');
    expect(await refusalCode(() => test.memoranda.compare({ left: 'nothing', right: id }))).toBe('notFound');
  });

  it('of the same text have the same hash', async () => {
    await test.memoranda.keepVersion({ id, label: 'А' });
    await test.memoranda.keepVersion({ id, label: 'Б' });
    const [a, b] = await test.memoranda.versions({ id });
    expect(a?.hash).toBe(b?.hash);
  });
});
