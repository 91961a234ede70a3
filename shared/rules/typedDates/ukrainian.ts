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
  ordinalSource,
  readCount,
  readDay,
  readEnd,
  readNamedEnd,
  rule,
  type Which,
  yearOf,
} from './reading.ts';

const months = numbered([
  'січня січень',
  'лютого лютий',
  'березня березень',
  'квітня квітень',
  'травня травень',
  'червня червень',
  'липня липень',
  'серпня серпень',
  'вересня вересень',
  'жовтня жовтень',
  'листопада листопад',
  'грудня грудень',
]);

// Short forms need their full stop: «3 лист» is no date.
const shortMonths = numbered([
  'січ.',
  'лют.',
  'бер. берез.',
  'квіт.',
  'трав.',
  'черв.',
  'лип.',
  'серп.',
  'вер. верес.',
  'жовт.',
  'лист. листоп.',
  'груд.',
]);

const monthOf = (word: string): number => months[word] ?? shortMonths[word] ?? Number.NaN;

const weekdaysGenitive = numbered(['понеділка', 'вівторка', 'середи', 'четверга', 'пятниці', 'суботи', 'неділі']);
const weekdaysAccusative = numbered(['понеділок', 'вівторок', 'середу', 'четвер', 'пятницю', 'суботу', 'неділю']);
const weekdaysAlone = numbered([
  'понеділок пн',
  'вівторок вт',
  'середа ср',
  'четвер чт',
  'пятниця пт',
  'субота сб',
  'неділя нд',
]);

const numbers: Record<string, number> = numbered([
  'один одного одну однієї',
  'два дві двох',
  'три трьох',
  'чотири чотирьох',
  'пять пяти',
  'шість шести',
  'сім семи',
  'вісім восьми',
  'девять девяти',
  'десять десяти',
]);
Object.assign(numbers, { чотирнадцять: 14, чотирнадцяти: 14, двадцять: 20, двадцяти: 20, тридцять: 30, тридцяти: 30 });

const inAdjectives: Record<string, number> = { дво: 2, три: 3, чотири: 4, пяти: 5, семи: 7, десяти: 10, двадцяти: 20 };

const countOf = (word: string | undefined): number => (word === undefined ? 1 : (numbers[word] ?? Number(word)));

function unitOf(word: string, adjective: string | undefined): CountedUnit {
  if (word.startsWith('тиж')) return 'week';
  if (word.startsWith('міс')) return 'month';
  if (word.startsWith('р')) return 'year';
  return adjective?.startsWith('робоч') === true ? 'workingDay' : 'day';
}

function endUnitOf(word: string): EndedUnit {
  if (word.startsWith('д')) return 'day';
  if (word.startsWith('тиж')) return 'week';
  if (word.startsWith('міс')) return 'month';
  if (word.startsWith('кв')) return 'quarter';
  return word.startsWith('пів') ? 'halfYear' : 'year';
}

const whichOf = (word: string | undefined): Which =>
  word === undefined ? undefined : word.startsWith('наст') ? 'next' : 'this';

const due = `(?<due>${dueWords.uk})`;
const year = '(?<y>(?:19|20|21)\\d\\d)(?!\\p{N})(?:~(?:року|рік|р\\.?))?';
const saidYear = '(?<which>ц\\.~р\\.|цього року|поточного року|наступного року)';
const which = '(?<which>наступно(?:го|ї)|поточно(?:го|ї)|цього|цієї)';
const number = `(?<n>\\d{1,3}|${anyOf(numbers)})`;
const adjective = '(?<adjective>(?:робоч|календарн)\\p{L}+)';
const weekOrMonth = '(?:тиж(?:день|ні|нів|ня)|місяц(?:ь|і|ів|я))';

/** «протягом 10 днів з дня отримання»: counted from something else than today. */
const notFromEvent =
  '(?! (?:до|після)(?!\\p{L})| (?:з|із|від) (?:дня|дати|моменту|часу|отриман|одержан|надходжен|набран|підписан|прийнят|ухвален|закінчен|завершен|початку|оприлюднен|реєстраці))';

