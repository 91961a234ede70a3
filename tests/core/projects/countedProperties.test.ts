// Counted indicators against a count made here from the drawn records, never from what the core reads of them.
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decision } from '../../../electron/core/decisions/tables.ts';
import { workingGroup } from '../../../electron/core/directory/tables.ts';
import { agendaItem, meeting } from '../../../electron/core/meetings/tables.ts';
import { readIndicator } from '../../../electron/core/projects/indicators/detail.ts';
import { readIndicators } from '../../../electron/core/projects/indicators/read.ts';
import {
  activity,
  activityPlace,
  indicator,
  participantCount,
  project,
} from '../../../electron/core/projects/tables.ts';
import { addDays } from '../../../shared/dates.ts';
import type { CountRule } from '../../../shared/rules/counted.ts';
import {
  activityStatuses,
  indicatorFrequencies,
  meetingStatuses,
  placeStatuses,
  type MeetingKind,
} from '../../../shared/vocabulary.ts';
import { makeWorkspace, type TestWorkspace } from '../../fixtures/workspace.ts';

const resources = join(import.meta.dirname, '..', '..', '..', 'resources');
const rows = readFileSync(join(resources, 'territories.csv'), 'utf8')
  .split('\n')
  .slice(1)
  .map((row) => row.split(','));
const parentOf = new Map(rows.map(([code = '', , parent = '']) => [code, parent]));
const levelOf = new Map(rows.map(([code = '', level = '']) => [code, level]));
const withChildren = new Set(parentOf.values());
const region = 'UA59000000000057109';
const codes = rows.flatMap(([code = '', , parent = '']) => (parent === 'UA59080000000057897' ? [code] : []));
const places = [...codes.slice(0, 5), 'UA59080000000057897', region, 'UA80000000000093317', 'LT-VL'];

const isWithin = (code: string, outer: string): boolean => {
  for (let at: string | undefined = code; at; at = parentOf.get(at)) if (at === outer) return true;
  return false;
};

const startsOn = '2016-01-01';
const endsOn = '2016-12-31';
const today = '2016-10-31';
const anyDay = fc.option(
  fc.integer({ min: -30, max: 400 }).map((days) => addDays(startsOn, days)),
  { freq: 6 },
);
const people = fc.option(fc.nat({ max: 60 }), { freq: 5 });

const oneActivity = fc.record({
  kind: fc.constantFrom('roundTable' as const, 'training' as const, 'campaign' as const),
  status: fc.constantFrom(...activityStatuses),
  removed: fc.boolean(),
  plannedFrom: anyDay,
  actualFrom: anyDay,
  participants: people,
  places: fc.array(
    fc.record({ territory: fc.constantFrom(...places), status: fc.constantFrom(...placeStatuses), heldOn: anyDay }),
    { maxLength: 4 },
  ),
  groups: fc.array(
    fc.record({
      dimension: fc.constantFrom('sex' as const, 'country' as const),
      key: fc.constantFrom('female', 'male', 'UA'),
      people,
    }),
    { maxLength: 4 },
  ),
});
const oneMeeting = fc.record({
  own: fc.boolean(),
  status: fc.constantFrom(...meetingStatuses),
  heldOn: fc.integer({ min: -30, max: 400 }).map((days) => addDays(startsOn, days)),
  decisions: fc.nat({ max: 3 }),
});
type DrawnActivity = typeof oneActivity extends fc.Arbitrary<infer T> ? T : never;
type DrawnMeeting = typeof oneMeeting extends fc.Arbitrary<infer T> ? T : never;

const kinds = fc.subarray(['roundTable' as const, 'training' as const]);
const territory = fc.constantFrom(null, region, codes[0] ?? '');
const anyRule: fc.Arbitrary<CountRule> = fc.oneof(
  fc.record({ count: fc.constant('activities' as const), kinds, territory }),
  fc.record({ count: fc.constant('communities' as const), kinds, territory }),
  fc.record({
    count: fc.constant('participants' as const),
    kinds,
    territory,
    dimension: fc.constantFrom(null, 'sex' as const),
    key: fc.constantFrom('female', ''),
  }),
  fc.record({
    count: fc.constant('meetings' as const),
    kinds: fc.constant<MeetingKind[]>([]),
    groupId: fc.constant(null),
  }),
  fc.record({ count: fc.constant('decisions' as const), groupId: fc.constant(null), done: fc.constant(false) }),
);

/** Whether a day is not after today; what has none counts as well. */
const passed = (on: string | null): boolean => on === null || on <= today;
const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

