import type { EditorState, Transaction } from '@tiptap/pm/state';
import { Selection, TextSelection } from '@tiptap/pm/state';
import { bringsIds, idOf } from '../../ui/editor/recordIds.ts';
import { findRecord, recordAtCaret, recordsOf, setRecordText } from '../../ui/editor/recordText.ts';
import { nodeOf, type WordsEntry } from './entries.ts';
import type { WordsUpdate } from './model.ts';

const setAttributes = (transaction: Transaction, { text: _text, kind: _kind, ...attributes }: WordsEntry): void => {
  const place = findRecord(transaction.doc, attributes.id);
  if (place === undefined) return;
  for (const [name, value] of Object.entries(attributes)) {
    if (place.node.attrs[name] !== value) transaction.setNodeAttribute(place.from, name, value);
  }
};

/** Where a record of this kind stands behind the record `after`; decisions stand behind all that was said. */
const placeFor = (transaction: Transaction, entry: WordsEntry, after: string | null): number => {
  const before = after === null ? undefined : findRecord(transaction.doc, after);
  const speechEnd = recordsOf(transaction.doc)
    .filter(({ node }) => node.type.name !== 'decision')
    .reduce((end, { node, from }) => Math.max(end, from + node.nodeSize), 0);
  const at = before === undefined ? 0 : before.from + before.node.nodeSize;
  return entry.kind === 'decision' ? Math.max(at, speechEnd) : Math.min(at, speechEnd);
};

/** The document with its records in this order; those not named stay behind the one they stood behind. */
const reorder = (transaction: Transaction, ids: readonly string[]): void => {
  const caret = recordAtCaret(transaction);
  const places = recordsOf(transaction.doc);
  const rank = new Map(ids.map((id, index) => [id, index]));
  let last = -1;
  const ranked = places.map(({ node, index }) => {
    last = rank.get(idOf(node) ?? '') ?? last;
    return { node, rank: last, index };
  });
  ranked.sort((a, b) => a.rank - b.rank || a.index - b.index);
  const speechesFirst = [
    ...ranked.filter(({ node }) => node.type.name !== 'decision'),
    ...ranked.filter(({ node }) => node.type.name === 'decision'),
  ].map(({ node }) => node);
  if (speechesFirst.every((node, index) => node === places[index]?.node)) return;
  const offset = caret === undefined ? 0 : transaction.selection.head - caret.from;
  transaction.replaceWith(0, transaction.doc.content.size, speechesFirst);
  if (caret === undefined) return;
  const moved = findRecord(transaction.doc, idOf(caret.node) ?? '');
  const selection =
    moved === undefined
      ? Selection.atStart(transaction.doc)
      : TextSelection.create(transaction.doc, moved.from + offset);
  transaction.setSelection(selection);
};

/** Makes the editor show what the core holds; leaves no trace in its undo. Null where there is nothing to do. */
export const applyUpdates = (state: EditorState, updates: readonly WordsUpdate[]): Transaction | null => {
  const transaction = state.tr;
  for (const update of updates) {
    if (update.do === 'text') setRecordText(transaction, update.id, update.text);
    if (update.do === 'entry') setAttributes(transaction, update.entry);
    if (update.do === 'insert' && findRecord(transaction.doc, update.entry.id) === undefined) {
      const node = nodeOf(update.entry, state.schema);
      transaction.insert(placeFor(transaction, update.entry, update.after), node);
    }
    if (update.do === 'remove') {
      const place = findRecord(transaction.doc, update.id);
      if (place !== undefined) transaction.delete(place.from, place.from + place.node.nodeSize);
    }
    if (update.do === 'order') reorder(transaction, update.ids);
  }
  if (!transaction.docChanged) return null;
  return bringsIds(transaction).setMeta('addToHistory', false);
};
