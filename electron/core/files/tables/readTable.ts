import type { Readable } from 'node:stream';
import { AppError } from '../../../../shared/errors.ts';
import type { IncomingFile } from '../tickets.ts';
import type { TableRow } from './tableRow.ts';
import { guessEncoding, readText, type Delimiter, type Encoding } from './text.ts';
import { readWorkbook } from './workbook.ts';

export interface Table {
  /** Empty for a text. */
  sheets: string[];
  sheet: string | null;
  /** Empty for a workbook. */
  encoding: string;
  delimiter: string;
  /** Rows with something in them. */
  rows: TableRow[];
}

const mostBytes = 20 * 1024 * 1024;
const mostRows = 50_000;

/**
 * The bytes of a chosen table. One that is too large is refused before it is opened where the door knows its size, else
 * as soon as it has given more than fits. Throws `fileTooLarge`, `fileEmpty`.
 */
export async function tableBytes(file: IncomingFile): Promise<Buffer> {
  const { name, size: told } = file;
  const tooLarge = () => new AppError('fileTooLarge', { name, most: mostBytes / 1024 / 1024 });
  if (told !== null && told > mostBytes) throw tooLarge();
  const stream: Readable = file.open();
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > mostBytes) {
      stream.destroy();
      throw tooLarge();
    }
    chunks.push(chunk);
  }
  if (size === 0) throw new AppError('fileEmpty', { name });
  return Buffer.concat(chunks);
}

// Characters that no name has and no screen shows: half a surrogate pair, controls other than blanks.
const unseen = /[\p{Cc}\p{Cs}\u200b\ufeff]/gu;

const clean = (row: TableRow): TableRow => ({
  ...row,
  cells: row.cells.map((cell) => cell.replaceAll(unseen, (char) => (/[\t\n\r]/.test(char) ? char : ''))),
});

/** Pictures, programs and other files that are no text hold control characters all through. */
function isNoText(bytes: Buffer): boolean {
  if (guessEncoding(bytes).startsWith('utf-16')) return false;
  const sample = bytes.subarray(0, 4096);
  let controls = 0;
  for (const byte of sample) if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d) controls += 1;
  return controls > 8 && controls > sample.length / 20;
}

/** How a table is to be read; `auto` and null leave it to the program. */
export interface ReadingOptions {
  sheet: string | null;
  encoding: Encoding | 'auto';
  delimiter: Delimiter | 'auto';
}

/**
 * Reads the bytes of a CSV or XLSX file. Throws `fileEmpty`, `oldWorkbook`, `fileUnreadable`, `fileTooLarge`,
 * `sheetNotFound`, `sheetTooLarge`, `quotesOpen`, `tooManyRows`.
 */
export async function readTable(bytes: Buffer, name: string, options: ReadingOptions): Promise<Table> {
  // An OLE file is an old .xls, or an .xlsx under a password; an .xlsx is a zip.
  if (bytes.length > 4 && bytes.readUInt32BE(0) === 0xd0cf11e0) throw new AppError('oldWorkbook', { name });
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (!isZip && options.encoding === 'auto' && isNoText(bytes)) throw new AppError('fileUnreadable', { name });
  const read = isZip
    ? { encoding: '', delimiter: '', ...(await readWorkbook(bytes, name, options.sheet)) }
    : { sheets: [], sheet: null, ...readText(bytes, options.encoding, options.delimiter) };
  const rows = read.rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== '')).map(clean);
  if (rows.length === 0) throw new AppError('fileEmpty', { name });
  if (rows.length > mostRows) throw new AppError('tooManyRows', { rows: rows.length, most: mostRows });
  return { ...read, rows };
}
