import { styled } from '@mui/material/styles';

/** The window: top bar 44, navigation 200 (52 when slim), the page, status bar 26. */
export const Window = styled('div')({
  display: 'grid',
  gridTemplateRows: '44px auto minmax(0, 1fr) 26px',
  height: '100vh',
  '@media print': { display: 'block', height: 'auto' },
});

export const TopLine = styled('header')({
  display: 'flex',
  alignItems: 'center',
  gap: 10,
  padding: '0 12px',
  borderBottom: '1px solid var(--line)',
  background: 'var(--surface)',
  minWidth: 0,
});

export const Middle = styled('div', { shouldForwardProp: (name) => name !== 'side' })<{ side: number }>(({ side }) => ({
  display: 'grid',
  gridTemplateColumns: `${side}px minmax(0, 1fr)`,
  gridTemplateRows: 'minmax(0, 1fr)',
  minHeight: 0,
  '@media print': { display: 'block' },
}));

export const Main = styled('main')({
  display: 'flex',
  flexDirection: 'column',
  minWidth: 0,
  minHeight: 0,
  overflow: 'hidden',
  outline: 'none',
  '@media print': { overflow: 'visible' },
});

export const StatusLine = styled('footer')({
  display: 'flex',
  gap: 16,
  alignItems: 'center',
  padding: '0 12px',
  borderTop: '1px solid var(--line)',
  background: 'var(--surface)',
  fontSize: 12,
  color: 'var(--soft)',
  whiteSpace: 'nowrap',
  overflow: 'hidden',
  '& > span': { display: 'inline-flex', gap: 5, alignItems: 'center' },
});

export const SkipLink = styled('a')({
  position: 'absolute',
  left: 12,
  top: -60,
  zIndex: 2000,
  padding: '6px 12px',
  background: 'var(--surface)',
  color: 'var(--ink)',
  borderRadius: 'var(--radius)',
  boxShadow: 'var(--shadow)',
  '&:focus': { top: 6 },
});
