import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type NodeView } from '@tiptap/pm/view';
import { createStore, type Store } from '../window/store.ts';
import { recordAtCaret, recordsOf } from './recordText.ts';

/** The places in a record's node where the page draws what is not text: before it, after it, below it, and its label. */
export type RecordSlot = {
  /** Names the node on the screen; a record that moves gets a new one. */
  key: string;
  node: Node;
  label: HTMLElement;
  start: HTMLElement;
  end: HTMLElement;
  below: HTMLElement;
};

export type RecordSlots = Store<ReadonlyMap<string, RecordSlot>>;

export const createRecordSlots = (): RecordSlots => createStore<ReadonlyMap<string, RecordSlot>>(new Map());

const part = (parent: HTMLElement, name: string, editable = false): HTMLElement => {
  const element = document.createElement('div');
  element.className = name;
  if (!editable) element.contentEditable = 'false';
  parent.append(element);
  return element;
};

let lastKey = 0;

/** One record on the screen: the text is ProseMirror's, the slots around it are the page's (`SlotContent`). */
const createRecordView = (first: Node, slots: RecordSlots): NodeView => {
  const dom = document.createElement('div');
  dom.className = 'record';
  dom.dataset['kind'] = first.type.name;
  const label = part(dom, 'recordLabel');
  const body = part(dom, 'recordBody', true);
  const end = part(body, 'recordEnd');
  const start = part(body, 'recordStart');
  const contentDOM = part(body, 'recordText', true);
  const below = part(body, 'recordBelow');
  lastKey += 1;
  const key = String(lastKey);
  let node = first;

  const publish = (): void => slots.set(new Map(slots.get()).set(key, { key, node, label, start, end, below }));
  const holds = (target: EventTarget | null): boolean =>
    target instanceof globalThis.Node && contentDOM.contains(target);

  publish();
  return {
    dom,
    contentDOM,
    update: (next) => {
      if (next.type !== node.type) return false;
      const changed = next !== node;
      node = next;
      if (changed) publish();
      return true;
    },
    // what happens in a slot is the page's; ProseMirror sees only the text
    stopEvent: (event) => event.target !== dom && !holds(event.target),
    ignoreMutation: (mutation) => mutation.type !== 'selection' && !holds(mutation.target),
    destroy: () => {
      const next = new Map(slots.get());
      next.delete(key);
      slots.set(next);
    },
  };
};

export type RecordViewOptions = {
  slots: RecordSlots;
  /** Names of the node types that are drawn as records. */
  kinds: readonly string[];
};

/** Marks what the looks need: the first record of a run of its kind (it bears the label) and the one with the caret. */
const marks = (state: EditorState): DecorationSet => {
  const caret = recordAtCaret(state)?.from;
  let before: string | undefined;
  const decorations = recordsOf(state.doc).map(({ node, from }) => {
    const attributes = {
      ...(node.type.name !== before && { 'data-first': '' }),
      ...(from === caret && { 'data-caret': '' }),
    };
    before = node.type.name;
    return Decoration.node(from, from + node.nodeSize, attributes);
  });
  return DecorationSet.create(state.doc, decorations);
};

/** Draws records with slots around their text. */
export const RecordViews = Extension.create<RecordViewOptions>({
  name: 'recordViews',
  addProseMirrorPlugins() {
    const { kinds, slots } = this.options;
    const draw = (node: Node): NodeView => createRecordView(node, slots);
    return [
      new Plugin({
        key: new PluginKey('recordViews'),
        props: { nodeViews: Object.fromEntries(kinds.map((kind) => [kind, draw])), decorations: marks },
      }),
    ];
  },
});
