import type { IsoTime } from '../dates.ts';
import type { QuorumKind } from '../vocabulary.ts';

/** How many seats must be present; `fixed` is the number of seats for the kind of that name. */
export type QuorumRule = { kind: QuorumKind; fixed?: number | null | undefined };

/** An agency's place at the table; only seats that vote count. */
export type Seat = { id: string; votes: boolean };

/** Time in the room: from (included) to (excluded), null while it lasts. Times of one day, `HH:MM`. */
export type Span = { from: IsoTime; to: IsoTime | null };

/** Somebody at the table: for a seat, or (null) without one: guests and advisers. */
export type SeatedParticipant = { id: string; seatId: string | null; spans: readonly Span[] };

export type QuorumInput = {
  rule: QuorumRule;
  seats: readonly Seat[];
  participants: readonly SeatedParticipant[];
  /** Breaks of the meeting (a pause, an air-raid alarm, a power cut): nobody decides during one. */
  breaks?: readonly Span[] | undefined;
};

export type QuorumState = {
  /** Voting seats with somebody in the room. */
  present: number;
  /** All voting seats, vacant ones too. */
  total: number;
  required: number;
  enough: boolean;
  inBreak: boolean;
  /** Ids of the voting seats present, in the order of the seats. */
  seatIds: string[];
};

export type QuorumChange = QuorumState & {
  time: IsoTime;
  /** Ids of the participants for a voting seat who came and who left at this time. */
  came: string[];
  left: string[];
  breakBegan: boolean;
  breakEnded: boolean;
};

/**
 * Seats that must be present. Majority is more than half, two thirds are rounded up; never less than one, so a group
 * without voting seats has no quorum. A fixed number beyond the seats there are stays what it is: no quorum can come.
 */
export function requiredSeats(rule: QuorumRule, votingSeatCount: number): number {
  if (rule.kind === 'majority') return Math.floor(votingSeatCount / 2) + 1;
  if (rule.kind === 'twoThirds') return Math.max(1, Math.ceil((votingSeatCount * 2) / 3));
  return Math.max(1, Math.ceil(rule.fixed ?? 1));
}

const covers = ({ from, to }: Span, time: IsoTime): boolean => from <= time && (to === null || time < to);

const isIn = (participant: SeatedParticipant, time: IsoTime): boolean =>
  participant.spans.some((span) => covers(span, time));

const isEmpty = ({ from, to }: Span): boolean => to !== null && to <= from;

/** Who is in the room for a voting seat at a time. A seat has any number of representatives. */
function representativesAt({ seats, participants }: QuorumInput, time: IsoTime): SeatedParticipant[] {
  const voting = new Set(seats.filter(({ votes }) => votes).map(({ id }) => id));
  return participants.filter(({ seatId }) => seatId !== null && voting.has(seatId)).filter((one) => isIn(one, time));
}

/** Quorum at a time of the meeting: a seat counts once, however many of its representatives are in the room. */
export function quorumAt(input: QuorumInput, time: IsoTime): QuorumState {
  const taken = new Set(representativesAt(input, time).map(({ seatId }) => seatId));
  const voting = new Set(input.seats.filter(({ votes }) => votes).map(({ id }) => id));
  const seatIds = [...voting].filter((id) => taken.has(id));
  const required = requiredSeats(input.rule, voting.size);
  return {
    present: seatIds.length,
    total: voting.size,
    required,
    enough: seatIds.length >= required,
    inBreak: (input.breaks ?? []).some((pause) => covers(pause, time)),
    seatIds,
  };
}

/**
 * Quorum from the beginning of the meeting to its end: the state at `from`, then one entry for every time at which a
 * representative of a voting seat came or left or a break began or ended, in order. `to` null: as far as is known.
 */
export function quorumHistory(input: QuorumInput, { from, to }: Span): QuorumChange[] {
  const breaks = (input.breaks ?? []).filter((pause) => !isEmpty(pause));
  const spans = [...input.participants.flatMap((one) => one.spans), ...breaks].filter((span) => !isEmpty(span));
  const turns = spans.flatMap((span) => (span.to === null ? [span.from] : [span.from, span.to]));
  const times = [...new Set(turns)].filter((time) => time > from && (to === null || time <= to)).toSorted();
  let before: string[] = [];
  const history: QuorumChange[] = [];
  for (const time of [from, ...times]) {
    const now = representativesAt(input, time).map(({ id }) => id);
    const state = quorumAt(input, time);
    const change: QuorumChange = {
      ...state,
      time,
      came: now.filter((id) => !before.includes(id)),
      left: before.filter((id) => !now.includes(id)),
      breakBegan: state.inBreak && history.at(-1)?.inBreak !== true,
      breakEnded: !state.inBreak && history.at(-1)?.inBreak === true,
    };
    before = now;
    const silent = change.came.length + change.left.length === 0 && !change.breakBegan && !change.breakEnded;
    if (history.length === 0 || !silent) history.push(change);
  }
  return history;
}

export type EligibleSeats = {
  /** Voting seats that may vote on the decision. */
  seatIds: string[];
  /** Participants in the room who may cast the vote of their seat. */
  participantIds: string[];
};

/**
 * Who may vote on one decision: the voting seats in the room at that time with at least one representative who has not
 * recused himself. A recusal takes nothing from the quorum: the person is in the room.
 */
export function eligibleFor(
  input: QuorumInput,
  decision: { time: IsoTime; recused: readonly string[] },
): EligibleSeats {
  const recused = new Set(decision.recused);
  const voters = representativesAt(input, decision.time).filter(({ id }) => !recused.has(id));
  const taken = new Set(voters.map(({ seatId }) => seatId));
  const seatIds = new Set(input.seats.filter(({ id, votes }) => votes && taken.has(id)).map(({ id }) => id));
  return { seatIds: [...seatIds], participantIds: voters.map(({ id }) => id) };
}
