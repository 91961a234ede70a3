import type { GridColumn } from '../ui/grid/gridTypes.ts';

/** A column of how many there are: nothing where there are none, a number still where it is copied or exported. */
export const countColumn = <Row,>(
  figure: (value: number) => string,
  column: { key: string; title: string; width: number; count: (row: Row) => number },
): GridColumn<Row> => {
  const { count, ...rest } = column;
  return {
    ...rest,
    align: 'right',
    value: (row) => count(row) || null,
    render: (row) => <span className="words">{count(row) === 0 ? '' : figure(count(row))}</span>,
  };
};
