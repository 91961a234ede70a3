import type { Language } from '../../../shared/languages.ts';
import { territoryByCode } from '../directory/territories.ts';
import { readOne, type Reader } from '../statements.ts';
import { readSettings } from '../workspace/settings.ts';

/** Countries whose public holidays the program knows. */
export const holidayCountries = ['UA', 'LT', 'LV'] as const;
export type HolidayCountry = (typeof holidayCountries)[number];

const countryOfLanguage: Partial<Record<Language, HolidayCountry>> = { uk: 'UA', lt: 'LT', lv: 'LV' };

/**
 * The country that the workspace's own agency lies in; where its territory is not known, that of the language of the
 * page. Null where neither says: then no holidays are known.
 */
export function countryOf(reader: Reader, resources: string, language: Language): HolidayCountry | null {
  const { homeAgency } = readSettings(reader);
  const home =
    homeAgency === null
      ? undefined
      : readOne<{ territory: string | null }>(reader, 'SELECT territory FROM organisation WHERE id = ?', homeAgency);
  const country = home?.territory ? territoryByCode(resources, home.territory, language)?.country : undefined;
  return holidayCountries.find((each) => each === country) ?? countryOfLanguage[language] ?? null;
}
