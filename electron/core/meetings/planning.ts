import type * as z from 'zod';
import { today } from '../../../shared/dates.ts';
import { AppError } from '../../../shared/errors.ts';
import type { meetingFields } from '../../../shared/contract/meetings.ts';
import type { Language } from '../../../shared/languages.ts';
import type { Sparse } from '../../../shared/sparse.ts';
import type { Author } from '../ledger/ledger.ts';
import type { Base, Patch, Writer } from '../ledger/write.ts';
import { readOne } from '../statements.ts';
import type { OpenWorkspace } from '../workspace/open.ts';
import { copyAgenda, copyGuests } from './copying.ts';
import { requireDay, requireOrder, requireTime } from './checks.ts';
import { holderOf, insertMembers, membersInOrder } from './members.ts';
import { moveNumber, reserveNumber } from './numbers.ts';
import { requireAction, requireMeeting, requirePart, type MeetingRecord } from './records.ts';
import { meeting } from './tables.ts';
import { applyTemplate, kindOfTemplate } from './templates.ts';

export type MeetingFields = z.infer<typeof meetingFields>;
type MeetingPatch = Sparse<MeetingFields>;

function requireSound(fields: MeetingPatch) {
  requireDay(fields.heldOn, 'heldOn');
  for (const field of ['startsAt', 'endsAt', 'openedAt', 'closedAt'] as const) requireTime(fields[field], field);
  requireOrder(fields.startsAt, fields.endsAt, 'endsAt', true);
  requireOrder(fields.openedAt, fields.closedAt, 'closedAt');
}

type NewMeeting = MeetingPatch & { groupId: string; copyFrom: string | null; template: string | null };

/**
 * Everything about a new meeting that can be refused, and the hand that writes it: an act that also does something else
 * (an activity that becomes a meeting) is one undo. Throws as `createMeeting`.
 */
export function prepareMeeting(workspace: OpenWorkspace, input: NewMeeting, now: Date): (w: Writer) => string {
  const { groupId, copyFrom, template, ...given } = input;
  const group = readOne<{ place: string; language: Language }>(
    workspace,
    'SELECT place, language FROM working_group WHERE id = ? AND removed = 0',
    groupId,
  );
  if (!group) throw new AppError('notFound', { what: 'workingGroup' }, 'groupId');
  const earlier = copyFrom === null ? null : requireMeeting(workspace, copyFrom);
  const usual: MeetingPatch = earlier
    ? {
        kind: earlier.kind,
        place: earlier.place,
        link: earlier.link,
        language: earlier.language,
        startsAt: earlier.startsAt,
        endsAt: earlier.endsAt,
      }
    : { place: group.place, language: group.language };
  if (template !== null) usual.kind = kindOfTemplate(workspace, template);
  const fields = { ...usual, ...definedOf(given), openedAt: null, closedAt: null };
  requireSound(fields);
  const day = fields.heldOn ?? null;
  return (w) => {
    const members = membersInOrder(workspace, groupId, day ?? today(now));
    const id = w.insert(meeting, {
      chairId: holderOf(members, 'chair'),
      secretaryId: holderOf(members, 'secretary'),
      ...fields,
      ...reserveNumber(workspace, groupId, day),
      groupId,
    });
    insertMembers(w, workspace, { id, groupId }, day ?? today(now));
    if (earlier) {
      copyGuests(w, workspace, earlier.id, id);
      copyAgenda(w, workspace, earlier.id, id);
    }
    if (template !== null) applyTemplate(w, workspace, template, id);
    return id;
  };
}

/**
 * Plans a meeting: reserves its number by the group's pattern, puts the members of that day on its list and, where asked
 * for, takes over agenda, guests, place and time of an earlier meeting or the agenda of a template.
 * Throws `notFound`, `dayMalformed`, `timeMalformed`, `endBeforeStart`.
 */
export function createMeeting(workspace: OpenWorkspace, author: Author, input: NewMeeting, now: Date): string {
  const insertMeeting = prepareMeeting(workspace, input, now);
  return workspace.ledger.write(author, { label: 'meetings.create' }, (w) => insertMeeting(w));
}

const definedOf = (fields: MeetingPatch): MeetingPatch =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

const attendanceFields = ['chairId', 'secretaryId', 'openedAt', 'closedAt'] as const;

