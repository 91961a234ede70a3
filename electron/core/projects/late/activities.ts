import { addDays, daysBetween, type IsoDay } from '../../../../shared/dates.ts';
import { readAll, readOne, type Reader } from '../../statements.ts';
import { nearDays, type Scope, type Unnamed } from './scope.ts';

/**
 * Activities that are neither held nor given up: their last planned day is over, or they begin (or, begun already, end)
 * within two weeks. In an entry one day stands in for the other; of a running activity its last day counts, else its first.
 */
const waiting = ({ only }: Scope): string =>
  // Those of all projects are found by the day, those of one by the project.
  `WITH waiting AS (SELECT id, projectId, iif(plannedFrom >= ?, plannedFrom, plannedUntil) AS dueOn FROM activity_entry
     WHERE status IN ('planned', 'postponed') AND plannedFrom <= ?
       AND ${only === null ? '+' : ''}projectId IN (SELECT value FROM json_each(?)))`;

/** The most urgent of them: of thousands only those that are shown are read. */
export function lateActivities(reader: Reader, scope: Scope, day: IsoDay, limit: number): Unnamed[] {
  const until = addDays(day, nearDays);
  return readAll<{ id: string; projectId: string; dueOn: IsoDay }>(
    reader,
    `${waiting(scope)} SELECT * FROM waiting WHERE dueOn <= ? ORDER BY dueOn, id LIMIT ?`,
    day,
    until,
    scope.list,
    until,
    limit,
  ).map((row) => ({ kind: 'activity', ...row, context: '', daysLeft: daysBetween(day, row.dueOn) }));
}

/** How many are late, and how many near. */
export function countLateActivities(reader: Reader, scope: Scope, day: IsoDay): { late: number; near: number } {
  const until = addDays(day, nearDays);
  const counted = readOne<{ late: number; near: number }>(
    reader,
    `${waiting(scope)} SELECT count(*) FILTER (WHERE dueOn < ?) AS late,
       count(*) FILTER (WHERE dueOn >= ? AND dueOn <= ?) AS near FROM waiting`,
    day,
    until,
    scope.list,
    day,
    day,
    until,
  );
  return counted ?? { late: 0, near: 0 };
}
