import { unchanged, type Forms } from './endings.ts';
import type { GrammaticalCase } from './name.ts';

/** Every sign people type for the Ukrainian apostrophe; the first is the typographic one that documents print. */
const apostrophes = "’'ʼ`´‘′＇";
const anyApostrophe = new RegExp(`[${apostrophes}]`, 'g');
const ukrainianWord = /^[абвгґдеєжзиіїйклмнопрстуфхцчшщьюя’]+$/;

/** Latin letters typed by mistake among Cyrillic ones, which look the same on paper. */
const lookAlikes: Readonly<Record<string, string>> = {
  a: 'а',
  b: 'в',
  c: 'с',
  e: 'е',
  h: 'н',
  i: 'і',
  k: 'к',
  m: 'м',
  o: 'о',
  p: 'р',
  t: 'т',
  x: 'х',
  y: 'у',
};

/** The form the rules work with: composed letters, lower case, ’ for every apostrophe, one alphabet in a Cyrillic word. */
export const foldWord = (word: string): string => {
  const folded = word.normalize('NFC').replace(anyApostrophe, '’').toLocaleLowerCase('uk');
  return /[а-яґєії]/.test(folded) ? folded.replace(/[a-z]/g, (letter) => lookAlikes[letter] ?? letter) : folded;
};

const isUpper = (letter: string): boolean => letter !== letter.toLocaleLowerCase('uk');

const restoreCase = (form: string, typed: string): string => {
  const letters = typed.replace(anyApostrophe, '');
  if (letters.length > 1 && letters === letters.toLocaleUpperCase('uk')) return form.toLocaleUpperCase('uk');
  return Array.from(form, (letter, i) => (isUpper(typed.charAt(i)) ? letter.toLocaleUpperCase('uk') : letter)).join('');
};

/** An apostrophe that came with the declension (Соловей – Солов’я) is the one typed elsewhere in the word, else ’. */
const restoreApostrophes = (form: string, typed: string): string => {
  const signs = typed.match(anyApostrophe) ?? [];
  let seen = 0;
  return form.replace(/’/g, () => {
    const sign = signs[Math.min(seen, signs.length - 1)] ?? '’';
    seen += 1;
    return sign;
  });
};

/** One word in the case asked for, spelled as it was typed; a word that is not Ukrainian letters stays as it is. */
const inflectWord = (typed: string, grammaticalCase: GrammaticalCase, decline: (word: string) => Forms): string => {
  const composed = typed.normalize('NFC');
  const word = foldWord(composed);
  const isWord = ukrainianWord.test(word) && /[аеєиіїоуюя]/.test(word) && word.length > 1;
  const form = (isWord ? decline(word) : unchanged(word))[grammaticalCase];
  return form === word ? typed : restoreApostrophes(restoreCase(form, composed), composed);
};

/**
 * Declines each part of a name joined by hyphens or spaces with `decline`, which gets the part folded and whether it is the
 * last one before a space or the end. Particles (фон, де, ван) are typed in lower case beside a capital and stay as they are.
 */
export const inflectName = (
  typed: string,
  grammaticalCase: GrammaticalCase,
  decline: (word: string, isLast: boolean) => Forms,
): string => {
  if (grammaticalCase === 'nominative') return typed;
  const pieces = typed.split(/([-‐‑\s]+)/);
  const hasCapital = Array.from(typed).some(isUpper);
  return pieces
    .map((piece, i) => {
      const isParticle = hasCapital && pieces.length > 1 && !isUpper(piece.charAt(0));
      if (i % 2 === 1 || piece === '' || isParticle) return piece;
      return inflectWord(piece, grammaticalCase, (word) => decline(word, !/[-‐‑]/.test(pieces[i + 1] ?? '')));
    })
    .join('');
};
