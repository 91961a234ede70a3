import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { registerSorts, type RegisterFilter } from '../../../shared/contract/decisionRegister.ts';
import { organisation } from '../../../electron/core/directory/tables.ts';
import { makeCore, type TestCore } from '../../fixtures/core.ts';
import { makeGroup, makeHome, type TestGroup } from '../../fixtures/group.ts';
import { decisionEntry, holdMeeting, write } from '../../fixtures/minutes.ts';
import { queryOf } from '../../fixtures/register.ts';
import { makeWorkspace, refusalOf, type TestWorkspace } from '../../fixtures/workspace.ts';

let made: TestWorkspace;
let core: TestCore;
let group: TestGroup;
let other: TestGroup;
/** Decisions by what the tests call them. */
let ids: Record<'report' | 'poster' | 'data' | 'foreign', string>;
let meetings: string[];

const assign = (id: string, ...organisations: (string | undefined)[]) =>
  core.decisions.setAssignees({
    id,
    assignees: organisations.map((one) => ({ organisationId: one ?? null, personId: null, nameText: '' })),
  });
const find = async (filter: Partial<RegisterFilter> = {}) =>
  (await core.decisions.register(queryOf(filter))).rows.map(({ number }) => number);

beforeEach(async () => {
  made = await makeWorkspace();
  group = makeGroup(made, { pattern: '{n}' });
  other = makeGroup(made, { pattern: 'С-{n}', name: 'Арбітражна група', members: 3 });
  makeHome(made, group);
  made.author.person = group.people[1] ?? '';
  core = makeCore(made);
  const first = await holdMeeting(core, made, group, {
    on: '2026-01-15',
    decision: 'Подати звіт про круглий стіл.',
    dueOn: '2026-03-01',
  });
  const second = await holdMeeting(core, made, group, { on: '2026-02-12', decision: 'Виготовити плакат.' });
  const data = await core.decisions.add({
    itemId: second.itemId,
    text: ' Ґрунтовно зібрати дані від громад ',
    dueOn: '2026-04-20',
    assignees: [],
  });
  const foreign = await holdMeeting(core, made, other, { on: '2026-02-20', decision: 'Ёлка', dueOn: '2026-03-13' });
  ids = { report: first.decisionId, poster: second.decisionId, data: data.id, foreign: foreign.decisionId };
  meetings = [first.id, second.id, foreign.id];
  await assign(ids.report, group.organisations[0], group.organisations[1], group.organisations[2]);
  await assign(ids.foreign, other.organisations[1]);
  await core.decisions.setAssignees({
    id: ids.data,
    assignees: [{ organisationId: null, personId: group.people[3] ?? null, nameText: '' }],
  });
  made.clock.set('2026-03-12 10:00');
});
afterEach(() => made.remove());

