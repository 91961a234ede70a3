import { first, secondMixed, unchanged, type Forms } from './endings.ts';

/**
 * A patronymic: men's in -ич, -іч (second declension, mixed), women's in -на (first); others (Гасан огли) do not change.
 * @param word one folded word
 */
export const declinePatronymic = (word: string, gender: 'male' | 'female'): Forms => {
  if (gender === 'male' && /[иі]ч$/.test(word)) return secondMixed(word, word);
  if (gender === 'female' && word.endsWith('на')) return first(word);
  return unchanged(word);
};
