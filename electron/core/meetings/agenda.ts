import type * as z from 'zod';
import { AppError } from '../../../shared/errors.ts';
import type { itemFields } from '../../../shared/contract/meetings.ts';
import { keyBetween, moveTo } from '../../../shared/rules/order.ts';
import type { Sparse } from '../../../shared/sparse.ts';
import type { Author } from '../ledger/ledger.ts';
import type { Base, Writer } from '../ledger/write.ts';
import type { Reader } from '../statements.ts';
import type { OpenWorkspace } from '../workspace/open.ts';
import { requireText } from './checks.ts';
import { meetingOf, placedItems, requireMeeting, requirePart } from './records.ts';
import { agendaItem } from './tables.ts';

type ItemFields = Sparse<z.infer<typeof itemFields>>;

/** A whole day; longer is a slip of the finger. */
const mostMinutes = 1440;

function requireSound(fields: ItemFields) {
  if (fields.title !== undefined) requireText(fields.title, 'title');
  const minutes = fields.minutesPlanned ?? 0;
  if (!Number.isInteger(minutes) || minutes < 0 || minutes > mostMinutes)
    throw new AppError('invalidValue', { field: 'minutesPlanned' }, 'minutesPlanned');
}

/** Inserts an item so that `at` items stand before it; null puts it at the end. */
export function insertItem(
  w: Writer,
  reader: Reader,
  meetingId: string,
  at: number | null,
  fields: ItemFields & { kind?: 'ordinary' | 'carryOver' },
): string {
  const list = placedItems(reader, meetingId);
  const { key, rekeyed } = keyBetween(list, at ?? list.length);
  for (const twin of rekeyed) w.update(agendaItem, twin.id, { sortKey: twin.key });
  return w.insert(agendaItem, { ...fields, meetingId, sortKey: key });
}

/** A new agenda item. Throws `required`, `invalidValue`, `notFound`, `signedLocked`, `meetingCancelled`. */
export function addItem(
  workspace: OpenWorkspace,
  author: Author,
  input: ItemFields & { meetingId: string; at: number | null },
): string {
  const { meetingId, at, ...fields } = input;
  requirePart(requireMeeting(workspace, meetingId), 'agenda');
  requireText(fields.title, 'title');
  requireSound(fields);
  return workspace.ledger.write(author, { label: 'meetings.addItem' }, (w) =>
    insertItem(w, workspace, meetingId, at, fields),
  );
}

/** Throws `required`, `invalidValue`, `notFound`, `signedLocked`, `meetingCancelled`. */
export function updateItem(
  workspace: OpenWorkspace,
  author: Author,
  input: { id: string; patch: ItemFields; base?: Record<string, Base> | undefined },
) {
  requirePart(meetingOf(workspace, 'agendaItem', input.id), 'agenda');
  requireSound(input.patch);
  workspace.ledger.write(author, { label: 'meetings.updateItem' }, (w) =>
    w.update(agendaItem, input.id, input.patch, input.base),
  );
}

/** Puts an item to a place of its agenda, counted from 0. */
export function moveItem(workspace: OpenWorkspace, author: Author, input: { id: string; to: number }) {
  const meeting = meetingOf(workspace, 'agendaItem', input.id);
  requirePart(meeting, 'agenda');
  workspace.ledger.write(author, { label: 'meetings.moveItem' }, (w) => {
    for (const moved of moveTo(placedItems(workspace, meeting.id), input.id, input.to))
      w.update(agendaItem, moved.id, { sortKey: moved.key });
  });
}

/** Takes an item away with all that was written under it; undo brings it back. */
export function removeItem(workspace: OpenWorkspace, author: Author, id: string) {
  requirePart(meetingOf(workspace, 'agendaItem', id), 'agenda');
  workspace.ledger.write(author, { label: 'meetings.removeItem' }, (w) => w.remove(agendaItem, id));
}
