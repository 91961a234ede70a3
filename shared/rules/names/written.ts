import type { Language } from '../../languages.ts';
import { declineName } from './decline.ts';
import type { GrammaticalCase, NameCorrections, NameParts, PersonName } from './name.ts';

/** Any name of three parts, declined or not. */
type WrittenName = Pick<NameParts, 'surname' | 'givenName'> & { patronymic?: string | undefined };

/** Keeps a name on one line. */
const noBreakSpace = '\u00A0';

const joined = (parts: readonly string[], separator: string): string =>
  parts
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(separator);

/** `О.`, `А.-М.` of a double name, `Дж.` of a foreign one; empty when there is no name. */
const initials = (name: string): string =>
  name
    .trim()
    .split(/[-‐‑]/)
    .filter((part) => part !== '')
    .map((part) => `${/^дж[аеиіоуь]/i.test(part) ? part.slice(0, 2) : (Array.from(part)[0] ?? '')}.`)
    .join('-');

/**
 * `Шевченко О. П.`, as minutes and decisions name people. The parts may already be in a case; the spaces do not break.
 */
export const initialsAndSurname = (name: WrittenName): string =>
  joined([name.surname, initials(name.givenName), initials(name.patronymic ?? '')], noBreakSpace);

/**
 * The name beside a signature: `Олена ПЕТРЕНКО` in Ukrainian (DSTU 4163:2020, the only place for capitals), given name and
 * surname as they are in the other languages. The spaces do not break.
 */
export const signatureName = (name: WrittenName, language: Language): string => {
  const surname = language === 'uk' ? name.surname.toLocaleUpperCase('uk') : name.surname;
  return joined([name.givenName, surname], noBreakSpace);
};

/**
 * The full name as lists write it: surname, given name, patronymic in Ukrainian; given name and surname elsewhere. The parts
 * may already be in a case.
 */
export const fullName = (name: WrittenName, language: Language): string =>
  language === 'uk'
    ? joined([name.surname, name.givenName, name.patronymic ?? ''], ' ')
    : joined([name.givenName, name.surname], ' ');

/**
 * The person a decision speaks of, by surname and initials: dative `Доручити Шевченку О. П.`, accusative `Заслухати
 * Шевченка О. П.`.
 */
export const addressee = (
  name: PersonName,
  grammaticalCase: GrammaticalCase,
  corrections?: NameCorrections | null,
): string => initialsAndSurname(declineName(name, grammaticalCase, corrections));

/** How a letter or an invitation addresses the person: `Олено Іванівно`, `Олексію Петровичу`. */
export const salutation = (name: PersonName, corrections?: NameCorrections | null): string => {
  const { givenName, patronymic } = declineName(name, 'vocative', corrections);
  return joined([givenName, patronymic], ' ');
};
