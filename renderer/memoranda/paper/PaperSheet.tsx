import { styled } from '@mui/material/styles';

/** The desk that the paper lies on. */
export const Desk = styled('div')({
  background: 'var(--sunken)',
  flex: '1 0 auto',
  padding: '16px 22px 40px',
  containerType: 'inline-size',
  '@media (max-width: 900px)': { padding: '10px 8px 32px' },
});

/**
 * The sheet: the serif of the official form, articles and paragraphs numbered by the page. ProseMirror's own few rules
 * are here too, for its injected sheet is off under the content security policy.
 */
export const Sheet = styled('article')({
  position: 'relative',
  maxWidth: 760,
  margin: '0 auto',
  background: 'var(--surface)',
  boxShadow: '0 1px 4px rgba(44,36,22,.16)',
  padding: '26px 40px 40px 64px',
  font: '15px/1.42 "Liberation Serif","Times New Roman",Tinos,serif',
  overflowWrap: 'anywhere',
  '@container (max-width: 560px)': { padding: '20px 16px 28px 16px' },
  '& h2, & h3': { font: 'inherit', fontWeight: 700, textAlign: 'center', margin: 0 },
  '& h2': { fontSize: 16, lineHeight: 1.35 },
  '& .ProseMirror': {
    outline: 'none',
    position: 'relative',
    minHeight: 40,
    counterReset: 'clause',
    whiteSpace: 'pre-wrap',
    fontVariantLigatures: 'none',
    caretColor: 'var(--ink)',
  },
  '& .ProseMirror-hideselection *::selection': { background: 'transparent' },
  '& .ProseMirror-separator': {
    display: 'inline !important',
    border: 'none !important',
    margin: '0 !important',
    width: '0 !important',
    height: '0 !important',
  },
  '& .clause': { position: 'relative', counterReset: 'paragraph', scrollMarginTop: 24 },
  '& .clause h3': { fontSize: 15, margin: '12px 0 3px', minHeight: '1.42em' },
  '& .clause[data-numbered=false] h3.blank': { display: 'none' },
  // the heading of a preamble names it in the list; the paper bears none, but in English
  '&:not([lang=en]) .clause[data-numbered=false]:first-child h3': {
    font: '11px/16px var(--font)',
    color: 'var(--soft)',
    margin: '6px 0 2px',
  },
  '& .clause[data-numbered=true]': { counterIncrement: 'clause' },
  '& .clause[data-numbered=true] > h3::before': { content: 'counter(clause) ". "' },
  '& .clause p': {
    position: 'relative',
    margin: '0 0 4px',
    textIndent: 26,
    textAlign: 'justify',
    hyphens: 'auto',
    minHeight: '1.42em',
  },
  '& .clause[data-numbered=true] > p': { counterIncrement: 'paragraph' },
  '& .clause[data-numbered=true] > p::before': { content: 'counter(clause) "." counter(paragraph) ". "' },
  '& .field': {
    font: 'inherit',
    textIndent: 0,
    textAlign: 'inherit',
    color: 'inherit',
    border: 0,
    background: 'var(--ink-soft)',
    boxShadow: 'inset 0 -1px var(--ink-mid)',
    borderRadius: 2,
    padding: '0 2px',
    cursor: 'pointer',
    boxDecorationBreak: 'clone',
    whiteSpace: 'pre-wrap',
    userSelect: 'text',
  },
  '& .field[data-missing]': {
    background: 'var(--amber-soft)',
    boxShadow: 'inset 0 -1.5px var(--amber)',
    color: 'var(--amber)',
    fontStyle: 'italic',
  },
  '& .field[data-chosen], & .field:focus-visible': { outline: '2px solid var(--ink)', outlineOffset: 1 },
  '&[data-locked] .field': { cursor: 'default', background: 'none', boxShadow: 'none', padding: 0 },
  '& .obligationMark': {
    position: 'absolute',
    left: -59,
    top: 2,
    minWidth: 50,
    font: '600 11px/18px var(--font)',
    textIndent: 0,
    color: 'var(--ink-text)',
    background: 'var(--ink-soft)',
    border: 0,
    borderRadius: 9,
    padding: '0 6px',
    whiteSpace: 'nowrap',
    cursor: 'pointer',
    '&[data-now]': { background: 'var(--ink)', color: 'var(--on-ink)' },
    '& + .obligationMark': { top: 22 },
    '@container (max-width: 560px)': { position: 'static', marginRight: 6 },
  },
  '& .amended': {
    font: '13px/1.45 var(--font)',
    textIndent: 0,
    margin: '6px 0 8px',
    padding: '6px 10px',
    borderLeft: '3px solid var(--ink)',
    background: 'var(--bg)',
    userSelect: 'text',
  },
  '& .amendedSaid': { color: 'var(--soft)', fontSize: 12 },
  '& .amendedHeading': { fontWeight: 600 },
});

/** Place at the left, date at the right. */
export const TwoEnds = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  justifyContent: 'space-between',
  gap: '2px 16px',
  margin: '10px 0 8px',
});

/** The parties' details beside each other. */
export const Signatures = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fit, minmax(220px, 1fr))',
  gap: '18px 32px',
  marginTop: 10,
  '& p': { margin: '0 0 2px' },
  '& hr': { border: 0, borderTop: '1px solid var(--text)', margin: '26px 0 2px' },
});
