import { looksLikeHeader } from '../../../../shared/rules/csvSniff.ts';
import type { ImportKind } from '../../../../shared/contract/directory.ts';
import type { TableRow } from './tableRow.ts';

/** How far down a heading is looked for: lists begin with a title and a date. */
const mostAbove = 15;

const filled = ({ cells }: TableRow): number => cells.filter((cell) => cell.trim() !== '').length;

/**
 * Place of the row that names the columns, −1 where there is none.
 * @param wanted what the person says of it; null leaves it to the rows
 */
export function headerPlace(rows: readonly TableRow[], kind: ImportKind, wanted: boolean | null): number {
  if (wanted === false) return -1;
  const start = rows.slice(0, mostAbove);
  const widest = Math.max(0, ...start.map(filled));
  // A title is one cell over a table of several.
  const found = start.findIndex((row) => (widest < 2 || filled(row) >= 2) && looksLikeHeader(row.cells, kind));
  return found < 0 && wanted === true ? 0 : found;
}
