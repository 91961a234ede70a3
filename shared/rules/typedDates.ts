import type { IsoDay } from '../dates.ts';
import type { Language } from '../languages.ts';
import { foldWithPositions } from './fold.ts';
import { englishRules } from './typedDates/english.ts';
import { latvianRules } from './typedDates/latvian.ts';
import { lithuanianRules } from './typedDates/lithuanian.ts';
import { numericRules } from './typedDates/numeric.ts';
import type { DatePrecision, DateRule, Groups, TypedDateKind } from './typedDates/reading.ts';
import { ukrainianRules } from './typedDates/ukrainian.ts';

export type { DatePrecision, TypedDateKind } from './typedDates/reading.ts';

/** A date found in a text: from (included) and to (excluded) in UTF-16 units of the text as it was given. */
export type TypedDate = { from: number; to: number; day: IsoDay; kind: TypedDateKind; precision: DatePrecision };

export type TypedDateOptions = {
  today: IsoDay;
  /** Decides what the words leave open (05/12); day before month without it. */
  language?: Language | undefined;
};

const rules: readonly DateRule[] = [
  ...numericRules,
  ...ukrainianRules,
  ...englishRules,
  ...lithuanianRules,
  ...latvianRules,
];

// «щороку до 1 вересня», «by the 5th of each month»: a day of every year or month is no day of the calendar.
const recurring = [
  'що(?:року|річно|місяця|місячно|кварталу|квартально|тижня|тижнево|дня|денно)',
  'кожного (?:року|місяця|кварталу|тижня|дня)',
  '(?:every|each) (?:year|month|quarter|week|day)|annually|yearly|monthly|quarterly|weekly',
  'kasmet|kas (?:menesi|savaite|ketvirti)|kiekvien\\p{L}* (?:met|menes|savait|ketvir)\\p{L}*',
  '(?:ik|katr[au]) (?:gad|menes|nedel|ceturks)\\p{L}*|ikgadeji|ikmenesa',
].join('|');
const recursBefore = new RegExp(`(?<!\\p{L})(?:${recurring})[ ,]*$`, 'u');
const recursBehind = new RegExp(`^[ ,]*(?:${recurring})(?!\\p{L})`, 'u');
const around = 40;

function recurs(text: string, from: number, to: number): boolean {
  return (
    recursBefore.test(text.slice(Math.max(0, from - around), from)) || recursBehind.test(text.slice(to, to + around))
  );
}

function findAll(text: string, options: TypedDateOptions, field: boolean): TypedDate[] {
  const folded = foldWithPositions(text);
  const found: TypedDate[] = [];
  for (const { pattern, read, fieldOnly, ownsStop } of rules) {
    if (fieldOnly && !field) continue;
    for (const match of folded.text.matchAll(pattern)) {
      const [from = 0, end = 0] = [folded.at[match.index], folded.at[match.index + match[0].length]];
      const groups: Groups = match.groups ?? {};
      const context = {
        today: options.today,
        language: options.language ?? 'uk',
        typed: text.slice(from, end),
        field,
      };
      const reading = read(groups, context);
      if (reading === null || recurs(folded.text, match.index, match.index + match[0].length)) continue;
      const to = text[end] === '.' && text[end - 1] !== '.' && ownsStop(groups, context) ? end + 1 : end;
      found.push({ from, to, day: reading.day, kind: reading.kind, precision: reading.precision });
    }
  }
  return found;
}

/**
 * Dates in a running text, in any of the four languages, in their order and without overlap. Inside a text a number is a
 * date only behind a word that makes it a deadline («до 15.12») or with its year; a name of a weekday only in a form
 * that says "on" or "by". Days that do not exist, that recur («щомісяця до 5 числа») or that are counted from
 * something else than today («протягом 10 днів з дня отримання») are none.
 */
export function findTypedDates(text: string, options: TypedDateOptions): TypedDate[] {
  const found = findAll(text, options, false).toSorted((a, b) => a.from - b.from || b.to - a.to);
  const result: TypedDate[] = [];
  for (const date of found) {
    if (date.from >= (result.at(-1)?.to ?? 0)) result.push(date);
  }
  return result;
}

const longestDate = 80;

/**
 * The day that was typed into a date field, whole and alone, in any of the four languages; null when it is none. Bare
 * forms are understood here: `15.12`, `151226`, `пт`, `+7`. A year left out is the one that makes the day at most 60
 * days past, or next.
 */
export function parseTypedDate(text: string, options: TypedDateOptions): IsoDay | null {
  const typed = text.trim().replace(/[\s,;]+$/u, '');
  if (typed.length > longestDate) return null;
  const whole = findAll(typed, options, true).filter(
    ({ from, to }) => from === 0 && (to === typed.length || typed.slice(to) === '.'),
  );
  return whole[0]?.day ?? null;
}
