/**
 * What no XML 1.0 document can hold (control characters, halves of surrogate pairs, U+FFFE, U+FFFF), and the marks that
 * turn the order of letters round, with which a text could look other than it is.
 */
const unprintable = /[\p{Cc}\p{Cs}\uFFFE\uFFFF\u202A-\u202E\u2066-\u2069]/gu;

/** A text without what cannot be printed; the tabs and line breaks of a form stay. */
export const printable = (text: string): string =>
  text.replaceAll(unprintable, (sign) => (sign === '\t' || sign === '\n' ? sign : ''));

const suspicious = /[\p{Cc}\p{Cs}\uFFFE\uFFFF\u2028-\u202E\u2066-\u2069]/u;

/** A text as it may stand on one line of paper; line breaks and tabs become blanks. */
export function oneLine(text: string): string {
  // Nearly every text is clean; minutes ask this a few thousand times.
  if (!suspicious.test(text)) return text.trim();
  return text
    .replaceAll(/[\t\r\n\v\f\u0085\u2028\u2029]+/g, ' ')
    .replaceAll(unprintable, '')
    .trim();
}

/** A piece of a line with the blanks at its ends, which part it from the pieces beside it. */
export const withinLine = (text: string): string =>
  text.replaceAll(/[\t\r\n\v\f\u0085\u2028\u2029]+/g, ' ').replaceAll(unprintable, '');

/** A text as paragraphs: one for each line that says something. */
export const paragraphsOf = (text: string): string[] =>
  text
    .split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/)
    .map(oneLine)
    .filter((line) => line !== '');

const space = ' ';
const noBreak = '\u00A0';

/** Blanks that must not end a line, each with what stands around it. Only blanks are exchanged, never a letter. */
const ties: readonly RegExp[] = [
  // № 7, Nr. 7, No. 7, § 3, ст. 5, п. 2
  /(?<=[№§]) (?=\S)/gu,
  /(?<=(?:^|[\s(])(?:Nr|No|ст|п|пп|ч|art|p)\.) (?=\d)/giu,
  // О. П. Шевченко, Шевченко О. П., J. Bērziņš
  /(?<=(?:^|[\s(])\p{Lu}\.) (?=\p{Lu})/gu,
  /(?<=\p{Ll}) (?=\p{Lu}\.(?:\s?\p{Lu}\.)?(?:[\s,;.)]|$))/gu,
  // 10 000, 5 %, 7 годин … a number with what it counts
  /(?<=\d) (?=(?:\d{3}(?!\d)|%|°|грн|тис|млн|млрд|год|хв|осіб|р\.|рр\.|ст\.|EUR|UAH|€|₴|m\.|d\.|val\.|min\b))/gu,
  // a dash never begins a line
  / (?=[–—] )/gu,
];

/** Ties what belongs together with no-break spaces. */
export const tied = (text: string): string =>
  text.includes(space) ? ties.reduce((tiedSoFar, tie) => tiedSoFar.replaceAll(tie, noBreak), text) : text;

/** A whole text tied together: a date, a name, a number with its sign. */
export const unbroken = (text: string): string => text.replaceAll(space, noBreak);

/** Cut to a length in characters, with an ellipsis; for headers, file names and properties. */
export const clipped = (text: string, length: number): string => {
  const letters = Array.from(text);
  return letters.length <= length
    ? text
    : `${letters
        .slice(0, length - 1)
        .join('')
        .trimEnd()}…`;
};

/** With the full stop of a sentence, which an initial, a question mark or an ellipsis already brings along. */
export const ended = (text: string): string => (/[.!?…]$/u.test(text) ? text : `${text}.`);
