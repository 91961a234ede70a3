import type { Language } from '../../../../shared/languages.ts';
import type { GrammaticalCase, NameCorrections, PersonName } from '../../../../shared/rules/names/name.ts';
import { declineName } from '../../../../shared/rules/names/decline.ts';
import { guessGender } from '../../../../shared/rules/names/gender.ts';
import { fullName, initialsAndSurname, salutation, signatureName } from '../../../../shared/rules/names/written.ts';
import type { PaperName } from '../../../../shared/contract/minutesModel.ts';
import { oneLine } from './typography.ts';

const whole = (name: PaperName): string => oneLine(name.text);

/** There is nothing of a name beyond one word or a role (`Member 7`, «Представниця громади»). */
const isBare = (name: PaperName): boolean => name.givenName.trim() === '';

/** `Шевченко О. П.` · `Jonas Jonaitis` · `J. Bērziņš` · `Mary Smith`, as the form names people within a text. */
export function nameInText(name: PaperName, form: Language): string {
  if (isBare(name)) return oneLine(name.surname) || whole(name);
  if (form === 'uk') return initialsAndSurname(name);
  if (form === 'lv') return `${initial(name.givenName)}\u00A0${name.surname.trim()}`;
  return fullName(name, form);
}

/** «О.», «А.-М.» */
const initial = (givenName: string): string =>
  givenName
    .trim()
    .split(/[-‐‑]/)
    .filter((part) => part !== '')
    .map((part) => `${Array.from(part)[0] ?? ''}.`)
    .join('-');

/** In lists with room: the whole name. */
export const nameInList = (name: PaperName, form: Language): string =>
  isBare(name) ? oneLine(name.surname) || whole(name) : fullName(name, form);

/** Beside a signature: `Олена ПЕТРЕНКО` in Ukrainian, given name and surname elsewhere, an initial in Latvian. */
export function nameAtSignature(name: PaperName, form: Language): string {
  if (isBare(name)) return oneLine(name.surname) || whole(name);
  return form === 'lv' ? nameInText(name, form) : signatureName(name, form);
}

/**
 * What is said for a bare name in a case: no rule declines a role, but somebody may have put its forms in
 * («Представниці громади»).
 */
const bareIn = (name: PaperName, grammaticalCase: GrammaticalCase): string => {
  const corrections: NameCorrections | null = name.nameCases;
  return oneLine(corrections?.[grammaticalCase]?.surname ?? '') || oneLine(name.surname) || whole(name);
};

const asPerson = ({ surname, givenName, patronymic, gender }: PaperName): PersonName => ({
  surname,
  givenName,
  patronymic,
  gender,
});

/**
 * A Ukrainian name in a case, by surname and initials: `Шевченку О. П.` The user's corrections come first. A name of
 * nobody of the directory stays as it was typed.
 */
export function declined(name: PaperName, grammaticalCase: GrammaticalCase): string {
  if (isBare(name)) return bareIn(name, grammaticalCase);
  return initialsAndSurname(declineName(asPerson(name), grammaticalCase, name.nameCases ?? undefined));
}

/** The addressee of a letter, in the dative: `Олені ПЕТРЕНКО` (DSTU 4163:2020). */
export function addresseeName(name: PaperName): string {
  if (isBare(name)) return bareIn(name, 'dative');
  return signatureName(declineName(asPerson(name), 'dative', name.nameCases ?? undefined), 'uk');
}

/** «Олено Іванівно», null where there is no given name to call somebody by. */
export const calledBy = (name: PaperName): string | null =>
  isBare(name) ? null : salutation(asPerson(name), name.nameCases ?? undefined);

/** For word forms (`Posėdžio pirmininkė`); guessed from a Ukrainian name where the directory does not say. */
export const isWoman = (name: PaperName): boolean =>
  (name.gender === 'unknown' ? guessGender(asPerson(name)) : name.gender) === 'female';
