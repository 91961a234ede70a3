import { foldText } from '../../shared/rules/fold.ts';

/** A test for texts in which every word typed occurs, whatever the case, the accents and the apostrophes. */
export const wordMatcher = (typed: string): ((text: string) => boolean) => {
  const words = foldText(typed).split(' ').filter(Boolean);
  if (words.length === 0) return () => true;
  return (text) => {
    const folded = foldText(text);
    return words.every((word) => folded.includes(word));
  };
};
