import { styled } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { PanelActions } from './Panel.tsx';

const Head = styled('header')({
  padding: '12px 14px 10px',
  borderBottom: '1px solid var(--line)',
  '& h2': { fontSize: 15, lineHeight: 1.35, overflowWrap: 'anywhere' },
  '& p': { fontSize: 13, color: 'var(--soft)', overflowWrap: 'anywhere' },
});

/** What a panel is about: the record's name, a line about it, its state. */
export const PanelHead = ({ title, note, chips }: { title: string; note?: string | undefined; chips?: ReactNode }) => (
  <Head>
    <h2>{title}</h2>
    {note === undefined || note === '' ? null : <p>{note}</p>}
    {chips === undefined ? null : (
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 6, marginTop: 6 }}>{chips}</div>
    )}
  </Head>
);

const Foot = styled('div')({
  marginTop: 'auto',
  position: 'sticky',
  bottom: 0,
  zIndex: 1,
  // where the panel stands alone every line of it is needed
  '[data-alone] > &': { position: 'static' },
});

/** The acts of a panel: in sight however far it is scrolled. */
export const PanelFoot = ({ children }: { children: ReactNode }) => (
  <Foot>
    <PanelActions>{children}</PanelActions>
  </Foot>
);

/** Rows of a panel that can be opened: two lines, the second soft. */
export const PanelRows = styled('ul')({
  listStyle: 'none',
  margin: '0 -8px',
  padding: 0,
  fontSize: 13,
  '& li > :is(button, a, div)': {
    display: 'block',
    width: '100%',
    textAlign: 'left',
    border: 0,
    background: 'none',
    padding: '5px 8px',
    borderRadius: 6,
    color: 'inherit',
    textDecoration: 'none',
    overflowWrap: 'anywhere',
  },
  '& li > :is(button, a)': { cursor: 'pointer' },
  '& li > :is(button, a):hover': { background: 'var(--bg)' },
  '& small': { display: 'block', fontSize: 12, color: 'var(--soft)' },
  '& [data-past]': { color: 'var(--soft)' },
});
