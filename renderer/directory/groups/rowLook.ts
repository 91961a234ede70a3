import { styled } from '@mui/material/styles';

/** A line of the members or of the seats: handle, who, and facts at the right; the whole of it opens. */
export const EntryRow = styled('div')({
  display: 'grid',
  gridTemplateColumns: '26px minmax(0, 1fr)',
  alignItems: 'center',
  gap: 4,
  minHeight: 46,
  borderBottom: '1px solid var(--line)',
  '& > button[data-open]': {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 124px 84px 94px',
    gap: '2px 10px',
    alignItems: 'center',
    border: 0,
    background: 'none',
    padding: '5px 8px',
    textAlign: 'left',
    borderRadius: 6,
    cursor: 'pointer',
    fontSize: 13,
    minWidth: 0,
    color: 'inherit',
    '&[data-kind=seat]': { gridTemplateColumns: 'minmax(0, 1fr) 142px 94px' },
    '& > *': { minWidth: 0 },
  },
  '& > button[data-open]:hover': { background: 'var(--bg)' },
  '& b, & small': { display: 'block', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  '& b': { fontWeight: 550, fontSize: 14 },
  '& small': { fontSize: 12, color: 'var(--soft)' },
  '@media (max-width: 900px)': {
    '& > button[data-open], & > button[data-open][data-kind=seat]': { gridTemplateColumns: 'minmax(0, 1fr)' },
    '& b, & small': { whiteSpace: 'normal', overflowWrap: 'anywhere' },
  },
});

/** What was before: closed until somebody asks. */
export const Former = styled('details')({
  marginTop: 8,
  fontSize: 13,
  '& > summary': { cursor: 'pointer', color: 'var(--soft)', padding: '4px 2px', borderRadius: 4 },
});

/** Part of the middle of the page. */
export const Block = styled('div')({
  padding: '14px 16px 18px',
  '& + &': { borderTop: '1px solid var(--line)' },
  '& > header': { display: 'flex', alignItems: 'baseline', gap: 8, marginBottom: 4 },
});
