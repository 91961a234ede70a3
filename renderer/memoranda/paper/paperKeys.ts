import { Extension } from '@tiptap/core';
import {
  NodeSelection,
  Plugin,
  PluginKey,
  TextSelection,
  type Command,
  type EditorState,
  type Transaction,
} from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { idOf } from '../../ui/editor/recordIds.ts';
import { recordAtCaret } from '../../ui/editor/recordText.ts';
import { bringsClauses } from './apply.ts';

/** Enter in a heading goes on to the text under it. */
const leaveHeading: Command = (state, dispatch) => {
  const { $head } = state.selection;
  if ($head.parent.type.name !== 'clauseHeading') return false;
  dispatch?.(state.tr.setSelection(TextSelection.create(state.doc, $head.after() + 1)).scrollIntoView());
  return true;
};

/** Backspace at the beginning of an article never takes its heading or the article before into it. */
const backAtStart: Command = (state, dispatch) => {
  const { selection } = state;
  const { $head } = selection;
  if (!selection.empty || $head.parentOffset > 0 || $head.depth < 2) return false;
  if ($head.parent.type.name === 'clauseHeading') return true;
  if ($head.index(1) > 1) return false;
  const clause = $head.node(1);
  const transaction = state.tr;
  if ($head.parent.content.size === 0 && clause.childCount > 2) transaction.delete($head.before(), $head.after());
  const end = $head.start(1) + (clause.firstChild?.nodeSize ?? 2) - 1;
  dispatch?.(transaction.setSelection(TextSelection.create(transaction.doc, end)).scrollIntoView());
  return true;
};

/** Delete at the end of a heading or of an article changes nothing: what follows stays on its own. */
const deleteAtEnd: Command = (state) => {
  const { selection } = state;
  const { $head } = selection;
  if (!selection.empty || $head.depth < 2 || $head.parentOffset < $head.parent.content.size) return false;
  return $head.parent.type.name === 'clauseHeading' || $head.index(1) === $head.node(1).childCount - 1;
};

/** Where the text blocks that a selection touches are selected: from and to of each, the last first. */
const touched = ({ doc, selection }: EditorState): { from: number; to: number }[] => {
  const parts: { from: number; to: number }[] = [];
  doc.nodesBetween(selection.from, selection.to, (node, position) => {
    if (!node.isTextblock) return true;
    const from = Math.max(selection.from, position + 1);
    const to = Math.min(selection.to, position + 1 + node.content.size);
    if (from < to) parts.unshift({ from, to });
    return false;
  });
  return parts;
};

const spans = ({ selection }: EditorState): boolean =>
  !selection.empty && (selection.$from.depth === 0 || selection.$from.index(0) !== selection.$to.index(0));

/** Takes away what is selected over several articles, in each by itself: headings and articles stay. */
const deleteAcross: Command = (state, dispatch) => {
  if (!spans(state)) return false;
  const transaction = state.tr;
  for (const { from, to } of touched(state)) transaction.delete(from, to);
  const near = TextSelection.near(
    transaction.doc.resolve(Math.min(state.selection.from, transaction.doc.content.size)),
  );
  dispatch?.(transaction.setSelection(near).scrollIntoView());
  return true;
};

/** Selects the paragraph first, the article at the second press. */
const selectAll: Command = (state, dispatch) => {
  const place = recordAtCaret(state);
  if (place === undefined) return false;
  const { $from } = state.selection;
  const [from, to] = [$from.start(), $from.end()];
  const whole = state.selection.from <= from && state.selection.to >= to;
  const range = whole ? ([place.from + 2, place.from + place.node.nodeSize - 2] as const) : ([from, to] as const);
  dispatch?.(state.tr.setSelection(TextSelection.create(state.doc, ...range)));
  return true;
};

const idsOf = (state: { doc: EditorState['doc'] }): string => state.doc.children.map((node) => idOf(node)).join(' ');

const run =
  (...commands: Command[]) =>
  ({ editor }: { editor: { state: EditorState; view: { dispatch: (transaction: Transaction) => void } } }) =>
    commands.some((command) => command(editor.state, (transaction) => editor.view.dispatch(transaction)));

export type FieldPlace = { key: string; label: string; position: number; element: HTMLElement };

const fieldAt = (view: EditorView, position: number): FieldPlace | null => {
  const node = view.state.doc.nodeAt(position);
  const element = view.nodeDOM(position);
  if (node?.type.name !== 'field' || !(element instanceof HTMLElement)) return null;
  return { key: String(node.attrs['key']), label: String(node.attrs['label']), position, element };
};

/** The field that is chosen, if one is. */
export const chosenField = (view: EditorView): FieldPlace | null =>
  view.state.selection instanceof NodeSelection ? fieldAt(view, view.state.selection.from) : null;

export type PaperKeyOptions = {
  /** A field is to be filled in, beginning with what was typed. */
  onFill: (place: FieldPlace, typed: string) => void;
};

/** The keys of writing in articles, and the rule that typing changes words, never which articles there are. */
export const PaperKeys = Extension.create<PaperKeyOptions>({
  name: 'paperKeys',
  addKeyboardShortcuts() {
    const { onFill } = this.options;
    const fill = ({ editor }: { editor: { view: EditorView } }): boolean => {
      const place = chosenField(editor.view);
      if (place !== null && editor.view.editable) onFill(place, '');
      return place !== null;
    };
    return {
      Enter: (props) => fill(props) || run(leaveHeading)(props),
      'Shift-Enter': run(leaveHeading),
      F2: fill,
      Backspace: run(deleteAcross, backAtStart),
      Delete: run(deleteAcross, deleteAtEnd),
      'Mod-a': run(selectAll),
    };
  },
  addProseMirrorPlugins() {
    const { onFill } = this.options;
    return [
      new Plugin({
        key: new PluginKey('paperKeys'),
        filterTransaction: (transaction, state) =>
          !transaction.docChanged || transaction.getMeta(bringsClauses) === true || idsOf(transaction) === idsOf(state),
        props: {
          handleDOMEvents: {
            // ProseMirror swallows Enter with any modifier; with Ctrl or Alt it belongs to the page
            keydown: (_view, event) =>
              (event.code === 'Enter' || event.code === 'NumpadEnter') &&
              (event.ctrlKey || event.altKey || event.metaKey),
          },
          handleTextInput: (view, _from, _to, text) => {
            const place = chosenField(view);
            if (place !== null) {
              onFill(place, text);
              return true;
            }
            if (!spans(view.state)) return false;
            deleteAcross(view.state, (transaction) =>
              view.dispatch(transaction.insertText(text, transaction.selection.from)),
            );
            return true;
          },
          handleClickOn: (view, _position, node, nodePosition, _event, direct) => {
            if (!direct || node.type.name !== 'field') return false;
            view.dispatch(view.state.tr.setSelection(NodeSelection.create(view.state.doc, nodePosition)));
            const place = fieldAt(view, nodePosition);
            if (place !== null && view.editable) onFill(place, '');
            return true;
          },
        },
      }),
    ];
  },
});
