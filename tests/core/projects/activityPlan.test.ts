// Moving bars, the baseline, the timeline and series.
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { activity, activityDependency, milestone } from '../../../electron/core/projects/tables.ts';
import { writeSettings } from '../../../electron/core/workspace/settings.ts';
import type { SeriesPlan } from '../../../shared/contract/activityViews.ts';
import { addDays, daysBetween } from '../../../shared/dates.ts';
import { closesCircle, earliestStart, type Dependency } from '../../../shared/rules/schedule.ts';
import { activitiesOf, codes, makeActivities, type TestActivities } from '../../fixtures/activityPlan.ts';
import { refusalCode, refusalOf } from '../../fixtures/workspace.ts';

let test: TestActivities;
beforeEach(async () => {
  test = await makeActivities();
});
afterEach(() => test.remove());

const add = async (title: string, fields: object = {}): Promise<string> =>
  (await test.projects.addActivity({ projectId: test.projectId, title, ...fields })).id;
const plan = async (id: string): Promise<(string | null)[]> => {
  const { plannedFrom, plannedUntil } = await test.projects.activity({ id });
  return [plannedFrom, plannedUntil];
};
const shift = (ids: string[], days: number, more: { edge?: 'both' | 'start' | 'end'; dependent?: boolean } = {}) =>
  test.projects.shiftActivities({ ids, days, edge: 'both', dependent: false, ...more });

