import { desc, and, eq } from 'drizzle-orm';
import type { IsoDay } from '../../../../shared/dates.ts';
import { currentDueOn, decisionState, type DecisionState } from '../../../../shared/rules/decisionStatus.ts';
import { execution, progressNote } from '../../decisions/tables.ts';
import type { Reading } from '../../directory/reading.ts';
import { printedMinutes } from '../minutes/printed.ts';
import type { MinutesDecision, MinutesModel } from '../../../../shared/contract/minutesModel.ts';

export interface DecisionTableModel {
  head: MinutesModel;
  draft: boolean;
  rows: {
    decision: MinutesDecision;
    /** The deadline in force. */
    dueOn: IsoDay | null;
    state: DecisionState;
    /** The latest progress note. */
    note: string;
  }[];
}

/**
 * The decisions of a meeting and how they are carried out: the words from the minutes, carrying out as it stands today,
 * for it stays free after the signature (rule 8).
 * @param day from which deadlines are overdue
 * @throws notFound
 */
export function readDecisionTable(workspace: Reading, meetingId: string, day: IsoDay): DecisionTableModel {
  const { model, draft } = printedMinutes(workspace, meetingId);
  const { db } = workspace;
  const decisions = model.items.flatMap((item) => item.decisions.filter(({ kind }) => kind === 'decision'));
  return {
    head: model,
    draft,
    rows: decisions.map((decision) => {
      const carried = db
        .select()
        .from(execution)
        .where(and(eq(execution.id, decision.id), eq(execution.removed, false)))
        .get();
      const note = db
        .select({ text: progressNote.text })
        .from(progressNote)
        .where(and(eq(progressNote.decisionId, decision.id), eq(progressNote.removed, false)))
        .orderBy(desc(progressNote.notedOn), desc(progressNote.id))
        .limit(1)
        .get();
      const dueOn = currentDueOn(decision.dueOn, carried?.dueOn);
      return {
        decision,
        dueOn,
        state: decisionState({ status: carried?.status ?? 'open', dueOn }, day),
        note: note?.text ?? '',
      };
    }),
  };
}
