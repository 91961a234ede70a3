import type { BallotChoice, VoteMode } from '../vocabulary.ts';

/** One voice of a roll call; `seatId` is the seat of the participant, null for somebody without one. */
export type Ballot = { participantId: string; seatId: string | null; choice: BallotChoice };

/**
 * How a decision was voted on. Counts (open or secret) hold what was counted, null for what is not yet typed; a roll
 * call holds the voices; ballots in another mode are recusals only.
 */
export type Vote = {
  mode: VoteMode;
  votesFor?: number | null | undefined;
  votesAgainst?: number | null | undefined;
  votesAbstained?: number | null | undefined;
  ballots?: readonly Ballot[] | undefined;
};

export type VoteTotals = { for: number; against: number; abstained: number; notVoted: number };

/** What is wrong with a vote: the code of its message with the params that the text names. */
export type VoteProblem =
  | { code: 'voteNotWhole'; params: { field: VoteField } }
  | { code: 'voteNegative'; params: { field: VoteField } }
  | { code: 'voteMoreThanSeats'; params: { votes: number; seats: number } }
  | { code: 'voteDouble'; params: { seatId: string } }
  | { code: 'voteNotEligible'; params: { participantId: string } };

export type VoteField = 'votesFor' | 'votesAgainst' | 'votesAbstained';

/**
 * What adopts a decision: `share` of the `basis`.
 * - basis `cast`: votes for and against (abstaining is not voting); `present`: all eligible seats in the room; `all`: all
 *   voting seats of the group
 * - share `half`: more than half; `twoThirds`: at least two thirds
 * - `casting`: the chair's vote, where the group's rules let it decide when votes are equal
 */
export type VoteRule = {
  basis: 'cast' | 'present' | 'all';
  share: 'half' | 'twoThirds';
  casting?: 'for' | 'against' | null | undefined;
};

/** Simple majority of those voting. */
export const simpleMajority: VoteRule = { basis: 'cast', share: 'half' };

/** Seats that the vote is measured against: those that may vote on this decision, and all of the group. */
export type VotingSeats = { eligibleSeatIds: readonly string[]; totalSeats: number };

export type VoteOutcome = 'adopted' | 'rejected' | 'notVoted';

const countFields = ['votesFor', 'votesAgainst', 'votesAbstained'] as const;

const hasCounts = ({ mode }: Vote): boolean => mode === 'counts' || mode === 'secret';

const isVoice = ({ choice }: Ballot): boolean => choice === 'for' || choice === 'against' || choice === 'abstained';

function countProblems(vote: Vote, seats: number): VoteProblem[] {
  const problems: VoteProblem[] = [];
  let votes = 0;
  for (const field of countFields) {
    const value = vote[field] ?? 0;
    if (!Number.isInteger(value)) problems.push({ code: 'voteNotWhole', params: { field } });
    else if (value < 0) problems.push({ code: 'voteNegative', params: { field } });
    else votes += value;
  }
  if (votes > seats) problems.push({ code: 'voteMoreThanSeats', params: { votes, seats } });
  return problems;
}

function rollCallProblems(ballots: readonly Ballot[], eligible: ReadonlySet<string>): VoteProblem[] {
  const problems: VoteProblem[] = [];
  const voted = new Set<string>();
  const doubled = new Set<string>();
  for (const { participantId, seatId } of ballots.filter(isVoice)) {
    if (seatId === null || !eligible.has(seatId)) {
      problems.push({ code: 'voteNotEligible', params: { participantId } });
    } else if (voted.has(seatId)) {
      doubled.add(seatId);
    } else {
      voted.add(seatId);
    }
  }
  for (const seatId of doubled) problems.push({ code: 'voteDouble', params: { seatId } });
  return problems;
}

/**
 * What is wrong with a vote, measured by the seats that may vote on the decision: fractions and negative counts, more
 * votes than seats, a voice without a right to vote, two voices for one seat. Empty when nothing is.
 */