describe('a bar', () => {
  it('is moved as a whole or pulled at one end, and back with one undo', async () => {
    const id = await add('Стіл', { plannedFrom: '2026-03-10', plannedUntil: '2026-03-12' });
    expect(await shift([id], 7)).toEqual({ moved: 1 });
    expect(await plan(id)).toEqual(['2026-03-17', '2026-03-19']);
    await shift([id], 2, { edge: 'end' });
    expect(await plan(id)).toEqual(['2026-03-17', '2026-03-21']);
    await shift([id], -2, { edge: 'start' });
    expect(await plan(id)).toEqual(['2026-03-15', '2026-03-21']);
    expect(await refusalOf(() => shift([id], 7, { edge: 'start' }))).toMatchObject({
      code: 'endBeforeStart',
      field: 'days',
    });
    test.undo();
    expect(await plan(id)).toEqual(['2026-03-17', '2026-03-21']);
    test.undo();
    test.undo();
    expect(await plan(id)).toEqual(['2026-03-10', '2026-03-12']);
  });

  it('of one day grows when it is pulled; without days there is nothing to move', async () => {
    const [id, without] = [await add('Стіл', { plannedFrom: '2026-03-10' }), await add('Без дня')];
    expect(await shift([id, without], 2, { edge: 'end' })).toEqual({ moved: 1 });
    expect(await plan(id)).toEqual(['2026-03-10', '2026-03-12']);
    expect(await shift([without], 2)).toEqual({ moved: 0 });
  });

  it('pushes what comes after it, only as far as needed, and nothing that was held', async () => {
    const a = await add('а', { plannedFrom: '2026-03-02', plannedUntil: '2026-03-06' });
    const b = await add('б', { plannedFrom: '2026-03-10', plannedUntil: '2026-03-12' });
    const c = await add('в', { plannedFrom: '2026-04-01', plannedUntil: '2026-04-02' });
    const held = await add('г', { plannedFrom: '2026-03-07', status: 'held', actualFrom: '2026-03-07' });
    for (const [activityId, afterId] of [
      [b, a],
      [c, b],
      [held, a],
    ] as const)
      await test.projects.addDependency({ activityId, afterId, lagDays: 0 });
    // The gap swallows three days.
    expect(await shift([a], 3, { dependent: true })).toEqual({ moved: 1 });
    expect(await plan(b)).toEqual(['2026-03-10', '2026-03-12']);
    expect(await shift([a], 7, { dependent: true })).toEqual({ moved: 2 });
    expect(await plan(b)).toEqual(['2026-03-17', '2026-03-19']);
    expect([await plan(c), await plan(held)]).toEqual([
      ['2026-04-01', '2026-04-02'],
      ['2026-03-07', null],
    ]);
    test.undo();
    expect([await plan(a), await plan(b)]).toEqual([
      ['2026-03-05', '2026-03-09'],
      ['2026-03-10', '2026-03-12'],
    ]);
    // Earlier: nothing is pulled along; without the wish nothing is pushed.
    expect(await shift([a], -3, { dependent: true })).toEqual({ moved: 1 });
    expect(await shift([a], 30)).toEqual({ moved: 1 });
    expect(await plan(b)).toEqual(['2026-03-10', '2026-03-12']);
  });

  it('keeps lengths and satisfies every dependency behind it, in any plan', async () => {
    const ids = ['а', 'б', 'в', 'г', 'ґ', 'д'];
    const made: string[] = [];
    for (const title of ids) made.push(await add(title));
    const at = fc.integer({ min: 0, max: ids.length - 1 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 10 })), {
          minLength: ids.length,
          maxLength: ids.length,
        }),
        fc.array(fc.tuple(at, at, fc.integer({ min: -3, max: 5 })), { maxLength: 10 }),
        at,
        fc.integer({ min: 1, max: 30 }),
        async (days, edges, mover, by) => {
          const kept: Dependency[] = [];
          for (const [a, b, lagDays] of edges) {
            const [before = '', after = ''] = [made[a], made[b]];
            if (!closesCircle(kept, before, after)) kept.push({ before, after, lagDays });
          }
          const links = test.workspace.ledger.write(test.author, { label: 'test.plan' }, (w) => {
            for (const [index, [from, length]] of days.entries()) {
              const plannedFrom = addDays('2026-03-02', from);
              w.update(activity, made[index] ?? '', { plannedFrom, plannedUntil: addDays(plannedFrom, length) });
            }
            return kept.map(({ before, after, lagDays }) =>
              w.insert(activityDependency, { activityId: after, afterId: before, lagDays }),
            );
          });
          const { moved } = await shift([made[mover] ?? ''], by, { dependent: true });
          const now = new Map<string, { from: string; until: string }>();
          let changed = 0;
          for (const [index, id] of made.entries()) {
            const [from = '', until = ''] = (await plan(id)).map((day) => day ?? '');
            now.set(id, { from, until });
            const [start = 0, length = 0] = days[index] ?? [];
            expect(daysBetween(from, until)).toBe(length);
            if (from !== addDays('2026-03-02', start)) changed += 1;
          }
          expect(changed).toBe(moved);
          const ended = new Set([made[mover]]);
          for (const id of made)
            if (now.get(id)?.from !== addDays('2026-03-02', days[made.indexOf(id)]?.[0] ?? 0)) ended.add(id);
          const early = kept.filter(
            ({ before, after, lagDays }) =>
              ended.has(before) && (now.get(after)?.from ?? '') < earliestStart(now.get(before)?.until ?? '', lagDays),
          );
          expect(early).toEqual([]);
          test.workspace.ledger.write(test.author, { label: 'test.clear' }, (w) => {
            for (const link of links) w.remove(activityDependency, link);
          });
        },
      ),
      { numRuns: 25 },
    );
  });
});