describe('the register', () => {
  it('lists the decisions of all groups, the nearest deadline first, with who answers and how far it is', async () => {
    await core.decisions.addNote({ id: ids.report, notedOn: '2026-02-01', text: 'Почато.' });
    await core.decisions.addNote({ id: ids.report, notedOn: '2026-02-20', text: 'я'.repeat(400) });
    const { assignees } = await core.decisions.detail({ id: ids.report });
    await core.decisions.setAssigneeState({
      assigneeId: assignees[1]?.id ?? '',
      status: 'done',
      doneOn: '2026-02-15',
      note: '',
    });
    const page = await core.decisions.register(queryOf());
    expect(page).toMatchObject({ total: 4, groups: [], counts: { unfinished: 4, overdue: 1, dueThisWeek: 1 } });
    expect(page.rows.map(({ number, dueOn, state }) => [number, dueOn, state])).toEqual([
      ['1/1.1', '2026-03-01', 'overdue'],
      ['С-1/1.1', '2026-03-13', 'open'],
      ['2/1.2', '2026-04-20', 'open'],
      ['2/1.1', null, 'open'],
    ]);
    expect(page.rows[0]).toMatchObject({
      id: ids.report,
      text: 'Подати звіт про круглий стіл.',
      group: 'Обласна робоча група',
      meetingId: meetings[0],
      meetingNumber: '1',
      heldOn: '2026-01-15',
      lead: 'У1',
      others: 'У2 + 1',
      assignees: 3,
      assigneesDone: 1,
      notes: 2,
      evidence: 0,
      repeat: 'none',
    });
    expect(page.rows[0]?.latestNote).toBe('я'.repeat(300));
    expect(page.rows[2]?.lead).toMatch(/Учасник4\sП\.\sТ\./);
  });

  it('knows nothing of what was not decided: planned and cancelled meetings, information, what was removed', async () => {
    const { id } = await core.meetings.create({
      groupId: group.id,
      copyFrom: null,
      template: null,
      heldOn: '2026-05-20',
    });
    const { id: itemId } = await core.meetings.addItem({ meetingId: id, title: 'Проєкт', at: null });
    await write(core, itemId, decisionEntry('Проєкт рішення.'));
    expect((await core.decisions.register(queryOf())).total).toBe(4);
    await core.decisions.update({ id: ids.poster, patch: { kind: 'information' } });
    expect(await find()).toEqual(['1/1.1', 'С-1/1.1', '2/1.1']);
    await core.decisions.update({ id: ids.poster, patch: { kind: 'decision' } });
    expect(await find()).toEqual(['1/1.1', 'С-1/1.1', '2/1.2', '2/1.1']);
  });

  const conditions: [string, Partial<RegisterFilter>, string[]][] = [
    ['words, whatever their case and letters', { text: 'ЗВІТ стол' }, []],
    ['a part of a word', { text: 'кругл' }, ['1/1.1']],
    ['ґ as г, ё as е', { text: 'грунтовно' }, ['2/1.2']],
    ['a number', { text: '2/1.1' }, ['2/1.1']],
    ['the name of an assignee', { text: 'установа 3' }, ['1/1.1']],
    ['the name of a person', { text: 'учасник4' }, ['2/1.2']],
    ['what FTS would read as syntax', { text: '" NEAR( * %' }, []],
    ['the state, overdue taken off the open ones', { states: ['overdue'] }, ['1/1.1']],
    ['open is what is not overdue', { states: ['open'] }, ['С-1/1.1', '2/1.2', '2/1.1']],
    ['days of deadlines', { dueFrom: '2026-03-10', dueUntil: '2026-04-20' }, ['С-1/1.1', '2/1.2']],
    ['days of meetings', { heldFrom: '2026-02-12', heldUntil: '2026-02-12' }, ['2/1.2', '2/1.1']],
    ['what comes back', { repeating: true }, []],
    ['unknown ids find nothing', { groupIds: ['nobody'] }, []],
    ['unknown organisations find nothing', { organisationIds: ['nobody'] }, []],
  ];

  it('filters by everything a person can ask for', async () => {
    for (const [what, filter, numbers] of conditions) expect(await find(filter), what).toEqual(numbers);
  });

  it('filters by group, meeting and organisation, also of those who assist and of people', async () => {
    expect(await find({ groupIds: [other.id] })).toEqual(['С-1/1.1']);
    expect(await find({ groupIds: [other.id, group.id], meetingId: meetings[1] ?? '' })).toEqual(['2/1.2', '2/1.1']);
    expect(await find({ organisationIds: [group.organisations[2] ?? ''] })).toEqual(['1/1.1']);
    expect(await find({ organisationIds: [group.organisations[3] ?? ''] })).toEqual(['2/1.2']);
  });

  it('finds a text of any length, and nothing by it', async () => {
    expect(await find({ text: 'слово '.repeat(300) })).toEqual([]);
  });

  it('has the days of a filter named where they are none', async () => {
    expect(await refusalOf(() => find({ dueFrom: '2026-02-30' }))).toMatchObject({
      code: 'dayMalformed',
      field: 'dueFrom',
    });
    expect(await refusalOf(() => find({ heldFrom: '2026-03-02', heldUntil: '2026-03-01' }))).toMatchObject({
      code: 'endBeforeStart',
      field: 'heldUntil',
    });
  });

  it.each([
    ['organisation', ['', 'Установа 1', 'Установа 2', 'Установа 4'].toSorted(), 4],
    ['group', ['Арбітражна група', 'Обласна робоча група'], 4],
    ['state', ['', ''], 4],
  ] as const)('groups by %s, with counts that add up', async (groupBy, titles, total) => {
    const page = await core.decisions.register(queryOf({}, { groupBy }));
    expect(page.groups.map(({ title }) => title).toSorted()).toEqual(titles);
    expect(page.groups.reduce((sum, { count }) => sum + count, 0)).toBe(total);
    expect(page.groups.reduce((sum, { overdue }) => sum + overdue, 0)).toBe(1);
    const keys = page.rows.map(({ groupKey }) => groupKey);
    expect(keys).toEqual(page.groups.flatMap(({ key, count }) => Array.from({ length: count }, () => key)));
  });

  it('groups by meeting, the newest first, and keeps a page within its group', async () => {
    const page = await core.decisions.register(queryOf({}, { groupBy: 'meeting', offset: 2, limit: 2 }));
    expect(page.groups.map(({ number, heldOn, count }) => [number, heldOn, count])).toEqual([
      ['С-1', '2026-02-20', 1],
      ['2', '2026-02-12', 2],
      ['1', '2026-01-15', 1],
    ]);
    expect(page.rows.map(({ number, groupKey }) => [number, groupKey])).toEqual([
      ['2/1.1', meetings[1]],
      ['1/1.1', meetings[0]],
    ]);
  });

  it('sorts by every column both ways, and gives the same ids', async () => {
    const orders = new Map<string, string[]>();
    for (const by of registerSorts)
      for (const descending of [false, true]) {
        const query = queryOf({}, { sort: { by, descending } });
        const { rows } = await core.decisions.register(query);
        expect(await core.decisions.registerIds(query)).toEqual(rows.map(({ id }) => id));
        expect(new Set(rows.map(({ id }) => id)).size).toBe(4);
        orders.set(
          `${by} ${descending ? 'down' : 'up'}`,
          rows.map(({ number }) => number),
        );
      }
    expect(orders.get('held up')).toEqual(['1/1.1', '2/1.1', '2/1.2', 'С-1/1.1']);
    expect(orders.get('number up')?.slice(0, 3)).toEqual(['1/1.1', '2/1.1', '2/1.2']);
    // Виготовити, Ґрунтовно, Ёлка, Подати.
    expect(orders.get('text up')).toEqual(['2/1.1', '2/1.2', 'С-1/1.1', '1/1.1']);
    expect(orders.get('text down')).toEqual(orders.get('text up')?.toReversed());
    expect(orders.get('group up')?.[0]).toBe('С-1/1.1');
    expect(orders.get('due down')).toEqual(['2/1.2', 'С-1/1.1', '1/1.1', '2/1.1']);
    expect(orders.get('state up')?.[0]).toBe('1/1.1');
  });

  it('is what it was after undo, and follows names', async () => {
    await core.decisions.setExecution({ id: ids.report, status: 'done' });
    expect(await find({ states: ['done'] })).toEqual(['1/1.1']);
    made.workspace.ledger.undo(made.author);
    expect(await find({ states: ['done'] })).toEqual([]);
    const first = group.organisations[0] ?? '';
    made.workspace.ledger.write(made.author, { label: 'test.rename' }, (w) =>
      w.update(organisation, first, { name: 'Перейменована', shortName: 'ПЕР' }),
    );
    expect((await core.decisions.register(queryOf({ text: 'перейменована' }))).rows[0]?.lead).toBe('ПЕР');
  });

  it('offers what can be chosen', async () => {
    const choices = await core.decisions.registerChoices();
    expect(choices.groups.map(({ name }) => name)).toEqual(['Арбітражна група', 'Обласна робоча група']);
    expect(choices.organisations.map(({ name }) => name)).toEqual([
      'Установа 1',
      'Установа 2',
      'Установа 2',
      'Установа 3',
      'Установа 4',
    ]);
    expect(choices.years).toEqual([2026]);
  });

  it('is empty in an empty workspace', async () => {
    const empty = await makeWorkspace();
    const { decisions } = makeCore(empty);
    expect(await decisions.register(queryOf({}, { groupBy: 'organisation' }))).toEqual({
      total: 0,
      rows: [],
      groups: [],
      counts: { unfinished: 0, overdue: 0, dueThisWeek: 0 },
    });
    expect(await decisions.registerChoices()).toEqual({ groups: [], organisations: [], years: [] });
    empty.remove();
  });
});

