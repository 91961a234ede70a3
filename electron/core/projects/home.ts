import type { ProjectHome } from '../../../shared/contract/projectViews.ts';
import { addMonths, today, type IsoDay } from '../../../shared/dates.ts';
import { activityKinds, type ActivityStatus } from '../../../shared/vocabulary.ts';
import { safeDay } from '../decisions/register/stored.ts';
import type { Reading } from '../directory/reading.ts';
import { readAll, type Reader } from '../statements.ts';
import { countCommunities } from './activities/coverage.ts';
import { readProject } from './detail.ts';
import { readLate } from './late/late.ts';

/** Rows of what is late that the home page has room for; more are a list of their own. */
const mostLate = 50;
/** A project that seems to last longer than this has a day that was mistyped; its curve ends there. */
const mostMonths = 480;

/** How many activities of a kind and stage have these days; first and last stand in for each other. */
interface CountedActivities {
  kind: string;
  status: ActivityStatus;
  plannedUntil: IsoDay | null;
  actualUntil: IsoDay | null;
  n: number;
}

// Both out of an index alone: a project may have thousands.
const countActivities = (reader: Reader, projectId: string): CountedActivities[] =>
  readAll<CountedActivities>(
    reader,
    `SELECT kind, status, plannedUntil, actualUntil, count(*) AS n FROM activity_entry
     WHERE projectId = ? AND status <> 'cancelled' GROUP BY kind, status, plannedUntil, actualUntil`,
    projectId,
  );

interface Baseline {
  baselineFrom: string | null;
  baselineUntil: string | null;
  plannedFrom: string | null;
  plannedUntil: string | null;
}

const readBaselines = (reader: Reader, projectId: string): Baseline[] =>
  readAll<Baseline>(
    reader,
    `SELECT baselineFrom, baselineUntil, plannedFrom, plannedUntil FROM activity
     WHERE projectId = ? AND removed = 0 AND (baselineFrom IS NOT NULL OR baselineUntil IS NOT NULL)
       AND status <> 'cancelled'`,
    projectId,
  );

/** By kind, in the vocabulary's order: how many there are, and how many of them were held. */
function countKinds(rows: readonly CountedActivities[]): ProjectHome['kinds'] {
  const kinds = new Map<string, { planned: number; held: number }>(
    activityKinds.map((kind) => [kind, { planned: 0, held: 0 }]),
  );
  for (const { kind, status, n } of rows) {
    const own = kinds.get(kind);
    if (!own) continue;
    own.planned += n;
    if (status === 'held') own.held += n;
  }
  return [...kinds].filter(([, { planned }]) => planned > 0).map(([kind, counts]) => ({ kind, ...counts }));
}

const lastOf = (until: string | null, from: string | null): IsoDay | null => safeDay(until) ?? safeDay(from);

/** How many come to each month. */
function createMonths() {
  const months = new Map<string, number>();
  const add = (day: IsoDay | null, n: number) => {
    if (day !== null) months.set(day.slice(0, 7), (months.get(day.slice(0, 7)) ?? 0) + n);
  };
  return { months, add };
}

/**
 * Running totals by month, from the first to the last month of the project and of its activities: what was to be held by
 * then (by the baseline where it was kept), and what was held; null in months that are still to come. An activity counts
 * in the month of its last day; one without any day is in neither curve.
 */
function runningTotals(
  rows: readonly CountedActivities[],
  baselines: readonly Baseline[],
  term: { startsOn: IsoDay | null; endsOn: IsoDay | null },
  day: IsoDay,
): ProjectHome['running'] {
  const { months: planned, add: addPlanned } = createMonths();
  const { months: held, add: addHeld } = createMonths();
  for (const { status, plannedUntil, actualUntil, n } of rows) {
    addPlanned(plannedUntil, n);
    if (status === 'held') addHeld(actualUntil ?? plannedUntil, n);
  }
  for (const { baselineFrom, baselineUntil, plannedFrom, plannedUntil } of baselines) {
    const baseline = lastOf(baselineUntil, baselineFrom);
    if (baseline === null) continue;
    addPlanned(lastOf(plannedUntil, plannedFrom), -1);
    addPlanned(baseline, 1);
  }
  const ends = [term.startsOn, term.endsOn].flatMap((end) => (end === null ? [] : [end.slice(0, 7)]));
  const told = [...planned].filter(([, n]) => n > 0).map(([month]) => month);
  const months = [...told, ...held.keys(), ...ends].toSorted();
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return [];
  const running: ProjectHome['running'] = [];
  let [sumPlanned, sumHeld] = [0, 0];
  for (let month = first; month <= last && running.length < mostMonths; month = nextMonth(month)) {
    sumPlanned += planned.get(month) ?? 0;
    sumHeld += held.get(month) ?? 0;
    running.push({ month, planned: sumPlanned, held: month <= day.slice(0, 7) ? sumHeld : null });
  }
  return running;
}

const nextMonth = (month: string): string => addMonths(`${month}-01`, 1).slice(0, 7);

/** The first page of a project: its figures, its curve, and what is late. Throws `notFound`. */
export function readHome(workspace: Reading, resources: string, id: string, now: Date): ProjectHome {
  const project = readProject(workspace, resources, id, now);
  const rows = countActivities(workspace, id);
  return {
    project,
    kinds: countKinds(rows),
    communities: countCommunities(workspace, resources, { projectId: id, asOf: null, kinds: [] }, now),
    running: runningTotals(rows, readBaselines(workspace, id), project, today(now)),
    late: readLate(workspace, { projectId: id, limit: mostLate }, now),
  };
}
