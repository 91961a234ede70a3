import type { GrammaticalCase } from './name.ts';

/** The forms of one word, all lower-case, with ’ for the apostrophe. */
export type Forms = Readonly<Record<GrammaticalCase, string>>;

type Endings = readonly [
  genitive: string,
  dative: string,
  accusative: string,
  instrumental: string,
  locative: string,
  vocative: string,
];

const join = (nominative: string, stem: string, endings: Endings): Forms => ({
  nominative,
  genitive: stem + endings[0],
  dative: stem + endings[1],
  accusative: stem + endings[2],
  instrumental: stem + endings[3],
  locative: stem + endings[4],
  vocative: stem + endings[5],
});

/** The same form in every case. */
export const unchanged = (word: string): Forms => join(word, word, ['', '', '', '', '', '']);

const countVowels = (word: string): number => word.match(/[аеєиіїоуюя]/g)?.length ?? 0;

export const isMonosyllable = (word: string): boolean => countVowels(word) === 1;

/**
 * Second declension (men in a consonant or -о), orthography of 2019, §§ 82–87. Of the parallel endings of the dative the
 * short one is taken (`Шевченку О. П.`), of the locative the long one, which cannot be mistaken for a dative.
 */
export const secondHard = (nominative: string, stem: string): Forms => {
  const vocative = /[гґкх]$/.test(stem) ? 'у' : 'е';
  // Якові, not Яковові
  const locative = /[оеє]в$/.test(stem) && !isMonosyllable(stem) ? 'і' : 'ові';
  return join(nominative, stem, ['а', 'у', 'а', 'ом', locative, vocative]);
};

/** Stems in ж, ч, ш, щ and those in -яр with the stress on the ending; only -ч takes -у in the vocative. */
export const secondMixed = (nominative: string, stem: string): Forms =>
  join(nominative, stem, ['а', 'у', 'а', 'ем', 'еві', stem.endsWith('ч') ? 'у' : 'е']);

export const secondSoft = (nominative: string, stem: string): Forms =>
  join(nominative, stem, ['я', 'ю', 'я', 'ем', 'еві', 'ю']);

/** -ьо: soft, but the instrumental keeps its о (Іваньом). */
export const secondSoftO = (nominative: string, stem: string): Forms =>
  join(nominative, stem, ['я', 'ю', 'я', 'ьом', 'еві', 'ю']);

/** Stems in a vowel or an apostrophe before the lost й: Андрі-я, Солов’-я. */
export const secondIotated = (nominative: string, stem: string): Forms =>
  join(nominative, stem, ['я', 'ю', 'я', 'єм', 'єві', 'ю']);

const softenedVelars: Readonly<Record<string, string>> = { г: 'з', ґ: 'з', к: 'ц', х: 'с' };

/** Ольга → Ольз(і), Одарка → Одарц(і), Солоха → Солос(і). */
const softenVelar = (stem: string): string => {
  const last = stem.slice(-1);
  return stem.slice(0, -1) + (softenedVelars[last] ?? last);
};

/** First declension (men and women in -а, -я). `vocative` replaces the regular ending of the vocative. */
export const first = (word: string, vocative?: string): Forms => {
  const stem = word.slice(0, -1);
  if (word.endsWith('а')) {
    if (/[жчшщ]$/.test(stem)) return join(word, stem, ['і', 'і', 'у', 'ею', 'і', vocative ?? 'е']);
    const forms = join(word, stem, ['и', 'і', 'у', 'ою', 'і', vocative ?? 'о']);
    const softened = `${softenVelar(stem)}і`;
    return { ...forms, dative: softened, locative: softened };
  }
  if (/[аеєиіїоуюяйь’]$/.test(stem)) return join(word, stem, ['ї', 'ї', 'ю', 'єю', 'ї', 'є']);
  return join(word, stem, ['і', 'і', 'ю', 'ею', 'і', vocative ?? 'е']);
};

/** The instrumental of the third declension: Нінеллю, Любов’ю; one consonant after a vowel is doubled. */
const thirdInstrumental = (stem: string): string => {
  if (/[бпвмфр]$/.test(stem)) return `${stem}’ю`;
  const doubled = /[аеєиіїоуюя][дтзсцлнжчш]$/.test(stem) ? stem.slice(-1) : '';
  return `${stem}${doubled}ю`;
};

/** Third declension: women's given names in a consonant (§ 141). */
export const third = (word: string): Forms => {
  const stem = word.replace(/ь$/, '');
  const forms = join(word, stem, ['і', 'і', '', '', 'і', 'е']);
  return { ...forms, accusative: word, instrumental: thirdInstrumental(stem) };
};

/** Men's adjectives in -ий, -ій, -їй, -ой; addressed in the nominative. */
export const adjectiveMale = (word: string): Forms => {
  const stem = word.slice(0, -2);
  const endings: Endings = word.endsWith('їй')
    ? ['його', 'йому', 'його', 'їм', 'йому', '']
    : word.endsWith('ій')
      ? ['ього', 'ьому', 'ього', 'ім', 'ьому', '']
      : ['ого', 'ому', 'ого', 'им', 'ому', ''];
  return { ...join(word, stem, endings), vocative: word };
};

/** Women's adjectives in -а, -я (after a vowel: Безкрая). */
export const adjectiveFemale = (word: string): Forms => {
  const stem = word.slice(0, -1);
  if (word.endsWith('а')) return join(word, stem, ['ої', 'ій', 'у', 'ою', 'ій', 'а']);
  if (/[аеєиіїоуюя]$/.test(stem)) return join(word, stem, ['йої', 'їй', 'ю', 'йою', 'їй', 'я']);
  return join(word, stem, ['ьої', 'ій', 'ю', 'ьою', 'ій', 'я']);
};

/** Men's possessives in -ов, -ев, -ів, -ин, -ін (§ 142, 3); the vocative in -е is the first of the two § 87 allows. */
export const possessiveMale = (nominative: string, stem: string): Forms =>
  join(nominative, stem, ['а', 'у', 'а', 'им', 'і', 'е']);
