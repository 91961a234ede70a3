import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readMoney } from '../../../electron/core/projects/money/read.ts';
import { activity } from '../../../electron/core/projects/tables.ts';
import { makeProjects, type TestProjects } from '../../fixtures/project.ts';
import { refusalCode, refusalOf } from '../../fixtures/workspace.ts';

let test: TestProjects;
let projectId: string;
beforeEach(async () => {
  test = await makeProjects();
  projectId = await test.create();
  await test.projects.update({ id: projectId, patch: { startsOn: '2026-01-01', endsOn: '2026-12-31' } });
});
afterEach(() => test.remove());

const funder = (nameText: string, currency: string, amount: number | null = null) =>
  test.add(projectId, { part: 'funder', fields: { nameText, currency, amount } });
type LineFields = { category?: 'events' | 'travel' | 'translation'; title?: string; amount?: number | null };
const line = (funderId: string, fields: LineFields = {}) =>
  test.add(projectId, { part: 'budgetLine', fields: { funderId, title: 'Круглі столи', ...fields } });
const rate = (currency: string, value: number, ratedOn: string | null = null) =>
  test.add(projectId, { part: 'rate', fields: { currency, rate: value, ratedOn, source: 'НБУ' } });
const spend = (budgetLineId: string, amount: number, fields: object = {}) =>
  test.projects.addExpense({ budgetLineId, amount, spentOn: '2026-05-05', ...fields });
const money = () => test.projects.money({ projectId });
const everything = {
  budgetLineId: null,
  funderId: null,
  activityId: null,
  kind: null,
  from: null,
  until: null,
  text: '',
  sort: { by: 'day' as const, descending: false },
  offset: 0,
  limit: 50,
};
const expenses = (filter: object = {}) => test.projects.expenses({ ...everything, projectId, ...filter });
const newActivity = (project: string) =>
  test.workspace.ledger.write(test.author, { label: 'test' }, (w) =>
    w.insert(activity, { projectId: project, title: 'Круглий стіл' }),
  );

