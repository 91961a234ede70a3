import type * as z from 'zod';
import type { IsoDay } from '../../../shared/dates.ts';
import type { searchContract, SearchResult } from '../../../shared/contract/search.ts';
import { asList, readAll, readOne, type Reader } from '../statements.ts';
import { decisionsNumbered } from './decisionNumbers.ts';
import { readFound, recordsAt, type Found, type FoundRecord } from './found.ts';
import { matchesIn, spansOf } from './matching.ts';
import { numbersOf, tiers, tierTables, type Tier } from './order.ts';
import { rank } from './rank.ts';
import { resultsOf } from './results.ts';
import { snippetOf } from './snippet.ts';
import { expand, expressionOf, hasOtherForms, type Term } from './terms.ts';
import { createTokenizer, readQuery, type Tokenize } from './tokens.ts';

export type Search = z.infer<NonNullable<(typeof searchContract.find)['~orpc']['inputSchema']>>;
export type Findings = z.infer<NonNullable<(typeof searchContract.find)['~orpc']['outputSchema']>>;

/** As many are counted of each tier: 1,000 in all. */
const mostCounted = [300, 640, 60] as const;
/** As many of each are read and compared; the others follow in the order of the index. */
const mostCompared = 40;
const mostMarked = 200;

interface Filter {
  /** In the index's syntax, with what follows it; empty without filters. */
  expression: string;
  from: IsoDay | null;
  until: IsoDay | null;
}

function filterOf(reader: Reader, { areas, groupId, from, until }: Search): Filter | null {
  const parts: string[] = [];
  if (areas.length > 0) parts.push(`(${areas.map((area) => `"§${area}"`).join(' OR ')})`);
  if (groupId !== null) {
    const group = readOne<{ n: number }>(reader, 'SELECT n FROM search_group WHERE id = ?', groupId);
    if (!group) return null;
    parts.push(`"§g${group.n}"`);
  }
  return {
    expression: parts.map((part) => `${part} AND `).join(''),
    from,
    until,
  };
}

const hits = (reader: Reader, filter: Filter, tier: Tier, expression: string, most: number): number[] =>
  readAll<{ n: number }>(
    reader,
    `SELECT rowid AS n FROM ${tierTables[tier]} WHERE forms MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid LIMIT ?`,
    filter.expression + expression,
    ...numbersOf(tier, filter.from, filter.until),
    most,
  ).map(({ n }) => n);

/** What the index finds: the likely best, to be compared, and the others that are counted. */
function searchIndex(reader: Reader, filter: Filter, terms: readonly Term[]): { near: Set<number>; far: number[] } {
  const near = new Set<number>();
  const all: number[] = [];
  const expression = expressionOf(terms, false);
  const exact = expression !== null && hasOtherForms(terms) ? expressionOf(terms, true) : null;
  if (expression !== null)
    for (const tier of tiers) {
      const found = hits(reader, filter, tier, expression, mostCounted[tier]);
      const isCut = found.length > mostCompared;
      for (const n of found.slice(0, tier === 2 ? mostCounted[2] : mostCompared)) near.add(n);
      if (isCut && exact !== null) for (const n of hits(reader, filter, tier, exact, mostCompared)) near.add(n);
      all.push(...found);
    }
  return { near, far: all.filter((n) => !near.has(n)) };
}

/** Decisions whose number one of the terms is; the others have to be in their text. */
function searchNumbers(reader: Reader, filter: Filter, terms: readonly Term[]): { term: number; found: Found[] }[] {
  return terms.flatMap(({ wanted }, term) => {
    const ids = decisionsNumbered(reader, wanted);
    if (ids.length === 0) return [];
    const [low, high] = numbersOf(1, filter.from, filter.until);
    const found = readAll<Found>(
      reader,
      `SELECT t.n, t.entity, t.id, t.part FROM json_each(?) j CROSS JOIN search_text t ON t.id = j.value
       WHERE t.entity = 'decision' AND t.n BETWEEN ? AND ?
         AND (? = '' OR t.n IN (SELECT rowid FROM search_bodies WHERE forms MATCH ?)) ORDER BY t.n LIMIT ?`,
      JSON.stringify(ids),
      low,
      high,
      filter.expression,
      filter.expression.replace(/ AND $/, '') || '"§decisions"',
      mostCompared * 2,
    );
    return [{ term, found }];
  });
}

