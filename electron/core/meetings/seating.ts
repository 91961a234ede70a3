import { today, type IsoTime } from '../../../shared/dates.ts';
import {
  eligibleFor,
  quorumAt,
  quorumHistory,
  type EligibleSeats,
  type QuorumInput,
  type QuorumState,
  type Seat,
} from '../../../shared/rules/quorum.ts';
import type { AttendanceState, ParticipantRole, QuorumKind } from '../../../shared/vocabulary.ts';
import { holdsOn } from '../directory/periods.ts';
import type { Reading } from '../directory/reading.ts';
import { listSeats } from '../directory/seats.ts';
import { groupBy, readAll, readOne } from '../statements.ts';
import { dayOfMeeting, type MeetingRecord } from './records.ts';
import { breakSpans, readMarks, wallTime, type SessionState } from './sessionClock.ts';

interface StoredParticipant {
  id: string;
  role: ParticipantRole;
  seatId: string | null;
  attendance: AttendanceState;
}

/** When somebody was in the room, as it lies in its table. */
export interface StoredSpan {
  id: string;
  participantId: string;
  fromAt: IsoTime | null;
  untilAt: IsoTime | null;
}

/** Who sits on which seat of a meeting, and what the quorum is reckoned from. */
export interface Seating {
  quorum: QuorumInput;
  votingSeatIds: string[];
  /** The seat somebody speaks for, null for guests, advisers and those without one. */
  seatOf: ReadonlyMap<string, string | null>;
  spansOf: ReadonlyMap<string, StoredSpan[]>;
}

const spansIn = (workspace: Reading, meetingId: string): StoredSpan[] =>
  readAll(
    workspace,
    `SELECT s.id, s.participantId, s.fromAt, s.untilAt FROM presence s JOIN participant p ON p.id = s.participantId
     WHERE p.meetingId = ? AND p.removed = 0 AND s.removed = 0 ORDER BY coalesce(s.fromAt, ''), s.id`,
    meetingId,
  );

const tookPart = ({ attendance }: StoredParticipant, spans: readonly StoredSpan[]): boolean =>
  attendance === 'present' || attendance === 'remote' || (attendance === 'expected' && spans.length > 0);

/** Seats of the group on the day of the meeting; null where it has none at all and each member speaks for himself. */
function seatsOfDay(workspace: Reading, meeting: MeetingRecord, now: Date): Seat[] | null {
  const day = dayOfMeeting(meeting, now);
  const seats = listSeats(workspace, meeting.groupId).filter((seat) => holdsOn(seat, day));
  return seats.length === 0 ? null : seats.map(({ id, votes }) => ({ id, votes }));
}

/** Reads a meeting's seats, who sits on them and when they were in the room. */
export function readSeating(workspace: Reading, meeting: MeetingRecord, now: Date): Seating {
  const participants = readAll<StoredParticipant>(
    workspace,
    'SELECT id, role, seatId, attendance FROM participant WHERE meetingId = ? AND removed = 0 ORDER BY sortKey, id',
    meeting.id,
  );
  const spansOf = groupBy(spansIn(workspace, meeting.id), ({ participantId }) => participantId);
  const seats = seatsOfDay(workspace, meeting, now);
  const known = seats && new Set(seats.map(({ id }) => id));
  const seatFor = ({ id, role, seatId }: StoredParticipant): string | null => {
    if (role === 'guest' || role === 'adviser') return null;
    if (known === null) return id;
    return seatId !== null && known.has(seatId) ? seatId : null;
  };
  const seatOf = new Map(participants.map((one) => [one.id, seatFor(one)]));
  const ownSeats = [...seatOf.values()].flatMap((id) => (id === null ? [] : [{ id, votes: true }]));
  const rule = readOne<{ quorumKind: QuorumKind; quorumFixed: number | null }>(
    workspace,
    'SELECT quorumKind, quorumFixed FROM working_group WHERE id = ?',
    meeting.groupId,
  );
  const quorum: QuorumInput = {
    rule: { kind: rule?.quorumKind ?? 'majority', fixed: rule?.quorumFixed },
    seats: seats ?? ownSeats,
    participants: participants
      .filter((one) => tookPart(one, spansOf.get(one.id) ?? []))
      .map((one) => ({
        id: one.id,
        seatId: seatOf.get(one.id) ?? null,
        // Somebody marked present without a time was there all along.
        spans: (spansOf.get(one.id) ?? [{ fromAt: null, untilAt: null }]).map(({ fromAt, untilAt }) => ({
          from: fromAt ?? '00:00',
          to: untilAt,
        })),
      })),
    breaks: breakSpans(readMarks(workspace, meeting.id).filter(({ at }) => today(new Date(at)) === meeting.heldOn)),
  };
  return {
    quorum,
    votingSeatIds: quorum.seats.filter(({ votes }) => votes).map(({ id }) => id),
    seatOf,
    spansOf,
  };
}

const openingOf = ({ openedAt, startsAt }: MeetingRecord): IsoTime => openedAt ?? startsAt ?? '00:00';

/** Quorum as it moved, and how it stands at the end of what is known: now, or when the meeting closed. */
export function quorumOf(seating: Seating, meeting: MeetingRecord, nameOf: (participantId: string) => string) {
  const { closedAt } = meeting;
  const history = quorumHistory(seating.quorum, { from: openingOf(meeting), to: closedAt })
    // Who goes home at the closing has not left the meeting.
    .filter(({ time }, index) => index === 0 || closedAt === null || time < closedAt);
  const last = history.at(-1);
  const total = seating.votingSeatIds.length;
  return {
    seats: total,
    present: last?.present ?? 0,
    required: total === 0 ? 0 : (last?.required ?? 0),
    reached: total === 0 || last?.enough === true,
    history: history
      .filter(({ came, left }, index) => index === 0 || came.length + left.length > 0)
      .map(({ time, present, enough, came, left }) => ({
        at: time,
        present,
        reached: total === 0 || enough,
        came: came.map(nameOf),
        left: left.map(nameOf),
      })),
  };
}

/**
 * The time of day at which an item was decided: in the last minute it had the floor, or now while it has it, else at
 * the opening. Marks of another day say when somebody typed, not when the meeting was.
 */
export function momentOf(meeting: MeetingRecord, state: SessionState, itemId: string, now: Date): IsoTime {
  const clock = state.clocks.get(itemId);
  if (!clock || today(new Date(clock.beganAt)) !== meeting.heldOn) return openingOf(meeting);
  const began = wallTime(clock.beganAt);
  if (clock.endedAt === null) return laterOf(began, wallTime(now.toISOString()));
  // Whoever leaves in the minute in which the next item begins was there for this one.
  return laterOf(began, wallTime(new Date(Date.parse(clock.endedAt) - 60_000).toISOString()));
}

const laterOf = (a: IsoTime, b: IsoTime): IsoTime => (a > b ? a : b);

/** Quorum and who may vote, at one moment. A vote by correspondence counts all who answered, whenever they did. */
export function votersAt(
  seating: Seating,
  meeting: MeetingRecord,
  time: IsoTime,
  recused: readonly string[],
): EligibleSeats & { quorum: QuorumState; reached: boolean } {
  const everybody: QuorumInput = {
    ...seating.quorum,
    participants: seating.quorum.participants.map((one) => ({ ...one, spans: [{ from: '00:00', to: null }] })),
    breaks: [],
  };
  const input = meeting.kind === 'correspondence' ? everybody : seating.quorum;
  const quorum = quorumAt(input, time);
  return {
    ...eligibleFor(input, { time, recused }),
    quorum,
    reached: seating.votingSeatIds.length === 0 || quorum.enough,
  };
}
