import type { Language } from '../../languages.ts';
import { englishStems } from './english.ts';
import { latvianStems } from './latvian.ts';
import { lithuanianStems } from './lithuanian.ts';
import { ukrainianStems } from './ukrainian.ts';

/**
 * Counts up with every change that gives some word other stems: the stems kept in a workspace are then made anew.
 */
export const stemsVersion = 1;

const stemmers: Record<Language, (word: string) => string[]> = {
  uk: ukrainianStems,
  en: englishStems,
  lt: lithuanianStems,
  lv: latvianStems,
};

const latin: readonly Language[] = ['lt', 'lv', 'en'];

const isCyrillic = (word: string): boolean => word >= '\u0400' && word < '\u0530';

/**
 * What two forms of one word have in common: they share at least one of these texts, forms of different words none.
 * A word has several, because a form alone does not tell what it is a form of (lt `šalis` may be declined in two ways).
 * `word` is folded (`shared/rules/fold.ts`), one word of letters. Without a language the alphabet decides; a Latin word
 * then gets the stems of all three languages. Empty where no rule knows the word: it is only its own form then.
 */
export function stemsOf(word: string, language?: Language): string[] {
  if (word.length < 3 || /\d/.test(word)) return [];
  const possible: readonly Language[] = isCyrillic(word) ? ['uk'] : latin;
  const asked = language !== undefined && possible.includes(language) ? [language] : possible;
  return [...new Set(asked.flatMap((each) => stemmers[each](word).map((stem) => `${each}:${stem}`)))];
}
