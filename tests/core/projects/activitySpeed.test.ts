// Lists, the matrix of a whole country and the timeline of the largest project; `tests/bench` has the largest workspace.
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { municipalitiesWithin } from '../../../electron/core/directory/territories.ts';
import { activity, activityDependency, activityPlace } from '../../../electron/core/projects/tables.ts';
import { addDays } from '../../../shared/dates.ts';
import { activityKinds, activityStatuses } from '../../../shared/vocabulary.ts';
import { activitiesOf, makeActivities, type TestActivities } from '../../fixtures/activityPlan.ts';

const resources = join(import.meta.dirname, '..', '..', '..', 'resources');
/** Milliseconds of the processor; a screen waits 50 at most (see `tests/bench`), here with room for a slower machine. */
const slow = 250;

let test: TestActivities;
beforeAll(async () => {
  test = await makeActivities();
  test.addProjectPlace(test.projectId, '', 'UA');
  const all = municipalitiesWithin(resources, 'UA');
  const fill = (projectId: string, lineIds: readonly string[], count: number, salt: number) =>
    test.workspace.ledger.write(test.author, { label: 'test.fill' }, (w) => {
      let before = '';
      for (let n = 0; n < count; n += 1) {
        const plannedFrom = addDays('2026-01-01', (n * 7 + salt) % 360);
        const id = w.insert(activity, {
          projectId,
          lineId: lineIds[n % lineIds.length] ?? null,
          kind: activityKinds[(n + salt) % activityKinds.length] ?? 'other',
          status: activityStatuses[(n * 3 + salt) % activityStatuses.length] ?? 'planned',
          title: `Захід ${(n * 7919) % 1000} у громаді`,
          outcome: 'Домовлено про спільні дії. '.repeat(20),
          plannedFrom,
          plannedUntil: addDays(plannedFrom, n % 5),
          baselineFrom: plannedFrom,
          baselineUntil: plannedFrom,
          participants: n % 40,
          sortKey: `a${String(n).padStart(5, '0')}V`,
        });
        const territory = all[(n * 13 + salt) % all.length] ?? '';
        w.insert(activityPlace, { activityId: id, country: 'UA', territory });
        if (n % 4 === 1) w.insert(activityDependency, { activityId: id, afterId: before, lagDays: 0 });
        before = id;
      }
    });
  fill(test.projectId, test.lines, 2_000, 0);
  for (let project = 0; project < 20; project += 1) {
    const projectId = test.addProject({ title: `Проєкт ${project}` });
    fill(projectId, [test.addLine(projectId, 'Напрям', 'a0')], 100, project);
  }
}, 300_000);
afterAll(() => test.remove());

/** The middle of seven calls, in milliseconds of the processor whatever else the machine does, after a first one. */
async function middleOf(call: () => Promise<unknown>): Promise<number> {
  await call();
  const times: number[] = [];
  for (let n = 0; n < 7; n += 1) {
    const begun = process.cpuUsage();
    await call();
    const { user, system } = process.cpuUsage(begun);
    times.push((user + system) / 1000);
  }
  return times.toSorted((a, b) => a - b)[3] ?? 0;
}

describe('with thousands of activities', () => {
  const limit = 100;
  const calls: [string, () => Promise<unknown>][] = [
    ['all by line', () => test.projects.activities(activitiesOf({ limit }))],
    ['all by title', () => test.projects.activities(activitiesOf({ limit, sort: { by: 'title', descending: true } }))],
    [
      'all by status',
      () => test.projects.activities(activitiesOf({ limit, sort: { by: 'status', descending: false } })),
    ],
    ['all by place', () => test.projects.activities(activitiesOf({ limit, sort: { by: 'place', descending: false } }))],
    ['late ones', () => test.projects.activities(activitiesOf({ limit, states: ['late'] }))],
    ['words', () => test.projects.activities(activitiesOf({ limit, text: 'захід 99' }))],
    ['a region', () => test.projects.activities(activitiesOf({ limit, territory: 'UA59000000000057109' }))],
    [
      'a page far down, by line',
      () => test.projects.activities(activitiesOf({ limit, projectId: test.projectId, byLine: true, offset: 1_900 })),
    ],
    ['one project', () => test.projects.activities(activitiesOf({ limit, projectId: test.projectId }))],
    ['the timeline of 2,000 bars', () => test.projects.timeline({ projectId: test.projectId })],
    [
      'the matrix of 1,772 municipalities',
      () => test.projects.coverage({ projectId: test.projectId, asOf: null, kinds: [] }),
    ],
  ];
  it.each(calls)('%s comes at once', async (name, call) => {
    const time = await middleOf(call);
    expect(time).toBeLessThan(slow);
  });

  it('adds, moves and opens one at once', async () => {
    const { rows } = await test.projects.activities(activitiesOf({ limit: 1, projectId: test.projectId }));
    const id = rows[0]?.id ?? '';
    for (const [, call] of [
      ['detail', () => test.projects.activity({ id })],
      ['update', () => test.projects.updateActivity({ id, patch: { title: `Захід ${performance.now()}` } })],
      ['add', () => test.projects.addActivity({ projectId: test.projectId, title: 'Новий', lineId: test.lines[0] })],
      [
        'move',
        () => test.projects.moveActivity({ id, lineId: test.lines[0], to: Math.floor(performance.now()) % 900 }),
      ],
      ['shift', () => test.projects.shiftActivities({ ids: [id], days: 1, edge: 'both', dependent: true })],
    ] as [string, () => Promise<unknown>][]) {
      const time = await middleOf(call);
      expect(time).toBeLessThan(slow);
    }
  });
});
