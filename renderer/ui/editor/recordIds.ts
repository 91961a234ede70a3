import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state';
import { v7 as newId } from 'uuid';

export const recordIdsKey = new PluginKey<ReadonlySet<string>>('recordIds');

/** The id that a record's node carries, or null. */
export const idOf = (node: Node): string | null => {
  const id: unknown = node.attrs['id'];
  return typeof id === 'string' && id !== '' ? id : null;
};

const idsOf = (state: { doc: Node }): Set<string> => {
  const ids = new Set<string>();
  state.doc.forEach((node) => {
    const id = idOf(node);
    if (id !== null) ids.add(id);
  });
  return ids;
};

/** Positions of nodes that need an id of their own: those without one, strangers, and all but one of each twin. */
const inNeed = (doc: Node, before: Node, known: ReadonlySet<string>): number[] => {
  const unchanged = new Set<Node>();
  before.forEach((node) => unchanged.add(node));
  const holders = new Map<string, Node[]>();
  doc.forEach((node) => {
    const id = idOf(node);
    if (id !== null) holders.set(id, [...(holders.get(id) ?? []), node]);
  });
  // of twins the one that was there before keeps the id, else the first
  const keeper = new Map(
    [...holders].map(([id, nodes]) => [id, nodes.find((node) => unchanged.has(node)) ?? nodes[0]]),
  );
  const taken = new Set<string>();
  const positions: number[] = [];
  doc.forEach((node, offset) => {
    const id = idOf(node);
    const keeps = id !== null && known.has(id) && keeper.get(id) === node && !taken.has(id);
    if (keeps) taken.add(id);
    else positions.push(offset);
  });
  return positions;
};

/** Says that the records a transaction brings come with ids of their own (made for them, or from the core). */
export const bringsIds = (transaction: Transaction): Transaction => transaction.setMeta(recordIdsKey, true);

/** The step that gives every record an id of its own; null where all have one. */
export const giveIds = (
  transactions: readonly Transaction[],
  before: EditorState,
  now: EditorState,
): Transaction | null => {
  if (!transactions.some((transaction) => transaction.docChanged)) return null;
  const known = recordIdsKey.getState(now) ?? new Set();
  const positions = inNeed(now.doc, before.doc, known);
  if (positions.length === 0) return null;
  const transaction = now.tr;
  for (const position of positions) transaction.setNodeAttribute(position, 'id', newId());
  return transaction.setMeta(recordIdsKey, true);
};

/**
 * Every record keeps one id through its life: a split or a copy makes new ids, cutting and pasting moves the record,
 * undo brings it back under the id it had. `known` ids are those this document has had; a record pasted from elsewhere
 * gets a new one. A transaction marked by `bringsIds` keeps the ids it comes with.
 */
export const RecordIds = Extension.create({
  name: 'recordIds',
  addProseMirrorPlugins: () => [
    new Plugin<ReadonlySet<string>>({
      key: recordIdsKey,
      state: {
        init: (_config, state) => idsOf(state),
        apply: (transaction, known, _before, now) => {
          if (!transaction.docChanged || transaction.getMeta(recordIdsKey) !== true) return known;
          return new Set([...known, ...idsOf(now)]);
        },
      },
      appendTransaction: giveIds,
    }),
  ],
});
