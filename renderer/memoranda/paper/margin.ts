import { Extension } from '@tiptap/core';
import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { idOf } from '../../ui/editor/recordIds.ts';
import { recordAtCaret } from '../../ui/editor/recordText.ts';

/** What stands beside a paragraph: an obligation that was made of it. */
export type MarginMark = {
  clauseId: string;
  paragraph: number;
  id: string;
  label: string;
  title: string;
  now: boolean;
};

/** What an amendment in force says of an article, drawn under it. */
export type AmendedNote = { clauseId: string; said: string; heading: string; paragraphs: readonly string[] };

export type Margin = { marks: readonly MarginMark[]; notes: readonly AmendedNote[] };

const key = new PluginKey<Margin>('margin');

const element = (name: string, className: string, text: string): HTMLElement => {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
};

const drawNote = (note: AmendedNote): HTMLElement => {
  const box = element('div', 'amended', '');
  box.contentEditable = 'false';
  box.append(element('div', 'amendedSaid', note.said));
  if (note.heading !== '') box.append(element('div', 'amendedHeading', note.heading));
  for (const words of note.paragraphs) box.append(element('div', 'amendedWords', words));
  return box;
};

export type MarginOptions = { onMark: (id: string) => void };

/** Puts what stands beside the text: `setMargin` changes it. */
export const MarginMarks = Extension.create<MarginOptions>({
  name: 'marginMarks',
  addProseMirrorPlugins() {
    const { onMark } = this.options;
    const drawMark = (mark: MarginMark) => (): HTMLElement => {
      const button = element('button', 'obligationMark', mark.label);
      button.contentEditable = 'false';
      button.setAttribute('type', 'button');
      button.title = mark.title;
      button.tabIndex = -1;
      button.toggleAttribute('data-now', mark.now);
      button.addEventListener('mousedown', (event) => event.preventDefault());
      button.addEventListener('click', () => onMark(mark.id));
      return button;
    };
    const decorate = (state: EditorState): DecorationSet => {
      const { marks, notes } = key.getState(state) ?? { marks: [], notes: [] };
      const here = recordAtCaret(state)?.from;
      const decorations: Decoration[] = [];
      state.doc.forEach((clause, from) => {
        const id = idOf(clause);
        if (from === here) decorations.push(Decoration.node(from, from + clause.nodeSize, { 'data-caret': '' }));
        const own = marks.filter(({ clauseId }) => clauseId === id);
        clause.forEach((block, offset, index) => {
          const several = own.filter(({ paragraph }) => paragraph === index - 1);
          several.forEach((mark, place) =>
            decorations.push(
              Decoration.widget(from + 1 + offset + 1, drawMark(mark), {
                side: -1 - several.length + place,
                ignoreSelection: true,
                key: `${mark.id} ${mark.label} ${mark.now}`,
              }),
            ),
          );
          if (block.type.name === 'clauseHeading' && block.content.size === 0)
            decorations.push(
              Decoration.node(from + 1 + offset, from + 1 + offset + block.nodeSize, { class: 'blank' }),
            );
        });
        for (const note of notes.filter(({ clauseId }) => clauseId === id)) {
          decorations.push(
            Decoration.widget(from + clause.nodeSize - 1, () => drawNote(note), {
              side: 1,
              key: JSON.stringify(note),
            }),
          );
        }
      });
      return DecorationSet.create(state.doc, decorations);
    };
    return [
      new Plugin<Margin>({
        key,
        state: {
          init: () => ({ marks: [], notes: [] }),
          apply: (transaction, margin) => (transaction.getMeta(key) as Margin | undefined) ?? margin,
        },
        props: { decorations: decorate },
      }),
    ];
  },
});

/** The transaction that puts this beside the text. */
export const withMargin = (state: EditorState, margin: Margin) =>
  state.tr.setMeta(key, margin).setMeta('addToHistory', false);
