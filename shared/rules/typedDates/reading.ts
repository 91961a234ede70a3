import {
  addDays,
  addMonths,
  addWorkingDays,
  dayOf,
  dayParts,
  endOfPeriod,
  type IsoDay,
  startOfWeek,
  weekday,
} from '../../dates.ts';
import type { Language } from '../../languages.ts';

/** What the words count in: «до 15.12» a day, «за два тижні» weeks, «до кінця року» a year. */
export type DatePrecision = 'day' | 'week' | 'month' | 'quarter' | 'halfYear' | 'year';

/** `due`: a deadline («до», by, iki, līdz, within); `on`: a day as such. */
export type TypedDateKind = 'due' | 'on';

export type Reading = { day: IsoDay; precision: DatePrecision; kind: TypedDateKind };

export type ReadContext = {
  today: IsoDay;
  /** Decides what the words leave open: which of `05/12` is the month. */
  language: Language;
  /** The matched text as it was typed, for what folding takes away (capitals, diacritics). */
  typed: string;
  /** Whether the whole text is a date field: what would be too bold inside a text is a date there. */
  field: boolean;
};

export type Groups = Readonly<Record<string, string | undefined>>;

/** One way of writing a date: a pattern over folded text, and what it means; null when it means no day. */
export type DateRule = {
  pattern: RegExp;
  read: (groups: Groups, context: ReadContext) => Reading | null;
  /** Understood in a date field only. */
  fieldOnly: boolean;
  /** A full stop right behind belongs to the date («līdz 15.12.»). */
  ownsStop: (groups: Groups, context: ReadContext) => boolean;
};

/**
 * A part of a pattern where a blank stands for one or more blanks, `~` for any number of them: up to three, so that a
 * run of thousands (a table pasted as text) costs no time.
 */
