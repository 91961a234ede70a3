import { compareDays, daysBetween, type IsoDay } from '../dates.ts';
import type { ExecutionStatus, RepeatKind } from '../vocabulary.ts';
import { isPeriodic } from './repetition.ts';

/** What is shown of a decision: the stored status, or `overdue`, which is never stored but follows from the day. */
export type DecisionState = ExecutionStatus | 'overdue';

/** All states in the order in which they are listed and filtered. */
export const decisionStates = ['overdue', 'open', 'inProgress', 'done', 'cancelled'] as const satisfies DecisionState[];

export type Execution = {
  status: ExecutionStatus;
  /** The current deadline: the moved one where it was moved, else the decision's own; null: none. */
  dueOn: IsoDay | null;
};

/** Still to be carried out. */
export const isUnfinished = (status: ExecutionStatus): boolean => status === 'open' || status === 'inProgress';

/** Unfinished with a deadline that has passed; the due day itself is still in time. */
export const isOverdue = ({ status, dueOn }: Execution, today: IsoDay): boolean =>
  isUnfinished(status) && dueOn !== null && dueOn < today;

export const decisionState = (execution: Execution, today: IsoDay): DecisionState =>
  isOverdue(execution, today) ? 'overdue' : execution.status;

/** Days until the deadline, 0 on the day, negative when overdue; null when finished or without a deadline. */
export const daysLeft = ({ status, dueOn }: Execution, today: IsoDay): number | null =>
  isUnfinished(status) && dueOn !== null ? daysBetween(today, dueOn) : null;

/** The deadline in force: the moved one, else the one the minutes print. */
export const currentDueOn = (ofDecision: IsoDay | null, moved: IsoDay | null | undefined): IsoDay | null =>
  moved ?? ofDecision;

export type CarriedDecision = Execution & {
  id: string;
  groupId: string;
  /** The meeting that took the decision, and its day. */
  meetingId: string;
  decidedOn: IsoDay;
  /** Of one that comes back each period `dueOn` is the deadline of its first unfinished period. */
  repeat?: RepeatKind;
};

/**
 * The decisions that the next meeting of a group takes up under "state of carrying out earlier decisions": those still
 * unfinished that other meetings up to that day have taken. The nearest deadline (so the overdue) first, those without
 * a deadline last, the older decision before the newer. What comes back each period is taken up once a
 * period has fallen due; what stands for good always.
 */
export function selectForCarryOver<Decision extends CarriedDecision>(
  decisions: readonly Decision[],
  meeting: { id: string; groupId: string; heldOn: IsoDay },
): Decision[] {
  return decisions
    .filter(({ status }) => isUnfinished(status))
    .filter(({ groupId, meetingId }) => groupId === meeting.groupId && meetingId !== meeting.id)
    .filter(({ decidedOn }) => decidedOn <= meeting.heldOn)
    .filter(({ repeat, dueOn }) => !isPeriodic(repeat ?? 'none') || (dueOn !== null && dueOn <= meeting.heldOn))
    .toSorted(
      (a, b) =>
        compareDays(a.dueOn ?? '9999-12-31', b.dueOn ?? '9999-12-31') ||
        compareDays(a.decidedOn, b.decidedOn) ||
        (a.id < b.id ? -1 : 1),
    );
}
