import type * as z from 'zod';
import type { IndicatorValueRow, indicatorValuesFilter } from '../../../../shared/contract/indicatorViews.ts';
import type { Language } from '../../../../shared/languages.ts';
import { territoryByCode } from '../../directory/territories.ts';
import { readAll, readOne, type Reader } from '../../statements.ts';
import { requireProject } from '../records.ts';

export type IndicatorValuesFilter = z.infer<typeof indicatorValuesFilter>;
type StoredValue = Omit<IndicatorValueRow, 'place'>;

const collators = new Map<Language, Intl.Collator>();
const collatorOf = (language: Language): Intl.Collator => {
  const known = collators.get(language) ?? new Intl.Collator(language);
  collators.set(language, known);
  return known;
};

type Condition = { sql: string; values: string[] };

/** What the filter asks of a value; the index that begins with the indicator answers it. */
function conditionOf({ projectId, indicatorId, period, territory }: IndicatorValuesFilter): Condition {
  const parts = [
    { sql: 'i.projectId = ? AND i.removed = 0 AND v.removed = 0', value: projectId },
    { sql: 'AND i.id = ?', value: indicatorId },
    { sql: 'AND v.period = ?', value: period },
    { sql: 'AND v.territory = ?', value: territory },
  ].flatMap(({ sql, value }) => (value === null ? [] : [{ sql, value }]));
  return { sql: parts.map(({ sql }) => sql).join(' '), values: parts.map(({ value }) => value) };
}

const from = 'FROM indicator i CROSS JOIN indicator_value v ON v.indicatorId = i.id';
const columns = `v.id, v.indicatorId, v.period, v.territory, v.key, v.value, v.source, v.note, i.title AS indicator, i.unit,
  coalesce(i.decimals, 0) AS decimals`;
const natural = 'i.sortKey, i.id, v.period, v.territory, v.key, v.id';

/** Order of the page by everything but the place, whose names only this program knows. */
function orderOf({ by, descending }: IndicatorValuesFilter['sort']): string {
  const turn = descending ? ' DESC' : '';
  if (by === 'period') return `v.period${turn}, ${natural}`;
  if (by === 'value') return `v.value${turn} NULLS LAST, ${natural}`;
  return descending ? 'i.sortKey DESC, i.id DESC, v.period, v.territory, v.key, v.id' : natural;
}

/**
 * A page by the names of places: the territories are put in order with how many values each has, and only the values of
 * those that the page shows are read.
 */
function pageByPlace(
  reader: Reader,
  input: IndicatorValuesFilter,
  { sql, values }: Condition,
  nameOf: (code: string) => string,
  language: Language,
): StoredValue[] {
  const counts = readAll<{ territory: string; count: number }>(
    reader,
    `SELECT v.territory, count(*) AS count ${from} WHERE ${sql} GROUP BY v.territory`,
    ...values,
  );
  const collator = collatorOf(language);
  const turn = input.sort.descending ? -1 : 1;
  const ordered = counts
    .map((each) => ({ ...each, name: nameOf(each.territory) }))
    .toSorted((a, b) => turn * collator.compare(a.name, b.name) || (a.territory < b.territory ? -1 : 1));
  const rows: StoredValue[] = [];
  let at = 0;
  for (const { territory, count } of ordered) {
    const skip = Math.max(0, input.offset - at);
    at += count;
    if (skip >= count) continue;
    rows.push(
      ...readAll<StoredValue>(
        reader,
        `SELECT ${columns} ${from} WHERE ${sql} AND v.territory = ? ORDER BY ${natural} LIMIT ? OFFSET ?`,
        ...values,
        territory,
        input.limit - rows.length,
        skip,
      ),
    );
    if (rows.length >= input.limit) break;
  }
  return rows;
}

/** A page of the entered values of a project's indicators. Throws `notFound`. */
export function listValues(
  reader: Reader,
  resources: string,
  input: IndicatorValuesFilter,
): { total: number; rows: IndicatorValueRow[] } {
  const language = input.language ?? requireProject(reader, input.projectId).language;
  const nameOf = (code: string): string =>
    code === '' ? '' : (territoryByCode(resources, code, language)?.label ?? code);
  const condition = conditionOf(input);
  const total =
    readOne<{ total: number }>(reader, `SELECT count(*) AS total ${from} WHERE ${condition.sql}`, ...condition.values)
      ?.total ?? 0;
  const page =
    input.sort.by === 'place'
      ? pageByPlace(reader, input, condition, nameOf, language)
      : readAll<StoredValue>(
          reader,
          `SELECT ${columns} ${from} WHERE ${condition.sql} ORDER BY ${orderOf(input.sort)} LIMIT ? OFFSET ?`,
          ...condition.values,
          input.limit,
          input.offset,
        );
  return { total, rows: page.map((row) => ({ ...row, place: nameOf(row.territory) })) };
}
