import { recency } from './recency.ts';
import { matchesIn, type Match } from './matching.ts';
import type { Tier } from './order.ts';
import type { Term } from './terms.ts';
import type { Token, Tokenize } from './tokens.ts';

/** A record that may be an answer, with its text. */
interface Candidate {
  head: string;
  body: string;
  day: string | null;
  tier: Tier;
}

interface Ranked {
  score: number;
  /** For each term, whether it is there. */
  has: boolean[];
}

const inHead = 2.5;
const usualLength = 40;
/** Long texts are judged by their beginning. */
const mostJudged = 2_000;

// BM25's two constants: how soon a word's repetition stops counting, and how much length counts against a text.
const saturation = 1.2;
const lengthShare = 0.6;

function adjacentPairs(matches: readonly Match[], terms: number): number {
  const places = new Map<number, Set<number>>();
  for (const { term, at } of matches) places.set(at, (places.get(at) ?? new Set()).add(term));
  const pairs = new Set<number>();
  for (const { term, at, length } of matches)
    if (term + 1 < terms && places.get(at + length)?.has(term + 1)) pairs.add(term);
  return pairs.size;
}

/**
 * BM25 over the candidates: a word of few texts, in a short text, in its name, in the form that was typed, beside the
 * word it was typed beside; what is recent a little before what is old.
 */
export function rank(
  { head, body, day, tier }: Candidate,
  terms: readonly Term[],
  today: string,
  tokenize: Tokenize,
): Ranked {
  const wanted = terms.map((term) => term.wanted);
  const qualities = terms.map(
    ({ forms }) =>
      (form: string): number =>
        forms.get(form) ?? 0,
  );
  const heads: Token[] = tokenize(head);
  const bodies: Token[] = tokenize(body.slice(0, mostJudged));
  const ofHead = matchesIn(heads, wanted, qualities);
  const ofBody = matchesIn(bodies, wanted, qualities);
  const length = 1 - lengthShare + (lengthShare * (heads.length + bodies.length)) / usualLength;
  const amount = terms.map(() => 0);
  const best = terms.map(() => 0);
  const note = (match: Match, weight: number) => {
    amount[match.term] = (amount[match.term] ?? 0) + match.quality * weight;
    best[match.term] = Math.max(best[match.term] ?? 0, match.quality);
  };
  for (const match of ofHead) note(match, inHead);
  for (const match of ofBody) note(match, 1);
  let score = 0;
  for (const [at, { weight }] of terms.entries()) {
    const often = amount[at] ?? 0;
    score += weight * (best[at] ?? 0) * ((often * (saturation + 1)) / (often + saturation * length));
  }
  const mean = terms.reduce((sum, { weight }) => sum + weight, 0) / terms.length;
  score += mean * Math.max(adjacentPairs(ofHead, terms.length), adjacentPairs(ofBody, terms.length));
  score *= (1 + 0.15 * recency(day, today)) * (tier === 0 ? 1.1 : 1);
  return { score, has: best.map((quality) => quality > 0) };
}
