import { guessMapping, looksLikeHeader, type TableKind } from '../../../../shared/rules/csvSniff.ts';
import type { Table } from './readTable.ts';
import type { TableRow } from './tableRow.ts';

/** How far down a heading is looked for: lists begin with a title and a date. */
const mostAbove = 15;

const filled = ({ cells }: TableRow): number => cells.filter((cell) => cell.trim() !== '').length;

/**
 * Place of the row that names the columns, −1 where there is none.
 * @param wanted what the person says of it; null leaves it to the rows
 */
function headerPlace(rows: readonly TableRow[], kind: TableKind, wanted: boolean | null): number {
  if (wanted === false) return -1;
  const start = rows.slice(0, mostAbove);
  const widest = Math.max(0, ...start.map(filled));
  // A title is one cell over a table of several.
  const found = start.findIndex((row) => (widest < 2 || filled(row) >= 2) && looksLikeHeader(row.cells, kind));
  return found < 0 && wanted === true ? 0 : found;
}

const mostColumns = 200;

/** A table with what its columns stand for. */
export interface MappedTable {
  hasHeader: boolean;
  /** What each column is called; empty without a heading. */
  headers: string[];
  /** Target by column. */
  mapping: (string | null)[];
  /** The rows below the heading. */
  rows: TableRow[];
}

/**
 * Finds the heading of a table and what its columns stand for: the targets given, else guessed; what is no target of
 * this kind is none.
 */
export function mapColumns(
  table: Table,
  kind: TableKind,
  targets: readonly string[],
  asked: { hasHeader: boolean | null; mapping: readonly (string | null)[] | null },
): MappedTable {
  const header = headerPlace(table.rows, kind, asked.hasHeader);
  const width = table.rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const headers = Array.from({ length: Math.min(width, mostColumns) }, (_, at) =>
    header < 0 ? '' : (table.rows[header]?.cells[at] ?? '').replaceAll(/\s+/gu, ' ').trim(),
  );
  const wanted: readonly (string | null)[] = asked.mapping ?? guessMapping(headers, kind);
  const mapping = headers.map((_, at) => {
    const target = wanted[at] ?? null;
    return target !== null && targets.includes(target) ? target : null;
  });
  return { hasHeader: header >= 0, headers, mapping, rows: table.rows.slice(header + 1) };
}
