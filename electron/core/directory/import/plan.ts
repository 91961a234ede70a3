import type { ErrorParams } from '../../../../shared/errors.ts';

export interface Problem {
  code: string;
  params: ErrorParams;
  column: string | null;
}

/** What an import would do with one row of the file. */
export interface PlannedRow<Fields> {
  /** Line in the file, counted from 1. */
  line: number;
  values: Record<string, string>;
  outcome: 'new' | 'update' | 'duplicate' | 'same' | 'error';
  problems: Problem[];
  /** The record that it is or would change. */
  existing: { id: string; name: string } | null;
  /** What would be written. */
  fields: Fields;
}

/** Row cells by the targets of the mapping; blanks trimmed and runs of them folded. */
export function valuesOf(row: readonly string[], mapping: readonly (string | null)[]): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [at, target] of mapping.entries()) {
    const text = (row[at] ?? '').normalize('NFC').replaceAll(/\s+/gu, ' ').trim();
    if (target === null || text === '') continue;
    values[target] = values[target] === undefined ? text : `${values[target]} ${text}`;
  }
  return values;
}

const mail = /^[^\s@]+@[^\s@]+\.[^\s@]+$/u;
const longest = 2_000;

/** Problems that any row can have. */
export function commonProblems(values: Record<string, string>): Problem[] {
  const problems: Problem[] = [];
  const email = values['email'];
  if (email !== undefined && !mail.test(email))
    problems.push({ code: 'emailWrong', params: { text: email }, column: 'email' });
  for (const [column, text] of Object.entries(values))
    if (text.length > longest) problems.push({ code: 'textTooLong', params: { field: column, most: longest }, column });
  return problems;
}
