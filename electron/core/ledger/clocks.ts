import { asList, readAll, type Reader } from '../statements.ts';

/**
 * Register → clock of the value in force, for many rows of one entity at once: what a page hands back as `base` when
 * it writes (rule 2). Rows without any change get an empty record.
 */
export function readClocks(
  reader: Reader,
  entity: string,
  ids: readonly string[],
): Map<string, Record<string, string>> {
  const clocks = new Map<string, Record<string, string>>(ids.map((id) => [id, {}]));
  const rows = readAll<{ row: string; field: string; hlc: string }>(
    reader,
    `SELECT c.row, c.field, c.hlc FROM json_each(?) j CROSS JOIN change c ON c.entity = ? AND c.row = j.value AND c.current = 1`,
    asList(ids),
    entity,
  );
  for (const { row, field, hlc } of rows) {
    const ofRow = clocks.get(row);
    if (ofRow) ofRow[field] = hlc;
  }
  return clocks;
}
