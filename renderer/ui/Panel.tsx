import { styled } from '@mui/material/styles';
import { Fragment, type ReactNode } from 'react';

const Part = styled('section')({
  padding: '10px 14px',
  borderTop: '1px solid var(--line)',
  '&:first-of-type': { borderTop: 0 },
  '& > h2': { display: 'flex', alignItems: 'center', gap: 8, marginBottom: 6 },
});

/** One part of a panel: a heading with a soft count beside it, divided from the next by a line. */
export const Section = ({
  title,
  count,
  action,
  children,
}: {
  title: string;
  count?: ReactNode;
  action?: ReactNode;
  children: ReactNode;
}) => (
  <Part>
    <h2>
      {title}
      {count === undefined ? null : (
        <span className="soft small" style={{ fontWeight: 450 }}>
          {count}
        </span>
      )}
      <span style={{ flex: 1 }} />
      {action}
    </h2>
    {children}
  </Part>
);

/** The buttons at the bottom of a panel. */
export const PanelActions = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: 6,
  padding: '9px 14px',
  borderTop: '1px solid var(--line)',
  background: 'var(--bg)',
  marginTop: 'auto',
});

/** A sheet on the paper of the page. */
export const Card = styled('section')({
  background: 'var(--surface)',
  border: '1px solid var(--line)',
  borderRadius: 8,
  padding: '18px 22px 20px',
});

/** The heading of a card, with its number where cards are steps. */
export const CardTitle = ({ number, children }: { number?: number; children: ReactNode }) => (
  <h2 style={{ fontSize: 15, display: 'flex', gap: 8, alignItems: 'center', marginBottom: 12 }}>
    {number === undefined ? null : (
      <span className="faint" style={{ fontWeight: 500 }}>
        {number}
      </span>
    )}
    {children}
  </h2>
);

const Rows = styled('dl')({
  display: 'grid',
  gridTemplateColumns: 'minmax(96px, max-content) minmax(0, 1fr)',
  gap: '4px 14px',
  margin: 0,
  fontSize: 13,
  '& dt': { color: 'var(--soft)' },
  '& dd': { margin: 0, overflowWrap: 'anywhere' },
});

/** Facts of a record: label and value; empty ones are left out. */
export const DetailList = ({ items }: { items: readonly { label: string; value: ReactNode }[] }) => (
  <Rows>
    {items
      .filter(({ value }) => value !== null && value !== undefined && value !== '')
      .map(({ label, value }) => (
        <Fragment key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
  </Rows>
);
