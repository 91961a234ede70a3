import { diffComm } from 'node-diff3';

/** A run of words that both texts have, or only one of them. */
export interface DifferencePart {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

/** Words with the blanks after them, so that the parts put together are the texts again. */
const wordsOf = (text: string): string[] => text.match(/\s+|\S+\s*/gu) ?? [];

/** Words of both texts together that are worth comparing; beyond that a changed text counts as changed as a whole. */
const mostWords = 20_000;

/** Two texts word by word: the parts that are same or removed make up the left one, same or added the right one. */
export function wordDifference(left: string, right: string): DifferencePart[] {
  const [a, b] = [wordsOf(left), wordsOf(right)];
  const runs = a.length + b.length > mostWords && left !== right ? [{ buffer1: a, buffer2: b }] : diffComm(a, b);
  return runs.flatMap((run): DifferencePart[] => {
    if ('common' in run) return [{ kind: 'same', text: run.common.join('') }];
    const parts = [
      { kind: 'removed' as const, text: run.buffer1.join('') },
      { kind: 'added' as const, text: run.buffer2.join('') },
    ];
    return parts.filter(({ text }) => text !== '');
  });
}

/** How much of two texts is the same words, whatever their order: 0 nothing, 1 all. */
export function likeness(left: string, right: string): number {
  const count = (text: string): Map<string, number> => {
    const counts = new Map<string, number>();
    for (const word of text.toLocaleLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
      counts.set(word, (counts.get(word) ?? 0) + 1);
    return counts;
  };
  const [a, b] = [count(left), count(right)];
  const size = (counts: Map<string, number>): number => [...counts.values()].reduce((sum, n) => sum + n, 0);
  const both = [...a].reduce((sum, [word, n]) => sum + Math.min(n, b.get(word) ?? 0), 0);
  const all = size(a) + size(b);
  return all === 0 ? 1 : (2 * both) / all;
}
