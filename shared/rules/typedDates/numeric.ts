import { dayOf } from '../../dates.ts';
import type { Language } from '../../languages.ts';
import {
  dayInYear,
  type DateRule,
  type Groups,
  notCounted,
  type ReadContext,
  type Reading,
  readCount,
  readDay,
  rule,
} from './reading.ts';

/** Words that make a deadline of the date behind them, folded, each language's own. */
export const dueWords: Record<Language, string> = {
  uk: 'не пізніше(?: (?:ніж|як|за))?(?: до)?|(?:строк|термін|дедлайн)(?: виконання| подання)?~[:-]?(?: до)?|до',
  en: '(?:by|due(?: date)?(?: on| by)?:?|on or before|before|until|till|no[t]? later than|deadline(?: is)?:?)(?: the)?',
  lt: 'ne veliau kaip(?: iki)?|termin(?:as|ai)~[:-]?(?: iki)?|iki',
  lv: 'ne velak ka(?: lidz)?|termins~[:-]?(?: lidz)?|lidz',
};

// Each language in a group of its own: the deadline's language decides the order of day and month.
const anyDue = Object.entries(dueWords)
  .map(([language, source]) => `(?<${language}>${source})`)
  .join('|');

/** Nothing that numbers things or goes on from another number may stand before a bare numeric date. */
const notNumbered = `(?<!\\p{N}[.,/:-])(?<![/\\\\_-])(?<!(?:№|#|§|nr\\.?|no\\.|п\\.|пп\\.|пункт\\p{L}*|підпункт\\p{L}*|ст\\.|стат\\p{L}*|розділ\\p{L}*|punkt\\p{L}*|item|section|clause|version|v\\.|верс\\p{L}*)~)`;

/** A deadline after a time of day is the end of that time: «з 9.00 до 10.12». */
const notAfterTime = '(?<!\\p{N}[.:](?:00|1[3-9]|[2-5]\\p{N})(?: год\\p{L}*\\.?| val\\.?)? )';

const four = '(?<y>(?:19|20|21)\\d\\d)';
const yearWord = '(?:~(?:року|р\\.?|m\\.|g\\.|gada))?';

const languageOf = ({ uk, en, lt, lv }: Groups, context: ReadContext): Language =>
  (uk !== undefined && 'uk') ||
  (en !== undefined && 'en') ||
  (lt !== undefined && 'lt') ||
  (lv !== undefined && 'lv') ||
  context.language;

const dueOf = ({ uk, en, lt, lv }: Groups): string | undefined => uk ?? en ?? lt ?? lv;

const latvianStop = (groups: Groups, context: ReadContext): boolean => languageOf(groups, context) === 'lv';

/**
 * Two numbers that are a day and a month: the day comes first, in Lithuanian without a year the month. What can only be
 * read the other way round is read so, but for full stops, where 12.15 is a time and no date.
 */
function readParts(groups: Groups, context: ReadContext): Reading | null {
  const { a, b, s, y } = groups;
  const language = languageOf(groups, context);
  const dots = s === '.';
  const monthFirst = language === 'lt' && y === undefined;
  const orders = monthFirst
    ? [
        [b, a],
        [a, b],
      ]
    : [
        [a, b],
        [b, a],
      ];
  for (const [day, month] of dots && !monthFirst ? orders.slice(0, 1) : orders) {
    // A leap day counts as a possible one: which year it is comes after.
    if (dayOf(2000, Number(month), Number(day)) === null) continue;
    return readDay(dayInYear(context.today, y, Number(month), Number(day)), dueOf(groups));
  }
  return null;
}

const readYearFirst = (groups: Groups, { today }: ReadContext): Reading | null =>
  readDay(dayInYear(today, groups['y'], Number(groups['a']), Number(groups['b'])), dueOf(groups));

/** Digits without marks between them, as they are typed on a numeric pad: day first, or the year when it is one. */
function readDigits({ digits = '' }: Groups, { today, language }: ReadContext): Reading | null {
  const cut = (from: number, to: number): number => Number(digits.slice(from, to));
  if (digits.length === 6) {
    const [day, month, year] = language === 'lt' ? [4, 2, 0] : [0, 2, 4];
    return readDay(dayInYear(today, digits.slice(year, year + 2), cut(month, month + 2), cut(day, day + 2)), undefined);
  }
  const yearFirst = /^(?:19|20|21)/.test(digits) ? dayOf(cut(0, 4), cut(4, 6), cut(6, 8)) : null;
  const yearLast = /(?:19|20|21)\d\d$/.test(digits) ? dayOf(cut(4, 8), cut(2, 4), cut(0, 2)) : null;
  return readDay(yearFirst ?? yearLast, undefined);
}

const maybeDue = `(?:${notNumbered}|(?:${anyDue})~)`;
const mustBeDue = `${notAfterTime}(?:${anyDue})~`;

/** Dates in figures, in all four languages. */
export const numericRules: DateRule[] = [
  rule(`${maybeDue}${four}(?<s>[-./])(?<a>\\d{1,2})\\k<s>(?<b>\\d{1,2})(?:~d\\.)?${notCounted}`, readYearFirst),
  rule(`${maybeDue}(?<a>\\d{1,2})(?<s>[-./])(?<b>\\d{1,2})\\k<s>${four}${yearWord}${notCounted}`, readParts, {
    ownsStop: latvianStop,
  }),
  rule(`${maybeDue}(?<a>\\d{1,2})(?<s>\\.) (?<b>\\d{1,2})\\. ${four}${yearWord}${notCounted}`, readParts, {
    ownsStop: latvianStop,
  }),
  rule(`${maybeDue}(?<a>\\d\\d)(?<s>[./])(?<b>\\d\\d)\\k<s>(?<y>\\d\\d)${yearWord}${notCounted}`, readParts, {
    ownsStop: latvianStop,
  }),
  rule(`${mustBeDue}(?<a>\\d{1,2})(?<s>[./])(?<b>\\d\\d)(?:\\k<s>(?<y>\\d\\d))?(?:~d\\.)?${notCounted}`, readParts, {
    ownsStop: latvianStop,
  }),
  // With a hyphen only Lithuanians write the month first; elsewhere «до 10-12» is a range.
  rule(`${notAfterTime}(?<lt>${dueWords.lt})~(?<a>\\d\\d)(?<s>-)(?<b>\\d\\d)(?:~d\\.)?${notCounted}`, readParts),
  rule(`(?<a>\\d{1,2})~(?<s>[-./\\x20])~(?<b>\\d{1,2})(?:~\\k<s>~(?<y>\\d{4}|\\d\\d))?\\.?`, readParts, {
    fieldOnly: true,
  }),
  rule(`${four}~(?<s>[-./\\x20])~(?<a>\\d{1,2})~\\k<s>~(?<b>\\d{1,2})\\.?`, readYearFirst, { fieldOnly: true }),
  rule(`(?<digits>\\d{6}|\\d{8})`, readDigits, { fieldOnly: true }),
  rule(`\\+~(?<n>\\d{1,3})`, ({ n }, { today }) => readCount(today, Number(n), 'day', 'due'), { fieldOnly: true }),
];
