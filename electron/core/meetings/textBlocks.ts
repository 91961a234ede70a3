import type { Language } from '../../../shared/languages.ts';
import { keyAtEnd, type Placed } from '../../../shared/rules/order.ts';
import type { Sparse } from '../../../shared/sparse.ts';
import type { Author } from '../ledger/ledger.ts';
import { readAll, type Reader } from '../statements.ts';
import type { OpenWorkspace } from '../workspace/open.ts';
import { requireText } from './checks.ts';
import { textBlock } from './tables.ts';

interface TextBlock {
  language: Language;
  title: string;
  text: string;
}

/** Standard phrases for the minutes, in their order. */
export const listTextBlocks = (reader: Reader): (TextBlock & { id: string })[] =>
  readAll(reader, 'SELECT id, language, title, text FROM text_block WHERE removed = 0 ORDER BY sortKey, id');

const requireSound = ({ title, text }: Sparse<TextBlock>) => {
  if (title !== undefined) requireText(title, 'title');
  if (text !== undefined) requireText(text, 'text');
};

/** Throws `required`. */
export function addTextBlock(workspace: OpenWorkspace, author: Author, input: TextBlock): string {
  requireSound(input);
  return workspace.ledger.write(author, { label: 'meetings.addTextBlock' }, (w) => {
    const list = readAll<Placed>(workspace, 'SELECT id, sortKey AS key FROM text_block WHERE removed = 0');
    const { key, rekeyed } = keyAtEnd(list);
    for (const twin of rekeyed) w.update(textBlock, twin.id, { sortKey: twin.key });
    return w.insert(textBlock, { ...input, title: input.title.trim(), sortKey: key });
  });
}

/** Throws `required`, `notFound`. */
export function updateTextBlock(
  workspace: OpenWorkspace,
  author: Author,
  input: { id: string; patch: Sparse<TextBlock> },
) {
  requireSound(input.patch);
  workspace.ledger.write(author, { label: 'meetings.updateTextBlock' }, (w) =>
    w.update(textBlock, input.id, input.patch),
  );
}

export function removeTextBlock(workspace: OpenWorkspace, author: Author, id: string) {
  workspace.ledger.write(author, { label: 'meetings.removeTextBlock' }, (w) => w.remove(textBlock, id));
}
