import { strFromU8, unzipSync, zipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import { AppError } from '../../../../shared/errors.ts';
import type { TableRow } from './tableRow.ts';

/** As much as the parts of a workbook may hold when unpacked, and a sheet in cells: a small file can claim any size. */
const mostUnpacked = 300 * 1024 * 1024;
const mostCells = 5_000_000;

type Parts = Record<string, Uint8Array>;

/** The parts that matter, unpacked. Throws `fileUnreadable`, `fileTooLarge`. */
function unpack(bytes: Buffer, name: string): Parts {
  let unpacked = 0;
  try {
    return unzipSync(bytes, {
      filter: ({ name: path, originalSize }) => {
        if (!/\.(xml|rels)$/u.test(path)) return false;
        unpacked += originalSize;
        if (unpacked > mostUnpacked) throw new AppError('fileTooLarge', { name, most: mostUnpacked / 1024 / 1024 });
        return true;
      },
    });
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('fileUnreadable', { name });
  }
}

const entities = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

const decoded = (text: string): string =>
  text.replaceAll(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/giu, (whole, hex?: string, number?: string, word?: string) => {
    if (word !== undefined) return entities.get(word) ?? whole;
    const code = hex === undefined ? Number(number) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });

const attribute = (tag: string, name: string): string => {
  const found = new RegExp(`\\s(?:\\w+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'u').exec(tag);
  return decoded(found?.[1] ?? found?.[2] ?? '');
};

const tags = (xml: string, name: string): string[] => xml.match(new RegExp(`<(?:\\w+:)?${name}\\s[^>]*>`, 'gu')) ?? [];

/** Names of the sheets that a person sees, with the parts they lie in. */
function sheetsOf(parts: Parts): { name: string; path: string }[] {
  const text = (path: string) => strFromU8(parts[path] ?? new Uint8Array());
  const targets = new Map(
    tags(text('xl/_rels/workbook.xml.rels'), 'Relationship').map((tag) => {
      const target = attribute(tag, 'Target');
      return [attribute(tag, 'Id'), target.startsWith('/') ? target.slice(1) : `xl/${target}`];
    }),
  );
  return tags(text('xl/workbook.xml'), 'sheet').flatMap((tag) => {
    const path = targets.get(attribute(tag, 'id')) ?? '';
    const hidden = attribute(tag, 'state') === 'hidden' || attribute(tag, 'state') === 'veryHidden';
    return hidden || parts[path] === undefined ? [] : [{ name: attribute(tag, 'name'), path }];
  });
}

const columnNumber = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

/** Refuses a sheet with a filled cell so far out that the rectangle up to it would not fit. Throws `sheetTooLarge`. */
function requireModest(xml: string) {
  let rows = 0;
  let columns = 0;
  for (const [, letters = '', row = ''] of xml.matchAll(
    /<c\s[^>]*?r="([A-Z]{1,3})(\d{1,7})"[^>]*[^/]>\s*<(?:v|is|f)\b/gu,
  )) {
    rows = Math.max(rows, Number(row));
    columns = Math.max(columns, columnNumber(letters));
  }
  if (rows * columns > mostCells) throw new AppError('sheetTooLarge', { rows, columns });
}

/**
 * A merged cell that spans rows stands for each of them: one agency beside several people. Which cells were filled so is
 * told by row: column → line of the first cell. Cells beside the first one in its own row stay empty.
 */
function fillDown(rows: unknown[][], xml: string): Map<number, Record<number, number>> {
  const filled = new Map<number, Record<number, number>>();
  for (const tag of tags(xml, 'mergeCell')) {
    const [, letters = '', from = '', to = ''] = /^([A-Z]+)(\d+):[A-Z]+(\d+)$/u.exec(attribute(tag, 'ref')) ?? [];
    const column = columnNumber(letters) - 1;
    const value = rows[Number(from) - 1]?.[column];
    if (value === undefined || value === null) continue;
    for (let row = Number(from); row < Math.min(Number(to), rows.length); row += 1) {
      const cells = rows[row];
      if (!cells || (cells[column] ?? null) !== null) continue;
      cells[column] = value;
      filled.set(row, { ...filled.get(row), [column]: Number(from) });
    }
  }
  return filled;
}

// Excel itself shows 15 digits: 0.1 + 0.2 is 0.3 there.
const numberText = (value: number): string => String(Number(value.toPrecision(15)));

const cellText = (cell: unknown): string => {
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10);
  if (typeof cell === 'number') return numberText(cell);
  return typeof cell === 'string' || typeof cell === 'boolean' ? String(cell) : '';
};

function tableRow(cells: readonly unknown[], at: number, merged: Record<number, number> | undefined): TableRow {
  const numbers = cells.flatMap((cell, column) => (typeof cell === 'number' ? [column] : []));
  return {
    line: at + 1,
    cells: cells.map(cellText),
    ...(merged ? { merged } : {}),
    ...(numbers.length > 0 ? { numbers } : {}),
  };
}

/**
 * Reads a sheet of a workbook, the first seen one where none is named; formulas stand for what they last came to, dates
 * are ISO days. Throws `fileUnreadable`, `fileTooLarge`, `sheetNotFound`, `sheetTooLarge`.
 */
export async function readWorkbook(bytes: Buffer, fileName: string, sheet: string | null) {
  const parts = unpack(bytes, fileName);
  const sheets = sheetsOf(parts);
  const chosen = sheet === null ? sheets[0] : sheets.find(({ name }) => name === sheet);
  if (sheets.length === 0) throw new AppError('fileUnreadable', { name: fileName });
  if (!chosen) throw new AppError('sheetNotFound', { name: sheet ?? '' });
  const xml = strFromU8(parts[chosen.path] ?? new Uint8Array());
  requireModest(xml);
  // Packed again from what was looked at, so that nothing else is unpacked behind it.
  const checked = Buffer.from(zipSync(parts, { level: 0 }));
  const read = await readSheet(checked, chosen.name).catch(() => {
    throw new AppError('fileUnreadable', { name: fileName });
  });
  const rows = read.map((row): unknown[] => [...row]);
  const merged = fillDown(rows, xml);
  return {
    sheets: sheets.map(({ name }) => name),
    sheet: chosen.name,
    rows: rows.map((cells, at) => tableRow(cells, at, merged.get(at))),
  };
}
