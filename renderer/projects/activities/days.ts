import { compareDays, formatDay, type IsoDay } from '../../../shared/dates.ts';
import type { Language } from '../../../shared/languages.ts';

type Period = { from: IsoDay | null; until: IsoDay | null };

type Days = Record<'plannedFrom' | 'plannedUntil' | 'actualFrom' | 'actualUntil', IsoDay | null>;

const whole = (from: IsoDay | null, until: IsoDay | null): Period => ({ from: from ?? until, until: until ?? from });

/** When it took place, and otherwise when it is to: never half a period. */
export function daysOf({ plannedFrom, plannedUntil, actualFrom, actualUntil }: Days): Period {
  const actual = whole(actualFrom, actualUntil);
  if (actual.from === null) return whole(plannedFrom, plannedUntil);
  // begun, but not over: the end is still the planned one
  if (actualUntil === null && plannedUntil !== null && compareDays(plannedUntil, actual.from) > 0)
    return { from: actual.from, until: plannedUntil };
  return actual;
}

/** A period in words: one day, or from – until; empty where nothing is known. */
export function periodText({ from, until }: Period, language: Language): string {
  if (from === null || until === null) return '';
  if (from === until) return formatDay(from, language);
  return `${formatDay(from, language)} – ${formatDay(until, language)}`;
}
