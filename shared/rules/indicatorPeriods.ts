import { addMonths, dayParts, endOfPeriod, type IsoDay } from '../dates.ts';
import type { IndicatorFrequency } from '../vocabulary.ts';

/** Months of a period of each frequency; what is measured once has none. */
const monthsOf: Record<IndicatorFrequency, 1 | 3 | 6 | 12 | null> = {
  once: null,
  month: 1,
  quarter: 3,
  halfYear: 6,
  year: 12,
};

const shapes: Record<Exclude<IndicatorFrequency, 'once'>, RegExp> = {
  month: /^\d{4}-(?:0[1-9]|1[0-2])$/u,
  quarter: /^\d{4}-Q[1-4]$/u,
  halfYear: /^\d{4}-H[12]$/u,
  year: /^\d{4}$/u,
};
const frequencies = ['month', 'quarter', 'halfYear', 'year'] as const;

/** Whether a value of this frequency can be of the period; what is measured once, at any. */
export const fitsFrequency = (period: string, frequency: IndicatorFrequency): boolean =>
  frequency === 'once' ? frequencies.some((each) => shapes[each].test(period)) : shapes[frequency].test(period);

/** Whether it is a period at all, however it came here. */
export const isPeriod = (text: string): boolean => fitsFrequency(text, 'once');

const pad = (month: number): string => String(month).padStart(2, '0');

/** The first day of 2015, 2015-H1, 2015-Q3 or 2015-07, by the calendar. */
export function periodStart(period: string): IsoDay {
  const [year = '', part = ''] = period.split('-');
  const n = Number(part.replace(/\D/gu, ''));
  if (part === '') return `${year}-01-01`;
  if (part.startsWith('H')) return `${year}-${pad(n * 6 - 5)}-01`;
  return `${year}-${pad(part.startsWith('Q') ? n * 3 - 2 : n)}-01`;
}

const lengthOf = (period: string): 1 | 3 | 6 | 12 => {
  if (period.includes('H')) return 6;
  if (period.includes('Q')) return 3;
  return period.includes('-') ? 1 : 12;
};

/** The last day of a period: of the half-years 30 June and 31 December. */
export const periodEnd = (period: string): IsoDay => endOfPeriod(periodStart(period), lengthOf(period));

/** The period that a day lies in; of what is measured once, the year. */
export function periodOf(day: IsoDay, frequency: IndicatorFrequency): string {
  const { year, month } = dayParts(day);
  const months = monthsOf[frequency] ?? 12;
  const named = String(year).padStart(4, '0');
  const n = Math.ceil(month / months);
  if (months === 12) return named;
  if (months === 1) return `${named}-${pad(n)}`;
  return `${named}-${months === 6 ? 'H' : 'Q'}${n}`;
}

/** Projects are not longer; more rows than this nobody reads. */
const mostPeriods = 600;

/** The periods from the one of the first day to that of the last. */
export function periodsBetween(from: IsoDay, until: IsoDay, frequency: IndicatorFrequency): string[] {
  const periods: string[] = [];
  const months = monthsOf[frequency] ?? 12;
  let at = periodStart(periodOf(from, frequency));
  while (at <= until && periods.length < mostPeriods) {
    periods.push(periodOf(at, frequency));
    if (at >= '9998-01-01') break;
    at = addMonths(at, months);
  }
  return periods;
}

/** By their beginning; of two that begin on the same day the shorter one first. */
export const comparePeriods = (a: string, b: string): number =>
  periodStart(a) === periodStart(b) ? lengthOf(a) - lengthOf(b) : periodStart(a) < periodStart(b) ? -1 : 1;

/** How a period of the frequency is written, for the words that refuse another one. */
export const periodExample: Record<IndicatorFrequency, string> = {
  once: '2026',
  month: '2026-03',
  quarter: '2026-Q3',
  halfYear: '2026-H1',
  year: '2026',
};