const spaced = (source: string): string => source.replaceAll(/ (?![*+?{])/g, ' {1,3}').replaceAll('~', ' {0,3}');

/** A rule over whole words: nothing of a word or a number may stand right before or behind. */
export function rule(
  source: string,
  read: DateRule['read'],
  options: Partial<Pick<DateRule, 'fieldOnly' | 'ownsStop'>> = {},
): DateRule {
  const pattern = new RegExp(spaced(`(?<![\\p{L}\\p{N}_])(?:${source})(?![\\p{L}\\p{N}_])`), 'gu');
  return { pattern, read, fieldOnly: options.fieldOnly ?? false, ownsStop: options.ownsStop ?? (() => false) };
}

/** A reading of a whole day, unless there is no such day. */
export const readDay = (day: IsoDay | null, due: string | undefined): Reading | null =>
  day === null ? null : { day, precision: 'day', kind: due === undefined ? 'on' : 'due' };

// What was meant by a day without its year: minutes are often written up weeks after the day they speak of, so up to
// 60 days back are that day; further back it is the next one.
const daysBack = 60;

/** The day of that day and month that is meant when the year is left out; 29 February waits for its year. */
export function nextSuch(today: IsoDay, month: number, day: number): IsoDay | null {
  const earliest = addDays(today, -daysBack);
  const { year } = dayParts(earliest);
  for (let candidate = year; candidate <= year + 9; candidate += 1) {
    const found = dayOf(candidate, month, day);
    if (found !== null && found >= earliest) return found;
  }
  return null;
}

/** The day, in the given year or, without one, the year that is meant. Two digits are a year from 1980 to 2079. */
export function dayInYear(today: IsoDay, year: string | undefined, month: number, day: number): IsoDay | null {
  if (year === undefined) return nextSuch(today, month, day);
  const number = Number(year);
  return dayOf(number >= 100 ? number : number + (number < 80 ? 2000 : 1900), month, day);
}

export type Which = 'this' | 'next' | undefined;

/**
 * The weekday that is meant (1 Monday): "this" and "next" speak of this and the next week, Monday to Sunday; a bare
 * name is the next such day after today.
 */
export function nextWeekday(today: IsoDay, day: number, which: Which): IsoDay {
  if (which === undefined) return addDays(today, ((day - weekday(today) + 6) % 7) + 1);
  return addDays(startOfWeek(today), day - 1 + (which === 'next' ? 7 : 0));
}

/** The coming day of the month: this month's unless it is past, or that of this or the next month when so said. */
export function nextDayOfMonth(today: IsoDay, day: number, which: Which): IsoDay | null {
  const { year, month } = dayParts(today);
  if (which !== undefined) {
    const first = dayParts(addMonths(`${today.slice(0, 8)}01`, which === 'next' ? 1 : 0));
    return dayOf(first.year, first.month, day);
  }
  for (let offset = 0; offset < 3; offset += 1) {
    const found = dayOf(year + Math.floor((month - 1 + offset) / 12), ((month - 1 + offset) % 12) + 1, day);
    if (found !== null && found >= today) return found;
  }
  return null;
}

export type CountedUnit = 'day' | 'workingDay' | 'week' | 'month' | 'year';

/** So many days, weeks, months from today. */
export function readCount(today: IsoDay, count: number, unit: CountedUnit, kind: TypedDateKind): Reading | null {
  if (!(count >= 1 && count <= 999)) return null;
  switch (unit) {
    case 'day':
      return { day: addDays(today, count), precision: 'day', kind };
    case 'workingDay':
      return { day: addWorkingDays(today, count), precision: 'day', kind };
    case 'week':
      return { day: addDays(today, count * 7), precision: 'week', kind };
    case 'month':
      return { day: addMonths(today, count), precision: 'month', kind };
    case 'year':
      return { day: addMonths(today, count * 12), precision: 'year', kind };
  }
}

export type EndedUnit = DatePrecision;

const monthsOf = { month: 1, quarter: 3, halfYear: 6, year: 12 } as const;

/**
 * The end of this or the next day, week, month … of today. A week ends on Friday, the day by which offices mean it; for
 * who writes on a weekend, on Sunday.
 */
export function readEnd(today: IsoDay, unit: EndedUnit, which: Which, kind: TypedDateKind): Reading {
  const next = which === 'next' ? 1 : 0;
  if (unit === 'day') return { day: addDays(today, next), precision: 'day', kind };
  if (unit === 'week') {
    const last = next === 0 && weekday(today) > 5 ? 7 : 5;
    return { day: addDays(startOfWeek(today), last - 1 + next * 7), precision: 'week', kind };
  }
  const months = monthsOf[unit];
  const within = addMonths(`${today.slice(0, 8)}01`, months * next);
  return { day: endOfPeriod(within, months), precision: unit, kind };
}

/**
 * The end of a named month, quarter or half-year (`number` from 1), or of the year when `unit` is that; of the given
 * year or the coming one.
 */
export function readNamedEnd(
  today: IsoDay,
  unit: 'month' | 'quarter' | 'halfYear' | 'year',
  number: number,
  year: string | undefined,
  kind: TypedDateKind,
): Reading | null {
  const months = monthsOf[unit];
  const endIn = (of: number): IsoDay | null => {
    const first = dayOf(of, number * months, 1);
    return first === null ? null : endOfPeriod(first, months);
  };
  const { year: current } = dayParts(today);
  const thisYear = endIn(current);
  const day =
    year !== undefined ? endIn(Number(year)) : thisYear !== null && thisYear < today ? endIn(current + 1) : thisYear;
  return day === null ? null : { day, precision: unit, kind };
}

/** A year said in words beside a day and month: this or the next year; undefined when none was said. */
export const yearOf = (today: IsoDay, which: Which): string | undefined =>
  which === undefined ? undefined : String(dayParts(today).year + (which === 'next' ? 1 : 0));

/** A table of words as one pattern; the longest first, so that none hides another. */
export const anyOf = (words: Readonly<Record<string, unknown>> | readonly string[]): string =>
  (Array.isArray(words) ? [...(words as readonly string[])] : Object.keys(words))
    .toSorted((a, b) => b.length - a.length)
    .map((word) => word.replaceAll('.', '\\.'))
    .join('|');

/** Words in order, each list of forms one number from 1. */
export const numbered = (forms: readonly string[]): Record<string, number> =>
  Object.fromEntries(forms.flatMap((line, index) => line.split(' ').map((word) => [word, index + 1])));

/** Roman and Arabic numbers of quarters and half-years; the Ukrainian І looks like the Latin I. */
export const ordinalSource = '[iі]{1,3}|[iі]v|[1-4]';

export function ordinalNumber(text: string): number {
  const roman = text.replaceAll('і', 'i');
  const index = ['i', 'ii', 'iii', 'iv'].indexOf(roman);
  return index === -1 ? Number(text) : index + 1;
}

/**
 * What may not stand right behind the numbers of a date: more of a number, a percent sign, or something that is counted
 * or measured by them (folded words of the four languages).
 */
export const notCounted = `(?!~[%°‰]|[.,/:-]\\p{N}|-\\p{L}|\\.[a-z]{2,5}(?!\\p{L}))(?!~(?:${[
  'год(?:\\.|ин\\p{L}*)?',
  'хв(?:\\.|илин\\p{L}*)?',
  'грн|гривен\\p{L}*|гривн\\p{L}*|тис|млн|млрд|тисяч\\p{L}*|мільйон\\p{L}*|відс\\p{L}*|процент\\p{L}*',
  'км|кг|га|бал(?:и|ів|а)|раз(?:и|ів)|осіб|особ(?:и|а)|людин\\p{L}*|чоловік\\p{L}*|дн(?:і|ів|я)|днів',
  'тиж(?:н\\p{L}*|день)|місяц\\p{L}*|рок(?:и|ів)|шт|учасник\\p{L}*|громад|засідан\\p{L}*|звернен\\p{L}*|випадк\\p{L}*',
  'h|hrs?|hours?|a\\.?m|p\\.?m|min|minutes?|percent|per cent|usd|eur|uah|gbp|million|thousand|people|persons?',
  'participants?|members?|points?|times?|cases?|items?|communities|days?|weeks?|months?|years?|copies',
  'val|proc(?:\\.|ent\\p{L}*)|euru?|tukst\\p{L}*|mln|mlrd|asm\\p{L}*|zmon\\p{L}*|dalyvi\\p{L}*|dien(?:u|as|a|oms)',
  'savai(?:te|tes|ciu)|menes(?:iai|iu|ius)|met(?:ai|u|us)|kart(?:u|us|ai|o)|bal(?:ai|u|us)|vnt|nari\\p{L}*',
  'stund\\p{L}*|eiro|tukst\\p{L}*|milj\\p{L}*|person\\p{L}*|cilvek\\p{L}*|dalibniek\\p{L}*|dienam|nedel\\p{L}*',
  'menes(?:i|u|iem)|gad(?:i|u|iem)|reiz\\p{L}*|punkt\\p{L}*|km|kg|ha',
].join('|')})(?!\\p{L}))`;
