import { declineName } from '../../../shared/rules/names/decline.ts';
import { grammaticalCases, type NameCorrections, type PersonName } from '../../../shared/rules/names/name.ts';

/** A name in every Ukrainian case, with what the user corrected, for the person's page. */
export function nameForms(name: PersonName, corrections: NameCorrections | null) {
  return grammaticalCases
    .filter((each) => each !== 'nominative')
    .map((each) => {
      const form = declineName(name, each, corrections ?? undefined);
      const correction = corrections?.[each];
      return { case: each, ...form, corrected: Object.values(correction ?? {}).some((part) => Boolean(part)) };
    });
}
