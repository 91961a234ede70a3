import { styled } from '@mui/material/styles';

/** Lines of a panel with something to press at their end. */
export const Lines = styled('ul')({
  listStyle: 'none',
  margin: 0,
  padding: 0,
  fontSize: 13,
  '& > li': { display: 'flex', alignItems: 'center', gap: 6, minHeight: 26, minWidth: 0 },
  '& > li > svg': { flex: 'none', color: 'var(--soft)' },
  '& > li > .words': { flex: 1, minWidth: 0, overflowWrap: 'anywhere' },
  '& > li > .mark': { color: 'var(--soft)', fontSize: 12, flex: 'none' },
});
