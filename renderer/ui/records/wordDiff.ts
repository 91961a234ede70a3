import { diffIndices } from 'node-diff3';

/** A run of a text; `differs` where the other text has something else. */
export type Run = { text: string; differs: boolean };

/** Beyond this many words the comparison would hold the page up; then both texts stand unmarked. */
const mostWords = 4000;

// a word with the space before it; a day or a time is one; a comma is on its own
const word = /\s*(?:\p{N}+(?:[.:/-]\p{N}+)*|[\p{L}\p{M}\p{N}’'-]+|\S)|\s+$/gu;

const wordsOf = (text: string): string[] => text.match(word) ?? [];

const runsOf = (words: readonly string[], differing: readonly [offset: number, length: number][]): Run[] => {
  const runs: Run[] = [];
  let at = 0;
  const add = (until: number, differs: boolean): void => {
    const text = words.slice(at, until).join('');
    const told = differs ? text.trimStart() : text;
    // the space before a word that differs does not differ
    if (told !== text) runs.push({ text: text.slice(0, text.length - told.length), differs: false });
    if (told !== '') runs.push({ text: told, differs });
    at = until;
  };
  for (const [offset, length] of differing) {
    add(offset, false);
    add(offset + length, true);
  }
  add(words.length, false);
  return runs;
};

/** Which words of two texts differ: the runs of the first and of the second, in order, put together the texts again. */
export const wordDiff = (first: string, second: string): [Run[], Run[]] => {
  const [ours, theirs] = [wordsOf(first), wordsOf(second)];
  if (Math.max(ours.length, theirs.length) > mostWords) return [runsOf(ours, []), runsOf(theirs, [])];
  // a word at the very beginning has no space before it, and is the same word
  const differences = diffIndices(
    ours.map((one) => one.trim()),
    theirs.map((one) => one.trim()),
  );
  return [
    runsOf(
      ours,
      differences.map(({ buffer1 }) => buffer1),
    ),
    runsOf(
      theirs,
      differences.map(({ buffer2 }) => buffer2),
    ),
  ];
};
