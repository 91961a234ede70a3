import type { Cell, SheetData } from 'write-excel-file/node';
import writeWorkbook from 'write-excel-file/node';
import { isIsoDay } from '../../../shared/dates.ts';
import { safeName } from './paper/fileName.ts';
import { clipped } from './paper/typography.ts';

export interface ListColumn {
  header: string;
  kind: 'text' | 'number' | 'date';
  /** Digits after the point that a number is shown with; unless given, as many as it has. */
  digits?: number;
}

export interface List {
  title: string;
  columns: ListColumn[];
  rows: (string | number | null)[][];
  /** Below the rows: what these columns come to, calculated by the program that shows the sheet. */
  totals?: {
    label: string;
    columns: number[];
    /** One line of totals for each of the words of another column: sums of different currencies are not one sum. */
    by?: { column: number; words: string[] };
  };
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

const numberFormat = (digits: number | undefined): { format: string } | undefined =>
  digits === undefined ? undefined : { format: digits === 0 ? '#,##0' : `#,##0.${'0'.repeat(digits)}` };

function cell(value: string | number | null, { kind, digits }: ListColumn): Cell {
  if (value === null || value === '') return null;
  if (typeof value === 'number')
    return Number.isFinite(value) ? { value, type: Number, ...numberFormat(digits) } : null;
  if (kind === 'date' && isIsoDay(value))
    return { value: new Date(`${value}T00:00:00Z`), type: Date, format: 'dd.mm.yyyy' };
  if (kind === 'number' && /^-?\d{1,15}(?:\.\d+)?$/.test(value))
    return { value: Number(value), type: Number, ...numberFormat(digits) };
  return textCell(value);
}

/** A, B … Z, AA. */
export const columnLetters = (index: number): string =>
  index < 26
    ? String.fromCharCode(65 + index)
    : `${columnLetters(Math.floor(index / 26) - 1)}${columnLetters(index % 26)}`;

/** Lines of totals under a list, as formulas over its rows. */
function totalRows({ columns, rows, totals }: List): Cell[][] {
  if (totals === undefined || rows.length === 0) return [];
  const last = rows.length + 1;
  const range = (index: number): string => `${columnLetters(index)}2:${columnLetters(index)}${last}`;
  const { label, by } = totals;
  const line = (word: string | null): Cell[] =>
    columns.map((column, index): Cell => {
      if (by !== undefined && index === by.column) return word === null ? null : bold(textCell(word));
      if (totals.columns.includes(index)) {
        const sum =
          by === undefined || word === null
            ? `SUM(${range(index)})`
            : `SUMIF(${range(by.column)},"${word.replaceAll('"', '""')}",${range(index)})`;
        return { value: sum, type: 'Formula', fontWeight: 'bold', ...numberFormat(column.digits) };
      }
      return index === 0 ? bold(textCell(label)) : null;
    });
  return by === undefined ? [line(null)] : by.words.map(line);
}

/** Characters that a cell shows; a figure is grouped, and its column may hold a longer sum. */
function shownLength(value: string | number | null, { kind, digits }: ListColumn, isSummed: boolean): number {
  if (kind === 'date' && isIsoDay(value)) return '00.00.0000'.length;
  if (typeof value !== 'number' || digits === undefined) return String(value ?? '').length;
  const whole = String(Math.trunc(value)).length;
  return whole + Math.floor(whole / 3) + digits + 1 + (isSummed ? 2 : 0);
}

/** Width for the longest word of the first rows, in characters. */
function widthOf(list: List, index: number): number {
  const column = list.columns[index];
  if (column === undefined) return 8;
  const isSummed = list.totals?.columns.includes(index) === true;
  const lengths = list.rows.slice(0, 200).map((row) => shownLength(row[index] ?? null, column, isSummed));
  return Math.min(widestColumn, Math.max(8, column.header.length + 2, ...lengths.map((length) => length + 2)));
}

const sheetName = (title: string): string =>
  clipped(title.replaceAll(/[\s[\]:*?/\\\p{Cc}]+/gu, ' ').trim(), longestSheet).replaceAll(/^'+|'+$/g, '') || 'Viche';

const bold = (content: Cell): Cell => ({ ...(content as object), fontWeight: 'bold' });

/** Excel tells sheets apart by names that differ in more than case. */
function uniqueNames(titles: readonly string[]): string[] {
  const taken = new Set<string>();
  return titles.map((title) => {
    const name = sheetName(title);
    let free = name;
    for (let n = 2; taken.has(free.toLowerCase()); n += 1)
      free = `${clipped(name, longestSheet - String(n).length - 1)} ${n}`;
    taken.add(free.toLowerCase());
    return free;
  });
}

/** Lists as the sheets of one workbook: real numbers and dates, a bold first row that stays in sight, inert text. */
export async function listsWorkbook(title: string, lists: readonly List[]): Promise<{ bytes: Buffer; name: string }> {
  const names = uniqueNames(lists.map((list) => list.title));
  const sheets = lists.map((list, at) => ({
    sheet: names[at] ?? '',
    stickyRowsCount: 1,
    columns: list.columns.map((_, index) => ({ width: widthOf(list, index) })),
    data: [
      list.columns.map(({ header }): Cell => bold(textCell(header))),
      ...list.rows.map((row) => list.columns.map((column, index) => cell(row[index] ?? null, column))),
      ...totalRows(list),
    ] satisfies SheetData,
  }));
  return { bytes: await writeWorkbook(sheets).toBuffer(), name: `${safeName(title)}.xlsx` };
}

/** A list of the screen as a workbook of one sheet. */
export const listWorkbook = (list: List): Promise<{ bytes: Buffer; name: string }> => listsWorkbook(list.title, [list]);
