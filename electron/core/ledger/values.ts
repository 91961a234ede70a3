import { AppError } from '../../../shared/errors.ts';
import type { Cell, Column, Entity } from './registry.ts';

export type Cells = Record<string, Cell>;

/** Longest text one field may hold, in UTF-16 units: a hundred pages. */
const longestText = 500_000;

/** Half of a pair of UTF-16 is no text: what SQLite gives back would be different each time from what the ledger says. */
const wellFormed = (cell: Cell): Cell =>
  typeof cell === 'string' ? cell.replaceAll(/\p{Surrogate}/gu, '\ufffd') : cell;

/** A value as it came from the program → a cell the column can hold. Throws `invalidValue`, `textTooLong`. */
export function toCell(column: Column, value: unknown): Cell {
  if (value === undefined || value === null) {
    if (column.notNull && column.default === null)
      throw new AppError('invalidValue', { field: column.name }, column.name);
    return column.notNull ? column.default : null;
  }
  if (!fits(column, typeof value === 'boolean' ? Number(value) : value))
    throw new AppError('invalidValue', { field: column.name }, column.name);
  if (typeof value === 'string' && value.length > longestText)
    throw new AppError('textTooLong', { field: column.name, most: longestText }, column.name);
  return typeof value === 'boolean' ? Number(value) : wellFormed(value as Cell);
}

/** Whether a cell from elsewhere is one this version understands: type, closed list, flag. */
export function fits(column: Column, value: unknown): value is Cell {
  if (value === null) return !column.notNull;
  if (column.type === 'integer') {
    if (typeof value !== 'number' || !Number.isSafeInteger(value)) return false;
    return !column.flag || value === 0 || value === 1;
  }
  if (typeof value !== 'string') return false;
  return column.oneOf === null || column.oneOf.includes(value);
}

/** The JSON under which the ledger keeps a register's columns. */
export function packRegister(columns: readonly string[], cells: Cells): string {
  const only = columns[0];
  if (columns.length === 1 && only !== undefined) return JSON.stringify(cells[only] ?? null);
  return JSON.stringify(Object.fromEntries(columns.map((name) => [name, cells[name] ?? null])));
}

/** The columns that a change's JSON stands for; null where this version does not understand it. */
export function unpackRegister(entity: Entity, register: string, json: string): Cells | null {
  const columns = entity.registers.get(register);
  if (!columns) return null;
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return null;
  }
  if (register === 'removed') return unpackRemoval(value) === null ? null : { removed: unpackRemoval(value) ? 1 : 0 };
  const cells: Cells = {};
  for (const name of columns) {
    const cell: unknown = columns.length === 1 ? value : isRecord(value) ? (value[name] ?? null) : undefined;
    const column = entity.columns.get(name);
    if (!column || !fits(column, cell)) return null;
    cells[name] = wellFormed(cell);
  }
  return cells;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * What a removal had seen: the clock of each field of the row at that moment. Rule 5 needs it to tell an edit that
 * nobody knew of from one that was removed knowingly.
 */
export type Removal = { seen: Record<string, string> };

/** 0 → not removed (null would be "not understood"). */
export function unpackRemoval(value: unknown): Removal | false | null {
  if (value === 0 || value === false) return false;
  if (isRecord(value) && isRecord(value['seen'])) {
    const seen: Record<string, string> = {};
    for (const [field, hlc] of Object.entries(value['seen'])) if (typeof hlc === 'string') seen[field] = hlc;
    return { seen };
  }
  return null;
}
