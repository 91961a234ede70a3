import { asList, readAll, type Reader } from '../statements.ts';
import { rowsByEntity } from './derived.ts';

/**
 * Of these changes' rows those that the ledger knows anything of, in force or waiting: entity → ids. One look-up for each
 * entity instead of one for each row.
 */
export function knownRows(
  reader: Reader,
  changes: Iterable<{ entity: string; row: string }>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const known = new Map<string, Set<string>>();
  for (const [entity, rows] of rowsByEntity(changes)) {
    const found = readAll<{ value: string }>(
      reader,
      'SELECT j.value FROM json_each(?) j WHERE EXISTS (SELECT 1 FROM change c WHERE c.entity = ? AND c.row = j.value)',
      asList(rows),
      entity,
    );
    known.set(entity, new Set(found.map(({ value }) => value)));
  }
  return known;
}
