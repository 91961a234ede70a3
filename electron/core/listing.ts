import type { Language } from '../../shared/languages.ts';
import { foldText } from '../../shared/rules/fold.ts';
import type { Reader } from './statements.ts';

/**
 * Folded texts of the lists, so that the second letter typed into a filter costs less than the first; gone with the
 * connection, for a locked workspace must not leave its words behind.
 */
const folded = new WeakMap<Reader['sqlite'], Map<string, string>>();
const mostFolded = 60_000;

function folder({ sqlite }: Reader): (text: string) => string {
  const known = folded.get(sqlite) ?? new Map<string, string>();
  folded.set(sqlite, known);
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    if (known.size >= mostFolded) known.clear();
    const result = foldText(text);
    known.set(text, result);
    return result;
  };
}

/**
 * Tells of a row's texts whether every word that was typed stands in them, whatever the case, accents and alphabets of
 * its letters. Where nothing was typed, every row is meant.
 */
export function finder(reader: Reader, typed: string): (...texts: string[]) => boolean {
  const words = foldText(typed).split(' ').filter(Boolean);
  const fold = folder(reader);
  return (...texts) => {
    if (words.length === 0) return true;
    const text = fold(texts.join(' '));
    return words.every((word) => text.includes(word));
  };
}

const collators = new Map<Language, Intl.Collator>();

/** The order of words in a language, numbers within them by their size; made once for each language. */
export function collatorOf(language: Language): Intl.Collator {
  const known = collators.get(language) ?? new Intl.Collator(language, { numeric: true });
  collators.set(language, known);
  return known;
}

/** Comparisons of what rows say in a column: one without a value comes last whichever way the list runs. */
export function comparisonsIn(language: Language, descending: boolean) {
  const collator = collatorOf(language);
  const turn = descending ? -1 : 1;
  return {
    turn,
    words: (a: string, b: string): number =>
      a === '' || b === '' ? Number(a === '') - Number(b === '') : turn * collator.compare(a, b),
    values: <T extends number | string>(a: T | null, b: T | null): number =>
      a === null || b === null ? Number(a === null) - Number(b === null) : turn * (a < b ? -1 : Number(a > b)),
  };
}

/** Of equal rows the newer first: ids grow with time. */
export const newerFirst = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? 1 : -1);
