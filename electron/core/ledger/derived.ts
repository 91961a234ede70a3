import type Database from 'better-sqlite3';
import { asList, readAll, type Reader } from '../statements.ts';

/**
 * What is worked out from the records and kept beside them (a register, the search index), so that lists of any length
 * open at once. It is no record: no history, no exchange, made anew whenever it is missing.
 */
export interface Derived {
  /**
   * Called inside the transaction of every write, undo and receive, after the rows are as they will be: what is derived
   * is never older than the records. `rows`: entity → ids of rows that are different now.
   */
  update(rows: ReadonlyMap<string, ReadonlySet<string>>): void;
  /** Another connection has updated it: what this one keeps in memory no longer counts. */
  moved?(): void;
}

/** Gathers rows by entity. */
export function rowsByEntity(touched: Iterable<{ entity: string; row: string }>): Map<string, Set<string>> {
  const rows = new Map<string, Set<string>>();
  for (const { entity, row } of touched) {
    const ids = rows.get(entity);
    if (ids) ids.add(row);
    else rows.set(entity, new Set([row]));
  }
  return rows;
}

/**
 * Makes something derived anew where it is missing or of another version, in one transaction; otherwise it costs one
 * look-up, so that opening a large workspace takes no longer.
 */
export function keepCurrent(sqlite: Database.Database, name: string, version: number, rebuild: () => void) {
  const found = sqlite
    .prepare<[string], { version: number }>('SELECT version FROM derived_state WHERE name = ?')
    .get(name);
  if (found?.version === version) return;
  sqlite
    .transaction(() => {
      rebuild();
      sqlite.prepare('INSERT OR REPLACE INTO derived_state (name, version) VALUES (?, ?)').run(name, version);
    })
    .immediate();
}

/** Every value that these fields of these records have or ever had: a part that moved changes its former owner too. */
export const everValues = (reader: Reader, entity: string, field: string, rows: Iterable<string>): string[] =>
  readAll<{ value: string | null }>(
    reader,
    `SELECT DISTINCT c.value ->> '$' AS value FROM json_each(?) j CROSS JOIN change c
     ON c.entity = ? AND c.row = j.value AND c.field = ?`,
    asList(rows),
    entity,
    field,
  ).flatMap(({ value }) => value ?? []);
