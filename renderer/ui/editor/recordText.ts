import type { Node } from '@tiptap/pm/model';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import { idOf } from './recordIds.ts';
import { textChange } from './textChange.ts';

/** A record's node with its place: `from` before the node, its text begins at `from + 1`. */
export type RecordPlace = { node: Node; from: number; index: number };

/** The records of the document in their order. */
export const recordsOf = (doc: Node): RecordPlace[] => {
  const places: RecordPlace[] = [];
  doc.forEach((node, from, index) => places.push({ node, from, index }));
  return places;
};

export const findRecord = (doc: Node, id: string): RecordPlace | undefined =>
  recordsOf(doc).find(({ node }) => idOf(node) === id);

/** The record that holds the caret (the head of the selection). */
export const recordAtCaret = ({ selection }: Pick<EditorState, 'selection'>): RecordPlace | undefined => {
  const { $head } = selection;
  if ($head.depth === 0) return undefined;
  return { node: $head.node(1), from: $head.before(1), index: $head.index(0) };
};

/** Replaces only what differs, so that a caret elsewhere in the text stays where it is. */
export const setRecordText = (transaction: Transaction, id: string, text: string): Transaction => {
  const place = findRecord(transaction.doc, id);
  if (place === undefined) return transaction;
  const change = textChange(place.node.textContent, text);
  if (change === null) return transaction;
  const begin = place.from + 1;
  return change.insert === ''
    ? transaction.delete(begin + change.from, begin + change.to)
    : transaction.replaceWith(begin + change.from, begin + change.to, transaction.doc.type.schema.text(change.insert));
};
