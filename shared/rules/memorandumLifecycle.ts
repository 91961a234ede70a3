import { addDays, daysInMonth, isIsoDay, type IsoDay } from '../dates.ts';
import type { MemorandumState, MemorandumStatus, ValidityKind } from '../vocabulary.ts';

/** What the life of a memorandum hangs on. */
export type MemorandumFacts = {
  status: MemorandumStatus;
  signedOn: IsoDay | null;
  /** The first day in force; null: the day of signing. */
  startsOn: IsoDay | null;
  validity: ValidityKind;
  /** The last day of the (first) term. */
  endsOn: IsoDay | null;
  /** Months by which an auto-renewing one goes on each time. */
  renewMonths: number | null;
  /** Months before the end by which notice must be given. */
  noticeMonths: number | null;
  /** The first day on which it is no longer in force, because it was terminated. */
  terminatedOn: IsoDay | null;
  /** The first day in force of a signed memorandum that replaces this one. */
  supersededFrom: IsoDay | null;
};

export type Term = {
  startsOn: IsoDay | null;
  /** The last day; null: without end, or not known yet. */
  endsOn: IsoDay | null;
  /** The last day on which notice can be given that it shall not go on; null where there is none. */
  noticeOn: IsoDay | null;
};

/** Days before the notice date on which it is brought to mind. */
export const reminderDays = [60, 15] as const;

const lastDay: IsoDay = '9999-12-31';
const firstDay: IsoDay = '0001-01-01';

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

/** Months since the year 0. */
const monthIndex = (day: IsoDay): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;

/** Month arithmetic on days that are sound, within the years there are. Registers ask it thousands of times. */
const soundMonthsLater = (day: IsoDay, months: number): IsoDay => {
  const index = monthIndex(day) + months;
  if (index > 9999 * 12 + 11) return lastDay;
  if (index < 12) return firstDay;
  const [year, month] = [Math.floor(index / 12), (index % 12) + 1];
  const dayOfMonth = Number(day.slice(8));
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfMonth < 29 ? dayOfMonth : Math.min(dayOfMonth, daysInMonth(year, month)), 2)}`;
};
const soundNextTo = (day: IsoDay, step: 1 | -1): IsoDay => {
  if (day === (step === 1 ? lastDay : firstDay)) return day;
  const dayOfMonth = Number(day.slice(8)) + step;
  return dayOfMonth > 0 && dayOfMonth < 29 ? `${day.slice(0, 8)}${pad(dayOfMonth, 2)}` : addDays(day, step);
};

// What is no day (from a file made by hand) stays as it is.
const monthsLater = (day: IsoDay, months: number): IsoDay => (isIsoDay(day) ? soundMonthsLater(day, months) : day);
const dayBefore = (day: IsoDay): IsoDay => (isIsoDay(day) ? soundNextTo(day, -1) : day);
const dayAfter = (day: IsoDay): IsoDay => (isIsoDay(day) ? soundNextTo(day, 1) : day);
const earliest = (...days: (IsoDay | null)[]): IsoDay | null =>
  days.reduce((first, day) => (day !== null && (first === null || day < first) ? day : first), null);

const isSigned = ({ status }: MemorandumFacts): boolean => status === 'signed' || status === 'terminated';
const terminatedFrom = ({ status, terminatedOn }: MemorandumFacts): IsoDay | null =>
  status === 'terminated' ? terminatedOn : null;

/** The first day in force; null while that is not known. */
export const beginningOf = ({ startsOn, signedOn }: Pick<MemorandumFacts, 'startsOn' | 'signedOn'>): IsoDay | null =>
  startsOn ?? signedOn;

const renews = ({ validity, renewMonths }: MemorandumFacts): boolean =>
  validity === 'autoRenewing' && renewMonths !== null && renewMonths > 0;

/** The last day of its only term; null where it has no end or goes on by itself. */
const finalDay = (facts: MemorandumFacts): IsoDay | null =>
  facts.validity === 'openEnded' || renews(facts) ? null : facts.endsOn;

/**
 * What a memorandum is on a day. Of what ends it the earliest counts; on the same day a termination before a
 * supersession, and that before the mere end of its term.
 */
export function stateOn(facts: MemorandumFacts, day: IsoDay): MemorandumState {
  if (!isSigned(facts)) return facts.status;
  const final = finalDay(facts);
  const ends = [
    { state: 'terminated' as const, from: terminatedFrom(facts) },
    { state: 'superseded' as const, from: facts.supersededFrom },
    { state: 'expired' as const, from: final === lastDay || final === null ? null : dayAfter(final) },
  ];
  const first = earliest(...ends.map(({ from }) => from));
  if (first !== null && first <= day) return ends.find(({ from }) => from === first)?.state ?? 'expired';
  const begins = beginningOf(facts);
  return begins === null || day < begins ? 'signed' : 'inForce';
}

/** The last day of the first term that is not over on the day, and the first day of that term. */
function renewedTerm(
  begins: IsoDay | null,
  end: IsoDay,
  months: number,
  day: IsoDay,
): { startsOn: IsoDay | null; endsOn: IsoDay } {
  // Counted from the day after the end, so that a term up to the last of a month stays one; always from the first
  // term, so that short months do not draw later ones down.
  if (!isIsoDay(end) || !isIsoDay(day)) return { startsOn: begins, endsOn: end };
  if (day <= end) return { startsOn: begins, endsOn: end };
  const anchor = soundNextTo(end, 1);
  const endOf = (n: number): IsoDay => {
    const next = soundMonthsLater(anchor, n * months);
    return next === lastDay ? lastDay : soundNextTo(next, -1);
  };
  let n = Math.max(1, Math.floor((monthIndex(day) - monthIndex(anchor)) / months));
  while (n > 1 && endOf(n - 1) >= day) n -= 1;
  let endsOn = endOf(n);
  while (endsOn < day) endsOn = endOf((n += 1));
  return { startsOn: soundNextTo(n === 1 ? end : endOf(n - 1), 1), endsOn };
}

/**
 * The term that runs on a day: before the first one that one, after the last one that one. An auto-renewing memorandum
 * goes on term by term until it is terminated or superseded; from then on its last term ends with the last day in force,
 * and there is no notice to give any more.
 */
export function termOn(facts: MemorandumFacts, day: IsoDay): Term {
  const begins = beginningOf(facts);
  const cut = isSigned(facts) ? earliest(terminatedFrom(facts), facts.supersededFrom) : null;
  const last = cut === null ? null : dayBefore(cut);
  const asked = last !== null && last < day ? last : day;
  const { startsOn, endsOn } =
    renews(facts) && facts.endsOn !== null
      ? renewedTerm(begins, facts.endsOn, facts.renewMonths ?? 0, asked)
      : { startsOn: begins, endsOn: finalDay(facts) };
  if (last !== null && (endsOn === null || last < endsOn)) return { startsOn, endsOn: last, noticeOn: null };
  const { noticeMonths } = facts;
  const noticeOn = endsOn === null || noticeMonths === null ? null : monthsLater(endsOn, -noticeMonths);
  return { startsOn, endsOn, noticeOn };
}

/** The days on which the notice date is brought to mind, the earlier first. */
export const remindersOf = (noticeOn: IsoDay | null): IsoDay[] =>
  noticeOn === null || !isIsoDay(noticeOn) || noticeOn < '0001-04-01'
    ? []
    : reminderDays.map((days) => addDays(noticeOn, -days));
