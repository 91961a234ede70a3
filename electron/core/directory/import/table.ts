import type { Readable } from 'node:stream';
import papa from 'papaparse';
import readXlsxFile from 'read-excel-file/node';
import { AppError } from '../../../../shared/errors.ts';
import { guessDelimiter } from '../../../../shared/rules/csvSniff.ts';
import type { IncomingFile } from '../../files/tickets.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1251';
export type Delimiter = ',' | ';' | '\t';

/** A table as it stood in the file, every cell as text. */
export interface Table {
  sheets: string[];
  encoding: string;
  delimiter: string;
  rows: string[][];
}

const mostBytes = 20 * 1024 * 1024;
const mostRows = 20_000;

async function readAll(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > mostBytes) {
      stream.destroy();
      throw new AppError('fileTooLarge', { most: mostBytes / 1024 / 1024 });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/**
 * The encoding of a text: by its mark; else UTF-16 where every other byte is nought or the Cyrillic page; else UTF-8
 * where that decodes; else Windows-1251, in which the region's older programs write.
 */
export function guessEncoding(bytes: Buffer): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, 4096);
  const isPage = (byte: number | undefined) => byte === 0x00 || byte === 0x04 || byte === 0x01;
  let even = 0;
  let odd = 0;
  for (let at = 0; at + 1 < sample.length; at += 2) {
    if (isPage(sample[at])) even += 1;
    if (isPage(sample[at + 1])) odd += 1;
  }
  const pairs = Math.floor(sample.length / 2);
  if (pairs > 4 && odd > pairs * 0.9) return 'utf-16le';
  if (pairs > 4 && even > pairs * 0.9) return 'utf-16be';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return 'windows-1251';
  }
}

function readText(bytes: Buffer, encoding: Encoding | 'auto', delimiter: Delimiter | 'auto'): Table {
  const used = encoding === 'auto' ? guessEncoding(bytes) : encoding;
  const text = new TextDecoder(used).decode(bytes);
  const separator = delimiter === 'auto' ? guessDelimiter(text) : delimiter;
  const { data } = papa.parse<string[]>(text, { delimiter: separator, skipEmptyLines: 'greedy' });
  return { sheets: [], encoding: used, delimiter: separator, rows: data };
}

const cellText = (cell: unknown): string => {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return String(cell as string | number | boolean);
};

async function readWorkbook(bytes: Buffer, sheet: string | null): Promise<Table> {
  const sheets = await readXlsxFile(bytes).catch(() => {
    throw new AppError('fileUnreadable');
  });
  const chosen = sheet === null ? sheets[0] : sheets.find((each) => each.sheet === sheet);
  if (!chosen) throw new AppError('sheetNotFound');
  const rows = chosen.data.map((row) => row.map(cellText)).filter((row) => row.some((cell) => cell.trim() !== ''));
  return { sheets: sheets.map((each) => each.sheet), encoding: '', delimiter: '', rows };
}

/** Reads a chosen CSV or XLSX file. Throws `fileTooLarge`, `fileUnreadable`, `sheetNotFound`, `fileEmpty`, `tooManyRows`. */
export async function readTable(
  file: IncomingFile,
  options: { sheet: string | null; encoding: Encoding | 'auto'; delimiter: Delimiter | 'auto' },
): Promise<Table> {
  const bytes = await readAll(file.open());
  if (bytes.length === 0) throw new AppError('fileEmpty');
  // An old .xls is an OLE file; an .xlsx is a zip.
  if (bytes.length > 4 && bytes.readUInt32BE(0) === 0xd0cf11e0) throw new AppError('oldWorkbook');
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const table = isZip ? await readWorkbook(bytes, options.sheet) : readText(bytes, options.encoding, options.delimiter);
  if (table.rows.length === 0) throw new AppError('fileEmpty');
  if (table.rows.length > mostRows) throw new AppError('tooManyRows', { most: mostRows });
  return table;
}
