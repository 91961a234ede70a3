import { today, type IsoDay } from '../../../shared/dates.ts';
import type { ObligationRow } from '../../../shared/contract/memorandumViews.ts';
import type { MemorandumFacts } from '../../../shared/rules/memorandumLifecycle.ts';
import { isPeriodic, type Occurrence } from '../../../shared/rules/repetition.ts';
import type { ExecutionStatus, RepeatKind } from '../../../shared/vocabulary.ts';
import type { Reading } from '../directory/reading.ts';
import { readClocks } from '../ledger/clocks.ts';
import { safeDay, safeRepetition } from '../decisions/register/stored.ts';
import { asList, groupBy, readAll, type Reader } from '../statements.ts';
import { numbersOf, readClauses } from './content.ts';
import { factsOf } from './facts.ts';
import { obligationOn } from './obligationState.ts';
import type { MemorandumRecord } from './records.ts';

export interface StoredObligation {
  id: string;
  memorandumId: string;
  partyId: string;
  clauseId: string | null;
  text: string;
  dueOn: IsoDay | null;
  repeat: RepeatKind;
  repeatDay: number | null;
  repeatFrom: IsoDay | null;
  repeatUntil: IsoDay | null;
  status: ExecutionStatus;
  doneOn: IsoDay | null;
}

export type StoredOccurrence = Occurrence & { obligationId: string; doneOn: IsoDay | null };

/** Obligations of these memoranda in their order. */
export const readObligations = (reader: Reader, memorandumIds: readonly string[]): StoredObligation[] =>
  readAll<StoredObligation>(
    reader,
    `SELECT o.id, o.memorandumId, o.partyId, o.clauseId, o.text, o.dueOn, o."repeat", o.repeatDay, o.repeatFrom,
       o.repeatUntil, o.status, o.doneOn
     FROM json_each(?) j CROSS JOIN obligation o ON o.memorandumId = j.value
     WHERE o.removed = 0 ORDER BY o.sortKey, o.id`,
    asList(memorandumIds),
  ).map((row) => ({ ...row, ...safeRepetition(row), dueOn: safeDay(row.dueOn), doneOn: safeDay(row.doneOn) }));

/** What was said of the periods of periodic obligations, by obligation. */
export function readOccurrences(
  reader: Reader,
  obligations: readonly StoredObligation[],
): Map<string, StoredOccurrence[]> {
  const periodic = obligations.filter(({ repeat }) => isPeriodic(repeat));
  if (periodic.length === 0) return new Map();
  return groupBy(
    readAll<StoredOccurrence>(
      reader,
      `SELECT c.obligationId, c.period, c.status, c.doneOn
       FROM json_each(?) j CROSS JOIN obligation_occurrence c ON c.obligationId = j.value
       WHERE c.removed = 0 ORDER BY c.id`,
      asList(periodic.map(({ id }) => id)),
    ).map((row) => ({ ...row, doneOn: safeDay(row.doneOn) })),
    ({ obligationId }) => obligationId,
  );
}

export interface ObligationCounts {
  all: number;
  open: number;
  overdue: number;
}

/** How many obligations these memoranda have, unfinished, overdue. Only those in force have overdue ones. */
export function countObligations(
  reader: Reader,
  facts: ReadonlyMap<string, MemorandumFacts>,
  isInForce: (id: string) => boolean,
  day: IsoDay,
): Map<string, ObligationCounts> {
  const obligations = readObligations(reader, [...facts.keys()]);
  const occurrences = readOccurrences(reader, obligations);
  const counts = new Map<string, ObligationCounts>();
  for (const obligation of obligations) {
    const one = counts.get(obligation.memorandumId) ?? { all: 0, open: 0, overdue: 0 };
    counts.set(obligation.memorandumId, one);
    const own = facts.get(obligation.memorandumId);
    if (!own) continue;
    const { state } = obligationOn(obligation, occurrences.get(obligation.id) ?? [], own, day);
    one.all += 1;
    if (state !== 'done' && state !== 'cancelled') one.open += 1;
    if (state === 'overdue' && isInForce(obligation.memorandumId)) one.overdue += 1;
  }
  return counts;
}

const countOf = (reader: Reader, sql: string, ids: readonly string[]): Map<string, number> =>
  new Map(readAll<{ id: string; n: number }>(reader, sql, asList(ids)).map(({ id, n }) => [id, n]));

/** The obligations of one memorandum with how they stand today. */
export function readObligationRows(
  workspace: Reading,
  record: MemorandumRecord,
  parties: readonly { id: string; short: string; name: string }[],
  now: Date,
): ObligationRow[] {
  const day = today(now);
  const facts = factsOf(workspace, record);
  const rows = readObligations(workspace, [record.id]);
  const ids = rows.map(({ id }) => id);
  const occurrences = readOccurrences(workspace, rows);
  const notes = countOf(
    workspace,
    `SELECT n.obligationId AS id, count(*) AS n FROM json_each(?) j CROSS JOIN obligation_note n ON n.obligationId = j.value
     WHERE n.removed = 0 GROUP BY 1`,
    ids,
  );
  const files = countOf(
    workspace,
    `WITH own AS (SELECT value AS id FROM json_each(?)),
       owner AS (SELECT id, id AS obligationId FROM own
         UNION ALL SELECT n.id, n.obligationId FROM own CROSS JOIN obligation_note n
           ON n.obligationId = own.id AND n.removed = 0)
     SELECT owner.obligationId AS id, count(*) AS n
     FROM owner CROSS JOIN attachment a ON a.ownerId = owner.id AND a.removed = 0 GROUP BY 1`,
    ids,
  );
  const clauses = readClauses(workspace, record.id);
  const numbers = numbersOf(clauses);
  const numberOf = new Map(clauses.map(({ id }, index) => [id, numbers[index] ?? null]));
  const called = new Map(parties.map(({ id, short, name }) => [id, short || name]));
  const clocks = readClocks(workspace, 'obligation', ids);
  return rows.map((row, index) => {
    const { dueOn, status, state } = obligationOn(row, occurrences.get(row.id) ?? [], facts, day);
    return {
      ...row,
      n: index + 1,
      party: called.get(row.partyId) ?? '',
      clauseNumber: (row.clauseId === null ? null : numberOf.get(row.clauseId)) ?? null,
      currentDueOn: dueOn,
      status,
      state,
      notes: notes.get(row.id) ?? 0,
      evidence: files.get(row.id) ?? 0,
      clocks: clocks.get(row.id) ?? {},
    };
  });
}
