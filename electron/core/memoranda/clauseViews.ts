import type { ClauseView } from '../../../shared/contract/memorandumViews.ts';
import { fieldPartsOf, holeKey, plainClauseText } from '../../../shared/rules/clauseText.ts';
import { readClocks } from '../ledger/clocks.ts';
import type { Reader } from '../statements.ts';
import type { ClauseOnDay } from './amendedText.ts';
import { numbersOf, type StoredClause } from './content.ts';

/** Keys of the fields of a text that have no value, each once; of holes as many as there are. */
export function missingIn(text: string, values: Readonly<Record<string, string>>): string[] {
  const seen = new Set<string>();
  return fieldPartsOf(text).flatMap(({ key }) => {
    if (key === holeKey) return [key];
    if (seen.has(key) || (Object.hasOwn(values, key) && values[key] !== '')) return [];
    seen.add(key);
    return [key];
  });
}

/** How many words a text has on paper. */
export const countWords = (texts: readonly string[], values: Readonly<Record<string, string>>): number =>
  texts.reduce((sum, text) => sum + (plainClauseText(text, values).match(/\S+/gu)?.length ?? 0), 0);

/** The clauses as the page edits them, each with what an amendment in force made of it. */
export function clauseViews(
  reader: Reader,
  clauses: readonly StoredClause[],
  current: readonly ClauseOnDay[],
  values: Readonly<Record<string, string>>,
): ClauseView[] {
  const numbers = numbersOf(clauses);
  const now = new Map(current.map((clause) => [clause.id, clause]));
  const clocks = readClocks(
    reader,
    'memorandumClause',
    clauses.map(({ id }) => id),
  );
  return clauses.map(({ id, heading, text, numbered, libraryKey, sortKey }, index) => {
    const clause = now.get(id);
    return {
      id,
      heading,
      text,
      numbered: numbered === 1,
      libraryKey,
      number: numbers[index] ?? null,
      sortKey,
      missing: missingIn(text, values),
      amended: clause?.amended ? { ...clause.amended, heading: clause.heading, text: clause.text } : null,
      clocks: clocks.get(id) ?? {},
    };
  });
}