describe('the money of a project', () => {
  it('is told by funder, line, category, currency and month, each the sum of the one below', async () => {
    const strom = await funder('STROM', 'EUR', 5_000_000);
    const region = await funder('Обласний бюджет', 'UAH');
    const tables = await line(strom, { category: 'events', amount: 4_000_000 });
    const books = await line(strom, { category: 'translation', amount: 939_200, title: 'Посібники' });
    const roads = await line(region, { category: 'travel', amount: 12_000_000, title: 'Проїзд' });
    await spend(tables, 150_000);
    await spend(tables, 250_000, { kind: 'commitment' });
    await spend(books, 39_200, { spentOn: '2026-06-30' });
    await spend(roads, 1_234_567, { spentOn: '2026-06-01' });
    const view = await money();
    expect(
      view.funders.map(({ name, planned, committed, spent, unplanned }) => [
        name,
        planned,
        committed,
        spent,
        unplanned,
      ]),
    ).toEqual([
      ['STROM', 4_939_200, 250_000, 189_200, 60_800],
      ['Обласний бюджет', 12_000_000, 0, 1_234_567, 0],
    ]);
    expect(
      view.lines.map(({ title, balance, expenses: count, funder: name }) => [title, balance, count, name]),
    ).toEqual([
      ['Круглі столи', 3_600_000, 2, 'STROM'],
      ['Посібники', 900_000, 1, 'STROM'],
      ['Проїзд', 10_765_433, 1, 'Обласний бюджет'],
    ]);
    expect(view.categories.map(({ category, currency, spent }) => [category, currency, spent])).toEqual([
      ['travel', 'UAH', 1_234_567],
      ['events', 'EUR', 150_000],
      ['translation', 'EUR', 39_200],
    ]);
    expect(view.totals).toEqual([
      { currency: 'EUR', planned: 4_939_200, committed: 250_000, spent: 189_200 },
      { currency: 'UAH', planned: 12_000_000, committed: 0, spent: 1_234_567 },
    ]);
    expect(view.months).toEqual([
      { month: '2026-05', spent: [{ currency: 'EUR', amount: 150_000 }] },
      {
        month: '2026-06',
        spent: [
          { currency: 'EUR', amount: 39_200 },
          { currency: 'UAH', amount: 1_234_567 },
        ],
      },
    ]);
  });

  it('is told in the project’s currency by the rates that were entered, or says which is missing', async () => {
    const strom = await funder('STROM', 'EUR');
    const region = await funder('Обласний бюджет', 'UAH');
    await line(strom, { amount: 1 });
    await line(region, { amount: 100 });
    await funder('Ще без статей', 'USD');
    expect(await money()).toMatchObject({ currency: 'UAH', total: null, missingRates: ['EUR'] });
    await rate('EUR', 43_500_000, '2026-05-01');
    await rate('EUR', 44_500_000, '2026-06-01');
    // 0.01 EUR is 44.5 kopiykas by the later rate: 144.5, half away from zero.
    expect(await money()).toMatchObject({ total: { planned: 145, committed: 0, spent: 0 }, missingRates: [] });
  });

  it('changes each expense into its line’s currency by its own rate, and names what it could not', async () => {
    const strom = await funder('STROM', 'EUR');
    const tables = await line(strom, { amount: 100_000 });
    const { warnings } = await spend(tables, 435_000, { currency: 'UAH' });
    expect(warnings).toEqual([{ code: 'noRate', params: { currency: 'UAH', lineCurrency: 'EUR' } }]);
    expect(await money()).toMatchObject({ uncounted: 1, totals: [{ currency: 'EUR', spent: 0 }] });
    const [row] = (await expenses()).rows;
    const fixed = await test.projects.updateExpense({ id: row?.id ?? '', patch: { rate: 22_988 } });
    expect(fixed.warnings).toEqual([]);
    // 4,350.00 UAH × 0.022988 = 99.9978 EUR.
    expect((await expenses()).rows.map(({ inLine, lineCurrency }) => [inLine, lineCurrency])).toEqual([
      [10_000, 'EUR'],
    ]);
    expect(await money()).toMatchObject({ uncounted: 0, totals: [{ currency: 'EUR', spent: 10_000 }] });
  });

  it('forgets the rate of what is paid in the line’s own currency', async () => {
    const tables = await line(await funder('STROM', 'EUR'));
    const { id } = await spend(tables, 435_000, { currency: 'UAH', rate: 22_988 });
    await test.projects.updateExpense({ id, patch: { currency: 'EUR' } });
    expect((await expenses()).rows).toMatchObject([{ currency: 'EUR', rate: null, inLine: 435_000 }]);
  });

  it('is told as it stood on a day for a report', async () => {
    const tables = await line(await funder('STROM', 'EUR'), { amount: 100_000 });
    await spend(tables, 1000, { spentOn: '2026-03-31' });
    await spend(tables, 2000, { spentOn: '2026-04-01' });
    expect(readMoney(test.workspace, projectId, '2026-03-31').totals).toMatchObject([
      { spent: 1000, planned: 100_000 },
    ]);
  });

  it('is not there for a project that is not', async () => {
    expect(await refusalCode(() => test.projects.money({ projectId: 'nobody' }))).toBe('notFound');
    expect(await refusalCode(() => test.projects.programme({ projectId: 'nobody' }))).toBe('notFound');
    expect(await refusalCode(() => expenses({ projectId: 'nobody' }))).toBe('notFound');
  });
});

