import { createHash } from 'node:crypto';
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, deflateRawSync } from 'node:zlib';
import { AppError } from '../../../../shared/errors.ts';
import { limits } from '../limits.ts';
import { encryptForAge } from './ageFile.ts';
import { readManifest, type ManifestEntry, type ManifestParts } from './manifest.ts';
import {
  entryNames,
  signatureSize,
  type PackageProgress,
  type OutgoingAttachment,
  type OutgoingBatch,
} from './parts.ts';
import { checkStop } from './source.ts';
import { createDirectory, localHeader, zipSize, type ZipEntry } from './zipProfile.ts';

export interface PackageWriting {
  manifest: ManifestParts;
  /** In the order in which they are to be read. */
  batches: readonly OutgoingBatch[];
  /** In any order, none twice. */
  attachments: readonly OutgoingAttachment[];
  /** The receiver's and our own: `age1…`. */
  recipients: readonly string[];
  /** Ed25519 over these bytes, 64 bytes. */
  sign(bytes: Uint8Array): Uint8Array | Promise<Uint8Array>;
  signal?: AbortSignal;
  /** Bytes before encryption. */
  progress?: PackageProgress;
}

type Pieces = Iterable<Uint8Array> | AsyncIterable<Uint8Array>;

interface Part {
  entry: ZipEntry;
  content(): Pieces | Promise<Pieces>;
}

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const stored = (name: string, bytes: Uint8Array): Part => ({
  entry: { name, method: 0, crc: crc32(bytes), packed: bytes.length, size: bytes.length },
  content: () => [bytes],
});

function deflated(name: string, bytes: Uint8Array): Part {
  const packed = deflateRawSync(bytes);
  return {
    entry: { name, method: 8, crc: crc32(bytes), packed: packed.length, size: bytes.length },
    content: () => [packed],
  };
}

const batchParts = (batch: OutgoingBatch, n: number): Part[] => [
  {
    entry: { name: entryNames.batch(n), method: 8, crc: batch.crc, packed: batch.packedSize, size: batch.size },
    content: async () => [await batch.content()],
  },
  stored(entryNames.batchSignature(n), batch.signature),
];

const attachmentPart = (attachment: OutgoingAttachment): Part => {
  const { sha256, size } = attachment;
  return {
    entry: { name: entryNames.attachment(sha256), method: 0, crc: 0, packed: size, size },
    content: () => attachment.chunks(),
  };
};

/** Reads a kept file once for the sum that has to stand before it. Throws `attachmentDamaged` where it is not itself. */
async function sumOf(attachment: OutgoingAttachment, signal: AbortSignal | undefined): Promise<number> {
  const hash = createHash('sha256');
  let crc = 0;
  for await (const chunk of attachment.chunks()) {
    checkStop(signal);
    crc = crc32(chunk, crc);
    hash.update(chunk);
  }
  if (hash.digest('hex') !== attachment.sha256) throw new AppError('attachmentDamaged');
  return crc;
}

const entriesOf = (batches: readonly OutgoingBatch[], attachments: readonly OutgoingAttachment[]): ManifestEntry[] => [
  ...batches.flatMap(({ size, sha256, signature }, at) => [
    { name: entryNames.batch(at + 1), size, sha256 },
    { name: entryNames.batchSignature(at + 1), size: signatureSize, sha256: sha256Of(signature) },
  ]),
  ...attachments.map(({ sha256, size }) => ({ name: entryNames.attachment(sha256), size, sha256 })),
];

/** The zip, piece by piece. */
async function* zipOf(
  parts: readonly Part[],
  sums: ReadonlyMap<string, OutgoingAttachment>,
  { signal, progress }: PackageWriting,
): AsyncGenerator<Uint8Array> {
  const total = zipSize(parts.map(({ entry }) => entry));
  const directory = createDirectory();
  let done = 0;
  const passed = (bytes: Uint8Array): Uint8Array => {
    checkStop(signal);
    done += bytes.length;
    progress?.(done, total);
    return bytes;
  };
  for (const part of parts) {
    const { entry } = part;
    checkStop(signal);
    const attachment = sums.get(entry.name);
    const whole = attachment === undefined ? entry : { ...entry, crc: await sumOf(attachment, signal) };
    directory.add(whole);
    yield passed(localHeader(whole));
    let size = 0;
    for await (const piece of await part.content()) {
      size += piece.length;
      yield passed(piece);
    }
    // What is declared has been given to the world already: a file that says otherwise must not come to be.
    if (size !== entry.packed) throw new AppError('attachmentDamaged');
  }
  for (const piece of directory.end()) yield passed(piece);
}

/**
 * Writes a package (rule 14) into a stream, which is ended, and destroyed where this throws. In memory are the manifest and
 * one batch; nothing is written in the clear.
 * @returns its bytes, and the hash of the raw manifest by which a receipt will name it
 * @throws AppError `packageOverfull`, `attachmentDamaged`, `recipientWrong`, `cancelled`; what the stream throws is passed on
 */
export async function writePackage(
  options: PackageWriting & { out: Writable },
): Promise<{ bytes: number; manifestSha256: string }> {
  const { batches, out, signal } = options;
  const attachments = options.attachments.toSorted((a, b) => (a.sha256 < b.sha256 ? -1 : 1));
  const entries = entriesOf(batches, attachments);
  if (entries.length > limits.entries) throw new AppError('packageOverfull');
  const manifest = Buffer.from(JSON.stringify({ viche: 'package/1', ...options.manifest, entries }));
  if (manifest.length > limits.manifest) throw new AppError('packageOverfull');
  // The receiver's own check: what it would refuse must not leave.
  readManifest(manifest);
  const parts = [
    deflated(entryNames.manifest, manifest),
    stored(entryNames.signature, await options.sign(manifest)),
    ...batches.flatMap((batch, at) => batchParts(batch, at + 1)),
    ...attachments.map(attachmentPart),
  ];
  // The encryption adds 16 bytes to each 64 KiB.
  const size = zipSize(parts.map(({ entry }) => entry));
  if (size + Math.ceil(size / 4096) + limits.ageHeader > limits.package) throw new AppError('packageOverfull');
  const sums = new Map(attachments.map((attachment) => [entryNames.attachment(attachment.sha256), attachment]));
  let bytes = 0;
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const piece of encryptForAge(options.recipients, zipOf(parts, sums, options))) {
      bytes += piece.length;
      yield piece;
    }
  }
  checkStop(signal);
  await pipeline(counted(), out);
  return { bytes, manifestSha256: sha256Of(manifest) };
}
