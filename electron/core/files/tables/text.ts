import papa from 'papaparse';
import type { importDelimiters, importEncodings } from '../../../../shared/contract/directory.ts';
import { AppError } from '../../../../shared/errors.ts';
import { guessDelimiter } from '../../../../shared/rules/csvSniff.ts';
import type { TableRow } from './tableRow.ts';

export type Encoding = (typeof importEncodings)[number];
export type Delimiter = (typeof importDelimiters)[number];

/** Letters of a Latin-script text are mostly ASCII; of a Cyrillic one hardly any letter is. */
function looksBaltic(bytes: Buffer): boolean {
  let ascii = 0;
  let beyond = 0;
  for (const byte of bytes.subarray(0, 65_536)) {
    if ((byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a)) ascii += 1;
    // Letters of both code pages; below 0xc0 lie signs, and a few Ukrainian letters that no text has alone.
    if (byte >= 0xc0) beyond += 1;
  }
  return beyond > 0 && ascii > beyond * 3;
}

/**
 * The encoding of a text: by its mark; else UTF-16 where every other byte is nought or the Cyrillic page; else UTF-8
 * where that decodes; else the code page of the region's older programs: Windows-1257 for Latin letters, 1251 else.
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
    return looksBaltic(bytes) ? 'windows-1257' : 'windows-1251';
  }
}

const lineEnds = /\r\n|\n|\r/g;

/** The rows with the line each begins on: cells in quotes may hold line ends. */
function numbered(rows: readonly string[][], from: number): TableRow[] {
  let line = from;
  return rows.map((cells) => {
    const row = { line, cells };
    line += 1 + cells.reduce((ends, cell) => ends + (cell.match(lineEnds)?.length ?? 0), 0);
    return row;
  });
}

/**
 * Reads a table of text. Throws `quotesOpen` where a quotation mark is never closed, so that the rest of the file would
 * become one cell.
 */
export function readText(bytes: Buffer, encoding: Encoding | 'auto', delimiter: Delimiter | 'auto') {
  const used = encoding === 'auto' ? guessEncoding(bytes) : encoding;
  const text = new TextDecoder(used).decode(bytes);
  const separator = delimiter === 'auto' ? guessDelimiter(text) : delimiter;
  // Excel's own first line that names the delimiter is no row.
  const said = /^sep=.\r?\n/i.exec(text)?.[0] ?? '';
  const { data, errors } = papa.parse<string[]>(text.slice(said.length), { delimiter: separator });
  const rows = numbered(data, said === '' ? 1 : 2);
  const open = errors.find(({ code }) => code === 'MissingQuotes');
  if (open) throw new AppError('quotesOpen', { line: rows[open.row ?? 0]?.line ?? 1 });
  return { encoding: used, delimiter: separator, rows };
}
