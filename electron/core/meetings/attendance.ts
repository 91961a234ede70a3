import type { IsoTime } from '../../../shared/dates.ts';
import { AppError } from '../../../shared/errors.ts';
import type { AttendanceState } from '../../../shared/vocabulary.ts';
import type { Author } from '../ledger/ledger.ts';
import { readAll, readOne, type Reader } from '../statements.ts';
import type { OpenWorkspace } from '../workspace/open.ts';
import { requireOrder, requireTime } from './checks.ts';
import { meetingOf, requirePart } from './records.ts';
import type { StoredSpan } from './seating.ts';
import { participant, presence } from './tables.ts';

const spansOf = (reader: Reader, participantId: string): StoredSpan[] =>
  readAll(
    reader,
    `SELECT id, participantId, fromAt, untilAt FROM presence
     WHERE participantId = ? AND removed = 0 ORDER BY coalesce(fromAt, ''), id`,
    participantId,
  );

const attendanceOf = (reader: Reader, participantId: string): AttendanceState =>
  readOne<{ attendance: AttendanceState }>(reader, 'SELECT attendance FROM participant WHERE id = ?', participantId)
    ?.attendance ?? 'expected';

const isThere = (attendance: AttendanceState): boolean => attendance === 'present' || attendance === 'remote';

/** Throws `timesOverlap`: the span shares time with another one of the same person. */
function requireFree(others: readonly StoredSpan[], span: Pick<StoredSpan, 'fromAt' | 'untilAt'>, field: string) {
  const [from, until] = [span.fromAt ?? '00:00', span.untilAt ?? '24:00'];
  if (others.some((other) => from < (other.untilAt ?? '24:00') && (other.fromAt ?? '00:00') < until))
    throw new AppError('timesOverlap', {}, field);
}

/**
 * Says whether somebody is there. Present and remote open a span in the room, from `at` or from the start, unless one is
 * open; where somebody had left and no time is given, it was a mistake that they had. Any other state takes the spans
 * away: they were not there. For going home early there is `leave`. Before the meeting nothing but the state is kept.
 * Throws `signedLocked`, `meetingCancelled`, `timeMalformed`, `timesOverlap`.
 */
export function setAttendance(
  workspace: OpenWorkspace,
  author: Author,
  input: { participantId: string; attendance: AttendanceState; at: IsoTime | null },
) {
  const { participantId, attendance, at } = input;
  const meeting = meetingOf(workspace, 'participant', participantId);
  requirePart(meeting, 'attendance');
  requireTime(at, 'at');
  const spans = spansOf(workspace, participantId);
  const open = spans.find(({ untilAt }) => untilAt === null);
  const last = spans.at(-1);
  workspace.ledger.write(author, { label: 'meetings.setAttendance' }, (w) => {
    w.update(participant, participantId, { attendance });
    if (!isThere(attendance)) for (const span of spans) w.remove(presence, span.id);
    else if (meeting.status === 'planned') return;
    else if (open) {
      if (at === null) return;
      const others = spans.filter((span) => span !== open);
      requireFree(others, { fromAt: at, untilAt: null }, 'at');
      w.update(presence, open.id, { fromAt: at });
    } else if (last && at === null) w.update(presence, last.id, { untilAt: null });
    else {
      requireFree(spans, { fromAt: at, untilAt: null }, 'at');
      w.insert(presence, { participantId, fromAt: at });
    }
  });
}

/** Somebody comes (again). Throws `meetingNotStarted`, `alreadyInRoom`, `timesOverlap`, `timeMalformed`. */
export function arrive(workspace: OpenWorkspace, author: Author, input: { participantId: string; at: IsoTime }) {
  const { participantId, at } = input;
  const meeting = meetingOf(workspace, 'participant', participantId);
  requirePart(meeting, 'attendance');
  if (meeting.status === 'planned') throw new AppError('meetingNotStarted');
  requireTime(at, 'at');
  const spans = spansOf(workspace, participantId);
  if (spans.some(({ untilAt }) => untilAt === null)) throw new AppError('alreadyInRoom');
  requireFree(spans, { fromAt: at, untilAt: null }, 'at');
  workspace.ledger.write(author, { label: 'meetings.arrive' }, (w) => {
    if (!isThere(attendanceOf(workspace, participantId)))
      w.update(participant, participantId, { attendance: 'present' });
    w.insert(presence, { participantId, fromAt: at });
  });
}

/** Somebody goes. Throws `meetingNotStarted`, `notInRoom`, `endBeforeStart`, `timeMalformed`. */
export function leave(workspace: OpenWorkspace, author: Author, input: { participantId: string; at: IsoTime }) {
  const { participantId, at } = input;
  const meeting = meetingOf(workspace, 'participant', participantId);
  requirePart(meeting, 'attendance');
  if (meeting.status === 'planned') throw new AppError('meetingNotStarted');
  requireTime(at, 'at');
  const open = spansOf(workspace, participantId).find(({ untilAt }) => untilAt === null);
  if (!open) throw new AppError('notInRoom');
  requireOrder(open.fromAt ?? meeting.openedAt, at, 'at');
  workspace.ledger.write(author, { label: 'meetings.leave' }, (w) => {
    // Come and gone within a minute is a key pressed by mistake: it leaves no span of no length.
    if (open.fromAt === at) w.remove(presence, open.id);
    else w.update(presence, open.id, { untilAt: at });
  });
}

/** Puts the times of one span right. Throws `endBeforeStart`, `timesOverlap`, `timeMalformed`. */
export function setPresence(
  workspace: OpenWorkspace,
  author: Author,
  input: { id: string; fromAt: IsoTime | null; untilAt: IsoTime | null },
) {
  const { id, fromAt, untilAt } = input;
  requirePart(meetingOf(workspace, 'presence', id), 'attendance');
  requireTime(fromAt, 'fromAt');
  requireTime(untilAt, 'untilAt');
  requireOrder(fromAt, untilAt, 'untilAt');
  const span = readOne<StoredSpan>(workspace, 'SELECT participantId FROM presence WHERE id = ?', id);
  const others = spansOf(workspace, span?.participantId ?? '').filter((other) => other.id !== id);
  requireFree(others, { fromAt, untilAt }, 'fromAt');
  workspace.ledger.write(author, { label: 'meetings.setPresence' }, (w) => w.update(presence, id, { fromAt, untilAt }));
}
