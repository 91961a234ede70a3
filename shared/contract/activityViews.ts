import * as z from 'zod';
import {
  activityKinds,
  activityStatuses,
  meetingStatuses,
  participantDimensions,
  placeStatuses,
} from '../vocabulary.ts';
import { clocks, day, id, line, longText } from './base.ts';
import { evidenceView } from './decisionRegister.ts';
import { country, territory } from './projectParts.ts';

/** Shown, not stored: a planned or postponed one whose last planned day is over is late. */
export const activityStates = [...activityStatuses, 'late'] as const;

export const activitySorts = ['line', 'planned', 'actual', 'title', 'kind', 'status', 'place', 'participants'] as const;
export const activitiesFilter = z.object({
  /** Null: of all projects. */
  projectId: id.nullable(),
  kinds: z.array(z.enum(activityKinds)).max(20),
  states: z.array(z.enum(activityStates)).max(5),
  lineId: id.nullable(),
  /** Takes place there or below; two letters: in that country. */
  territory: z.string().max(40).nullable(),
  organiserId: id.nullable(),
  /** Planned or actual days touch these. */
  from: day.nullable(),
  until: day.nullable(),
  text: line,
  sort: z.object({ by: z.enum(activitySorts), descending: z.boolean() }),
  /** The lines in their order come first, those without a line last; within each the order asked for. */
  byLine: z.boolean(),
  offset: z.number().int().min(0),
  limit: z.number().int().min(1).max(500),
});
export type ActivitiesFilter = z.infer<typeof activitiesFilter>;
export const everyActivity: Omit<ActivitiesFilter, 'offset' | 'limit'> = {
  projectId: null,
  kinds: [],
  states: [],
  lineId: null,
  territory: null,
  organiserId: null,
  from: null,
  until: null,
  text: '',
  sort: { by: 'line', descending: false },
  byLine: false,
};

export const activityFields = z.object({
  lineId: id.nullable(),
  kind: z.enum(activityKinds),
  status: z.enum(activityStatuses),
  statusReason: line,
  title: line,
  plannedFrom: day.nullable(),
  plannedUntil: day.nullable(),
  baselineFrom: day.nullable(),
  baselineUntil: day.nullable(),
  actualFrom: day.nullable(),
  actualUntil: day.nullable(),
  place: line,
  organiserId: id.nullable(),
  organiserText: line,
  responsibleId: id.nullable(),
  participants: z.number().int().min(0).max(100_000_000).nullable(),
  outcome: longText,
  source: line,
  note: longText,
});

export const activityRow = z.object({
  id,
  projectId: id,
  project: z.string(),
  /** Place among the project's activities as it is printed: 2.3; without a line 0.3. */
  number: z.string(),
  lineId: id.nullable(),
  line: z.string(),
  kind: z.enum(activityKinds),
  status: z.enum(activityStatuses),
  state: z.enum(activityStates),
  title: z.string(),
  plannedFrom: day.nullable(),
  plannedUntil: day.nullable(),
  actualFrom: day.nullable(),
  actualUntil: day.nullable(),
  /** Names of its territories, then the place as written. */
  where: z.string(),
  territories: z.number(),
  organiser: z.string(),
  meetingId: id.nullable(),
  participants: z.number().nullable(),
  evidence: z.number(),
});
export type ActivityRow = z.infer<typeof activityRow>;

export const activityPlaceFields = z.object({
  country,
  territory,
  status: z.enum(placeStatuses),
  heldOn: day.nullable(),
  outcome: longText,
});
export const participantRow = z.object({
  dimension: z.enum(participantDimensions),
  key: z.string().max(200),
  /** Null: some, nobody knows how many. */
  people: z.number().int().min(0).max(100_000_000).nullable(),
});
export type ParticipantRow = z.infer<typeof participantRow>;

/** Something to know of an activity's figures; codes stand in `errors.json`. */
export const activityWarning = z.object({
  code: z.enum([
    'participantsMore',
    'participantsLess',
    'heldWithoutDay',
    'heldInFuture',
    'beforeDependency',
    'outsideProject',
  ]),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});

