import type { Cell, SheetData } from 'write-excel-file/node';
import writeWorkbook from 'write-excel-file/node';
import { isIsoDay } from '../../../shared/dates.ts';
import { safeName } from './paper/fileName.ts';
import { clipped } from './paper/typography.ts';
import { formulaResults } from './formulaResults.ts';
import { bold, listCell, textCell } from './listCells.ts';
import { totalsOf } from './listTotals.ts';
import type { List, ListColumn } from './list.ts';

/** Characters in the name of a sheet. */
const longestSheet = 31;
const widestColumn = 60;

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
  const results: ReadonlyMap<string, number>[] = [];
  const sheets = lists.map((list, at) => {
    const rows = list.rows.map((row) => list.columns.map((column, index) => listCell(row[index] ?? null, column)));
    const totals = totalsOf(list, rows);
    results.push(totals.results);
    return {
      sheet: names[at] ?? '',
      stickyRowsCount: 1,
      columns: list.columns.map((_, index) => ({ width: widthOf(list, index) })),
      data: [
        list.columns.map(({ header }): Cell => bold(textCell(header))),
        ...rows,
        ...totals.rows,
      ] satisfies SheetData,
    };
  });
  return {
    bytes: await writeWorkbook(sheets, { features: [formulaResults(results)] }).toBuffer(),
    name: `${safeName(title)}.xlsx`,
  };
}

/** A list of the screen as a workbook of one sheet. */
export const listWorkbook = (list: List): Promise<{ bytes: Buffer; name: string }> => listsWorkbook(list.title, [list]);
