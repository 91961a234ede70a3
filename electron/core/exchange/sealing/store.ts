import type { ExchangeHave } from '../../../../shared/contract/exchangeViews.ts';
import { AppError } from '../../../../shared/errors.ts';
import { asList, readAll, readOne, statement, type Reader } from '../../statements.ts';
import { readHeader, unpackBatch, type PackedBatch } from './batch.ts';

/** Names one change: the key of the ledger's table `change`. */
export interface ChangeKey {
  entity: string;
  row: string;
  field: string;
  hlc: string;
}

/** Changes that have to go into our stream of a scope when it is sealed. */
export function enqueue({ sqlite }: Reader, scope: string, changes: Iterable<ChangeKey>) {
  const put = statement(
    sqlite,
    'INSERT OR IGNORE INTO seal_queue (scope, entity, row, field, hlc) VALUES (?, ?, ?, ?, ?)',
  );
  for (const { entity, row, field, hlc } of changes) put.run(scope, entity, row, field, hlc);
}

export const batchStates = ['own', 'merged', 'held'] as const;

/** Where a kept batch lies, without its content. */
export interface BatchRef {
  /** `batch.n`, the order of keeping. */
  n: number;
  device: string;
  scope: string;
  base: number;
  upto: number;
  origin: string;
  signer: string;
  state: (typeof batchStates)[number];
  changes: number;
  sha256: string;
  crc: number;
  size: number;
  /** Bytes of the deflated content. */
  packed: number;
}

const refColumns =
  'n, device, scope, base, upto, origin, signer, state, changes, sha256, crc, size, length(content) AS packed';

/** What a kept batch is made of: raw deflate and signature, to be copied into packages as they are. */
export function batchBytes(reader: Reader, n: number): Pick<PackedBatch, 'content' | 'signature' | 'size'> {
  const found = readOne<Pick<PackedBatch, 'content' | 'signature' | 'size'>>(
    reader,
    'SELECT content, signature, size FROM batch WHERE n = ?',
    n,
  );
  if (!found) throw new AppError('notFound', { what: 'batch' });
  return found;
}

/**
 * Keeps a batch as it came (rule 13); the same one a second time changes nothing but takes one that was held out of
 * that state, with the signature that came now: nobody could look at that of the held one. Inside the caller's transaction. Returns its number.
 */
export function keepBatch(
  { sqlite }: Reader,
  batch: PackedBatch & {
    device: string;
    scope: string;
    origin: string;
    signer: string;
    state: BatchRef['state'];
    reason?: string;
    /** The agency whose package brought it; '' for our own. */
    through?: string;
    receivedAt?: string | null;
  },
): number {
  const kept = statement(
    sqlite,
    `INSERT INTO batch (device, scope, base, upto, origin, signer, state, reason, through, receivedAt, changes, content, signature, sha256, crc, size)
       VALUES (@device, @scope, @base, @upto, @origin, @signer, @state, @reason, @through, @receivedAt, @changes, @content, @signature, @sha256, @crc, @size)
       ON CONFLICT DO UPDATE SET reason = CASE WHEN state = 'held' THEN excluded.reason ELSE reason END,
         signature = CASE WHEN state = 'held' THEN excluded.signature ELSE signature END,
         state = CASE WHEN state = 'held' THEN excluded.state ELSE state END
       RETURNING n`,
  ).get({ reason: '', through: '', receivedAt: null, ...batch }) as { n: number };
  return kept.n;
}

/** The last number of a stream that is durably here; 0 where nothing is. */
export const streamEnd = (reader: Reader, device: string, scope: string): number =>
  readOne<{ upto: number }>(reader, 'SELECT upto FROM stream WHERE device = ? AND scope = ?', device, scope)?.upto ?? 0;

/** Says that a stream is durably here up to a number; never goes back. */
export function setStreamEnd(
  { sqlite }: Reader,
  stream: { device: string; scope: string; origin: string; upto: number },
) {
  statement(
    sqlite,
    `INSERT INTO stream (device, scope, origin, upto) VALUES (@device, @scope, @origin, @upto)
       ON CONFLICT DO UPDATE SET upto = max(upto, excluded.upto)`,
  ).run(stream);
}

/** How far each stream is durably here, to be told to partners (rule 16); only of these scopes where they are given. */
export function haveOf(reader: Reader, scopes?: readonly string[]): ExchangeHave {
  const rows = readAll<{ device: string; scope: string; upto: number }>(
    reader,
    `SELECT device, scope, upto FROM stream WHERE ? IS NULL OR scope IN (SELECT value FROM json_each(?)) ORDER BY device, scope`,
    scopes ? '' : null,
    asList(scopes ?? []),
  );
  const have: ExchangeHave = {};
  for (const { device, scope, upto } of rows) (have[device] ??= {})[scope] = upto;
  return have;
}

/**
 * The batches of these scopes that somebody with this `have` lacks, in the order of their streams: our own and those we
 * pass on; held ones are not passed on. Always up to the end of what is sealed, so that no change set is cut.
 */
export function dueBatches(reader: Reader, scopes: readonly string[], have: ExchangeHave): BatchRef[] {
  return readAll<BatchRef>(
    reader,
    `SELECT ${refColumns} FROM batch
     WHERE scope IN (SELECT value FROM json_each(?)) AND state <> 'held' ORDER BY scope, device, base, n`,
    asList(scopes),
  ).filter(({ device, scope, upto }) => upto > (Object.hasOwn(have, device) ? (have[device]?.[scope] ?? 0) : 0));
}

/**
 * Holds a batch's lines against the kept batches of the same stream that cover the same numbers (rule 11); whoever signed
 * them. Held ones prove nothing: anybody may have made them.
 * @param lineHashes those of its header, for `base` + 1 to `upto`
 * @returns the first number that has another content here: a fork; null where all that is known is the same
 */
export function forkWithKept(
  reader: Reader,
  device: string,
  scope: string,
  base: number,
  upto: number,
  lineHashes: readonly string[],
): number | null {
  const kept = readAll<{ n: number }>(
    reader,
    "SELECT n FROM batch WHERE device = ? AND scope = ? AND upto > ? AND base < ? AND state <> 'held' ORDER BY base",
    device,
    scope,
    base,
    upto,
  );
  let forkAt: number | null = null;
  for (const { n } of kept) {
    const header = readHeader(unpackBatch(batchBytes(reader, n)));
    for (let seq = Math.max(base, header.base) + 1; seq <= Math.min(upto, header.to); seq += 1)
      if (header.lines[seq - header.base - 1] !== lineHashes[seq - base - 1]) forkAt = Math.min(forkAt ?? seq, seq);
  }
  return forkAt;
}
