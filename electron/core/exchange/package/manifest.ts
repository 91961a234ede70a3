import * as z from 'zod';
import { AppError } from '../../../../shared/errors.ts';
import { id, instant } from '../../../../shared/contract/base.ts';
import { limits } from '../limits.ts';
import { entryNames, signatureSize } from './parts.ts';
import { readStrictJson } from './strictJson.ts';

const count = z.number().int().min(0);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const fingerprint = z.string().regex(/^\d{5}( \d{5}){5}$/);
const name = z.string().max(500);
const key = z.string().min(1).max(64);

/** device → scope → the last number of the stream that is there (rule 16). */
export const haveShape = z.record(key, z.record(key, count));

const entry = z.strictObject({ name: z.string().max(200), size: count, sha256 });
export type ManifestEntry = z.infer<typeof entry>;

/** `manifest.json` of a package, format 1 (rule 14). Its raw bytes are what `manifest.sig` signs. */
export const manifestShape = z.strictObject({
  viche: z.literal('package/1'),
  /** Version of the database's shape that the sender has. */
  schema: count.max(1_000_000),
  from: z.strictObject({ agencyId: id, name, fingerprint, incarnation: key }),
  to: z.strictObject({ agencyId: id, fingerprint }),
  /** Counted by the sender, for each receiver. */
  number: count,
  madeAt: instant,
  full: z.boolean(),
  /** When the receiver acknowledged what this package begins after. */
  since: instant.nullable(),
  scopes: z.array(z.strictObject({ id, name })).max(10_000),
  /** Runs of streams that the batches hold: changes `base` + 1 to `to`. */
  streams: z.array(z.strictObject({ device: key, scope: id, base: count, to: count })).max(limits.entries),
  /** What the sender has of every stream: acknowledges what came before (rule 16). */
  have: haveShape,
  /** Attachments that the sender knows of but lacks. */
  wants: z.array(sha256).max(100_000),
  cards: z.array(z.string().max(20_000)).max(1_000),
  /** All files of the package in their order, but `manifest.json` and `manifest.sig`. */
  entries: z.array(entry).max(limits.entries),
});
export type Manifest = z.infer<typeof manifestShape>;

/** What the one who sends says; the entries come of what is packed. */
export type ManifestParts = Omit<Manifest, 'viche' | 'entries'>;

const tooLarge = (entryName: string, most: number) =>
  new AppError('packageEntryTooLarge', { entry: entryName, most: Math.floor(most / (1024 * 1024)) });

/**
 * Checks the list of files: batches from 1 on, each followed by its signature, then attachments in the order of their
 * hashes, none twice; nothing else, nothing larger than it may be.
 * @throws AppError `packageEntryWrong`, `packageEntryTooLarge`
 */
export function checkEntries(entries: readonly ManifestEntry[]): void {
  const wrong = (at: ManifestEntry) => new AppError('packageEntryWrong', { entry: at.name });
  let batches = 0;
  let isSigned = true;
  let lastHash = '';
  for (const at of entries) {
    if (at.name === entryNames.attachment(at.sha256)) {
      if (!isSigned || at.sha256 <= lastHash) throw wrong(at);
      if (at.size > limits.attachment) throw tooLarge(at.name, limits.attachment);
      lastHash = at.sha256;
    } else if (lastHash !== '') throw wrong(at);
    else if (isSigned) {
      batches += 1;
      if (at.name !== entryNames.batch(batches)) throw wrong(at);
      if (at.size > limits.batch) throw tooLarge(at.name, limits.batch);
      isSigned = false;
    } else {
      if (at.name !== entryNames.batchSignature(batches) || at.size !== signatureSize) throw wrong(at);
      isSigned = true;
    }
  }
  const last = entries.at(-1);
  if (!isSigned && last !== undefined) throw wrong(last);
}

/** The number behind `name/`, of a format that this program may be too old for. */
const versionOf = (value: unknown, kind: string): number | null => {
  if (typeof value !== 'object' || value === null || !('viche' in value) || typeof value.viche !== 'string')
    return null;
  const found = new RegExp(`^${kind}/(\\d{1,6})$`).exec(value.viche);
  return found === null ? null : Number(found[1]);
};

/**
 * JSON of one of our formats from outside.
 * @throws AppError `newer` where it comes from a later version of the format, `wrong` (with `what`) where it is not as the
 *   format says
 */
export function readFormat<Shape extends z.ZodType>(
  shape: Shape,
  bytes: Uint8Array,
  kind: string,
  codes: { newer: string; wrong: string },
): z.infer<Shape> {
  let value: unknown;
  try {
    value = readStrictJson(bytes);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    throw new AppError(codes.wrong, { what: String(error.params['what']) });
  }
  const version = versionOf(value, kind);
  if (version !== null && version > 1) throw new AppError(codes.newer, { version });
  const read = shape.safeParse(value);
  if (read.success) return read.data;
  const path = read.error.issues[0]?.path.map(String).join('.') ?? '';
  throw new AppError(codes.wrong, { what: path.slice(0, 80) });
}

/**
 * The manifest in these raw bytes; it says nothing yet about who wrote it.
 * @throws AppError `packageNewer`, `packageManifestWrong`, `packageEntryWrong`, `packageEntryTooLarge`
 */
export function readManifest(bytes: Uint8Array): Manifest {
  const manifest = readFormat(manifestShape, bytes, 'package', {
    newer: 'packageNewer',
    wrong: 'packageManifestWrong',
  });
  checkEntries(manifest.entries);
  return manifest;
}
