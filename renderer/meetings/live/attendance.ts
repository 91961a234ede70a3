import { minutesBetween, type IsoTime } from '../../../shared/dates.ts';
import type { MeetingDetail, ParticipantView } from '../../../shared/contract/meetings.ts';
import { client } from '../../ui/core/client.ts';
import type { Tone } from '../../ui/Chip.tsx';

/** How somebody's attendance is shown: one word or a time. */
export type Shown = {
  tone: Tone;
  word: 'present' | 'from' | 'until' | 'guest' | 'instead' | 'remote' | 'absent' | 'excused' | 'expected';
  time: IsoTime | null;
};

type Session = Pick<MeetingDetail, 'status' | 'openedAt'>;

/** Who is ticked off in the first minutes was there from the start. */
const grace = 5;

const isThere = ({ attendance }: ParticipantView): boolean => attendance === 'present' || attendance === 'remote';

/** In the room as far as is known: by the spans once the meeting is open, before that by what was ticked. */
export const isIn = (one: ParticipantView, { status }: Session): boolean =>
  status === 'planned' ? isThere(one) : one.inRoom;

export const shownAttendance = (one: ParticipantView, { openedAt }: Session): Shown => {
  const last = one.spans.at(-1);
  if (one.attendance === 'absent') return { tone: 'red', word: 'absent', time: null };
  if (one.attendance === 'excused') return { tone: 'red', word: 'excused', time: null };
  if (last !== undefined && last.untilAt !== null && !one.inRoom)
    return { tone: 'amber', word: 'until', time: last.untilAt };
  if (!isThere(one)) return { tone: 'neutral', word: 'expected', time: null };
  const late = last?.fromAt !== null && last?.fromAt !== undefined && openedAt !== null && last.fromAt > openedAt;
  if (late) return { tone: 'green', word: 'from', time: last.fromAt };
  if (one.attendance === 'remote') return { tone: 'green', word: 'remote', time: null };
  if (one.role === 'guest') return { tone: 'violet', word: 'guest', time: null };
  if (one.insteadOfId !== null) return { tone: 'ink', word: 'instead', time: null };
  return { tone: 'green', word: 'present', time: null };
};

/** One key: comes where he is not in the room, goes where he is. */
export const toggleAttendance = async (one: ParticipantView, session: Session, now: IsoTime): Promise<unknown> => {
  const participantId = one.id;
  if (session.status !== 'inSession') {
    const attendance = isThere(one) ? 'expected' : 'present';
    return client.meetings.setAttendance({ participantId, attendance, at: null });
  }
  const last = one.spans.at(-1);
  // a key pressed twice within a minute takes back what it did
  if (one.inRoom && last?.fromAt === now && one.spans.length === 1) {
    return client.meetings.setAttendance({ participantId, attendance: 'expected', at: null });
  }
  if (one.inRoom) return client.meetings.leave({ participantId, at: now });
  if (last?.untilAt === now) return client.meetings.setAttendance({ participantId, attendance: 'present', at: null });
  if (one.spans.length > 0 && isThere(one)) return client.meetings.arrive({ participantId, at: now });
  const early = session.openedAt !== null && minutesBetween(session.openedAt, now) <= grace;
  return client.meetings.setAttendance({ participantId, attendance: 'present', at: early ? null : now });
};

/** Physical keys of the rows in their order: the digits, then the letters as they lie on the keyboard. */
export const rowKeys = [...'1234567890', ...'QWERTYUIOPASDFGHJKLZXCVBNM'];
