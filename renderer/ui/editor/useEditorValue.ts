import type { Editor } from '@tiptap/core';
import type { EditorState } from '@tiptap/pm/state';
import { useCallback, useSyncExternalStore } from 'react';

/** Follows one plain value of the editor's state: read anew at each transaction, drawn anew only when it changed. */
export const useEditorValue = <T extends string | number | boolean | null>(
  editor: Editor,
  read: (state: EditorState) => T,
): T => {
  const subscribe = useCallback(
    (changed: () => void) => {
      editor.on('transaction', changed);
      return () => {
        editor.off('transaction', changed);
      };
    },
    [editor],
  );
  return useSyncExternalStore(subscribe, () => read(editor.state));
};
