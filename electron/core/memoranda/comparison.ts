import type { Comparison } from '../../../shared/contract/memorandumViews.ts';
import { plainClauseText } from '../../../shared/rules/clauseText.ts';
import { foldText } from '../../../shared/rules/fold.ts';
import { likeness, wordDifference } from '../../../shared/rules/wordDifference.ts';
import type { Reading } from '../directory/reading.ts';
import { readTextToCompare, type TextToCompare } from './versions.ts';

interface Clause {
  id: string;
  heading: string;
  words: string;
}

/** Clauses of different memoranda that share this much of their words are the same clause. */
const alike = 0.5;

const clausesOf = ({ clauses, clauseIds }: TextToCompare): Clause[] =>
  clauses.map(({ heading, text }, index) => ({ id: clauseIds[index] ?? '', heading, words: plainClauseText(text) }));

/** Left clause of each right one: the same record, else the same heading, else the most similar words. */
function partnersOf(left: readonly Clause[], right: readonly Clause[]): (Clause | undefined)[] {
  const free = new Set(left);
  const partners: (Clause | undefined)[] = right.map(() => undefined);
  const take = (find: (clause: Clause) => Clause | undefined) => {
    for (const [index, clause] of right.entries()) {
      const partner = partners[index] ?? find(clause);
      if (partner === undefined || partners[index] !== undefined) continue;
      free.delete(partner);
      partners[index] = partner;
    }
  };
  take(({ id }) => [...free].find((one) => one.id !== '' && one.id === id));
  take(({ heading }) => [...free].find((one) => foldText(one.heading) === foldText(heading) && heading !== ''));
  take(({ words }) => {
    const ranked = [...free]
      .map((one) => ({ one, share: likeness(one.words, words) }))
      .toSorted((a, b) => b.share - a.share);
    const best = ranked[0];
    return best !== undefined && best.share >= alike ? best.one : undefined;
  });
  return partners;
}

/**
 * Two texts clause by clause, in the order of the right one; a clause that only the left one has stands behind the one
 * it followed there. Throws `notFound`.
 * @param ids of versions, or of memoranda for their text as it stands
 */
export function compareTexts(
  workspace: Reading,
  resources: string,
  ids: { left: string; right: string },
  now: Date,
): Comparison {
  const leftText = readTextToCompare(workspace, resources, ids.left, now);
  const rightText = readTextToCompare(workspace, resources, ids.right, now);
  const [left, right] = [clausesOf(leftText), clausesOf(rightText)];
  const partners = partnersOf(left, right);
  const kept = new Set(partners.filter((one) => one !== undefined));
  const result: { clause: Clause | null; shown: Comparison['clauses'][number] }[] = right.map((clause, index) => {
    const partner = partners[index] ?? null;
    const parts = wordDifference(partner?.words ?? '', clause.words);
    const isSame = partner !== null && partner.heading === clause.heading && parts.every(({ kind }) => kind === 'same');
    const change = partner === null ? 'added' : isSame ? 'same' : 'changed';
    return { clause: partner, shown: { heading: clause.heading, change, parts } };
  });
  for (const [index, clause] of left.entries()) {
    if (kept.has(clause)) continue;
    const before = left[index - 1];
    const at = before === undefined ? -1 : result.findIndex((one) => one.clause === before);
    const parts = wordDifference(clause.words, '');
    result.splice(at + 1, 0, { clause, shown: { heading: clause.heading, change: 'removed', parts } });
  }
  return { left: leftText.name, right: rightText.name, clauses: result.map(({ shown }) => shown) };
}
