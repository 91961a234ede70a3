import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { activity, indicatorTarget, indicatorValue } from '../../../electron/core/projects/tables.ts';
import { expense } from '../../../electron/core/projects/moneyTables.ts';
import type { PartPatch } from '../../../shared/contract/projectParts.ts';
import { makeProjects, type TestProjects } from '../../fixtures/project.ts';
import { refusalOf } from '../../fixtures/workspace.ts';

let test: TestProjects;
let id: string;
beforeEach(async () => {
  test = await makeProjects();
  id = await test.create();
});
afterEach(() => test.remove());

const get = () => test.projects.get({ id });
const add = (patch: PartPatch) => test.add(id, patch);
const refused = (patch: PartPatch) => refusalOf(() => test.projects.addPart({ projectId: id, patch }));
const objective = (text: string, parentId: string | null = null) =>
  add({ part: 'objective', fields: { text, parentId } });
const numbered = async () => (await get()).objectives.map(({ number, text }) => `${number} ${text}`);

/** One of each kind, with what each needs. */
async function addEach(): Promise<Record<string, string>> {
  const goal = await objective('Громади діють разом');
  const line = await add({ part: 'line', fields: { title: 'Круглі столи', objectiveId: goal } });
  const deliverable = await add({ part: 'deliverable', fields: { title: 'Посібник' } });
  const funder = await add({ part: 'funder', fields: { nameText: 'Фонд', currency: 'EUR', amount: 100_00 } });
  return {
    place: await add({ part: 'place', fields: { territory: 'UA59000000000057109' } }),
    partner: await add({ part: 'partner', fields: { nameText: 'Ліга', country: 'LT', role: 'lead' } }),
    objective: goal,
    line,
    milestone: await add({ part: 'milestone', fields: { title: 'Половина столів', lineId: line } }),
    deliverable,
    translation: await add({ part: 'translation', fields: { deliverableId: deliverable, language: 'lv' } }),
    risk: await add({ part: 'risk', fields: { title: 'Відмова громад', likelihood: 2, impact: 4 } }),
    indicator: await add({ part: 'indicator', fields: { title: 'Учасники', objectiveId: goal } }),
    funder,
    budgetLine: await add({ part: 'budgetLine', fields: { funderId: funder, title: 'Оренда', amount: 50_00 } }),
    rate: await add({ part: 'rate', fields: { currency: 'EUR', rate: 45_000_000 } }),
    programmeTask: await add({ part: 'programmeTask', fields: { task: 'Навчання фахівців' } }),
  };
}

