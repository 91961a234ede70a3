import { styled } from '@mui/material/styles';

/** Lines of a panel: a mark, words that may wrap, a state or a button at the end. */
export const Lines = styled('ul')({
  listStyle: 'none',
  margin: 0,
  padding: 0,
  fontSize: 13,
  '& > li': {
    display: 'grid',
    gridTemplateColumns: '10px minmax(0, 1fr) auto',
    gap: '0 8px',
    alignItems: 'center',
    minHeight: 26,
  },
  '& > li > .name': { overflowWrap: 'anywhere' },
  '& > li > small': { gridColumn: '2 / -1', fontSize: 12, color: 'var(--soft)', paddingBottom: 4 },
});

/** The deadlines one after the other, the one in force last. */
export const Timeline = styled('ol')({
  listStyle: 'none',
  margin: 0,
  padding: 0,
  fontSize: 12,
  lineHeight: 1.4,
  '& > li': {
    display: 'grid',
    gridTemplateColumns: '14px minmax(76px, max-content) minmax(0, 1fr)',
    gap: '0 8px',
    paddingBottom: 6,
    position: 'relative',
  },
  '& > li:last-child': { paddingBottom: 0 },
  '& > li > i': {
    width: 7,
    height: 7,
    borderRadius: '50%',
    border: '1.5px solid var(--edge)',
    background: 'var(--surface)',
    margin: '5px 0 0 3px',
    boxSizing: 'content-box',
  },
  '& > li:last-child > i': { background: 'var(--ink)', borderColor: 'var(--ink)' },
  '& > li[data-overdue]:last-child > i': { background: 'var(--red)', borderColor: 'var(--red)' },
  '& > li:not(:last-child)::after': {
    content: '""',
    position: 'absolute',
    left: 7.25,
    top: 16,
    bottom: -5,
    borderLeft: '1.5px solid var(--line-strong)',
  },
  '& > li > span': { overflowWrap: 'anywhere' },
});
