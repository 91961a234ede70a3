import type { IsoDay } from '../../../shared/dates.ts';
import type { Language } from '../../../shared/languages.ts';
import type { Reader } from '../statements.ts';
import { countryOf } from './country.ts';
import { holidaysBetween } from './holidays.ts';

/** Public holidays of the own agency's country from one day until another, both included, in their order. */
export async function readHolidays(
  reader: Reader,
  resources: string,
  { from, until, language }: { from: IsoDay; until: IsoDay; language: Language },
): Promise<{ day: IsoDay; name: string }[]> {
  const found = await holidaysBetween(resources, countryOf(reader, resources, language), language, from, until);
  return [...found]
    .filter(([day]) => day >= from && day <= until)
    .map(([day, name]) => ({ day, name }))
    .toSorted((a, b) => a.day.localeCompare(b.day));
}
