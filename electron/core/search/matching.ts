import { stemsOf } from '../../../shared/rules/stems/stems.ts';
import { createTokenizer, type Token, type Wanted } from './tokens.ts';

/** Where one term stands in a text. */
export interface Match {
  /** Which term. */
  term: number;
  /** Which word of the text, from 0, and of how many a phrase consists. */
  at: number;
  length: number;
  quality: number;
}

type Quality = (form: string) => number;

/** All places of all terms. `qualities` say for each term how well a form answers it, 0: not at all. */
export function matchesIn(tokens: readonly Token[], wanted: readonly Wanted[], qualities: readonly Quality[]): Match[] {
  const found: Match[] = [];
  for (const [at, { form }] of tokens.entries())
    for (const [term, each] of wanted.entries()) {
      if (each.kind === 'phrase') {
        if (each.forms.every((next, ahead) => tokens[at + ahead]?.form === next))
          found.push({ term, at, length: each.forms.length, quality: 1 });
        continue;
      }
      const quality = qualities[term]?.(form) ?? 0;
      if (quality > 0) found.push({ term, at, length: 1, quality });
    }
  return found;
}

export interface Span {
  start: number;
  end: number;
}

/** The places to mark, in order, without overlaps. */
export function spansOf(tokens: readonly Token[], matches: readonly Match[]): Span[] {
  const marked = new Set(matches.flatMap(({ at, length }) => Array.from({ length }, (_, ahead) => at + ahead)));
  const spans: Span[] = [];
  for (const [at, { start, end }] of tokens.entries()) {
    if (!marked.has(at)) continue;
    const last = spans.at(-1);
    // A compound number stands over its parts.
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else spans.push({ start, end });
  }
  return spans;
}

/** How well a form answers a word, by the rules alone, for texts that need not be in the index. */
function qualityByRule(wanted: Wanted): Quality {
  if (wanted.kind === 'phrase') return () => 0;
  const stems = new Set(stemsOf(wanted.form));
  const known = new Map<string, number>();
  const judge = (form: string): number => {
    if (form === wanted.form) return 1;
    if (wanted.unfinished && form.startsWith(wanted.form)) return 1;
    return stems.size > 0 && stemsOf(form).some((stem) => stems.has(stem)) ? 1 : 0;
  };
  return (form) => {
    let quality = known.get(form);
    if (quality === undefined) known.set(form, (quality = judge(form)));
    return quality;
  };
}

/** The forms of these words in a text of any kind, as places to mark. */
export function marksIn(text: string, wanted: readonly Wanted[]): Span[] {
  if (wanted.length === 0) return [];
  const tokens = createTokenizer()(text);
  return spansOf(tokens, matchesIn(tokens, wanted, wanted.map(qualityByRule)));
}
