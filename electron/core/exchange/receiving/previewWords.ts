import type { PreviewRecord } from '../../../../shared/contract/exchangeViews.ts';

const folded = (text: string): string => text.normalize('NFC').toLowerCase().replaceAll(/[’ʼ`]/g, "'");

/** Whether every one of these words stands somewhere in what a record of a preview is called or was given. */
export function matchesWords(record: PreviewRecord, words: string): boolean {
  const wanted = folded(words).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return true;
  const { row, fields } = record;
  const values = fields.flatMap(({ ours, theirs, names }) => [ours.value, theirs.value, ...Object.values(names)]);
  const text = folded([row.about, row.within, row.author, row.agency, ...values].filter(Boolean).join(' '));
  return wanted.every((word) => text.includes(word));
}
