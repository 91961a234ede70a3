import { styled } from '@mui/material/styles';

export const rowHeight = 32;
export const headHeight = 44;

/** The window of the timeline: scrolls both ways, names and dates stay. */
export const Scroller = styled('div')({
  flex: 1,
  minHeight: 0,
  minWidth: 0,
  overflow: 'auto',
  position: 'relative',
  background: 'var(--surface)',
  outline: 'none',
  fontSize: 13,
  // the row that has the focus shows it; a frame around everything would say nothing
  '&:focus-visible [data-current] > .name': { boxShadow: 'inset 3px 0 var(--ink), inset 0 0 0 2px var(--ink)' },
});

export const Head = styled('div')({
  position: 'sticky',
  top: 0,
  zIndex: 5,
  height: headHeight,
  display: 'flex',
  background: 'var(--surface)',
  borderBottom: '1px solid var(--line-strong)',
  '& > .names': {
    position: 'sticky',
    left: 0,
    zIndex: 1,
    flex: 'none',
    display: 'flex',
    alignItems: 'end',
    justifyContent: 'space-between',
    padding: '0 12px 5px 16px',
    background: 'var(--surface)',
    borderRight: '1px solid var(--line-strong)',
    fontSize: 12,
    color: 'var(--soft)',
  },
  '& > .dates': { position: 'relative', flex: 'none', fontSize: 11, color: 'var(--soft)' },
  '& > .dates > span': {
    position: 'absolute',
    height: 22,
    lineHeight: '22px',
    overflow: 'hidden',
    whiteSpace: 'nowrap',
    borderLeft: '1px solid var(--line)',
    textAlign: 'center',
  },
  '& > .dates > .over': {
    top: 0,
    borderLeftColor: 'var(--line-strong)',
    textAlign: 'left',
    paddingLeft: 8,
    fontWeight: 650,
    color: 'var(--text)',
  },
  '& > .dates > .column': { top: 22 },
});

/** One row: its name stays at the left, its bar stands on the calendar. */
export const Row = styled('div')({
  position: 'absolute',
  left: 0,
  height: rowHeight,
  display: 'flex',
  '& > .name': {
    position: 'sticky',
    left: 0,
    zIndex: 3,
    flex: 'none',
    height: rowHeight,
    display: 'flex',
    alignItems: 'center',
    gap: 8,
    padding: '0 12px 0 16px',
    background: 'var(--surface)',
    borderRight: '1px solid var(--line-strong)',
    borderBottom: '1px solid var(--line)',
    cursor: 'default',
  },
  '& > .name > [role]': { minWidth: 0 },
  '& > .name .number': { flex: 'none', width: 28, color: 'var(--soft)' },
  '& > .name .title': { flex: 1 },
  '& > .name .deviation': { flex: 'none', fontSize: 12, color: 'var(--soft)', fontVariantNumeric: 'tabular-nums' },
  '& > .name .late': { color: 'var(--amber)' },
  '& > .chart': { position: 'relative', flex: 'none', height: rowHeight },
  '&[data-head] > .name': { background: 'var(--bg)', fontWeight: 600 },
  '&[data-current] > .name': { background: 'var(--ink-soft)', boxShadow: 'inset 3px 0 var(--ink)' },
  '&[data-cancelled] .title': { textDecoration: 'line-through', color: 'var(--soft)' },
});

/** Behind the lines of the calendar: what kind of row it is, and which is current. */
export const Band = styled('div')({
  position: 'absolute',
  left: 0,
  right: 0,
  height: rowHeight,
  borderBottom: '1px solid var(--line)',
  '&[data-head]': { background: 'var(--bg)' },
  '&[data-current]': { background: 'var(--ink-soft)' },
});

export const Lines = styled('div')({
  position: 'absolute',
  top: 0,
  bottom: 0,
  pointerEvents: 'none',
  '& > i': { position: 'absolute', top: 0, bottom: 0, borderLeft: '1px solid var(--line)' },
  '& > i[data-over]': { borderLeftColor: 'var(--line-strong)' },
  '& > i[data-after]': { right: 0, background: 'color-mix(in srgb, var(--fill) 45%, transparent)', borderLeft: 0 },
  '& > i[data-end]': { borderLeft: '1.5px solid var(--red)' },
  '& > i[data-today]': { borderLeft: '1.5px dashed var(--ink)' },
});

