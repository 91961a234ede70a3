import { type DateCase, monthBesideDay, monthNames, weekdayNames, weekdayShortNames } from './calendarNames.ts';
import { AppError } from './errors.ts';
import type { Language } from './languages.ts';

export type { DateCase } from './calendarNames.ts';

/** A calendar day, `YYYY-MM-DD`, years 0001 to 9999. Plain text comparison is the order of days. */
export type IsoDay = string;

/** A time of day, `HH:MM`, 00:00 to 23:59. Plain text comparison is the order of times. */
export type IsoTime = string;

export type DayParts = { year: number; month: number; day: number };

const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const timePattern = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** How many days the month has; `month` counts from 1. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The day with these parts, or null when there is no such day. */
export function dayOf(year: number, month: number, day: number): IsoDay | null {
  const whole = Number.isInteger(year) && Number.isInteger(month) && Number.isInteger(day);
  if (!whole || year < 1 || year > 9999 || month < 1 || month > 12) return null;
  if (day < 1 || day > daysInMonth(year, month)) return null;
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** Whether the value is an existing day written `YYYY-MM-DD`. */
export function isIsoDay(value: unknown): value is IsoDay {
  const match = typeof value === 'string' ? dayPattern.exec(value) : null;
  return match !== null && dayOf(Number(match[1]), Number(match[2]), Number(match[3])) === value;
}

/** Whether the value is a time of day written `HH:MM`. */
export const isIsoTime = (value: unknown): value is IsoTime => typeof value === 'string' && timePattern.test(value);

/** Year, month (from 1) and day. Throws `dayMalformed`. */
export function dayParts(day: IsoDay): DayParts {
  if (!isIsoDay(day)) throw new AppError('dayMalformed', { day });
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), day: Number(day.slice(8)) };
}

