import type { Ledger } from '../../ledger/ledger.ts';
import type { TravellingChange } from '../../ledger/travelling.ts';
import { asList, statement, type Reader } from '../../statements.ts';
import { limits } from '../limits.ts';
import { lineOf, packLines, type PackedBatch } from './batch.ts';
import { directoryNames, gatherScope } from './gather.ts';
import { sharedScopes } from '../trust/participants.ts';
import { hangingRows } from './hanging.ts';
import { enqueue, keepBatch, setStreamEnd, streamEnd } from './store.ts';

/** What sealing needs of our keys. `fingerprint` is that of our card now. */
export interface SealingKeys {
  agencyId: string;
  fingerprint: string;
  /** 64 bytes, Ed25519. */
  sign(bytes: Buffer): Buffer;
}

export interface SealedScope {
  scope: string;
  /** The stream went from `base` to `upto` in this many batches. */
  base: number;
  upto: number;
  batches: number;
  /** Changes that wait for a record of another group which they name. */
  withheld: number;
}

export interface SealResult {
  scopes: SealedScope[];
  changes: number;
}

/** What `to_seal` holds as batches of our stream; a change set is cut only where it alone is longer than a batch. */
function packGathered(
  reader: Reader,
  stream: { device: string; scope: string; base: number },
  keys: SealingKeys,
): PackedBatch[] {
  const packed: PackedBatch[] = [];
  let { base } = stream;
  let lines: string[] = [];
  let bytes = 0;
  // Where the last change set began, among `lines`.
  let start = 0;
  let set = '';
  const close = (count: number) => {
    const batch = packLines({
      origin: keys.agencyId,
      signer: keys.fingerprint,
      device: stream.device,
      scope: stream.scope,
      base,
      lines: lines.slice(0, count),
      sign: (header) => keys.sign(header),
    });
    packed.push(batch);
    base = batch.upto;
    lines = lines.slice(count);
    bytes = lines.reduce((sum, line) => sum + Buffer.byteLength(line) + 1, 0);
    start = 0;
  };
  const gathered = statement(
    reader.sqlite,
    `SELECT c.hlc, s.id AS changeSet, s.author, s.label, c.entity, c.row, c.field, c.value, c.prev, c.merges
     FROM temp.to_seal t
     CROSS JOIN change c ON c.entity = t.entity AND c.row = t.row AND c.field = t.field AND c.hlc = t.hlc
     CROSS JOIN change_set s ON s.n = t.changeSet
     ORDER BY t.changeSet, t.hlc, t.entity, t.row, t.field`,
  );
  for (const change of gathered.iterate() as IterableIterator<TravellingChange>) {
    const line = lineOf(change, base + lines.length + 1);
    const size = Buffer.byteLength(line) + 1;
    if (change.changeSet !== set) start = lines.length;
    set = change.changeSet;
    if (lines.length > 0 && (lines.length === limits.batchLines || bytes + size > limits.batchTarget))
      close(start > 0 ? start : lines.length);
    lines.push(line);
    bytes += size;
  }
  if (lines.length > 0) close(lines.length);
  return packed;
}

