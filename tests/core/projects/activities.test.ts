import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { activitiesOf, makeActivities, type TestActivities } from '../../fixtures/activities.ts';
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
});