/** The bar of one activity: solid when held, outlined while planned. */
export const Bar = styled('div')({
  position: 'absolute',
  top: 8,
  height: 10,
  borderRadius: 2.5,
  background: 'var(--ink)',
  display: 'flex',
  overflow: 'hidden',
  touchAction: 'none',
  '&[data-state=planned], &[data-state=late]': { background: 'var(--ink-soft)', border: '1.5px solid var(--ink)' },
  '&[data-state=late]': { borderColor: 'var(--red)', background: 'var(--red-soft)' },
  '&[data-state=postponed]': { background: 'var(--amber-soft)', border: '1.5px dashed var(--amber-fill)' },
  '&[data-state=cancelled]': { background: 'transparent', border: '1.5px dashed var(--edge)' },
  '&[data-movable]': { cursor: 'grab' },
  '&[data-moving]': { cursor: 'grabbing', outline: '2px solid var(--ink)', outlineOffset: 1, overflow: 'visible' },
  '& > .after': {
    position: 'absolute',
    right: 0,
    top: 0,
    bottom: 0,
    background: 'var(--amber-fill)',
    borderLeft: '1.5px solid var(--surface)',
  },
  '&:not([data-state=held]) > .after': {
    background: 'repeating-linear-gradient(135deg, var(--amber-fill) 0 3px, transparent 3px 6px)',
  },
  '& > .edge': { position: 'absolute', top: 0, bottom: 0, width: 6, cursor: 'ew-resize', zIndex: 1 },
  printColorAdjust: 'exact',
});

export const Baseline = styled('div')({
  position: 'absolute',
  top: 20,
  height: 5,
  borderRadius: 2.5,
  background: 'var(--line-strong)',
  border: '1px solid var(--edge)',
  printColorAdjust: 'exact',
});

/** The span of what stands under a heading. */
export const Summary = styled('div')({
  position: 'absolute',
  top: 14,
  height: 3,
  background: 'var(--soft)',
  '&[data-whole]': { background: 'var(--text)', height: 4 },
  '&::before, &::after': {
    content: '""',
    position: 'absolute',
    top: 0,
    width: 0,
    height: 0,
    borderTop: '7px solid var(--soft)',
  },
  '&[data-whole]::before, &[data-whole]::after': { borderTopColor: 'var(--text)' },
  '&::before': { left: 0, borderRight: '6px solid transparent' },
  '&::after': { right: 0, borderLeft: '6px solid transparent' },
  printColorAdjust: 'exact',
});

/** Something of one day. */
export const Diamond = styled('div')({
  position: 'absolute',
  top: 11,
  width: 9,
  height: 9,
  marginLeft: -4.5,
  transform: 'rotate(45deg)',
  background: 'var(--ink)',
  border: '1.5px solid var(--ink)',
  boxSizing: 'border-box',
  touchAction: 'none',
  '&[data-state=planned]': { background: 'var(--surface)' },
  '&[data-state=late]': { background: 'var(--surface)', borderColor: 'var(--red)' },
  '&[data-state=postponed]': {
    background: 'var(--amber-soft)',
    borderColor: 'var(--amber-fill)',
    borderStyle: 'dashed',
  },
  '&[data-state=cancelled]': { background: 'transparent', borderColor: 'var(--edge)', borderStyle: 'dashed' },
  '&[data-after]': { background: 'var(--amber-fill)', borderColor: 'var(--amber-fill)' },
  '&[data-after]:not([data-state=held])': { background: 'var(--surface)' },
  '&[data-baseline]': { background: 'var(--surface)', borderColor: 'var(--edge)' },
  '&[data-movable]': { cursor: 'grab' },
  '&[data-moving]': { cursor: 'grabbing', outline: '2px solid var(--ink)', outlineOffset: 2 },
  printColorAdjust: 'exact',
});

export const DiamondWords = styled('span')({
  position: 'absolute',
  top: 0,
  lineHeight: `${rowHeight}px`,
  whiteSpace: 'nowrap',
  fontSize: 11,
  fontWeight: 600,
  color: 'var(--ink-text)',
});

export const AfterLine = styled('div')({
  position: 'absolute',
  top: 14.5,
  borderTop: '1.5px dashed var(--amber-fill)',
});
