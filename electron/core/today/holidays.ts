import type HolidaysOf from 'date-holidays';
import { addDays, type IsoDay } from '../../../shared/dates.ts';
import type { Language } from '../../../shared/languages.ts';
import { wordsOf } from '../words.ts';
import type { HolidayCountry } from './country.ts';

type Calendar = InstanceType<typeof HolidaysOf>;

/** A day of the package: its own date, and the rule that it comes from. */
interface Found {
  day: IsoDay;
  rule: string;
  substitute: boolean;
}

const isSaturday = (day: IsoDay): boolean => new Date(`${day}T00:00:00Z`).getUTCDay() === 6;
const isSunday = (day: IsoDay): boolean => new Date(`${day}T00:00:00Z`).getUTCDay() === 0;

/** The Monday after a holiday at a weekend; null for one on a working day. */
const mondayAfter = (day: IsoDay): IsoDay | null =>
  isSaturday(day) ? addDays(day, 2) : isSunday(day) ? addDays(day, 1) : null;

/**
 * What the package's rules for Ukraine get wrong; null: no holiday. By article 73 of the Labour Code 2 January is none (and
 * 1 January at a weekend gives Monday, not Tuesday; so does 1 May since 2 May is none, law 2211-VIII of 16 November 2017);
 * the Statehood Day of 28 July is one in 2022 only; the victory over Nazism is remembered on 8 May since 2024 (law 3107-IX
 * of 29 May 2023). Under martial law holidays are worked on (law 2136-IX, article 6); they keep their names, and no meeting
 * is proposed on them.
 */
function corrected(country: HolidayCountry, { day, rule, substitute }: Found): IsoDay | null {
  if (country !== 'UA') return day;
  const year = day.slice(0, 4);
  const onMonday = (own: string): IsoDay | null => (substitute ? mondayAfter(`${year}-${own}`) : `${year}-${own}`);
  if (rule.startsWith('01-02')) return null;
  if (rule.startsWith('01-01')) return onMonday('01-01');
  if (rule.startsWith('05-01') && year >= '2018') return onMonday('05-01');
  if (rule.startsWith('05-09') && year >= '2024') return onMonday('05-08');
  return rule.startsWith('07-28') && year !== '2022' ? null : day;
}

/** The package writes after a name in brackets that the day stands for another one. */
const substituteMark = / \([^()]*\)$/u;

const calendars = new Map<string, Promise<Calendar>>();
const years = new Map<string, Map<IsoDay, string>>();

/** The rules are read when they are first needed: they cost more than everything else on the page. */
const calendarOf = (country: HolidayCountry, language: Language): Promise<Calendar> => {
  const key = `${country} ${language}`;
  const made =
    calendars.get(key) ??
    import('date-holidays').then(
      ({ default: Holidays }) => new Holidays(country, { languages: [language, 'en'], types: ['public'] }),
    );
  calendars.set(key, made);
  return made;
};

/** While somebody types a passphrase there is time for what would otherwise make the first page wait. */
export function warmHolidays(): void {
  const warm = async (): Promise<void> => {
    (await calendarOf('UA', 'uk')).getHolidays(new Date().getFullYear());
  };
  setTimeout(() => void warm().catch(() => calendars.clear()), 300).unref();
}

async function holidaysOfYear(resources: string, country: HolidayCountry, language: Language, year: string) {
  const key = `${country} ${language} ${year}`;
  const known = years.get(key);
  if (known) return known;
  const words = wordsOf(resources, language, 'today');
  const found = new Map<IsoDay, string>();
  for (const { date, name, rule, substitute } of (await calendarOf(country, language)).getHolidays(year)) {
    const day = corrected(country, { day: date.slice(0, 10), rule, substitute: substitute === true });
    if (day === null) continue;
    const own = substitute === true ? words('holiday.moved', { name: name.replace(substituteMark, '') }) : name;
    if (!found.has(day)) found.set(day, own);
  }
  years.set(key, found);
  return found;
}

/**
 * Public holidays of the years of these two days and between them, day → name in the language (in English where the
 * package has none). Days off in lieu of a holiday at a weekend are among them.
 */
export async function holidaysBetween(
  resources: string,
  country: HolidayCountry | null,
  language: Language,
  from: IsoDay,
  until: IsoDay,
): Promise<Map<IsoDay, string>> {
  const all = new Map<IsoDay, string>();
  if (country === null) return all;
  for (let year = Number(from.slice(0, 4)); year <= Number(until.slice(0, 4)); year += 1)
    for (const [day, name] of await holidaysOfYear(resources, country, language, String(year))) all.set(day, name);
  return all;
}
