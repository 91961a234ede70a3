/**
 * Folding: one spelling for texts that people write differently but read the same, for search, for finding duplicates
 * and for recognising typed words. Case, apostrophes, ґ and ё, the diacritics of Lithuanian and Latvian and letters of
 * the other alphabet that look alike make no difference.
 */

export type FoldedText = {
  text: string;
  /** Where each UTF-16 unit of `text` comes from in the original; one more entry for the end. */
  at: number[];
};

const apostrophes = new Set("'’ʼ‘`´′ʹ＇‛");
const dashes = new Set('‐‑‒–—―−');
const letter = /^\p{L}$/u;
const mark = /^\p{M}$/u;
const latinLetter = /^\p{Script=Latin}$/u;

// Letters without a canonical decomposition, and Cyrillic ones that are written in two ways.
const replaced: Record<string, string> = {
  ґ: 'г',
  ё: 'е',
  ł: 'l',
  đ: 'd',
  ø: 'o',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
};

// Cyrillic letters typed as letter and mark, as files from a Mac have them.
const composed: Record<string, string> = { 'и\u0306': 'й', 'і\u0308': 'ї', 'е\u0308': 'е', 'у\u0306': 'ў' };

const cyrillicLikeLatin: Record<string, string> = {
  а: 'a',
  в: 'b',
  е: 'e',
  і: 'i',
  ї: 'i',
  к: 'k',
  м: 'm',
  н: 'h',
  о: 'o',
  р: 'p',
  с: 'c',
  т: 't',
  у: 'y',
  х: 'x',
  ј: 'j',
  ѕ: 's',
};

const latinLikeCyrillic: Record<string, string> = Object.fromEntries(
  Object.entries(cyrillicLikeLatin)
    .filter(([cyrillic]) => !'їјѕ'.includes(cyrillic))
    .map(([cyrillic, latin]) => [latin, cyrillic]),
);

const isCyrillic = (char: string): boolean => char >= '\u0400' && char <= '\u052f';

type Character = {
  kind: 'letter' | 'mark' | 'space' | 'apostrophe' | 'other';
  folded: string;
  latin: boolean;
  cyrillic: boolean;
};

function characterOf(original: string): Character {
  const lower = original.toLowerCase();
  const plain = latinLetter.test(original) ? lower.normalize('NFD').replaceAll(/\p{M}/gu, '') : lower;
  const folded = dashes.has(original) ? '-' : [...plain].map((char) => replaced[char] ?? char).join('');
  const kind = mark.test(original)
    ? 'mark'
    : /\s/u.test(original)
      ? 'space'
      : apostrophes.has(original)
        ? 'apostrophe'
        : letter.test(original)
          ? 'letter'
          : 'other';
  return {
    kind,
    folded: kind === 'space' ? ' ' : kind === 'apostrophe' ? "'" : folded,
    latin: latinLetter.test(folded.slice(0, 1)),
    cyrillic: isCyrillic(folded),
  };
}

// Every write folds its text for the search index; asking the Unicode tables for each letter anew took 1 µs a letter.
const known = new Map<string, Character>();

function lookUp(original: string): Character {
  const found = known.get(original);
  if (found !== undefined) return found;
  if (known.size > 4096) known.clear();
  const character = characterOf(original);
  known.set(original, character);
  return character;
}

/** Whether a letter follows, marks aside. */
function letterFollows(text: string, from: number): boolean {
  for (let index = from; index < text.length;) {
    const char = String.fromCodePoint(text.codePointAt(index) ?? 0);
    const { kind } = lookUp(char);
    if (kind !== 'mark') return kind === 'letter';
    index += char.length;
  }
  return false;
}

/**
 * A word typed with letters of two alphabets is Cyrillic when some letter can be nothing else, or when nothing tells;
 * it is Latin when some letter can be nothing else. Changes `chars` from `start` to the end.
 */
function settleScript(chars: string[], start: number): void {
  const word = chars.slice(start);
  const onlyLatin = word.some((char) => !isCyrillic(char) && latinLikeCyrillic[char] === undefined);
  const onlyCyrillic = word.some((char) => isCyrillic(char) && cyrillicLikeLatin[char] === undefined);
  const map = onlyLatin && !onlyCyrillic ? cyrillicLikeLatin : latinLikeCyrillic;
  for (const [offset, char] of word.entries()) chars[start + offset] = map[char] ?? char;
}

