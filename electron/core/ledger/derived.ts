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
