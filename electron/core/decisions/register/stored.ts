import { isIsoDay, type IsoDay } from '../../../../shared/dates.ts';
import type { Repetition } from '../../../../shared/rules/repetition.ts';
import {
  executionStatuses,
  repeatKinds,
  type ExecutionStatus,
  type RepeatKind,
} from '../../../../shared/vocabulary.ts';

/** No day: of the meeting, and of the deadline, so that what has none comes first and last. */
export const noMeetingDay = 0;
export const noDeadline = 99_999_999;

/** A day as the register keeps it, 20261231. */
export const dayNumber = (day: IsoDay): number => Number(day.replaceAll('-', ''));

export function dayOfNumber(number: number): IsoDay | null {
  if (number === noMeetingDay || number === noDeadline) return null;
  const digits = String(number).padStart(8, '0');
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
}

export const statusNumber = (status: ExecutionStatus): number => executionStatuses.indexOf(status);
export const statusOfNumber = (number: number): ExecutionStatus => executionStatuses[number] ?? 'open';
export const repeatNumber = (repeat: RepeatKind): number => repeatKinds.indexOf(repeat);
export const repeatOfNumber = (number: number): RepeatKind => repeatKinds[number] ?? 'none';

/** Numbers below this one are unfinished statuses (open, in progress). */
export const firstFinished = 2;

/** A day as a record has it; what is none (a partner's older program) counts as not set. */
export const safeDay = (day: string | null | undefined): IsoDay | null =>
  day !== null && day !== undefined && isIsoDay(day) ? day : null;

/** The repetition that a record holds; days that are none count as not set. */
export const safeRepetition = (row: {
  repeat: RepeatKind | null;
  repeatDay: number | null;
  repeatFrom: string | null;
  repeatUntil: string | null;
}): Repetition => ({
  repeat: row.repeat ?? 'none',
  repeatDay: row.repeatDay !== null && row.repeatDay >= 1 && row.repeatDay <= 31 ? row.repeatDay : null,
  repeatFrom: safeDay(row.repeatFrom),
  repeatUntil: safeDay(row.repeatUntil),
});
