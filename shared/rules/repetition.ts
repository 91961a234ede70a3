import { addMonths, dayParts, daysInMonth, type IsoDay } from '../dates.ts';
import type { ExecutionStatus, RepeatKind } from '../vocabulary.ts';

/** How something comes back; see `repeatKinds`. Standing ones have no periods and no day of their own. */
export type Repetition = {
  repeat: RepeatKind;
  /** Day of the month after each period, 1–31, clamped to that month; null: the last day of the period. */
  repeatDay: number | null;
  /** The period of this day is the first one; null: that of the day it was decided. */
  repeatFrom: IsoDay | null;
  /** The period of this day is the last one; null: without end. */
  repeatUntil: IsoDay | null;
};

export type Period = {
  /** 2026-11, 2026-Q3, 2026-H2 or 2026. */
  name: string;
  startsOn: IsoDay;
  endsOn: IsoDay;
  dueOn: IsoDay;
};

const monthsOf: Partial<Record<RepeatKind, number>> = { month: 1, quarter: 3, halfYear: 6, year: 12 };

export const isPeriodic = (repeat: RepeatKind): boolean => monthsOf[repeat] !== undefined;

/** Months counted from year 0. */
const monthIndex = (day: IsoDay): number => {
  const { year, month } = dayParts(day);
  return year * 12 + month - 1;
};
const dayIn = (index: number, day: number): IsoDay => {
  const first = addMonths('0001-01-01', index - 12);
  const { year, month } = dayParts(first);
  return `${first.slice(0, 8)}${String(Math.min(day, daysInMonth(year, month))).padStart(2, '0')}`;
};

function nameOf(repeat: RepeatKind, first: number): string {
  const year = String(Math.floor(first / 12)).padStart(4, '0');
  const month = first % 12;
  if (repeat === 'month') return `${year}-${String(month + 1).padStart(2, '0')}`;
  if (repeat === 'quarter') return `${year}-Q${month / 3 + 1}`;
  if (repeat === 'halfYear') return `${year}-H${month / 6 + 1}`;
  return year;
}

/**
 * The periods of a repetition in their order, lazily: without an end there is no last one. Nothing where it is not periodic.
 * @param decidedOn stands in for a `repeatFrom` that is not set
 */
export function* periodsOf(repetition: Repetition, decidedOn: IsoDay): Generator<Period> {
  const { repeat, repeatDay, repeatFrom, repeatUntil } = repetition;
  const months = monthsOf[repeat];
  if (months === undefined) return;
  const start = monthIndex(repeatFrom ?? decidedOn);
  const last = Math.min(repeatUntil === null ? Infinity : monthIndex(repeatUntil), 9998 * 12);
  for (let first = start - (start % months); first <= last; first += months)
    yield {
      name: nameOf(repeat, first),
      startsOn: dayIn(first, 1),
      endsOn: dayIn(first + months - 1, 31),
      dueOn: repeatDay === null ? dayIn(first + months - 1, 31) : dayIn(first + months, repeatDay),
    };
}

/** The period of this name; null where the repetition has none. */
export function periodNamed(repetition: Repetition, decidedOn: IsoDay, name: string): Period | null {
  for (const period of periodsOf(repetition, decidedOn)) {
    if (period.name === name) return period;
    if (period.startsOn.slice(0, 4) > name.slice(0, 4)) break;
  }
  return null;
}

/** What was said of one period. */
export type Occurrence = { period: string; status: ExecutionStatus; dueOn?: IsoDay | null };

/**
 * The first period that is neither done nor cancelled, with its deadline in force; null where there is none. It follows
 * from what was said of the periods alone, not from the day.
 */
export function firstUnfinished(
  repetition: Repetition,
  decidedOn: IsoDay,
  occurrences: readonly Occurrence[],
): Period | null {
  const said = new Map(occurrences.map((each) => [each.period, each]));
  for (const period of periodsOf(repetition, decidedOn)) {
    const one = said.get(period.name);
    if (one?.status === 'done' || one?.status === 'cancelled') continue;
    return { ...period, dueOn: one?.dueOn ?? period.dueOn };
  }
  return null;
}

/**
 * The periods to show of something that comes back: those up to the next one after a day, and before them the first
 * unfinished one, however far back it lies, for it decides the state.
 */
export function periodsToShow(
  repetition: Repetition,
  decidedOn: IsoDay,
  day: IsoDay,
  occurrences: readonly Occurrence[],
): Period[] {
  const periods = periodsUntil(repetition, decidedOn, day);
  const first = firstUnfinished(repetition, decidedOn, occurrences);
  const isBefore = first !== null && first.startsOn < (periods[0]?.startsOn ?? '');
  return isBefore ? [first, ...periods] : periods;
}

/** The periods up to the first one that is due on a day or later, the oldest first; at most the last `most`. */
export function periodsUntil(repetition: Repetition, decidedOn: IsoDay, day: IsoDay, most = 60): Period[] {
  const periods: Period[] = [];
  for (const period of periodsOf(repetition, decidedOn)) {
    periods.push(period);
    if (periods.length > most) periods.shift();
    if (period.dueOn >= day) break;
  }
  return periods;
}
