import { isUtf8 } from 'node:buffer';
import { createHash, hash } from 'node:crypto';
import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import { AppError } from '../../../../shared/errors.ts';
import type { TravellingChange } from '../../ledger/travelling.ts';
import { limits } from '../limits.ts';
import { isHeader, isLine, type BatchHeader, type BatchLine } from './batchForm.ts';

/** A batch as it lies in the workspace and in packages: `content` is the raw deflate of a file of `size` bytes. */
export interface PackedBatch {
  content: Buffer;
  /** 64 bytes, Ed25519 over the header line without its newline. */
  signature: Buffer;
  /** Of the unpacked file, hex. */
  sha256: string;
  /** CRC-32 of the unpacked file. */
  crc: number;
  size: number;
  changes: number;
  base: number;
  upto: number;
}

const pack = (file: Buffer): Pick<PackedBatch, 'content' | 'sha256' | 'crc' | 'size'> => ({
  content: deflateRawSync(file),
  sha256: createHash('sha256').update(file).digest('hex'),
  crc: crc32(file),
  size: file.length,
});

const sextets = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** The last of 22 letters stands for two bits of the 128 and four that are nothing. */
const lastSextet = new Map([...sextets].map((letter, at) => [letter, sextets.charAt(at & 0b110000)]));

/** A line's place in the header: 128 bits of its SHA-256. */
export function lineHash(line: string | Buffer): string {
  const whole = hash('sha256', line, 'base64url');
  return `${whole.slice(0, 21)}${lastSextet.get(whole.charAt(21))}`;
}

/** A change as a batch's line, with its number in the stream; without a newline. */
export const lineOf = (change: TravellingChange, seq: number): string =>
  JSON.stringify({
    seq,
    hlc: change.hlc,
    changeSet: change.changeSet,
    author: change.author,
    label: change.label,
    entity: change.entity,
    row: change.row,
    field: change.field,
    value: change.value,
    prev: change.prev,
    merges: change.merges,
  } satisfies BatchLine);

/**
 * A run of our own stream, signed (rule 13).
 * @param input.base number of the last change before these; the lines get `base` + 1 and so on
 * @param input.changes at most `limits.batchLines`
 */
export function encodeBatch(input: {
  origin: string;
  signer: string;
  device: string;
  scope: string;
  base: number;
  changes: readonly TravellingChange[];
  sign: (bytes: Buffer) => Buffer;
}): PackedBatch {
  const { base, changes } = input;
  return packLines({ ...input, lines: changes.map((change, at) => lineOf(change, base + at + 1)) });
}

/** As `encodeBatch`, of lines that were made with `lineOf` already. */
export function packLines(input: {
  origin: string;
  signer: string;
  device: string;
  scope: string;
  base: number;
  lines: readonly string[];
  sign: (bytes: Buffer) => Buffer;
}): PackedBatch {
  const { base, lines } = input;
  const upto = base + lines.length;
  const header = JSON.stringify({
    viche: 'batch/1',
    origin: input.origin,
    signer: input.signer,
    device: input.device,
    scope: input.scope,
    base,
    to: upto,
    lines: lines.map((line) => lineHash(line)),
  } satisfies BatchHeader);
  const signature = input.sign(Buffer.from(header));
  return { ...pack(Buffer.from(`${header}\n${lines.join('\n')}\n`)), signature, changes: lines.length, base, upto };
}

/** The unpacked file of a kept batch. Throws `batchDamaged` where it is not what its size says. */
export function unpackBatch(batch: Pick<PackedBatch, 'content' | 'size'>): Buffer {
  try {
    const file = inflateRawSync(batch.content, { maxOutputLength: Math.min(batch.size, limits.batch) || 1 });
    if (file.length === batch.size) return file;
  } catch {
    // Longer than its size, or no deflate at all: the same to whoever reads.
  }
  throw new AppError('batchDamaged');
}

const damaged = (): never => {
  throw new AppError('batchDamaged');
};

