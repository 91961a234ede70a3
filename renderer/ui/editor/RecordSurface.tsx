import { styled } from '@mui/material/styles';
import type { Editor } from '@tiptap/core';
import { useLayoutEffect, useRef } from 'react';

/**
 * The writing surface: records one under the other, the label of a run at the left, the text flowing around what stands
 * before it. ProseMirror's own few rules are here too, for its injected sheet is off under the content security policy.
 */
const Surface = styled('div')({
  containerType: 'inline-size',
  '& .ProseMirror': {
    position: 'relative',
    outline: 'none',
    minHeight: 60,
    paddingBottom: 8,
    overflowWrap: 'break-word',
    whiteSpace: 'break-spaces',
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
  '& .record': {
    display: 'grid',
    gridTemplateColumns: '104px minmax(0, 1fr)',
    columnGap: 14,
    whiteSpace: 'normal',
  },
  '& .record[data-first]:not(:first-of-type)': { marginTop: 16 },
  '& .recordLabel': {
    visibility: 'hidden',
    fontSize: 11,
    letterSpacing: '.08em',
    fontWeight: 650,
    color: 'var(--soft)',
    paddingTop: 3,
    textAlign: 'right',
    overflowWrap: 'anywhere',
    userSelect: 'none',
  },
  '& .record[data-first] .recordLabel': { visibility: 'visible' },
  '& .recordBody': {
    position: 'relative',
    marginBottom: 8,
    minWidth: 0,
    '&::after': { content: '""', display: 'block', clear: 'both' },
  },
  '& .recordText': { whiteSpace: 'break-spaces', minHeight: '1.45em' },
  '& .recordStart': { float: 'left', maxWidth: '100%', userSelect: 'none' },
  '& .recordEnd': { float: 'right', marginLeft: 10, fontSize: 11, color: 'var(--faint)', userSelect: 'none' },
  '& .recordBelow': { clear: 'both', userSelect: 'none' },
  // around marks the ring of the keyboard stands off by two
  '& .recordStart button:focus-visible, & .recordBelow button:focus-visible': { outlineOffset: 2 },
  '& .found-date': { textDecoration: 'underline', textDecorationColor: 'var(--ink-mid)', textUnderlineOffset: 3 },
  '& .found-name': {
    textDecoration: 'underline dotted',
    textDecorationColor: 'var(--ink-mid)',
    textUnderlineOffset: 3,
  },
  // narrow: the label stands above its run
  '@container (max-width: 460px)': {
    '& .record': { gridTemplateColumns: 'minmax(0, 1fr)' },
    '& .recordLabel': { display: 'none', textAlign: 'left', paddingBottom: 4 },
    '& .record[data-first] .recordLabel': { display: 'block' },
  },
});

/** The place where an editor of records is drawn; the editor keeps its words and its undo when it is taken off the page. */
export const RecordSurface = ({ editor }: { editor: Editor }) => {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (place.current !== null) editor.mount(place.current);
    return () => editor.unmount();
  }, [editor]);
  return <Surface ref={place} />;
};
