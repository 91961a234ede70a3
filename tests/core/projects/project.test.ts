import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Writer } from '../../../electron/core/ledger/write.ts';
import { memorandum } from '../../../electron/core/memoranda/tables.ts';
import { expense } from '../../../electron/core/projects/moneyTables.ts';
import { activity, activityPlace } from '../../../electron/core/projects/tables.ts';
import { everyProject, type ProjectsFilter } from '../../../shared/contract/projectViews.ts';
import { makeProjects, type TestProjects } from '../../fixtures/project.ts';
import { refusalCode, refusalOf } from '../../fixtures/workspace.ts';

let test: TestProjects;
beforeEach(async () => (test = await makeProjects()));
afterEach(() => test.remove());

describe('a project', () => {
  it('is created in preparation, changed field by field and taken back', async () => {
    const id = await test.create();
    await test.projects.update({
      id,
      patch: { startsOn: '2026-01-01', endsOn: '2026-12-31', status: 'ongoing', leadId: test.group.organisations[0] },
    });
    const detail = await test.projects.get({ id });
    expect(detail).toMatchObject({
      title: 'Громади проти торгівлі людьми',
      status: 'ongoing',
      currency: 'UAH',
      group: 'ОРГ',
      lead: 'У1',
      startsOn: '2026-01-01',
      activities: 0,
      budget: [],
    });
    test.undo();
    expect((await test.projects.get({ id })).status).toBe('preparing');
    await test.projects.remove({ id });
    expect(await refusalCode(() => test.projects.get({ id }))).toBe('notFound');
    test.undo();
    expect((await test.projects.get({ id })).title).toBe('Громади проти торгівлі людьми');
  });

  it('refuses what cannot be, at the field it stands in', async () => {
    const id = await test.create();
    const update = (patch: object) => refusalOf(() => test.projects.update({ id, patch }));
    await test.projects.update({ id, patch: { endsOn: '2026-06-30' } });
    expect(await update({ startsOn: '2026-07-01' })).toMatchObject({ code: 'endBeforeStart', field: 'startsOn' });
    expect(await update({ startsOn: '2026-06-30', endsOn: '2026-06-29' })).toMatchObject({
      code: 'endBeforeStart',
      field: 'endsOn',
    });
    expect(await update({ startsOn: '2026-02-30' })).toMatchObject({ code: 'dayMalformed', field: 'startsOn' });
    expect(await update({ title: ' ' })).toMatchObject({ code: 'required', field: 'title' });
    expect(await update({ currency: 'XXQ' })).toMatchObject({ code: 'currencyUnknown', field: 'currency' });
    expect(await update({ groupId: id })).toMatchObject({ code: 'notFound', field: 'groupId' });
    expect(await update({ predecessorId: id })).toMatchObject({ code: 'predecessorCircle', field: 'predecessorId' });
  });
});

const write = <Result>(work: (w: Writer) => Result): Result =>
  test.workspace.ledger.write(test.author, { label: 'projects.addActivity' }, work);

describe('a successor', () => {
  it('takes over lead, currency, partners, places and the tree of objectives, and is one act to undo', async () => {
    const first = await test.create('Перший');
    await test.projects.update({ id: first, patch: { leadText: 'Ліга', currency: 'EUR', goal: 'мета' } });
    const top = await test.add(first, { part: 'objective', fields: { text: 'Вгорі' } });
    await test.add(first, { part: 'objective', fields: { text: 'Поруч' } });
    await test.add(first, { part: 'objective', fields: { text: 'Внизу', parentId: top } });
    await test.add(first, { part: 'partner', fields: { nameText: 'Партнер', country: 'LV', role: 'associated' } });
    await test.add(first, { part: 'place', fields: { country: 'LT' } });
    await test.add(first, { part: 'line', fields: { title: 'Лінія' } });
    const second = await test.create('Другий', first);
    const detail = await test.projects.get({ id: second });
    expect(detail).toMatchObject({
      predecessorId: first,
      predecessor: 'Перший',
      lead: 'Ліга',
      currency: 'EUR',
      goal: '',
      lines: [],
      partners: [{ name: 'Партнер', country: 'LV', role: 'associated' }],
      places: [{ country: 'LT', territory: '' }],
    });
    expect(detail.objectives.map(({ number, text }) => `${number} ${text}`)).toEqual([
      '1 Вгорі',
      '1.1 Внизу',
      '2 Поруч',
    ]);
    expect((await test.projects.get({ id: first })).successors).toEqual([{ id: second, title: 'Другий' }]);
    test.undo();
    expect((await test.projects.get({ id: first })).successors).toEqual([]);
    expect(test.workspace.sqlite.prepare('SELECT count(*) FROM objective WHERE removed = 0').pluck().get()).toBe(3);
  });

  it('makes no circle, not even by way of others', async () => {
    const first = await test.create('Перший');
    const second = await test.create('Другий', first);
    const third = await test.create('Третій', second);
    expect(await refusalOf(() => test.projects.update({ id: first, patch: { predecessorId: third } }))).toMatchObject({
      code: 'predecessorCircle',
      field: 'predecessorId',
    });
    await test.projects.remove({ id: second });
    expect(await test.projects.get({ id: third })).toMatchObject({ predecessorId: null, predecessor: '' });
  });
});

