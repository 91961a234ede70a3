import { addDays, type IsoDay } from '../../../../shared/dates.ts';
import { readAll, type Reader } from '../../statements.ts';
import { dueRow, nearDays, type Found, type Scope, type Unnamed } from './scope.ts';

/** In an entry one day stands in for the other. */
type Planned = Found & { plannedFrom: IsoDay; plannedUntil: IsoDay };

/**
 * Activities that are neither held nor given up: their last planned day is over, or they begin (or, begun already, end)
 * within two weeks.
 */
export function lateActivities(reader: Reader, { only, projects }: Scope, day: IsoDay): Unnamed[] {
  const waiting = `SELECT id, projectId, plannedFrom, plannedUntil FROM activity_entry
    WHERE status IN ('planned', 'postponed') AND plannedFrom <= ?`;
  const until = addDays(day, nearDays);
  const rows =
    only === null
      ? readAll<Planned>(reader, waiting, until)
      : readAll<Planned>(reader, `${waiting} AND projectId = ?`, until, only);
  return rows
    .filter(({ projectId }) => projects.has(projectId))
    .flatMap((row) => dueRow('activity', row, '', row.plannedFrom >= day ? row.plannedFrom : row.plannedUntil, day));
}
