import { styled } from '@mui/material/styles';
import type { ReactNode } from 'react';

const Sheet = styled('table')({
  borderCollapse: 'collapse',
  width: '100%',
  fontSize: 13,
  '& th': {
    fontSize: 12,
    fontWeight: 550,
    color: 'var(--soft)',
    textAlign: 'left',
    padding: '6px 10px',
    borderBottom: '1px solid var(--line-strong)',
    whiteSpace: 'nowrap',
  },
  '& td': { padding: '3px 10px', height: 'var(--row)', borderBottom: '1px solid var(--line)' },
});

/** A few rows to read; for a list to work in take `ui/grid`. */
export const Table = ({
  label,
  head,
  rows,
}: {
  label: string;
  head: readonly ReactNode[];
  rows: readonly { key: string; cells: readonly ReactNode[] }[];
}) => (
  <div style={{ overflowX: 'auto' }}>
    <Sheet aria-label={label}>
      <thead>
        <tr>
          {head.map((title, at) => (
            // columns have no name but their place
            <th key={`column-${at}`} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            {row.cells.map((cell, at) => (
              <td key={`column-${at}`}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </Sheet>
  </div>
);
