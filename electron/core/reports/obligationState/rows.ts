import type { IsoDay } from '../../../../shared/dates.ts';
import { AppError } from '../../../../shared/errors.ts';
import { daysLeft, decisionState } from '../../../../shared/rules/decisionStatus.ts';
import type { Reading } from '../../directory/reading.ts';
import { readObligations, readOccurrences } from '../../memoranda/obligationRows.ts';
import { obligationOn, periodsOfObligation } from '../../memoranda/obligationState.ts';
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
  const lines = new Map(memoranda.map((memorandum) => [memorandum.id, memorandum]));
  const found = readObligations(workspace, [...lines.keys()]);
  if (found.length > mostRows) throw new AppError('tooManyRowsOnPaper', { rows: found.length, most: mostRows });
  const ids = asList(found.map(({ id }) => id));
  const occurrences = readOccurrences(workspace, found);
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
  return found.flatMap((row): ObligationRow[] => {
    const memorandum = lines.get(row.memorandumId);
    if (memorandum === undefined) return [];
    const n = (counted.get(row.memorandumId) ?? 0) + 1;
    counted.set(row.memorandumId, n);
    const { repeat, repeatDay, repeatFrom, repeatUntil } = row;
    const said = occurrences.get(row.id) ?? [];
    const { dueOn, status, state } = obligationOn(row, said, memorandum.facts, day);
    const states = new Map(said.map((one) => [one.period, one.status]));
    const note = notes.get(row.id)?.at(-1);
    return [
      {
        id: row.id,
        memorandumId: row.memorandumId,
        partyId: row.partyId,
        n,
        text: row.text,
        doneOn: row.doneOn,
        repetition: { repeat, repeatDay, repeatFrom, repeatUntil },
        dueOn,
        state,
        daysLeft: daysLeft({ status, dueOn }, day),
        periods: periodsOfObligation(row, memorandum.facts, day, [])
          .slice(-shownPeriods)
          .map((period): PeriodState => ({
            period: period.name,
            dueOn: period.dueOn,
            state: decisionState({ status: states.get(period.name) ?? 'open', dueOn: period.dueOn }, day),
          })),
        note: note ? { text: note.text, notedOn: note.notedOn } : null,
      },
    ];
  });
}
