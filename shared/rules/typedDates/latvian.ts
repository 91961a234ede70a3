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

// Folded words, without diacritics, as they are often typed anyway: nominative, genitive, dative, locative.
const declined = (stem: string, endings: string): string =>
  endings
    .split(' ')
    .map((end) => `${stem}${end}`)
    .join(' ');

const months = numbered([
  `${declined('janvar', 'is a im i')} janv.`,
  `${declined('februar', 'is a im i')} febr.`,
  declined('mart', 's a am'),
  `${declined('april', 'is a im i')} apr.`,
  declined('maij', 's a am'),
  declined('junij', 's a am'),
  declined('julij', 's a am'),
  `${declined('august', 's a am')} aug.`,
  `${declined('septembr', 'is a im i')} sept.`,
  `${declined('oktobr', 'is a im i')} okt.`,
  `${declined('novembr', 'is a im i')} nov.`,
  `${declined('decembr', 'is a im i')} dec.`,
]);

const stems = ['pirm', 'otr', 'tres', 'ceturt', 'piekt', 'sest', 'svet'];
const weekdayForms = (ending: string): Record<string, number> => numbered(stems.map((stem) => `${stem}dien${ending}`));
const weekdaysDative = weekdayForms('ai');
const weekdaysAdverb = weekdayForms('');
const weekdaysInA = weekdayForms('a');
const weekdaysAccusative = weekdayForms('u');

const numbers: Record<string, number> = {
  ...numbered([
    'viena vienas vienu vienai vienam',
    'divu divi divas divam diviem',
    'triju tris trim',
    'cetru cetri cetras cetram cetriem',
    'piecu pieci piecas piecam pieciem',
    'sesu sesi sesas sesam sesiem',
    'septinu septini septinas septinam septiniem',
    'astonu astoni astonas astonam astoniem',
    'devinu devini devinas devinam deviniem',
    'desmit desmitu',
  ]),
  cetrpadsmit: 14,
  divdesmit: 20,
  trisdesmit: 30,
};

const countOf = (word: string | undefined): number => (word === undefined ? 1 : (numbers[word] ?? Number(word)));

function unitOf(word: string, adjective: string | undefined): CountedUnit {
  if (word.startsWith('ned')) return 'week';
  if (word.startsWith('men')) return 'month';
  if (word.startsWith('gad')) return 'year';
  return adjective?.startsWith('darba') === true ? 'workingDay' : 'day';
}

function endUnitOf(word: string): EndedUnit {
  if (word.startsWith('dien')) return 'day';
  if (word.startsWith('ned')) return 'week';
  if (word.startsWith('men')) return 'month';
  if (word.startsWith('cet')) return 'quarter';
  return word.startsWith('pus') ? 'halfYear' : 'year';
}

const whichOf = (word: string | undefined): Which =>
  word === undefined ? undefined : word.startsWith('nak') ? 'next' : 'this';

const due = `(?<due>${dueWords.lv})`;
const year = '(?:(?<y>(?:19|20|21)\\d\\d)\\.?~(?:gada|g\\.)~)';
const saidYear = '(?:(?<which>sa|si|nakama) gada )';
const which = '(?<which>nakam(?:a|as)|s(?:a|as|i|is))';
const number = `(?<n>\\d{1,3}|${anyOf(numbers)})`;
const adjective = '(?:(?<adjective>darba|kalendar\\p{L}*) )?';

/** «10 dienu laikā no saņemšanas», «pēc nedēļas pēc sēdes»: counted from something else than today. */
const notFromEvent = '(?! (?:no|pec|kops|pirms|lidz)(?!\\p{L}))';

const notRange = '(?<!\\p{N}\\.?~-~)(?<!\\p{N}[,/:])';

/** «1. maija iela» */
const notNamedAfter = '(?! (?:iel|gatv|laukum|park|skol|krastmal))';

// Folding makes one of the nominative in -a and of the locative in -ā; only the locative says when.
const isLocative = (typed: string): boolean => /ā\s*$/iu.test(typed.normalize('NFC'));

