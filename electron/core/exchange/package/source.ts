import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { AppError } from '../../../../shared/errors.ts';
import type { PackageProgress } from './parts.ts';

interface Source {
  open(): Readable;
  size: number | null;
  /** Bytes. */
  most: number;
  /** Code of the refusal of more. */
  tooLarge: string;
  signal?: AbortSignal;
  progress?: PackageProgress;
}

/** What a stick pulled out or a file half synchronised makes of reading. */
const inWords = (error: unknown): unknown =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && /^E[A-Z]+$/.test(error.code)
    ? new AppError('packageNotReadable')
    : error;

/** Throws `cancelled` where somebody has asked to stop. */
export function checkStop(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw new AppError('cancelled');
}

/** The bytes of a file from outside, counted, hashed, and refused beyond a size. */
export function countedSource(source: Source) {
  const { size, most, tooLarge, signal, progress } = source;
  const hash = createHash('sha256');
  let bytes = 0;
  const checkSize = (count: number): void => {
    if (count > most) throw new AppError(tooLarge, { most: Math.floor(most / 1_000_000) });
  };
  async function* pieces(): AsyncGenerator<Uint8Array> {
    checkStop(signal);
    checkSize(size ?? 0);
    try {
      for await (const part of source.open()) {
        const piece = part as Uint8Array;
        checkStop(signal);
        bytes += piece.length;
        checkSize(bytes);
        hash.update(piece);
        yield piece;
        progress?.(bytes, Math.max(size ?? 0, bytes));
      }
    } catch (error) {
      throw inWords(error);
    }
  }
  return { pieces: pieces(), result: () => ({ bytes, fileSha256: hash.digest('hex') }) };
}
