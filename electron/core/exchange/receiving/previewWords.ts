import type { PreviewRecord } from '../../../../shared/contract/exchangeViews.ts';

const folded = (text: string): string => text.normalize('NFC').toLowerCase().replaceAll(/[’ʼ`]/g, "'");

/** What a record of a preview is called and was given, in one line to be searched. */
export function wordsOf({ row, fields }: PreviewRecord): string {
  const values = fields.flatMap(({ ours, theirs, names }) => [ours.value, theirs.value, ...Object.values(names)]);
  const text = [row.about, row.within, row.author, row.agency, ...values].filter(Boolean).join(' ');
  return folded(text).replaceAll('\n', ' ');
}

/** Whether every one of these words stands somewhere in such a line; null where no word is given. */
export function wordMatcher(words: string): ((text: string) => boolean) | null {
  const wanted = folded(words).split(/\s+/).filter(Boolean);
  return wanted.length === 0 ? null : (text) => wanted.every((word) => text.includes(word));
}