describe('kept filters', () => {
  const { filter, sort, groupBy } = queryOf({ states: ['overdue'] }, { groupBy: 'organisation' });
  const query = { filter, sort, groupBy };

  it('come back as they were, under their names', async () => {
    const { id } = await core.decisions.saveFilter({ id: null, name: ' Мої прострочені ', query });
    await core.decisions.saveFilter({ id: null, name: 'Друге', query });
    await core.decisions.saveFilter({ id, name: 'Прострочені', query });
    expect(await core.decisions.savedFilters()).toMatchObject([{ id, name: 'Прострочені', query }, { name: 'Друге' }]);
    await core.decisions.removeFilter({ id });
    expect(await core.decisions.savedFilters()).toHaveLength(1);
    made.workspace.ledger.undo(made.author);
    expect(await core.decisions.savedFilters()).toHaveLength(2);
  });

  it('have a name, and are there', async () => {
    expect(await refusalOf(() => core.decisions.saveFilter({ id: null, name: '  ', query }))).toMatchObject({
      code: 'required',
      field: 'name',
    });
    expect(await refusalOf(() => core.decisions.saveFilter({ id: 'none', name: 'Так', query }))).toMatchObject({
      code: 'notFound',
    });
    expect(await refusalOf(() => core.decisions.removeFilter({ id: ids.report }))).toMatchObject({ code: 'notFound' });
  });
});
