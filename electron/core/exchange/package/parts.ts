/** A batch as it is kept: what a package needs of it without unpacking it. */
export interface OutgoingBatch {
  /** Bytes of the `.ndjson` file, unpacked. */
  size: number;
  /** Of the unpacked bytes, 64 hexadecimal digits. */
  sha256: string;
  /** CRC-32 of the unpacked bytes (`zlib.crc32`). */
  crc: number;
  /** 64 bytes, Ed25519 over the header line. */
  signature: Uint8Array;
  /** Bytes of `content()`. */
  packedSize: number;
  /** Raw deflate of the file (`zlib.deflateRawSync`); asked for once, when its turn comes, so that one lies in memory at a time. */
  content(): Uint8Array | Promise<Uint8Array>;
}

/** A kept file's content, by its hash. */
export interface OutgoingAttachment {
  sha256: string;
  size: number;
  /** Its bytes in pieces of any size; read twice, the first time for its check sum. */
  chunks(): Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
}

/** How far a package is written or read; bytes. */
export type PackageProgress = (done: number, total: number) => void;

/** Names of the files in a package, as the manifest gives them and the zip holds them. */
export const entryNames = {
  manifest: 'manifest.json',
  signature: 'manifest.sig',
  /** From 1. */
  batch: (n: number): string => `batches/${String(n).padStart(6, '0')}.ndjson`,
  batchSignature: (n: number): string => `batches/${String(n).padStart(6, '0')}.sig`,
  attachment: (sha256: string): string => `attachments/${sha256}`,
};

/** Bytes of an Ed25519 signature. */
export const signatureSize = 64;
