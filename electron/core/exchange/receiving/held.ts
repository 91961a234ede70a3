import type { HeldBatch } from '../../../../shared/contract/exchangeViews.ts';
import type { Author } from '../../ledger/ledger.ts';
import { readAll, readOne, statement, type Reader } from '../../statements.ts';
import { agencyNames } from '../agencyNames.ts';
import { carryOutIncoming } from '../erasure/incoming.ts';
import { unpackBatch } from '../sealing/batch.ts';
import { batchBytes } from '../sealing/store.ts';
import { signerOf } from '../trust/cards.ts';
import { readKeys } from '../trust/keys.ts';
import { scopesWith } from '../trust/participants.ts';
import { createLineMerge } from './mergeLines.ts';
import { withoutUndo, type MergeTarget } from './mergePackage.ts';
import { holdReason, takeBatches, type HoldReason, type IncomingBatch } from './takeBatches.ts';

interface Stored {
  n: number;
  origin: string;
  through: string;
  scope: string;
  signer: string;
  changes: number;
  since: string;
  reason: HoldReason;
}

const stored = (reader: Reader): Stored[] =>
  readAll(
    reader,
    `SELECT b.n, b.origin, b.through, b.scope, b.signer, b.changes, coalesce(b.receivedAt, '') AS since, b.reason
     FROM batch b WHERE b.state = 'held' ORDER BY b.receivedAt, b.n`,
  );

/** Why it is not merged as of now: cards may have come and been compared since it was kept. */
const presentReason = (reader: Reader, { signer, reason }: Stored): HeldBatch['reason'] =>
  reason === 'newerVersion' ? reason : (holdReason(signerOf(reader, signer), false) ?? 'ready');

/** Batches that are kept and not merged, by whose they are, and why. */
export function listHeld(reader: Reader): HeldBatch[] {
  const { named } = agencyNames(reader, '');
  const groupName = (id: string): string =>
    readOne<{ name: string }>(reader, 'SELECT name FROM working_group WHERE id = ?', id)?.name ?? '';
  return stored(reader).map((batch) => ({
    origin: batch.origin,
    agency: named(batch.origin),
    through: named(batch.through),
    group: groupName(batch.scope),
    changes: batch.changes,
    since: batch.since,
    reason: presentReason(reader, batch),
  }));
}

/** Merges held batches whose signer is believed by now. */
export interface HeldMerge {
  /** `ownEarlier`: those too that were signed with keys of ours which we have given up; a person says that they are ours. */
  input: { author: Author; now: number; ownEarlier: boolean };
  result: { batches: number; changes: number };
}

/**
 * Tries every held batch again, in the order in which it came; those whose signer is believed by now are merged, in one
 * transaction with all the checks of a package.
 */
export function mergeHeld(target: MergeTarget, { author, now, ownEarlier }: HeldMerge['input']): HeldMerge['result'] {
  const own = readKeys(target).agencyId;
  const at = new Date(now).toISOString();
  const lines = createLineMerge(target, target.ledger, own);
  let batches = 0;
  const columns = 'sha256, crc, size, signature';
  for (const { n, through } of stored(target)) {
    const [kept] = readAll<Pick<IncomingBatch, 'sha256' | 'crc' | 'size' | 'signature'>>(
      target,
      `SELECT ${columns} FROM batch WHERE n = ?`,
      n,
    );
    if (!kept) continue;
    const { content } = batchBytes(target, n);
    const file = unpackBatch({ content, size: kept.size });
    const scopes = new Set(scopesWith(target, through));
    const us = { agencyId: own, device: target.ledger.device };
    const context = { scopes, through, own: us, now: at, believesOwnEarlier: ownEarlier };
    const [fate] = takeBatches(target, [{ ...kept, content, file }], context, (batch) => {
      batches += 1;
      lines.note(batch);
    });
    // What is here already, or will never be taken, need not be kept.
    if (fate?.kind === 'known' || (fate?.kind === 'refused' && fate.reason !== 'gap'))
      statement(target.sqlite, "DELETE FROM batch WHERE n = ? AND state = 'held'").run(n);
  }
  const merged = lines.merge();
  carryOutIncoming(target, withoutUndo(author), merged);
  return { batches, changes: merged.reception.taken };
}
