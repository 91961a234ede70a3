import type * as z from 'zod';
import type { IndicatorValueRow, indicatorValuesFilter } from '../../../../shared/contract/indicatorViews.ts';
import { comparePeriods, isPeriod } from '../../../../shared/rules/indicatorPeriods.ts';
import type { Language } from '../../../../shared/languages.ts';
import { territoriesByCode, territoriesHaving, territoryByCode } from '../../directory/territories.ts';
import { asList, groupBy, readAll, type Reader } from '../../statements.ts';
import { requireProject } from '../records.ts';
import { readPeriodSums, readPlaceCounts } from './sums.ts';

export type IndicatorValuesFilter = z.infer<typeof indicatorValuesFilter>;
type StoredValue = Omit<IndicatorValueRow, 'place'>;

/**
 * Values that stand together in the list, and how many they are: what a page begins with is found by counting, so that
 * only the values that it shows are read, however many there are before them.
 */
type Bucket = { where: string; values: string[]; order: string; n: number };

const columns = `v.id, v.indicatorId, v.period, v.territory, v.key, v.value, v.source, v.note, i.title AS indicator, i.unit,
  coalesce(i.decimals, 0) AS decimals`;
const natural = 'v.period, v.territory, v.key, v.id';

/** The indicators that the filter leaves, in the order of the project. */
const indicatorsOf = (reader: Reader, { projectId, indicatorId }: IndicatorValuesFilter): string[] =>
  readAll<{ id: string }>(
    reader,
    "SELECT id FROM indicator WHERE projectId = ? AND removed = 0 AND ? IN (id, '') ORDER BY sortKey, id",
    projectId,
    indicatorId ?? '',
  ).map(({ id }) => id);

/** How many values each indicator has in each period, of one territory or of all. */
function countsByPeriod(reader: Reader, ids: readonly string[], { territory, period }: IndicatorValuesFilter) {
  const counts =
    territory === null
      ? readPeriodSums(reader, ids)
      : readAll<{ indicatorId: string; period: string; n: number }>(
          reader,
          `SELECT v.indicatorId, v.period, count(*) AS n FROM json_each(?) j CROSS JOIN indicator_value v
             ON v.indicatorId = j.value AND v.territory = ? WHERE v.removed = 0 GROUP BY v.indicatorId, v.period`,
          asList(ids),
          territory,
        );
  return period === null ? counts : counts.filter((each) => each.period === period);
}

/** Periods in their order; what is none, from another program, behind them. */
const byPeriod = (a: string, b: string): number =>
  isPeriod(a) && isPeriod(b) ? comparePeriods(a, b) : Number(isPeriod(b)) - Number(isPeriod(a)) || (a < b ? -1 : 1);

const ofTerritory = ({ territory }: IndicatorValuesFilter) =>
  territory === null ? { sql: '', values: [] } : { sql: ' AND v.territory = ?', values: [territory] };
const ofPeriod = ({ period }: IndicatorValuesFilter) =>
  period === null ? { sql: '', values: [] } : { sql: ' AND v.period = ?', values: [period] };

/** By period, the values of each indicator together. */
function bucketsByPeriod(reader: Reader, ids: readonly string[], input: IndicatorValuesFilter): Bucket[] {
  const { sql, values } = ofTerritory(input);
  const turn = input.sort.descending ? -1 : 1;
  const places = new Map(ids.map((id, index) => [id, index]));
  return countsByPeriod(reader, ids, input)
    .toSorted(
      (a, b) =>
        turn * byPeriod(a.period, b.period) || (places.get(a.indicatorId) ?? 0) - (places.get(b.indicatorId) ?? 0),
    )
    .map(({ indicatorId, period, n }) => ({
      where: `v.indicatorId = ? AND v.period = ?${sql}`,
      values: [indicatorId, period, ...values],
      order: natural,
      n,
    }));
}

