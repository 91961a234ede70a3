import type * as z from 'zod';
import type { carryOverRow } from '../../../shared/contract/meetings.ts';
import { today } from '../../../shared/dates.ts';
import { AppError } from '../../../shared/errors.ts';
import { decisionState } from '../../../shared/rules/decisionStatus.ts';
import { readUnfinished } from '../decisions/unfinished.ts';
import type { Reading } from '../directory/reading.ts';
import type { Author } from '../ledger/ledger.ts';
import { readOne } from '../statements.ts';
import { wordsOf } from '../words.ts';
import type { OpenWorkspace } from '../workspace/open.ts';
import { insertItem } from './agenda.ts';
import { dayOfMeeting, requireMeeting, requirePart } from './records.ts';

/** Open and overdue decisions of the group from before this meeting; how they stand on its day, or today if that is later. */
export function readCarryOver(workspace: Reading, meetingId: string, now: Date): z.infer<typeof carryOverRow>[] {
  const meeting = requireMeeting(workspace, meetingId);
  const day = dayOfMeeting(meeting, now);
  const { id, groupId } = meeting;
  const asOf = meeting.status === 'planned' && day < today(now) ? today(now) : day;
  return readUnfinished(workspace, { id, groupId, heldOn: day }).map(({ id: decisionId, ...row }) => ({
    ...row,
    decisionId,
    status: decisionState(row, asOf),
  }));
}

/**
 * Puts "state of carrying out earlier decisions" at the head of the agenda, titled in the meeting's language; its table
 * is read whenever it is shown. Throws `carryOverThere`, `nothingToCarryOver`, `signedLocked`, `meetingCancelled`.
 * @param resources absolute folder of the bundled resources
 */
export function addCarryOver(
  workspace: OpenWorkspace,
  author: Author,
  meetingId: string,
  resources: string,
  now: Date,
): string {
  const meeting = requireMeeting(workspace, meetingId);
  requirePart(meeting, 'agenda');
  const there = readOne(
    workspace,
    `SELECT 1 FROM agenda_item WHERE meetingId = ? AND kind = 'carryOver' AND removed = 0`,
    meetingId,
  );
  if (there) throw new AppError('carryOverThere');
  if (readCarryOver(workspace, meetingId, now).length === 0) throw new AppError('nothingToCarryOver');
  const title = wordsOf(resources, meeting.language, 'meetings')('carryOver.title');
  return workspace.ledger.write(author, { label: 'meetings.addCarryOver' }, (w) =>
    insertItem(w, workspace, meetingId, 0, { kind: 'carryOver', title }),
  );
}
