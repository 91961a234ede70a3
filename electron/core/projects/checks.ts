import { AppError } from '../../../shared/errors.ts';
import { isCountry } from '../../../shared/rules/regionNames.ts';
import { territoryByCode } from '../directory/territories.ts';
import { readOne, type Reader } from '../statements.ts';

type Maybe<T> = T | null | undefined;

/** Throws `countryUnknown`; empty says none. */
export function requireCountry(country: Maybe<string>, field = 'country') {
  if (country && !isCountry(country)) throw new AppError('countryUnknown', { text: country }, field);
}

/** The country that a territory lies in; undefined where none is named. Throws `territoryUnknown`. */
export function countryOfTerritory(
  resources: string,
  territory: Maybe<string>,
  field = 'territory',
): string | undefined {
  if (!territory) return undefined;
  const found = territoryByCode(resources, territory, 'en');
  if (!found) throw new AppError('territoryUnknown', { text: territory }, field);
  return found.country;
}

/** Throws `notFound` for a group that is not there or was taken away. */
export function requireGroup(reader: Reader, groupId: Maybe<string>, field = 'groupId') {
  if (groupId && !readOne(reader, 'SELECT 1 FROM working_group WHERE id = ? AND removed = 0', groupId))
    throw new AppError('notFound', { what: 'workingGroup' }, field);
}
