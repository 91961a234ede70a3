import { and, asc, eq } from 'drizzle-orm';
import { quorumAt, quorumHistory, type QuorumState } from '../../../../shared/rules/quorum.ts';
import type { Reading } from '../../directory/reading.ts';
import type { MeetingRecord } from '../../meetings/records.ts';
import { readSeating, type Seating, type StoredSpan } from '../../meetings/seating.ts';
import { breakSpans, readMarks, type Mark } from '../../meetings/sessionClock.ts';
import { seat } from '../../directory/tables.ts';
import { participant } from '../../meetings/tables.ts';
import type { PeopleOn } from '../people.ts';
import type { MinutesModel, MinutesParticipant, PaperPerson } from '../../../../shared/contract/minutesModel.ts';

type Participant = typeof participant.$inferSelect;

/** Where somebody was there for only part of the meeting; empty: for all of it, as far as is known. */
function partlyThere(rows: readonly StoredSpan[], { openedAt, closedAt }: MeetingRecord): MinutesParticipant['spans'] {
  const spans = rows
    .map(({ fromAt, untilAt }) => ({
      from: fromAt !== null && openedAt !== null && fromAt <= openedAt ? null : fromAt,
      until: untilAt !== null && closedAt !== null && untilAt >= closedAt ? null : untilAt,
    }))
    .toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1));
  return spans.every(({ from, until }) => from === null && until === null) ? [] : spans;
}

const printedQuorum = (state: QuorumState): MinutesModel['quorum'] =>
  state.total === 0
    ? null
    : { present: state.present, total: state.total, required: state.required, reached: state.enough };

/** At the opening, or the first time it was reached: the chair waits for it. */
function quorumAtOpening({ quorum }: Seating, { openedAt, closedAt, startsAt }: MeetingRecord): MinutesModel['quorum'] {
  const states = quorumHistory(quorum, { from: openedAt ?? startsAt ?? '00:00', to: closedAt });
  const state = states.find(({ enough }) => enough) ?? states.toSorted((a, b) => b.present - a.present)[0];
  return state ? printedQuorum(state) : null;
}

function printedBreaks(marks: readonly Mark[], { quorum }: Seating): MinutesModel['breaks'] {
  const begun = marks.filter(({ kind }) => kind === 'breakStarted');
  return breakSpans(marks).map(({ from, to }, index) => ({
    from,
    until: to,
    reason: begun[index]?.reason ?? 'pause',
    quorum: to === null ? null : printedQuorum(quorumAt(quorum, to)),
  }));
}

/** Who was there, with what right, and for how long; and the quorum that came of it. */
export function readAttendance(workspace: Reading, people: PeopleOn, meeting: MeetingRecord) {
  const { db } = workspace;
  const rows = db
    .select()
    .from(participant)
    .where(and(eq(participant.meetingId, meeting.id), eq(participant.removed, false)))
    .orderBy(asc(participant.sortKey), asc(participant.id))
    .all();
  const seating = readSeating(workspace, meeting, new Date());
  const marks = readMarks(workspace, meeting.id);
  const inRoom = new Set(seating.quorum.participants.map(({ id }) => id));
  const votingSeats = new Set(seating.votingSeatIds);

  /** The body somebody speaks for: as the meeting says, else that of their seat. */
  const bodyOf = ({ organisationId, seatId }: Participant): string | null => {
    if (organisationId !== null || seatId === null) return organisationId;
    return db.select({ id: seat.organisationId }).from(seat).where(eq(seat.id, seatId)).get()?.id ?? null;
  };

  const participants: MinutesParticipant[] = rows.map((one) => ({
    ...people.someone(one.personId, {
      nameText: one.nameText,
      positionText: one.positionText,
      organisationId: bodyOf(one),
    }),
    id: one.id,
    role: one.role,
    votes: votingSeats.has(seating.seatOf.get(one.id) ?? ''),
    insteadOf: one.insteadOfId === null ? null : people.name(one.insteadOfId),
    attendance: one.attendance,
    tookPart: inRoom.has(one.id),
    spans: inRoom.has(one.id) ? partlyThere(seating.spansOf.get(one.id) ?? [], meeting) : [],
  }));

  return {
    participants,
    marks,
    quorum: quorumAtOpening(seating, meeting),
    breaks: printedBreaks(marks, seating),
    /** For roll calls: the seat a participant votes for, and all seats that vote. */
    seatOf: seating.seatOf,
    votingSeats: seating.votingSeatIds,
    names: new Map(participants.map((one) => [one.id, one.name])),
    /** Somebody named in the minutes: as at the table where they sat there, else with the office of the day. */
    named(personId: string | null, nameText = ''): PaperPerson {
      const there = personId === null ? undefined : participants.find((one) => one.personId === personId);
      const { name, position, organisation, shortName } = there ?? people.someone(personId, { nameText });
      return { personId, name, position, organisation, shortName };
    },
  };
}

export type Attendance = ReturnType<typeof readAttendance>;
