import type { Language } from './languages.ts';

/** Grammatical cases that dates on paper need; only Latvian tells all four apart in a month's name. */
export type DateCase = 'nominative' | 'genitive' | 'dative' | 'locative';

/** Names of the months in the nominative, January first: for calendars and headings of periods. */
export const monthNames: Record<Language, readonly string[]> = {
  uk: [
    'січень',
    'лютий',
    'березень',
    'квітень',
    'травень',
    'червень',
    'липень',
    'серпень',
    'вересень',
    'жовтень',
    'листопад',
    'грудень',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  lt: [
    'sausis',
    'vasaris',
    'kovas',
    'balandis',
    'gegužė',
    'birželis',
    'liepa',
    'rugpjūtis',
    'rugsėjis',
    'spalis',
    'lapkritis',
    'gruodis',
  ],
  lv: [
    'janvāris',
    'februāris',
    'marts',
    'aprīlis',
    'maijs',
    'jūnijs',
    'jūlijs',
    'augusts',
    'septembris',
    'oktobris',
    'novembris',
    'decembris',
  ],
};

const ukrainianGenitive: readonly string[] = [
  'січня',
  'лютого',
  'березня',
  'квітня',
  'травня',
  'червня',
  'липня',
  'серпня',
  'вересня',
  'жовтня',
  'листопада',
  'грудня',
];

const lithuanianGenitive: readonly string[] = [
  'sausio',
  'vasario',
  'kovo',
  'balandžio',
  'gegužės',
  'birželio',
  'liepos',
  'rugpjūčio',
  'rugsėjo',
  'spalio',
  'lapkričio',
  'gruodžio',
];

const latvianMonths: Record<Exclude<DateCase, 'nominative'>, readonly string[]> = {
  genitive: [
    'janvāra',
    'februāra',
    'marta',
    'aprīļa',
    'maija',
    'jūnija',
    'jūlija',
    'augusta',
    'septembra',
    'oktobra',
    'novembra',
    'decembra',
  ],
  dative: [
    'janvārim',
    'februārim',
    'martam',
    'aprīlim',
    'maijam',
    'jūnijam',
    'jūlijam',
    'augustam',
    'septembrim',
    'oktobrim',
    'novembrim',
    'decembrim',
  ],
  locative: [
    'janvārī',
    'februārī',
    'martā',
    'aprīlī',
    'maijā',
    'jūnijā',
    'jūlijā',
    'augustā',
    'septembrī',
    'oktobrī',
    'novembrī',
    'decembrī',
  ],
};

/** The month's name as it stands beside a day number; `month` counts from 1. */
export function monthBesideDay(month: number, language: Language, grammaticalCase: DateCase): string {
  const names =
    language === 'uk'
      ? ukrainianGenitive
      : language === 'lt'
        ? lithuanianGenitive
        : language === 'lv' && grammaticalCase !== 'nominative'
          ? latvianMonths[grammaticalCase]
          : monthNames[language];
  return names[month - 1] ?? '';
}

/** Names of the days of the week, Monday first. */
export const weekdayNames: Record<Language, readonly string[]> = {
  uk: ['понеділок', 'вівторок', 'середа', 'четвер', 'п’ятниця', 'субота', 'неділя'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  lt: ['pirmadienis', 'antradienis', 'trečiadienis', 'ketvirtadienis', 'penktadienis', 'šeštadienis', 'sekmadienis'],
  lv: ['pirmdiena', 'otrdiena', 'trešdiena', 'ceturtdiena', 'piektdiena', 'sestdiena', 'svētdiena'],
};

/** Short names of the days of the week, Monday first, as CLDR has them. */
export const weekdayShortNames: Record<Language, readonly string[]> = {
  uk: ['пн', 'вт', 'ср', 'чт', 'пт', 'сб', 'нд'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  lt: ['pr', 'an', 'tr', 'kt', 'pn', 'št', 'sk'],
  lv: ['pirmd.', 'otrd.', 'trešd.', 'ceturtd.', 'piektd.', 'sestd.', 'svētd.'],
};