function sealScope(workspace: Reader & { ledger: Ledger }, scope: string, keys: SealingKeys): SealedScope {
  const { sqlite } = workspace;
  const { device } = workspace.ledger;
  const withheld = gatherScope(workspace, scope);
  const base = streamEnd(workspace, device, scope);
  const batches = packGathered(workspace, { device, scope, base }, keys);
  const upto = batches.at(-1)?.upto ?? base;
  for (const batch of batches)
    keepBatch(workspace, {
      ...batch,
      device,
      scope,
      origin: keys.agencyId,
      signer: keys.fingerprint,
      state: 'own',
    });
  if (upto > base) setStreamEnd(workspace, { device, scope, origin: keys.agencyId, upto });
  const isHeld = `EXISTS (SELECT 1 FROM temp.in_scope m WHERE m.entity = t.entity AND m.row = t.row)`;
  // What waits for its time or for a newer version has not gone: it goes once it is taken.
  const isWaiting =
    'EXISTS (SELECT 1 FROM change_waiting w WHERE w.entity = t.entity AND w.row = t.row AND w.field = t.field AND w.hlc = t.hlc)';
  statement(sqlite, `DELETE FROM seal_queue AS t WHERE scope = ? AND ${isHeld} AND NOT ${isWaiting}`).run(scope);
  enqueue(workspace, scope, withheld);
  const ofDirectory = 't.entity IN (SELECT value FROM json_each(@directory))';
  const bound = { scope, directory: asList(directoryNames) };
  // A record that left the scope is told in full when it comes back; one that still waits for another came through it.
  const hasLeft = `FROM scope_row AS t WHERE scope = @scope AND NOT ${isHeld} AND NOT ${ofDirectory}
         AND NOT EXISTS (SELECT 1 FROM row_waiting w WHERE w.entity = t.entity AND w.row = t.row)`;
  statement(sqlite, `INSERT OR IGNORE INTO scope_left SELECT scope, entity, row ${hasLeft}`).run(bound);
  statement(sqlite, `DELETE ${hasLeft}`).run(bound);
  // Somebody whom nothing here names any more stays known to it: what is new of them waits until something does.
  statement(
    sqlite,
    `INSERT OR IGNORE INTO seal_queue SELECT @scope, t.entity, t.row, t.field, t.hlc FROM change t INDEXED BY change_unsealed
       WHERE t.sealed = 0 AND ${ofDirectory} AND NOT ${isHeld}
         AND EXISTS (SELECT 1 FROM scope_row s WHERE s.scope = @scope AND s.entity = t.entity AND s.row = t.row)`,
  ).run(bound);
  statement(sqlite, 'INSERT OR IGNORE INTO scope_row SELECT ?, entity, row FROM temp.in_scope').run(scope);
  return { scope, base, upto, batches: batches.length, withheld: withheld.length };
}

/**
 * Rules 11 and 12: gives numbers to everything that has to go into our streams of these scopes and keeps it as signed
 * batches; rule 4 first. One immediate transaction. Scopes in whose exchange nobody takes part are passed over. Done
 * again at once, it seals nothing.
 */
export function sealScopes(
  workspace: Reader & { ledger: Ledger },
  scopes: readonly string[],
  keys: SealingKeys,
): SealResult {
  const shared = new Set(sharedScopes(workspace));
  const wanted = [...new Set(scopes)].filter((scope) => shared.has(scope));
  if (wanted.length === 0) return { scopes: [], changes: 0 };
  return workspace.ledger.sealing((settleAgain) => {
    const { sqlite } = workspace;
    const before = hangingRows(workspace, wanted);
    const sealed = wanted.map((scope) => sealScope(workspace, scope, keys));
    const list = asList(wanted);
    const inThese = `EXISTS (SELECT 1 FROM scope_row s WHERE s.entity = change.entity AND s.row = change.row
      AND s.scope IN (SELECT value FROM json_each(@list)))`;
    // What other groups know too has yet to go into their streams.
    statement(
      sqlite,
      `INSERT OR IGNORE INTO seal_queue SELECT o.scope, change.entity, change.row, change.field, change.hlc
         FROM change INDEXED BY change_unsealed
         CROSS JOIN scope_row o ON o.entity = change.entity AND o.row = change.row
         WHERE change.sealed = 0 AND o.scope NOT IN (SELECT value FROM json_each(@list)) AND ${inThese}`,
    ).run({ list });
    // All of a row at once: clocks that a removal or a later value names must not be stamped anew without it.
    statement(sqlite, `UPDATE change SET sealed = 1 WHERE sealed = 0 AND ${inThese}`).run({ list });
    settleAgain([...before, ...hangingRows(workspace, wanted)]);
    return { scopes: sealed, changes: sealed.reduce((sum, { base, upto }) => sum + upto - base, 0) };
  });
}
