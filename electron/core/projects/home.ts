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

interface StoredActivity {
  kind: string;
  status: ActivityStatus;
  plannedFrom: string | null;
  plannedUntil: string | null;
  baselineFrom: string | null;
  baselineUntil: string | null;
  actualFrom: string | null;
  actualUntil: string | null;
}

const readActivities = (reader: Reader, projectId: string): StoredActivity[] =>
  readAll<StoredActivity>(
    reader,
    `SELECT kind, status, plannedFrom, plannedUntil, baselineFrom, baselineUntil, actualFrom, actualUntil
     FROM activity WHERE projectId = ? AND removed = 0 AND status <> 'cancelled'`,
    projectId,
  );

/** By kind, in the vocabulary's order: how many there are, and how many of them were held. */
function countKinds(rows: readonly StoredActivity[]): ProjectHome['kinds'] {
  const kinds: string[] = [...activityKinds];
  const all = new Set(rows.map(({ kind }) => kind));
  return kinds
    .filter((kind) => all.has(kind))
    .map((kind) => {
      const own = rows.filter((row) => row.kind === kind);
      return { kind, planned: own.length, held: own.filter(({ status }) => status === 'held').length };
    });
}

const lastOf = (until: string | null, from: string | null): IsoDay | null => safeDay(until) ?? safeDay(from);

/** How many came to each month, in the order of months. */
function byMonth(days: readonly (IsoDay | null)[]): Map<string, number> {
  const months = new Map<string, number>();
  for (const day of days) if (day !== null) months.set(day.slice(0, 7), (months.get(day.slice(0, 7)) ?? 0) + 1);
  return months;
}

/**
 * Running totals by month, from the first to the last month of the project and of its activities: what was to be held by
 * then (by the baseline where it was kept), and what was held; null in months that are still to come. An activity counts
 * in the month of its last day; one without any day is in neither curve.
 */
export function runningTotals(
  rows: readonly StoredActivity[],
  term: { startsOn: IsoDay | null; endsOn: IsoDay | null },
  day: IsoDay,
): ProjectHome['running'] {
  const plannedOn = (row: StoredActivity): IsoDay | null =>
    lastOf(row.baselineUntil, row.baselineFrom) ?? lastOf(row.plannedUntil, row.plannedFrom);
  const planned = byMonth(rows.map(plannedOn));
  const held = byMonth(
    rows
      .filter(({ status }) => status === 'held')
      .map((row) => lastOf(row.actualUntil, row.actualFrom) ?? lastOf(row.plannedUntil, row.plannedFrom)),
  );
  const ends = [term.startsOn, term.endsOn].flatMap((end) => (end === null ? [] : [end.slice(0, 7)]));
  const months = [...planned.keys(), ...held.keys(), ...ends].toSorted();
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
  const rows = readActivities(workspace, id);
  return {
    project,
    kinds: countKinds(rows),
    communities: countCommunities(workspace, resources, { projectId: id, asOf: null, kinds: [] }, now),
    running: runningTotals(rows, project, today(now)),
    late: readLate(workspace, { projectId: id, limit: mostLate }, now),
  };
}
