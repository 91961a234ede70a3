import type { IsoDay } from '../../../shared/dates.ts';
import { decisionState, type DecisionState } from '../../../shared/rules/decisionStatus.ts';
import { beginningOf, termOn, type MemorandumFacts } from '../../../shared/rules/memorandumLifecycle.ts';
import {
  firstUnfinished,
  isPeriodic,
  periodsToShow,
  type Occurrence,
  type Period,
  type Repetition,
} from '../../../shared/rules/repetition.ts';
import type { ExecutionStatus } from '../../../shared/vocabulary.ts';

export interface ObligationFacts extends Repetition {
  status: ExecutionStatus;
  dueOn: IsoDay | null;
}

export interface ObligationNow {
  /** The deadline that counts now: of a periodic one that of its first unfinished period; null: none. */
  dueOn: IsoDay | null;
  status: ExecutionStatus;
  state: DecisionState;
  /** The period it belongs to; null where it is not periodic. */
  period: string | null;
}

/**
 * The repetition of an obligation with the bounds that its memorandum sets: periods begin with it, unless said otherwise,
 * and end with the last day in force where that is known.
 */
export function boundRepetition(
  obligation: ObligationFacts,
  facts: MemorandumFacts,
  day: IsoDay,
): { repetition: Repetition; decidedOn: IsoDay } {
  const { repeat, repeatDay, repeatFrom, repeatUntil } = obligation;
  const renews = facts.validity === 'autoRenewing' && facts.renewMonths !== null && facts.status !== 'terminated';
  const last = renews && facts.supersededFrom === null ? null : termOn(facts, day).endsOn;
  const until = repeatUntil === null ? last : last === null || repeatUntil < last ? repeatUntil : last;
  return {
    repetition: { repeat, repeatDay, repeatFrom, repeatUntil: until },
    decidedOn: beginningOf(facts) ?? day,
  };
}

/** How an obligation stands on a day. */
export function obligationOn(
  obligation: ObligationFacts,
  occurrences: readonly Occurrence[],
  facts: MemorandumFacts,
  day: IsoDay,
): ObligationNow {
  const { status, repeat } = obligation;
  const settled = status === 'done' || status === 'cancelled';
  if (!isPeriodic(repeat)) {
    const dueOn = repeat === 'standing' ? null : obligation.dueOn;
    return { dueOn, status, state: decisionState({ status, dueOn }, day), period: null };
  }
  if (settled) return { dueOn: null, status, state: status, period: null };
  const { repetition, decidedOn } = boundRepetition(obligation, facts, day);
  const next = firstUnfinished(repetition, decidedOn, occurrences);
  if (next === null) return { dueOn: null, status: 'done', state: 'done', period: null };
  const said = occurrences.find(({ period }) => period === next.name)?.status ?? 'open';
  return {
    dueOn: next.dueOn,
    status: said,
    state: decisionState({ status: said, dueOn: next.dueOn }, day),
    period: next.name,
  };
}

/** The periods to show of an obligation, the oldest first: see `periodsToShow`. */
export function periodsOfObligation(
  obligation: ObligationFacts,
  facts: MemorandumFacts,
  day: IsoDay,
  occurrences: readonly Occurrence[],
): Period[] {
  const { repetition, decidedOn } = boundRepetition(obligation, facts, day);
  return periodsToShow(repetition, decidedOn, day, occurrences);
}