describe('the baseline', () => {
  it('is kept for all activities and milestones, shows how far they moved, and is forgotten', async () => {
    const [line] = test.lines;
    const a = await add('а', { plannedFrom: '2026-03-02', plannedUntil: '2026-03-06', lineId: line });
    await add('б', { plannedFrom: '2026-04-01' });
    await add('без дня');
    const m = test.workspace.ledger.write(test.author, { label: 'test.milestone' }, (w) =>
      w.insert(milestone, { projectId: test.projectId, lineId: line, title: 'Звіт', dueOn: '2026-06-30' }),
    );
    expect(await test.projects.setBaseline({ projectId: test.projectId, keep: true })).toEqual({ activities: 2 });
    await shift([a], 5);
    await test.projects.updateActivity({
      id: a,
      patch: { status: 'held', actualFrom: '2026-03-08', actualUntil: '2026-03-09' },
    });
    const { bars, lines, startsOn, endsOn } = await test.projects.timeline({ projectId: test.projectId });
    expect(lines).toEqual([
      { id: test.lines[0], number: '1', title: 'Круглі столи' },
      { id: test.lines[1], number: '2', title: 'Навчання' },
    ]);
    expect([startsOn, endsOn]).toEqual(['2026-01-01', '2026-12-31']);
    expect(
      bars.map(({ kind, number, title, state, baselineUntil, deviation }) => [
        kind,
        number,
        title,
        state,
        baselineUntil,
        deviation,
      ]),
    ).toEqual([
      ['activity', '1.1', 'а', 'held', '2026-03-06', 3],
      ['milestone', '', 'Звіт', 'late', '2026-06-30', 0],
      ['activity', '0.1', 'б', 'late', null, 0],
      ['activity', '0.2', 'без дня', 'planned', null, null],
    ]);
    expect(bars[1]?.id).toBe(m);
    expect(await test.projects.setBaseline({ projectId: test.projectId, keep: false })).toEqual({ activities: 2 });
    expect((await test.projects.timeline({ projectId: test.projectId })).bars.map((bar) => bar.deviation)).toEqual([
      null,
      null,
      null,
      null,
    ]);
    test.undo();
    expect((await test.projects.timeline({ projectId: test.projectId })).bars[0]?.deviation).toBe(3);
    expect(await refusalCode(() => test.projects.setBaseline({ projectId: a, keep: true }))).toBe('notFound');
  });
});

const everySecondThursday: Omit<SeriesPlan, 'projectId'> = {
  lineId: null,
  kind: 'roundTable',
  title: 'Круглий стіл {n}: {place}',
  territories: [],
  times: null,
  startsOn: '2026-12-01',
  every: { unit: 'week', count: 2 },
  weekday: 4,
  holidays: 'skip',
  organiserId: null,
  onlyWithout: false,
};
const series = (more: Partial<SeriesPlan> = {}): SeriesPlan => ({
  projectId: test.projectId,
  ...everySecondThursday,
  ...more,
});

