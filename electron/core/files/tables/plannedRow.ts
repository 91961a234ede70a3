import type { ImportOutcome, ImportRemark } from '../../../../shared/contract/directory.ts';
import type { TableRow } from './tableRow.ts';

export interface Change {
  field: string;
  from: string;
  to: string;
}

/** What an import would do with one row of the file. */
export interface PlannedRow<Fields> {
  /** Line of the file or row of the sheet, counted from 1. */
  line: number;
  values: Record<string, string>;
  outcome: ImportOutcome;
  /** Why it is refused or left out. */
  problems: ImportRemark[];
  /** What else is worth knowing. */
  notes: ImportRemark[];
  /** What would be different in the record that there is. */
  changes: Change[];
  /** The record that it is or would change. */
  existing: { id: string; name: string } | null;
  /** What would be written. */
  fields: Fields;
}

/** Whether a row is to be written: it changes something, and the person has not left it out. */
export const isWanted = ({ line, outcome }: PlannedRow<unknown>, skipLines: ReadonlySet<number>): boolean =>
  !skipLines.has(line) && (outcome === 'new' || outcome === 'update');

/** A row by the targets of the mapping: blanks trimmed and runs of them folded, several columns of one target joined. */
export function valuesOf(row: TableRow, mapping: readonly (string | null)[]): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [at, target] of mapping.entries()) {
    if (target === null) continue;
    const text = (row.cells[at] ?? '').normalize('NFC').replaceAll(/\s+/gu, ' ').trim();
    if (text === '') continue;
    values[target] = values[target] === undefined ? text : `${values[target]} ${text}`;
  }
  return values;
}
