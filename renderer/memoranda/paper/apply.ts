import { Fragment, type Node } from '@tiptap/pm/model';
import { TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state';
import { findRecord, recordAtCaret, recordsOf } from '../../ui/editor/recordText.ts';
import { idOf } from '../../ui/editor/recordIds.ts';
import { clauseNode, paragraphNodes } from './convert.ts';
import type { PaperUpdate } from './model.ts';

/** Says that a transaction may add, remove and move articles: it brings what the core holds. */
export const bringsClauses = 'bringsClauses';

/** Replaces only what differs, so that a caret elsewhere stays where it is. */
const replaceDifference = (transaction: Transaction, from: number, before: Fragment, after: Fragment): void => {
  const start = before.findDiffStart(after);
  const end = before.findDiffEnd(after);
  if (start === null || end === null) return;
  // what both differences claim belongs to the first
  const overlap = Math.max(0, start - Math.min(end.a, end.b));
  transaction.replace(
    from + start,
    from + end.a + overlap,
    after.size === 0 ? undefined : sliceOf(after, start, end.b + overlap),
  );
};

const sliceOf = (fragment: Fragment, from: number, to: number) => wrapped(fragment).slice(from, to);

/** A node around a fragment, for its `slice`; never put into the document. */
const wrapped = (fragment: Fragment): Node => {
  const schema = fragment.firstChild?.type.schema;
  if (schema === undefined) throw new RangeError('an empty fragment has no slice');
  return schema.topNodeType.create(null, fragment);
};

const setParagraphs = (transaction: Transaction, id: string, text: string): void => {
  const place = findRecord(transaction.doc, id);
  if (place === undefined) return;
  const heading = place.node.firstChild;
  if (heading === null) return;
  const begin = place.from + 1 + heading.nodeSize;
  const before = place.node.content.cut(heading.nodeSize);
  replaceDifference(transaction, begin, before, Fragment.from(paragraphNodes(text, transaction.doc.type.schema)));
};

const setHeading = (transaction: Transaction, id: string, heading: string): void => {
  const place = findRecord(transaction.doc, id);
  const node = place?.node.firstChild;
  if (place === undefined || node === null || node === undefined) return;
  const { schema } = transaction.doc.type;
  const begin = place.from + 2;
  transaction.replaceWith(begin, begin + node.content.size, heading === '' ? [] : [schema.text(heading)]);
};

const reorder = (transaction: Transaction, ids: readonly string[]): void => {
  const caret = recordAtCaret(transaction);
  const offset = caret === undefined ? 0 : transaction.selection.head - caret.from;
  const rank = new Map(ids.map((id, index) => [id, index]));
  const rankOf = (node: Node): number => rank.get(idOf(node) ?? '') ?? ids.length;
  const nodes = transaction.doc.children.toSorted((a, b) => rankOf(a) - rankOf(b));
  transaction.replaceWith(0, transaction.doc.content.size, nodes);
  const moved = caret === undefined ? undefined : findRecord(transaction.doc, idOf(caret.node) ?? '');
  if (moved !== undefined) transaction.setSelection(TextSelection.near(transaction.doc.resolve(moved.from + offset)));
};

/** Makes the editor show what the core holds; leaves no trace in its undo. Null where there is nothing to do. */
export const applyUpdates = (state: EditorState, updates: readonly PaperUpdate[]): Transaction | null => {
  const transaction = state.tr;
  for (const update of updates) {
    if (update.do === 'text') setParagraphs(transaction, update.id, update.text);
    if (update.do === 'heading') setHeading(transaction, update.id, update.heading);
    if (update.do === 'numbered') {
      const place = findRecord(transaction.doc, update.id);
      if (place !== undefined) transaction.setNodeAttribute(place.from, 'numbered', update.numbered);
    }
    if (update.do === 'insert' && findRecord(transaction.doc, update.entry.id) === undefined) {
      const before = update.after === null ? undefined : findRecord(transaction.doc, update.after);
      const at = before === undefined ? 0 : before.from + before.node.nodeSize;
      transaction.insert(at, clauseNode(update.entry, state.schema));
    }
    if (update.do === 'remove') {
      const place = recordsOf(transaction.doc).find(({ node }) => idOf(node) === update.id);
      if (place !== undefined) transaction.delete(place.from, place.from + place.node.nodeSize);
    }
    if (update.do === 'order') reorder(transaction, update.ids);
  }
  if (!transaction.docChanged) return null;
  return transaction.setMeta(bringsClauses, true).setMeta('addToHistory', false);
};