export function validateVote(vote: Vote, { eligibleSeatIds }: VotingSeats): VoteProblem[] {
  if (hasCounts(vote)) return countProblems(vote, new Set(eligibleSeatIds).size);
  return vote.mode === 'rollCall' ? rollCallProblems(vote.ballots ?? [], new Set(eligibleSeatIds)) : [];
}

const wholeOrNone = (value: number | null | undefined): number =>
  value !== null && value !== undefined && value > 0 ? Math.floor(value) : 0;

function rollCallTotals(ballots: readonly Ballot[], eligible: ReadonlySet<string>): Omit<VoteTotals, 'notVoted'> {
  const totals = { for: 0, against: 0, abstained: 0 };
  const voted = new Set<string>();
  for (const { seatId, choice } of ballots) {
    if (seatId === null || !eligible.has(seatId) || voted.has(seatId)) continue;
    if (choice !== 'for' && choice !== 'against' && choice !== 'abstained') continue;
    voted.add(seatId);
    totals[choice] += 1;
  }
  return totals;
}

/** Votes by choice, one a seat; a consensus is all eligible seats for, no vote is all not voted. */
export function countVotes(vote: Vote, { eligibleSeatIds }: VotingSeats): VoteTotals {
  const eligible = new Set(eligibleSeatIds);
  if (vote.mode === 'none') return { for: 0, against: 0, abstained: 0, notVoted: eligible.size };
  if (vote.mode === 'consensus') return { for: eligible.size, against: 0, abstained: 0, notVoted: 0 };
  const totals = hasCounts(vote)
    ? {
        for: wholeOrNone(vote.votesFor),
        against: wholeOrNone(vote.votesAgainst),
        abstained: wholeOrNone(vote.votesAbstained),
      }
    : rollCallTotals(vote.ballots ?? [], eligible);
  const notVoted = Math.max(0, eligible.size - totals.for - totals.against - totals.abstained);
  return { ...totals, notVoted };
}

/** Whether the decision is adopted. Nobody voting (or a mode without a vote) is `notVoted`. */
export function voteOutcome(vote: Vote, seats: VotingSeats, rule: VoteRule = simpleMajority): VoteOutcome {
  if (vote.mode === 'none') return 'notVoted';
  if (vote.mode === 'consensus') return 'adopted';
  const totals = countVotes(vote, seats);
  if (totals.for + totals.against + totals.abstained === 0) return 'notVoted';
  const eligible = new Set(seats.eligibleSeatIds).size;
  const basis = { cast: totals.for + totals.against, present: eligible, all: seats.totalSeats }[rule.basis];
  if (rule.share === 'half' && totals.for === totals.against && totals.for > 0 && rule.casting) {
    return rule.casting === 'for' ? 'adopted' : 'rejected';
  }
  const enough = rule.share === 'half' ? totals.for * 2 > basis : totals.for > 0 && totals.for * 3 >= basis * 2;
  return enough ? 'adopted' : 'rejected';
}

/** What the minutes say of a vote, as data; the words are the form's. */
export type VoteSummary = {
  /** Which sentence: no vote at all, by consensus, unanimously, or the numbers. */
  wording: 'none' | 'consensus' | 'unanimously' | 'counts';
  mode: VoteMode;
  totals: VoteTotals;
  outcome: VoteOutcome;
};

/** Unanimous is: every vote that was cast is for, nobody abstained, and more than one voted. */
export function summariseVote(vote: Vote, seats: VotingSeats, rule: VoteRule = simpleMajority): VoteSummary {
  const totals = countVotes(vote, seats);
  const outcome = voteOutcome(vote, seats, rule);
  const unanimous = totals.for > 1 && totals.against === 0 && totals.abstained === 0;
  const wording =
    vote.mode === 'consensus'
      ? 'consensus'
      : outcome === 'notVoted'
        ? 'none'
        : unanimous && outcome === 'adopted'
          ? 'unanimously'
          : 'counts';
  return { wording, mode: vote.mode, totals, outcome };
}
