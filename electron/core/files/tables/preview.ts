import type { ImportOutcome, ImportPreview } from '../../../../shared/contract/directory.ts';
import type { MappedTable } from './header.ts';
import type { PlannedRow } from './plannedRow.ts';
import type { Table } from './readTable.ts';
import type { TableRow } from './tableRow.ts';

const mostShown = 500;

/** The first different values of a column. */
function samplesOf(rows: readonly TableRow[], at: number): string[] {
  const samples = new Set<string>();
  for (const { cells } of rows.slice(0, 200)) {
    const text = (cells[at] ?? '').replaceAll(/\s+/gu, ' ').trim();
    if (text !== '') samples.add(text.slice(0, 80));
    if (samples.size === 3) break;
  }
  return [...samples];
}

const asShown = ({ fields: _, ...row }: PlannedRow<unknown>) => row;

/** What an import would do, as a person looks at it: the first rows, the first with problems, and how many in all. */
export function previewOf(
  fileName: string,
  table: Table,
  { hasHeader, headers, mapping, rows }: MappedTable,
  planned: readonly PlannedRow<unknown>[],
): ImportPreview {
  const counts: Record<ImportOutcome, number> = { new: 0, update: 0, duplicate: 0, same: 0, error: 0 };
  const shown: PlannedRow<unknown>[] = [];
  let wrong = 0;
  for (const [at, row] of planned.entries()) {
    counts[row.outcome] += 1;
    if (row.problems.length > 0) wrong += 1;
    if (at < mostShown || (row.problems.length > 0 && wrong <= mostShown)) shown.push(row);
  }
  return {
    fileName,
    sheets: table.sheets,
    sheet: table.sheet,
    encoding: table.encoding,
    delimiter: table.delimiter,
    hasHeader,
    columns: headers.map((header, at) => ({
      header: header.slice(0, 200),
      samples: samplesOf(rows, at),
      target: mapping[at] ?? null,
    })),
    rows: shown.map(asShown),
    counts,
    total: planned.length,
  };
}
