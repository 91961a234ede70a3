/**
 * The zip that a package holds, in one single form, so that every byte of it is either in the manifest or follows from it:
 * sizes and check sums stand before the content, no extra fields, no comments, no times, no data after the content, and
 * the directory at the end repeats what stood before. What any unzip program can open, but nothing that two of them could
 * understand differently. No library writes and strictly reads this by streaming (fflate, the project's own for workbooks,
 * checks neither sums nor directory), hence these few lines. Field names and sizes: PKWARE APPNOTE 6.3.10, 4.3.7–4.3.16.
 */
export interface ZipEntry {
  name: string;
  /** 0 as it is, 8 deflated. */
  method: 0 | 8;
  /** CRC-32 of the unpacked bytes. */
  crc: number;
  /** Bytes in the zip. */
  packed: number;
  /** Bytes unpacked. */
  size: number;
}

const version = 20;
/** 1980-01-01, 00:00: the earliest that a zip can say. */
const day = 0x0021;

export const localHeaderSize = 30;
export const signatures = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50 } as const;

/** What local and central header have in common, from "version needed" on: 26 bytes. */
function writeCommon(into: Buffer, at: number, entry: ZipEntry): void {
  into.writeUInt16LE(version, at);
  into.writeUInt16LE(0, at + 2);
  into.writeUInt16LE(entry.method, at + 4);
  into.writeUInt16LE(0, at + 6);
  into.writeUInt16LE(day, at + 8);
  into.writeUInt32LE(entry.crc, at + 10);
  into.writeUInt32LE(entry.packed, at + 14);
  into.writeUInt32LE(entry.size, at + 18);
  into.writeUInt16LE(entry.name.length, at + 22);
  into.writeUInt16LE(0, at + 24);
}

/** What stands before the content of an entry, its name included. Names are ASCII. */
export function localHeader(entry: ZipEntry): Buffer {
  const bytes = Buffer.alloc(localHeaderSize + entry.name.length);
  bytes.writeUInt32LE(signatures.local, 0);
  writeCommon(bytes, 4, entry);
  bytes.write(entry.name, localHeaderSize, 'latin1');
  return bytes;
}

/** An entry of the directory at the end; `offset` is where its local header begins. */
export function centralHeader(entry: ZipEntry, offset: number): Buffer {
  const bytes = Buffer.alloc(46 + entry.name.length);
  bytes.writeUInt32LE(signatures.central, 0);
  bytes.writeUInt16LE(version, 4);
  writeCommon(bytes, 6, entry);
  bytes.writeUInt32LE(offset, 42);
  bytes.write(entry.name, 46, 'latin1');
  return bytes;
}

/** The end of the directory: the last 22 bytes of the zip. */
export function endOfDirectory(entries: number, size: number, offset: number): Buffer {
  const bytes = Buffer.alloc(22);
  bytes.writeUInt32LE(signatures.end, 0);
  bytes.writeUInt16LE(entries, 8);
  bytes.writeUInt16LE(entries, 10);
  bytes.writeUInt32LE(size, 12);
  bytes.writeUInt32LE(offset, 16);
  return bytes;
}

/** Bytes of a zip of these entries, directory included. */
export const zipSize = (entries: readonly ZipEntry[]): number =>
  entries.reduce((sum, { name, packed }) => sum + packed + 2 * name.length + localHeaderSize + 46, 22);

/** The directory of a zip whose entries come one by one, in writing as in reading. */
export function createDirectory() {
  const places: { entry: ZipEntry; offset: number }[] = [];
  let offset = 0;
  return {
    /** Notes an entry that begins here. */
    add(entry: ZipEntry): void {
      places.push({ entry, offset });
      offset += localHeaderSize + entry.name.length + entry.packed;
    },
    /** Everything after the last content, piece by piece. */
    *end(): Generator<Buffer> {
      let size = 0;
      for (const place of places) {
        const header = centralHeader(place.entry, place.offset);
        size += header.length;
        yield header;
      }
      yield endOfDirectory(places.length, size, offset);
    },
  };
}
