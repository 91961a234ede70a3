import type { GridTable } from '../../ui/grid/gridTypes.ts';
import { PrintAlone } from '../../ui/PrintAlone.tsx';
import { Table } from '../../ui/Table.tsx';

/** The list as it goes to paper: all of its rows, with the columns that are shown. */
export const PrintedList = ({ title, table }: { title: string; table: GridTable }) => (
  <PrintAlone>
    <h1 style={{ marginBottom: 10 }}>{title}</h1>
    <Table
      label={title}
      head={table.columns}
      rows={table.rows.map((cells, at) => ({ key: table.ids[at] ?? String(at), cells }))}
    />
  </PrintAlone>
);
