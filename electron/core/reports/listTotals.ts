import type { Cell } from 'write-excel-file/node';
import { bold, numberFormat, textCell } from './listCells.ts';
import type { List } from './list.ts';

/** A, B … Z, AA. */
const columnLetters = (index: number): string =>
  index < 26
    ? String.fromCharCode(65 + index)
    : `${columnLetters(Math.floor(index / 26) - 1)}${columnLetters(index % 26)}`;

const numberIn = (cell: Cell | undefined): number => {
  const value: unknown = typeof cell === 'object' && cell !== null && 'value' in cell ? cell.value : null;
  return typeof value === 'number' ? value : 0;
};

/**
 * Lines of totals under a list, as formulas over its rows, and what each formula comes to.
 * @param rows the cells of the list, as they are written
 */
export function totalsOf(
  { columns, rows: words, totals }: List,
  rows: readonly (readonly Cell[])[],
): { rows: Cell[][]; results: Map<string, number> } {
  const results = new Map<string, number>();
  if (totals === undefined || rows.length === 0) return { rows: [], results };
  const last = rows.length + 1;
  const range = (index: number): string => `${columnLetters(index)}2:${columnLetters(index)}${last}`;
  const { label, by } = totals;
  const sumOf = (index: number, word: string | null): string => {
    const formula =
      by === undefined || word === null
        ? `SUM(${range(index)})`
        : `SUMIF(${range(by.column)},"${word.replaceAll('"', '""')}",${range(index)})`;
    const summed = rows.filter((_, at) => by === undefined || words[at]?.[by.column] === word);
    results.set(
      formula,
      summed.reduce((sum, row) => sum + numberIn(row[index]), 0),
    );
    return formula;
  };
  const line = (word: string | null): Cell[] =>
    columns.map((column, index): Cell => {
      if (by !== undefined && index === by.column) return word === null ? null : bold(textCell(word));
      if (totals.columns.includes(index))
        return { value: sumOf(index, word), type: 'Formula', fontWeight: 'bold', ...numberFormat(column.digits) };
      return index === 0 ? bold(textCell(label)) : null;
    });
  return { rows: by === undefined ? [line(null)] : by.words.map(line), results };
}
