import type { Editor } from '@tiptap/core';
import { useLayoutEffect, useRef } from 'react';

/** The place where the editor is drawn; it keeps its words and its undo when it is taken off the page. */
export const EditorPlace = ({ editor }: { editor: Editor }) => {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (place.current !== null) editor.mount(place.current);
    return () => editor.unmount();
  }, [editor]);
  return <div ref={place} />;
};
