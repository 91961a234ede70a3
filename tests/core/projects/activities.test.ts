import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { project } from '../../../electron/core/projects/tables.ts';
import { everyActivity, type ActivitiesFilter } from '../../../shared/contract/activityViews.ts';
import { activitiesOf, codes, makeActivities, type TestActivities } from '../../fixtures/activityPlan.ts';
import { refusalOf } from '../../fixtures/workspace.ts';

let test: TestActivities;
beforeEach(async () => {
  test = await makeActivities();
});
afterEach(() => test.remove());

const add = async (title: string, fields: object = {}): Promise<string> =>
  (await test.projects.addActivity({ projectId: test.projectId, title, ...fields })).id;
const titles = async (more: Parameters<typeof activitiesOf>[0] = {}): Promise<string[]> =>
  (await test.projects.activities(activitiesOf(more))).rows.map(({ title }) => title);

describe('activities', () => {
  it('stand under their lines with the numbers that are printed', async () => {
    const [roundTables, trainings] = test.lines;
    await add('Навчання 1', { lineId: trainings });
    await add('Стіл 1', { lineId: roundTables });
    await add('Без напряму');
    await add('Стіл 2', { lineId: roundTables });
    const { total, rows } = await test.projects.activities(activitiesOf());
    expect(total).toBe(4);
    expect(rows.map(({ number, title, line }) => [number, title, line])).toEqual([
      ['1.1', 'Стіл 1', 'Круглі столи'],
      ['1.2', 'Стіл 2', 'Круглі столи'],
      ['2.1', 'Навчання 1', 'Навчання'],
      ['0.1', 'Без напряму', ''],
    ]);
  });

  it('refuse an end before the beginning at the field that was typed', async () => {
    const id = await add('Стіл', { plannedFrom: '2026-05-05' });
    for (const [from, until] of [
      ['plannedFrom', 'plannedUntil'],
      ['baselineFrom', 'baselineUntil'],
      ['actualFrom', 'actualUntil'],
    ] as const) {
      await test.projects.updateActivity({ id, patch: { [from]: '2026-05-05' } });
      expect(
        await refusalOf(() => test.projects.updateActivity({ id, patch: { [until]: '2026-05-04' } })),
      ).toMatchObject({ code: 'endBeforeStart', field: until });
      await test.projects.updateActivity({ id, patch: { [until]: '2026-05-06' } });
      expect(
        await refusalOf(() => test.projects.updateActivity({ id, patch: { [from]: '2026-05-07' } })),
      ).toMatchObject({ code: 'endBeforeStart', field: from });
    }
    expect(await refusalOf(() => add('Стіл', { plannedFrom: '2026-02-30' }))).toMatchObject({
      code: 'dayMalformed',
      field: 'plannedFrom',
    });
    expect(await refusalOf(() => add(' '))).toMatchObject({ code: 'required', field: 'title' });
    expect(await refusalOf(() => add('Стіл', { territories: ['UA00'] }))).toMatchObject({
      code: 'territoryUnknown',
      field: 'territories',
    });
    expect(await titles()).toEqual(['Стіл']);
  });

  it('bear the same numbers in the list of one project and of many', async () => {
    for (const name of ['а', 'б', 'в', 'г']) {
      const projectId = test.addProject({ title: name });
      const line = test.addLine(projectId, 'Напрям', 'a0');
      await test.projects.addActivity({ projectId, title: `${name} 1`, lineId: line });
      await test.projects.addActivity({ projectId, title: `${name} 2`, lineId: line });
      await test.projects.addActivity({ projectId, title: `${name} 3` });
    }
    const numbers = async (filter: Partial<ActivitiesFilter>) =>
      (await test.projects.activities(activitiesOf(filter))).rows.map(({ title, number }) => `${title}: ${number}`);
    const all = await numbers({});
    expect(all.slice(0, 3)).toEqual(['а 1: 1.1', 'а 2: 1.2', 'а 3: 0.1']);
    const apart = await Promise.all(
      [...new Set((await test.projects.activities(activitiesOf())).rows.map(({ projectId }) => projectId))].map(
        (projectId) => numbers({ projectId }),
      ),
    );
    expect(apart.flat()).toEqual(all);
  });

  it('move within a line and to another one, and back with one undo', async () => {
    const [roundTables, trainings] = test.lines;
    const ids: string[] = [];
    for (const title of ['а', 'б', 'в']) ids.push(await add(title, { lineId: roundTables }));
    const other = await add('г', { lineId: trainings });
    await test.projects.moveActivity({ id: ids[2] ?? '', lineId: roundTables, to: 0 });
    expect(await titles()).toEqual(['в', 'а', 'б', 'г']);
    await test.projects.moveActivity({ id: other, lineId: roundTables, to: 1 });
    expect(await titles()).toEqual(['в', 'г', 'а', 'б']);
    test.undo();
    expect(await titles()).toEqual(['в', 'а', 'б', 'г']);
    await test.projects.updateActivity({ id: ids[2] ?? '', patch: { lineId: trainings } });
    const { rows } = await test.projects.activities(activitiesOf());
    expect(rows.map(({ number, title }) => [number, title])).toEqual([
      ['1.1', 'а'],
      ['1.2', 'б'],
      ['2.1', 'г'],
      ['2.2', 'в'],
    ]);
  });

  it('belong to a line of their own project only', async () => {
    const other = test.addProject({ title: 'Інший' });
    const foreign = test.addLine(other, 'Чужий', 'a0');
    expect(await refusalOf(() => add('Стіл', { lineId: foreign }))).toMatchObject({
      code: 'notFound',
      field: 'lineId',
    });
    const [a, b] = [await add('а'), (await test.projects.addActivity({ projectId: other, title: 'б' })).id];
    expect(
      await refusalOf(() => test.projects.setActivities({ ids: [a, b], patch: { lineId: test.lines[0] } })),
    ).toMatchObject({ code: 'activitiesOfOneProject', field: 'lineId' });
  });

  it('are changed and taken away many at once, each time as one act', async () => {
    const ids = [await add('а'), await add('б'), await add('в')];
    await test.projects.setActivities({
      ids,
      patch: { status: 'held', actualFrom: '2026-06-01', lineId: test.lines[1] },
    });
    expect((await test.projects.activities(activitiesOf({ states: ['held'] }))).total).toBe(3);
    expect(
      await refusalOf(() => test.projects.setActivities({ ids, patch: { actualUntil: '2026-05-31' } })),
    ).toMatchObject({ code: 'endBeforeStart', field: 'actualUntil' });
    test.undo();
    expect((await test.projects.activities(activitiesOf({ states: ['held'] }))).total).toBe(0);
    await test.projects.removeActivities({ ids: ids.slice(0, 2) });
    expect(await titles()).toEqual(['в']);
    test.undo();
    expect(await titles()).toEqual(['а', 'б', 'в']);
  });

  it('are late once their last planned day is over, planned or postponed', async () => {
    await add('минуло', { plannedFrom: '2026-11-20' });
    await add('сьогодні', { plannedFrom: '2026-11-01', plannedUntil: '2026-11-21' });
    await add('відкладено', { plannedFrom: '2026-10-01', status: 'postponed' });
    await add('проведено', { plannedFrom: '2026-10-01', status: 'held' });
    await add('скасовано', { plannedFrom: '2026-10-01', status: 'cancelled' });
    await add('без дня');
    expect(await titles({ states: ['late'] })).toEqual(['минуло', 'відкладено']);
    expect(await titles({ states: ['planned'] })).toEqual(['сьогодні', 'без дня']);
    expect(await titles({ states: ['postponed', 'cancelled'] })).toEqual(['скасовано']);
    const { rows } = await test.projects.activities(activitiesOf());
    expect(rows.map(({ state }) => state)).toEqual(['late', 'planned', 'late', 'held', 'cancelled', 'planned']);
  });

  it('are found by place, period, kind, organiser and words', async () => {
    await add('Круглий стіл', {
      kind: 'roundTable',
      territories: [codes.lebedyn],
      plannedFrom: '2026-03-01',
      plannedUntil: '2026-03-31',
      organiserId: test.group.organisations[0],
    });
    await add('Тренінг для поліції', { kind: 'training', territories: [codes.sumyRegion], place: 'актова зала' });
    await add('Конференція', { kind: 'conference', actualFrom: '2026-06-01', outcome: 'Ухвалено резолюцію' });
    const id = await add('Візит до Вільнюса');
    await test.projects.setPlaces({ id, places: [{ country: 'LT', territory: '' }] });
    expect(await titles({ territory: codes.lebedyn })).toEqual(['Круглий стіл']);
    expect(await titles({ territory: codes.sumyDistrict })).toEqual(['Круглий стіл']);
    expect(await titles({ territory: codes.sumyRegion })).toEqual(['Круглий стіл', 'Тренінг для поліції']);
    expect(await titles({ territory: 'LT' })).toEqual(['Візит до Вільнюса']);
    expect(await titles({ from: '2026-03-31', until: '2026-05-31' })).toEqual(['Круглий стіл']);
    expect(await titles({ from: '2026-06-01' })).toEqual(['Конференція']);
    expect(await titles({ kinds: ['training', 'conference'] })).toEqual(['Тренінг для поліції', 'Конференція']);
    expect(await titles({ organiserId: test.group.organisations[0] ?? null })).toEqual(['Круглий стіл']);
    expect(await titles({ text: 'резолюц' })).toEqual(['Конференція']);
    expect(await titles({ text: 'ЛЕБЕДИН' })).toEqual(['Круглий стіл']);
    expect(await titles({ text: 'стіл установа' })).toEqual(['Круглий стіл']);
    expect(await titles({ text: 'актов поліц' })).toEqual(['Тренінг для поліції']);
    expect(await titles({ text: 'актов стіл' })).toEqual([]);
    expect(await refusalOf(() => titles({ from: '2026-05-02', until: '2026-05-01' }))).toMatchObject({
      code: 'endBeforeStart',
      field: 'until',
    });
  });

  it('stand in the order asked for, what says nothing there last', async () => {
    await add('Яблуня', { plannedFrom: '2026-02-01', participants: 5, territories: [codes.sumy] });
    await add('Ірис', { participants: 20, territories: [codes.bezdryk] });
    await add('Абрикос', { plannedFrom: '2026-01-01', status: 'held', lineId: test.lines[0] });
    const sorted = (by: ActivitiesFilter['sort']['by'], descending = false) => titles({ sort: { by, descending } });
    expect(await sorted('title')).toEqual(['Абрикос', 'Ірис', 'Яблуня']);
    expect(await sorted('planned')).toEqual(['Абрикос', 'Яблуня', 'Ірис']);
    expect(await sorted('planned', true)).toEqual(['Яблуня', 'Абрикос', 'Ірис']);
    expect(await sorted('participants', true)).toEqual(['Ірис', 'Яблуня', 'Абрикос']);
    expect(await sorted('place')).toEqual(['Ірис', 'Яблуня', 'Абрикос']);
    expect(await sorted('place', true)).toEqual(['Яблуня', 'Ірис', 'Абрикос']);
    expect(await sorted('line')).toEqual(['Абрикос', 'Яблуня', 'Ірис']);
    const byLine = await test.projects.activities(
      activitiesOf({ byLine: true, sort: { by: 'title', descending: true } }),
    );
    expect(byLine.rows.map(({ title }) => title)).toEqual(['Абрикос', 'Яблуня', 'Ірис']);
    expect(byLine.lines).toEqual([
      { lineId: test.lines[0], count: 1 },
      { lineId: null, count: 2 },
    ]);
    expect([byLine.total, byLine.participants]).toEqual([3, 25]);
    const ids = await test.projects.activityIds({ ...everyActivity, sort: { by: 'title', descending: false } });
    const rows = await test.projects.activities(activitiesOf({ sort: { by: 'title', descending: false } }));
    expect(ids).toEqual(rows.rows.map(({ id }) => id));
  });

  it('keep what two windows wrote at once', async () => {
    const id = await add('Стіл');
    await test.projects.updateActivity({ id, patch: { outcome: 'один два три' } });
    const { clocks } = await test.projects.activity({ id });
    const base = { outcome: { clock: clocks['outcome'] ?? null, text: 'один два три' } };
    await test.page('a').updateActivity({ id, patch: { outcome: 'нуль один два три' }, base });
    await test.page('b').updateActivity({ id, patch: { outcome: 'один два три чотири' }, base });
    expect((await test.projects.activity({ id })).outcome).toBe('нуль один два три чотири');
  });

  it('are gone from every list with their project, and back with it', async () => {
    await add('Стіл');
    test.workspace.ledger.write(test.author, { label: 'test.remove' }, (w) => w.remove(project, test.projectId));
    expect(await titles()).toEqual([]);
    test.undo();
    expect(await titles()).toEqual(['Стіл']);
  });

  it('list the same after the file was closed and opened', async () => {
    await add('Стіл', { lineId: test.lines[0], territories: [codes.sumy] });
    const before = await test.projects.activities(activitiesOf({ text: 'стіл' }));
    test.workspace.sqlite.exec("DELETE FROM derived_state WHERE name = 'activity'");
    await test.made.reopen();
    expect(await test.projects.activities(activitiesOf({ text: 'стіл' }))).toEqual(before);
  });
});
