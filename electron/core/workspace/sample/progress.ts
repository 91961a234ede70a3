import { assigneeExecution, deadlineMove, execution, occurrence, progressNote } from '../../decisions/tables.ts';
import type { Patch, Writer } from '../../ledger/write.ts';
import { readOne } from '../../statements.ts';
import type { OpenWorkspace } from '../open.ts';
import type { Theme } from './directory.ts';
import type { SampleStep } from './format.ts';

/** The record of execution has the decision's id, so that two devices make the same one. */
function putExecution(w: Writer, workspace: OpenWorkspace, decisionId: string, patch: Patch<typeof execution>) {
  if (Object.keys(patch).length === 0) return;
  if (readOne(workspace, 'SELECT 1 FROM execution WHERE id = ?', decisionId)) w.update(execution, decisionId, patch);
  else w.insert(execution, { ...patch, id: decisionId, decisionId });
}

/** The deadline in force. */
const deadlineOf = (workspace: OpenWorkspace, decisionId: string): string | null =>
  readOne<{ dueOn: string | null }>(
    workspace,
    `SELECT coalesce(e.dueOn, d.dueOn) AS dueOn FROM decision d LEFT JOIN execution e ON e.id = d.id WHERE d.id = ?`,
    decisionId,
  )?.dueOn ?? null;

function putAssignee(
  w: Writer,
  workspace: OpenWorkspace,
  decisionId: string,
  organisationId: string,
  step: SampleStep,
) {
  const found = readOne<{ id: string }>(
    workspace,
    'SELECT id FROM assignee WHERE decisionId = ? AND organisationId = ? AND removed = 0',
    decisionId,
    organisationId,
  );
  if (!found) throw new Error(`sample: ${step.assignee ?? ''} does not carry out ${step.decision}`);
  const { id } = found;
  const doneOn = step.status === 'done' ? step.on : null;
  w.insert(assigneeExecution, { id, assigneeId: id, status: step.status ?? 'open', doneOn, note: step.assigneeNote });
}

/** Writes one step of carrying out a decision: its status, a moved deadline, a period, an assignee, a note. */
export function insertStep(w: Writer, workspace: OpenWorkspace, theme: Theme, step: SampleStep) {
  const { status, dueOn, repeat, repeatDay, period, assignee, by, note, on } = step;
  const decisionId = theme.decisions.idOf(step.decision);
  const personId = by === undefined ? null : theme.people.idOf(by);
  if (assignee !== undefined) putAssignee(w, workspace, decisionId, theme.organisations.idOf(assignee), step);
  else if (period !== undefined)
    w.insert(occurrence, {
      id: `${decisionId}:${period}`,
      decisionId,
      period,
      status: status ?? 'open',
      doneOn: status === 'done' ? on : null,
    });
  else {
    const movedFrom = deadlineOf(workspace, decisionId);
    putExecution(w, workspace, decisionId, {
      ...(status === undefined ? {} : { status }),
      ...(dueOn === undefined ? {} : { dueOn }),
      ...(repeat === undefined ? {} : { repeat, repeatDay: repeatDay ?? null }),
    });
    if (dueOn !== undefined)
      w.insert(deadlineMove, { decisionId, movedFrom, movedTo: dueOn, movedOn: on, personId, reason: step.reason });
  }
  if (note !== '') w.insert(progressNote, { decisionId, notedOn: on, personId, text: note });
}
