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

// Folded words, without diacritics, as they are often typed anyway.
const months = numbered([
  'sausio saus.',
  'vasario vas.',
  'kovo kov.',
  'balandzio bal.',
  'geguzes geg.',
  'birzelio birz.',
  'liepos liep.',
  'rugpjucio rugp.',
  'rugsejo rugs.',
  'spalio spal.',
  'lapkricio lapkr.',
  'gruodzio gruod.',
]);

const stems = ['pirma', 'antra', 'trecia', 'ketvirta', 'penkta', 'sesta', 'sekma'];
const weekdayForms = (ending: string): Record<string, number> => numbered(stems.map((stem) => `${stem}dien${ending}`));
const weekdaysGenitive = weekdayForms('io');
const weekdaysAccusative = weekdayForms('i');
const weekdaysAlone = { ...weekdayForms('is'), ...weekdaysAccusative };

const numbers: Record<string, number> = {
  ...numbered([
    'viena vieno vienos',
    'du dvi dvieju',
    'tris triju',
    'keturis keturias keturiu',
    'penkis penkias penkiu',
    'sesis sesias sesiu',
    'septynis septynias septyniu',
    'astuonis astuonias astuoniu',
    'devynis devynias devyniu',
    'desimt desimties',
  ]),
  keturiolika: 14,
  keturiolikos: 14,
  dvidesimt: 20,
  dvidesimties: 20,
  trisdesimt: 30,
  trisdesimties: 30,
};

const countOf = (word: string | undefined): number => (word === undefined ? 1 : (numbers[word] ?? Number(word)));

function unitOf(word: string, adjective: string | undefined): CountedUnit {
  if (word.startsWith('sav')) return 'week';
  if (word.startsWith('men')) return 'month';
  if (word.startsWith('met')) return 'year';
  return adjective?.startsWith('darbo') === true ? 'workingDay' : 'day';
}

function endUnitOf(word: string): EndedUnit {
  if (word.startsWith('dien')) return 'day';
  if (word.startsWith('sav')) return 'week';
  if (word.startsWith('men')) return 'month';
  if (word.startsWith('ketv')) return 'quarter';
  return word.startsWith('pus') ? 'halfYear' : 'year';
}

const whichOf = (word: string | undefined): Which =>
  word === undefined ? undefined : word.startsWith('kit') || word.startsWith('atein') ? 'next' : 'this';

const due = `(?<due>${dueWords.lt})`;
const year = '(?:(?<y>(?:19|20|21)\\d\\d)~(?:m\\.|metu)~)';
const saidYear = '(?:(?<which>siu|kitu|ateinanciu) m(?:\\.|etu)~)';
const which = '(?<which>kit(?:o|os|u)|ateinanci(?:o|os|u)|si(?:o|os|u))';
const number = `(?<n>\\d{1,3}|${anyOf(numbers)})`;
const adjective = '(?:(?<adjective>darbo|kalendorin\\p{L}+) )?';
const dayWord = '(?:~(?:d\\.|dien(?:os|a|ai)))';

/** «per 10 dienų nuo gavimo»: counted from something else than today. */
const notFromEvent = '(?! (?:nuo|po|iki|pries)(?!\\p{L}))';

/** «Kovo 11-osios gatvė», «Vasario 16-osios gimnazija». */
const notNamedAfter = '(?!~(?:g\\.|gatv|aikst|gimnazij|mokykl|al\\.|pr\\.))';