export const activityDetail = activityRow.extend({
  ...activityFields.shape,
  responsible: z.string(),
  places: z.array(activityPlaceFields.extend({ id, name: z.string(), within: z.string() })),
  participantRows: z.array(participantRow),
  /** Different countries among the participants. */
  countries: z.number(),
  after: z.array(z.object({ id, activityId: id, number: z.string(), title: z.string(), lagDays: z.number() })),
  before: z.array(z.object({ id, activityId: id, number: z.string(), title: z.string(), lagDays: z.number() })),
  meeting: z
    .object({
      id,
      title: z.string(),
      number: z.string(),
      heldOn: day.nullable(),
      status: z.enum(meetingStatuses),
      /** It took place: its minutes are at least a draft. */
      held: z.boolean(),
    })
    .nullable(),
  /** The day of its meeting that took place, where nobody has marked the activity as held on a day yet. */
  heldProposed: day.nullable(),
  obligations: z.array(z.object({ id, memorandumId: id, memorandum: z.string(), text: z.string() })),
  deliverables: z.array(z.object({ id, title: z.string() })),
  files: z.array(evidenceView),
  /** Spent on it, by currency. */
  spent: z.array(z.object({ currency: z.string(), amount: z.number() })),
  warnings: z.array(activityWarning),
  clocks,
});
export type ActivityDetail = z.infer<typeof activityDetail>;

/** One bar or diamond of the timeline; dates may be missing. */
export const timelineBar = z.object({
  id,
  kind: z.enum(['activity', 'milestone']),
  activityKind: z.enum(activityKinds).nullable(),
  lineId: id.nullable(),
  number: z.string(),
  title: z.string(),
  state: z.enum(activityStates),
  plannedFrom: day.nullable(),
  plannedUntil: day.nullable(),
  baselineFrom: day.nullable(),
  baselineUntil: day.nullable(),
  actualFrom: day.nullable(),
  actualUntil: day.nullable(),
  /** Days by which it ends (or ended) after its baseline; negative: earlier; null: no baseline. */
  deviation: z.number().nullable(),
  participants: z.number().nullable(),
});
export type TimelineBar = z.infer<typeof timelineBar>;
export const timelineView = z.object({
  startsOn: day.nullable(),
  endsOn: day.nullable(),
  lines: z.array(z.object({ id, number: z.string(), title: z.string() })),
  /** In the order of print. */
  bars: z.array(timelineBar),
  dependencies: z.array(z.object({ id, from: id, to: id, lagDays: z.number() })),
});
export type TimelineView = z.infer<typeof timelineView>;

export const coverageStates = ['held', 'planned', 'none'] as const;
export const coverageView = z.object({
  asOf: day,
  /** The kinds that the project's activities have, in the vocabulary's order. */
  kinds: z.array(z.enum(activityKinds)),
  districts: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      all: z.number(),
      reached: z.number(),
      rows: z.array(
        z.object({
          territory: z.string(),
          name: z.string(),
          /** By `kinds`. `activities` counts both; `id` the held one that was last, else the first planned. */
          cells: z.array(
            z.object({
              state: z.enum(coverageStates),
              held: z.number(),
              planned: z.number(),
              id: id.nullable(),
              on: day.nullable(),
            }),
          ),
          /** No activity of any kind, held or planned. */
          never: z.boolean(),
          lastOn: day.nullable(),
        }),
      ),
    }),
  ),
  /** By `kinds`: municipalities with a held one, with only a planned one; activities held and planned in all. */
  totals: z.array(
    z.object({ held: z.number(), planned: z.number(), activitiesHeld: z.number(), activitiesPlanned: z.number() }),
  ),
  all: z.number(),
  reached: z.number(),
  never: z.number(),
  /** Activities in places that the project does not name. */
  elsewhere: z.number(),
});
export type CoverageView = z.infer<typeof coverageView>;

/** Many like activities at once: one a territory, every so many weeks or months. */
export const seriesPlan = z.object({
  projectId: id,
  lineId: id.nullable(),
  kind: z.enum(activityKinds),
  /** `{n}` and `{place}` are filled in. */
  title: line.min(1),
  /** In this order; a district or region stands for all its municipalities. */
  territories: z.array(z.string().max(40)).max(2000),
  /** How many; null: one a territory. Of territories without such an activity never more than one each. */
  times: z.number().int().min(1).max(2000).nullable(),
  startsOn: day,
  every: z.object({ unit: z.enum(['day', 'week', 'month']), count: z.number().int().min(1).max(60) }),
  /** 1 Monday … 7 Sunday; null: as it falls. */
  weekday: z.number().int().min(1).max(7).nullable(),
  /** A day that is a public holiday: moved to the next working day, left out, or taken as it is. */
  holidays: z.enum(['move', 'skip', 'keep']),
  organiserId: id.nullable(),
  /** Left out: territories that have an activity of this kind in the project. */
  onlyWithout: z.boolean(),
});
export type SeriesPlan = z.infer<typeof seriesPlan>;
export const seriesRow = z.object({
  on: day,
  territory: z.string(),
  place: z.string(),
  title: z.string(),
  /** Name of the holiday it was moved away from; empty: none. */
  moved: z.string(),
  /** After the end of the project. */
  outside: z.boolean(),
});
export type SeriesRow = z.infer<typeof seriesRow>;
