import { createHash } from 'node:crypto';
import { crc32, deflateRawSync } from 'node:zlib';
import { readAll, readOne, statement, type Reader } from '../../statements.ts';
import { readHeader, unpackBatch, type PackedBatch } from './batch.ts';
import type { BatchHead, BatchHeader } from './batchForm.ts';
import { batchBytes } from './store.ts';

/** What a batch becomes under another signature: the same lines and numbers, another header and hash. */
type Resigned = Pick<PackedBatch, 'content' | 'sha256' | 'crc' | 'size' | 'signature'>;

/** These lines, blanked ones too, under another header: the hashes of the lines stay, so that it is no fork (rule 11). */
function underHeader(file: Buffer, header: Buffer, signature: Buffer): Resigned {
  const whole = Buffer.concat([header, file.subarray(file.indexOf(0x0a))]);
  return {
    content: deflateRawSync(whole),
    sha256: createHash('sha256').update(whole).digest('hex'),
    crc: crc32(whole),
    size: whole.length,
    signature,
  };
}

const put = ({ sqlite }: Reader, n: number, signer: string, batch: Resigned) =>
  statement(
    sqlite,
    `UPDATE batch SET signer = @signer, content = @content, signature = @signature, sha256 = @sha256, crc = @crc,
         size = @size WHERE n = @n`,
  ).run({ n, signer, ...batch });

/**
 * Signs with our keys of today what our agency has sealed under keys that it has given up, so that a partner who believes
 * the old ones no more, or never knew them, can take our history in. What is held is not ours until somebody believes it,
 * and is never signed. In the caller's transaction. Returns how many batches.
 */
export function signOwnAnew(
  reader: Reader,
  keys: { agencyId: string; fingerprint: string; sign: (bytes: Buffer) => Buffer },
): number {
  const old = readAll<{ n: number }>(
    reader,
    "SELECT n FROM batch WHERE origin = ? AND signer <> ? AND state <> 'held' ORDER BY n",
    keys.agencyId,
    keys.fingerprint,
  );
  for (const { n } of old) {
    const file = unpackBatch(batchBytes(reader, n));
    const header = Buffer.from(JSON.stringify({ ...readHeader(file), signer: keys.fingerprint } satisfies BatchHeader));
    put(reader, n, keys.fingerprint, underHeader(file, header, keys.sign(header)));
  }
  return old.length;
}

/** The first line of a batch, which is what its signature is over. */
export const signedBytes = (file: Buffer): Buffer => file.subarray(0, file.indexOf(0x0a));

/**
 * Held batches of a stream that is here to their end by now: the same lines came under a signature that is believed, or
 * others, and what is held can never be merged. In the caller's transaction.
 */
export const dropCovered = ({ sqlite }: Reader, stream: { device: string; scope: string }) =>
  statement(
    sqlite,
    `DELETE FROM batch WHERE state = 'held' AND device = @device AND scope = @scope
         AND upto <= (SELECT s.upto FROM stream s WHERE s.device = @device AND s.scope = @scope)`,
  ).run({ device: stream.device, scope: stream.scope });

/**
 * A batch that is here already came under another signature: whoever gets it from us shall be able to believe it, so the
 * better one is kept. The kept lines stay, with what was blanked in them here.
 * @param isBelieved whether a signer is believed today
 * @param verify whether the new batch bears its signer's signature
 */
export function takeSignature(
  reader: Reader,
  batch: { file: Buffer; signature: Buffer; header: BatchHead },
  isBelieved: (fingerprint: string) => boolean,
  verify: (header: BatchHead, bytes: Buffer, signature: Buffer) => boolean,
): boolean {
  const { file, signature, header } = batch;
  const { device, scope, base, to, signer } = header;
  const kept = readOne<{ n: number; signer: string }>(
    reader,
    `SELECT n, signer FROM batch WHERE device = ? AND scope = ? AND base = ? AND upto = ? AND signer <> ? AND state <> 'held'`,
    device,
    scope,
    base,
    to,
    signer,
  );
  if (!kept || isBelieved(kept.signer) || !isBelieved(signer)) return false;
  const bytes = signedBytes(file);
  if (!verify(header, bytes, signature)) return false;
  put(reader, kept.n, signer, underHeader(unpackBatch(batchBytes(reader, kept.n)), bytes, signature));
  return true;
}