/** A street or a school called after a day. */
const notNamedAfter =
  '(?<!(?:вул|вулиц\\p{L}*|пл|площ\\p{L}*|просп|проспект\\p{L}*|пров|провул\\p{L}*|бульв\\p{L}*|парк\\p{L}*|ім|імені)\\.?~)';

/** The second day of «10–12 грудня» alone is not what was meant. */
const notRange = '(?<!\\p{N}[-.,/:])(?<!\\p{N}~-~)';

const dayOfMonthAndMonth = `(?<d>\\d{1,2})(?:-?(?:го|ого|е|те))? ~(?<m>${anyOf(months)}|${anyOf(shortMonths)})`;

export const ukrainianRules: DateRule[] = [
  rule(
    `(?:${notNamedAfter}${notRange}|${due}~)${dayOfMonthAndMonth}(?:,?~(?:${year}|${saidYear}))?${notCounted}`,
    ({ d, m = '', y, due: isDue, which: said }, { today }) =>
      readDay(dayInYear(today, y ?? yearOf(today, whichOf(said)), monthOf(m), Number(d)), isDue),
  ),

  rule(`(?:${due} )?(?<word>післязавтра|завтра)`, ({ word, due: isDue }, { today }) =>
    readDay(addDays(today, word === 'завтра' ? 1 : 2), isDue),
  ),
  rule(`(?:${due} )?завтрашнього дня`, ({ due: isDue }, { today }) => readDay(addDays(today, 1), isDue)),
  // «на сьогодні», «до сьогодні» speak of how things stand.
  rule('(?<!(?:на|до|по|від|з) )сьогодні', (_, { today }) => readDay(today, undefined)),
  rule(
    '(?<word>позавчора|вчора|учора)',
    ({ word }, { today }) => readDay(addDays(today, word === 'позавчора' ? -2 : -1), undefined),
    { fieldOnly: true },
  ),

  rule(
    `(?<!(?:з|із|від) (?:${anyOf(weekdaysGenitive)}) )${due} (?:кінця (?:дня )?)?(?:${which} )?(?<w>${anyOf(weekdaysGenitive)})`,
    ({ w = '', which: said }, { today }) => readDay(nextWeekday(today, weekdaysGenitive[w] ?? 1, whichOf(said)), 'due'),
  ),
  rule(
    `(?:у|в|на) (?:(?<which>наступн(?:ий|у)|ц(?:ей|ю)) )?(?<w>${anyOf(weekdaysAccusative)})`,
    ({ w = '', which: said }, { today }) =>
      readDay(nextWeekday(today, weekdaysAccusative[w] ?? 1, whichOf(said)), undefined),
  ),
  rule(`${which} (?<w>${anyOf(weekdaysGenitive)})`, ({ w = '', which: said }, { today }) =>
    readDay(nextWeekday(today, weekdaysGenitive[w] ?? 1, whichOf(said)), undefined),
  ),
  rule(
    `(?<w>${anyOf(weekdaysAlone)})`,
    ({ w = '' }, { today }) => readDay(nextWeekday(today, weekdaysAlone[w] ?? 1, undefined), undefined),
    { fieldOnly: true },
  ),

  rule(
    `(?:протягом|впродовж|упродовж) (?:(?:наступних )?${number} (?:${adjective} )?(?<unit>дн(?:ів|я|і)|день|доби?|діб|${weekOrMonth})|(?<alone>тижня|місяця|доби))${notFromEvent}`,
    ({ n, adjective: kind, unit, alone }, { today }) =>
      readCount(today, countOf(n), unitOf(unit ?? alone ?? '', kind), 'due'),
  ),
  // «протягом наступного тижня» is the next week, not seven days.
  rule(
    `(?:протягом|впродовж|упродовж) ${which} (?<unit>тижня|місяця|кварталу|року)`,
    ({ unit = '', which: said }, { today }) => readEnd(today, endUnitOf(unit), whichOf(said), 'due'),
  ),
  // «звіт за тиждень» looks back, and so does «за тиждень надійшло…».
  rule(
    `(?<!(?:звіт|підсумк|дан|інформаці|статистик|роботи?|показник|відомост|середньому|раз)\\p{L}* )за (?:${number} (?:${adjective} )?(?<unit>дн(?:ів|і)|день|діб|доби|${weekOrMonth})|(?<alone>тиждень|місяць))${notFromEvent}(?! \\p{L}+(?:но|то|ло|ли|ла)(?!\\p{L}))`,
    ({ n, adjective: kind, unit, alone }, { today }) =>
      readCount(today, countOf(n), unitOf(unit ?? alone ?? '', kind), 'due'),
  ),
  rule(
    `через (?:${number} (?:${adjective} )?(?<unit>дн(?:ів|і)|день|діб|доби|${weekOrMonth}|рок(?:и|ів))|(?<alone>тиждень|місяць|рік))${notFromEvent}`,
    ({ n, adjective: kind, unit, alone }, { today }) =>
      readCount(today, countOf(n), unitOf(unit ?? alone ?? '', kind), 'on'),
  ),
  rule(
    `[ув] (?:(?:(?<n>\\d{1,2})-?|(?<word>${anyOf(inAdjectives)}))?(?<unit>ден|тижнев|місячн)\\p{L}*) (?:строк|термін)${notFromEvent}`,
    ({ n, word, unit = '' }, { today }) => {
      const count = n === undefined ? (inAdjectives[word ?? ''] ?? 1) : Number(n);
      return unit === 'ден' && n === undefined && word === undefined
        ? null
        : readCount(today, count, unit === 'ден' ? 'day' : unitOf(unit, undefined), 'due');
    },
  ),

  rule(
    `(?:${due}|(?:на|у|в)) (?:кінця|кінці|кінець) (?:${which} )?(?<unit>дня|тижня|місяця|кварталу|півріччя|року)`,
    ({ unit = '', which: said, due: isDue }, { today }) =>
      readEnd(today, endUnitOf(unit), whichOf(said), isDue === undefined ? 'on' : 'due'),
  ),
  rule(
    `наприкінці (?:${which} )?(?<unit>тижня|місяця|кварталу|півріччя|року)`,
    ({ unit = '', which: said }, { today }) => readEnd(today, endUnitOf(unit), whichOf(said), 'on'),
  ),
  rule(`(?:${due} кінця|наприкінці) (?<m>${anyOf(months)})(?:,?~${year})?`, ({ m = '', y, due: isDue }, { today }) =>
    readNamedEnd(today, 'month', monthOf(m), y, isDue === undefined ? 'on' : 'due'),
  ),
  rule(`(?:${due} кінця|наприкінці) (?<y>(?:19|20|21)\\d\\d)~(?:року|р\\.?)`, ({ y, due: isDue }, { today }) =>
    readNamedEnd(today, 'year', 1, y, isDue === undefined ? 'on' : 'due'),
  ),
  rule(
    `(?:${due} кінця|наприкінці) (?<q>${ordinalSource})(?:-?го)? (?<unit>кварталу|півріччя)(?:,?~${year})?`,
    ({ q = '', unit = '', y, due: isDue }, { today }) =>
      readNamedEnd(
        today,
        unit === 'кварталу' ? 'quarter' : 'halfYear',
        ordinalNumber(q),
        y,
        isDue === undefined ? 'on' : 'due',
      ),
  ),

  rule(
    `${due} (?<d>\\d{1,2})(?:-?(?:го|ого))? числа(?: (?<which>цього|поточного|наступного) місяця)?(?! (?:місяця|за звітним))`,
    ({ d, which: said }, { today }) => readDay(nextDayOfMonth(today, Number(d), whichOf(said)), 'due'),
  ),
  rule(`${due} (?<d>\\d{1,2})-(?:го|ого)(?=~(?:[.,;:)]|$))`, ({ d }, { today }) =>
    readDay(nextDayOfMonth(today, Number(d), undefined), 'due'),
  ),
];