/** Which parts of the record a patch touches; the note is nobody's but the group's own and stays free. */
function requireAllowed(meetingRow: MeetingRecord, patch: MeetingPatch) {
  const names = Object.keys(patch).filter((name) => name !== 'note');
  const isAttendance = (name: string) => attendanceFields.some((field) => field === name);
  if (names.some(isAttendance)) requirePart(meetingRow, 'attendance');
  if (names.some((name) => !isAttendance(name))) requirePart(meetingRow, 'schedule');
  if (meetingRow.status === 'cancelled') requirePart(meetingRow, 'schedule');
  for (const field of ['openedAt', 'closedAt'] as const)
    if (patch[field] && meetingRow.status === 'planned') throw new AppError('meetingNotStarted', {}, field);
}

/** The chair or secretary that follows from the new day, where nobody had been put in by hand. */
function officesOn(workspace: OpenWorkspace, row: MeetingRecord, day: string, now: Date): Patch<typeof meeting> {
  const before = membersInOrder(workspace, row.groupId, row.heldOn ?? today(now));
  const after = membersInOrder(workspace, row.groupId, day);
  const follow = (current: string | null, role: 'chair' | 'secretary') =>
    current === holderOf(before, role) ? holderOf(after, role) : current;
  return { chairId: follow(row.chairId, 'chair'), secretaryId: follow(row.secretaryId, 'secretary') };
}

/**
 * Changes what a meeting's head says. A planned meeting whose day moves gets the number and the office holders of the
 * new day. Throws `notFound`, `signedLocked`, `meetingCancelled`, `dayMalformed`, `timeMalformed`, `endBeforeStart`,
 * `required` (a meeting that has begun without its day).
 */
export function updateMeeting(
  workspace: OpenWorkspace,
  author: Author,
  input: { id: string; patch: MeetingPatch; base?: Record<string, Base> | undefined },
  now: Date,
) {
  const row = requireMeeting(workspace, input.id);
  const patch = definedOf(input.patch);
  requireAllowed(row, patch);
  requireSound({ ...row, ...patch });
  const day = patch.heldOn;
  if (day === null && row.status !== 'planned') throw new AppError('required', {}, 'heldOn');
  workspace.ledger.write(author, { label: 'meetings.update' }, (w) => {
    const moves = day !== undefined && day !== row.heldOn;
    const followed = moves && day !== null && row.status === 'planned' ? officesOn(workspace, row, day, now) : {};
    const number = moves ? moveNumber(workspace, row, day) : {};
    w.update(meeting, input.id, { ...followed, ...patch, ...number }, input.base);
  });
}

/** Cancels a planned meeting; its number is free again. Throws `required`, `meetingNotPlanned`. */
export function cancelMeeting(workspace: OpenWorkspace, author: Author, input: { id: string; reason: string }) {
  const row = requireMeeting(workspace, input.id);
  const status = requireAction(row, 'cancel');
  const cancelReason = input.reason.trim();
  if (cancelReason === '') throw new AppError('required', {}, 'reason');
  workspace.ledger.write(author, { label: 'meetings.cancel' }, (w) =>
    w.update(meeting, row.id, { status, cancelReason, sequence: null, number: '' }),
  );
}

/** Plans a cancelled meeting again, under a number that is free now. Throws `meetingNotCancelled`. */
export function reinstateMeeting(workspace: OpenWorkspace, author: Author, id: string) {
  const row = requireMeeting(workspace, id);
  const status = requireAction(row, 'reinstate');
  workspace.ledger.write(author, { label: 'meetings.reinstate' }, (w) =>
    w.update(meeting, id, { status, cancelReason: '', ...reserveNumber(workspace, row.groupId, row.heldOn) }),
  );
}

/** Takes a meeting away that never began. Throws `meetingHasMinutes`, `signedLocked`. */
export function removeMeeting(workspace: OpenWorkspace, author: Author, id: string) {
  const { status } = requireMeeting(workspace, id);
  if (status === 'signed') throw new AppError('signedLocked');
  if (status !== 'planned' && status !== 'cancelled') throw new AppError('meetingHasMinutes');
  workspace.ledger.write(author, { label: 'meetings.remove' }, (w) => w.remove(meeting, id));
}