describe('the parts of a project', () => {
  it('keep files with a deliverable, which undo brings back', async () => {
    const ownerId = await add({ part: 'deliverable', fields: { title: 'Посібник' } });
    expect((await get()).deliverables).toMatchObject([{ files: [] }]);
    const bytes = Buffer.from('перше видання');
    const size = bytes.length;
    const ticket = test.core.tickets.accept({ name: 'а.pdf', size, path: null, open: () => Readable.from([bytes]) });
    const file = await test.projects.attach({ ownerEntity: 'deliverable', ownerId, ticket });
    expect((await get()).deliverables).toMatchObject([{ files: [{ id: file.id, name: 'а.pdf', size }] }]);
    await test.projects.detach({ id: file.id });
    expect((await get()).deliverables).toMatchObject([{ files: [] }]);
    test.undo();
    expect((await get()).deliverables).toMatchObject([{ files: [{ id: file.id }] }]);
  });

  it('are added, shown and taken back one by one, whichever they are', async () => {
    const made = await addEach();
    const detail = await get();
    expect(detail.places).toMatchObject([{ country: 'UA', territory: 'UA59000000000057109', name: 'Сумська область' }]);
    expect(detail.partners).toMatchObject([{ name: 'Ліга', country: 'LT', role: 'lead' }]);
    expect(detail.lines).toMatchObject([{ number: '1', title: 'Круглі столи', objectiveId: made['objective'] }]);
    expect(detail.milestones).toMatchObject([{ title: 'Половина столів', lineId: made['line'], late: false }]);
    expect(detail.deliverables).toMatchObject([{ translations: [{ language: 'lv', state: 'planned' }] }]);
    expect(detail.risks).toMatchObject([{ title: 'Відмова громад', weight: 8, status: 'open' }]);
    expect(detail.budget).toEqual([{ currency: 'EUR', amount: 100_00 }]);
    const tables = ['programme_task', 'project_rate', 'budget_line', 'indicator', 'risk', 'translation'];
    const count = (table: string) =>
      test.workspace.sqlite.prepare(`SELECT count(*) FROM ${table} WHERE removed = 0`).pluck().get();
    expect(tables.map(count)).toEqual([1, 1, 1, 1, 1, 1]);
    const acts = Object.keys(made).length;
    for (let n = 0; n < acts; n += 1) test.undo();
    expect(await get()).toMatchObject({ places: [], partners: [], objectives: [], lines: [], risks: [], budget: [] });
    expect(tables.map(count)).toEqual([0, 0, 0, 0, 0, 0]);
    for (let n = 0; n < acts; n += 1) test.redo();
    // Only the clocks say that it was gone.
    const look = (value: object) =>
      JSON.stringify(value, (key, each: unknown) => (key === 'clocks' ? undefined : each));
    expect(look(await get())).toBe(look(detail));
  });

  it('stand in the order they were put in, and keep it through undo', async () => {
    const ids = [];
    for (const title of ['А', 'Б', 'В', 'Г']) ids.push(await add({ part: 'line', fields: { title } }));
    const titles = async () => (await get()).lines.map(({ number, title }) => number + title).join(' ');
    await test.projects.movePart({ part: 'line', id: ids[3] ?? '', to: 1 });
    expect(await titles()).toBe('1А 2Г 3Б 4В');
    await test.projects.movePart({ part: 'line', id: ids[0] ?? '', to: 99 });
    expect(await titles()).toBe('1Г 2Б 3В 4А');
    test.undo();
    expect(await titles()).toBe('1А 2Г 3Б 4В');
    test.undo();
    expect(await titles()).toBe('1А 2Б 3В 4Г');
  });

  it('are known by their words and refused without them, each at its field', async () => {
    const wanted: [PartPatch, string, string][] = [
      [{ part: 'objective', fields: {} }, 'required', 'text'],
      [{ part: 'line', fields: { title: ' ' } }, 'required', 'title'],
      [{ part: 'partner', fields: { country: 'LT' } }, 'required', 'organisationId'],
      [{ part: 'partner', fields: { nameText: 'Ліга', country: 'QQ' } }, 'countryUnknown', 'country'],
      [{ part: 'place', fields: {} }, 'required', 'territory'],
      [{ part: 'place', fields: { territory: 'UA00' } }, 'territoryUnknown', 'territory'],
      [{ part: 'funder', fields: { nameText: 'Фонд', currency: 'QQQ' } }, 'currencyUnknown', 'currency'],
      [{ part: 'funder', fields: { nameText: 'Фонд', amount: -1 } }, 'amountNegative', 'amount'],
      [{ part: 'budgetLine', fields: { title: 'Оренда' } }, 'required', 'funderId'],
      [{ part: 'rate', fields: { currency: 'UAH', rate: 1_000_000 } }, 'rateOfOwnCurrency', 'currency'],
      [{ part: 'rate', fields: { currency: 'EUR' } }, 'required', 'rate'],
      [{ part: 'translation', fields: { language: 'lt' } }, 'required', 'deliverableId'],
      [{ part: 'milestone', fields: { title: 'Віха', dueOn: '2026-02-30' } }, 'dayMalformed', 'dueOn'],
      [{ part: 'milestone', fields: { title: 'Віха', reachedOn: '2026-11-22' } }, 'dayAhead', 'reachedOn'],
      [{ part: 'programmeTask', fields: { unit: 'осіб' } }, 'required', 'task'],
      [{ part: 'line', fields: { title: 'Лінія', objectiveId: id } }, 'notFound', 'objectiveId'],
    ];
    for (const [patch, code, field] of wanted) expect(await refused(patch)).toMatchObject({ code, field });
    expect((await get()).clocks).toHaveProperty('title');
    expect(test.workspace.sqlite.prepare('SELECT count(*) FROM funder').pluck().get()).toBe(0);
  });

  it('stand once: no place, partner, language or rate twice', async () => {
    const made = await addEach();
    const deliverableId = made['deliverable'] ?? '';
    expect(await refused({ part: 'place', fields: { territory: 'UA59000000000057109' } })).toMatchObject({
      code: 'placeTwice',
      field: 'territory',
    });
    const organisationId = test.group.organisations[1] ?? '';
    await add({ part: 'partner', fields: { organisationId } });
    expect((await refused({ part: 'partner', fields: { organisationId } })).code).toBe('partnerTwice');
    const twin = { part: 'translation', fields: { deliverableId, language: 'lv' } } as const;
    expect((await refused(twin)).code).toBe('translationTwice');
    expect((await refused({ ...twin, fields: { deliverableId, language: 'qq' } })).code).toBe('languageUnknown');
    expect((await refused({ part: 'rate', fields: { currency: 'EUR', rate: 1 } })).code).toBe('rateTwice');
    await add({ part: 'rate', fields: { currency: 'EUR', rate: 46_000_000, ratedOn: '2026-06-30' } });
  });

  it('belong to their own project', async () => {
    const other = await test.create('Інший');
    const line = await test.add(other, { part: 'line', fields: { title: 'Чужа' } });
    const parent = await test.add(other, { part: 'objective', fields: { text: 'Чужа ціль' } });
    expect(await refused({ part: 'milestone', fields: { title: 'Віха', lineId: line } })).toMatchObject({
      code: 'otherProject',
      field: 'lineId',
    });
    expect((await refused({ part: 'objective', fields: { text: 'Ціль', parentId: parent } })).code).toBe(
      'otherProject',
    );
  });

  it('lose nothing to a page that had read an older value', async () => {
    const risk = await add({ part: 'risk', fields: { title: 'Ризик', answer: 'Домовитися з громадами.' } });
    const read = (await get()).risks[0];
    const base = { answer: { clock: read?.clocks['answer'] ?? null, text: read?.answer ?? '' } };
    const patch = (answer: string): PartPatch => ({ part: 'risk', fields: { answer } });
    await test.page('one').updatePart({ id: risk, patch: patch('Завчасно домовитися з громадами.'), base });
    await test.page('two').updatePart({ id: risk, patch: patch('Домовитися з громадами письмово.'), base });
    expect((await get()).risks[0]?.answer).toBe('Завчасно домовитися з громадами письмово.');
  });
});