/** The folded text and, for every place in it, the place in the original: for marking what was found. */
export function foldWithPositions(text: string): FoldedText {
  const chars: string[] = [];
  const at: number[] = [];
  let from = 0;
  let wordStart = -1;
  let latin = false;
  let cyrillic = false;
  const endWord = (): void => {
    if (latin && cyrillic) settleScript(chars, wordStart);
    wordStart = -1;
    latin = false;
    cyrillic = false;
  };
  for (const original of text) {
    const character = lookUp(original);
    const to = from + original.length;
    if (character.kind === 'letter') {
      if (wordStart === -1) wordStart = chars.length;
      latin ||= character.latin;
      cyrillic ||= character.cyrillic;
      for (const char of character.folded) {
        for (let unit = 0; unit < char.length; unit += 1) at.push(from);
        chars.push(char);
      }
    } else if (character.kind === 'mark') {
      const last = chars.length - 1;
      const composite = last < 0 ? undefined : composed[`${chars[last]}${original}`];
      if (composite !== undefined) chars[last] = composite;
    } else if (character.kind !== 'apostrophe' || wordStart === -1 || !letterFollows(text, to)) {
      endWord();
      for (let unit = 0; unit < character.folded.length; unit += 1) at.push(from);
      chars.push(character.folded);
    }
    from = to;
  }
  endWord();
  return { text: chars.join(''), at: [...at, text.length] };
}

/** The folded text, for search: blanks are single, none at the ends. */
export const foldText = (text: string): string => foldWithPositions(text).text.replaceAll(/ +/g, ' ').trim();

// Legal forms stand before or after the name, in full or short, and are left out or written differently by everybody.
// Longer ones first, so that «державна установа» is not left with its «установа».
const legalForms = [
  'товариство з обмеженою відповідальністю',
  'комунальне некомерційне підприємство',
  'комунальна установа',
  'комунальний заклад',
  'комунальне підприємство',
  'державна установа',
  'державне підприємство',
  'громадська організація',
  'громадська спілка',
  'благодійна організація',
  'благодійний фонд',
  'міжнародний благодійний фонд',
  'міжнародна благодійна організація',
  'всеукраїнська громадська організація',
  'приватне підприємство',
  'акціонерне товариство',
  'фізична особа підприємець',
  'мбо',
  'мбф',
  'вго',
  'тов',
  'кнп',
  'фоп',
  'го',
  'гс',
  'бо',
  'бф',
  'ку',
  'кз',
  'кп',
  'ду',
  'дп',
  'пп',
  'ат',
  'viesoji istaiga',
  'biudzetine istaiga',
  'savivaldybes biudzetine istaiga',
  'uzdaroji akcine bendrove',
  'akcine bendrove',
  'mazoji bendrija',
  'labdaros ir paramos fondas',
  'asociacija',
  'vsi',
  'bi',
  'sbi',
  'uab',
  'ab',
  'mb',
  'sabiedriba ar ierobezotu atbildibu',
  'akciju sabiedriba',
  'valsts sabiedriba ar ierobezotu atbildibu',
  'biedriba',
  'nodibinajums',
  'pasvaldibas iestade',
  'sia',
  'vsia',
  'limited liability company',
  'non governmental organisation',
  'non governmental organization',
  'charitable foundation',
  'ngo',
  'nvo',
  'llc',
  'ltd',
  'limited',
  'inc',
  'plc',
  'gmbh',
  'ev',
].toSorted((a, b) => b.length - a.length);

const asSkeleton = (text: string): string =>
  [...text].map((char) => (isCyrillic(char) ? (cyrillicLikeLatin[char] ?? char) : char)).join('');

const formSkeletons = legalForms.map((form) => asSkeleton(form));

function withoutLegalForm(name: string): string {
  for (const form of formSkeletons) {
    if (name.startsWith(`${form} `)) return name.slice(form.length + 1);
    if (name.endsWith(` ${form}`)) return name.slice(0, -form.length - 1);
  }
  return name;
}

/**
 * A key for finding the same person or organisation twice: two names with one key are probably one. Quotation marks,
 * punctuation, the legal form (ТОВ, ГО, VšĮ, SIA, biedrība …) and the alphabet of look-alike letters make no
 * difference. The key is not for reading; empty when the name has no letters and digits.
 */
export function foldName(name: string): string {
  const words = foldText(name)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  let key = asSkeleton(words);
  for (let before = ''; before !== key;) {
    before = key;
    key = withoutLegalForm(key);
  }
  return key;
}

/**
 * A key for one person however the parts of the name are ordered: «Шевченко Олена Петрівна» and «Олена Шевченко
 * Петрівна» share it; initials do not stand for a full name.
 */
export const foldPersonName = (...parts: readonly string[]): string =>
  asSkeleton(foldText(parts.join(' ')).replaceAll(/[^\p{L}\p{N}]+/gu, ' '))
    .trim()
    .split(' ')
    .toSorted()
    .join(' ');