/** By indicator; by size the values of each one, since figures of different units have no common order. */
function bucketsByIndicator(reader: Reader, ids: readonly string[], input: IndicatorValuesFilter): Bucket[] {
  const { by, descending } = input.sort;
  const counts = new Map<string, number>();
  for (const { indicatorId, n } of countsByPeriod(reader, ids, input))
    counts.set(indicatorId, (counts.get(indicatorId) ?? 0) + n);
  const conditions = [ofPeriod(input), ofTerritory(input)];
  return (by === 'indicator' && descending ? ids.toReversed() : ids).map((id) => ({
    where: `v.indicatorId = ?${conditions.map(({ sql }) => sql).join('')}`,
    values: [id, ...conditions.flatMap(({ values }) => values)],
    order: by === 'value' ? `v.value${descending ? ' DESC' : ''} NULLS LAST, ${natural}` : natural,
    n: counts.get(id) ?? 0,
  }));
}

const ranks = new Map<string, Map<string, number>>();

/** The place of every territory in the order of their names, worked out once for a language. */
function ranksOf(resources: string, language: Language): Map<string, number> {
  const key = `${language} ${resources}`;
  let known = ranks.get(key);
  if (known) return known;
  const collator = new Intl.Collator(language);
  const named = territoriesByCode(resources, territoriesHaving(resources, ''), language);
  const sorted = named.toSorted((a, b) => collator.compare(a.name, b.name) || (a.code < b.code ? -1 : 1));
  ranks.set(key, (known = new Map(sorted.map(({ code }, index) => [code, index]))));
  return known;
}

/** By the names of the territories, which only this program knows; what has none comes first. */
function bucketsByPlace(
  reader: Reader,
  ids: readonly string[],
  input: IndicatorValuesFilter,
  ranked: ReadonlyMap<string, number>,
): Bucket[] {
  const { territory, period, sort } = input;
  const counts =
    period === null
      ? readPlaceCounts(reader, ids)
      : readAll<{ indicatorId: string; territory: string; n: number }>(
          reader,
          `SELECT v.indicatorId, v.territory, count(*) AS n FROM json_each(?) j CROSS JOIN indicator_value v
             ON v.indicatorId = j.value AND v.period = ? WHERE v.removed = 0 GROUP BY j.key, v.territory`,
          asList(ids),
          period,
        );
  const { sql, values } = ofPeriod(input);
  const byTerritory = groupBy(
    counts.filter((each) => territory === null || each.territory === territory),
    (each) => each.territory,
  );
  const rank = (code: string): number => (code === '' ? -1 : (ranked.get(code) ?? ranked.size));
  const turn = sort.descending ? -1 : 1;
  return [...byTerritory]
    .toSorted(([a], [b]) => turn * (rank(a) - rank(b)) || (a < b ? -1 : 1))
    .flatMap(([, own]) =>
      own.map((each) => ({
        where: `v.indicatorId = ? AND v.territory = ?${sql}`,
        values: [each.indicatorId, each.territory, ...values],
        order: natural,
        n: each.n,
      })),
    );
}

/** The values of the buckets from an offset on. */
function pageOf(reader: Reader, buckets: readonly Bucket[], offset: number, limit: number): StoredValue[] {
  const rows: StoredValue[] = [];
  let before = 0;
  for (const { where, values, order, n } of buckets) {
    const skip = Math.max(0, offset - before);
    before += n;
    if (skip >= n) continue;
    const found = readAll<StoredValue>(
      reader,
      `SELECT ${columns} FROM indicator_value v JOIN indicator i ON i.id = v.indicatorId
       WHERE ${where} AND v.removed = 0 ORDER BY ${order} LIMIT ? OFFSET ?`,
      ...values,
      limit - rows.length,
      skip,
    );
    rows.push(...found);
    if (rows.length >= limit) break;
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
    code === '' ? '' : (territoryByCode(resources, code, language)?.name ?? code);
  const ids = indicatorsOf(reader, input);
  const { by } = input.sort;
  const buckets =
    by === 'period'
      ? bucketsByPeriod(reader, ids, input)
      : by === 'place'
        ? bucketsByPlace(reader, ids, input, ranksOf(resources, language))
        : bucketsByIndicator(reader, ids, input);
  return {
    total: buckets.reduce((sum, { n }) => sum + n, 0),
    rows: pageOf(reader, buckets, input.offset, input.limit).map((row) => ({ ...row, place: nameOf(row.territory) })),
  };
}
