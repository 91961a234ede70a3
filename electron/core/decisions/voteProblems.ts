import type { ErrorParams } from '../../../shared/errors.ts';
import { validateVote, type Vote, type VotingSeats } from '../../../shared/rules/votes.ts';
import type { Seating } from '../meetings/seating.ts';

/** What is wrong with a vote, in words a person can act on: names instead of ids. */
export interface VoteProblem {
  code: string;
  params: ErrorParams;
  field: string;
}

/**
 * What is wrong with a vote measured by the seats given; empty when nothing is. A group without voting seats votes as it
 * likes.
 */
export function voteProblems(
  vote: Vote,
  seats: VotingSeats,
  seating: Seating,
  nameOf: (participantId: string) => string,
): VoteProblem[] {
  if (seating.votingSeatIds.length === 0) return [];
  return validateVote(vote, seats).map(({ code, params }) => {
    switch (code) {
      case 'voteNotEligible':
        return { code, params: { name: nameOf(params.participantId) }, field: 'ballots' };
      case 'voteDouble': {
        const twin = vote.ballots?.findLast(({ seatId }) => seatId === params.seatId);
        return { code, params: { name: nameOf(twin?.participantId ?? '') }, field: 'ballots' };
      }
      case 'voteMoreThanSeats':
        return { code, params, field: 'votesFor' };
      case 'voteNotWhole':
      case 'voteNegative':
        return { code, params: {}, field: params.field };
    }
  });
}
