import type { Node, Schema } from '@tiptap/pm/model';
import type { EditorEntry, ItemWords } from '../../../shared/contract/meetings.ts';
import { recordKinds, type RecordKind } from './schema.ts';

type SpeechKind = Exclude<RecordKind, 'decision'>;

/** Who said it and when: what a speech carries besides its text. */
export type Said = { speakerId: string | null; speakerText: string; saidAt: string | null; textAttached: boolean };

/** One record as it stands in the editor. `offered`: the page proposed the speaker, nobody has chosen him yet. */
export type WordsEntry =
  | ({ kind: SpeechKind; id: string; text: string; offered: boolean } & Said)
  | { kind: 'decision'; id: string; text: string };

const textOr = (value: unknown): string => (typeof value === 'string' ? value : '');
const textOrNull = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

export const kindOf = (node: Node): RecordKind => recordKinds.find((kind) => kind === node.type.name) ?? 'speech';

/** A record's node as plain data. */
export const entryOf = (node: Node): WordsEntry => {
  const kind = kindOf(node);
  const id = textOr(node.attrs['id']);
  const text = node.textContent;
  if (kind === 'decision') return { kind, id, text };
  return {
    kind,
    id,
    text,
    speakerId: textOrNull(node.attrs['speakerId']),
    speakerText: textOr(node.attrs['speakerText']),
    saidAt: textOrNull(node.attrs['saidAt']),
    textAttached: node.attrs['textAttached'] === true,
    offered: node.attrs['offered'] === true,
  };
};

/** The records of a document in their order. */
export const entriesOf = (doc: Node): WordsEntry[] => {
  const entries: WordsEntry[] = [];
  doc.forEach((node) => entries.push(entryOf(node)));
  return entries;
};

export const nodeOf = (entry: WordsEntry, schema: Schema): Node => {
  const { kind, text, ...attributes } = entry;
  return schema.node(kind, attributes, text === '' ? [] : [schema.text(text)]);
};

/** What the core holds of an item, as records of the editor in the order of the minutes. */
export const storedEntries = (item: ItemWords): WordsEntry[] => [
  ...item.speeches.map(({ id, kind, text, speakerId, speakerText, saidAt, textAttached }): WordsEntry => ({
    kind,
    id,
    text,
    speakerId,
    speakerText,
    saidAt,
    textAttached,
    offered: false,
  })),
  ...item.decisions.map(({ id, text }): WordsEntry => ({ kind: 'decision', id, text })),
];

/** Everything of a record but its text, as one comparable text. */
export const headOf = (entry: WordsEntry): string =>
  entry.kind === 'decision'
    ? entry.kind
    : JSON.stringify([entry.kind, entry.speakerId, entry.speakerText, entry.saidAt, entry.textAttached]);

export const asSaved = (entry: WordsEntry, base: EditorEntry['base']): EditorEntry => {
  const { id, text } = entry;
  if (entry.kind === 'decision') return { kind: 'decision', id, text, base };
  const { kind, speakerId, speakerText, saidAt, textAttached } = entry;
  return { kind, id, text, speakerId, speakerText, saidAt, textAttached, base };
};
