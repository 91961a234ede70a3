/** The least that the core takes, in characters. */
export const leastPassphrase = 10;

export type Strength = {
  /** 0 empty, 1 very weak … 5 very strong; 4 and 5 stand a determined attack on the file. */
  level: 0 | 1 | 2 | 3 | 4 | 5;
  words: number;
  characters: number;
};

/** Bits that a word chosen by chance from a list of some two thousand brings; people choose worse, hence less. */
const bitsPerWord = 11;

/** The kinds of characters and how many there are of each. */
const kinds: readonly [RegExp, number][] = [
  [/\p{Ll}/u, 30],
  [/\p{Lu}/u, 30],
  [/\p{N}/u, 10],
  [/[^\p{L}\p{N}\s]/u, 30],
];

const repeated = /^(.{1,4})\1+$/u;
const rows = [
  'йцукенгшщзхїфівапролджєячсмитьбю',
  'qwertyuiopasdfghjklzxcvbnm',
  'абвгґдеєжзиіїйклмнопрстуфхцчшщьюя',
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  '98765432109',
];

/** How much of a word a guesser must try: little for repetitions and for runs of the keyboard, the alphabet, the digits. */
const bitsOfWord = (word: string): number => {
  const lower = word.toLowerCase();
  const size = kinds.reduce((sum, [kind, count]) => (kind.test(word) ? sum + count : sum), 0);
  const bits = [...word].length * Math.log2(Math.max(2, size));
  if (repeated.test(lower) || rows.some((row) => row.includes(lower))) return Math.min(bits, 6);
  // an ordinary word is in a dictionary, however long it is
  return /^\p{L}+$/u.test(word) ? Math.min(bits * 0.6, bitsPerWord + 4) : bits * 0.75;
};

/**
 * A rough measure of how hard a passphrase is to guess, for the bar beside the field. It counts different words and
 * kinds of characters; it knows no dictionary, so what it calls strong should still not be a saying.
 */
export const passphraseStrength = (passphrase: string): Strength => {
  const words = passphrase
    .trim()
    .split(/[\s-]+/u)
    .filter(Boolean);
  const characters = [...passphrase.trim()].length;
  const bits = [...new Set(words.map((word) => word.toLowerCase()))].reduce((sum, word) => sum + bitsOfWord(word), 0);
  const counts = { words: words.length, characters };
  if (characters === 0) return { level: 0, ...counts };
  if (characters < leastPassphrase || bits < 28) return { level: 1, ...counts };
  if (bits < 38) return { level: 2, ...counts };
  if (bits < 48) return { level: 3, ...counts };
  return { level: bits < 60 ? 4 : 5, ...counts };
};