describe('a commitment', () => {
  it('is outstanding for what spending has not settled, never below nothing', async () => {
    const tables = await line(await funder('STROM', 'EUR'), { amount: 100_000 });
    const { id } = await spend(tables, 5000, { kind: 'commitment' });
    await spend(tables, 2000, { commitmentId: id });
    expect((await expenses({ kind: 'commitment' })).rows).toMatchObject([{ outstanding: 3000, inLine: 5000 }]);
    expect((await money()).totals).toMatchObject([{ committed: 3000, spent: 2000 }]);
    const { warnings } = await spend(tables, 4000, { commitmentId: id });
    expect(warnings).toEqual([{ code: 'overCommitment', params: { over: '10,00\u00a0EUR' } }]);
    expect((await money()).totals).toMatchObject([{ committed: 0, spent: 6000 }]);
  });

  it('stays with its line, and what settles it with the same one', async () => {
    const strom = await funder('STROM', 'EUR');
    const [one, other] = [await line(strom), await line(strom)];
    const { id } = await spend(one, 5000, { kind: 'commitment' });
    const foreign = () => spend(other, 100, { commitmentId: id });
    expect(await refusalOf(foreign)).toMatchObject({ code: 'commitmentForeignLine', field: 'commitmentId' });
    expect(await refusalCode(() => spend(one, 100, { kind: 'commitment', commitmentId: id }))).toBe(
      'commitmentSettlesNothing',
    );
    const paid = await spend(one, 100, { commitmentId: id });
    expect(await refusalCode(() => spend(one, 100, { commitmentId: paid.id }))).toBe('notFound');
    const move = (patch: object) => refusalOf(() => test.projects.updateExpense({ id, patch }));
    expect(await move({ budgetLineId: other })).toMatchObject({ code: 'commitmentSettled', field: 'budgetLineId' });
    expect(await move({ kind: 'spending' })).toMatchObject({ code: 'commitmentSettled', field: 'kind' });
    expect(await refusalCode(() => test.projects.updateExpense({ id: paid.id, patch: { budgetLineId: other } }))).toBe(
      'commitmentForeignLine',
    );
    // What becomes a commitment itself settles none any more.
    await test.projects.updateExpense({ id: paid.id, patch: { kind: 'commitment' } });
    expect((await expenses()).rows.map(({ commitmentId }) => commitmentId)).toEqual([null, null]);
  });

  it('that is taken away leaves its spending, and comes back with undo', async () => {
    const tables = await line(await funder('STROM', 'EUR'));
    const { id } = await spend(tables, 5000, { kind: 'commitment' });
    await spend(tables, 2000, { commitmentId: id });
    await test.projects.removeExpense({ id });
    expect((await money()).totals).toMatchObject([{ committed: 0, spent: 2000 }]);
    test.undo();
    expect((await money()).totals).toMatchObject([{ committed: 3000, spent: 2000 }]);
  });
});

describe('an expense', () => {
  it('over its line or outside the project’s term is kept, and warned of', async () => {
    const tables = await line(await funder('STROM', 'EUR'), { amount: 10_000 });
    expect((await spend(tables, 6000)).warnings).toEqual([]);
    const { id, warnings } = await spend(tables, 6000, { spentOn: '2027-01-15' });
    expect(warnings).toEqual([
      { code: 'overBudgetLine', params: { line: 'Круглі столи', over: '20,00\u00a0EUR' } },
      { code: 'outsideProject', params: { day: '15.01.2027' } },
    ]);
    expect((await money()).lines).toMatchObject([{ balance: -2000, spent: 12_000 }]);
    expect(
      (await test.projects.updateExpense({ id, patch: { amount: 4000, spentOn: '2026-12-31' } })).warnings,
    ).toEqual([]);
  });

  it('is refused where it cannot be, at the field it stands in', async () => {
    const tables = await line(await funder('STROM', 'EUR'));
    const refused = (fields: object) => refusalOf(() => spend(tables, 100, fields));
    expect(await refused({ spentOn: '2026-02-30' })).toMatchObject({ code: 'dayMalformed', field: 'spentOn' });
    expect(await refused({ currency: 'ABC' })).toMatchObject({ code: 'currencyUnknown', field: 'currency' });
    expect(await refused({ amount: 10_000_000_000_001 })).toMatchObject({ code: 'amountTooLarge', field: 'amount' });
    expect(await refused({ activityId: 'nobody' })).toMatchObject({ code: 'notFound', field: 'activityId' });
    const elsewhere = newActivity(await test.create('Інший'));
    expect(await refused({ activityId: elsewhere })).toMatchObject({ code: 'activityForeignProject' });
    expect(await refusalOf(() => spend('nobody', 1))).toMatchObject({ code: 'notFound', field: 'budgetLineId' });
    expect((await expenses()).total).toBe(0);
    const own = newActivity(projectId);
    await spend(tables, 100, { activityId: own });
    expect((await expenses({ activityId: own })).rows).toMatchObject([{ activity: 'Круглий стіл' }]);
  });

  it('keeps what two windows wrote of it at once', async () => {
    const tables = await line(await funder('STROM', 'EUR'));
    const { id } = await spend(tables, 100);
    const [row] = (await expenses()).rows;
    const base = { sum: { clock: row?.clocks['sum'] ?? null } };
    await test.projects.updateExpense({ id, patch: { amount: 200 }, base });
    await test.projects.updateExpense({ id, patch: { amount: 300, payee: 'Друкарня' }, base });
    expect((await expenses()).rows).toMatchObject([{ amount: 200, payee: 'Друкарня' }]);
  });
});

