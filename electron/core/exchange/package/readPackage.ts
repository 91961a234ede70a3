import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { AppError } from '../../../../shared/errors.ts';
import { limits } from '../limits.ts';
import { decryptFromAge } from './ageFile.ts';
import { createByteReader } from './byteReader.ts';
import { readManifest, type Manifest, type ManifestEntry } from './manifest.ts';
import { entryNames, signatureSize, type PackageProgress } from './parts.ts';
import { countedSource } from './source.ts';
import { createZipReader } from './zipReader.ts';

/** A batch out of a package: its bytes are those that the manifest names, which says nothing yet about what they say. */
export interface IncomingBatch {
  /** From 1, its place in the package. */
  n: number;
  /** The `.ndjson` file. */
  bytes: Buffer;
  /** 64 bytes; to be checked with the key of the agency that the batch's header names. */
  signature: Buffer;
  sha256: string;
  crc: number;
  /** The same file as raw deflate, to be kept as it came. */
  packed: Buffer;
}

/** Gets what is in a package, in its order, each part checked before it is given; reading waits for what it returns. */
export interface PackageVisitor {
  /** After its signature was found right; `sha256` of its raw bytes is what a receipt names. */
  manifest?(manifest: Manifest, sha256: string): void | Promise<void>;
  batch?(batch: IncomingBatch): void | Promise<void>;
  /**
   * A kept file. Its hash is known to be right only when `chunks` has come to its end, which throws otherwise; what is
   * not taken is read past and checked all the same.
   */
  attachment?(attachment: { sha256: string; size: number; chunks: AsyncIterable<Buffer> }): void | Promise<void>;
}

export interface PackageReading {
  open(): Readable;
  /** Bytes of the file, where they are known. */
  size: number | null;
  /** `AGE-SECRET-KEY-1…`: the present key and the earlier ones. */
  identities: readonly string[];
  /** Whom the manifest must name: our agency and one of our cards. */
  receiver: { agencyId: string; fingerprints: readonly string[] };
  /**
   * Whether the signature over the manifest's raw bytes is by the card that the manifest names. Refuses an unknown,
   * revoked or replaced card with an AppError of its own.
   */
  verify(manifest: Manifest, bytes: Buffer, signature: Buffer): boolean | Promise<boolean>;
  visitor: PackageVisitor;
  signal?: AbortSignal;
  /** Bytes of the encrypted file. */
  progress?: PackageProgress;
}

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

type Zip = ReturnType<typeof createZipReader>;

const hashWrong = (entry: string) => new AppError('packageHashWrong', { entry });

type Check = (manifest: Manifest, bytes: Buffer, signature: Buffer) => boolean | Promise<boolean>;

/** Throws `packageSignatureWrong`, and what `verify` throws. */
async function openManifest(zip: Zip, verify: Check): Promise<{ manifest: Manifest; sha256: string }> {
  const most = limits.manifest;
  const header = await zip.next({ name: entryNames.manifest, method: 8, size: null, most });
  const { bytes } = await zip.content(header);
  const { signature: name } = entryNames;
  const signed = await zip.next({ name, method: 0, size: signatureSize, most: signatureSize });
  const { bytes: signature } = await zip.content(signed);
  const manifest = readManifest(bytes);
  if (!(await verify(manifest, bytes, signature)))
    throw new AppError('packageSignatureWrong', { name: manifest.from.name });
  return { manifest, sha256: sha256Of(bytes) };
}

async function readAttachment(zip: Zip, entry: ManifestEntry, visitor: PackageVisitor): Promise<void> {
  const header = await zip.next({ name: entry.name, method: 0, size: entry.size, most: limits.attachment });
  const hash = createHash('sha256');
  async function* checked(): AsyncGenerator<Buffer> {
    for await (const piece of zip.pieces(header)) {
      hash.update(piece);
      yield piece;
    }
    if (hash.digest('hex') !== entry.sha256) throw hashWrong(entry.name);
  }
  const source = checked();
  // The visitor may leave its loop early; what it leaves has to be read all the same, so its leaving must not end it.
  const chunks: AsyncIterable<Buffer> = { [Symbol.asyncIterator]: () => ({ next: () => source.next() }) };
  await visitor.attachment?.({ sha256: entry.sha256, size: entry.size, chunks });
  while ((await source.next()).done !== true);
}

