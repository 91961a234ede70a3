import type { DecisionView } from '../../../shared/contract/decisions.ts';
import type { BallotChoice } from '../../../shared/vocabulary.ts';

export type Counts = { for: number; against: number; abstained: number };

/** What was counted, by hand or from the roll call. */
export const countsOf = ({ voteMode, votesFor, votesAgainst, votesAbstained, ballots }: DecisionView): Counts => {
  if (voteMode !== 'rollCall') {
    return { for: votesFor ?? 0, against: votesAgainst ?? 0, abstained: votesAbstained ?? 0 };
  }
  const count = (choice: BallotChoice): number => ballots.filter((ballot) => ballot.choice === choice).length;
  return { for: count('for'), against: count('against'), abstained: count('abstained') };
};
