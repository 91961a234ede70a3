import type { Cell, SheetData } from 'write-excel-file/node';
import writeWorkbook from 'write-excel-file/node';
import { isIsoDay } from '../../../shared/dates.ts';
import { safeName } from './paper/fileName.ts';
import { clipped } from './paper/typography.ts';

export interface List {
  title: string;
  columns: { header: string; kind: 'text' | 'number' | 'date' }[];
  rows: (string | number | null)[][];
}

/** Characters that a cell of Excel holds. */
const longestCell = 32_767;
/** Characters in the name of a sheet. */
const longestSheet = 31;
const widestColumn = 60;

// Excel refuses control characters and halves of pairs; line breaks and tabs it shows.
const unwritable = /[\p{Cs}\uFFFE\uFFFF]|(?![\t\n])\p{Cc}/gu;
const cellText = (value: string): string =>
  clipped(value.replaceAll('\r\n', '\n').replaceAll(unwritable, ''), longestCell);

/** Text stays text, whatever it begins with: a cell that says `=1+1` calculates nothing, `007` keeps its zeros. */
const textCell = (value: string): Cell => ({ value: cellText(value), type: String, format: '@' });

function cell(value: string | number | null, kind: List['columns'][number]['kind']): Cell {
  if (value === null || value === '') return null;
  if (typeof value === 'number') return Number.isFinite(value) ? { value, type: Number } : null;
  if (kind === 'date' && isIsoDay(value))
    return { value: new Date(`${value}T00:00:00Z`), type: Date, format: 'dd.mm.yyyy' };
  if (kind === 'number' && /^-?\d{1,15}(?:\.\d+)?$/.test(value)) return { value: Number(value), type: Number };
  return textCell(value);
}

/** Width for the longest word of the first rows, in characters. */
function widthOf(list: List, index: number): number {
  const lengths = list.rows.slice(0, 200).map((row) => String(row[index] ?? '').length);
  return Math.min(
    widestColumn,
    Math.max(8, (list.columns[index]?.header.length ?? 0) + 2, ...lengths.map((length) => length + 2)),
  );
}

const sheetName = (title: string): string =>
  clipped(title.replaceAll(/[\s[\]:*?/\\\p{Cc}]+/gu, ' ').trim(), longestSheet).replaceAll(/^'+|'+$/g, '') || 'Viche';

/** A list of the screen as a workbook: real numbers and dates, a bold first row that stays in sight, inert text. */
export async function listWorkbook(list: List): Promise<{ bytes: Buffer; name: string }> {
  const head = list.columns.map(({ header }): Cell => ({ ...(textCell(header) as object), fontWeight: 'bold' }));
  const data: SheetData = [
    head,
    ...list.rows.map((row) => list.columns.map(({ kind }, index) => cell(row[index] ?? null, kind))),
  ];
  const bytes = await writeWorkbook(data, {
    sheet: sheetName(list.title),
    stickyRowsCount: 1,
    columns: list.columns.map((_, index) => ({ width: widthOf(list, index) })),
  }).toBuffer();
  return { bytes, name: `${safeName(list.title)}.xlsx` };
}
