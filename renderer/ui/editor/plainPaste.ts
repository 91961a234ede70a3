import { Extension } from '@tiptap/core';
import { Fragment, Slice, type Node, type Schema } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';

/** Line ends as records have them: `\n` only, no tabs of tables, no more than one empty line. */
export const tidyText = (text: string): string =>
  text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll('\u00ad', '')
    .replaceAll(/[^\S\n]+\n/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .replace(/\n+$/, '');

const asSlice = (text: string, schema: Schema): Slice =>
  text === '' ? Slice.empty : new Slice(Fragment.from(schema.text(text)), 0, 0);

/** Only whole records of our own come as records; words from anywhere else come as plain text. */
const bringsRecords = (slice: Slice): boolean => {
  const isRecord = (node: Node): boolean => node.type.spec.group === 'record';
  return slice.content.childCount > 0 && slice.content.content.every(isRecord) && slice.content.childCount > 1;
};

/**
 * Pasting: several records of ours move or copy as records; everything else, a table out of Word too, comes as the text
 * it shows. Copying gives plain text beside it, a record a paragraph.
 */
export const PlainPaste = Extension.create({
  name: 'plainPaste',
  addProseMirrorPlugins: () => [
    new Plugin({
      key: new PluginKey('plainPaste'),
      props: {
        clipboardTextParser: (text, _context, _plain, view) => asSlice(tidyText(text), view.state.schema),
        clipboardTextSerializer: (slice) => slice.content.textBetween(0, slice.content.size, '\n\n'),
        handlePaste: (view, event, slice) => {
          if (bringsRecords(slice)) return false;
          const text = tidyText(
            event.clipboardData?.getData('text/plain') ?? slice.content.textBetween(0, slice.content.size, '\n'),
          );
          if (text === '') return true;
          view.dispatch(
            view.state.tr.insertText(text).scrollIntoView().setMeta('paste', true).setMeta('uiEvent', 'paste'),
          );
          return true;
        },
        // files and pictures are attached elsewhere; dropping them into the text does nothing
        handleDrop: (_view, event) => (event.dataTransfer?.files.length ?? 0) > 0,
      },
    }),
  ],
});
