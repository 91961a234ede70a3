import { foldWithPositions } from '../../../shared/rules/fold.ts';

/** A word of a text as the index has it, and where it stands in the original, [start, end) in UTF-16 units. */
export interface Token {
  form: string;
  start: number;
  end: number;
}

/** Longer runs of letters are no words (keys, addresses, noise); their beginning is enough to find them. */
const longest = 64;

// A number of minutes or of a decision is one word beside its parts: 5/2.2, М-1, 09.09.2024.
const chunk = /[\p{L}\p{N}]+(?:[-/.]+[\p{L}\p{N}]+)*/gu;
const part = /[\p{L}\p{N}]+/gu;

const latin: Record<string, string> = Object.fromEntries(
  [...'авеікмнорстух'].map((letter, at) => [letter, 'abeikmhopctyx'[at] ?? letter]),
);

/** Numbers with letters in them are written in either alphabet. */
const plain = (form: string): string =>
  /\d/.test(form) ? [...form].map((letter) => latin[letter] ?? letter).join('') : form;

const whole = (run: string): string =>
  plain(run)
    .replaceAll(/[-/.]+/g, '·')
    .slice(0, longest);

const isNumbered = (run: string): boolean => /\d/.test(run) && /[-/.]/.test(run);

/** The words of a text in their order, in the spelling of the index; a compound number comes before its parts. */
export type Tokenize = (text: string) => Token[];

/**
 * The same for many texts that have words in common: a word is folded once. Nothing of it outlives the tokenizer, which
 * lives for one call.
 */
export function createTokenizer(): Tokenize {
  const known = new Map<string, Token[]>();
  return (text) => {
    const found: Token[] = [];
    for (const { 0: run, index } of text.matchAll(/\S+/gu)) {
      let tokens = known.get(run);
      if (!tokens) known.set(run, (tokens = tokensOf(run)));
      for (const { form, start, end } of tokens) found.push({ form, start: start + index, end: end + index });
    }
    return found;
  };
}

export function tokensOf(text: string): Token[] {
  const { text: folded, at } = foldWithPositions(text);
  const found: Token[] = [];
  const place = (from: number, length: number) => ({ start: at[from] ?? 0, end: at[from + length] ?? text.length });
  for (const { 0: run, index } of folded.matchAll(chunk)) {
    if (isNumbered(run)) found.push({ form: whole(run), ...place(index, run.length) });
    for (const { 0: word, index: inner } of run.matchAll(part))
      found.push({ form: plain(word).slice(0, longest), ...place(index + inner, word.length) });
  }
  return found;
}

/** What somebody looks for: a word or number in any form, its beginning, or words in a row exactly as they are. */
export type Wanted = { kind: 'word'; form: string; unfinished: boolean } | { kind: 'phrase'; forms: string[] };

export interface Query {
  wanted: Wanted[];
  /** There was more than anybody looks for. */
  cut: boolean;
}

const mostWords = 32;
const mostCharacters = 2_000;

const quoted = /["«“„]([^"«»“”„]*)["»”“]/gu;

/**
 * Reads what was typed. Words in quotation marks stand in a row; the last word may be unfinished unless a blank follows.
 * Everything else that is no word or number – the index's own syntax too – means nothing.
 */
export function readQuery(typed: string): Query {
  const text = typed.slice(0, mostCharacters);
  const wanted: Wanted[] = [];
  const loose = (from: string, last: boolean) => {
    const { text: folded } = foldWithPositions(from);
    // «5/2.» is a number that goes on.
    const end = folded.replace(/[-/.]+$/, '').length;
    for (const { 0: run, index } of folded.matchAll(chunk)) {
      const unfinished = last && index + run.length === end;
      if (isNumbered(run)) wanted.push({ kind: 'word', form: whole(run), unfinished });
      else
        for (const { 0: word, index: inner } of run.matchAll(part))
          wanted.push({
            kind: 'word',
            form: plain(word).slice(0, longest),
            unfinished: unfinished && inner + word.length === run.length,
          });
    }
  };
  let from = 0;
  for (const found of text.matchAll(quoted)) {
    loose(text.slice(from, found.index), false);
    const forms = tokensOf(found[1] ?? '').map(({ form }) => form);
    if (forms.length > 0) wanted.push({ kind: 'phrase', forms: forms.slice(0, mostWords) });
    from = found.index + found[0].length;
  }
  loose(text.slice(from), true);
  const once = wanted.filter(
    (each, at) => wanted.findIndex((other) => JSON.stringify(other) === JSON.stringify(each)) === at,
  );
  // Two letters say nothing beside a word that says something, and would only leave texts out.
  const telling = once.filter(
    (each) => each.kind === 'phrase' || each.form.length > 2 || /\d/.test(each.form) || each.unfinished,
  );
  const kept = telling.some((each) => each.kind === 'phrase' || !each.unfinished || each.form.length > 2)
    ? telling
    : once;
  return { wanted: kept.slice(0, mostWords), cut: typed.length > mostCharacters || kept.length > mostWords };
}
