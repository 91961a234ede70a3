import { AppError } from '../../../../shared/errors.ts';
import { readOne, type Reader } from '../../statements.ts';
import { linesOf, readBatch, readHeader, unpackBatch, type PackedBatch } from '../sealing/batch.ts';
import { headOf, type BatchHead, type BatchHeader, type BatchLine } from '../sealing/batchForm.ts';
import { dropCovered, takeSignature } from '../sealing/signAnew.ts';
import { batchBytes, forkWithKept, keepBatch, setStreamEnd, streamEnd } from '../sealing/store.ts';
import { isBelieved, signerOf, type Signer } from '../trust/cards.ts';
import { verifierWith } from '../trust/signing.ts';

/** A batch out of a package, with its unpacked file. */
export type IncomingBatch = Omit<PackedBatch, 'changes' | 'base' | 'upto'> & { file: Buffer };

export type HoldReason =
  'unknownSigner' | 'notTrusted' | 'revoked' | 'renewed' | 'givenUp' | 'ownEarlier' | 'ownLater' | 'newerVersion';
export type BatchRefusal =
  | 'notShared'
  | 'signerNotOrigin'
  | 'deviceOfAnother'
  | 'signatureWrong'
  | 'damaged'
  | 'blankedWithoutErasure'
  | 'fork'
  | 'gap';

/** What became of a batch. */
export type BatchFate =
  | { kind: 'merged'; header: BatchHead }
  | { kind: 'known'; header: BatchHead }
  | { kind: 'held'; header: BatchHead | null; reason: HoldReason }
  | { kind: 'refused'; header: BatchHead | null; reason: BatchRefusal; at: number };

/** A batch that is merged, with its lines that are not here yet. */
export interface TakenBatch {
  header: BatchHead;
  lines: readonly BatchLine[];
  /** The same lines, read once more: of a large package not all stay in memory. */
  again: () => readonly BatchLine[];
  /** Of the unpacked file. */
  bytes: number;
}

export interface BatchContext {
  /** Scopes that we share with the agency whose package it is (rule 15). */
  scopes: ReadonlySet<string>;
  /** The agency whose package brings the batches. */
  through: string;
  /** We: the agency, and the device that this installation writes with. */
  own: { agencyId: string; device: string };
  /** A person says that what our own earlier keys have signed is ours: what a restored backup did not have. */
  believesOwnEarlier?: boolean;
  now: string;
}

/** Why a batch with this signer is not merged now; null where the signer is believed. */
export const holdReason = (signer: Signer | null, believesOwnEarlier: boolean): HoldReason | null => {
  if (!signer) return 'unknownSigner';
  if (isBelieved(signer)) return null;
  if (signer.state === 'givenUp') return believesOwnEarlier ? null : 'ownEarlier';
  if (signer.state === 'ownLater' || signer.state === 'revoked') return signer.state;
  if (signer.state === 'replaced') return 'givenUp';
  return signer.renews === '' ? 'notTrusted' : 'renewed';
};

const refused = (header: BatchHeader | null, reason: BatchRefusal, at = 0): Judgement => ({
  fate: { kind: 'refused', header: header && headOf(header), reason, at },
  lines: [],
});

interface Judgement {
  fate: BatchFate;
  /** Those that are not here yet, of a batch that is merged. */
  lines: BatchLine[];
}

/** Whether anything of this scope was ever erased here: only then may a line be blank (rule 22). */
const knowsErasure = (reader: Reader, scope: string): boolean =>
  readOne(reader, "SELECT 1 FROM scope_row WHERE scope = ? AND entity = 'erasure' LIMIT 1", scope) !== undefined;

