import type { RegisterPage, RegisterQuery } from '../../../../shared/contract/decisionRegister.ts';
import type { IsoDay } from '../../../../shared/dates.ts';
import { namesLanguage } from '../../directory/namesLanguage.ts';
import { collatorOf } from '../../listing.ts';
import { readAll, type Reader } from '../../statements.ts';
import { idsOf, registerList, type ListQuery } from './list.ts';
import { readRegisterRows } from './rows.ts';
import { dayOfNumber } from './stored.ts';

/** A page of the register. Throws `dayMalformed`, `endBeforeStart`. */
export function readRegister(reader: Reader, { offset, limit, ...query }: RegisterQuery, today: IsoDay): RegisterPage {
  const { keys, groups, counts } = registerList(reader, query, today, namesLanguage(reader));
  const rows = readRegisterRows(reader, keys.slice(offset, offset + limit), today);
  // Groups follow each other as their rows do: the one of the first row is looked for, the others come with it.
  let at = groups.findLastIndex(({ begins }) => begins <= offset);
  const groupKeyAt = (index: number): string => {
    while (at + 1 < groups.length && (groups[at + 1]?.begins ?? Infinity) <= index) at += 1;
    return groups[at]?.key ?? '';
  };
  return {
    total: keys.length,
    rows: rows.map((row, index) => ({ ...row, groupKey: groupKeyAt(offset + index) })),
    groups: groups.map(({ begins: _, ...group }) => group),
    counts,
  };
}

/** Ids of everything the query finds, in order. Throws `dayMalformed`, `endBeforeStart`. */
export const readRegisterIds = (reader: Reader, query: ListQuery, today: IsoDay): string[] =>
  idsOf(reader, registerList(reader, query, today, namesLanguage(reader)).keys);

/** What a person can choose in the filter; names in the order of their language. */
export function readRegisterChoices(reader: Reader) {
  const { compare } = collatorOf(namesLanguage(reader));
  const named = (sql: string) =>
    readAll<{ id: string; name: string }>(reader, sql).toSorted((a, b) => compare(a.name, b.name));
  return {
    groups: named(
      `SELECT g.id, g.name FROM register_key k JOIN working_group g ON g.id = k.id
       WHERE EXISTS (SELECT 1 FROM register_entry e WHERE e.groupKey = k.n)`,
    ),
    organisations: named(
      `SELECT g.id, g.name FROM organisation g JOIN register_key k ON k.id = g.id
       WHERE EXISTS (SELECT 1 FROM register_assignee a WHERE a.organisationKey = k.n)`,
    ),
    years: yearsOf(reader),
  };
}

/** Years in which decisions were taken, the latest first. */
function yearsOf(reader: Reader): number[] {
  const edge = (which: 'min' | 'max') =>
    dayOfNumber(
      readAll<{ day: number | null }>(reader, `SELECT ${which}(heldOn) AS day FROM register_entry WHERE heldOn > 0`)[0]
        ?.day ?? 0,
    );
  const [first, last] = [edge('min'), edge('max')];
  if (first === null || last === null) return [];
  const from = Number(first.slice(0, 4));
  return Array.from({ length: Number(last.slice(0, 4)) - from + 1 }, (_, at) => from + at)
    .filter(
      (year) =>
        readAll(
          reader,
          'SELECT 1 FROM register_entry WHERE heldOn BETWEEN ? AND ? LIMIT 1',
          year * 10_000,
          year * 10_000 + 9999,
        ).length > 0,
    )
    .toReversed();
}
