import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state';
import { Mapping, type Mappable } from '@tiptap/pm/transform';
import { v7 as newId } from 'uuid';

const recordIdsKey = new PluginKey<ReadonlySet<string>>('recordIds');

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

/** Where the nodes of the document before stand now, as far as they still bear their ids. */
const survivors = (before: Node, doc: Node, mapping: Mappable): Map<string, number> => {
  const places = new Map<string, number>();
  before.forEach((node, offset) => {
    const id = idOf(node);
    const now = mapping.map(offset, 1);
    const there = now < doc.content.size ? doc.nodeAt(now) : null;
    if (id !== null && there !== null && idOf(there) === id) places.set(id, now);
  });
  return places;
};

/** Positions of nodes that need an id of their own: those without one, strangers, and all but one of each twin. */
const inNeed = (doc: Node, survived: ReadonlyMap<string, number>, known: ReadonlySet<string>): number[] => {
  const taken = new Set<string>();
  const positions: number[] = [];
  doc.forEach((node, offset) => {
    const id = idOf(node);
    // of twins the one that was there before keeps the id, else the first
    const keeps = id !== null && known.has(id) && (survived.get(id) ?? offset) === offset && !taken.has(id);
    if (keeps) taken.add(id);
    else positions.push(offset);
  });
  return positions;
};

/** Says that the records a transaction brings come with ids of their own (made for them, or from the core). */
export const bringsIds = (transaction: Transaction): Transaction => transaction.setMeta(recordIdsKey, true);

/** The step that gives every record an id of its own; null where all have one. */
const giveIds = (transactions: readonly Transaction[], before: EditorState, now: EditorState): Transaction | null => {
  if (!transactions.some((transaction) => transaction.docChanged)) return null;
  const known = recordIdsKey.getState(now) ?? new Set();
  const mapping = new Mapping(transactions.flatMap((transaction) => transaction.mapping.maps));
  const positions = inNeed(now.doc, survivors(before.doc, now.doc, mapping), known);
  if (positions.length === 0) return null;
  const transaction = now.tr;
  for (const position of positions) transaction.setNodeAttribute(position, 'id', newId());
  return transaction.setMeta(recordIdsKey, true);
};

/**
 * Every record keeps one id through its life: a split or a copy makes new ids, cutting and pasting moves the record,
 * undo brings it back under the id it had. The plugin's state are the ids this document has had; a record pasted from
 * elsewhere gets a new one. A transaction marked by `bringsIds` keeps the ids it comes with.
 */
export const recordIdsPlugin = (): Plugin<ReadonlySet<string>> =>
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
  });

export const RecordIds = Extension.create({
  name: 'recordIds',
  addProseMirrorPlugins: () => [recordIdsPlugin()],
});
