import { Extension } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

/** The next change is not taken back together with the last one, however soon it comes. */
const beginStep = (view: EditorView): false => {
  view.dispatch(closeHistory(view.state.tr));
  return false;
};

/**
 * Undo and redo act on a text only while the focus is in it. A browser keeps one list of edits for the whole window: pressed
 * in a dialog, where nothing else takes the key, it would take back what was written behind it.
 *
 * What is cut, pasted or dropped is a step of its own: cut within half a second after typing, undo would else take back the
 * typing with it, and what was cut not come back whole.
 */
export const OwnUndo = Extension.create({
  name: 'ownUndo',
  // before the history of the editor, which takes every such event for its own
  priority: 200,
  addProseMirrorPlugins: () => [
    new Plugin({
      key: new PluginKey('ownUndo'),
      props: {
        handleDOMEvents: {
          cut: beginStep,
          paste: beginStep,
          drop: beginStep,
          beforeinput: (view, event) => {
            if (!['historyUndo', 'historyRedo'].includes(event.inputType) || view.hasFocus()) return false;
            event.preventDefault();
            return true;
          },
        },
      },
    }),
  ],
});
