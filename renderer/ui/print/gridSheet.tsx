import type { ReactNode } from 'react';
import { cellText } from '../grid/gridText.ts';
import type { Grid } from '../grid/gridTypes.ts';
import { PrintTable, type PrintRow } from './PrintTable.tsx';

/** So many rows go to paper in a reasonable time; of more there is the worksheet. */
export const mostPrinted = 2000;

/** All rows of a grid that meet its conditions, in its order; of a grid by pages those that are here. */
export const gridRows = <Row,>(grid: Grid<Row>): Row[] => grid.rowsOf(new Set(grid.table().ids));

/**
 * Rows as a table for paper, with the columns that the grid shows now.
 * @param format how figures are written
 * @param groupOf the heading that a row stands under; unless given, the words of the column that makes the groups
 */
export const gridTable = <Row,>(
  grid: Grid<Row>,
  rows: readonly Row[],
  format: (figure: number) => string,
  groupOf?: (row: Row) => string,
): ReactNode => {
  const columns = grid.columns.map(({ column }) => column);
  const grouping = grid.options.columns.find(({ key }) => key === grid.group);
  const headingOf = groupOf ?? ((row: Row) => (grouping === undefined ? '' : cellText(grouping, row)));
  let heading: string | undefined;
  const lines = rows.flatMap((row): PrintRow[] => {
    const key = grid.options.getRowId(row);
    const line: PrintRow = {
      key,
      cells: columns.map((column) => {
        if (column.paper !== undefined) return column.paper(row);
        const value = column.value(row);
        return column.text === undefined && typeof value === 'number' ? format(value) : cellText(column, row);
      }),
    };
    const own = grid.group === null ? undefined : headingOf(row);
    if (own === heading) return [line];
    heading = own;
    return [{ key: `group ${key}`, kind: 'group', cells: [own] }, line];
  });
  return (
    <PrintTable
      label={grid.options.label}
      columns={columns.map(({ title, align }) => ({ title, align }))}
      rows={lines}
    />
  );
};