describe('objectives', () => {
  it('are numbered as a tree, and the order is kept among those beside each other', async () => {
    const first = await objective('Перша');
    const second = await objective('Друга');
    await objective('Перша.Перша', first);
    const deep = await objective('Перша.Друга', first);
    expect(await numbered()).toEqual(['1 Перша', '1.1 Перша.Перша', '1.2 Перша.Друга', '2 Друга']);
    await test.projects.movePart({ part: 'objective', id: deep, to: 0 });
    expect(await numbered()).toEqual(['1 Перша', '1.1 Перша.Друга', '1.2 Перша.Перша', '2 Друга']);
    await test.projects.updatePart({ id: deep, patch: { part: 'objective', fields: { parentId: second } } });
    expect(await numbered()).toEqual(['1 Перша', '1.1 Перша.Перша', '2 Друга', '2.1 Перша.Друга']);
  });

  it('serve no circle', async () => {
    const top = await objective('Вгорі');
    const middle = await objective('Посередині', top);
    const below = await objective('Внизу', middle);
    for (const parentId of [top, middle, below])
      expect(
        await refusalOf(() =>
          test.projects.updatePart({ id: top, patch: { part: 'objective', fields: { parentId } } }),
        ),
      ).toMatchObject({ code: 'objectiveCircle', field: 'parentId' });
  });

  it('move up when what they serve is removed, with what hangs on it', async () => {
    const top = await objective('Вгорі');
    const middle = await objective('Посередині', top);
    await objective('Брат', top);
    await objective('Внизу', middle);
    const line = await add({ part: 'line', fields: { title: 'Лінія', objectiveId: middle } });
    const before = await get();
    await test.projects.removePart({ part: 'objective', id: middle });
    expect(await numbered()).toEqual(['1 Вгорі', '1.1 Брат', '1.2 Внизу']);
    expect((await get()).lines.find((each) => each.id === line)?.objectiveId).toBe(top);
    test.undo();
    const after = await get();
    expect(after.objectives.map(({ number, text }) => number + text)).toEqual(
      before.objectives.map(({ number, text }) => number + text),
    );
    expect(after.lines[0]?.objectiveId).toBe(middle);
  });
});