export const lithuanianRules: DateRule[] = [
  rule(
    `(?:${due} )?(?:${year}|${saidYear})?(?<m>${anyOf(months)})~(?:men(?:\\.|esio)~)?(?<d>\\d{1,2})(?<ordinal>-?(?:oji|osios|aja|ajai|ojo))?${dayWord}?${notCounted}${notNamedAfter}`,
    ({ d, m = '', y, which: said, ordinal, due: isDue }, { today }) =>
      // «kovo 11-osios» without a preposition says of what, not when
      ordinal?.endsWith('osios') === true && isDue === undefined
        ? null
        : readDay(dayInYear(today, y ?? yearOf(today, whichOf(said)), months[m] ?? Number.NaN, Number(d)), isDue),
  ),
  rule(`(?:${due} )?${year}?(?<m>\\d{1,2})~men\\.~(?<d>\\d{1,2})${dayWord}`, ({ d, m, y, due: isDue }, { today }) =>
    readDay(dayInYear(today, y, Number(m), Number(d)), isDue),
  ),

  rule(`(?:${due} )?(?<word>poryt|rytoj|rytojaus|rytdienos)`, ({ word, due: isDue }, { today }) =>
    readDay(addDays(today, word === 'poryt' ? 2 : 1), isDue),
  ),
  rule('(?<!(?:iki|nuo|uz) )siandien', (_, { today }) => readDay(today, undefined)),
  rule(
    '(?<word>uzvakar|vakar)',
    ({ word }, { today }) => readDay(addDays(today, word === 'vakar' ? -1 : -2), undefined),
    {
      fieldOnly: true,
    },
  ),

  rule(
    `(?<!nuo (?:${anyOf(weekdaysGenitive)}) )${due} (?:${which} )?(?<w>${anyOf(weekdaysGenitive)})`,
    ({ w = '', which: said }, { today }) => readDay(nextWeekday(today, weekdaysGenitive[w] ?? 1, whichOf(said)), 'due'),
  ),
  // The accusative alone says when; «kiekvieną pirmadienį» recurs and «praėjusį» is past.
  rule(
    `(?<!(?:kiekviena|kas|praejusi|praeita) )(?:(?<which>kita|ateinanti|si) )?(?<w>${anyOf(weekdaysAccusative)})`,
    ({ w = '', which: said }, { today }) =>
      readDay(nextWeekday(today, weekdaysAccusative[w] ?? 1, whichOf(said)), undefined),
  ),
  rule(
    `(?<w>${anyOf(weekdaysAlone)})`,
    ({ w = '' }, { today }) => readDay(nextWeekday(today, weekdaysAlone[w] ?? 1, undefined), undefined),
    { fieldOnly: true },
  ),

  rule(
    `po (?:${number} ${adjective}(?<unit>dien(?:u|os)|savai(?:ciu|tes)|menesi(?:u|o)|metu)|(?<alone>savaites|menesio|metu))${notFromEvent}`,
    ({ n, adjective: kind, unit, alone }, { today }) =>
      readCount(today, countOf(n), unitOf(unit ?? alone ?? '', kind), 'on'),
  ),
  // «penkis kartus per savaitę» is a rate
  rule(
    `(?<!kart\\p{L}* )per (?:artimiausi(?:as|us|a) |ateinanci(?:as|us|a) )?(?:${number} ${adjective}(?<unit>dien(?:u|as|a)|savai(?:ciu|tes|te)|menesi(?:u|us)?)|(?<alone>savaite|menesi))${notFromEvent}`,
    ({ n, adjective: kind, unit, alone }, { today }) =>
      readCount(today, countOf(n), unitOf(unit ?? alone ?? '', kind), 'due'),
  ),
  rule(
    'per (?<which>kita|kitus|si|sia|siuos) (?<unit>savaite|menesi|ketvirti|metus)',
    ({ unit = '', which: said }, { today }) => readEnd(today, endUnitOf(unit), whichOf(said), 'due'),
  ),

  rule(
    `${due} (?:${which} )?(?<unit>dienos|savaites|menesio|ketvircio|pusmecio|metu) pabaigos`,
    ({ unit = '', which: said }, { today }) => readEnd(today, endUnitOf(unit), whichOf(said), 'due'),
  ),
  rule(
    `(?:${which} )?(?<unit>dienos|savaites|menesio|ketvircio|pusmecio|metu) pabaigoje`,
    ({ unit = '', which: said }, { today }) => readEnd(today, endUnitOf(unit), whichOf(said), 'on'),
  ),
  rule(
    `(?:${due} )?${year}?(?<m>${anyOf(months)}) (?:men(?:\\.|esio)~)?pabaig(?<form>os|oje)`,
    ({ m = '', y, form, due: isDue }, { today }) =>
      form === 'os' && isDue === undefined
        ? null
        : readNamedEnd(today, 'month', months[m] ?? Number.NaN, y, isDue === undefined ? 'on' : 'due'),
  ),
  rule(`${due} ${year}pabaigos`, ({ y }, { today }) => readNamedEnd(today, 'year', 1, y, 'due')),
  rule(
    `${due} ${year}?(?<q>${ordinalSource})(?:-ojo)? (?<unit>ketvircio|pusmecio) pabaigos`,
    ({ q = '', unit, y }, { today }) =>
      readNamedEnd(today, unit === 'ketvircio' ? 'quarter' : 'halfYear', ordinalNumber(q), y, 'due'),
  ),

  // «iki 15 d. d.» are working days, no day of the month
  rule(
    `${due} (?:(?<which>kito|ateinancio|sio) (?:menesio|men\\.) )?(?<d>\\d{1,2})${dayWord}(?!~d\\.)(?! (?:kiekvieno|darbo|atostog))`,
    ({ d, which: said }, { today }) => readDay(nextDayOfMonth(today, Number(d), whichOf(said)), 'due'),
  ),
];
