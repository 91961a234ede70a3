import type { LateRow } from '../../../../shared/contract/projectViews.ts';
import { addDays, type IsoDay } from '../../../../shared/dates.ts';
import { safeDay } from '../../decisions/register/stored.ts';
import { readAll, type Reader } from '../../statements.ts';
import { dueRow, nearDays, projectColumns, type Found, type Scope } from './scope.ts';

type Planned = Found & { plannedFrom: string | null; plannedUntil: string | null };

/** Its last day if that is over or it has begun, else its first one. */
function dueOf({ plannedFrom, plannedUntil }: Planned, day: IsoDay): IsoDay | null {
  const [from, until] = [safeDay(plannedFrom), safeDay(plannedUntil)];
  const start = from ?? until;
  return start !== null && start >= day ? start : (until ?? from);
}

/**
 * Activities that are neither held nor given up: their last planned day is over, or they begin (or, begun already, end)
 * within two weeks.
 */
export function lateActivities(reader: Reader, scope: Scope, day: IsoDay): LateRow[] {
  // The index `activity_waiting` has just these, by the day on which they begin.
  return readAll<Planned>(
    reader,
    `SELECT a.id, a.title, a.plannedFrom, a.plannedUntil, ${projectColumns}
     FROM activity a JOIN project p ON p.id = a.projectId
     WHERE a.removed = 0 AND a.status IN ('planned', 'postponed') AND coalesce(a.plannedFrom, a.plannedUntil) <= ?
       AND ${scope.sql}`,
    addDays(day, nearDays),
    ...scope.values,
  ).flatMap((row) => dueRow('activity', row, '', dueOf(row, day), day));
}
