import { addDays } from '../../dates.ts';
import { dueWords } from './numeric.ts';
import {
  anyOf,
  type CountedUnit,
  type DateRule,
  dayInYear,
  type EndedUnit,
  nextDayOfMonth,
  nextWeekday,
  notCounted,
  numbered,
  ordinalNumber,
  type ReadContext,
  readCount,
  readDay,
  readEnd,
  readNamedEnd,
  rule,
  type Which,
  yearOf,
} from './reading.ts';

const months = numbered([
  'january jan jan.',
  'february feb feb.',
  'march mar mar.',
  'april apr apr.',
  'may',
  'june jun jun.',
  'july jul jul.',
  'august aug aug.',
  'september sep sep. sept sept.',
  'october oct oct.',
  'november nov nov.',
  'december dec dec.',
]);

const weekdays = numbered(['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']);
const shortWeekdays = numbered(['mon', 'tue tues', 'wed', 'thu thur thurs', 'fri', 'sat', 'sun']);
const anyWeekday = { ...weekdays, ...shortWeekdays };

const numbers: Record<string, number> = {
  ...numbered(['one a an', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']),
  fourteen: 14,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
};

const quarters: Record<string, number> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  '1st': 1,
  '2nd': 2,
  '3rd': 3,
  '4th': 4,
};

const countOf = (word: string | undefined): number => (word === undefined ? 1 : (numbers[word] ?? Number(word)));

const unitOf = (word: string, adjective: string | undefined): CountedUnit =>
  adjective?.startsWith('calendar') === false ? 'workingDay' : (word as CountedUnit);

const endUnitOf = (word: string): EndedUnit => (word.startsWith('half') ? 'halfYear' : (word as EndedUnit));

const whichOf = (word: string | undefined): Which =>
  word === undefined ? undefined : word === 'next' || word === 'following' ? 'next' : 'this';

const due = `(?<due>${dueWords.en})`;
const year = '(?<y>(?:19|20|21)\\d\\d)(?!\\p{N})';
const saidYear = '(?<which>this|next) year';
const ordinal = '(?:st|nd|rd|th)';
const number = `(?<n>\\d{1,3}|${anyOf(numbers)})`;
const adjective = '(?<adjective>(?:calendar|working|business) )?';

/** "within 10 days of receipt": counted from something else than today. */
const notFromEvent = '(?! (?:of|after|from|since|before|following)(?!\\p{L})(?! (?:today|now)(?!\\p{L})))';

const notRange = '(?<!\\p{N}[-.,/:])(?<!\\p{N}~-~)(?<!\\p{N}~to )';

/** "May Day Square", "1 May Street". */
const notNamedAfter = '(?! (?:street|square|avenue|park|school)(?!\\p{L}))';

// "agencies may 2 or more …", "march 5 people": the month's name is told from the verb by its capital.
const isVerb = (month: string, isDue: string | undefined, { typed, field }: ReadContext): boolean =>
  (month === 'may' || month === 'march' || month === 'mar') && isDue === undefined && !field && !/M/.test(typed);

const readMonth: DateRule['read'] = ({ d, m = '', y, which, due: isDue }, context) => {
  if (isVerb(m, isDue, context)) return null;
  const { today } = context;
  return readDay(dayInYear(today, y ?? yearOf(today, whichOf(which)), months[m] ?? Number.NaN, Number(d)), isDue);
};

const yearBehind = `(?:[-,]?~(?:of )?(?:${year}|${saidYear}))?`;

export const englishRules: DateRule[] = [
  rule(
    `(?:${notRange}|${due} )(?:the )?(?<d>\\d{1,2})${ordinal}?(?: of|-)?~(?<m>${anyOf(months)})${yearBehind}${notCounted}${notNamedAfter}`,
    readMonth,
  ),
  rule(
    `(?:${due} )?(?<m>${anyOf(months)})~(?:the )?(?<d>\\d{1,2})${ordinal}?${yearBehind}${notCounted}${notNamedAfter}`,
    readMonth,
  ),

  rule(`(?:${due} )?(?:the )?day after tomorrow`, ({ due: isDue }, { today }) => readDay(addDays(today, 2), isDue)),
  rule(`(?:${due} )?tomorrow`, ({ due: isDue }, { today }) => readDay(addDays(today, 1), isDue)),
  // "as of today", "until today" speak of how things stand.
  rule('(?<!(?:as of|until|till|up to|to|before|from) )(?:(?<due>by|due) )?today', ({ due: isDue }, { today }) =>
    readDay(today, isDue),
  ),
  rule('yesterday', (_, { today }) => readDay(addDays(today, -1), undefined), { fieldOnly: true }),

  rule(
    `(?<!from (?:${anyOf(anyWeekday)}) )${due} (?:(?:the )?end of )?(?:(?<which>next|this|coming) )?(?<w>${anyOf(anyWeekday)})(?<later> next week)?`,
    ({ w = '', which, later }, { today }) =>
      readDay(nextWeekday(today, anyWeekday[w] ?? 1, later === undefined ? whichOf(which) : 'next'), 'due'),
  ),
  rule(
    `(?:(?:on|for) )?(?:(?<which>next|this|coming)|on|for) (?<w>${anyOf(weekdays)})(?<later> next week)?`,
    ({ w = '', which, later }, { today }) =>
      readDay(nextWeekday(today, weekdays[w] ?? 1, later === undefined ? whichOf(which) : 'next'), undefined),
  ),
  rule(
    `(?<w>${anyOf(anyWeekday)})`,
    ({ w = '' }, { today }) => readDay(nextWeekday(today, anyWeekday[w] ?? 1, undefined), undefined),
    { fieldOnly: true },
  ),

  rule(
    `(?<how>in|within)(?: the)?(?: next)? ${number} ${adjective}(?<unit>day|week|month|year)s?(?:'? time)?${notFromEvent}`,
    ({ n, how, adjective: kind, unit = '' }, { today }) =>
      readCount(today, countOf(n), unitOf(unit, kind), how === 'in' ? 'on' : 'due'),
  ),
  rule(`${number} (?<unit>day|week|month|year)s? from (?:today|now)`, ({ n, unit = '' }, { today }) =>
    readCount(today, countOf(n), unitOf(unit, undefined), 'on'),
  ),
  rule(`(?<how>in|within) a fortnight${notFromEvent}`, ({ how }, { today }) =>
    readCount(today, 2, 'week', how === 'in' ? 'on' : 'due'),
  ),
  rule(
    '(?:within|during) (?:the )?(?<which>this|next) (?<unit>week|month|quarter|year)',
    ({ unit = '', which }, { today }) => readEnd(today, endUnitOf(unit), whichOf(which), 'due'),
  ),

  rule(
    `(?:${due} )?(?:at )?(?:the )?(?<!since (?:the )?)end of (?:(?<which>the|this|next) )?(?<unit>day|week|month|quarter|half-year|year)(?! of)`,
    ({ unit = '', which, due: isDue }, { today }) =>
      readEnd(today, endUnitOf(unit), which === 'next' ? 'next' : 'this', isDue === undefined ? 'on' : 'due'),
  ),
  rule(`(?:${due} )?(?:the )?(?<unit>week|month|quarter|year)-end`, ({ unit = '', due: isDue }, { today }) =>
    readEnd(today, endUnitOf(unit), 'this', isDue === undefined ? 'on' : 'due'),
  ),
  rule(
    `(?:${due} )?(?:at )?(?:the )?end of (?<m>${anyOf(months)})(?:,?~${year})?`,
    ({ m = '', y, due: isDue }, { today }) =>
      readNamedEnd(today, 'month', months[m] ?? Number.NaN, y, isDue === undefined ? 'on' : 'due'),
  ),
  rule(`(?:${due} )?(?:at )?(?:the )?end of ${year}`, ({ y, due: isDue }, { today }) =>
    readNamedEnd(today, 'year', 1, y, isDue === undefined ? 'on' : 'due'),
  ),
  rule(
    `(?:${due} )?(?:at )?(?:the )?end of (?:the )?(?:q(?<q>[1-4])|(?<word>${anyOf(quarters)}) quarter)(?:,?~(?:of )?${year})?`,
    ({ q, word = '', y, due: isDue }, { today }) =>
      readNamedEnd(
        today,
        'quarter',
        q === undefined ? (quarters[word] ?? Number.NaN) : ordinalNumber(q),
        y,
        isDue === undefined ? 'on' : 'due',
      ),
  ),

  rule(
    `${due} (?<d>\\d{1,2})${ordinal}(?: of (?:the )?(?<which>this|next|following) month|(?=~(?:[.,;:)]|$)))`,
    ({ d, which }, { today }) => readDay(nextDayOfMonth(today, Number(d), whichOf(which)), 'due'),
  ),
];
