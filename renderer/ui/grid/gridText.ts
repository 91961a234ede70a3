import { foldText } from '../../../shared/rules/fold.ts';
import { foldedMatcher } from '../matchesWords.ts';
import type { GridColumn, GridFilter, GridTable, GridValue } from './gridTypes.ts';

/** The words of a cell. */
export const cellText = <Row>(column: GridColumn<Row>, row: Row): string =>
  column.text === undefined ? String(column.value(row) ?? '') : column.text(row);

/** The values of a cell as a choice filter sees them. */
export const cellChoices = <Row>(column: GridColumn<Row>, row: Row): readonly string[] =>
  column.choices === undefined ? [cellText(column, row)] : column.choices(row);

// folding 60,000 texts at every key pressed would be felt; a row's words seldom change
const folded = new WeakMap<object, Map<string, { words: string; text: string }>>();

/** The words of a cell, folded; remembered as long as the row is. */
const foldedCell = <Row>(column: GridColumn<Row>, row: Row): string => {
  const words = cellText(column, row);
  if (typeof row !== 'object' || row === null) return foldText(words);
  const cells = folded.get(row) ?? new Map<string, { words: string; text: string }>();
  folded.set(row, cells);
  const known = cells.get(column.key);
  if (known?.words === words) return known.text;
  const text = foldText(words);
  cells.set(column.key, { words, text });
  return text;
};

/** A test for the rows that meet the condition. */
export const filterTest = <Row>(column: GridColumn<Row>, filter: GridFilter): ((row: Row) => boolean) => {
  if (filter.kind === 'choice') {
    const wanted = new Set(filter.values);
    return (row) => cellChoices(column, row).some((value) => wanted.has(value));
  }
  if (filter.kind === 'text') {
    const matches = foldedMatcher(filter.text);
    return (row) => matches(foldedCell(column, row));
  }
  return (row) => {
    const day = column.value(row);
    if (typeof day !== 'string' || day === '') return false;
    return (filter.from === null || day >= filter.from) && (filter.to === null || day <= filter.to);
  };
};

/** The rows in the order shown, numbers as numbers where a column has no words of its own. */
export const tableOf = <Row>(
  columns: readonly GridColumn<Row>[],
  rows: readonly Row[],
  getRowId: (row: Row) => string,
): GridTable => ({
  columns: columns.map((column) => column.title),
  rows: rows.map((row) =>
    columns.map((column): GridValue => (column.text === undefined ? column.value(row) : column.text(row))),
  ),
  ids: rows.map(getRowId),
});

// a tab or a line break inside a cell would make two cells of it
const plain = (value: GridValue): string => String(value ?? '').replace(/[\t\r\n]+/g, ' ');

// A spreadsheet takes pasted words that begin so for a formula; its own mark for a text keeps them words. A figure stays one.
const inert = (text: string): string =>
  /^\s*[=+\-@]/.test(text) && !/^\s*[+-]?[\d\s\u00a0.,]+%?\s*$/.test(text) ? `'${text}` : text;

/** Tab-separated text as spreadsheets paste it; with the headings when there is more than one row. */
export const toTsv = ({ columns, rows }: GridTable): string =>
  (rows.length > 1 ? [columns, ...rows] : rows)
    .map((row) => row.map((value) => (typeof value === 'number' ? plain(value) : inert(plain(value)))).join('\t'))
    .join('\n');
