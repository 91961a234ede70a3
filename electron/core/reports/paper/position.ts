/** Ukrainian names of offices by their genitive, in which a preamble has them («в особі голови ради»). */
const offices: Readonly<Record<string, string>> = {
  голови: 'голова',
  директора: 'директор',
  директорки: 'директорка',
  завідувача: 'завідувач',
  завідувачки: 'завідувачка',
  заступника: 'заступник',
  заступниці: 'заступниця',
  керівника: 'керівник',
  керівниці: 'керівниця',
  координатора: 'координатор',
  координаторки: 'координаторка',
  начальника: 'начальник',
  начальниці: 'начальниця',
  президента: 'президент',
  президентки: 'президентка',
  представника: 'представник',
  представниці: 'представниця',
  ректора: 'ректор',
  ректорки: 'ректорка',
  секретаря: 'секретар',
  секретарки: 'секретарка',
};

/** «міського» → «міський», «виконавчої» → «виконавча»: what agrees with the office. */
const agreeing = (word: string, masculine: boolean): string =>
  masculine ? word.replace(/ого$/u, 'ий') : word.replace(/ої$/u, 'а');

/**
 * A Ukrainian office as it stands beside a signature, in the nominative: «міського голови» → «міський голова». Words that
 * the list does not know, and offices that already are in the nominative, stay as they are.
 */
export function officeInNominative(position: string): string {
  const words = position.split(' ');
  const at = words.findIndex((word) => Object.hasOwn(offices, word.toLowerCase()));
  const found = at === -1 ? undefined : offices[words[at]?.toLowerCase() ?? ''];
  const before = words.slice(0, Math.max(at, 0));
  if (found === undefined || before.some((word) => !/(?:ого|ої)$/u.test(word))) return position;
  const masculine = before.every((word) => word.endsWith('ого'));
  return [...before.map((word) => agreeing(word, masculine)), found, ...words.slice(at + 1)].join(' ');
}
