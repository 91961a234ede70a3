import { today } from '../../../shared/dates.ts';
import { AppError } from '../../../shared/errors.ts';
import type { BreakReason } from '../../../shared/vocabulary.ts';
import type { Author } from '../ledger/ledger.ts';
import { readAll } from '../statements.ts';
import type { OpenWorkspace } from '../workspace/open.ts';
import { toInstant } from './checks.ts';
import { moveNumber } from './numbers.ts';
import { meetingOf, requireAction, requireMeeting, type MeetingRecord } from './records.ts';
import { readSeating, votersAt } from './seating.ts';
import { readMarks, sessionState, wallTime, type SessionState } from './sessionClock.ts';
import { meeting, presence, sessionMark } from './tables.ts';

function requireInSession({ status }: MeetingRecord) {
  if (status === 'signed') throw new AppError('signedLocked');
  if (status === 'cancelled') throw new AppError('meetingCancelled');
  if (status !== 'inSession') throw new AppError('meetingNotInSession');
}

/** Marks never run backwards, whatever the page's clock says. */
const notBefore = (at: string, { lastAt }: SessionState): string => (lastAt !== null && lastAt > at ? lastAt : at);

/**
 * Opens the meeting. Whoever was marked present before is in the room from the start. The time of opening is that of
 * `at` when it is the day of the meeting; minutes put in later take the planned time. A meeting planned for a day to come
 * is held on the day it opens.
 * Throws `meetingNotPlanned`, `signedLocked`, `timeMalformed`.
 */
export function startMeeting(workspace: OpenWorkspace, author: Author, input: { id: string; at: string }) {
  const row = requireMeeting(workspace, input.id);
  const status = requireAction(row, 'start');
  const at = toInstant(input.at);
  const day = today(new Date(at));
  // What opens before its day was moved forward: nothing is held in the future.
  const heldOn = row.heldOn === null || row.heldOn > day ? day : row.heldOn;
  const openedAt = heldOn === day ? wallTime(at) : row.startsAt;
  const early = readAll<{ id: string }>(
    workspace,
    `SELECT p.id FROM participant p WHERE p.meetingId = ? AND p.removed = 0 AND p.attendance IN ('present', 'remote')
       AND NOT EXISTS (SELECT 1 FROM presence s WHERE s.participantId = p.id AND s.removed = 0) ORDER BY p.sortKey, p.id`,
    row.id,
  );
  workspace.ledger.write(author, { label: 'meetings.start' }, (w) => {
    const number = row.heldOn === heldOn ? {} : moveNumber(workspace, row, heldOn);
    w.update(meeting, row.id, { status, heldOn, openedAt, ...number });
    w.insert(sessionMark, { meetingId: row.id, kind: 'opened', at });
    for (const { id } of early) w.insert(presence, { participantId: id });
  });
}

/** Closes the meeting; a break that still runs ends with it. Throws `meetingNotInSession`, `signedLocked`. */
export function finishMeeting(workspace: OpenWorkspace, author: Author, input: { id: string; at: string }) {
  const row = requireMeeting(workspace, input.id);
  const status = requireAction(row, 'finish');
  const state = sessionState(readMarks(workspace, row.id));
  const at = notBefore(toInstant(input.at), state);
  const closedAt = today(new Date(at)) === row.heldOn ? wallTime(at) : (row.closedAt ?? row.endsAt);
  workspace.ledger.write(author, { label: 'meetings.finish' }, (w) => {
    if (state.onBreak) w.insert(sessionMark, { meetingId: row.id, kind: 'breakEnded', at });
    w.insert(sessionMark, { meetingId: row.id, kind: 'closed', at });
    w.update(meeting, row.id, { status, closedAt });
  });
}

/** Back into session, where it was closed too early. Throws `meetingNotDraft`, `signedLocked`. */
export function reopenMeeting(workspace: OpenWorkspace, author: Author, id: string, now: Date) {
  const row = requireMeeting(workspace, id);
  const status = requireAction(row, 'reopen');
  const at = notBefore(now.toISOString(), sessionState(readMarks(workspace, id)));
  workspace.ledger.write(author, { label: 'meetings.reopen' }, (w) => {
    w.insert(sessionMark, { meetingId: id, kind: 'opened', at });
    w.update(meeting, id, { status, closedAt: null });
  });
}

/** Gives an item the floor. Throws `meetingNotInSession`, `breakRuns`. */
export function startItem(workspace: OpenWorkspace, author: Author, input: { itemId: string; at: string }) {
  const row = meetingOf(workspace, 'agendaItem', input.itemId);
  requireInSession(row);
  const state = sessionState(readMarks(workspace, row.id));
  if (state.onBreak) throw new AppError('breakRuns');
  if (state.currentItemId === input.itemId) return;
  const at = notBefore(toInstant(input.at), state);
  workspace.ledger.write(author, { label: 'meetings.startItem' }, (w) =>
    w.insert(sessionMark, { meetingId: row.id, kind: 'itemStarted', at, itemId: input.itemId }),
  );
}

/** Throws `meetingNotInSession`, `breakRuns`. */
export function startBreak(
  workspace: OpenWorkspace,
  author: Author,
  input: { meetingId: string; at: string; reason: BreakReason },
) {
  const row = requireMeeting(workspace, input.meetingId);
  requireInSession(row);
  const state = sessionState(readMarks(workspace, row.id));
  if (state.onBreak) throw new AppError('breakRuns');
  const at = notBefore(toInstant(input.at), state);
  workspace.ledger.write(author, { label: 'meetings.startBreak' }, (w) =>
    w.insert(sessionMark, { meetingId: row.id, kind: 'breakStarted', at, reason: input.reason }),
  );
}

/** Ends the break and says whether there is a quorum among those who came back. Throws `noBreakRuns`. */
export function endBreak(
  workspace: OpenWorkspace,
  author: Author,
  input: { meetingId: string; at: string },
): { quorumReached: boolean } {
  const row = requireMeeting(workspace, input.meetingId);
  requireInSession(row);
  const state = sessionState(readMarks(workspace, row.id));
  if (!state.onBreak) throw new AppError('noBreakRuns');
  const at = notBefore(toInstant(input.at), state);
  workspace.ledger.write(author, { label: 'meetings.endBreak' }, (w) =>
    w.insert(sessionMark, { meetingId: row.id, kind: 'breakEnded', at }),
  );
  const now = new Date(at);
  return { quorumReached: votersAt(readSeating(workspace, row, now), row, wallTime(at), []).reached };
}
