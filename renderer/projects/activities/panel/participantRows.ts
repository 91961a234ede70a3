import type { ParticipantRow } from '../../../../shared/contract/activityViews.ts';
import { countryName } from '../../../../shared/rules/regionNames.ts';
import type { Language } from '../../../../shared/languages.ts';
import {
  ageBands,
  participantDimensions,
  participantSexes,
  professionGroups,
  type ParticipantDimension,
} from '../../../../shared/vocabulary.ts';

/** Where the sum of what is counted by one mark stands against the total. */
export type Against = 'equal' | 'more' | 'less' | 'unknown';

/** The keys of a dimension that is a closed list; null where any country goes. */
export const keysOf = (dimension: ParticipantDimension): readonly string[] | null => {
  if (dimension === 'sex') return participantSexes;
  if (dimension === 'ageBand') return ageBands;
  return dimension === 'profession' ? professionGroups : null;
};

/** What the rows of one dimension add up to; null where there are none, or one of them is not known in number. */
export function sumOf(rows: readonly ParticipantRow[], dimension: ParticipantDimension): number | null {
  const own = rows.filter((row) => row.dimension === dimension);
  if (own.length === 0 || own.some(({ people }) => people === null)) return null;
  return own.reduce((sum, { people }) => sum + (people ?? 0), 0);
}

export function againstTotal(total: number | null, sum: number | null): Against {
  if (total === null || sum === null) return 'unknown';
  if (sum === total) return 'equal';
  return sum > total ? 'more' : 'less';
}

/** The dimensions that have rows, each with its rows in the order of the list. */
export function byDimension(
  rows: readonly ParticipantRow[],
): { dimension: ParticipantDimension; rows: ParticipantRow[] }[] {
  return participantDimensions.flatMap((dimension) => {
    const own = rows.filter((row) => row.dimension === dimension);
    const order = keysOf(dimension);
    if (order !== null) own.sort((a, b) => order.indexOf(a.key) - order.indexOf(b.key));
    return own.length === 0 ? [] : [{ dimension, rows: own }];
  });
}

/** The name of a country by its code; a code that is none stands for itself. */
export const countryOrCode = (code: string, language: Language): string =>
  /^[A-Z]{2}$/.test(code) ? countryName(code, language) : code;
