import type { ExchangeHave } from '../../../../shared/contract/exchangeViews.ts';
import { registry } from '../../entities.ts';
import { asList, readAll, type Reader } from '../../statements.ts';
import { linesOf, unpackBatch } from './batch.ts';
import { countGathered, gatherScope } from './gather.ts';
import { batchBytes, dueBatches } from './store.ts';

/** What would go to somebody with this `have` now, in counts: kept batches they lack and what is yet to be sealed. */
export interface OutgoingCounts {
  groups: {
    id: string;
    /** Records of the group with changes, by entity. */
    records: { entity: string; rows: number }[];
    changes: number;
    /** Of these, changes in batches of other agencies. */
    passedOn: number;
    /** Changes that wait for a record of another group which they name. */
    withheld: number;
  }[];
  /** Organisations and people, each counted once. */
  directory: number;
  files: OutgoingFile[];
}

/** Content of an attached file that is here. */
export interface OutgoingFile {
  sha256: string;
  /** Bytes. */
  size: number;
}

/** Sizes are those of what is here: what a record says of its file may be a partner's mistake, and would spoil the package. */
const filesIn = (reader: Reader, isIn: string, scopes: readonly string[]): OutgoingFile[] =>
  readAll<OutgoingFile>(
    reader,
    `SELECT k.sha256, sum(length(k.bytes)) AS size FROM attachment_chunk k
     WHERE k.sha256 IN (SELECT a.sha256 FROM attachment a WHERE a.removed = 0 AND EXISTS (SELECT 1 FROM ${isIn}))
     GROUP BY k.sha256 ORDER BY k.sha256`,
    asList(scopes),
  );

/** Contents of the files of these scopes that are here, each once; after sealing. */
export const filesOfScopes = (reader: Reader, scopes: readonly string[]): OutgoingFile[] =>
  filesIn(
    reader,
    `scope_row s WHERE s.entity = 'attachment' AND s.row = a.id AND s.scope IN (SELECT value FROM json_each(?))`,
    scopes,
  );

/**
 * Counts without writing anything.
 * @param own id of our agency
 */
export function countOutgoing(
  reader: Reader,
  input: { scopes: readonly string[]; have: ExchangeHave; own: string },
): OutgoingCounts {
  const people = new Set<string>();
  const files = new Map<string, OutgoingFile>();
  const groups = input.scopes.map((scope) => {
    const records = new Map<string, Set<string>>();
    const note = (entity: string, row: string) => {
      if (entity === 'person' || entity === 'organisation') people.add(row);
      else if (registry.entities.get(entity)?.scope !== 'directory')
        records.set(entity, (records.get(entity) ?? new Set<string>()).add(row));
    };
    let changes = 0;
    let passedOn = 0;
    for (const batch of dueBatches(reader, [scope], input.have)) {
      changes += batch.changes;
      if (batch.origin !== input.own) passedOn += batch.changes;
      for (const { entity, row } of linesOf(unpackBatch(batchBytes(reader, batch.n)))) note(entity, row);
    }
    const withheld = gatherScope(reader, scope).length;
    for (const each of countGathered(reader)) changes += each.changes;
    for (const { entity, row } of readAll<{ entity: string; row: string }>(
      reader,
      'SELECT DISTINCT entity, row FROM temp.to_seal',
    ))
      note(entity, row);
    const inScope = `temp.in_scope s, json_each(?) WHERE s.entity = 'attachment' AND s.row = a.id`;
    for (const file of filesIn(reader, inScope, [scope])) files.set(file.sha256, file);
    return {
      id: scope,
      records: [...records].map(([entity, rows]) => ({ entity, rows: rows.size })),
      changes,
      passedOn,
      withheld,
    };
  });
  return { groups, directory: people.size, files: [...files.values()] };
}