describe('two pages', () => {
  it('change different fields side by side, and one field without losing either', async () => {
    const id = await test.create();
    await test.projects.update({ id, patch: { goal: 'Громади діють разом.', title: 'Назва' } });
    const { clocks, goal } = await test.projects.get({ id });
    const base = { goal: { clock: clocks['goal'] ?? null, text: goal }, title: { clock: clocks['title'] ?? null } };
    await test.page('one').update({ id, patch: { goal: 'Усі громади діють разом.', title: 'Перша' }, base });
    await test.page('two').update({ id, patch: { goal: 'Громади діють разом щороку.', title: 'Друга' }, base });
    expect(await test.projects.get({ id })).toMatchObject({ goal: 'Усі громади діють разом щороку.', title: 'Перша' });
    expect(test.workspace.ledger.conflicts.open().map(({ field }) => field)).toEqual(['title']);
  });
});

describe('the memoranda of a project', () => {
  it('are linked once and unlinked, and undone', async () => {
    const id = await test.create();
    const memorandumId = write((w) => w.insert(memorandum, { title: 'про взаємодію', number: '5' }));
    const linked = async () => (await test.projects.get({ id })).memoranda.map(({ number }) => number);
    await test.projects.linkMemorandum({ id, memorandumId });
    await test.projects.linkMemorandum({ id, memorandumId });
    expect(await linked()).toEqual(['5']);
    await test.projects.unlinkMemorandum({ id, memorandumId });
    expect(await linked()).toEqual([]);
    test.undo();
    expect(await linked()).toEqual(['5']);
    expect(await refusalCode(() => test.projects.linkMemorandum({ id, memorandumId: id }))).toBe('notFound');
  });
});

