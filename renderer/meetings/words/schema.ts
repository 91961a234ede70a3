import { getSchema, type Extensions } from '@tiptap/core';
import { Document } from '@tiptap/extension-document';
import { Text } from '@tiptap/extension-text';
import { createRecordNode } from '../../ui/editor/recordNode.ts';

const said = {
  speakerId: null,
  speakerText: '',
  saidAt: null,
  textAttached: false,
  /** The speaker was put there by the page (the rapporteur): by itself that is nothing to save. */
  offered: false,
};

const Heard = createRecordNode({ name: 'heard', attributes: said });
const Speech = createRecordNode({ name: 'speech', attributes: said });
const Decision = createRecordNode({ name: 'decision', attributes: {} });

/** The words under one agenda item: what was heard and said in the order it was, then what was decided. Never empty. */
const Words = Document.extend({ content: '((heard | speech)+ decision*) | decision+' });

export const wordsNodes: Extensions = [Words, Text, Heard, Speech, Decision];

export const recordKinds = ['heard', 'speech', 'decision'] as const;
export type RecordKind = (typeof recordKinds)[number];

export const wordsSchema = getSchema(wordsNodes);

/** A decision never stands before a speech. */
export const mayPass = (moved: string, neighbour: string): boolean =>
  (moved === 'decision') === (neighbour === 'decision');
