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

const mail = /^[^\s@]+@[^\s@]+\.[^\s@]+$/u;

/** A cell may hold several addresses; they are kept with commas. Null where one of them is none. */
export function readMails(text: string): string | null {
  const mails = text.split(/[;,\s]+/u).filter(Boolean);
  return mails.length > 0 && mails.every((one) => mail.test(one)) ? mails.join(', ') : null;
}

/** As long as a line of a form may be, and a note. */
const longestLine = 2_000;
const longestNote = 100_000;

/** Problems that any row can have. Writes the addresses back as they will be kept. */
export function commonProblems(values: Record<string, string>): ImportRemark[] {
  const problems: ImportRemark[] = [];
  const email = values['email'];
  if (email !== undefined) {
    const mails = readMails(email);
    if (mails === null) problems.push({ code: 'emailWrong', params: { text: email.slice(0, 200) }, column: 'email' });
    else values['email'] = mails;
  }
  for (const [column, text] of Object.entries(values)) {
    const most = column === 'note' ? longestNote : longestLine;
    if (text.length > most) problems.push({ code: 'textTooLong', params: { field: column, most }, column });
  }
  return problems;
}
