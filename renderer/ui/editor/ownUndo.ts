import { Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';

/**
 * Undo and redo act on a text only while the focus is in it. A browser keeps one list of edits for the whole window: pressed
 * in a dialog, where nothing else takes the key, it would take back what was written behind it.
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
