import { execution, progressNote } from '../../decisions/tables.ts';
import type { Writer } from '../../ledger/write.ts';
import { readOne } from '../../statements.ts';
import type { OpenWorkspace } from '../open.ts';
import type { Theme } from './directory.ts';
import type { SampleStep } from './format.ts';

/** Writes one step of carrying out a decision: its status, a moved deadline, a note. */
export function insertStep(w: Writer, workspace: OpenWorkspace, theme: Theme, step: SampleStep) {
  const { status, dueOn, by, note, on } = step;
  const decisionId = theme.decisions.idOf(step.decision);
  const patch = { ...(status === undefined ? {} : { status }), ...(dueOn === undefined ? {} : { dueOn }) };
  // The record of execution has the decision's id, so that two devices make the same one.
  if (readOne(workspace, 'SELECT 1 FROM execution WHERE id = ?', decisionId)) w.update(execution, decisionId, patch);
  else if (Object.keys(patch).length > 0) w.insert(execution, { id: decisionId, decisionId, ...patch });
  if (note === '') return;
  const personId = by === undefined ? null : theme.people.idOf(by);
  w.insert(progressNote, { decisionId, notedOn: on, personId, text: note });
}
