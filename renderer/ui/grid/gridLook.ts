import { styled } from '@mui/material/styles';
import type { ShownColumn } from './gridTypes.ts';

const usualWidth = 120;
const markWidth = 30;

/** The grid tracks of a row: the same for every row, so that columns stand under each other. */
export const trackOf = <Row>(columns: readonly ShownColumn<Row>[], marks: boolean): string => {
  const tracks = columns.map(({ column, width }) => {
    const first = column.width ?? usualWidth;
    if (width !== undefined) return `${width}px`;
    return column.grow === true ? `minmax(${first}px, 1fr)` : `${first}px`;
  });
  // with no column that grows the last track takes the rest, so that lines reach the edge
  const rest = columns.some(({ column, width }) => column.grow === true && width === undefined) ? [] : ['1fr'];
  return [...(marks ? [`${markWidth}px`] : []), ...tracks, ...rest].join(' ');
};

/** The least width of a row in CSS pixels; below it the grid scrolls sideways. */
export const widthOf = <Row>(columns: readonly ShownColumn<Row>[], marks: boolean): number =>
  columns.reduce((sum, { column, width }) => sum + (width ?? column.width ?? usualWidth), marks ? markWidth : 0);

export const Sheet = styled('div')({
  flex: 1,
  minHeight: 0,
  minWidth: 0,
  display: 'flex',
  flexDirection: 'column',
  background: 'var(--surface)',
});

/** The scrolling box; rows and cells are plain elements styled from here, since there are many. */
export const Scroller = styled('div')({
  flex: 1,
  minHeight: 0,
  overflow: 'auto',
  position: 'relative',
  fontSize: 13,
  outline: 'none',
  '&[data-density=list]': { fontSize: 14 },
  '&:focus-visible': { outline: 'none' },
  '& [role=row]': {
    display: 'grid',
    gridTemplateColumns: 'var(--tracks)',
    // a cell with too many words must not push its neighbours down
    gridTemplateRows: 'minmax(0, 100%)',
    minWidth: 'var(--least)',
    alignItems: 'center',
    borderBottom: '1px solid var(--line)',
  },
  '& .head': {
    position: 'sticky',
    top: 0,
    zIndex: 2,
    height: 31,
    background: 'var(--surface)',
    borderBottom: '1px solid var(--line-strong)',
    fontSize: 12,
    fontWeight: 550,
    color: 'var(--soft)',
  },
  '& .head button': {
    display: 'flex',
    alignItems: 'center',
    gap: 4,
    height: '100%',
    width: '100%',
    minWidth: 0,
    padding: 0,
    border: 0,
    background: 'none',
    fontWeight: 'inherit',
    justifyContent: 'inherit',
    cursor: 'pointer',
  },
  '& .row': { position: 'absolute', left: 0, right: 0, height: 'var(--height)', cursor: 'default' },
  '& .row[data-refused]': { background: 'var(--red-soft)' },
  '& .row[data-refused] .chip': { background: 'var(--surface)' },
  '& .row[data-marked]': { background: 'color-mix(in srgb, var(--ink-soft) 55%, var(--surface))' },
  '& .row[data-current]': { background: 'var(--ink-soft)', boxShadow: 'inset 3px 0 var(--ink)' },
  '& .group': { background: 'var(--bg)', fontWeight: 600, cursor: 'pointer', gridTemplateColumns: 'minmax(0, 1fr)' },
  '& [role=gridcell], & [role=columnheader]': {
    height: '100%',
    padding: '0 8px',
    display: 'flex',
    alignItems: 'center',
    gap: 6,
    minWidth: 0,
    position: 'relative',
  },
  '& [role=gridcell] > .words': { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', minWidth: 0 },
  '& [data-align=right]': { justifyContent: 'flex-end', textAlign: 'right' },
  '& [data-align=center]': { justifyContent: 'center', textAlign: 'center' },
  '&[data-focused] [data-active]': { outline: '2px solid var(--ink)', outlineOffset: -2, borderRadius: 4 },
  '& .grip': {
    position: 'absolute',
    right: -4,
    top: 0,
    bottom: 0,
    width: 9,
    cursor: 'col-resize',
    zIndex: 1,
    touchAction: 'none',
  },
  '& .grip:hover::after, & .grip[data-held]::after': {
    content: '""',
    position: 'absolute',
    left: 4,
    top: 4,
    bottom: 4,
    borderLeft: '2px solid var(--ink-mid)',
  },
});
