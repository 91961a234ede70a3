import type { NameParts } from './name.ts';

/**
 * Takes a full name apart: `Шевченко Олена Петрівна` as Ukrainian lists write it; a name in Latin letters has the given
 * name first (`Rūta Kazlauskienė`) unless a comma says otherwise (`Kazlauskienė, Rūta`). Surnames may be double with a
 * hyphen; capitals of a whole surname (ШЕВЧЕНКО Олена) are told by themselves.
 */
export function splitFullName(text: string): NameParts {
  const [beforeComma = '', afterComma] = text.split(',').map((part) => part.trim());
  if (afterComma !== undefined && afterComma !== '') {
    const [givenName = '', ...rest] = afterComma.split(' ');
    return { surname: beforeComma, givenName, patronymic: rest.join(' ') };
  }
  const words = beforeComma.split(' ').filter(Boolean);
  if (!/\p{Script=Cyrillic}/u.test(text)) {
    const surname = words.pop() ?? '';
    return { surname, givenName: words.join(' '), patronymic: '' };
  }
  const capitals = words.findIndex((word) => word.length > 2 && word === word.toLocaleUpperCase('uk'));
  const written = capitals >= 0 && words.some((word) => word !== word.toLocaleUpperCase('uk'));
  const [surname = ''] = words.splice(written ? capitals : 0, 1);
  const [givenName = '', ...patronymic] = words;
  return { surname: written ? capitalised(surname) : surname, givenName, patronymic: patronymic.join(' ') };
}

/** `НЕЧУЙ-ЛЕВИЦЬКИЙ` → `Нечуй-Левицький`. */
const capitalised = (word: string): string =>
  word
    .toLocaleLowerCase('uk')
    .split('-')
    .map((part) => part.slice(0, 1).toLocaleUpperCase('uk') + part.slice(1))
    .join('-');
