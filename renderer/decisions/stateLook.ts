import type { DecisionState } from '../../shared/rules/decisionStatus.ts';
import type { Tone } from '../ui/Chip.tsx';

/** The colour that goes with the word of a state. */
export const stateTones: Record<DecisionState, Tone> = {
  overdue: 'red',
  open: 'neutral',
  inProgress: 'ink',
  done: 'green',
  cancelled: 'neutral',
};

/** A deadline within as many days is near. */
export const nearDays = 7;
