import type { Cell } from 'write-excel-file/node';
import { isIsoDay } from '../../../shared/dates.ts';
import type { ListColumn } from './list.ts';
import { clipped } from './paper/typography.ts';

/** Characters that a cell of Excel holds. */
const longestCell = 32_767;
// Excel refuses control characters and halves of pairs; line breaks and tabs it shows.
const unwritable = /[\p{Cs}\uFFFE\uFFFF]|(?![\t\n])\p{Cc}/gu;
const cellText = (value: string): string =>
  clipped(value.replaceAll('\r\n', '\n').replaceAll(unwritable, ''), longestCell);

/** Text stays text, whatever it begins with: a cell that says `=1+1` calculates nothing, `007` keeps its zeros. */
export const textCell = (value: string): Cell => ({ value: cellText(value), type: String, format: '@' });

export const bold = (content: Cell): Cell => ({ ...(content as object), fontWeight: 'bold' });

export const numberFormat = (digits: number | undefined): { format: string } | undefined =>
  digits === undefined ? undefined : { format: digits === 0 ? '#,##0' : `#,##0.${'0'.repeat(digits)}` };

/** A cell that says what a list holds there. */
export function listCell(value: string | number | null, { kind, digits }: ListColumn): Cell {
  if (value === null || value === '') return null;
  if (typeof value === 'number')
    return Number.isFinite(value) ? { value, type: Number, ...numberFormat(digits) } : null;
  if (kind === 'date' && isIsoDay(value))
    return { value: new Date(`${value}T00:00:00Z`), type: Date, format: 'dd.mm.yyyy' };
  if (kind === 'number' && /^-?\d{1,15}(?:\.\d+)?$/.test(value))
    return { value: Number(value), type: Number, ...numberFormat(digits) };
  return textCell(value);
}
