import { getSchema, mergeAttributes, Node, type Extensions } from '@tiptap/core';
import { Bold } from '@tiptap/extension-bold';
import { Document } from '@tiptap/extension-document';
import { Italic } from '@tiptap/extension-italic';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Text } from '@tiptap/extension-text';

const textAttribute = (name: string) => ({
  default: '',
  keepOnSplit: false,
  parseHTML: (element: HTMLElement) => element.getAttribute(`data-${name}`) ?? '',
  renderHTML: (attributes: Record<string, string>) => ({ [`data-${name}`]: attributes[name] }),
});

/** The heading of an article: plain words in one line. */
const ClauseHeading = Node.create({
  name: 'clauseHeading',
  content: 'text*',
  marks: '',
  defining: true,
  selectable: false,
  parseHTML: () => [{ tag: 'h3' }],
  renderHTML: ({ HTMLAttributes }) => ['h3', HTMLAttributes, 0],
});

/** One article of the text; which articles there are is decided by acts, not by typing. */
const Clause = Node.create({
  name: 'clause',
  content: 'clauseHeading paragraph+',
  defining: true,
  isolating: true,
  selectable: false,
  draggable: false,
  addAttributes: () => ({
    id: { ...textAttribute('id'), default: null },
    numbered: {
      default: true,
      keepOnSplit: false,
      parseHTML: (element: HTMLElement) => element.getAttribute('data-numbered') !== 'false',
      renderHTML: (attributes: Record<string, boolean>) => ({ 'data-numbered': String(attributes['numbered']) }),
    },
  }),
  parseHTML: () => [{ tag: 'section[data-clause]' }],
  renderHTML: ({ HTMLAttributes }) => [
    'section',
    mergeAttributes({ 'data-clause': '', class: 'clause' }, HTMLAttributes),
    0,
  ],
});

/** A place that is filled from the records around the text: a date, a party; see `shared/rules/clauseText.ts`. */
const ClauseField = Node.create({
  name: 'field',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: true,
  draggable: false,
  addAttributes: () => ({ key: textAttribute('key'), label: textAttribute('label') }),
  parseHTML: () => [{ tag: 'span[data-field]' }],
  renderHTML: ({ HTMLAttributes }) => ['span', mergeAttributes({ 'data-field': '' }, HTMLAttributes)],
  renderText: ({ node }) => String(node.attrs['label']),
});

const Memorandum = Document.extend({ content: 'clause*' });

export const paperNodes: Extensions = [Memorandum, Text, Paragraph, Bold, Italic, ClauseHeading, Clause, ClauseField];

export const paperSchema = getSchema(paperNodes);