describe('removing a part', () => {
  it('leaves the activities, milestones and sums of a line, and one undo puts all back', async () => {
    const { line, funder, milestone } = await addEach();
    const budgetLine = await add({ part: 'budgetLine', fields: { funderId: funder ?? '', lineId: line ?? '' } });
    const activityId = test.workspace.ledger.write(test.author, { label: 'projects.addActivity' }, (w) =>
      w.insert(activity, { projectId: id, lineId: line ?? null, title: 'Стіл' }),
    );
    const lineOf = (table: string, row: string | undefined) =>
      test.workspace.sqlite.prepare(`SELECT lineId FROM ${table} WHERE id = ? AND removed = 0`).pluck().get(row);
    const all = () => [
      lineOf('activity', activityId),
      lineOf('milestone', milestone),
      lineOf('budget_line', budgetLine),
    ];
    await test.projects.removePart({ part: 'line', id: line ?? '' });
    expect(all()).toEqual([null, null, null]);
    test.undo();
    expect(all()).toEqual([line, line, line]);
  });

  it('keeps the books: a funder or a line that money was spent of stays', async () => {
    const { funder = '', budgetLine = '' } = await addEach();
    test.workspace.ledger.write(test.author, { label: 'projects.addExpense' }, (w) =>
      w.insert(expense, { budgetLineId: budgetLine, amount: 10_00, currency: 'EUR', spentOn: '2026-05-01' }),
    );
    expect((await get()).spent).toEqual([{ currency: 'EUR', amount: 10_00 }]);
    expect(await refusalOf(() => test.projects.removePart({ part: 'funder', id: funder }))).toMatchObject({
      code: 'funderHasExpenses',
      params: { count: 1 },
    });
    expect((await refusalOf(() => test.projects.removePart({ part: 'budgetLine', id: budgetLine }))).code).toBe(
      'budgetLineHasExpenses',
    );
    const patch: PartPatch = { part: 'funder', fields: { currency: 'USD' } };
    expect(await refusalOf(() => test.projects.updatePart({ id: funder, patch }))).toMatchObject({
      code: 'funderHasExpenses',
      field: 'currency',
    });
    test.undo();
    await test.projects.removePart({ part: 'funder', id: funder });
    expect(test.workspace.sqlite.prepare('SELECT removed FROM budget_line WHERE id = ?').pluck().get(budgetLine)).toBe(
      1,
    );
  });
});

describe('an indicator', () => {
  it('keeps what its values mean when it gets other decimals, and refuses to lose digits', async () => {
    const indicator = await add({ part: 'indicator', fields: { title: 'Частка', baseline: 12, decimals: 0 } });
    test.workspace.ledger.write(test.author, { label: 'projects.setValue' }, (w) => {
      w.insert(indicatorTarget, { id: `${indicator}:2026`, indicatorId: indicator, period: '2026', value: 50 });
      w.insert(indicatorValue, { indicatorId: indicator, period: '2025', value: 30 });
    });
    const figures = () =>
      test.workspace.sqlite
        .prepare(
          `SELECT i.baseline, t.value AS target, v.value FROM indicator i
           JOIN indicator_target t ON t.indicatorId = i.id JOIN indicator_value v ON v.indicatorId = i.id`,
        )
        .get();
    const decimals = (to: number) =>
      test.projects.updatePart({ id: indicator, patch: { part: 'indicator', fields: { decimals: to } } });
    await decimals(2);
    expect(figures()).toEqual({ baseline: 1200, target: 5000, value: 3000 });
    await decimals(1);
    expect(figures()).toEqual({ baseline: 120, target: 500, value: 300 });
    test.undo();
    test.undo();
    expect(figures()).toEqual({ baseline: 12, target: 50, value: 30 });
    await decimals(1);
    test.workspace.ledger.write(test.author, { label: 'projects.setValue' }, (w) =>
      w.insert(indicatorValue, { indicatorId: indicator, period: '2026', value: 305 }),
    );
    expect(await refusalOf(() => decimals(0))).toMatchObject({ code: 'decimalsLost', field: 'decimals' });
  });
});
