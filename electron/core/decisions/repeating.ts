import type { Repetition } from '../../../shared/contract/decisionRegister.ts';
import { today, type IsoDay } from '../../../shared/dates.ts';
import { AppError } from '../../../shared/errors.ts';
import { isPeriodic, periodNamed, periodsOf, type Period } from '../../../shared/rules/repetition.ts';
import type { ExecutionStatus } from '../../../shared/vocabulary.ts';
import type { Author } from '../ledger/ledger.ts';
import type { Patch, Writer } from '../ledger/write.ts';
import { requireDay, requireDue, requireOrder } from '../meetings/checks.ts';
import { readOne, type Reader } from '../statements.ts';
import type { OpenWorkspace } from '../workspace/open.ts';
import {
  keepMove,
  putExecution,
  requireCarried,
  requireOwnDeadline,
  requireReason,
  type Carried,
} from './execution.ts';
import { occurrence } from './tables.ts';

/** Only what comes back each period has days of its own. */
const settled = ({ repeat, repeatDay, repeatFrom, repeatUntil }: Repetition): Repetition =>
  isPeriodic(repeat)
    ? { repeat, repeatDay, repeatFrom, repeatUntil }
    : { repeat, repeatDay: null, repeatFrom: null, repeatUntil: null };

/**
 * Says how an assignment comes back. Throws `dayMalformed`, `endBeforeStart`, `dueBeforeMeeting` (the first period would
 * have been due before the meeting), and what `requireCarried` throws.
 */
export function setRepetition(
  workspace: OpenWorkspace,
  author: Author,
  input: { id: string; repetition: Repetition },
  now: Date,
) {
  const { id } = input;
  const repetition = settled(input.repetition);
  const { decidedOn } = requireCarried(workspace, id, now);
  requireDay(repetition.repeatFrom, 'repeatFrom');
  requireDay(repetition.repeatUntil, 'repeatUntil');
  requireOrder(repetition.repeatFrom ?? decidedOn, repetition.repeatUntil, 'repeatUntil');
  const [first] = periodsOf(repetition, decidedOn);
  if (first && first.dueOn < decidedOn) throw new AppError('dueBeforeMeeting', {}, 'repeatFrom');
  workspace.ledger.write(author, { label: 'decisions.setRepetition' }, (w) =>
    putExecution(w, workspace, id, repetition),
  );
}

/** Throws `periodUnknown`: the assignment has no such period, or does not come back at all. */
function requirePeriod({ repetition, decidedOn }: Carried, name: string): Period {
  const period = periodNamed(repetition, decidedOn, name);
  if (!period) throw new AppError('periodUnknown', { period: name }, 'period');
  return period;
}

interface StoredOccurrence {
  removed: number;
  dueOn: string | null;
}

/** Two devices make the same record of one period. */
const occurrenceId = (decisionId: string, period: string): string => `${decisionId}:${period}`;

const storedOccurrence = (reader: Reader, id: string) =>
  readOne<StoredOccurrence>(reader, 'SELECT removed, dueOn FROM occurrence WHERE id = ?', id);

function putOccurrence(w: Writer, reader: Reader, decisionId: string, period: string, patch: Patch<typeof occurrence>) {
  const id = occurrenceId(decisionId, period);
  const there = storedOccurrence(reader, id);
  if (!there) {
    w.insert(occurrence, { ...patch, id, decisionId, period });
    return;
  }
  if (there.removed === 1) w.restore(occurrence, id);
  w.update(occurrence, id, patch);
}

/** When something was done: today unless said; not in days to come. Throws `dayMalformed`, `dayAhead`. */
export function requireDoneOn(status: ExecutionStatus, doneOn: IsoDay | null, now: Date): IsoDay | null {
  if (status !== 'done') return null;
  requireDay(doneOn, 'doneOn');
  if (doneOn !== null && doneOn > today(now)) throw new AppError('dayAhead', { day: doneOn }, 'doneOn');
  return doneOn ?? today(now);
}

/** Throws `periodUnknown`, `dayMalformed`, `dayAhead`, and what `requireCarried` throws. */
export function setOccurrence(
  workspace: OpenWorkspace,
  author: Author,
  input: { id: string; period: string; status: ExecutionStatus; doneOn: IsoDay | null },
  now: Date,
) {
  const { id, status } = input;
  const { name } = requirePeriod(requireCarried(workspace, id, now), input.period);
  const doneOn = requireDoneOn(status, input.doneOn, now);
  workspace.ledger.write(author, { label: 'decisions.setOccurrence' }, (w) =>
    putOccurrence(w, workspace, id, name, { status, doneOn }),
  );
}

/**
 * Moves the deadline, or that of one period, with its reason, and keeps its history. Throws `reasonMissing`,
 * `dayMalformed`, `dueBeforeMeeting`, `dueTooFar`, `deadlineUnmoved`, `deadlineOfPeriods`, `periodUnknown`, and what
 * `requireCarried` throws.
 */
export function moveDeadline(
  workspace: OpenWorkspace,
  author: Author,
  input: { id: string; period: string | null; to: IsoDay; reason: string },
  now: Date,
) {
  const { id, to } = input;
  const carried = requireCarried(workspace, id, now);
  requireDue(to, carried.meeting.heldOn, 'to');
  if (input.period === null) requireOwnDeadline(carried, 'period');
  const period = input.period === null ? null : requirePeriod(carried, input.period);
  const moved = period && storedOccurrence(workspace, occurrenceId(id, period.name));
  const from = period ? ((moved?.removed === 0 ? moved.dueOn : null) ?? period.dueOn) : carried.dueOn;
  if (from === to) throw new AppError('deadlineUnmoved', {}, 'to');
  const reason = requireReason(input.reason);
  workspace.ledger.write(author, { label: 'decisions.moveDeadline' }, (w) => {
    if (period) putOccurrence(w, workspace, id, period.name, { dueOn: to === period.dueOn ? null : to });
    else putExecution(w, workspace, id, { dueOn: to === carried.ownDueOn ? null : to });
    keepMove(w, workspace, author, id, { from, to, period: period?.name ?? '', reason }, now);
  });
}
