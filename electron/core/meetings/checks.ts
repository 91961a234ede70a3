import { addMonths, isIsoDay, isIsoTime, type IsoDay } from '../../../shared/dates.ts';
import { AppError } from '../../../shared/errors.ts';

type Maybe<T> = T | null | undefined;

/** Throws `required`: the input is empty or only blanks. */
export function requireText(text: Maybe<string>, field: string) {
  if (text === null || text === undefined || text.trim() === '') throw new AppError('required', {}, field);
}

/** Throws `dayMalformed`: no such day, as 30 February. */
export function requireDay(day: Maybe<string>, field: string) {
  if (day !== null && day !== undefined && !isIsoDay(day)) throw new AppError('dayMalformed', { day }, field);
}

/** Throws `timeMalformed`: no such time of day. */
export function requireTime(time: Maybe<string>, field: string) {
  if (time !== null && time !== undefined && !isIsoTime(time)) throw new AppError('timeMalformed', { time }, field);
}

/** Throws `endBeforeStart`; equal ends count as too early where `strictly`. */
export function requireOrder(start: Maybe<string>, end: Maybe<string>, field: string, strictly = false) {
  if (start && end && (strictly ? end <= start : end < start)) throw new AppError('endBeforeStart', {}, field);
}

/** An instant of the page as the ledger keeps it, with milliseconds. Throws `timeMalformed`. */
export function toInstant(at: string, field = 'at'): string {
  const millis = Date.parse(at);
  if (Number.isNaN(millis)) throw new AppError('timeMalformed', { time: at }, field);
  return new Date(millis).toISOString();
}

/** A deadline beyond this many years is a slip of the finger. */
const mostYears = 30;

/** Throws `dayMalformed`, `dueBeforeMeeting`, `dueTooFar`. */
export function requireDue(dueOn: Maybe<IsoDay>, decidedOn: IsoDay | null, field = 'dueOn') {
  requireDay(dueOn, field);
  if (!dueOn || decidedOn === null) return;
  if (dueOn < decidedOn) throw new AppError('dueBeforeMeeting', {}, field);
  if (dueOn > addMonths(decidedOn, mostYears * 12)) throw new AppError('dueTooFar', { years: mostYears }, field);
}
