import { AppError } from '../../../../shared/errors.ts';
import type { ActivityKind, MeetingKind } from '../../../../shared/vocabulary.ts';
import { namesLanguage } from '../../directory/namesLanguage.ts';
import type { Author } from '../../ledger/ledger.ts';
import { prepareMeeting } from '../../meetings/planning.ts';
import { readAll, readOne, type Reader } from '../../statements.ts';
import type { OpenWorkspace } from '../../workspace/open.ts';
import { activity, activityObligation } from '../tables.ts';
import { placesOf } from './places.ts';
import { requireActivity } from './records.ts';
import { whereOf } from './rows.ts';

const linksBetween = (reader: Reader, { id, obligationId }: { id: string; obligationId: string }) =>
  readAll<{ id: string; removed: number }>(
    reader,
    'SELECT id, removed FROM activity_obligation WHERE activityId = ? AND obligationId = ? ORDER BY id',
    id,
    obligationId,
  );

/** Ties an activity to an obligation of a memorandum that it serves. Throws `notFound`. */
export function linkObligation(workspace: OpenWorkspace, author: Author, input: { id: string; obligationId: string }) {
  requireActivity(workspace, input.id);
  const there = readOne(
    workspace,
    `SELECT 1 FROM obligation o JOIN memorandum m ON m.id = o.memorandumId AND m.removed = 0
     WHERE o.id = ? AND o.removed = 0`,
    input.obligationId,
  );
  if (!there) throw new AppError('notFound', { what: 'obligation' }, 'obligationId');
  const links = linksBetween(workspace, input);
  if (links.some(({ removed }) => removed === 0)) return;
  workspace.ledger.write(author, { label: 'projects.linkObligation' }, (w) => {
    const [earlier] = links;
    if (earlier) w.restore(activityObligation, earlier.id);
    else w.insert(activityObligation, { activityId: input.id, obligationId: input.obligationId });
  });
}

/** Throws `notFound`. */
export function unlinkObligation(
  workspace: OpenWorkspace,
  author: Author,
  input: { id: string; obligationId: string },
) {
  const links = linksBetween(workspace, input).filter(({ removed }) => removed === 0);
  if (links.length === 0) throw new AppError('notFound', { what: 'activityObligation' });
  workspace.ledger.write(author, { label: 'projects.unlinkObligation' }, (w) => {
    for (const { id } of links) w.remove(activityObligation, id);
  });
}

const isMeeting = (reader: Reader, id: string): boolean =>
  readOne(reader, 'SELECT 1 FROM meeting WHERE id = ? AND removed = 0', id) !== undefined;

/** The meeting that an activity is, or none (null). Throws `notFound`. */
export function linkMeeting(
  workspace: OpenWorkspace,
  author: Author,
  { id, meetingId }: { id: string; meetingId: string | null },
) {
  requireActivity(workspace, id);
  if (meetingId !== null && !isMeeting(workspace, meetingId))
    throw new AppError('notFound', { what: 'meeting' }, 'meetingId');
  workspace.ledger.write(author, { label: 'projects.linkMeeting' }, (w) => w.update(activity, id, { meetingId }));
}

const meetingKindOf: Partial<Record<ActivityKind, MeetingKind>> = {
  roundTable: 'roundTable',
  training: 'training',
  advocacyMeeting: 'advocacy',
};

/**
 * Plans the meeting of an activity in a group, with the activity's day, place and title; so a round table gets agenda,
 * invitations and minutes. One undo takes the meeting and its link back. Throws `notFound`, `activityHasMeeting`.
 */
export function makeMeeting(
  workspace: OpenWorkspace,
  author: Author,
  resources: string,
  { id, groupId }: { id: string; groupId: string },
  now: Date,
): string {
  const row = requireActivity(workspace, id);
  if (row.meetingId !== null && isMeeting(workspace, row.meetingId)) throw new AppError('activityHasMeeting');
  const place = row.place || whereOf(resources, placesOf(workspace, [id]).get(id) ?? [], '', namesLanguage(workspace));
  const insertMeeting = prepareMeeting(
    workspace,
    {
      groupId,
      kind: meetingKindOf[row.kind] ?? 'ordinary',
      title: row.title,
      heldOn: row.plannedFrom ?? row.plannedUntil ?? row.actualFrom ?? row.actualUntil,
      ...(place === '' ? {} : { place }),
      copyFrom: null,
      template: null,
    },
    now,
  );
  return workspace.ledger.write(author, { label: 'projects.makeMeeting' }, (w) => {
    const meetingId = insertMeeting(w);
    w.update(activity, id, { meetingId });
    return meetingId;
  });
}
