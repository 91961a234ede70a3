import { useCallback } from 'react';
import { isIsoDay } from '../../../shared/dates.ts';
import { client } from '../core/client.ts';
import { saveFile } from '../core/files.ts';
import type { GridTable } from './gridTypes.ts';

/** A column is of days or of numbers when every filled cell is. */
const kindOf = (cells: readonly (string | number | null)[]): 'text' | 'number' | 'date' => {
  const filled = cells.filter((cell) => cell !== null && cell !== '');
  if (filled.length === 0) return 'text';
  if (filled.every((cell) => typeof cell === 'number')) return 'number';
  return filled.every((cell) => isIsoDay(cell)) ? 'date' : 'text';
};

/** Makes a worksheet of a list as shown and gives it to the person; what is wrong is thrown. */
export const useExportList = (): ((title: string, table: GridTable) => Promise<void>) =>
  useCallback(async (title, { columns, rows }) => {
    const file = await client.reports.exportList({
      title,
      columns: columns.map((header, at) => ({ header, kind: kindOf(rows.map((row) => row[at] ?? null)) })),
      rows,
    });
    await saveFile(file);
  }, []);
