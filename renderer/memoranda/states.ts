import { compareDays, type IsoDay } from '../../shared/dates.ts';
import type { MemorandumRow } from '../../shared/contract/memoranda.ts';
import { remindersOf } from '../../shared/rules/memorandumLifecycle.ts';
import type { DecisionState } from '../../shared/rules/decisionStatus.ts';
import type { MemorandumState } from '../../shared/vocabulary.ts';
import type { Tone } from '../ui/Chip.tsx';

/** The colour of a state; the word stands beside it. */
export const stateTones: Record<MemorandumState, Tone> = {
  draft: 'neutral',
  agreed: 'amber',
  signed: 'ink',
  inForce: 'green',
  expired: 'neutral',
  terminated: 'red',
  superseded: 'neutral',
};

export const obligationTones: Record<DecisionState, Tone> = {
  overdue: 'red',
  open: 'neutral',
  inProgress: 'ink',
  done: 'green',
  cancelled: 'neutral',
};

/** Signed, and therefore locked. */
export const isLocked = ({ status }: Pick<MemorandumRow, 'status'>): boolean =>
  status === 'signed' || status === 'terminated';

/** Whether the notice date is to be thought of: its first reminder has come, the day has not passed. */
export const isNoticeNear = (row: Pick<MemorandumRow, 'state' | 'noticeOn'>, today: IsoDay): boolean => {
  const [first] = remindersOf(row.noticeOn);
  if (row.state !== 'inForce' || row.noticeOn === null || first === undefined) return false;
  return compareDays(first, today) <= 0 && compareDays(today, row.noticeOn) <= 0;
};
