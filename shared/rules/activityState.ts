import type { IsoDay } from '../dates.ts';
import type { ActivityStatus } from '../vocabulary.ts';

/** What decides how an activity stands. */
export type ActivityDays = {
  status: ActivityStatus;
  plannedFrom: IsoDay | null;
  plannedUntil: IsoDay | null;
};

/** Planned or postponed, and its last planned day is over. */
export function isActivityLate({ status, plannedFrom, plannedUntil }: ActivityDays, day: IsoDay): boolean {
  const last = plannedUntil ?? plannedFrom;
  return (status === 'planned' || status === 'postponed') && last !== null && last < day;
}

/** How an activity is shown on a day: its status, or `late`. */
export const activityState = (activity: ActivityDays, day: IsoDay): ActivityStatus | 'late' =>
  isActivityLate(activity, day) ? 'late' : activity.status;

/** The last day of what an activity takes: as it was, where it was held, else as it is planned. Null: unknown. */
export const endOfActivity = (
  activity: ActivityDays & { actualFrom: IsoDay | null; actualUntil: IsoDay | null },
): IsoDay | null =>
  (activity.status === 'held' ? (activity.actualUntil ?? activity.actualFrom) : null) ??
  activity.plannedUntil ??
  activity.plannedFrom;
