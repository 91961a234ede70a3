import type { Editor } from '@tiptap/core';
import type { Transaction } from '@tiptap/pm/state';
import { TextSelection } from '@tiptap/pm/state';
import { v7 as newId } from 'uuid';
import { bringsIds, idOf } from '../../ui/editor/recordIds.ts';
import { findRecord, recordAtCaret, recordsOf } from '../../ui/editor/recordText.ts';
import { openWhole } from '../../ui/editor/trigger.ts';
import { entryOf, kindOf, nodeOf, type Said, type WordsEntry } from './entries.ts';

/** The list of speakers that opens by itself where one belongs. */
export const speakerList = 'speaker';

const place = (transaction: Transaction, from: number, entry: WordsEntry): Transaction => {
  transaction.insert(from, nodeOf(entry, transaction.doc.type.schema));
  return bringsIds(transaction.setSelection(TextSelection.create(transaction.doc, from + 1)));
};

/** Behind the record with the caret, or behind the last one for which `fits` holds. */
const behind = (editor: Editor, fits: (kind: string) => boolean): number => {
  const current = recordAtCaret(editor.state);
  if (current !== undefined && fits(current.node.type.name)) return current.from + current.node.nodeSize;
  return recordsOf(editor.state.doc)
    .filter(({ node }) => fits(node.type.name))
    .reduce((end, { node, from }) => Math.max(end, from + node.nodeSize), 0);
};

/** A new speech (or report) behind the current one; the list of names opens by itself. `saidAt`: HH:MM or null. */
export const addSpeech = (editor: Editor, kind: 'heard' | 'speech', saidAt: string | null): void => {
  const entry: WordsEntry = {
    kind,
    id: newId(),
    text: '',
    speakerId: null,
    speakerText: '',
    saidAt,
    textAttached: false,
    offered: false,
  };
  const from = behind(editor, (name) => (kind === 'heard' ? name === 'heard' : name !== 'decision'));
  const transaction = place(editor.state.tr, from, entry);
  editor.view.dispatch(openWhole(transaction, speakerList).scrollIntoView());
  editor.view.focus();
};

/** A new decision behind the current one; returns its id. */
export const addDecision = (editor: Editor): string => {
  const current = recordAtCaret(editor.state);
  const inDecision = current?.node.type.name === 'decision';
  const from = inDecision ? current.from + current.node.nodeSize : editor.state.doc.content.size;
  const id = newId();
  editor.view.dispatch(place(editor.state.tr, from, { kind: 'decision', id, text: '' }).scrollIntoView());
  editor.view.focus();
  return id;
};

/** Opens the list of speakers over the record with the caret, if it is one of somebody's words and nobody's yet. */
export const offerSpeakers = (editor: Editor): void => {
  const entry = currentEntry(editor);
  if (entry === undefined || entry.kind === 'decision' || entry.text !== '') return;
  if (entry.speakerId !== null || entry.speakerText !== '') return;
  editor.view.dispatch(openWhole(editor.state.tr, speakerList));
};

/** Changes who spoke, when, or whether the text is attached. */
export const setSaid = (editor: Editor, id: string, said: Partial<Said>): void => {
  const found = findRecord(editor.state.doc, id);
  if (found === undefined) return;
  const transaction = editor.state.tr;
  for (const [name, value] of Object.entries({ ...said, offered: false })) {
    transaction.setNodeAttribute(found.from, name, value);
  }
  editor.view.dispatch(transaction);
};

/** Gives the record with the caret its speaker and takes away what was typed to find him. */
export const chooseSpeaker = (editor: Editor, speaker: { speakerId: string | null; speakerText: string }): void => {
  const current = recordAtCaret(editor.state);
  if (current === undefined || kindOf(current.node) === 'decision') return;
  const { from } = current;
  const transaction = editor.state.tr;
  for (const [name, value] of Object.entries({ ...speaker, offered: false }))
    transaction.setNodeAttribute(from, name, value);
  const typed = editor.state.selection.head - (from + 1);
  if (typed > 0) transaction.delete(from + 1, from + 1 + typed);
  editor.view.dispatch(transaction.scrollIntoView());
};

/** Replaces a stretch of the document (what was typed for a list) by words, and puts the caret behind them. */
export const writeOver = (editor: Editor, from: number, to: number, text: string): void => {
  editor.view.dispatch(editor.state.tr.insertText(text, from, to).scrollIntoView());
};

/** Takes the record with the caret away, unless it is the only one. */
export const removeRecord = (editor: Editor): void => {
  const current = recordAtCaret(editor.state);
  if (current === undefined || editor.state.doc.childCount === 1) return;
  const transaction = editor.state.tr.delete(current.from, current.from + current.node.nodeSize);
  const near = Math.min(current.from, transaction.doc.content.size);
  editor.view.dispatch(
    transaction.setSelection(TextSelection.near(transaction.doc.resolve(near), -1)).scrollIntoView(),
  );
};

/** The record with the caret as plain data. */
export const currentEntry = (editor: Editor): WordsEntry | undefined => {
  const current = recordAtCaret(editor.state);
  return current === undefined ? undefined : entryOf(current.node);
};

/** Puts the caret at the end of a record; of the last one without an id. */
export const caretInto = (editor: Editor, id?: string): void => {
  const places = recordsOf(editor.state.doc);
  const found = places.find(({ node }) => idOf(node) === id) ?? places.at(-1);
  if (found !== undefined) {
    const end = found.from + 1 + found.node.content.size;
    editor.view.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, end)).scrollIntoView());
  }
  editor.view.focus();
};
