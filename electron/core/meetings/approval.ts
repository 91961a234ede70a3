import { today, type IsoDay } from '../../../shared/dates.ts';
import { AppError } from '../../../shared/errors.ts';
import type { ApprovalState, RemarkOutcome } from '../../../shared/vocabulary.ts';
import type { Author } from '../ledger/ledger.ts';
import { readAll, readOne } from '../statements.ts';
import type { OpenWorkspace } from '../workspace/open.ts';
import { requireDay, requireOrder, requireText } from './checks.ts';
import { meetingOf, requireAction, requireMeeting, requirePart, type MeetingRecord } from './records.ts';
import { approval, meeting, remark } from './tables.ts';

/**
 * Sends the minutes round: every member of the meeting (nobody's guest) is asked anew until the deadline.
 * Throws `meetingNotDraft`, `signedLocked`, `dayMalformed`, `endBeforeStart`.
 */
export function circulate(
  workspace: OpenWorkspace,
  author: Author,
  input: { id: string; on: IsoDay; remarksUntil: IsoDay },
) {
  const { id, on, remarksUntil } = input;
  const status = requireAction(requireMeeting(workspace, id), 'circulate');
  requireDay(on, 'on');
  requireDay(remarksUntil, 'remarksUntil');
  requireOrder(on, remarksUntil, 'remarksUntil');
  const asked = readAll<{ participantId: string; approvalId: string | null }>(
    workspace,
    `SELECT p.id AS participantId, (SELECT a.id FROM approval a
       WHERE a.participantId = p.id AND a.meetingId = p.meetingId AND a.removed = 0 ORDER BY a.id LIMIT 1) AS approvalId
     FROM participant p WHERE p.meetingId = ? AND p.removed = 0 AND p.role <> 'guest' ORDER BY p.sortKey, p.id`,
    id,
  );
  workspace.ledger.write(author, { label: 'meetings.circulate' }, (w) => {
    w.update(meeting, id, { status, circulatedOn: on, remarksUntil });
    for (const { participantId, approvalId } of asked)
      if (approvalId === null) w.insert(approval, { meetingId: id, participantId });
      else w.update(approval, approvalId, { state: 'waiting', answeredOn: null });
  });
}

/** Takes the minutes back to a draft; who had answered what stays to be seen. Throws `meetingNotCirculated`. */
export function withdraw(workspace: OpenWorkspace, author: Author, id: string) {
  const status = requireAction(requireMeeting(workspace, id), 'withdraw');
  workspace.ledger.write(author, { label: 'meetings.withdraw' }, (w) =>
    w.update(meeting, id, { status, circulatedOn: null, remarksUntil: null }),
  );
}

function requireCirculated({ status }: MeetingRecord) {
  if (status !== 'underApproval' && status !== 'signed') throw new AppError('meetingNotCirculated');
}

/** What a member answered; late answers are kept after signing too. Throws `meetingNotCirculated`, `dayMalformed`. */
export function setApproval(
  workspace: OpenWorkspace,
  author: Author,
  input: { id: string; state: ApprovalState; answeredOn: IsoDay | null },
  now: Date,
) {
  const { id, state } = input;
  requireCirculated(meetingOf(workspace, 'approval', id));
  requireDay(input.answeredOn, 'answeredOn');
  const hasAnswered = state === 'approved' || state === 'remarks';
  const answeredOn = hasAnswered ? (input.answeredOn ?? today(now)) : null;
  workspace.ledger.write(author, { label: 'meetings.setApproval' }, (w) =>
    w.update(approval, id, { state, answeredOn }),
  );
}

/**
 * Keeps a remark on the minutes; a member who has not answered yet has thereby answered.
 * Throws `required`, `dayMalformed`, `meetingStageWrong`, `meetingNotStarted`, `notFound`.
 */
export function addRemark(
  workspace: OpenWorkspace,
  author: Author,
  input: {
    meetingId: string;
    personId: string | null;
    authorText: string;
    itemId: string | null;
    text: string;
    receivedOn: IsoDay;
  },
): string {
  const { meetingId, personId, itemId, receivedOn } = input;
  requirePart(requireMeeting(workspace, meetingId), 'remarks');
  if (personId === null) requireText(input.authorText, 'authorText');
  requireText(input.text, 'text');
  requireDay(receivedOn, 'receivedOn');
  if (itemId !== null && meetingOf(workspace, 'agendaItem', itemId).id !== meetingId)
    throw new AppError('notFound', { what: 'agendaItem' }, 'itemId');
  const waiting =
    personId === null
      ? undefined
      : readOne<{ id: string }>(
          workspace,
          `SELECT a.id FROM approval a JOIN participant p ON p.id = a.participantId
           WHERE a.meetingId = ? AND p.personId = ? AND a.state = 'waiting' AND a.removed = 0 AND p.removed = 0`,
          meetingId,
          personId,
        );
  return workspace.ledger.write(author, { label: 'meetings.addRemark' }, (w) => {
    if (waiting) w.update(approval, waiting.id, { state: 'remarks', answeredOn: receivedOn });
    return w.insert(remark, input);
  });
}

/** What was done with a remark. Throws `meetingStageWrong`, `notFound`. */
export function settleRemark(
  workspace: OpenWorkspace,
  author: Author,
  input: { id: string; outcome: RemarkOutcome; outcomeText: string },
) {
  const { id, outcome, outcomeText } = input;
  requirePart(meetingOf(workspace, 'remark', id), 'remarks');
  workspace.ledger.write(author, { label: 'meetings.settleRemark' }, (w) =>
    w.update(remark, id, { outcome, outcomeText }),
  );
}

export function removeRemark(workspace: OpenWorkspace, author: Author, id: string) {
  requirePart(meetingOf(workspace, 'remark', id), 'remarks');
  workspace.ledger.write(author, { label: 'meetings.removeRemark' }, (w) => w.remove(remark, id));
}
