import { and, asc, eq } from 'drizzle-orm';
import { timeOfDay, type IsoDay, type IsoTime } from '../../../../shared/dates.ts';
import { quorumAt, quorumHistory, type QuorumInput, type QuorumState } from '../../../../shared/rules/quorum.ts';
import { seat, workingGroup } from '../../directory/tables.ts';
import { meeting, participant, presence, sessionMark } from '../../meetings/tables.ts';
import type { PeopleOn } from '../people.ts';
import type { Reading } from '../../directory/reading.ts';
import type { MinutesModel, MinutesParticipant, PaperPerson } from './schema.ts';

type MeetingRow = typeof meeting.$inferSelect;
type Participant = typeof participant.$inferSelect;
type Presence = typeof presence.$inferSelect;
type GroupRow = typeof workingGroup.$inferSelect;

const seatless: readonly string[] = ['chair', 'deputy', 'secretary', 'member'];

/** The clock time of a mark in the computer's own time zone: what the clock on the wall showed. */
export const wallTime = (instant: string | null): IsoTime | null =>
  instant === null || Number.isNaN(Date.parse(instant)) ? null : timeOfDay(new Date(instant));

/** Where somebody was there for only part of the meeting; empty: for all of it, as far as is known. */
function partlyThere(rows: readonly Presence[], meetingRow: MeetingRow): MinutesParticipant['spans'] {
  const { openedAt, closedAt } = meetingRow;
  const spans = rows
    .map(({ fromAt, untilAt }) => ({
      from: fromAt !== null && openedAt !== null && fromAt <= openedAt ? null : fromAt,
      until: untilAt !== null && closedAt !== null && untilAt >= closedAt ? null : untilAt,
    }))
    .toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1));
  return spans.every(({ from, until }) => from === null && until === null) ? [] : spans;
}

const tookPart = ({ attendance }: Participant, spans: readonly Presence[]): boolean =>
  attendance === 'present' || attendance === 'remote' || (attendance === 'expected' && spans.length > 0);

/** The voting seats of the group on a day; null where it has no seats at all and everybody speaks for himself. */
function seatsOn({ db }: Reading, groupId: string, day: IsoDay) {
  const rows = db
    .select()
    .from(seat)
    .where(and(eq(seat.groupId, groupId), eq(seat.removed, false)))
    .all()
    .filter((one) => (one.startsOn === null || one.startsOn <= day) && (one.endsOn === null || one.endsOn >= day));
  return rows.length === 0 ? null : new Map(rows.map((row) => [row.id, row]));
}

const printedQuorum = (state: QuorumState): MinutesModel['quorum'] =>
  state.total === 0
    ? null
    : { present: state.present, total: state.total, required: state.required, reached: state.enough };

/** At the opening, or the first time it was reached: the chair waits for it. */
function quorumAtOpening(input: QuorumInput, { openedAt, closedAt, startsAt }: MeetingRow): MinutesModel['quorum'] {
  const from = openedAt ?? startsAt ?? '00:00';
  const states = quorumHistory(input, { from, to: closedAt });
  const state = states.find(({ enough }) => enough) ?? states.toSorted((a, b) => b.present - a.present)[0];
  return state ? printedQuorum(state) : null;
}

/** Who was there, with what right, and for how long; and the quorum that came of it. */
export function readAttendance(
  workspace: Reading,
  people: PeopleOn,
  group: GroupRow,
  meetingRow: MeetingRow,
  day: IsoDay,
) {
  const { db } = workspace;
  const rows = db
    .select()
    .from(participant)
    .where(and(eq(participant.meetingId, meetingRow.id), eq(participant.removed, false)))
    .orderBy(asc(participant.sortKey), asc(participant.id))
    .all();
  const spansOf = new Map<string, Presence[]>();
  for (const { presence: span } of db
    .select({ presence })
    .from(presence)
    .innerJoin(participant, eq(participant.id, presence.participantId))
    .where(and(eq(participant.meetingId, meetingRow.id), eq(presence.removed, false)))
    .all())
    spansOf.set(span.participantId, [...(spansOf.get(span.participantId) ?? []), span]);

  const seats = seatsOn(workspace, group.id, day);
  const seatOf = (one: Participant): string | null => {
    if (one.role === 'guest' || one.role === 'adviser') return null;
    if (seats === null) return seatless.includes(one.role) ? one.id : null;
    return one.seatId !== null && seats.has(one.seatId) ? one.seatId : null;
  };
  const votes = (one: Participant): boolean => {
    const id = seatOf(one);
    return id !== null && (seats === null || seats.get(id)?.votes === true);
  };

  const participants: MinutesParticipant[] = rows.map((one) => {
    const spans = spansOf.get(one.id) ?? [];
    const there = tookPart(one, spans);
    return {
      ...people.someone(one.personId, {
        nameText: one.nameText,
        positionText: one.positionText,
        organisationId:
          one.organisationId ?? (one.seatId === null ? null : (seats?.get(one.seatId)?.organisationId ?? null)),
      }),
      id: one.id,
      role: one.role,
      votes: votes(one),
      insteadOf: one.insteadOfId === null ? null : people.name(one.insteadOfId),
      attendance: one.attendance,
      tookPart: there,
      spans: there ? partlyThere(spans, meetingRow) : [],
    };
  });

  const quorumInput: QuorumInput = {
    rule: { kind: group.quorumKind, fixed: group.quorumFixed },
    seats: seats
      ? [...seats.values()].map(({ id, votes: seatVotes }) => ({ id, votes: seatVotes }))
      : rows.filter(votes).map(({ id }) => ({ id, votes: true })),
    participants: rows
      .filter((one) => tookPart(one, spansOf.get(one.id) ?? []))
      .map((one) => {
        const spans = spansOf.get(one.id) ?? [];
        return {
          id: one.id,
          seatId: seatOf(one),
          spans:
            spans.length === 0
              ? [{ from: '00:00', to: null }]
              : spans.map(({ fromAt, untilAt }) => ({ from: fromAt ?? '00:00', to: untilAt })),
        };
      }),
  };

  return {
    participants,
    quorum: quorumAtOpening(quorumInput, meetingRow),
    breaks: readBreaks(workspace, meetingRow.id, quorumInput),
    /** For roll calls: the seat a participant votes for, and all seats that vote. */
    seatOf: new Map(rows.map((one) => [one.id, seatOf(one)])),
    votingSeats: quorumInput.seats.filter((one) => one.votes).map(({ id }) => id),
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

function readBreaks({ db }: Reading, meetingId: string, input: QuorumInput): MinutesModel['breaks'] {
  const marks = db
    .select()
    .from(sessionMark)
    .where(and(eq(sessionMark.meetingId, meetingId), eq(sessionMark.removed, false)))
    .orderBy(asc(sessionMark.at), asc(sessionMark.id))
    .all();
  const breaks: MinutesModel['breaks'] = [];
  for (const mark of marks) {
    const at = wallTime(mark.at);
    if (at === null) continue;
    const running = breaks.at(-1);
    if (mark.kind === 'breakStarted')
      breaks.push({ from: at, until: null, reason: mark.reason ?? 'pause', quorum: null });
    else if (mark.kind === 'breakEnded' && running && running.until === null)
      breaks[breaks.length - 1] = { ...running, until: at, quorum: printedQuorum(quorumAt(input, at)) };
  }
  return breaks;
}
