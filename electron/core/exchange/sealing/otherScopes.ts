import { rowsByEntity } from '../../ledger/derived.ts';
import { knownRows } from '../../ledger/knownRows.ts';
import { asList, readAll, statement, type Reader } from '../../statements.ts';
import { enqueue, type ChangeKey } from './store.ts';

/** Of these rows those that other scopes hold too, with their scopes. */
function heldElsewhere(reader: Reader, scope: string, entity: string, rows: ReadonlySet<string>) {
  const scopes = new Map<string, string[]>();
  const found = readAll<{ row: string; scope: string }>(
    reader,
    'SELECT s.row, s.scope FROM json_each(?) j CROSS JOIN scope_row s ON s.entity = ? AND s.row = j.value WHERE s.scope <> ?',
    asList(rows),
    entity,
    scope,
  );
  for (const { row, scope: other } of found) scopes.set(row, [...(scopes.get(row) ?? []), other]);
  return scopes;
}

/** What we know of a record that comes into a scope and is not among what came, which goes into our stream of it. */
function tellTheRest(reader: Reader, scope: string, entity: string, row: string, came: readonly ChangeKey[]) {
  const told = new Set(came.map(({ field, hlc }) => `${field} ${hlc}`));
  const current = readAll<ChangeKey>(
    reader,
    'SELECT entity, row, field, hlc FROM change WHERE entity = ? AND row = ? AND current = 1 AND sealed = 1',
    entity,
    row,
  );
  enqueue(
    reader,
    scope,
    current.filter(({ field, hlc }) => !told.has(`${field} ${hlc}`)),
  );
}

/**
 * For the receiving side: notes that these changes come through a scope, and queues for our other streams what their
 * groups know too; what we know of a record that is new in this scope goes into our stream of it. Call it before
 * `ledger.receive` of the same changes, in the same transaction.
 * @param scope the scope of the batches that held them
 */
export function queueForOtherScopes(reader: Reader, changes: readonly ChangeKey[], scope: string) {
  const { sqlite } = reader;
  const isHere = statement(sqlite, 'SELECT 1 FROM change WHERE entity = ? AND row = ? AND field = ? AND hlc = ?');
  const note = statement(sqlite, 'INSERT OR IGNORE INTO scope_row (scope, entity, row) VALUES (?, ?, ?)');
  const noteAll = statement(
    sqlite,
    'INSERT OR IGNORE INTO scope_row (scope, entity, row) SELECT ?, ?, value FROM json_each(?)',
  );
  const known = knownRows(reader, changes);
  /** What came of the rows that we or another scope know of: of all others nothing more is to be told to anybody. */
  const told = new Map<string, { entity: string; row: string; came: ChangeKey[]; elsewhere: readonly string[] }>();
  const byEntity = rowsByEntity(changes);
  for (const [entity, rows] of byEntity) {
    const elsewhere = heldElsewhere(reader, scope, entity, rows);
    for (const row of [...(known.get(entity) ?? []), ...elsewhere.keys()])
      told.set(`${entity} ${row}`, { entity, row, came: [], elsewhere: elsewhere.get(row) ?? [] });
  }
  if (told.size > 0) for (const change of changes) told.get(`${change.entity} ${change.row}`)?.came.push(change);
  for (const { entity, row, came, elsewhere } of told.values()) {
    if (note.run(scope, entity, row).changes > 0) tellTheRest(reader, scope, entity, row, came);
    if (elsewhere.length === 0) continue;
    const fresh = came.filter((each) => isHere.get(each.entity, each.row, each.field, each.hlc) === undefined);
    for (const other of elsewhere) enqueue(reader, other, fresh);
  }
  for (const [entity, rows] of byEntity) noteAll.run(scope, entity, asList(rows));
}
