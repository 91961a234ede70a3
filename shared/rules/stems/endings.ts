/** A way of declining: its name and the endings of all its cases, as they are folded. */
type Paradigm = readonly [name: string, endings: string];

interface Declined {
  paradigm: string;
  stem: string;
  ending: string;
}

/** The paradigms that have this ending, by ending. */
function byEnding(paradigms: readonly Paradigm[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [name, endings] of paradigms)
    for (const ending of new Set(endings.split(' '))) found.set(ending, [...(found.get(ending) ?? []), name]);
  return found;
}

/**
 * Every way in which a word can be a form: a stem of at least `shortest` letters and an ending of some paradigm. Forms
 * of one word share a paradigm and a stem; forms of different words that merely begin alike share none.
 */
export function declining(paradigms: readonly Paradigm[], shortest: number): (word: string) => Declined[] {
  const names = byEnding(paradigms);
  const longest = Math.max(...[...names.keys()].map((ending) => ending.length));
  return (word) => {
    const found: Declined[] = [];
    for (let length = 1; length <= longest && word.length - length >= shortest; length += 1) {
      const ending = word.slice(-length);
      for (const paradigm of names.get(ending) ?? []) found.push({ paradigm, stem: word.slice(0, -length), ending });
    }
    return found;
  };
}
