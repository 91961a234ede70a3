import { foldText } from '../../../../shared/rules/fold.ts';

const alphabet = 'абвгдеєжзиіїйклмнопрстуфхцчшщъыьэюя';
// Cyrillic as one run in the order of the alphabet: by their code points і, ї and є would stand after я.
const placeOf = new Map([...alphabet].map((letter, at) => [letter, String.fromCodePoint(0x0430 + at)]));

/** How much of a text decides its place in a list. */
const longestKey = 40;

/** A key whose plain order is the order of the alphabet: letters and digits of the folded text. */
export const textOrderKey = (text: string): string =>
  [...foldText(text.slice(0, longestKey * 3))]
    .filter((char) => /[\p{L}\p{N} ]/u.test(char))
    .slice(0, longestKey)
    .map((char) => placeOf.get(char) ?? char)
    .join('')
    .trim();

/** A key by which `2/1.1` stands before `10/1.1`: every run of digits has the same length. */
export const numberOrderKey = (number: string): string =>
  foldText(number)
    .slice(0, 60)
    .replaceAll(/\d+/g, (digits) => digits.padStart(6, '0'));
