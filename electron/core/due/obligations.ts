import type Database from 'better-sqlite3';
import type { IsoDay } from '../../../shared/dates.ts';
import { isUnfinished } from '../../../shared/rules/decisionStatus.ts';
import { beginningOf, termOn, type MemorandumFacts } from '../../../shared/rules/memorandumLifecycle.ts';
import type { Occurrence } from '../../../shared/rules/repetition.ts';
import type { ExecutionStatus, MemorandumStatus, RepeatKind, ValidityKind } from '../../../shared/vocabulary.ts';
import { safeDay, safeRepetition } from '../decisions/register/stored.ts';
import { everValues, keepCurrent, type Derived } from '../ledger/derived.ts';
import { obligationOn } from '../memoranda/obligationState.ts';
import { asList, groupBy, readAll, readOne, type Reader } from '../statements.ts';

/** Grows with every change of what a row says. */
const version = 1;
const lastDay: IsoDay = '9999-12-31';

interface StoredMemorandum {
  id: string;
  status: MemorandumStatus;
  signedOn: string | null;
  startsOn: string | null;
  validity: ValidityKind;
  endsOn: string | null;
  renewMonths: number | null;
  noticeMonths: number | null;
  terminatedOn: string | null;
}

interface StoredObligation {
  id: string;
  status: ExecutionStatus;
  dueOn: string | null;
  repeat: RepeatKind;
  repeatDay: number | null;
  repeatFrom: string | null;
  repeatUntil: string | null;
}

/** The first day in force of the signed memorandum that replaces this one; as `readSuccessors` of the memoranda has it. */
function supersededFrom(reader: Reader, id: string): IsoDay | null {
  const days = readAll<{ signedOn: string | null; startsOn: string | null }>(
    reader,
    `SELECT signedOn, startsOn FROM memorandum
     WHERE supersedesId = ? AND removed = 0 AND (status = 'signed'
       OR status = 'terminated' AND (terminatedOn IS NULL OR terminatedOn > coalesce(startsOn, signedOn)))`,
    id,
  ).flatMap((row) => beginningOf({ signedOn: safeDay(row.signedOn), startsOn: safeDay(row.startsOn) }) ?? []);
  return days.toSorted()[0] ?? null;
}

/** What is owed under one memorandum: obligation → deadline and the last day on which it counts. */
function readDueOf(reader: Reader, memorandumId: string) {
  const stored = readOne<StoredMemorandum>(
    reader,
    "SELECT * FROM memorandum WHERE id = ? AND removed = 0 AND status IN ('signed', 'terminated')",
    memorandumId,
  );
  if (!stored) return [];
  const facts: MemorandumFacts = {
    ...stored,
    signedOn: safeDay(stored.signedOn),
    startsOn: safeDay(stored.startsOn),
    endsOn: safeDay(stored.endsOn),
    terminatedOn: safeDay(stored.terminatedOn),
    supersededFrom: supersededFrom(reader, memorandumId),
  };
  const { endsOn: countsUntil } = termOn(facts, lastDay);
  const obligations = readAll<StoredObligation>(
    reader,
    `SELECT id, status, dueOn, repeat, repeatDay, repeatFrom, repeatUntil FROM obligation
     WHERE memorandumId = ? AND removed = 0 AND status IN ('open', 'inProgress')`,
    memorandumId,
  );
  const said = groupBy(
    readAll<Occurrence & { obligationId: string }>(
      reader,
      `SELECT o.obligationId, o.period, o.status FROM json_each(?) j CROSS JOIN obligation_occurrence o
       ON o.obligationId = j.value WHERE o.removed = 0 ORDER BY o.id`,
      asList(obligations.map(({ id }) => id)),
    ),
    ({ obligationId }) => obligationId,
  );
  return obligations.flatMap((row) => {
    const obligation = { ...row, ...safeRepetition(row), dueOn: safeDay(row.dueOn) };
    const { status, dueOn } = obligationOn(obligation, said.get(row.id) ?? [], facts, lastDay);
    // Of a periodic one every period may be settled.
    return isUnfinished(status) ? [{ id: row.id, dueOn, countsUntil }] : [];
  });
}

/** The memoranda whose obligations may be due on other days after these rows have changed. */
function affectedMemoranda(reader: Reader, rows: ReadonlyMap<string, ReadonlySet<string>>): Set<string> {
  const memoranda = new Set(rows.get('memorandum'));
  const replaced = everValues(reader, 'memorandum', 'supersedesId', memoranda);
  for (const id of replaced) memoranda.add(id);
  const obligations = new Set(rows.get('obligation'));
  const occurrences = rows.get('obligationOccurrence');
  if (occurrences)
    for (const id of everValues(reader, 'obligationOccurrence', 'obligationId', occurrences)) obligations.add(id);
  if (obligations.size > 0)
    for (const id of everValues(reader, 'obligation', 'memorandumId', obligations)) memoranda.add(id);
  return memoranda;
}

/** Keeps what is owed under signed memoranda as the records are; see the table `due_obligation`. */
export function createDueObligations(sqlite: Database.Database): Derived {
  const reader: Reader = { sqlite };
  const drop = sqlite.prepare('DELETE FROM due_obligation WHERE memorandumId = ?');
  const dropOne = sqlite.prepare('DELETE FROM due_obligation WHERE id = ?');
  const put = sqlite.prepare(
    'INSERT OR REPLACE INTO due_obligation (id, memorandumId, dueOn, countsUntil) VALUES (?, ?, ?, ?)',
  );
  const refresh = (memoranda: Iterable<string>) => {
    for (const id of memoranda) {
      drop.run(id);
      for (const { id: obligation, dueOn, countsUntil } of readDueOf(reader, id))
        put.run(obligation, id, dueOn, countsUntil);
    }
  };

  keepCurrent(sqlite, 'dueObligation', version, () => {
    sqlite.exec('DELETE FROM due_obligation');
    refresh(readAll<{ id: string }>(reader, 'SELECT id FROM memorandum ORDER BY id').map(({ id }) => id));
  });

  const relevant = ['memorandum', 'obligation', 'obligationOccurrence'];
  return {
    update(rows) {
      if (!relevant.some((entity) => rows.has(entity))) return;
      const memoranda = affectedMemoranda(reader, rows);
      // First all are taken out: one that moved must not be put under its new memorandum and dropped with the old one.
      for (const id of rows.get('obligation') ?? []) dropOne.run(id);
      for (const id of memoranda) drop.run(id);
      refresh(memoranda);
    },
  };
}
