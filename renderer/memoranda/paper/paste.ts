import { Extension } from '@tiptap/core';
import { Fragment, Slice, type Node, type Schema } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { tidyText } from '../../ui/editor/plainPaste.ts';

/** Every text block of what is pasted, in its order, however deep it stood: a table out of Word gives its cells. */
const blocksOf = (fragment: Fragment): Node[] => {
  const blocks: Node[] = [];
  fragment.descendants((node) => {
    if (!node.isTextblock) return true;
    blocks.push(node);
    return false;
  });
  return blocks;
};

const asParagraphs = (slice: Slice, schema: Schema): Slice => {
  const blocks = blocksOf(slice.content);
  if (blocks.length === 0) return slice;
  const paragraphs = blocks.map((block) => schema.node('paragraph', null, block.content));
  return new Slice(Fragment.from(paragraphs), 1, 1);
};

const fromLines = (text: string, schema: Schema): Slice =>
  new Slice(
    Fragment.from(
      tidyText(text)
        .split('\n')
        .filter((line, _index, lines) => lines.length === 1 || line.trim() !== '')
        .map((line) => schema.node('paragraph', null, line === '' ? [] : [schema.text(line)])),
    ),
    1,
    1,
  );

/** Pasting brings paragraphs with bold, italic and fields, nothing else; into a heading only words. */
export const PaperPaste = Extension.create({
  name: 'paperPaste',
  addProseMirrorPlugins: () => [
    new Plugin({
      key: new PluginKey('paperPaste'),
      props: {
        clipboardTextParser: (text, _context, _plain, view) => fromLines(text, view.state.schema),
        transformPasted: (slice, view) => asParagraphs(slice, view.state.schema),
        handlePaste: (view, _event, slice) => {
          if (view.state.selection.$head.parent.type.name !== 'clauseHeading') return false;
          const words = slice.content.textBetween(0, slice.content.size, ' ').replaceAll(/\s+/g, ' ').trim();
          if (words !== '') view.dispatch(view.state.tr.insertText(words).scrollIntoView().setMeta('uiEvent', 'paste'));
          return true;
        },
        // files and pictures are attached elsewhere; dropping them into the text does nothing
        handleDrop: (_view, event) => (event.dataTransfer?.files.length ?? 0) > 0,
      },
    }),
  ],
});
