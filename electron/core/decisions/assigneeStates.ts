import type { IsoDay } from '../../../shared/dates.ts';
import { AppError } from '../../../shared/errors.ts';
import type { ExecutionStatus } from '../../../shared/vocabulary.ts';
import type { Author } from '../ledger/ledger.ts';
import { readOne } from '../statements.ts';
import type { OpenWorkspace } from '../workspace/open.ts';
import { requireCarried } from './execution.ts';
import { requireDoneOn } from './repeating.ts';
import { assigneeExecution } from './tables.ts';

/**
 * How far one of several assignees has come. That all of them are done makes the decision itself not done: whoever
 * watches over it says so. Throws `notFound`, `dayMalformed`, `dayAhead`, and what `requireCarried` throws.
 */
export function setAssigneeState(
  workspace: OpenWorkspace,
  author: Author,
  input: { assigneeId: string; status: ExecutionStatus; doneOn: IsoDay | null; note: string },
  now: Date,
) {
  const { assigneeId, status } = input;
  const owner = readOne<{ decisionId: string }>(
    workspace,
    'SELECT decisionId FROM assignee WHERE id = ? AND removed = 0',
    assigneeId,
  );
  if (!owner) throw new AppError('notFound', { what: 'assignee' });
  requireCarried(workspace, owner.decisionId, now);
  const patch = { status, doneOn: requireDoneOn(status, input.doneOn, now), note: input.note.trim() };
  // The record has the assignee's id, so that two devices make the same one.
  const there = readOne<{ removed: number }>(
    workspace,
    'SELECT removed FROM assignee_execution WHERE id = ?',
    assigneeId,
  );
  workspace.ledger.write(author, { label: 'decisions.setAssigneeState' }, (w) => {
    if (!there) {
      w.insert(assigneeExecution, { ...patch, id: assigneeId, assigneeId });
      return;
    }
    if (there.removed === 1) w.restore(assigneeExecution, assigneeId);
    w.update(assigneeExecution, assigneeId, patch);
  });
}
