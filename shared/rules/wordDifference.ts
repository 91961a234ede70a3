/** A run of words that both texts have, or only one of them. */
export interface DifferencePart {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

/** Words with the blanks after them, so that the parts put together are the texts again. */
const wordsOf = (text: string): string[] => text.match(/\s+|\S+\s*/gu) ?? [];

/** Comparisons of words that are worth their time; beyond that a changed middle counts as changed as a whole. */
const mostSteps = 4_000_000;

function put(parts: DifferencePart[], kind: DifferencePart['kind'], text: string) {
  const last = parts.at(-1);
  if (text === '') return;
  if (last?.kind === kind) last.text += text;
  else parts.push({ kind, text });
}

/** The longest run of words that both have in common, in order (dynamic programming over two short lists). */
function putChanged(parts: DifferencePart[], left: readonly string[], right: readonly string[]) {
  if (left.length * right.length > mostSteps) {
    put(parts, 'removed', left.join(''));
    put(parts, 'added', right.join(''));
    return;
  }
  const width = right.length + 1;
  const common = new Uint32Array((left.length + 1) * width);
  const at = (l: number, r: number): number => common[l * width + r] ?? 0;
  for (let l = left.length - 1; l >= 0; l -= 1)
    for (let r = right.length - 1; r >= 0; r -= 1)
      common[l * width + r] = left[l] === right[r] ? at(l + 1, r + 1) + 1 : Math.max(at(l + 1, r), at(l, r + 1));
  let [l, r] = [0, 0];
  while (l < left.length || r < right.length) {
    if (l < left.length && r < right.length && left[l] === right[r]) {
      put(parts, 'same', left[l] ?? '');
      l += 1;
      r += 1;
    } else if (l < left.length && (r === right.length || at(l + 1, r) >= at(l, r + 1))) {
      put(parts, 'removed', left[l] ?? '');
      l += 1;
    } else {
      put(parts, 'added', right[r] ?? '');
      r += 1;
    }
  }
}

/** Two texts word by word: the parts that are same or removed make up the left one, same or added the right one. */
export function wordDifference(left: string, right: string): DifferencePart[] {
  const [a, b] = [wordsOf(left), wordsOf(right)];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  const parts: DifferencePart[] = [];
  put(parts, 'same', a.slice(0, start).join(''));
  putChanged(parts, a.slice(start, a.length - end), b.slice(start, b.length - end));
  put(parts, 'same', a.slice(a.length - end).join(''));
  return parts;
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
