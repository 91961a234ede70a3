import fc from 'fast-check';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { codesWithin, municipalitiesWithin } from '../../../electron/core/directory/territories.ts';
import { countCommunities } from '../../../electron/core/projects/activities/coverage.ts';
import { activity, activityPlace } from '../../../electron/core/projects/tables.ts';
import type { CoverageView } from '../../../shared/contract/activityViews.ts';
import type { ActivityKind } from '../../../shared/vocabulary.ts';
import { codes, makeActivities, type TestActivities } from '../../fixtures/activityPlan.ts';
import { refusalCode } from '../../fixtures/workspace.ts';

const resources = join(import.meta.dirname, '..', '..', '..', 'resources');

let test: TestActivities;
beforeEach(async () => {
  test = await makeActivities();
});
afterEach(() => test.remove());

const add = async (title: string, fields: object = {}): Promise<string> =>
  (await test.projects.addActivity({ projectId: test.projectId, title, ...fields })).id;
const coverage = (asOf: string | null = null, kinds: ActivityKind[] = []): Promise<CoverageView> =>
  test.projects.coverage({ projectId: test.projectId, asOf, kinds });
const rowOf = (view: CoverageView, territory: string) =>
  view.districts.flatMap(({ rows }) => rows).find((row) => row.territory === territory);

describe('the municipalities of a project', () => {
  it('are those below its places, once each; what has none below it stands for itself', () => {
    expect(municipalitiesWithin(resources, codes.sumyRegion)).toHaveLength(51);
    expect(municipalitiesWithin(resources, codes.sumyDistrict)).toHaveLength(16);
    expect(municipalitiesWithin(resources, codes.kyiv)).toEqual([codes.kyiv]);
    expect(municipalitiesWithin(resources, codes.sumy)).toEqual([codes.sumy]);
    expect(municipalitiesWithin(resources, 'LT')).toHaveLength(60);
    expect(municipalitiesWithin(resources, 'UA0')).toEqual([]);
    expect(codesWithin(resources, codes.sumyRegion)).toHaveLength(1 + 5 + 51);
  });
});

