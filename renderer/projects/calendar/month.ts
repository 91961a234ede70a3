import type { ActivityRow } from '../../../shared/contract/activityViews.ts';
import { addDays, endOfMonth, startOfWeek, type IsoDay } from '../../../shared/dates.ts';
import { daysOf } from '../activities/days.ts';

const week = [0, 1, 2, 3, 4, 5, 6] as const;

/** The weeks, each seven days from Monday, that show the whole month of a day. In all four languages weeks begin on Monday. */
export function weeksOf(day: IsoDay): IsoDay[][] {
  const last = endOfMonth(day);
  const weeks: IsoDay[][] = [];
  for (let monday = startOfWeek(`${day.slice(0, 8)}01`); monday <= last; monday = addDays(monday, 7))
    weeks.push(week.map((offset) => addDays(monday, offset)));
  return weeks;
}

/** What an activity is on one of its days. */
export type DayEntry = { row: ActivityRow; begins: boolean; ends: boolean };

/** What takes place on each of the days; longer ones stand on every day, those that began earlier first. */
export function entriesByDay(rows: readonly ActivityRow[], days: readonly IsoDay[]): Map<IsoDay, DayEntry[]> {
  const [first = '', last = ''] = [days[0], days.at(-1)];
  const found = new Map<IsoDay, DayEntry[]>(days.map((day) => [day, []]));
  const placed = rows
    .flatMap((row) => {
      const { from, until } = daysOf(row);
      return from === null || until === null || until < first || from > last ? [] : [{ row, from, until }];
    })
    .toSorted((a, b) => a.from.localeCompare(b.from) || b.until.localeCompare(a.until));
  for (const { row, from, until } of placed)
    for (let day = from < first ? first : from; day <= until && day <= last; day = addDays(day, 1))
      found.get(day)?.push({ row, begins: day === from, ends: day === until });
  return found;
}