/** Looks at one batch without writing anything; `bringsErasure`: the package itself brings an erasure record of a scope. */
function judge(
  reader: Reader,
  batch: IncomingBatch,
  context: BatchContext,
  bringsErasure: (scope: string) => boolean,
): Judgement {
  let header: BatchHeader;
  try {
    header = readHeader(batch.file);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return error.code === 'batchNewer'
      ? { fate: { kind: 'held', header: null, reason: 'newerVersion' }, lines: [] }
      : refused(null, 'damaged');
  }
  const { device, scope, base, to } = header;
  if (!context.scopes.has(scope)) return refused(header, 'notShared');
  const signer = signerOf(reader, header.signer);
  if (signer && signer.agencyId !== header.origin) return refused(header, 'signerNotOrigin');
  const stream = readOne<{ origin: string }>(reader, 'SELECT origin FROM stream WHERE device = ?', device);
  // Our own device is ours also before anything of it was sealed.
  const owner = device === context.own.device ? context.own.agencyId : stream?.origin;
  if (owner !== undefined && owner !== header.origin) return refused(header, 'deviceOfAnother');
  const end = streamEnd(reader, device, scope);
  const forkAt = forkWithKept(reader, device, scope, base, to, header.lines);
  // Whoever signed it: nothing is taken from what is here already.
  if (forkAt === null && to <= end) return { fate: { kind: 'known', header: headOf(header) }, lines: [] };
  const hold = holdReason(signer, context.believesOwnEarlier === true);
  if (!signer || hold)
    return { fate: { kind: 'held', header: headOf(header), reason: hold ?? 'unknownSigner' }, lines: [] };
  let read: ReturnType<typeof readBatch>;
  try {
    const verify = verifierWith(signer.verifyKey);
    read = readBatch(batch.file, batch.signature, (_, bytes, signature) => verify(bytes, signature), header);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return refused(
      header,
      error.code === 'batchSignatureWrong' || error.code === 'batchAltered' ? 'signatureWrong' : 'damaged',
    );
  }
  if (forkAt !== null) return refused(header, 'fork', forkAt);
  if (base > end) return refused(header, 'gap', end);
  if (read.erased.length > 0 && !knowsErasure(reader, scope) && !bringsErasure(scope))
    return refused(header, 'blankedWithoutErasure');
  const lines = end > base ? read.lines.filter(({ seq }) => seq > end) : read.lines;
  return { fate: { kind: 'merged', header: headOf(header) }, lines };
}

const keepBetterSignature = (reader: Reader, batch: IncomingBatch & { header: BatchHead }) =>
  takeSignature(
    reader,
    batch,
    (fingerprint) => {
      const signer = signerOf(reader, fingerprint);
      return signer !== null && signer.agencyId === batch.header.origin && isBelieved(signer);
    },
    ({ signer }, bytes, signature) => verifierWith(signerOf(reader, signer)?.verifyKey ?? '')(bytes, signature),
  );

/** Scopes of which a package brings erasure records; looked for when a batch has blank lines. */
function scopesOfErasures(batches: Iterable<IncomingBatch>): ReadonlySet<string> {
  const scopes = new Set<string>();
  for (const { file } of batches) {
    if (!file.includes('"entity":"erasure"')) continue;
    try {
      scopes.add(readHeader(file).scope);
    } catch {
      // Judged in its turn, with the reason.
    }
  }
  return scopes;
}

/**
 * Rules 11, 13 and 15 for the batches of a package, in their order: each is merged, known, held or refused with a reason;
 * what is merged or held is kept as it came. A held one does not count as being here: it comes again, harmlessly, until its
 * signer is believed, or until the same comes signed anew and takes its place. Inside the caller's transaction.
 * @param batches may be gone through more than once
 * @param merged gets each batch that is merged, in its turn
 */
export function takeBatches(
  reader: Reader,
  batches: Iterable<IncomingBatch>,
  context: BatchContext,
  merged: (batch: TakenBatch) => void,
): BatchFate[] {
  let erasures: ReadonlySet<string> | null = null;
  const bringsErasure = (scope: string) => (erasures ??= scopesOfErasures(batches)).has(scope);
  const fates: BatchFate[] = [];
  for (const batch of batches) {
    const { fate, lines } = judge(reader, batch, context, bringsErasure);
    fates.push(fate);
    if (fate.kind === 'known') {
      dropCovered(reader, fate.header);
      keepBetterSignature(reader, { ...batch, header: fate.header });
    }
    if (fate.kind !== 'merged' && fate.kind !== 'held') continue;
    const { header } = fate;
    // A format of a later version says nothing that could be kept in order; its sender sends it again.
    if (!header) continue;
    const { device, scope, base, to, origin, signer } = header;
    const n = keepBatch(reader, {
      ...batch,
      changes: to - base,
      base,
      upto: to,
      device,
      scope,
      origin,
      signer,
      state: fate.kind === 'merged' ? 'merged' : 'held',
      reason: fate.kind === 'held' ? fate.reason : '',
      through: context.through,
      receivedAt: context.now,
    });
    if (fate.kind !== 'merged') continue;
    const after = streamEnd(reader, device, scope);
    setStreamEnd(reader, { device, scope, origin, upto: to });
    dropCovered(reader, header);
    const again = () => linesOf(unpackBatch(batchBytes(reader, n))).filter(({ seq }) => seq > after);
    merged({ header, lines, again, bytes: batch.file.length });
  }
  return fates;
}