async function readEntries(zip: Zip, entries: readonly ManifestEntry[], visitor: PackageVisitor): Promise<void> {
  let batch: Omit<IncomingBatch, 'signature'> | null = null;
  let n = 0;
  for (const entry of entries) {
    if (entry.name === entryNames.attachment(entry.sha256)) {
      await readAttachment(zip, entry, visitor);
      continue;
    }
    const isBatch = batch === null;
    const header = await zip.next({ name: entry.name, method: isBatch ? 8 : 0, size: entry.size, most: limits.batch });
    const { bytes, packed } = await zip.content(header);
    if (sha256Of(bytes) !== entry.sha256) throw hashWrong(entry.name);
    if (batch === null) {
      n += 1;
      batch = { n, bytes, packed, sha256: entry.sha256, crc: header.crc };
    } else {
      await visitor.batch?.({ ...batch, signature: bytes });
      batch = null;
    }
  }
}

/** Opens a file down to its zip, and lets go of it however the work ends. */
async function withZip<T>(
  options: Pick<PackageReading, 'open' | 'size' | 'identities' | 'signal' | 'progress'>,
  work: (zip: Zip, file: { result(): { bytes: number; fileSha256: string } }) => Promise<T>,
): Promise<T> {
  const file = countedSource({ ...options, most: limits.package, tooLarge: 'packageTooLarge' });
  const plain = decryptFromAge(options.identities, createByteReader(file.pieces));
  try {
    return await work(createZipReader(createByteReader(plain)), file);
  } finally {
    await plain.return(undefined);
    await file.pieces.return(undefined);
  }
}

/**
 * Reads a package from its first byte to its last and gives the visitor what is in it; never more than one batch is in
 * memory, and nothing is written. In this order: size, encryption, whom it is for, who signed it, then each entry with
 * its size and hash, at last the directory and that nothing follows. What the visitor has been given counts only when
 * this returns: until then the end of the file may still prove wrong.
 * @returns `fileSha256` of the encrypted file, by which a second reading knows that it reads the same
 * @throws AppError `packageTooLarge`, `packageNotReadable`, `notAPackage`, `packageForeignEncryption`,
 *   `packageNotForUs`, `packageDamaged`, `packageCutShort`, `packageMalformed`, `packageNewer`, `packageManifestWrong`,
 *   `packageEntryWrong`, `packageEntryTooLarge`, `packageOwn`, `packageOtherReceiver`, `packageSignatureWrong`,
 *   `packageHashWrong`, `cancelled`
 */
export async function readPackage(
  options: PackageReading,
): Promise<{ manifest: Manifest; manifestSha256: string; bytes: number; fileSha256: string }> {
  const { receiver, visitor } = options;
  return withZip(options, async (zip, file) => {
    const { manifest, sha256 } = await openManifest(zip, (read, bytes, signature) => {
      const { from, to } = read;
      if (to.agencyId !== receiver.agencyId || !receiver.fingerprints.includes(to.fingerprint))
        throw new AppError(from.agencyId === receiver.agencyId ? 'packageOwn' : 'packageOtherReceiver');
      return options.verify(read, bytes, signature);
    });
    await visitor.manifest?.(manifest, sha256);
    await readEntries(zip, manifest.entries, visitor);
    await zip.end();
    return { manifest, manifestSha256: sha256, ...file.result() };
  });
}

/**
 * Reads only what a package begins with: its manifest, whose signature was found right. Whom it is for is the caller's to ask.
 * @throws AppError as `readPackage`
 */
export const readPackageManifest = (
  options: Pick<PackageReading, 'open' | 'size' | 'identities' | 'verify'>,
): Promise<{ manifest: Manifest; manifestSha256: string }> =>
  withZip(options, async (zip) => {
    const { manifest, sha256 } = await openManifest(zip, (...read) => options.verify(...read));
    return { manifest, manifestSha256: sha256 };
  });
