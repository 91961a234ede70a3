import { stemsOf } from '../../../shared/rules/stems/stems.ts';
import { readAll, readOne, type Reader } from '../statements.ts';
import type { Wanted } from './tokens.ts';

/** One thing that is looked for, with every form of it that occurs in this workspace. */
export interface Term {
  wanted: Wanted;
  /** Form → how well it answers: 1 as it was typed, less as a beginning, less still as another form of the word. */
  forms: ReadonlyMap<string, number>;
  /** How much it says: a word of few texts says more than one of many. */
  weight: number;
}

const beginning = 0.85;
const inflected = 0.6;
/** Forms that a beginning may stand for: names, which are rare, before the common words. */
const mostNames = 30;
/** By letters typed: one letter says nothing yet, and each form is looked up on its own. */
const mostForms = [0, 25, 50, 90] as const;
const manyTexts = 200_000;

interface Seen {
  form: string;
  seen: number;
}

function begunWith(reader: Reader, start: string): Seen[] {
  const most = mostForms[Math.min(3, start.length)] ?? 90;
  const range = [start, `${start}\u{10ffff}`] as const;
  const names = readAll<Seen>(
    reader,
    'SELECT form, seen FROM search_word WHERE form > ? AND form < ? AND name = 1 ORDER BY seen DESC LIMIT ?',
    ...range,
    Math.min(mostNames, most),
  );
  const all = readAll<Seen>(
    reader,
    'SELECT form, seen FROM search_word WHERE form > ? AND form < ? ORDER BY seen DESC LIMIT ?',
    ...range,
    most,
  );
  return [...names, ...all];
}

const relatives = (reader: Reader, form: string): Seen[] =>
  readAll(
    reader,
    `SELECT DISTINCT s.form, w.seen FROM json_each(?) j CROSS JOIN search_stem s ON s.stem = j.value
     JOIN search_word w ON w.form = s.form LIMIT 400`,
    JSON.stringify(stemsOf(form)),
  );

export function expand(reader: Reader, wanted: Wanted): Term {
  if (wanted.kind === 'phrase') return { wanted, forms: new Map(), weight: 6 };
  const { form, unfinished } = wanted;
  const itself = readOne<Seen>(reader, 'SELECT form, seen FROM search_word WHERE form = ?', form);
  const found: [Seen, number][] = itself ? [[itself, 1]] : [];
  if (unfinished) for (const each of begunWith(reader, form)) found.push([each, beginning]);
  for (const each of relatives(reader, form)) found.push([each, inflected]);
  const forms = new Map<string, number>();
  let seen = 0;
  for (const [each, quality] of found) {
    if (forms.has(each.form)) continue;
    forms.set(each.form, quality);
    seen += each.seen;
  }
  return { wanted, forms, weight: Math.log(1 + manyTexts / (1 + seen)) };
}

// Forms are letters, digits and `·` only: within quotation marks nothing in them is syntax.
const either = (forms: Iterable<string>): string => `(${[...forms].map((form) => `"${form}"`).join(' OR ')})`;

/**
 * The index's expression for texts that have all terms; `exact` leaves out other forms of the words. Null where some
 * term occurs nowhere.
 */
export function expressionOf(terms: readonly Term[], exact: boolean): string | null {
  const parts: string[] = [];
  for (const { wanted, forms } of terms) {
    if (wanted.kind === 'phrase') {
      parts.push(`"${wanted.forms.join(' ')}"`);
      continue;
    }
    const kept = exact ? [...forms].filter(([, quality]) => quality > inflected).map(([form]) => form) : forms.keys();
    const list = [...kept];
    if (list.length === 0) return null;
    parts.push(either(list));
  }
  return parts.join(' AND ');
}

export const hasOtherForms = (terms: readonly Term[]): boolean =>
  terms.some(({ forms }) => [...forms.values()].some((quality) => quality <= inflected));