describe('the list of expenses', () => {
  it('is filtered, put in order and cut into pages, with sums over all that was found', async () => {
    const strom = await funder('STROM', 'EUR');
    const region = await funder('Обласний бюджет', 'UAH');
    const [tables, books] = [await line(strom, { title: 'Столи' }), await line(strom, { title: 'Посібники' })];
    const roads = await line(region, { title: 'Проїзд' });
    await spend(tables, 300, { spentOn: '2026-03-01', payee: 'Готель «Україна»' });
    await spend(tables, 200, { spentOn: '2026-01-01', document: 'Рахунок 7', kind: 'commitment' });
    await spend(books, 100, { spentOn: null, note: 'верстка' });
    await spend(roads, 900, { spentOn: '2026-02-01', payee: 'Автопарк' });
    const amounts = async (filter: object) => (await expenses(filter)).rows.map(({ amount }) => amount);
    expect(await amounts({})).toEqual([200, 900, 300, 100]);
    expect(await amounts({ sort: { by: 'day', descending: true } })).toEqual([300, 900, 200, 100]);
    expect(await amounts({ sort: { by: 'amount', descending: true } })).toEqual([900, 300, 200, 100]);
    expect(await amounts({ sort: { by: 'line', descending: false } })).toEqual([100, 900, 200, 300]);
    expect(await amounts({ sort: { by: 'payee', descending: false } })).toEqual([900, 300, 100, 200]);
    expect(await amounts({ budgetLineId: books })).toEqual([100]);
    expect(await amounts({ funderId: region })).toEqual([900]);
    expect(await amounts({ from: '2026-02-01', until: '2026-03-01' })).toEqual([900, 300]);
    expect(await amounts({ text: 'готель УКРАЇНА' })).toEqual([300]);
    expect(await amounts({ text: 'рахунок' })).toEqual([200]);
    expect(await amounts({ offset: 1, limit: 2 })).toEqual([900, 300]);
    const { total, sums } = await expenses({ offset: 1, limit: 1 });
    expect(total).toBe(4);
    expect(sums).toEqual([
      { currency: 'EUR', amount: 400, committed: 200 },
      { currency: 'UAH', amount: 900, committed: 0 },
    ]);
  });
});

describe('the annex of a programme', () => {
  const task = (title: string, moneySource: string) =>
    test.add(projectId, { part: 'programmeTask', fields: { task: title, moneySource } });
  const set = (taskId: string, year: number, value: string, amount: number | null) =>
    test.projects.setProgrammeYear({ taskId, year, value, amount });

  it('has the years of the term and its totals by year and by source', async () => {
    await test.projects.update({ id: projectId, patch: { startsOn: '2025-01-01', endsOn: '2027-12-31' } });
    const [first, second] = [await task('Круглі столи', 'обласний бюджет'), await task('Кампанія', 'інші джерела')];
    await set(first, 2025, '18', 10_000_000);
    await set(first, 2026, '20', 12_000_000);
    await set(second, 2026, '', 500);
    await set(second, 2028, '1', null);
    const view = await test.projects.programme({ projectId });
    expect(view.years).toEqual([2025, 2026, 2027, 2028]);
    expect(view.tasks.map(({ years }) => years)).toEqual([
      [
        { year: 2025, value: '18', amount: 10_000_000 },
        { year: 2026, value: '20', amount: 12_000_000 },
      ],
      [
        { year: 2026, value: '', amount: 500 },
        { year: 2028, value: '1', amount: null },
      ],
    ]);
    expect(view.totals.map(({ amount }) => amount)).toEqual([10_000_000, 12_000_500, 0, 0]);
    expect(view.sources).toEqual([
      { source: 'обласний бюджет', amount: 22_000_000 },
      { source: 'інші джерела', amount: 500 },
    ]);
  });

  it('keeps one record a year, takes it away when nothing is left of it, and brings it back', async () => {
    const id = await task('Круглі столи', '');
    await set(id, 2026, '18', 100);
    await set(id, 2026, '20', 100);
    await set(id, 2026, '', null);
    expect((await test.projects.programme({ projectId })).tasks[0]?.years).toEqual([]);
    test.undo();
    expect((await test.projects.programme({ projectId })).tasks[0]?.years).toEqual([
      { year: 2026, value: '20', amount: 100 },
    ]);
    test.redo();
    await set(id, 2026, '7', null);
    expect((await test.projects.programme({ projectId })).tasks[0]?.years).toEqual([
      { year: 2026, value: '7', amount: null },
    ]);
    expect(await refusalOf(() => set(id, 2026, '', 20_000_000_000_000))).toMatchObject({ code: 'amountTooLarge' });
    expect(await refusalCode(() => set('nobody', 2026, '', 1))).toBe('notFound');
  });
});
