import { declineGivenName } from './givenNames.ts';
import type { GrammaticalCase, NameCorrections, NameParts, PersonName } from './name.ts';
import { declinePatronymic } from './patronymics.ts';
import { guessGender } from './gender.ts';
import { inflectName } from './spelling.ts';
import { declineSurname } from './surnames.ts';

const inflected = (name: PersonName, grammaticalCase: GrammaticalCase): NameParts => {
  const asTyped: NameParts = {
    surname: name.surname,
    givenName: name.givenName,
    patronymic: name.patronymic ?? '',
  };
  const gender = name.gender === 'unknown' ? guessGender(name) : name.gender;
  if (gender === 'unknown') return asTyped;
  return {
    surname: inflectName(name.surname, grammaticalCase, (word, isLast) => declineSurname(word, gender, isLast)),
    givenName: inflectName(name.givenName, grammaticalCase, (word) => declineGivenName(word, gender)),
    patronymic: inflectName(asTyped.patronymic, grammaticalCase, (word) => declinePatronymic(word, gender)),
  };
};

/** A correction left empty is none. */
const corrected = (form: string, correction: string | undefined): string =>
  correction === undefined || correction.trim() === '' ? form : correction;

/**
 * A Ukrainian name in a case, by the orthography of 2019 (§§ 82–93, 141, 142). Synchronous, never throws.
 *
 * The user's own correction comes first, then the rules. The nominative is the name itself. A name whose gender is neither
 * given nor to be guessed, and any part that is not written in Ukrainian letters, stays in the nominative. Apostrophes come
 * back as they were typed. What is chosen where the orthography allows several forms, and why no library: docs/names.md.
 */
export const declineName = (
  name: PersonName,
  grammaticalCase: GrammaticalCase,
  corrections?: NameCorrections | null,
): NameParts => {
  const forms = inflected(name, grammaticalCase);
  const correction = corrections?.[grammaticalCase];
  return {
    surname: corrected(forms.surname, correction?.surname),
    givenName: corrected(forms.givenName, correction?.givenName),
    patronymic: corrected(forms.patronymic, correction?.patronymic),
  };
};
