import { widthOf } from './fit.ts';
import { bar, smallFontSize, words, type SvgNode } from './svg.ts';

export interface KeyEntry {
  word: string;
  fill: string;
  outline?: string;
  dashed?: boolean;
}

/** What the shapes mean, in one row with its base line at `y`. */
export function keyRow(left: number, y: number, entries: readonly KeyEntry[]): SvgNode[] {
  let x = left;
  return entries.flatMap(({ word, ...look }) => {
    const drawn = [
      ...bar({ x: x + 0.5, y: y - 8.5, width: 14, height: 9 }, look),
      words(x + 20, y, word, { size: smallFontSize, colour: 'var(--soft)' }),
    ];
    x += 36 + widthOf(word, smallFontSize);
    return drawn;
  });
}