// Days since 1970-01-01 and back, in whole numbers (the proleptic Gregorian calendar in eras of 400 years, the year
// begun in March), so that no time zone and no clock change can shift a day.
function serialOf(day: IsoDay): number {
  const { year, month, day: dayOfMonth } = dayParts(day);
  const shifted = month > 2 ? year : year - 1;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + dayOfMonth - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

function dayAtSerial(serial: number): IsoDay {
  const shifted = serial + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const dayOfMonth = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const day = dayOf(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfMonth);
  if (day === null) throw new AppError('dayMalformed', { day: serial });
  return day;
}

/** The day `count` days later (earlier when negative). Throws `dayMalformed`, also beyond the years 0001–9999. */
export const addDays = (day: IsoDay, count: number): IsoDay => dayAtSerial(serialOf(day) + count);

/** The same day of the month `count` months later, or that month's last day when it is shorter. */
export function addMonths(day: IsoDay, count: number): IsoDay {
  const parts = dayParts(day);
  const months = parts.year * 12 + (parts.month - 1) + count;
  const year = Math.floor(months / 12);
  const month = (months % 12) + 1;
  const result = dayOf(year, month, Math.min(parts.day, daysInMonth(year, month)));
  if (result === null) throw new AppError('dayMalformed', { day });
  return result;
}

/** Days from `from` to `to`: positive when `to` is later. */
export const daysBetween = (from: IsoDay, to: IsoDay): number => serialOf(to) - serialOf(from);

/** −1, 0 or 1, for sorting. */
export const compareDays = (a: IsoDay, b: IsoDay): -1 | 0 | 1 => (a === b ? 0 : a < b ? -1 : 1);

/** Day of the week by ISO 8601: 1 Monday … 7 Sunday. */
export const weekday = (day: IsoDay): number => ((((serialOf(day) + 3) % 7) + 7) % 7) + 1;

export const isWeekend = (day: IsoDay): boolean => weekday(day) > 5;

/** Public holidays of a country, by their days. */
export type Holidays = { has: (day: IsoDay) => boolean };

const noHolidays: Holidays = { has: () => false };

/** Monday to Friday, and none of the holidays. */
export const isWorkingDay = (day: IsoDay, holidays: Holidays = noHolidays): boolean =>
  !isWeekend(day) && !holidays.has(day);

/**
 * The day `count` working days later. Without holidays every Monday to Friday counts: under martial law they do, and the
 * holidays of a country are the core's to know (`electron/core/today/holidays.ts`).
 */
export function addWorkingDays(day: IsoDay, count: number, holidays: Holidays = noHolidays): IsoDay {
  let result = day;
  for (let left = count; left > 0;) {
    result = addDays(result, 1);
    if (isWorkingDay(result, holidays)) left -= 1;
  }
  return result;
}

/** The Monday of the day's week. */
export const startOfWeek = (day: IsoDay): IsoDay => addDays(day, 1 - weekday(day));

/** The last day of the day's month. */
export function endOfMonth(day: IsoDay): IsoDay {
  const { year, month } = dayParts(day);
  return `${day.slice(0, 8)}${pad(daysInMonth(year, month), 2)}`;
}

/** The last day of the day's run of `months` months within the year: 3 for the quarter, 6 the half-year, 12 the year. */
export function endOfPeriod(day: IsoDay, months: 1 | 3 | 6 | 12): IsoDay {
  const { year, month } = dayParts(day);
  const last = Math.ceil(month / months) * months;
  return `${pad(year, 4)}-${pad(last, 2)}-${pad(daysInMonth(year, last), 2)}`;
}

const clockParts = (now: Date, timeZone: string): Record<string, string> => {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return Object.fromEntries(format.formatToParts(now).map(({ type, value }) => [type, value]));
};

/** The calendar day of an instant, in the computer's time zone unless another is named (IANA). */
export function today(now: Date, timeZone?: string): IsoDay {
  // Without a zone a Date knows its own day; asking Intl costs a hundred times as much, and marks of a session are many.
  if (timeZone === undefined)
    return `${pad(now.getFullYear(), 4)}-${pad(now.getMonth() + 1, 2)}-${pad(now.getDate(), 2)}`;
  const { year = '', month = '', day = '' } = clockParts(now, timeZone);
  return `${year.padStart(4, '0')}-${month}-${day}`;
}

/** The time of day of an instant, in the computer's time zone unless another is named (IANA). */
export function timeOfDay(now: Date, timeZone?: string): IsoTime {
  if (timeZone === undefined) return `${pad(now.getHours(), 2)}:${pad(now.getMinutes(), 2)}`;
  const { hour = '', minute = '' } = clockParts(now, timeZone);
  return `${hour}:${minute}`;
}

/** Minutes since midnight. Throws `timeMalformed`. */
export function minutesOfTime(time: IsoTime): number {
  if (!isIsoTime(time)) throw new AppError('timeMalformed', { time });
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

/** Minutes from one time of day to another; a `to` that is earlier lies after midnight. */
export const minutesBetween = (from: IsoTime, to: IsoTime): number =>
  (minutesOfTime(to) - minutesOfTime(from) + 1440) % 1440;

/** A length of time as `01:12`, hours and minutes; hours run on past 24. Negative lengths count as none. */
export function formatDuration(minutes: number): string {
  const whole = Math.max(0, Math.floor(minutes));
  return `${pad(Math.floor(whole / 60), 2)}:${pad(whole % 60, 2)}`;
}

/**
 * - `plain`: 10:00
 * - `at`: «о 10:00», «об 11:00» (before eleven the preposition is «об»), at 10:00, 10:00 val., plkst. 10:00
 */
export function formatTime(time: IsoTime, language: Language, style: 'plain' | 'at' = 'plain'): string {
  if (!isIsoTime(time)) throw new AppError('timeMalformed', { time });
  if (style === 'plain') return time;
  if (language === 'uk') return `${time.startsWith('11') ? 'об' : 'о'} ${time}`;
  if (language === 'lt') return `${time} val.`;
  return `${language === 'lv' ? 'plkst.' : 'at'} ${time}`;
}

/**
 * - `numeric`: 05.05.2025 · 05/05/2025 · 2025-05-05 · 05.05.2025.
 * - `short`: the same without the year: 05.05 · 05/05 · 05-05 · 05.05.
 * - `long`: on screen: 5 травня 2025 р. · 5 May 2025 · 2025 m. gegužės 5 d. · 2025. gada 5. maijs
 * - `document`: on paper: 05 травня 2025 року · 5 May 2025 · 2025 m. gegužės 5 d. · 2025. gada 5. maijā
 * - `weekday`: п’ятниця; `weekdayShort`: пт; `weekdayLong`: weekday and `long`, with a comma
 * - `month`: the day's month: листопад 2026 р. · November 2026 · 2026 m. lapkritis · 2026. gada novembris
 */
export type DayStyle = 'numeric' | 'short' | 'long' | 'document' | 'weekday' | 'weekdayShort' | 'weekdayLong' | 'month';

const numericDay: Record<Language, (year: string, month: string, day: string) => string> = {
  uk: (year, month, day) => `${day}.${month}.${year}`,
  en: (year, month, day) => `${day}/${month}/${year}`,
  lt: (year, month, day) => `${year}-${month}-${day}`,
  lv: (year, month, day) => `${day}.${month}.${year}.`,
};

const shortDay: Record<Language, (month: string, day: string) => string> = {
  uk: (month, day) => `${day}.${month}`,
  en: (month, day) => `${day}/${month}`,
  lt: (month, day) => `${month}-${day}`,
  lv: (month, day) => `${day}.${month}.`,
};

function dayInWords({ year, month, day }: DayParts, language: Language, onPaper: boolean, dateCase: DateCase): string {
  const name = monthBesideDay(month, language, dateCase);
  if (language === 'uk') return onPaper ? `${pad(day, 2)} ${name} ${year} року` : `${day} ${name} ${year} р.`;
  if (language === 'lt') return `${year} m. ${name} ${day} d.`;
  if (language === 'lv') return `${year}. gada ${day}. ${name}`;
  return `${day} ${name} ${year}`;
}

function monthInWords({ year, month }: DayParts, language: Language): string {
  const name = monthNames[language][month - 1] ?? '';
  if (language === 'uk') return `${name} ${year} р.`;
  if (language === 'lt') return `${year} m. ${name}`;
  if (language === 'lv') return `${year}. gada ${name}`;
  return `${name} ${year}`;
}

/**
 * A day as people of the language write it. `dateCase` matters for the words of Latvian only: after «līdz» the dative,
 * after «no» the genitive; unless given, `long` is in the nominative and `document` in the locative. Throws
 * `dayMalformed`.
 */
export function formatDay(day: IsoDay, language: Language, style: DayStyle = 'numeric', dateCase?: DateCase): string {
  const parts = dayParts(day);
  const [year, month, dayOfMonth] = [day.slice(0, 4), day.slice(5, 7), day.slice(8)];
  switch (style) {
    case 'numeric':
      return numericDay[language](year, month, dayOfMonth);
    case 'short':
      return shortDay[language](month, dayOfMonth);
    case 'long':
      return dayInWords(parts, language, false, dateCase ?? 'nominative');
    case 'document':
      return dayInWords(parts, language, true, dateCase ?? 'locative');
    case 'weekday':
      return weekdayNames[language][weekday(day) - 1] ?? '';
    case 'weekdayShort':
      return weekdayShortNames[language][weekday(day) - 1] ?? '';
    case 'weekdayLong':
      return `${formatDay(day, language, 'weekday')}, ${formatDay(day, language, 'long', dateCase)}`;
    case 'month':
      return monthInWords(parts, language);
  }
}
