import { addDays, isWorkingDay, type Holidays, type IsoDay } from '../dates.ts';

/** Working days after the meeting within which minutes are usually ready. */
export const usualMinutesDays = 5;

/** More than this nobody counts: what lies longer back is late by any measure. */
const most = 999;

/**
 * Working days after `from` up to and with `to`; none where `to` is not later. The counterpart of `addWorkingDays`:
 * `workingDaysBetween(day, addWorkingDays(day, n))` is n. At most 999.
 */
export function workingDaysBetween(from: IsoDay, to: IsoDay, holidays?: Holidays): number {
  let count = 0;
  for (let day = from; day < to && count < most;) {
    day = addDays(day, 1);
    if (isWorkingDay(day, holidays)) count += 1;
  }
  return count;
}
