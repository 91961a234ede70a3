import type { IsoDay } from '../../../shared/dates.ts';
import type { ClauseChange } from '../../../shared/vocabulary.ts';
import { readAll, type Reader } from '../statements.ts';
import { numbersOf, readClauses, type StoredClause } from './content.ts';

/** What an amendment in force did with a clause. */
export interface Amending {
  amendmentId: string;
  /** Number of the amendment. */
  number: string;
  change: ClauseChange;
}

/** A clause as it reads on a day. */
export interface ClauseOnDay {
  /** Of the clause; of one that an amendment added, of its record there. */
  id: string;
  heading: string;
  text: string;
  /** Counted from 1; an added clause within the text has none, for those after it keep theirs. */
  number: number | null;
  numbered: boolean;
  libraryKey: string;
  /** The amendment that gave it these words or took them away; null for the words of the beginning. */
  amended: Amending | null;
}

interface StoredAmending extends Amending {
  id: string;
  clauseId: string | null;
  heading: string;
  text: string;
}

/** What signed amendments in force on a day do, in the order in which they came into force. */
const amendingsOn = (reader: Reader, memorandumId: string, day: IsoDay): StoredAmending[] =>
  readAll(
    reader,
    `SELECT c.id, c.clauseId, c.change, c.heading, c.text, a.id AS amendmentId, a.number
     FROM amendment a JOIN amended_clause c ON c.amendmentId = a.id AND c.removed = 0
     WHERE a.memorandumId = ? AND a.removed = 0 AND a.status = 'signed' AND coalesce(a.startsOn, a.signedOn) <= ?
     ORDER BY coalesce(a.startsOn, a.signedOn), a.signedOn, a.id, c.sortKey, c.id`,
    memorandumId,
    day,
  );

/**
 * The clauses of a memorandum with the amendments in force on a day applied: replaced words, added clauses at their
 * places, repealed ones still in their place with no words and the amendment that took them. Numbers stay as they were
 * signed; a clause added at the end goes on counting.
 */
export function clausesOn(reader: Reader, memorandumId: string, day: IsoDay): ClauseOnDay[] {
  return amend(readClauses(reader, memorandumId), amendingsOn(reader, memorandumId, day));
}

function amend(clauses: readonly StoredClause[], amendings: readonly StoredAmending[]): ClauseOnDay[] {
  const numbers = numbersOf(clauses);
  const result: ClauseOnDay[] = clauses.map(({ id, heading, text, numbered, libraryKey }, index) => ({
    id,
    heading,
    text,
    number: numbers[index] ?? null,
    numbered: numbered === 1,
    libraryKey,
    amended: null,
  }));
  for (const { id, clauseId, heading, text, ...amended } of amendings) {
    const { change } = amended;
    const at = clauseId === null ? -1 : result.findIndex((clause) => clause.id === clauseId);
    const clause = result[at];
    if (change === 'adds')
      insertAfter(result, at, { id, heading, text, number: null, numbered: true, libraryKey: '', amended });
    else if (clause && change === 'repeals') result[at] = { ...clause, text: '', amended };
    else if (clause) result[at] = { ...clause, heading: heading || clause.heading, text, amended };
  }
  return result;
}

/** At a place, behind what was added there before; without a place at the end of the numbered ones. */
function insertAfter(list: ClauseOnDay[], at: number, clause: ClauseOnDay) {
  if (at === -1) {
    const last = list.findLastIndex(({ numbered }) => numbered);
    const highest = Math.max(0, ...list.map(({ number }) => number ?? 0));
    list.splice(last + 1, 0, { ...clause, number: highest + 1 });
    return;
  }
  let place = at + 1;
  while (list[place]?.amended?.change === 'adds' && list[place]?.number === null) place += 1;
  list.splice(place, 0, clause);
}
