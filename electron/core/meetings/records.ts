import { today, type IsoDay } from '../../../shared/dates.ts';
import { AppError } from '../../../shared/errors.ts';
import { canEdit, statusAfter, type MeetingAction, type MeetingPart } from '../../../shared/rules/meetingLifecycle.ts';
import type { Placed } from '../../../shared/rules/order.ts';
import type { MeetingStatus } from '../../../shared/vocabulary.ts';
import { readAll, readOne, type Reader } from '../statements.ts';
import type { meeting } from './tables.ts';

/** A meeting as it lies in its table. */
export type MeetingRecord = Omit<typeof meeting.$inferSelect, 'removed'> & { removed: number };

/** The meeting. Throws `notFound`, also for a removed one. */
export function requireMeeting(reader: Reader, id: string): MeetingRecord {
  const row = readOne<MeetingRecord>(reader, 'SELECT * FROM meeting WHERE id = ? AND removed = 0', id);
  if (!row) throw new AppError('notFound', { what: 'meeting' });
  return row;
}

const owners = {
  agendaItem: 'SELECT meetingId FROM agenda_item WHERE id = ? AND removed = 0',
  participant: 'SELECT meetingId FROM participant WHERE id = ? AND removed = 0',
  presence: `SELECT p.meetingId FROM presence s JOIN participant p ON p.id = s.participantId
    WHERE s.id = ? AND s.removed = 0 AND p.removed = 0`,
  approval: 'SELECT meetingId FROM approval WHERE id = ? AND removed = 0',
  remark: 'SELECT meetingId FROM remark WHERE id = ? AND removed = 0',
  decision: `SELECT i.meetingId FROM decision d JOIN agenda_item i ON i.id = d.itemId
    WHERE d.id = ? AND d.removed = 0 AND i.removed = 0`,
} as const;

/** The meeting that a part of it belongs to. Throws `notFound` for the part or the meeting. */
export function meetingOf(reader: Reader, what: keyof typeof owners, id: string): MeetingRecord {
  const row = readOne<{ meetingId: string }>(reader, owners[what], id);
  if (!row) throw new AppError('notFound', { what });
  return requireMeeting(reader, row.meetingId);
}

const stageRefusal = (status: MeetingStatus): AppError => {
  if (status === 'signed') return new AppError('signedLocked');
  if (status === 'cancelled') return new AppError('meetingCancelled');
  return new AppError(status === 'planned' ? 'meetingNotStarted' : 'meetingStageWrong');
};

/** Throws `signedLocked`, `meetingCancelled`, `meetingNotStarted` where this part may not be changed now. */
export function requirePart({ status }: MeetingRecord, part: MeetingPart) {
  if (!canEdit(status, part)) throw stageRefusal(status);
}

const refusals: Record<MeetingAction, string> = {
  start: 'meetingNotPlanned',
  finish: 'meetingNotInSession',
  reopen: 'meetingNotDraft',
  circulate: 'meetingNotDraft',
  withdraw: 'meetingNotCirculated',
  sign: 'meetingNotDraft',
  cancel: 'meetingNotPlanned',
  reinstate: 'meetingNotCancelled',
};

/** The status that an action leads to. Throws `signedLocked` or what the meeting would have to be for it. */
export function requireAction({ status }: MeetingRecord, action: MeetingAction): MeetingStatus {
  const next = statusAfter(status, action);
  if (next !== null) return next;
  throw new AppError(status === 'signed' ? 'signedLocked' : refusals[action]);
}

/** The day whose offices and members count: that of the meeting, or today while it has none. */
export const dayOfMeeting = ({ heldOn }: Pick<MeetingRecord, 'heldOn'>, now: Date): IsoDay => heldOn ?? today(now);

/** Agenda items in no order, for keys. */
export const placedItems = (reader: Reader, meetingId: string): Placed[] =>
  readAll<Placed>(reader, 'SELECT id, sortKey AS key FROM agenda_item WHERE meetingId = ? AND removed = 0', meetingId);
