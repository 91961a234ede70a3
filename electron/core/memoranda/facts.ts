import type { MemorandumFacts } from '../../../shared/rules/memorandumLifecycle.ts';
import type { IsoDay } from '../../../shared/dates.ts';
import { safeDay } from '../decisions/register/stored.ts';
import { readAll, readOne, type Reader } from '../statements.ts';
import type { MemorandumRecord } from './records.ts';

/** Columns of `memorandum m` that `factsFrom` needs. */
export const factColumns =
  'm.id, m.status, m.signedOn, m.startsOn, m.validity, m.endsOn, m.renewMonths, m.noticeMonths, m.terminatedOn';

export type FactsRow = Pick<
  MemorandumRecord,
  'id' | 'status' | 'signedOn' | 'startsOn' | 'validity' | 'endsOn' | 'renewMonths' | 'noticeMonths' | 'terminatedOn'
>;

export interface Successor {
  id: string;
  supersedesId: string;
  number: string;
  title: string;
  status: MemorandumRecord['status'];
  /** The first day in force of a signed one that came into force; else null. */
  from: IsoDay | null;
}

// Few memoranda replace another: all of them at once are one short question. One that was terminated before its first
// day never replaced anything.
const successors = `SELECT id, supersedesId, number, title, status,
    CASE WHEN status IN ('signed', 'terminated')
      AND (status = 'signed' OR terminatedOn IS NULL OR terminatedOn > coalesce(startsOn, signedOn))
      THEN coalesce(startsOn, signedOn) END AS "from"
  FROM memorandum WHERE supersedesId IS NOT NULL AND removed = 0 ORDER BY "from" NULLS LAST, id`;

/** By the replaced memorandum: the one that replaced it first, else one that is going to. */
export function readSuccessors(reader: Reader): Map<string, Successor> {
  const found = new Map<string, Successor>();
  for (const row of readAll<Successor>(reader, successors))
    if (!found.has(row.supersedesId)) found.set(row.supersedesId, row);
  return found;
}

/** What the life of a memorandum hangs on, from its row and the one that replaces it. */
export const factsFrom = (row: FactsRow, successor: Successor | undefined): MemorandumFacts => ({
  status: row.status,
  signedOn: safeDay(row.signedOn),
  startsOn: safeDay(row.startsOn),
  validity: row.validity,
  endsOn: safeDay(row.endsOn),
  renewMonths: row.renewMonths,
  noticeMonths: row.noticeMonths,
  terminatedOn: safeDay(row.terminatedOn),
  supersededFrom: safeDay(successor?.from),
});

/** Facts of one memorandum, by its row. */
export const factsOf = (reader: Reader, row: FactsRow): MemorandumFacts =>
  factsFrom(row, readSuccessors(reader).get(row.id));

/** Whether another one, up the chain, is replaced by this one: that must not become a circle. */
export function replaces(reader: Reader, id: string, other: string): boolean {
  const seen = new Set<string>();
  let at: string | null = other;
  while (at !== null && !seen.has(at)) {
    if (at === id) return true;
    seen.add(at);
    at =
      readOne<{ supersedesId: string | null }>(reader, 'SELECT supersedesId FROM memorandum WHERE id = ?', at)
        ?.supersedesId ?? null;
  }
  return false;
}
