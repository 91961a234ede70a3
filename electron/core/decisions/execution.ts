import { today, type IsoDay } from '../../../shared/dates.ts';
import { AppError } from '../../../shared/errors.ts';
import { currentDueOn } from '../../../shared/rules/decisionStatus.ts';
import { isPeriodic, type Repetition } from '../../../shared/rules/repetition.ts';
import type { DecisionKind, ExecutionStatus, RepeatKind } from '../../../shared/vocabulary.ts';
import type { Author } from '../ledger/ledger.ts';
import type { Patch, Writer } from '../ledger/write.ts';
import { requireDue } from '../meetings/checks.ts';
import { meetingOf, requirePart, type MeetingRecord } from '../meetings/records.ts';
import { readOne, type Reader } from '../statements.ts';
import type { OpenWorkspace } from '../workspace/open.ts';
import { safeDay, safeRepetition } from './register/stored.ts';
import { deadlineMove, execution, progressNote } from './tables.ts';

/** A decision as it is carried out. */
export interface Carried {
  id: string;
  meeting: MeetingRecord;
  /** As the minutes print it. */
  ownDueOn: IsoDay | null;
  /** In force, of one that does not come back. */
  dueOn: IsoDay | null;
  status: ExecutionStatus;
  repetition: Repetition;
  /** Stands in for a day from which a repetition holds. */
  decidedOn: IsoDay;
}

interface StoredExecution {
  kind: DecisionKind;
  ownDueOn: string | null;
  movedTo: string | null;
  status: ExecutionStatus | null;
  repeat: RepeatKind | null;
  repeatDay: number | null;
  repeatFrom: string | null;
  repeatUntil: string | null;
}

/** How a decision is carried out, for whoever reads it. Throws `notFound`. */
export function readCarried(reader: Reader, id: string, now: Date): Carried & { kind: DecisionKind } {
  const meeting = meetingOf(reader, 'decision', id);
  const row = readOne<StoredExecution>(
    reader,
    `SELECT d.kind, d.dueOn AS ownDueOn, e.dueOn AS movedTo, e.status, e.repeat, e.repeatDay, e.repeatFrom, e.repeatUntil
     FROM decision d LEFT JOIN execution e ON e.id = d.id AND e.removed = 0 WHERE d.id = ?`,
    id,
  );
  if (!row) throw new AppError('notFound', { what: 'decision' });
  return {
    id,
    meeting,
    kind: row.kind,
    ownDueOn: row.ownDueOn,
    dueOn: currentDueOn(row.ownDueOn, row.movedTo),
    status: row.status ?? 'open',
    repetition: safeRepetition(row),
    decidedOn: safeDay(meeting.heldOn) ?? today(now),
  };
}

/**
 * A decision that can be carried out now. Throws `notFound`, `meetingNotStarted`, `meetingCancelled`,
 * `decisionIsInformation`.
 */
export function requireCarried(reader: Reader, id: string, now: Date): Carried {
  const { kind, ...carried } = readCarried(reader, id, now);
  requirePart(carried.meeting, 'execution');
  if (kind !== 'decision') throw new AppError('decisionIsInformation');
  return carried;
}

/** The record of the person who writes, where they have one. */
export const writerOf = (reader: Reader, { person }: Author): string | null =>
  readOne<{ id: string }>(reader, 'SELECT id FROM person WHERE id = ?', person)?.id ?? null;

/** The record of execution has the decision's id, so that two devices make the same one. */
export function putExecution(w: Writer, reader: Reader, decisionId: string, patch: Patch<typeof execution>) {
  const there = readOne<{ removed: number }>(reader, 'SELECT removed FROM execution WHERE id = ?', decisionId);
  if (!there) {
    w.insert(execution, { ...patch, id: decisionId, decisionId });
    return;
  }
  if (there.removed === 1) w.restore(execution, decisionId);
  w.update(execution, decisionId, patch);
}

/** A deadline that moves, and why. */
export interface Move {
  from: IsoDay | null;
  to: IsoDay | null;
  /** The period whose deadline it is; empty for the decision's own. */
  period: string;
  reason: string;
}

/** Keeps a move in the history of the deadline; the caller has moved it. */
export function keepMove(w: Writer, reader: Reader, author: Author, decisionId: string, move: Move, now: Date) {
  w.insert(deadlineMove, {
    decisionId,
    period: move.period,
    movedFrom: move.from,
    movedTo: move.to,
    movedOn: today(now),
    personId: writerOf(reader, author),
    reason: move.reason.trim(),
  });
}

/** Throws `reasonMissing`. */
export function requireReason(reason: string | undefined, field = 'reason'): string {
  if (reason === undefined || reason.trim() === '') throw new AppError('reasonMissing', {}, field);
  return reason.trim();
}

/** Throws `deadlineOfPeriods`: what comes back has a deadline each period, and a standing assignment none. */
export function requireOwnDeadline({ repetition: { repeat } }: Carried, field: string) {
  if (repeat === 'standing' || isPeriodic(repeat)) throw new AppError('deadlineOfPeriods', {}, field);
}

/**
 * How far a decision has been carried out, and its deadline where that moved; free after signing (rule 8). `null` and the
 * decision's own day take the move back. A reason is kept as a progress note of today; a deadline that moves needs one,
 * and keeps its history. Throws `meetingNotStarted`, `decisionIsInformation`, `dayMalformed`, `dueBeforeMeeting`,
 * `dueTooFar`, `reasonMissing`, `deadlineOfPeriods`.
 */
export function setExecution(
  workspace: OpenWorkspace,
  author: Author,
  input: {
    id: string;
    status?: ExecutionStatus | undefined;
    dueOn?: IsoDay | null | undefined;
    reason?: string | undefined;
  },
  now: Date,
) {
  const { id, status, dueOn, reason } = input;
  const carried = requireCarried(workspace, id, now);
  requireDue(dueOn, carried.meeting.heldOn);
  const to = dueOn === undefined ? carried.dueOn : (dueOn ?? carried.ownDueOn);
  const moves = to !== carried.dueOn;
  if (moves) {
    requireOwnDeadline(carried, 'dueOn');
    requireReason(reason);
  }
  workspace.ledger.write(author, { label: 'decisions.setExecution' }, (w) => {
    putExecution(w, workspace, id, {
      ...(status === undefined ? {} : { status }),
      ...(dueOn === undefined ? {} : { dueOn: to === carried.ownDueOn ? null : to }),
    });
    if (moves) keepMove(w, workspace, author, id, { from: carried.dueOn, to, period: '', reason: reason ?? '' }, now);
    if (reason !== undefined && reason.trim() !== '')
      w.insert(progressNote, {
        decisionId: id,
        notedOn: today(now),
        personId: writerOf(workspace, author),
        text: reason.trim(),
      });
  });
}
