import type { Node, Schema } from '@tiptap/pm/model';
import { parseClauseText, writeClauseText, type Paragraph } from '../../../shared/rules/clauseText.ts';
import { idOf } from '../../ui/editor/recordIds.ts';

/** One article as the editor holds it. */
export type ClauseEntry = { id: string; heading: string; text: string; numbered: boolean };

type Part = Paragraph['parts'][number];

const marksOf = (part: Part, schema: Schema) => [
  ...(part.bold ? [schema.mark('bold')] : []),
  ...(part.italic ? [schema.mark('italic')] : []),
];

const partNode = (part: Part, schema: Schema): Node[] => {
  if (part.kind === 'field') {
    return [schema.node('field', { key: part.key, label: part.label }, undefined, marksOf(part, schema))];
  }
  return part.text === '' ? [] : [schema.text(part.text, marksOf(part, schema))];
};

/** Clause text as paragraphs of the editor; never none. */
export const paragraphNodes = (text: string, schema: Schema): Node[] => {
  const paragraphs = parseClauseText(text).map(({ parts }) =>
    schema.node(
      'paragraph',
      null,
      parts.flatMap((part) => partNode(part, schema)),
    ),
  );
  return paragraphs.length > 0 ? paragraphs : [schema.node('paragraph')];
};

export const clauseNode = ({ id, heading, text, numbered }: ClauseEntry, schema: Schema): Node =>
  schema.node('clause', { id, numbered }, [
    schema.node('clauseHeading', null, heading === '' ? [] : [schema.text(heading)]),
    ...paragraphNodes(text, schema),
  ]);

const partOf = (node: Node): Part => {
  const marks = {
    bold: node.marks.some(({ type }) => type.name === 'bold'),
    italic: node.marks.some(({ type }) => type.name === 'italic'),
  };
  return node.type.name === 'field'
    ? { kind: 'field', key: String(node.attrs['key']), label: String(node.attrs['label']), ...marks }
    : { kind: 'text', text: node.text ?? '', ...marks };
};

/** The paragraphs of a clause's node. */
export const paragraphsOf = (clause: Node): Paragraph[] =>
  clause.children
    .filter(({ type }) => type.name === 'paragraph')
    .map((paragraph) => ({ parts: paragraph.children.map(partOf) }));

export const entryOf = (clause: Node): ClauseEntry => ({
  id: idOf(clause) ?? '',
  heading: clause.firstChild?.textContent ?? '',
  text: writeClauseText(paragraphsOf(clause)),
  numbered: clause.attrs['numbered'] === true,
});

/** All articles of the document in their order. */
export const entriesOf = (doc: Node): ClauseEntry[] => doc.children.map(entryOf);

/** A paragraph as it reads with its fields filled in; an empty field shows its words. */
export const paragraphText = (paragraph: Paragraph, values: Readonly<Record<string, string>>): string =>
  paragraph.parts.map((part) => (part.kind === 'text' ? part.text : values[part.key] || part.label)).join('');