describe('the list of projects', () => {
  const list = async (change: Partial<ProjectsFilter> = {}) =>
    test.projects.list({ ...everyProject, offset: 0, limit: 50, ...change });
  const titles = async (change: Partial<ProjectsFilter> = {}) => (await list(change)).rows.map(({ title }) => title);
  const by = (sort: ProjectsFilter['sort']['by'], descending = false) => titles({ sort: { by: sort, descending } });

  beforeEach(async () => {
    const [one = '', two = ''] = test.group.organisations;
    const sumy = await test.create('Суми');
    const vilnius = (
      await test.projects.create({ title: 'Vilnius', language: 'lt', groupId: null, predecessorId: null })
    ).id;
    const strom = await test.create('STROM');
    await test.projects.update({ id: sumy, patch: { startsOn: '2016-01-01', number: '10', leadId: one } });
    await test.projects.update({ id: vilnius, patch: { startsOn: '2013-05-01', number: '9', status: 'completed' } });
    await test.add(vilnius, { part: 'partner', fields: { organisationId: one } });
    const funderId = await test.add(strom, { part: 'funder', fields: { organisationId: two, currency: 'EUR' } });
    await test.add(strom, { part: 'budgetLine', fields: { funderId, amount: 700_00, category: 'events' } });
    await test.add(strom, { part: 'budgetLine', fields: { funderId, amount: 300_00 } });
    const uah = await test.add(sumy, { part: 'funder', fields: { nameText: 'Рада', currency: 'UAH', amount: 5_00 } });
    const line = await test.add(sumy, { part: 'budgetLine', fields: { funderId: uah, amount: 4_00 } });
    write((w) => {
      w.insert(expense, { budgetLineId: line, amount: 1_00, currency: 'UAH' });
      w.insert(expense, { budgetLineId: line, kind: 'commitment', amount: 9_00, currency: 'UAH' });
      w.insert(activity, { projectId: sumy, status: 'held', plannedFrom: '2016-03-01' });
      w.insert(activity, { projectId: sumy, plannedFrom: '2016-04-01' });
      w.insert(activity, { projectId: sumy, status: 'cancelled', plannedFrom: '2016-04-01' });
      w.insert(activity, { projectId: strom, status: 'held', plannedFrom: '2015-04-01' });
      w.insert(activity, { projectId: strom, status: 'held', plannedFrom: '2015-04-02' });
    });
  });

  it('tells figures and money of each', async () => {
    const { rows } = await list({ sort: { by: 'title', descending: false } });
    const figures = rows.map(({ title, activities, held, late, budget, spent }) => ({
      [title]: [activities, held, late],
      budget,
      spent,
    }));
    expect(figures).toEqual([
      { Суми: [2, 1, 1], budget: [{ currency: 'UAH', amount: 5_00 }], spent: [{ currency: 'UAH', amount: 1_00 }] },
      { STROM: [2, 2, 0], budget: [{ currency: 'EUR', amount: 1000_00 }], spent: [] },
      { Vilnius: [0, 0, 0], budget: [], spent: [] },
    ]);
  });

  it('sorts by each column, what has no value last, and turns round', async () => {
    expect(await by('starts')).toEqual(['Vilnius', 'Суми', 'STROM']);
    expect(await by('starts', true)).toEqual(['Суми', 'Vilnius', 'STROM']);
    expect(await by('number')).toEqual(['Vilnius', 'Суми', 'STROM']);
    expect(await by('held', true)).toEqual(['STROM', 'Суми', 'Vilnius']);
    expect((await by('late', true))[0]).toBe('Суми');
    expect((await by('spent'))[0]).toBe('Суми');
    expect((await by('status')).at(-1)).toBe('Vilnius');
    expect((await by('lead'))[0]).toBe('Суми');
    expect((await by('ends')).length).toBe(3);
  });

  it('filters by status, group, words and whoever leads it, is a partner or pays', async () => {
    const [one = '', two = ''] = test.group.organisations;
    expect(await titles({ statuses: ['completed'] })).toEqual(['Vilnius']);
    expect(await titles({ groupId: test.group.id })).toEqual(['Суми', 'STROM']);
    expect(await titles({ organisationId: one })).toEqual(['Суми', 'Vilnius']);
    expect(await titles({ organisationId: two })).toEqual(['STROM']);
    expect(await titles({ text: 'суми орг' })).toEqual(['Суми']);
    expect(await titles({ text: 'у1' })).toEqual(['Суми']);
    const page = await list({ limit: 1, offset: 1 });
    expect([page.total, page.rows.map(({ title }) => title)]).toEqual([3, ['Vilnius']]);
  });
});

describe('the home page of a project', () => {
  it('counts kinds and months, by the baseline where it was kept, and communities', async () => {
    const id = await test.create();
    await test.projects.update({ id, patch: { startsOn: '2026-08-01', endsOn: '2027-01-31', status: 'ongoing' } });
    await test.add(id, { part: 'place', fields: { territory: 'UA59020000000081905' } });
    write((w) => {
      const round = { projectId: id, kind: 'roundTable' as const };
      const held = w.insert(activity, {
        ...round,
        status: 'held',
        baselineFrom: '2026-09-10',
        plannedFrom: '2026-10-10',
        actualFrom: '2026-10-11',
        actualUntil: '2026-10-12',
      });
      w.insert(activityPlace, { activityId: held, country: 'UA', territory: 'UA59020010000024157' });
      const planned = w.insert(activity, { ...round, plannedFrom: '2026-10-31', plannedUntil: '2026-11-01' });
      w.insert(activityPlace, { activityId: planned, country: 'UA', territory: 'UA59020030000072865' });
      w.insert(activity, { ...round, status: 'cancelled', plannedFrom: '2026-09-01' });
      w.insert(activity, { projectId: id, kind: 'training', plannedFrom: '2026-12-24' });
    });
    const home = await test.projects.home({ id });
    expect(home.kinds).toEqual([
      { kind: 'roundTable', planned: 2, held: 1 },
      { kind: 'training', planned: 1, held: 0 },
    ]);
    expect(home.running).toEqual([
      { month: '2026-08', planned: 0, held: 0 },
      { month: '2026-09', planned: 1, held: 0 },
      { month: '2026-10', planned: 1, held: 1 },
      { month: '2026-11', planned: 2, held: 1 },
      { month: '2026-12', planned: 3, held: null },
      { month: '2027-01', planned: 3, held: null },
    ]);
    const { all, reached, never } = home.communities;
    expect(all).toBeGreaterThan(5);
    expect([reached, never]).toEqual([1, all - 2]);
    expect(home.project).toMatchObject({ activities: 3, held: 1, late: 1, hasBaseline: true });
    expect(home.late.map(({ kind, daysLeft }) => [kind, daysLeft])).toEqual([['activity', -20]]);
  });
});