const namesOf = (reader: Reader, found: readonly Found[]): number[] =>
  readAll<{ n: number }>(
    reader,
    `SELECT t.n FROM json_each(?) j CROSS JOIN search_text t ON t.id = j.value WHERE t.entity = 'attachment' AND t.part = 0`,
    asList(found.filter(({ part }) => part > 0).map(({ id }) => id)),
  ).map(({ n }) => n);

interface Scored {
  record: FoundRecord;
  score: number;
}

/** Finds records by what somebody has typed so far. The same in every call on the same records; no text is an error. */
export function find(reader: Reader, search: Search, today: IsoDay): Findings {
  const { wanted, cut } = readQuery(search.text);
  const none: Findings = { total: 0, results: [], words: [], cut };
  const filter = wanted.length === 0 ? null : filterOf(reader, search);
  if (filter === null) return none;
  const terms = wanted.map((each) => expand(reader, each));
  const { near, far } = searchIndex(reader, filter, terms);
  const numbered = searchNumbers(reader, filter, terms);
  const inIndex = recordsAt(reader, near);
  const known = new Set(inIndex.map(({ id }) => id));
  const byNumber = new Map(numbered.flatMap(({ term, found }) => found.map(({ id }) => [id, term] as const)));
  const numbers = new Set(numbered.flatMap(({ found }) => found.map(({ n }) => n)));
  // A file whose text is found is not counted again for its name.
  const names = new Set(namesOf(reader, inIndex));
  const rest = far.filter((n) => !numbers.has(n) && !names.has(n));
  const toCompare = [...inIndex, ...numbered.flatMap(({ found }) => found.filter(({ id }) => !known.has(id)))];
  const tokenize = createTokenizer();
  const scored: Scored[] = [];
  for (const record of readFound(reader, toCompare)) {
    const { score, has } = rank(record, terms, today, tokenize);
    const term = byNumber.get(record.id);
    if (term !== undefined && !has.every((each, at) => each || at === term)) continue;
    // Nothing answers a number better than what bears it.
    scored.push({ record, score: term === undefined ? score : score + 100 });
  }
  scored.sort((a, b) => b.score - a.score || a.record.n - b.record.n || (a.record.id < b.record.id ? -1 : 1));
  const page = pageOf(reader, scored, rest, search.offset, search.limit);
  const marked = new Set<string>();
  const shown = resultsOf(reader, page);
  const results = shown.flatMap((result, at): SearchResult[] => {
    const record = page[at];
    return record ? [{ ...result, snippet: snippet(record, terms, marked, tokenize) }] : [];
  });
  return {
    total: scored.length + rest.length,
    results,
    words: [...marked].slice(0, mostMarked),
    cut,
  };
}

function pageOf(
  reader: Reader,
  scored: readonly Scored[],
  rest: readonly number[],
  offset: number,
  limit: number,
): FoundRecord[] {
  const first = scored.slice(offset, offset + limit).map(({ record }) => record);
  if (first.length === limit) return first;
  const from = Math.max(0, offset - scored.length);
  return [...first, ...readFound(reader, recordsAt(reader, rest.slice(from, from + limit - first.length)))];
}

function snippet(
  record: FoundRecord,
  terms: readonly Term[],
  marked: Set<string>,
  tokenize: Tokenize,
): SearchResult['snippet'] {
  const wanted = terms.map((term) => term.wanted);
  const qualities = terms.map(
    ({ forms }) =>
      (form: string): number =>
        forms.get(form) ?? 0,
  );
  const spansIn = (text: string) => {
    const tokens = tokenize(text);
    const matches = matchesIn(tokens, wanted, qualities);
    for (const { at, length } of matches) for (const { form } of tokens.slice(at, at + length)) marked.add(form);
    return spansOf(tokens, matches);
  };
  const inBody = spansIn(record.body);
  const inHead = spansIn(record.head);
  if (inBody.length > 0 || (inHead.length === 0 && record.body !== '')) return snippetOf(record.body, inBody);
  return snippetOf(record.head, inHead);
}
