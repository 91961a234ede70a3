import type { ActivityRow } from '../../../shared/contract/activityViews.ts';
import { type ActivityStatus } from '../../../shared/vocabulary.ts';

/** The columns of the board from left to right: what is to come, what was put off, what took place, what will not. */
export const boardStatuses: readonly ActivityStatus[] = ['planned', 'postponed', 'held', 'cancelled'];

export type BoardColumn = { status: ActivityStatus; rows: ActivityRow[] };

const whenOf = (row: ActivityRow): string => row.plannedFrom ?? row.plannedUntil ?? '9999';

/** Cards by status: what comes first on top, of what is over the latest on top. */
export function columnsOf(rows: readonly ActivityRow[]): BoardColumn[] {
  return boardStatuses.map((status) => {
    const own = rows.filter((row) => row.status === status);
    const over = status === 'held' || status === 'cancelled';
    const day = (row: ActivityRow): string => (over ? (row.actualFrom ?? whenOf(row)) : whenOf(row));
    own.sort((a, b) => (over ? day(b).localeCompare(day(a)) : day(a).localeCompare(day(b))));
    return { status, rows: own };
  });
}

/** The status beside this one; undefined at the edge of the board. */
export const statusBeside = (status: ActivityStatus, by: 1 | -1): ActivityStatus | undefined =>
  boardStatuses[boardStatuses.indexOf(status) + by];
