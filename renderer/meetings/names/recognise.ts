import { foldWithPositions } from '../../../shared/rules/fold.ts';
import type { Name } from './names.ts';

/** A name found in a text, in UTF-16 units of it. */
export type FoundName = { from: number; to: number; name: Name };

type Needle = { name: Name; words: readonly Word[] };
/** `exact`: an abbreviation, which takes no endings; else the word without its ending. */
type Word = { text: string; exact: boolean };
type TextWord = { text: string; from: number; to: number; capital: boolean };

/** Ending that a word may take or lose in any of the four languages, in letters. */
const ending = 3;

const wordsOf = (text: string): TextWord[] => {
  const folded = foldWithPositions(text);
  return [...folded.text.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => {
    const from = folded.at[match.index] ?? 0;
    const to = folded.at[match.index + match[0].length] ?? text.length;
    return { text: match[0], from, to, capital: /^\p{Lu}/u.test(text.slice(from)) };
  });
};

const isAbbreviation = (written: string): boolean => written.length <= 6 && written === written.toUpperCase();

/** Ліга – Лізі, Рука – руці, Вуха – вусі: consonants that change before an ending in Ukrainian. */
const changed: Record<string, string> = { г: 'з', к: 'ц', х: 'с' };

const asNeedle = (name: Name, written: string): Needle | null => {
  const words = wordsOf(written).map(({ text, from, to }): Word => {
    const exact = isAbbreviation(written.slice(from, to)) || text.length <= 3;
    return { text: exact ? text : text.slice(0, Math.max(3, text.length - (text.length > 5 ? 2 : 1))), exact };
  });
  // one short word would be found everywhere, unless it is the name by which an organisation goes
  const shortest = name.kind === 'organisation' ? 3 : 4;
  const telling =
    words.length > 1 || (words[0]?.exact === true ? written.length >= 3 : (words[0]?.text.length ?? 0) >= shortest);
  return words.length === 0 || !telling ? null : { name, words };
};

const softened = (stem: string): string => `${stem.slice(0, -1)}${changed[stem.slice(-1)] ?? stem.slice(-1)}`;

const meets = (needle: Word, { text }: TextWord): boolean => {
  if (needle.exact) return text === needle.text;
  const begins = text.startsWith(needle.text) || text.startsWith(softened(needle.text));
  return begins && text.length <= needle.text.length + Math.min(ending, needle.text.length - 1);
};

const key = (word: string): string => word.slice(0, 2);

/**
 * Finds names in running text, whatever their case endings: «доручити Лізі соціальних працівників» names «Ліга
 * соціальних працівників». A name begins with a capital letter in the text; the longest name at a place wins.
 */
export const nameFinder = (names: readonly Name[]): ((text: string) => FoundName[]) => {
  const index = new Map<string, Needle[]>();
  for (const name of names) {
    for (const written of new Set([name.label, name.also])) {
      const needle = asNeedle(name, written);
      const first = needle?.words[0];
      if (needle === null || first === undefined) continue;
      const at = key(first.text);
      index.set(at, [...(index.get(at) ?? []), needle]);
    }
  }
  for (const needles of index.values()) needles.sort((a, b) => b.words.length - a.words.length);

  return (text) => {
    const words = wordsOf(text);
    const found: FoundName[] = [];
    for (let at = 0; at < words.length; at += 1) {
      const word = words[at];
      if (word === undefined || !word.capital) continue;
      const needle = index.get(key(word.text))?.find(({ words: wanted }) =>
        wanted.every((part, offset) => {
          const there = words[at + offset];
          return there !== undefined && meets(part, there);
        }),
      );
      if (needle === undefined) continue;
      const last = words[at + needle.words.length - 1] ?? word;
      found.push({ from: word.from, to: last.to, name: needle.name });
      at += needle.words.length - 1;
    }
    return found;
  };
};
