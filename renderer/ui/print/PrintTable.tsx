import { styled } from '@mui/material/styles';
import type { ReactNode } from 'react';

const Sheet = styled('table')({
  borderCollapse: 'collapse',
  width: '100%',
  lineHeight: 1.3,
  // the heading comes again on every page, and no row is cut by its end
  '& thead': { display: 'table-header-group' },
  '& tr': { breakInside: 'avoid' },
  '& th, & td': {
    textAlign: 'left',
    verticalAlign: 'top',
    padding: '2.5pt 4pt',
    borderBottom: '0.5pt solid var(--line-strong)',
    overflowWrap: 'break-word',
  },
  '& th': { fontWeight: 600, verticalAlign: 'bottom', borderBottom: '1pt solid var(--text)', hyphens: 'auto' },
  // an address breaks anywhere rather than push the columns beside it off the paper
  '& td[data-long]': { overflowWrap: 'anywhere' },
  '& [data-align=right]': { textAlign: 'right', whiteSpace: 'nowrap' },
  '& th[data-align=right]': { whiteSpace: 'normal' },
  '& [data-align=center]': { textAlign: 'center' },
  '& tr[data-kind=group]': { breakAfter: 'avoid' },
  '& tr[data-kind=group] > td': { fontWeight: 600, paddingTop: '7pt' },
  '& tr[data-kind=sum] > td': { fontWeight: 600 },
});

export type PrintColumn = {
  title: ReactNode;
  align?: 'right' | 'center' | undefined;
  /** As CSS has it; what is left is shared by the others. */
  width?: string | undefined;
};

export type PrintRow = {
  key: string;
  cells: readonly ReactNode[];
  /** The heading of the rows below it (its first cell goes over all columns), or their sum. */
  kind?: 'group' | 'sum' | undefined;
};

/** A word longer than any that stands in a dictionary. */
const isLong = (cell: ReactNode): boolean => typeof cell === 'string' && /\S{26}/u.test(cell);

/** The more columns, the smaller the letters. */
const fontSize = (columns: number): string => (columns > 18 ? '6pt' : columns > 12 ? '7pt' : '8.5pt');

/** A table for paper: as wide as the page, with its heading on each. */
export const PrintTable = ({
  label,
  columns,
  rows,
}: {
  label: string;
  columns: readonly PrintColumn[];
  rows: readonly PrintRow[];
}) => (
  <Sheet aria-label={label} style={{ fontSize: fontSize(columns.length) }}>
    <thead>
      <tr>
        {columns.map(({ title, align, width }, at) => (
          // columns have no name but their place
          <th key={`column-${at}`} scope="col" data-align={align} style={{ width }}>
            {title}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map(({ key, cells, kind }) => (
        <tr key={key} data-kind={kind}>
          {kind === 'group' ? (
            <td colSpan={columns.length}>{cells[0]}</td>
          ) : (
            cells.map((cell, at) => (
              <td key={`column-${at}`} data-align={columns[at]?.align} data-long={isLong(cell) ? '' : undefined}>
                {cell}
              </td>
            ))
          )}
        </tr>
      ))}
    </tbody>
  </Sheet>
);
