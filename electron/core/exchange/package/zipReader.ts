import { crc32, inflateRawSync } from 'node:zlib';
import { AppError } from '../../../../shared/errors.ts';
import type { ByteReader } from './byteReader.ts';
import { createDirectory, localHeader, localHeaderSize, signatures, type ZipEntry } from './zipProfile.ts';

/** Not the one form that we write: made by something else, or changed. `what` is for the one who is asked about it. */
const malformed = (what: string) => new AppError('packageMalformed', { what });

/** Deflate makes what cannot be packed this much larger at the most. */
const mostPacked = (size: number): number => size + Math.floor(size / 256) + 64;

const longestName = 200;

/** Inflates to exactly as many bytes as were declared, and no byte further whatever the content would give. */
function inflate(packed: Buffer, entry: ZipEntry): Buffer {
  let bytes: Buffer;
  let taken: number;
  try {
    const result = inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.size), info: true }) as unknown as {
      buffer: Buffer;
      engine: { bytesWritten: number };
    };
    bytes = result.buffer;
    taken = result.engine.bytesWritten;
  } catch {
    throw malformed('deflate');
  }
  if (bytes.length !== entry.size || taken !== packed.length) throw malformed('size');
  return bytes;
}

/** Reads a zip of our profile from its first byte to its last, entry by entry; all that is not just so is refused. */
export function createZipReader(source: ByteReader) {
  const directory = createDirectory();

  const exactly = async (count: number): Promise<Buffer> => {
    const bytes = await source.read(count);
    if (bytes.length < count) throw malformed('end');
    return bytes;
  };

  return {
    /**
     * The header of the entry that comes next.
     * @throws AppError `packageMalformed`, `packageEntryWrong` where another entry comes than the expected one
     */
    async next(expected: { name: string; method: 0 | 8; size: number | null; most: number }): Promise<ZipEntry> {
      const fixed = await exactly(localHeaderSize);
      if (fixed.readUInt32LE(0) !== signatures.local) throw malformed('header');
      const nameLength = fixed.readUInt16LE(26);
      if (nameLength > longestName) throw malformed('name');
      const name = await exactly(nameLength);
      if (name.toString('latin1') !== expected.name) throw new AppError('packageEntryWrong', { entry: expected.name });
      const entry: ZipEntry = {
        name: expected.name,
        method: expected.method,
        crc: fixed.readUInt32LE(14),
        packed: fixed.readUInt32LE(18),
        size: fixed.readUInt32LE(22),
      };
      if (!localHeader(entry).equals(Buffer.concat([fixed, name]))) throw malformed('header');
      if (entry.size > expected.most) {
        const most = Math.floor(expected.most / (1024 * 1024));
        throw new AppError('packageEntryTooLarge', { entry: entry.name, most });
      }
      const isPossible = entry.method === 0 ? entry.packed === entry.size : entry.packed <= mostPacked(entry.size);
      if (!isPossible || (expected.size !== null && entry.size !== expected.size))
        throw new AppError('packageEntryWrong', { entry: entry.name });
      directory.add(entry);
      return entry;
    },

    /** The content of a small entry, whole; `packed` as it lies in the zip. */
    async content(entry: ZipEntry): Promise<{ bytes: Buffer; packed: Buffer }> {
      const packed = await exactly(entry.packed);
      const bytes = entry.method === 0 ? packed : inflate(packed, entry);
      if (crc32(bytes) !== entry.crc) throw malformed('crc');
      return { bytes, packed };
    },

    /** The content of an entry that is not deflated, in pieces; throws after the last where the sum is wrong. */
    async *pieces(entry: ZipEntry): AsyncGenerator<Buffer> {
      let crc = 0;
      let size = 0;
      for await (const piece of source.pieces(entry.packed)) {
        crc = crc32(piece, crc);
        size += piece.length;
        yield piece;
      }
      if (size < entry.size) throw malformed('end');
      if (crc !== entry.crc) throw malformed('crc');
    },

    /** After the last entry: the directory repeats what was read, and nothing stands behind it. */
    async end(): Promise<void> {
      for (const piece of directory.end())
        if (!(await exactly(piece.length)).equals(piece)) throw malformed('directory');
      if (!(await source.ended())) throw malformed('trailing');
    },
  };
}