describe('a series', () => {
  it('is a round table in each municipality of a district, every second Thursday', async () => {
    const { rows, skipped } = await test.projects.previewSeries(series({ territories: [codes.sumyDistrict] }));
    expect(rows).toHaveLength(16);
    expect(rows[0]).toEqual({
      on: '2026-12-03',
      territory: codes.bezdryk,
      place: 'Бездрицька громада',
      title: 'Круглий стіл 1: Бездрицька громада',
      moved: '',
      outside: false,
    });
    expect(rows.slice(0, 4).map(({ on, outside }) => [on, outside])).toEqual([
      ['2026-12-03', false],
      ['2026-12-17', false],
      ['2026-12-31', false],
      ['2027-01-14', true],
    ]);
    expect(skipped).toEqual([]);
    expect((await test.projects.activities(activitiesOf())).total).toBe(0);

    const { ids } = await test.projects.planSeries(
      series({ territories: [codes.sumyDistrict], lineId: test.lines[0] }),
    );
    expect(ids).toHaveLength(16);
    const list = await test.projects.activities(activitiesOf());
    expect(list.rows.map(({ number, plannedFrom, title }) => [number, plannedFrom, title]).slice(0, 2)).toEqual([
      ['1.1', '2026-12-03', 'Круглий стіл 1: Бездрицька громада'],
      ['1.2', '2026-12-17', 'Круглий стіл 2: Білопільська громада'],
    ]);
    expect(await test.projects.activity({ id: ids[1] ?? '' })).toMatchObject({
      kind: 'roundTable',
      plannedUntil: '2026-12-17',
      places: [{ country: 'UA', territory: codes.bilopillia, status: 'follows' }],
    });
    test.undo();
    expect((await test.projects.activities(activitiesOf())).total).toBe(0);
  });

  it('leaves holidays out, moves them or takes them as the plan says, whatever the setting proposes', async () => {
    // 25 December 2026 is a Friday, and Christmas in Ukraine.
    const fridays = series({ startsOn: '2026-12-18', every: { unit: 'week', count: 1 }, weekday: 5, times: 2 });
    const days = async (wanted: SeriesPlan) => (await test.projects.previewSeries(wanted)).rows.map(({ on }) => on);
    expect(await test.projects.previewSeries({ ...fridays, holidays: 'skip' })).toMatchObject({
      rows: [{ on: '2026-12-18' }, { on: '2027-01-08' }],
      skipped: [
        { on: '2026-12-25', holiday: 'Різдво Христове' },
        { on: '2027-01-01', holiday: 'Новий Рік' },
      ],
    });
    const moved = await test.projects.previewSeries({ ...fridays, holidays: 'move' });
    expect(moved.rows.map(({ on, moved: from }) => [on, from !== ''])).toEqual([
      ['2026-12-18', false],
      ['2026-12-28', true],
    ]);
    expect(await days({ ...fridays, holidays: 'keep' })).toEqual(['2026-12-18', '2026-12-25']);
    // Under martial law holidays are working days, which only the dialog begins with.
    for (const holidaysAreWorkingDays of [true, false]) {
      writeSettings(test.workspace, test.author, { holidaysAreWorkingDays });
      expect(await days({ ...fridays, holidays: 'skip' })).toEqual(['2026-12-18', '2027-01-08']);
    }
  });

  it('goes only where there is none yet', async () => {
    await add('Був', { kind: 'roundTable', territories: [codes.bezdryk], status: 'held' });
    await add('Скасований', { kind: 'roundTable', territories: [codes.bilopillia], status: 'cancelled' });
    await add('Інше', { kind: 'training', territories: [codes.lebedyn] });
    const only = series({ territories: [codes.bezdryk, codes.bilopillia, codes.lebedyn], onlyWithout: true });
    expect((await test.projects.previewSeries(only)).rows.map(({ territory }) => territory)).toEqual([
      codes.bilopillia,
      codes.lebedyn,
    ]);
    // more than there are places: none gets a second one
    const many = await test.projects.previewSeries({ ...only, times: 9 });
    expect(many.rows.map(({ territory }) => territory)).toEqual([codes.bilopillia, codes.lebedyn]);
    expect(await refusalOf(() => test.projects.planSeries({ ...only, territories: [codes.bezdryk] }))).toMatchObject({
      code: 'seriesNothingLeft',
      field: 'territories',
    });
  });

  it('begins again with the first place, and may have none', async () => {
    const twice = await test.projects.previewSeries(series({ territories: [codes.sumy, codes.lebedyn], times: 3 }));
    expect(twice.rows.map(({ territory }) => territory)).toEqual([codes.sumy, codes.lebedyn, codes.sumy]);
    const { ids } = await test.projects.planSeries(series({ times: 2 }));
    expect(await test.projects.activity({ id: ids[1] ?? '' })).toMatchObject({ title: 'Круглий стіл 2:', places: [] });
  });

  it('is refused where it cannot be', async () => {
    expect(await refusalOf(() => test.projects.previewSeries(series()))).toMatchObject({
      code: 'required',
      field: 'territories',
    });
    expect(await refusalOf(() => test.projects.previewSeries(series({ territories: ['UA0'] })))).toMatchObject({
      code: 'territoryUnknown',
      field: 'territories',
    });
    expect(
      await refusalOf(() => test.projects.previewSeries(series({ times: 2, startsOn: '2026-02-30' }))),
    ).toMatchObject({
      code: 'dayMalformed',
      field: 'startsOn',
    });
    const rare: SeriesPlan['every'] = { unit: 'month', count: 60 };
    expect(await refusalCode(() => test.projects.previewSeries(series({ times: 20, every: rare })))).toBe(
      'seriesTooLong',
    );
    // Each year on a holiday, and holidays left out: never.
    const never = series({ times: 1, startsOn: '2027-01-01', weekday: null, every: { unit: 'month', count: 12 } });
    expect(await refusalCode(() => test.projects.previewSeries(never))).toBe('seriesTooLong');
  });
});
