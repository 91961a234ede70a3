import type * as z from 'zod';
import type { assigneeFields } from '../../../shared/contract/decisions.ts';
import type { IsoDay } from '../../../shared/dates.ts';
import { keyAtEnd, type Placed } from '../../../shared/rules/order.ts';
import type { Author } from '../ledger/ledger.ts';
import { requireDue, requireText } from '../meetings/checks.ts';
import { meetingOf, requirePart } from '../meetings/records.ts';
import { speech } from '../meetings/tables.ts';
import { readAll } from '../statements.ts';
import type { OpenWorkspace } from '../workspace/open.ts';
import { arrangeAssignees, distinctAssignees } from './assignees.ts';
import { decision } from './tables.ts';

/**
 * Writes a decision down after the meeting, at the end of its item, while the minutes are not signed.
 * Throws `required`, `signedLocked`, `meetingCancelled`, `meetingNotStarted`, `notFound`, `dayMalformed`,
 * `dueBeforeMeeting`, `dueTooFar`.
 */
export function addDecision(
  workspace: OpenWorkspace,
  author: Author,
  input: {
    itemId: string;
    text: string;
    dueOn: IsoDay | null;
    assignees: z.infer<typeof assigneeFields>[];
  },
): string {
  const { itemId, dueOn } = input;
  const meeting = meetingOf(workspace, 'agendaItem', itemId);
  requirePart(meeting, 'minutesText');
  // Before the meeting nothing has been decided that could be registered.
  requirePart(meeting, 'execution');
  requireText(input.text, 'text');
  requireDue(dueOn, meeting.heldOn);
  const assignees = distinctAssignees(input.assignees);
  return workspace.ledger.write(author, { label: 'decisions.add' }, (w) => {
    // Speeches and decisions of an item stand in one order.
    const placed = readAll<Placed & { entity: 'speech' | 'decision' }>(
      workspace,
      `SELECT id, sortKey AS key, 'speech' AS entity FROM speech WHERE itemId = ? AND removed = 0
       UNION ALL SELECT id, sortKey AS key, 'decision' AS entity FROM decision WHERE itemId = ? AND removed = 0`,
      itemId,
      itemId,
    );
    const { key, rekeyed } = keyAtEnd(placed);
    const decisions = new Set(placed.flatMap(({ id, entity }) => (entity === 'decision' ? id : [])));
    for (const twin of rekeyed) w.update(decisions.has(twin.id) ? decision : speech, twin.id, { sortKey: twin.key });
    const id = w.insert(decision, { itemId, text: input.text.trim(), dueOn, sortKey: key });
    arrangeAssignees(w, workspace, id, assignees);
    return id;
  });
}