export const latvianRules: DateRule[] = [
  rule(
    `(?:${notRange}|${due} )(?:${year}|${saidYear})?(?<d>\\d{1,2})\\.?~(?<m>${anyOf(months)})${notNamedAfter}${notCounted}`,
    ({ d, m = '', y, which: said, due: isDue }, { today }) =>
      readDay(dayInYear(today, y ?? yearOf(today, whichOf(said)), months[m] ?? Number.NaN, Number(d)), isDue),
  ),
  rule(
    `(?:${notRange}|${due} )(?<d>\\d{1,2})\\.?~(?<m>${anyOf(months)}),? (?<y>(?:19|20|21)\\d\\d)\\.?(?:~gad(?:a|am))?`,
    ({ d, m = '', y, due: isDue }, { today }) =>
      readDay(dayInYear(today, y, months[m] ?? Number.NaN, Number(d)), isDue),
  ),

  rule(`(?:${due} )?(?<word>parit|ritdienai|ritdien|rit)`, ({ word, due: isDue }, { today }) =>
    readDay(addDays(today, word === 'parit' ? 2 : 1), isDue),
  ),
  rule('(?<!(?:lidz|no|uz) )sodien', (_, { today }) => readDay(today, undefined)),
  rule(
    '(?<word>aizvakar|vakar)',
    ({ word }, { today }) => readDay(addDays(today, word === 'vakar' ? -1 : -2), undefined),
    {
      fieldOnly: true,
    },
  ),

  rule(
    `(?<!no (?:${stems.join('|')})dienas )${due} (?:(?<which>nakamajai|nakamai|sai) )?(?<w>${anyOf(weekdaysDative)})`,
    ({ w = '', which: said }, { today }) => readDay(nextWeekday(today, weekdaysDative[w] ?? 1, whichOf(said)), 'due'),
  ),
  rule(`(?<which>nakamaja|saja) (?<w>${anyOf(weekdaysInA)})`, ({ w = '', which: said }, { today }) =>
    readDay(nextWeekday(today, weekdaysInA[w] ?? 1, whichOf(said)), undefined),
  ),
  rule(`(?<which>nakamo|so) (?<w>${anyOf(weekdaysAccusative)})`, ({ w = '', which: said }, { today }) =>
    readDay(nextWeekday(today, weekdaysAccusative[w] ?? 1, whichOf(said)), undefined),
  ),
  rule(`(?<which>nakam|so)(?<w>${anyOf(weekdaysAdverb)})`, ({ w = '', which: said }, { today }) =>
    readDay(nextWeekday(today, weekdaysAdverb[w] ?? 1, whichOf(said)), undefined),
  ),
  rule(`(?<!(?:katru|ik|pagajuso) )(?<w>${anyOf(weekdaysAdverb)})`, ({ w = '' }, { today }) =>
    readDay(nextWeekday(today, weekdaysAdverb[w] ?? 1, undefined), undefined),
  ),
  rule(`(?<!(?:katra|pagajusaja|iepriekseja) )(?<w>${anyOf(weekdaysInA)})`, ({ w = '' }, { today, typed, field }) =>
    field || isLocative(typed) ? readDay(nextWeekday(today, weekdaysInA[w] ?? 1, undefined), undefined) : null,
  ),

  // «pēc mēneša beigām», «pēc nedēļas nogales» are something else
  rule(
    `pec (?:${number} ${adjective}(?<unit>dien(?:am|as)|nedel(?:am|as)|menes(?:iem|a)|gad(?:iem|a))|(?<alone>nedelas|menesa))${notFromEvent}(?! (?:beig|sakum|vid|nogal|parskat|plan))`,
    ({ n, adjective: kind, unit, alone }, { today }) =>
      readCount(today, countOf(n), unitOf(unit ?? alone ?? '', kind), 'on'),
  ),
  rule(
    `(?<!(?:pedejo|pedeja|ieprieksej\\p{L}*|pagajus\\p{L}*|pirmo) )(?:${number} ${adjective}(?<unit>dienu|dienas|nedelu|nedelas|menesu|menesa)|(?<alone>nedelas|menesa|diennakts)) laika${notFromEvent}(?! (?:posm|rind|prognoz|apst))`,
    ({ n, adjective: kind, unit, alone }, { today }) =>
      readCount(today, countOf(n), unitOf(unit ?? alone ?? '', kind), 'due'),
  ),
  rule(`${which} (?<unit>nedelas|menesa|ceturksna|gada) laika`, ({ unit = '', which: said }, { today }) =>
    readEnd(today, endUnitOf(unit), whichOf(said), 'due'),
  ),

  rule(
    `${due} (?:${which} )?(?<unit>dienas|nedelas|menesa|ceturksna|pusgada|gada) beigam`,
    ({ unit = '', which: said }, { today }) => readEnd(today, endUnitOf(unit), whichOf(said), 'due'),
  ),
  rule(
    `(?:${which} )?(?<unit>nedelas|menesa|ceturksna|pusgada|gada) beigas`,
    ({ unit = '', which: said }, { today, typed, field }) =>
      field || /ās\s*$/iu.test(typed.normalize('NFC')) ? readEnd(today, endUnitOf(unit), whichOf(said), 'on') : null,
  ),
  rule(`${due} ${year}?(?<m>${anyOf(months)}) beigam`, ({ m = '', y }, { today }) =>
    readNamedEnd(today, 'month', months[m] ?? Number.NaN, y, 'due'),
  ),
  rule(`${due} ${year}beigam`, ({ y }, { today }) => readNamedEnd(today, 'year', 1, y, 'due')),
  rule(
    `${due} ${year}?(?<q>${ordinalSource})\\.? (?<unit>ceturksna|pusgada) beigam`,
    ({ q = '', unit, y }, { today }) =>
      readNamedEnd(today, unit === 'ceturksna' ? 'quarter' : 'halfYear', ordinalNumber(q), y, 'due'),
  ),

  rule(`${due} (?:(?<which>nakama|sa|si) menesa )?(?<d>\\d{1,2})\\.?~datumam`, ({ d, which: said }, { today }) =>
    readDay(nextDayOfMonth(today, Number(d), whichOf(said)), 'due'),
  ),
];
