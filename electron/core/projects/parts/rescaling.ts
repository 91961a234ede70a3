import { AppError } from '../../../../shared/errors.ts';
import type { Writer } from '../../ledger/write.ts';
import { readAll, type Reader } from '../../statements.ts';
import { indicatorTarget, indicatorValue } from '../tables.ts';
import type { PartCells, StoredPart } from './definitions.ts';

interface Scaled {
  id: string;
  value: number | null;
}

/**
 * Values are whole numbers of 10^−decimals: with other decimals every value, target and the baseline is written anew, so
 * that 12 stays 12. Throws `decimalsLost` where a value needs the digits that would go, or would be too large to keep.
 */
export function rescaleIndicator(w: Writer, reader: Reader, row: StoredPart, cells: PartCells): PartCells {
  const before = Number(row['decimals'] ?? 0);
  const after = typeof cells['decimals'] === 'number' ? cells['decimals'] : before;
  if (after === before) return cells;
  const factor = 10 ** Math.abs(after - before);
  const scaled = (value: number): number => {
    const result = after > before ? value * factor : value / factor;
    if (!Number.isSafeInteger(result)) throw new AppError('decimalsLost', {}, 'decimals');
    return result;
  };
  const of = (table: 'indicator_target' | 'indicator_value') =>
    readAll<Scaled>(reader, `SELECT id, value FROM ${table} WHERE indicatorId = ? AND removed = 0`, row.id);
  for (const { id, value } of of('indicator_target'))
    if (value !== null) w.update(indicatorTarget, id, { value: scaled(value) });
  for (const { id, value } of of('indicator_value'))
    if (value !== null) w.update(indicatorValue, id, { value: scaled(value) });
  // A baseline in the same patch was typed with the new decimals.
  const { baseline } = row;
  return cells['baseline'] === undefined && typeof baseline === 'number'
    ? { ...cells, baseline: scaled(baseline) }
    : cells;
}
