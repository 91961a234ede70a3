import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { recordsOf } from './recordText.ts';

/** A stretch of a text that was recognised: places in the text, the look (`date`, `name`) and what it is said to mean. */
export type Found = { from: number; to: number; look: string; title: string };

export type FoundOptions = {
  /** What is recognised in one record's text. Called anew only for texts that changed, or after `foundAnew`. */
  find: (text: string) => readonly Found[];
};

const key = new PluginKey<DecorationSet>('found');

/** The meta that makes everything be looked for again, when the names to know have changed. */
export const foundAnew = 'foundAnew';

/** Shows what was recognised while one writes: dates and names. Changes nothing in the text. */
export const FoundMarks = Extension.create<FoundOptions>({
  name: 'foundMarks',
  addProseMirrorPlugins() {
    const { options } = this;
    let cache = new WeakMap<Node, readonly Found[]>();
    const foundIn = (node: Node): readonly Found[] => {
      const known = cache.get(node);
      if (known !== undefined) return known;
      const found = node.content.size === 0 ? [] : options.find(node.textContent);
      cache.set(node, found);
      return found;
    };
    const mark = (doc: Node): DecorationSet =>
      DecorationSet.create(
        doc,
        recordsOf(doc).flatMap(({ node, from }) =>
          foundIn(node).map((found) =>
            Decoration.inline(from + 1 + found.from, from + 1 + found.to, {
              class: `found-${found.look}`,
              title: found.title,
            }),
          ),
        ),
      );
    return [
      new Plugin<DecorationSet>({
        key,
        state: {
          init: (_config, state) => mark(state.doc),
          apply: (transaction, before) => {
            const anew = transaction.getMeta(foundAnew) === true;
            if (anew) cache = new WeakMap();
            return transaction.docChanged || anew ? mark(transaction.doc) : before;
          },
        },
        props: { decorations: (state) => key.getState(state) },
      }),
    ];
  },
});
