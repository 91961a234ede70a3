import { AppError } from '../../../../shared/errors.ts';
import { readOne, type Reader } from '../../statements.ts';
import { readBatch, readHeader, type BatchHeader, type BatchLine, type PackedBatch } from '../sealing/batch.ts';
import { dropCovered, takeSignature } from '../sealing/signAnew.ts';
import { compareWithKept, keepBatch, setStreamEnd, streamEnd } from '../sealing/store.ts';
import { isBelieved, signerOf, type Signer } from '../trust/cards.ts';
import { verifierWith } from '../trust/signing.ts';

/** A batch out of a package, with its unpacked file. */
export type IncomingBatch = Omit<PackedBatch, 'changes' | 'base' | 'upto'> & { file: Buffer };

export type HoldReason = 'unknownSigner' | 'notTrusted' | 'revoked' | 'renewed' | 'givenUp' | 'newerVersion';
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
  | { kind: 'merged'; header: BatchHeader; lines: BatchLine[] }
  | { kind: 'known'; header: BatchHeader }
  | { kind: 'held'; header: BatchHeader | null; reason: HoldReason }
  | { kind: 'refused'; header: BatchHeader | null; reason: BatchRefusal; at: number };

export interface BatchContext {
  /** Scopes that we share with the agency whose package it is (rule 15). */
  scopes: ReadonlySet<string>;
  /** The agency whose package brings the batches. */
  through: string;
  now: string;
}

const holdReason = (signer: Signer | null): HoldReason | null => {
  if (!signer) return 'unknownSigner';
  if (isBelieved(signer)) return null;
  if (signer.state === 'revoked') return 'revoked';
  if (signer.state === 'replaced' || signer.state === 'givenUp') return 'givenUp';
  return signer.renews === '' ? 'notTrusted' : 'renewed';
};

const refused = (header: BatchHeader | null, reason: BatchRefusal, at = 0): BatchFate => ({
  kind: 'refused',
  header,
  reason,
  at,
});

/** Whether anything of this scope was ever erased here: only then may a line be blank (rule 22). */
const knowsErasure = (reader: Reader, scope: string): boolean =>
  readOne(reader, "SELECT 1 FROM scope_row WHERE scope = ? AND entity = 'erasure' LIMIT 1", scope) !== undefined;

/** Looks at one batch without writing anything; `erasures`: the package itself brings an erasure record. */
function judge(reader: Reader, batch: IncomingBatch, context: BatchContext, erasures: ReadonlySet<string>): BatchFate {
  let header: BatchHeader;
  try {
    header = readHeader(batch.file);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return error.code === 'batchNewer'
      ? { kind: 'held', header: null, reason: 'newerVersion' }
      : refused(null, 'damaged');
  }
  const { device, scope, base, to } = header;
  if (!context.scopes.has(scope)) return refused(header, 'notShared');
  const signer = signerOf(reader, header.signer);
  if (signer && signer.agencyId !== header.origin) return refused(header, 'signerNotOrigin');
  const stream = readOne<{ origin: string }>(reader, 'SELECT origin FROM stream WHERE device = ?', device);
  if (stream && stream.origin !== header.origin) return refused(header, 'deviceOfAnother');
  const end = streamEnd(reader, device, scope);
  const { forkAt } = compareWithKept(reader, device, scope, base, to, header.lines);
  // Whoever signed it: nothing is taken from what is here already.
  if (forkAt === null && to <= end) return { kind: 'known', header };
  const hold = holdReason(signer);
  if (!signer || hold) return { kind: 'held', header, reason: hold ?? 'unknownSigner' };
  let read: ReturnType<typeof readBatch>;
  try {
    const verify = verifierWith(signer.verifyKey);
    read = readBatch(batch.file, batch.signature, (_, bytes, signature) => verify(bytes, signature));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return refused(
      header,
      error.code === 'batchSignatureWrong' || error.code === 'batchAltered' ? 'signatureWrong' : 'damaged',
    );
  }
  if (forkAt !== null) return refused(header, 'fork', forkAt);
  if (base > end) return refused(header, 'gap', end);
  if (read.erased.length > 0 && !erasures.has(scope) && !knowsErasure(reader, scope))
    return refused(header, 'blankedWithoutErasure');
  return { kind: 'merged', header, lines: read.lines.filter(({ seq }) => seq > end) };
}

const keepBetterSignature = (reader: Reader, batch: IncomingBatch & { header: BatchHeader }) =>
  takeSignature(
    reader,
    batch,
    (fingerprint) => {
      const signer = signerOf(reader, fingerprint);
      return signer !== null && signer.agencyId === batch.header.origin && isBelieved(signer);
    },
    ({ signer }, bytes, signature) => verifierWith(signerOf(reader, signer)?.verifyKey ?? '')(bytes, signature),
  );

const bringsErasure = (file: Buffer): boolean => file.includes('"entity":"erasure"');

/**
 * Rules 11, 13 and 15 for the batches of a package, in their order: each is merged, known, held or refused with a reason;
 * what is merged or held is kept as it came. A held one does not count as being here: it comes again, harmlessly, until its
 * signer is believed, or until the same comes signed anew and takes its place. Inside the caller's transaction.
 */
export function takeBatches(reader: Reader, batches: readonly IncomingBatch[], context: BatchContext): BatchFate[] {
  const erasures = new Set<string>();
  for (const { file } of batches) {
    if (!bringsErasure(file)) continue;
    try {
      erasures.add(readHeader(file).scope);
    } catch {
      // Judged below, with the reason.
    }
  }
  return batches.map((batch) => {
    const fate = judge(reader, batch, context, erasures);
    if (fate.kind === 'known') {
      dropCovered(reader, fate.header);
      keepBetterSignature(reader, { ...batch, header: fate.header });
    }
    if (fate.kind !== 'merged' && fate.kind !== 'held') return fate;
    const { header } = fate;
    // A format of a later version says nothing that could be kept in order; its sender sends it again.
    if (!header) return fate;
    const { device, scope, base, to, origin, signer } = header;
    keepBatch(reader, {
      ...batch,
      changes: header.lines.length,
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
    if (fate.kind === 'merged') {
      setStreamEnd(reader, { device, scope, origin, upto: to });
      dropCovered(reader, header);
    }
    return fate;
  });
}

/**
 * The lines of batches as far as they can be read, whatever will become of them: what a preview has to look at before a
 * merge is tried.
 */
export function* unpackedLines(batches: readonly IncomingBatch[]): Generator<BatchLine> {
  for (const { file, signature } of batches) {
    try {
      yield* readBatch(file, signature, () => true).lines;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
    }
  }
}
