import { addDays, compareDays, endOfPeriod, type IsoDay } from '../../shared/dates.ts';

export const reportPeriods = ['quarter', 'halfYear', 'year', 'all'] as const;
export type ReportPeriod = (typeof reportPeriods)[number];

const months = { quarter: 3, halfYear: 6, year: 12 } as const;

/** First day of the calendar's quarter, half-year or year in which `day` lies. */
function startOf(day: IsoDay, length: 3 | 6 | 12): IsoDay {
  const month = Number(day.slice(5, 7));
  const first = month - ((month - 1) % length);
  return `${day.slice(0, 4)}-${String(first).padStart(2, '0')}-01`;
}

/**
 * The days a report is about: the calendar's latest period that is over, of a project that has ended the one in which
 * it ended; all of its term where that is asked for. Within a project's first period: that one.
 */
export function reportDays(
  period: ReportPeriod,
  project: { startsOn: IsoDay | null; endsOn: IsoDay | null },
  today: IsoDay,
): { from: IsoDay; until: IsoDay } {
  const { startsOn, endsOn } = project;
  const over = endsOn !== null && compareDays(endsOn, today) < 0;
  if (period === 'all') return { from: startsOn ?? endsOn ?? today, until: endsOn ?? today };
  const length = months[period];
  if (over) return { from: startOf(endsOn, length), until: endOfPeriod(endsOn, length) };
  const current = startOf(today, length);
  const before = addDays(current, -1);
  if (startsOn !== null && compareDays(before, startsOn) < 0) {
    const first = compareDays(startsOn, today) > 0 ? startsOn : today;
    return { from: startOf(first, length), until: endOfPeriod(first, length) };
  }
  return { from: startOf(before, length), until: before };
}
