import type { Readable } from 'node:stream';
import { AppError } from '../../../../shared/errors.ts';
import type { IncomingFile } from '../../files/tickets.ts';
import type { TableRow } from './tableRow.ts';
import { readText, type Delimiter, type Encoding } from './text.ts';
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

async function readAll(stream: Readable, name: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > mostBytes) {
      stream.destroy();
      throw new AppError('fileTooLarge', { name, most: mostBytes / 1024 / 1024 });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

// Characters that no name has and no screen shows: half a surrogate pair, controls other than blanks.
const unseen = /[\p{Cc}\p{Cs}\u200b\ufeff]/gu;

const clean = ({ line, cells }: TableRow): TableRow => ({
  line,
  cells: cells.map((cell) => cell.replaceAll(unseen, (char) => (/[\t\n\r]/.test(char) ? char : ''))),
});

/**
 * Reads a chosen CSV or XLSX file. Throws `fileTooLarge`, `fileEmpty`, `oldWorkbook`, `fileUnreadable`, `sheetNotFound`,
 * `sheetTooLarge`, `quotesOpen`, `tooManyRows`.
 */
export async function readTable(
  file: IncomingFile,
  options: { sheet: string | null; encoding: Encoding | 'auto'; delimiter: Delimiter | 'auto' },
): Promise<Table> {
  const bytes = await readAll(file.open(), file.name);
  if (bytes.length === 0) throw new AppError('fileEmpty', { name: file.name });
  // An OLE file is an old .xls, or an .xlsx under a password; an .xlsx is a zip.
  if (bytes.length > 4 && bytes.readUInt32BE(0) === 0xd0cf11e0) throw new AppError('oldWorkbook', { name: file.name });
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const read = isZip
    ? { encoding: '', delimiter: '', ...(await readWorkbook(bytes, file.name, options.sheet)) }
    : { sheets: [], sheet: null, ...readText(bytes, options.encoding, options.delimiter) };
  const rows = read.rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== '')).map(clean);
  if (rows.length === 0) throw new AppError('fileEmpty', { name: file.name });
  if (rows.length > mostRows) throw new AppError('tooManyRows', { rows: rows.length, most: mostRows });
  return { ...read, rows };
}
