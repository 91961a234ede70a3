import { createHash } from 'node:crypto';
import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import * as z from 'zod';
import { AppError } from '../../../../shared/errors.ts';
import { idPattern } from '../../../../shared/ids.ts';
import { devicePattern, hlcPattern } from '../../../../shared/rules/clock.ts';
import type { TravellingChange } from '../../ledger/receive.ts';
import { limits } from '../limits.ts';

const hlc = z.string().regex(hlcPattern);
const number = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);

const batchHeader = z.strictObject({
  viche: z.literal('batch/1'),
  /** The agency whose stream it is. */
  origin: z.string().regex(idPattern),
  /** Fingerprint of the card whose key signed it. */
  signer: z.string().regex(/^\d{5}( \d{5}){5}$/),
  device: z.string().regex(devicePattern),
  /** A working group's id. */
  scope: z.string().regex(idPattern),
  /** The lines are numbers `base` + 1 to `to` of the stream. */
  base: number,
  to: number,
  lines: z.array(z.string().regex(/^[A-Za-z0-9_-]{22}$/)).max(limits.batchLines),
});
export type BatchHeader = z.infer<typeof batchHeader>;

const batchLine = z.strictObject({
  seq: number,
  hlc,
  changeSet: z.string().regex(idPattern),
  author: z.string().max(200),
  label: z.string().max(200),
  entity: z.string().max(64),
  row: z.string().regex(idPattern),
  field: z.string().max(64),
  value: z.string().max(4_000_000),
  prev: hlc.nullable(),
  merges: hlc.nullable(),
});
export type BatchLine = z.infer<typeof batchLine>;

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

/** A line's place in the header: 128 bits of its SHA-256. */
export const lineHash = (line: string | Buffer): string =>
  createHash('sha256').update(line).digest().subarray(0, 16).toString('base64url');

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
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)) as unknown;
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
  const read = batchHeader.safeParse(value);
  if (read.success && read.data.to - read.data.base === read.data.lines.length && read.data.to > read.data.base)
    return read.data;
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
 * @throws AppError `batchDamaged`, `batchTooLarge`, `batchNewer`, `batchSignatureWrong`, `batchAltered` (a line is not the
 * one that was signed)
 */
export function readBatch(
  file: Buffer,
  signature: Buffer,
  verify: (header: BatchHeader, bytes: Buffer, signature: Buffer) => boolean,
): ReadBatch {
  const header = readHeader(file);
  const first = headerLine(file);
  if (signature.length !== 64 || !verify(header, first, signature)) throw new AppError('batchSignatureWrong');
  const lines: BatchLine[] = [];
  const erased: number[] = [];
  let at = first.length + 1;
  for (const [place, hash] of header.lines.entries()) {
    const end = file.indexOf(newline, at);
    if (end < 0) return damaged();
    if (end - at > limits.line) throw new AppError('batchTooLarge');
    const bytes = file.subarray(at, end);
    const seq = header.base + place + 1;
    at = end + 1;
    if (lineHash(bytes) !== hash) {
      if (bytes.toString('latin1') !== blank(seq)) throw new AppError('batchAltered', { line: place + 1 });
      erased.push(seq);
      continue;
    }
    const read = batchLine.safeParse(parsed(bytes));
    if (!read.success || read.data.seq !== seq) return damaged();
    lines.push(read.data);
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

/** What the lines of a batch are about, erased ones left out. Only for kept batches: nothing is verified. */
export function linesOf(file: Buffer): { seq: number; entity: string; row: string; field: string }[] {
  return file
    .toString('utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => JSON.parse(line) as BatchLine & { erased?: true })
    .filter(({ erased }) => erased !== true)
    .map(({ seq, entity, row, field }) => ({ seq, entity, row, field }));
}