function countOf(rule: CountRule, activities: readonly DrawnActivity[], meetings: readonly DrawnMeeting[]): number {
  if (rule.count === 'meetings' || rule.count === 'decisions') {
    const held = meetings.filter(
      ({ own, status, heldOn }) =>
        own && status !== 'planned' && status !== 'cancelled' && heldOn >= startsOn && heldOn <= today,
    );
    return rule.count === 'meetings' ? held.length : sum(held.map(({ decisions }) => decisions));
  }
  const wanted = activities.filter(
    ({ kind, removed }) => !removed && (rule.kinds.length === 0 || rule.kinds.some((each) => each === kind)),
  );
  const visits = (each: DrawnActivity) => {
    const own = each.actualFrom ?? each.plannedFrom;
    return each.places
      .filter(({ status }) => status === 'held' || (status === 'follows' && each.status === 'held'))
      .filter((place) => rule.territory === null || isWithin(place.territory, rule.territory))
      .map((place) => ({ code: place.territory, on: place.heldOn ?? own }));
  };
  if (rule.count === 'communities')
    return new Set(
      wanted
        .flatMap(visits)
        .filter(({ code, on }) => passed(on) && levelOf.has(code) && !withChildren.has(code))
        .map(({ code }) => code),
    ).size;
  const held = wanted.filter(
    (each) =>
      each.status === 'held' &&
      passed(each.actualFrom ?? each.plannedFrom) &&
      (rule.territory === null || visits(each).length > 0),
  );
  if (rule.count === 'activities') return held.length;
  const peopleOf = (each: DrawnActivity, dimension: string, key = '') =>
    sum(
      each.groups
        .filter((group) => group.dimension === dimension && (key === '' || group.key === key))
        .map((group) => group.people ?? 0),
    );
  return sum(
    held.map((each) =>
      rule.dimension === null
        ? (each.participants ?? Math.max(peopleOf(each, 'sex'), peopleOf(each, 'country')))
        : peopleOf(each, rule.dimension, rule.key),
    ),
  );
}

describe('A counted indicator', () => {
  let test: TestWorkspace;
  beforeAll(async () => void (test = await makeWorkspace()));
  afterAll(() => test.remove());

  it('equals an independent count, and its series and its records add up to it', () => {
    fc.assert(
      fc.property(
        fc.array(oneActivity, { maxLength: 8 }),
        fc.array(oneMeeting, { maxLength: 4 }),
        fc.array(fc.tuple(anyRule, fc.constantFrom(...indicatorFrequencies)), { minLength: 1, maxLength: 5 }),
        (activities, meetings, rules) => {
          const { workspace, author } = test;
          const made = workspace.ledger.write(author, { label: 'test' }, (w) => {
            const [groupId, other] = [
              w.insert(workingGroup, { name: 'Наша' }),
              w.insert(workingGroup, { name: 'Інша' }),
            ];
            const projectId = w.insert(project, { groupId, startsOn, endsOn });
            for (const { places: visited, groups, removed, ...fields } of activities) {
              const activityId = w.insert(activity, { projectId, ...fields });
              for (const place of visited) w.insert(activityPlace, { activityId, ...place });
              for (const group of groups) w.insert(participantCount, { activityId, ...group });
              if (removed) w.remove(activity, activityId);
            }
            for (const { own, decisions, ...fields } of meetings) {
              const meetingId = w.insert(meeting, { groupId: own ? groupId : other, ...fields });
              const itemId = w.insert(agendaItem, { meetingId });
              for (let n = 0; n < decisions; n += 1) w.insert(decision, { itemId, text: `Рішення ${n}` });
            }
            for (const [rule, frequency] of rules)
              w.insert(indicator, { projectId, frequency, rule: JSON.stringify(rule) });
            return projectId;
          });
          const told = readIndicators(workspace, resources, made, today);
          expect(told.map(({ actual }) => actual)).toEqual(rules.map(([rule]) => countOf(rule, activities, meetings)));
          for (const row of told) {
            const detail = readIndicator(workspace, resources, row.id, today);
            expect(detail.actual).toBe(row.actual);
            const undated = sum(detail.records.filter(({ on }) => on === null).map(({ counts }) => counts));
            expect(sum(detail.records.map(({ counts }) => counts))).toBe(row.actual);
            expect(detail.counted?.records).toBe(detail.records.length);
            const values = row.series.map(({ value }) => value ?? 0);
            // An activity may have reached one community on a known day and another on none: its record shows the day.
            const inSeries = row.rule?.count === 'communities' ? sum(values) : (row.actual ?? 0) - undated;
            expect(sum(values)).toBe(inSeries);
            expect(row.series.filter(({ running }) => running !== null).at(-1)?.running ?? 0).toBe(sum(values));
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
