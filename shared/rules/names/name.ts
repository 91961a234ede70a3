import type { Gender } from '../../vocabulary.ts';

/** The seven cases of Ukrainian, in the order of school grammars. */
export const grammaticalCases = [
  'nominative',
  'genitive',
  'dative',
  'accusative',
  'instrumental',
  'locative',
  'vocative',
] as const;

export type GrammaticalCase = (typeof grammaticalCases)[number];

/** A name as the register of people keeps it, in the nominative; an unknown gender is guessed from the name. */
export interface PersonName {
  surname: string;
  givenName: string;
  patronymic?: string | undefined;
  gender: Gender;
}

/** A name in some case; `patronymic` is an empty string when the person has none. */
export interface NameParts {
  surname: string;
  givenName: string;
  patronymic: string;
}

/** What the user wrote over the rules for one person: only the parts that differ, by case. */
export type NameCorrections = {
  [Case in GrammaticalCase]?: { [Part in keyof NameParts]?: string | undefined } | undefined;
};
