import { foldText } from '../../shared/rules/fold.ts';

/** A test for folded texts in which every word typed occurs. */
export const foldedMatcher = (typed: string): ((folded: string) => boolean) => {
  const words = foldText(typed).split(' ').filter(Boolean);
  return (folded) => words.every((word) => folded.includes(word));
};

/** A test for texts in which every word typed occurs, whatever the case, the accents and the apostrophes. */
export const wordMatcher = (typed: string): ((text: string) => boolean) => {
  if (typed.trim() === '') return () => true;
  const matches = foldedMatcher(typed);
  return (text) => matches(foldText(text));
};
