import type { ObligationRow } from '../../../shared/contract/memoranda.ts';
import { foldText } from '../../../shared/rules/fold.ts';
import type { ClauseEntry } from './convert.ts';
import { paragraphText } from './convert.ts';
import { parseClauseText } from '../../../shared/rules/clauseText.ts';

/** Where an obligation stands in the text: the paragraph of its article, counted from 0. */
export type ObligationPlace = { id: string; clauseId: string; paragraph: number };

const wordsOf = (text: string): Set<string> => new Set(foldText(text).match(/[\p{L}\p{N}]{3,}/gu) ?? []);

/** How much of the obligation's words a paragraph has, 0 to 1. */
const likeness = (obligation: ReadonlySet<string>, paragraph: ReadonlySet<string>): number => {
  if (obligation.size === 0) return 0;
  let shared = 0;
  for (const word of obligation) if (paragraph.has(word)) shared += 1;
  return shared / obligation.size;
};

/** From this share of common words on a paragraph is taken for the obligation's. */
const enough = 0.5;

/**
 * The paragraphs that obligations stand beside: the one that bears the obligation's own date, else the one in its article
 * that has the most of its words. An obligation whose words are nowhere is left out.
 */
export const placeObligations = (
  obligations: readonly Pick<ObligationRow, 'id' | 'n' | 'clauseId' | 'text'>[],
  clauses: readonly Pick<ClauseEntry, 'id' | 'text'>[],
  values: Readonly<Record<string, string>>,
): ObligationPlace[] => {
  const paragraphs = clauses.flatMap(({ id, text }) =>
    parseClauseText(text).map((parts, index) => ({
      clauseId: id,
      paragraph: index,
      keys: parts.parts.flatMap((part) => (part.kind === 'field' ? [part.key] : [])),
      words: wordsOf(paragraphText(parts, values)),
    })),
  );
  return obligations.flatMap(({ id, n, clauseId, text }) => {
    const dated = paragraphs.find(({ keys }) => keys.includes(`obligation.${n}.due`));
    if (dated !== undefined) return [{ id, clauseId: dated.clauseId, paragraph: dated.paragraph }];
    const words = wordsOf(text);
    let best: ObligationPlace | undefined;
    let most = enough;
    for (const one of paragraphs) {
      if (one.clauseId !== clauseId) continue;
      const share = likeness(words, one.words);
      if (share < most || (share === most && best !== undefined)) continue;
      most = share;
      best = { id, clauseId: one.clauseId, paragraph: one.paragraph };
    }
    return best === undefined ? [] : [best];
  });
};
