import { addDays, addMonths, isWorkingDay, weekday as weekdayOf, type IsoDay } from '../dates.ts';
import { AppError } from '../errors.ts';

/** Every so many days, weeks or months from a day on. */
export type Rhythm = {
  startsOn: IsoDay;
  every: { unit: 'day' | 'week' | 'month'; count: number };
  /** 1 Monday … 7 Sunday: only these; null: as it falls. */
  weekday: number | null;
};

/** What becomes of a day that is a public holiday: the next working day, left out, or taken as it is. */
export type HolidayRule = 'move' | 'skip' | 'keep';

export type SeriesDays = {
  /** `moved`: name of the holiday that the day was moved away from; empty: none. */
  days: { on: IsoDay; moved: string }[];
  skipped: { on: IsoDay; holiday: string }[];
};

/** A series that runs longer is a slip of the finger. */
export const mostSeriesYears = 30;

const toWeekday = (day: IsoDay, weekday: number | null): IsoDay =>
  weekday === null ? day : addDays(day, (weekday - weekdayOf(day) + 7) % 7);

/** Days until a rhythm of days comes to the same weekday again. */
const untilSameWeekday = (count: number): number => (count % 7 === 0 ? count : count * 7);

/** The days of a rhythm, the first on `startsOn` or the first such weekday after it, without an end. */
export function* rhythmDays({ startsOn, every: { unit, count }, weekday }: Rhythm): Generator<IsoDay> {
  const first = toWeekday(startsOn, weekday);
  const step = unit === 'week' ? 7 * count : weekday === null ? count : untilSameWeekday(count);
  for (let n = 0; ; n += 1)
    // Each month from the first day: the 31st is not lost behind a shorter month.
    yield unit === 'month' ? toWeekday(addMonths(startsOn, n * count), weekday) : addDays(first, n * step);
}

/**
 * The days of a series: as many as asked for, holidays treated by the rule. `holidays` are those that count as days off,
 * day → name. Throws `seriesTooLong`, `dayMalformed`.
 */
export function seriesDays(
  rhythm: Rhythm,
  times: number,
  rule: HolidayRule,
  holidays: ReadonlyMap<IsoDay, string>,
): SeriesDays {
  const last = addMonths(rhythm.startsOn, mostSeriesYears * 12);
  const result: SeriesDays = { days: [], skipped: [] };
  if (times <= 0) return result;
  for (const day of rhythmDays(rhythm)) {
    if (day > last) throw new AppError('seriesTooLong', { years: mostSeriesYears }, 'every');
    const holiday = holidays.get(day);
    if (holiday === undefined || rule === 'keep') result.days.push({ on: day, moved: '' });
    else if (rule === 'skip') result.skipped.push({ on: day, holiday });
    else {
      let on = day;
      while (!isWorkingDay(on, holidays)) on = addDays(on, 1);
      result.days.push({ on, moved: holiday });
    }
    if (result.days.length >= times) break;
  }
  return result;
}
