import { readOne, statement, type Reader } from '../statements.ts';

/** Bytes of every piece of a content but its last. */
export const chunkSize = 1024 * 1024;

/** Bytes that are here of a content; a writing that was cut short has fewer than the file. */
export const bytesOf = (reader: Reader, sha256: string): number =>
  readOne<{ bytes: number | null }>(
    reader,
    'SELECT sum(length(bytes)) AS bytes FROM attachment_chunk WHERE sha256 = ?',
    sha256,
  )?.bytes ?? 0;

/** A content, chunk by chunk. */
export function* chunksOf(reader: Reader, sha256: string): Generator<Buffer> {
  for (let n = 0; ; n += 1) {
    const chunk = readOne<{ bytes: Buffer }>(
      reader,
      'SELECT bytes FROM attachment_chunk WHERE sha256 = ? AND n = ?',
      sha256,
      n,
    );
    if (!chunk) return;
    yield chunk.bytes;
  }
}

/**
 * Brings a content that comes in pieces of any size into the caller's transaction, in chunks of 1 MB; false where it is here
 * already. Whoever gives the pieces checks that they are what the hash says.
 */
export async function keepChunks(
  reader: Reader,
  sha256: string,
  size: number,
  pieces: AsyncIterable<Buffer>,
): Promise<boolean> {
  if (bytesOf(reader, sha256) === size) return false;
  const { sqlite } = reader;
  statement(sqlite, 'DELETE FROM attachment_chunk WHERE sha256 = ?').run(sha256);
  const put = statement(sqlite, 'INSERT INTO attachment_chunk (sha256, n, bytes) VALUES (?, ?, ?)');
  const chunk = Buffer.allocUnsafe(chunkSize);
  let held = 0;
  let n = 0;
  for await (const piece of pieces)
    for (let from = 0; from < piece.length;) {
      const copied = piece.copy(chunk, held, from);
      from += copied;
      held += copied;
      if (held < chunkSize) continue;
      put.run(sha256, n, chunk);
      n += 1;
      held = 0;
    }
  if (held > 0) put.run(sha256, n, chunk.subarray(0, held));
  return true;
}

/** Takes away those of these contents that no attachment names. */
export function dropUnnamed({ sqlite }: Reader, sha256s: readonly string[]) {
  const drop = statement(
    sqlite,
    'DELETE FROM attachment_chunk WHERE sha256 = ? AND NOT EXISTS (SELECT 1 FROM attachment a WHERE a.sha256 = attachment_chunk.sha256)',
  );
  for (const sha256 of sha256s) drop.run(sha256);
}
