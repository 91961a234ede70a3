import { Extension } from '@tiptap/core';
import {
  Plugin,
  PluginKey,
  Selection,
  TextSelection,
  type Command,
  type EditorState,
  type Transaction,
} from '@tiptap/pm/state';
import { recordAtCaret, recordsOf } from './recordText.ts';

/** Enter ends a paragraph within the record. */
export const newParagraph: Command = (state, dispatch) => {
  dispatch?.(state.tr.insertText('\n').scrollIntoView());
  return true;
};

/**
 * Backspace at the beginning of a record: an empty one goes, a full one stays and the caret leaves it, so that nobody's
 * words run into another's by one key too many.
 */
export const backAtStart: Command = (state, dispatch) => {
  const place = recordAtCaret(state);
  const { selection } = state;
  if (place === undefined || !selection.empty || selection.$head.parentOffset > 0) return false;
  if (state.doc.childCount === 1) return true;
  const transaction =
    place.node.content.size === 0 ? state.tr.delete(place.from, place.from + place.node.nodeSize) : state.tr;
  const caret = Math.min(place.from, transaction.doc.content.size);
  const before = Selection.findFrom(transaction.doc.resolve(caret), place.index === 0 ? 1 : -1);
  if (before !== null) transaction.setSelection(place.index === 0 ? before : Selection.near(before.$to, -1));
  dispatch?.(transaction.scrollIntoView());
  return true;
};

/** Delete at the end of a record takes the next one away only when it is empty. */
export const deleteAtEnd: Command = (state, dispatch) => {
  const place = recordAtCaret(state);
  const { selection } = state;
  if (place === undefined || !selection.empty || selection.$head.parentOffset < place.node.content.size) return false;
  const next = state.doc.maybeChild(place.index + 1);
  if (next?.content.size === 0) {
    const from = place.from + place.node.nodeSize;
    dispatch?.(state.tr.delete(from, from + next.nodeSize));
  }
  return true;
};

/** Moves the record with the caret past its neighbour, if that is `allowed` (a decision does not stand before a speech). */
export const moveRecord =
  (step: -1 | 1, allowed: (moved: string, neighbour: string) => boolean): Command =>
  (state, dispatch) => {
    const place = recordAtCaret(state);
    if (place === undefined) return false;
    const places = recordsOf(state.doc);
    const neighbour = places[place.index + step];
    if (neighbour === undefined || !allowed(place.node.type.name, neighbour.node.type.name)) return true;
    const offset = state.selection.head - place.from;
    const to = step === -1 ? neighbour.from : place.from + neighbour.node.nodeSize;
    const transaction = state.tr.delete(place.from, place.from + place.node.nodeSize).insert(to, place.node);
    transaction.setSelection(TextSelection.create(transaction.doc, to + offset));
    dispatch?.(transaction.scrollIntoView());
    return true;
  };

/** Selects all of the record first, all records at the second press. */
const selectAll: Command = (state, dispatch) => {
  const place = recordAtCaret(state);
  if (place === undefined) return false;
  const [from, to] = [place.from + 1, place.from + 1 + place.node.content.size];
  if (place.node.content.size === 0 || (state.selection.from <= from && state.selection.to >= to)) return false;
  dispatch?.(state.tr.setSelection(TextSelection.create(state.doc, from, to)));
  return true;
};

const run =
  (command: Command) =>
  ({ editor }: { editor: { state: EditorState; view: { dispatch: (transaction: Transaction) => void } } }) =>
    command(editor.state, (transaction) => editor.view.dispatch(transaction));

/** The keys that writing in records needs everywhere. */
export const RecordKeys = Extension.create<{ mayPass: (moved: string, neighbour: string) => boolean }>({
  name: 'recordKeys',
  addKeyboardShortcuts() {
    const { mayPass } = this.options;
    return {
      Enter: run(newParagraph),
      'Shift-Enter': run(newParagraph),
      Backspace: run(backAtStart),
      'Mod-Backspace': run(backAtStart),
      Delete: run(deleteAtEnd),
      'Mod-a': run(selectAll),
      'Alt-ArrowUp': run(moveRecord(-1, mayPass)),
      'Alt-ArrowDown': run(moveRecord(1, mayPass)),
    };
  },
  addProseMirrorPlugins: () => [
    new Plugin({
      key: new PluginKey('recordKeys'),
      props: {
        handleDOMEvents: {
          // ProseMirror swallows Enter with any modifier; with Ctrl or Alt it belongs to the page
          keydown: (_view, event) =>
            (event.code === 'Enter' || event.code === 'NumpadEnter') &&
            (event.ctrlKey || event.altKey || event.metaKey),
        },
      },
    }),
  ],
});
