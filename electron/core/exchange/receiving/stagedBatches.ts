import { readOne, statement, type Reader } from '../../statements.ts';
import { unpackBatch } from '../sealing/batch.ts';
import type { IncomingBatch } from './takeBatches.ts';

type PackedIncoming = Omit<IncomingBatch, 'file'>;

/** Takes away what was staged, after its merge. */
export const dropStaged = ({ sqlite }: Reader) => void statement(sqlite, 'DELETE FROM staged_batch').run();

/**
 * The batches of a package between its reading and its merge, in the encrypted file (rule 20): however many they are, one is
 * in memory at a time. All of it lies in the caller's transaction, so that a refusal leaves nothing behind.
 */
export function createStagedBatches(reader: Reader) {
  const { sqlite } = reader;
  dropStaged(reader);
  const put = statement(
    sqlite,
    'INSERT INTO staged_batch (n, sha256, crc, size, signature, content) VALUES (?, ?, ?, ?, ?, ?)',
  );
  let count = 0;
  const read = (n: number): IncomingBatch => {
    const found = readOne<PackedIncoming>(
      reader,
      'SELECT sha256, crc, size, signature, content FROM staged_batch WHERE n = ?',
      n,
    );
    if (!found) throw new Error(`no staged batch ${n}`);
    return { ...found, file: unpackBatch(found) };
  };
  const all: Iterable<IncomingBatch> = {
    *[Symbol.iterator]() {
      for (let n = 1; n <= count; n += 1) yield read(n);
    },
  };
  return {
    add({ sha256, crc, size, signature, content }: PackedIncoming) {
      count += 1;
      put.run(count, sha256, crc, size, signature, content);
    },
    all,
  };
}
