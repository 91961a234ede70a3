import { Node } from '@tiptap/core';

/** What a record of the editor carries besides its text; plain values, so that copy and paste keep them. */
export type RecordAttributes = Record<string, string | number | boolean | null>;

const readAttribute = (
  element: HTMLElement,
  name: string,
  first: RecordAttributes[string],
): RecordAttributes[string] => {
  const written = element.getAttribute(`data-${name.toLowerCase()}`);
  if (written === null) return first;
  if (typeof first === 'boolean') return written === 'true';
  return typeof first === 'number' ? Number(written) : written;
};

/**
 * A block of the document that stands for one record (a speech, a decision): its id, its attributes and plain text in
 * which `\n` ends a paragraph. `attributes` names them with what a new record begins with.
 */
export const createRecordNode = ({ name, attributes }: { name: string; attributes: RecordAttributes }) =>
  Node.create({
    name,
    group: 'record',
    content: 'text*',
    marks: '',
    whitespace: 'pre',
    defining: true,
    isolating: true,
    selectable: false,
    draggable: false,
    addAttributes: () => ({
      id: {
        default: null,
        keepOnSplit: false,
        parseHTML: (element) => element.getAttribute('data-id'),
        renderHTML: ({ id }: RecordAttributes) => ({ 'data-id': id }),
      },
      ...Object.fromEntries(
        Object.entries(attributes).map(([key, first]) => [
          key,
          {
            default: first,
            keepOnSplit: false,
            parseHTML: (element: HTMLElement) => readAttribute(element, key, first),
            renderHTML: (all: RecordAttributes) =>
              all[key] === null ? {} : { [`data-${key.toLowerCase()}`]: all[key] },
          },
        ]),
      ),
    }),
    parseHTML: () => [{ tag: `div[data-record="${name}"]`, preserveWhitespace: 'full' as const }],
    renderHTML: ({ HTMLAttributes }) => ['div', { 'data-record': name, ...HTMLAttributes }, 0],
  });