describe('the coverage matrix', () => {
  it('shows which communities had their round table, which wait for it, and which nobody ever reached', async () => {
    test.addProjectPlace(test.projectId, codes.sumyDistrict);
    test.addProjectPlace(test.projectId, codes.sumy);
    await add('1', { kind: 'roundTable', territories: [codes.sumy], status: 'held', actualFrom: '2026-05-05' });
    await add('2', { kind: 'roundTable', territories: [codes.sumy], status: 'held', actualFrom: '2026-06-05' });
    await add('3', { kind: 'roundTable', territories: [codes.sumy], plannedFrom: '2026-12-05' });
    const planned = await add('4', { kind: 'roundTable', territories: [codes.bezdryk], plannedFrom: '2026-12-06' });
    await add('5', { kind: 'training', territories: [codes.bezdryk], status: 'held', actualFrom: '2026-04-01' });
    await add('6', { kind: 'training', territories: [codes.lebedyn], status: 'cancelled' });
    await add('7', { kind: 'campaign', territories: [codes.sumyRegion], status: 'held', actualFrom: '2026-04-01' });
    await add('8', { kind: 'roundTable', territories: [codes.kyiv], plannedFrom: '2026-12-07' });
    const view = await coverage();
    expect(view.asOf).toBe('2026-11-21');
    expect(view.kinds).toEqual(['roundTable', 'training', 'campaign']);
    expect([view.all, view.reached, view.never, view.elsewhere]).toEqual([16, 2, 14, 1]);
    expect(view.districts.map(({ name, all, reached }) => [name, all, reached])).toEqual([['Сумський район', 16, 2]]);
    expect(rowOf(view, codes.sumy)).toMatchObject({
      name: 'Сумська громада',
      never: false,
      lastOn: '2026-06-05',
      cells: [
        { state: 'held', held: 2, planned: 1, on: '2026-06-05' },
        { state: 'none', held: 0, planned: 0, id: null },
        // A campaign in the whole region is no visit to anybody.
        { state: 'none' },
      ],
    });
    expect(rowOf(view, codes.bezdryk)?.cells.slice(0, 2)).toMatchObject([
      { state: 'planned', planned: 1, id: planned, on: '2026-12-06' },
      { state: 'held', held: 1 },
    ]);
    expect(rowOf(view, codes.lebedyn)).toMatchObject({ never: true, lastOn: null });
    expect(view.totals).toEqual([
      { held: 1, planned: 1, activitiesHeld: 2, activitiesPlanned: 3 },
      { held: 1, planned: 0, activitiesHeld: 1, activitiesPlanned: 0 },
      { held: 0, planned: 0, activitiesHeld: 1, activitiesPlanned: 0 },
    ]);
    expect((await coverage(null, ['training'])).kinds).toEqual(['training']);
    const query = { projectId: test.projectId, asOf: null, kinds: [] };
    expect(countCommunities(test.workspace, resources, query, new Date(test.clock.now()))).toEqual({
      all: 16,
      reached: 2,
      never: 14,
      countries: false,
    });
  });

  it('stands as it stood on an earlier day', async () => {
    test.addProjectPlace(test.projectId, codes.sumyDistrict);
    await add('1', {
      kind: 'roundTable',
      territories: [codes.sumy],
      status: 'held',
      actualFrom: '2026-05-05',
      actualUntil: '2026-05-06',
    });
    await add('2', { kind: 'roundTable', territories: [codes.lebedyn], status: 'held' });
    const states = async (asOf: string | null) => {
      const view = await coverage(asOf);
      return [codes.sumy, codes.lebedyn].map((code) => rowOf(view, code)?.cells[0]?.state);
    };
    expect(await states('2026-05-05')).toEqual(['planned', 'planned']);
    expect(await states('2026-05-06')).toEqual(['held', 'planned']);
    // Held on no day that anybody gave: it counts for today.
    expect(await states(null)).toEqual(['held', 'held']);
    expect(await states('2026-11-21')).toEqual(['held', 'held']);
    expect(await refusalCode(() => coverage('2026-02-30'))).toBe('dayMalformed');
    expect(await refusalCode(() => test.projects.coverage({ projectId: 'x', asOf: null, kinds: [] }))).toBe('notFound');
  });

  it('lets each territory of one activity come as far as it has', async () => {
    test.addProjectPlace(test.projectId, codes.sumyDistrict);
    const id = await add('Круглі столи', {
      kind: 'roundTable',
      territories: [codes.sumy, codes.lebedyn, codes.bezdryk, codes.bilopillia],
      plannedFrom: '2026-10-01',
    });
    const { places } = await test.projects.activity({ id });
    const set = (index: number, status: 'held' | 'missed', heldOn: string | null) =>
      test.projects.setPlaceState({ id, placeIds: [places[index]?.id ?? ''], status, heldOn });
    await set(0, 'held', '2026-10-05');
    await set(1, 'missed', null);
    const view = await coverage();
    const states = [codes.sumy, codes.lebedyn, codes.bezdryk].map((code) => rowOf(view, code)?.cells[0]?.state);
    expect(states).toEqual(['held', 'none', 'planned']);
    expect(view.totals).toEqual([{ held: 1, planned: 2, activitiesHeld: 0, activitiesPlanned: 1 }]);
    expect(rowOf(view, codes.sumy)?.lastOn).toBe('2026-10-05');
  });

  it('takes a whole country as one, reached by whatever takes place in it, and what has no district under its region', async () => {
    test.addProjectPlace(test.projectId, '', 'LT');
    test.addProjectPlace(test.projectId, '', 'LV');
    test.addProjectPlace(test.projectId, codes.kyiv);
    await add('Конференція', { kind: 'conference', status: 'held', territories: ['LT-57'], plannedFrom: '2026-05-05' });
    const view = await coverage();
    expect([view.all, view.reached, view.never, view.elsewhere]).toEqual([3, 1, 2, 0]);
    expect(view.districts.map(({ code, name, all, reached }) => [code, name, all, reached])).toEqual([
      [codes.kyiv, 'Київ', 1, 0],
      ['LT', 'Литва', 1, 1],
      ['LV', 'Латвія', 1, 0],
    ]);
    const query = { projectId: test.projectId, asOf: null, kinds: [] };
    const counted = countCommunities(test.workspace, resources, query, new Date(test.clock.now()));
    expect(counted).toEqual({ all: 3, reached: 1, never: 2, countries: false });
  });

  it('counts what an independent count finds', async () => {
    test.addProjectPlace(test.projectId, codes.sumyDistrict);
    const own = municipalitiesWithin(resources, codes.sumyDistrict);
    const territory = fc.constantFrom(...own.slice(0, 6), codes.kyiv, codes.sumyDistrict);
    const days = ['2026-03-01', '2026-06-01', '2026-12-24', null] as const;
    const kinds = ['roundTable', 'training'] as const;
    const oneActivity = fc.record({
      kind: fc.constantFrom(...kinds),
      status: fc.constantFrom('planned' as const, 'held' as const, 'postponed' as const, 'cancelled' as const),
      plannedFrom: fc.constantFrom(...days),
      actualFrom: fc.constantFrom(...days),
      places: fc.array(
        fc.record({
          territory,
          status: fc.constantFrom('follows' as const, 'planned' as const, 'held' as const, 'missed' as const),
          heldOn: fc.constantFrom(...days),
        }),
        { maxLength: 4 },
      ),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(oneActivity, { maxLength: 10 }),
        fc.constantFrom('2026-05-01', null),
        async (all, asOf) => {
          const made = test.workspace.ledger.write(test.author, { label: 'test.coverage' }, (w) =>
            all.map(({ places, ...fields }) => {
              const id = w.insert(activity, { projectId: test.projectId, title: 'x', ...fields });
              for (const place of places) w.insert(activityPlace, { activityId: id, country: 'UA', ...place });
              return id;
            }),
          );
          const view = await coverage(asOf);
          // Each place alone: what it says itself, else what its activity says; of a day in the past what was held by then.
          const wasBy = (day: string | null): boolean => asOf === null || (day !== null && day <= asOf);
          const stateOf = (one: (typeof all)[number], place: (typeof one)['places'][number]): string => {
            const day = one.actualFrom ?? one.plannedFrom;
            if (place.status === 'missed') return 'none';
            if (place.status === 'held') return wasBy(place.heldOn ?? day) ? 'held' : 'planned';
            if (one.status === 'cancelled') return 'none';
            if (place.status === 'planned') return 'planned';
            return one.status === 'held' && wasBy(day) ? 'held' : 'planned';
          };
          let reached = 0;
          let never = 0;
          for (const code of own) {
            let isHeld = false;
            let isAny = false;
            for (const kind of kinds) {
              const states = all
                .filter((one) => one.kind === kind)
                .flatMap((one) =>
                  one.places.filter((place) => place.territory === code).map((place) => stateOf(one, place)),
                );
              const cell = rowOf(view, code)?.cells[view.kinds.indexOf(kind)];
              const [held, planned] = ['held', 'planned'].map(
                (state) => states.filter((each) => each === state).length,
              );
              expect([cell?.held ?? 0, cell?.planned ?? 0]).toEqual([held, planned]);
              expect(cell?.state ?? 'none').toBe(held ? 'held' : planned ? 'planned' : 'none');
              isHeld ||= held !== 0;
              isAny ||= states.some((state) => state !== 'none');
            }
            reached += Number(isHeld);
            never += Number(!isAny);
          }
          const elsewhere = all.filter((one) =>
            one.places.some((place) => place.territory === codes.kyiv && stateOf(one, place) !== 'none'),
          ).length;
          expect([view.reached, view.never, view.elsewhere]).toEqual([reached, never, elsewhere]);
          // And the sums of the matrix are those of its cells.
          for (const [index, total] of view.totals.entries()) {
            const cells = view.districts.flatMap(({ rows }) => rows.flatMap((row) => row.cells[index] ?? []));
            expect(total.held).toBe(cells.filter(({ state }) => state === 'held').length);
            expect(total.planned).toBe(cells.filter(({ state }) => state === 'planned').length);
          }
          expect(view.districts.reduce((sum, district) => sum + district.reached, 0)).toBe(view.reached);
          if (made.length > 0) await test.projects.removeActivities({ ids: made });
        },
      ),
      { numRuns: 40 },
    );
  });
});
