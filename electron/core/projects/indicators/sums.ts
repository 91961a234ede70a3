import type Database from 'better-sqlite3';
import { everValues, keepCurrent, type Derived } from '../../ledger/derived.ts';
import { asList, readAll, type Reader } from '../../statements.ts';

/** Grows with every change of what a row says. */
const version = 1;

/** What an indicator has in one period, before territories and groups are put together; see `indicator_period`. */
export type PeriodSums = {
  indicatorId: string;
  period: string;
  /** How many values, also those without a figure. */
  n: number;
  whole: number | null;
  places: number;
  placesSum: number;
  groups: number;
  groupsSum: number;
  both: number;
};
export type PlaceCount = { indicatorId: string; territory: string; n: number };

/** The sums of these indicators, period by period. */
export const readPeriodSums = (reader: Reader, ids: readonly string[]): PeriodSums[] =>
  readAll<PeriodSums>(
    reader,
    `SELECT s.* FROM json_each(?) j CROSS JOIN indicator_period s ON s.indicatorId = j.value
     ORDER BY s.indicatorId, s.period`,
    asList(ids),
  );

/** How many values these indicators have of each territory, in the order of the indicators. */
export const readPlaceCounts = (reader: Reader, ids: readonly string[]): PlaceCount[] =>
  readAll<PlaceCount>(
    reader,
    'SELECT p.* FROM json_each(?) j CROSS JOIN indicator_place p ON p.indicatorId = j.value ORDER BY j.key',
    asList(ids),
  );

// `total` and not `sum`: what a partner’s program may have written must not stop the receiving of it. It is as exact as
// every figure that can be told.
const sumsOf = `SELECT v.indicatorId, v.period, count(*),
    max(v.value) FILTER (WHERE v.territory = '' AND v.key = ''),
    count(v.value) FILTER (WHERE v.territory <> '' AND v.key = ''),
    CAST(total(v.value) FILTER (WHERE v.territory <> '' AND v.key = '') AS INTEGER),
    count(v.value) FILTER (WHERE v.territory = '' AND v.key <> ''),
    CAST(total(v.value) FILTER (WHERE v.territory = '' AND v.key <> '') AS INTEGER),
    count(v.value) FILTER (WHERE v.territory <> '' AND v.key <> '')
  FROM indicator_value v WHERE v.removed = 0`;

/** Keeps the sums and counts of indicators' values as the records are. */
export function createIndicatorSums(sqlite: Database.Database): Derived {
  const reader: Reader = { sqlite };
  const putPeriod = sqlite.prepare(
    `INSERT INTO indicator_period ${sumsOf} AND v.indicatorId = ? AND v.period = ? GROUP BY v.indicatorId, v.period`,
  );
  const dropPeriod = sqlite.prepare('DELETE FROM indicator_period WHERE indicatorId = ? AND period = ?');
  const putPlace = sqlite.prepare(
    `INSERT INTO indicator_place SELECT v.indicatorId, v.territory, count(*) FROM indicator_value v
     WHERE v.indicatorId = ? AND v.territory = ? AND v.removed = 0 GROUP BY v.indicatorId, v.territory`,
  );
  const dropPlace = sqlite.prepare('DELETE FROM indicator_place WHERE indicatorId = ? AND territory = ?');

  keepCurrent(sqlite, 'indicatorSums', version, () => {
    sqlite.exec(`DELETE FROM indicator_period; DELETE FROM indicator_place;
      INSERT INTO indicator_period ${sumsOf} GROUP BY v.indicatorId, v.period;
      INSERT INTO indicator_place SELECT v.indicatorId, v.territory, count(*) FROM indicator_value v
        WHERE v.removed = 0 GROUP BY v.indicatorId, v.territory`);
  });

  /**
   * Where these values stand and ever stood: indicator and period, or indicator and territory, each once. What was never
   * written is not in the ledger, so that a value that got its territory later may have stood under none.
   */
  const placesOf = (ids: ReadonlySet<string>, column: 'period' | 'territory'): [string, string][] => {
    const now = readAll<{ indicatorId: string; name: string }>(
      reader,
      `SELECT DISTINCT v.indicatorId, v.${column} AS name FROM json_each(?) j
         CROSS JOIN indicator_value v ON v.id = j.value`,
      asList(ids),
    );
    const moved = readAll<{ id: string }>(
      reader,
      `SELECT DISTINCT c.row AS id FROM json_each(?) j CROSS JOIN change c ON c.entity = 'indicatorValue'
         AND c.row = j.value AND c.field IN ('indicatorId', ?) AND c.current = 0`,
      asList(ids),
      column,
    ).map(({ id }) => id);
    const known = new Map<string, Set<string>>();
    for (const { indicatorId, name } of now)
      known.set(indicatorId, (known.get(indicatorId) ?? new Set([''])).add(name));
    if (moved.length > 0) {
      const names = everValues(reader, 'indicatorValue', column, moved);
      for (const indicatorId of everValues(reader, 'indicatorValue', 'indicatorId', moved))
        known.set(indicatorId, new Set([...(known.get(indicatorId) ?? ['']), ...names]));
    }
    return [...known].flatMap(([indicatorId, own]) => [...own].map((name): [string, string] => [indicatorId, name]));
  };

  return {
    update(rows) {
      const ids = rows.get('indicatorValue');
      if (!ids) return;
      for (const [indicatorId, period] of placesOf(ids, 'period')) {
        dropPeriod.run(indicatorId, period);
        putPeriod.run(indicatorId, period);
      }
      for (const [indicatorId, territory] of placesOf(ids, 'territory')) {
        dropPlace.run(indicatorId, territory);
        putPlace.run(indicatorId, territory);
      }
    },
  };
}