const parsed = (bytes: Buffer): unknown => {
  // What is no UTF-8 would be read as something else.
  if (!isUtf8(bytes)) return damaged();
  try {
    return JSON.parse(bytes.toString('utf8')) as unknown;
  } catch {
    return damaged();
  }
};

const newline = 0x0a;

function headerLine(file: Buffer): Buffer {
  if (file.length > limits.batch) throw new AppError('batchTooLarge');
  const end = file.indexOf(newline);
  return end < 0 ? damaged() : file.subarray(0, end);
}

/**
 * What an unpacked batch says of itself; nothing is verified but its form. Throws `batchDamaged`, `batchTooLarge`,
 * `batchNewer` where its form is one of a later version.
 */
export function readHeader(file: Buffer): BatchHeader {
  const value = parsed(headerLine(file));
  if (isHeader(value) && value.to - value.base === value.lines.length && value.to > value.base) return value;
  if (typeof value === 'object' && value !== null && 'viche' in value && /^batch\/[2-9]\d*$/.test(String(value.viche)))
    throw new AppError('batchNewer');
  return damaged();
}

export interface ReadBatch {
  header: BatchHeader;
  /** All lines but the blanked ones, in the order of the stream. */
  lines: BatchLine[];
  /** Numbers of lines that somebody blanked (rule 22): only where an erasure record covers each may the batch be taken. */
  erased: number[];
}

/** What stands in the place of an erased line; anybody may put it there, the header still holds the hash of what it was. */
const blank = (seq: number): string => `{"seq":${seq},"erased":true}`;

/**
 * Reads an unpacked batch and holds it against its signature.
 * @param verify whether these bytes bear this signature of the header's signer
 * @param header what `readHeader` gave, where it was asked before
 * @throws AppError `batchDamaged`, `batchTooLarge`, `batchNewer`, `batchSignatureWrong`, `batchAltered` (a line is not the
 * one that was signed)
 */
export function readBatch(
  file: Buffer,
  signature: Buffer,
  verify: (header: BatchHeader, bytes: Buffer, signature: Buffer) => boolean,
  header: BatchHeader = readHeader(file),
): ReadBatch {
  const first = headerLine(file);
  if (signature.length !== 64 || !verify(header, first, signature)) throw new AppError('batchSignatureWrong');
  const lines: BatchLine[] = [];
  const erased: number[] = [];
  let at = first.length + 1;
  for (const [place, expected] of header.lines.entries()) {
    const end = file.indexOf(newline, at);
    if (end < 0) return damaged();
    if (end - at > limits.line) throw new AppError('batchTooLarge');
    const bytes = file.subarray(at, end);
    const seq = header.base + place + 1;
    at = end + 1;
    if (lineHash(bytes) !== expected) {
      if (bytes.toString('latin1') !== blank(seq)) throw new AppError('batchAltered', { line: place + 1 });
      erased.push(seq);
      continue;
    }
    const line = parsed(bytes);
    if (!isLine(line) || line.seq !== seq) return damaged();
    lines.push(line);
  }
  return at === file.length ? { header, lines, erased } : damaged();
}

/**
 * The batch without what stood in these lines (rule 22). Its header and signature stay as they are, and every other
 * line still stands for its hash.
 * @param seqs numbers in the stream; those out of the batch are passed over
 */
export function blankLines(
  batch: Pick<PackedBatch, 'content' | 'size'>,
  seqs: ReadonlySet<number>,
): Pick<PackedBatch, 'content' | 'sha256' | 'crc' | 'size'> {
  const file = unpackBatch(batch);
  const { base } = readHeader(file);
  const [header = '', ...lines] = file.toString('utf8').split('\n');
  const kept = lines.map((line, at) => (line !== '' && seqs.has(base + at + 1) ? blank(base + at + 1) : line));
  return pack(Buffer.from([header, ...kept].join('\n')));
}

/** The lines of a batch, erased ones left out. Only for kept batches: nothing is verified. */
export const linesOf = (file: Buffer): BatchLine[] =>
  file
    .toString('utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => JSON.parse(line) as BatchLine & { erased?: true })
    .filter(({ erased }) => erased !== true);
