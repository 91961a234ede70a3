import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Ballot,
  countVotes,
  summariseVote,
  validateVote,
  type Vote,
  voteOutcome,
  type VotingSeats,
} from '../../../shared/rules/votes.ts';
import { ballotChoices, voteModes } from '../../../shared/vocabulary.ts';

const nine: VotingSeats = { eligibleSeatIds: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'], totalSeats: 14 };

const counts = (votesFor: number | null, votesAgainst: number | null, votesAbstained: number | null): Vote => ({
  mode: 'counts',
  votesFor,
  votesAgainst,
  votesAbstained,
});

const ballot = (participantId: string, seatId: string | null, choice: Ballot['choice']): Ballot => ({
  participantId,
  seatId,
  choice,
});

const codes = (vote: Vote, seats = nine) => validateVote(vote, seats).map(({ code }) => code);

describe('what is wrong with a vote', () => {
  it('is nothing in a plain count, nor while it is being typed', () => {
    expect(codes(counts(9, 0, 0))).toEqual([]);
    expect(codes(counts(3, 2, 1))).toEqual([]);
    expect(codes(counts(3, null, null))).toEqual([]);
    expect(codes({ mode: 'none' })).toEqual([]);
    expect(codes({ mode: 'consensus' })).toEqual([]);
  });

  it('is more votes than seats that may vote', () => {
    expect(validateVote(counts(8, 1, 1), nine)).toEqual([
      { code: 'voteMoreThanSeats', params: { votes: 10, seats: 9 } },
    ]);
    expect(codes({ ...counts(8, 1, 1), mode: 'secret' })).toEqual(['voteMoreThanSeats']);
  });

  it('is a negative or a broken count', () => {
    expect(validateVote(counts(-1, 0, 0), nine)).toEqual([{ code: 'voteNegative', params: { field: 'votesFor' } }]);
    expect(codes(counts(1, 1.5, Number.NaN))).toEqual(['voteNotWhole', 'voteNotWhole']);
  });

  it('is two voices of one seat, or one of nobody entitled', () => {
    const vote: Vote = {
      mode: 'rollCall',
      ballots: [
        ballot('p1', 'a', 'for'),
        ballot('p2', 'a', 'for'),
        ballot('p3', 'a', 'against'),
        ballot('p4', 'z', 'for'),
        ballot('p5', null, 'abstained'),
        ballot('p6', 'b', 'for'),
        ballot('p7', 'b', 'recused'),
        ballot('p8', 'z', 'notVoted'),
      ],
    };
    expect(validateVote(vote, nine)).toEqual([
      { code: 'voteNotEligible', params: { participantId: 'p4' } },
      { code: 'voteNotEligible', params: { participantId: 'p5' } },
      { code: 'voteDouble', params: { seatId: 'a' } },
    ]);
    expect(countVotes(vote, nine)).toEqual({ for: 2, against: 0, abstained: 0, notVoted: 7 });
  });
});

describe('the outcome', () => {
  it.each([
    [5, 4, 0, 'adopted'],
    [4, 4, 1, 'rejected'],
    [4, 5, 0, 'rejected'],
    [2, 1, 6, 'adopted'],
    [0, 0, 9, 'rejected'],
    [0, 0, 0, 'notVoted'],
  ] as const)('simple majority: %i for, %i against, %i abstained: %s', (votesFor, against, abstained, outcome) => {
    expect(voteOutcome(counts(votesFor, against, abstained), nine)).toBe(outcome);
  });

  it('can be measured by those present or by all, and by two thirds', () => {
    expect(voteOutcome(counts(4, 1, 0), nine, { basis: 'present', share: 'half' })).toBe('rejected');
    expect(voteOutcome(counts(5, 1, 0), nine, { basis: 'present', share: 'half' })).toBe('adopted');
    expect(voteOutcome(counts(7, 0, 0), nine, { basis: 'all', share: 'half' })).toBe('rejected');
    expect(voteOutcome(counts(8, 0, 0), nine, { basis: 'all', share: 'half' })).toBe('adopted');
    expect(voteOutcome(counts(6, 3, 0), nine, { basis: 'cast', share: 'twoThirds' })).toBe('adopted');
    expect(voteOutcome(counts(5, 3, 0), nine, { basis: 'cast', share: 'twoThirds' })).toBe('rejected');
    expect(voteOutcome(counts(0, 0, 3), nine, { basis: 'cast', share: 'twoThirds' })).toBe('rejected');
  });

  it('lets the chair decide equal votes only', () => {
    const rule = { basis: 'cast', share: 'half' } as const;
    expect(voteOutcome(counts(4, 4, 1), nine, { ...rule, casting: 'for' })).toBe('adopted');
    expect(voteOutcome(counts(4, 4, 1), nine, { ...rule, casting: 'against' })).toBe('rejected');
    expect(voteOutcome(counts(3, 4, 1), nine, { ...rule, casting: 'for' })).toBe('rejected');
    expect(voteOutcome(counts(0, 0, 9), nine, { ...rule, casting: 'for' })).toBe('rejected');
  });

  it('is adopted by consensus and open without a vote', () => {
    expect(voteOutcome({ mode: 'consensus' }, nine)).toBe('adopted');
    expect(voteOutcome({ mode: 'none', votesFor: 9 }, nine)).toBe('notVoted');
    expect(voteOutcome({ mode: 'rollCall', ballots: [] }, nine)).toBe('notVoted');
  });
});

describe('what the minutes say', () => {
  it.each([
    [{ mode: 'none' }, 'none'],
    [{ mode: 'consensus' }, 'consensus'],
    [counts(9, 0, 0), 'unanimously'],
    [counts(8, 0, 0), 'unanimously'],
    [counts(8, 0, 1), 'counts'],
    [counts(8, 1, 0), 'counts'],
    [counts(1, 0, 0), 'counts'],
    [counts(null, null, null), 'none'],
    [{ ...counts(9, 0, 0), mode: 'secret' }, 'unanimously'],
  ] as const)('%j reads as %s', (vote, wording) => {
    expect(summariseVote(vote, nine).wording).toBe(wording);
  });

  it('does not call a motion that fell unanimous', () => {
    const summary = summariseVote(counts(3, 0, 0), nine, { basis: 'present', share: 'half' });
    expect(summary).toMatchObject({ wording: 'counts', outcome: 'rejected' });
    expect(summary.totals).toEqual({ for: 3, against: 0, abstained: 0, notVoted: 6 });
  });
});

const count = fc.option(fc.integer({ min: -3, max: 20 }));
const anyVote: fc.Arbitrary<Vote> = fc.record({
  mode: fc.constantFrom(...voteModes),
  votesFor: count,
  votesAgainst: count,
  votesAbstained: count,
  ballots: fc.array(
    fc.record({
      participantId: fc.constantFrom('p', 'q', 'r'),
      seatId: fc.option(fc.constantFrom('a', 'b', 'c', 'z')),
      choice: fc.constantFrom(...ballotChoices),
    }),
    { maxLength: 8 },
  ),
});

describe('for any vote', () => {
  it('counts every eligible seat exactly once when nothing is wrong', () => {
    fc.assert(
      fc.property(anyVote, (vote) => {
        fc.pre(validateVote(vote, nine).length === 0);
        const totals = countVotes(vote, nine);
        expect(totals.for + totals.against + totals.abstained + totals.notVoted).toBe(9);
      }),
    );
  });

  it('is never worse for one more vote in favour', () => {
    const small = fc.integer({ min: 0, max: 8 });
    const basis = fc.constantFrom('cast', 'present', 'all');
    const share = fc.constantFrom('half', 'twoThirds');
    fc.assert(
      fc.property(small, small, small, basis, share, (votesFor, against, abstained, of, part) => {
        const rule = { basis: of, share: part } as const;
        fc.pre(voteOutcome(counts(votesFor, against, abstained), nine, rule) === 'adopted');
        expect(voteOutcome(counts(votesFor + 1, against, abstained), nine, rule)).toBe('adopted');
      }),
    );
  });

  it('never counts below zero nor throws, whatever came from elsewhere', () => {
    fc.assert(
      fc.property(anyVote, (vote) => {
        const { totals, outcome } = summariseVote(vote, nine);
        expect(Object.values(totals).every((value) => value >= 0)).toBe(true);
        expect(['adopted', 'rejected', 'notVoted']).toContain(outcome);
      }),
    );
  });
});
