import type { IsoDay } from '../../../../shared/dates.ts';
import { AppError } from '../../../../shared/errors.ts';
import { daysLeft, decisionState } from '../../../../shared/rules/decisionStatus.ts';
import { firstUnfinished, isPeriodic, periodsUntil, type Repetition } from '../../../../shared/rules/repetition.ts';
import type { ExecutionStatus, RepeatKind } from '../../../../shared/vocabulary.ts';
import type { Reading } from '../../directory/reading.ts';
import { asList, groupBy, readAll } from '../../statements.ts';
import { mostRows, type DecisionRow, type PeriodState } from '../decisionState/rows.ts';
import type { MemorandumLine } from '../memorandumRegister/rows.ts';

/** One obligation with how it is carried out on the day. */
export interface ObligationRow extends Pick<DecisionRow, 'dueOn' | 'state' | 'daysLeft' | 'periods' | 'repetition'> {
  id: string;
  memorandumId: string;
  partyId: string;
  /** Counted from 1 within its memorandum. */
  n: number;
  text: string;
  doneOn: IsoDay | null;
  note: { text: string; notedOn: IsoDay | null } | null;
}

interface Found {
  id: string;
  memorandumId: string;
  partyId: string;
  text: string;
  dueOn: IsoDay | null;
  repeat: RepeatKind;
  repeatDay: number | null;
  repeatFrom: IsoDay | null;
  repeatUntil: IsoDay | null;
  status: ExecutionStatus;
  doneOn: IsoDay | null;
}

const shownPeriods = 6;

/**
 * The obligations of some memoranda, in the order in which they were written down.
 * @throws tooManyRowsOnPaper
 */
export function readObligationRows(
  workspace: Reading,
  memoranda: readonly MemorandumLine[],
  day: IsoDay,
): ObligationRow[] {
  const beginnings = new Map(memoranda.map(({ id, term, signedOn }) => [id, term.startsOn ?? signedOn ?? day]));
  const found = readAll<Found>(
    workspace,
    `SELECT o.id, o.memorandumId, o.partyId, o.text, o.dueOn, o.repeat, o.repeatDay, o.repeatFrom, o.repeatUntil,
       o.status, o.doneOn
     FROM obligation o WHERE o.removed = 0 AND o.memorandumId IN (SELECT value FROM json_each(?))
     ORDER BY o.memorandumId, o.sortKey, o.id`,
    asList(beginnings.keys()),
  );
  if (found.length > mostRows) throw new AppError('tooManyRowsOnPaper', { rows: found.length, most: mostRows });
  const ids = asList(found.map(({ id }) => id));
  const occurrences = groupBy(
    readAll<{ obligationId: string; period: string; status: ExecutionStatus }>(
      workspace,
      `SELECT obligationId, period, status FROM obligation_occurrence
       WHERE removed = 0 AND obligationId IN (SELECT value FROM json_each(?))`,
      ids,
    ),
    ({ obligationId }) => obligationId,
  );
  const notes = groupBy(
    readAll<{ obligationId: string; text: string; notedOn: IsoDay | null }>(
      workspace,
      `SELECT obligationId, text, notedOn FROM obligation_note
       WHERE removed = 0 AND obligationId IN (SELECT value FROM json_each(?)) ORDER BY notedOn, id`,
      ids,
    ),
    ({ obligationId }) => obligationId,
  );
  const counted = new Map<string, number>();
  return found.map((row): ObligationRow => {
    const n = (counted.get(row.memorandumId) ?? 0) + 1;
    counted.set(row.memorandumId, n);
    const { repeat, repeatDay, repeatFrom, repeatUntil, status } = row;
    const repetition: Repetition = { repeat, repeatDay, repeatFrom, repeatUntil };
    const began = beginnings.get(row.memorandumId) ?? day;
    const said = occurrences.get(row.id) ?? [];
    const dueOn = isPeriodic(repeat) ? (firstUnfinished(repetition, began, said)?.dueOn ?? null) : row.dueOn;
    const states = new Map(said.map((one) => [one.period, one.status]));
    const note = notes.get(row.id)?.at(-1);
    return {
      id: row.id,
      memorandumId: row.memorandumId,
      partyId: row.partyId,
      n,
      text: row.text,
      doneOn: row.doneOn,
      repetition,
      dueOn,
      state: decisionState({ status, dueOn }, day),
      daysLeft: daysLeft({ status, dueOn }, day),
      periods: periodsUntil(repetition, began, day, shownPeriods).map(
        (period): PeriodState => ({
          period: period.name,
          dueOn: period.dueOn,
          state: decisionState({ status: states.get(period.name) ?? 'open', dueOn: period.dueOn }, day),
        }),
      ),
      note: note ? { text: note.text, notedOn: note.notedOn } : null,
    };
  });
}
