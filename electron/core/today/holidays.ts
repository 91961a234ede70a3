import type HolidaysOf from 'date-holidays';
import type { IsoDay } from '../../../shared/dates.ts';
import type { Language } from '../../../shared/languages.ts';
import { wordsOf } from '../words.ts';
import type { HolidayCountry } from './country.ts';

type Calendar = InstanceType<typeof HolidaysOf>;

/**
 * What has changed since the package's rules were written. Ukraine (law 3107-IX of 29 May 2023): the victory over Nazism
 * is remembered on 8 May instead of 9 May.
 */
const corrected = (country: HolidayCountry, day: IsoDay): IsoDay =>
  country === 'UA' && day >= '2024' && day.endsWith('-05-09') ? `${day.slice(0, 4)}-05-08` : day;

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
  for (const { date, name, substitute } of (await calendarOf(country, language)).getHolidays(year)) {
    const day = corrected(country, date.slice(0, 10));
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
