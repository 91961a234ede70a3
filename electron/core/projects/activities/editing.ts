import type * as z from 'zod';
import type { activityFields } from '../../../../shared/contract/activityViews.ts';
import { AppError } from '../../../../shared/errors.ts';
import { keysInRow, moveTo, type Placed } from '../../../../shared/rules/order.ts';
import type { Sparse } from '../../../../shared/sparse.ts';
import type { Author } from '../../ledger/ledger.ts';
import type { Base, Writer } from '../../ledger/write.ts';
import { requireText } from '../../meetings/checks.ts';
import { readAll, readOne, type Reader } from '../../statements.ts';
import type { OpenWorkspace } from '../../workspace/open.ts';
import { activity, activityPlace } from '../tables.ts';
import {
  requireActivities,
  requireActivity,
  requirePlaces,
  requireProject,
  requireReferences,
  requireSound,
  type ActivityPatch,
  type Place,
} from './records.ts';

type NewActivity = ActivityPatch & { projectId: string; territories?: readonly string[] | undefined };

const noDays = {
  plannedFrom: null,
  plannedUntil: null,
  baselineFrom: null,
  baselineUntil: null,
  actualFrom: null,
  actualUntil: null,
};

/** Keys for new activities at the end of a line (of those without one: null). */
export function keysAtEnd(reader: Reader, projectId: string, lineId: string | null, count: number): string[] {
  const last = readOne<{ key: string | null }>(
    reader,
    'SELECT max(sortKey) AS key FROM activity WHERE projectId = ? AND lineId IS ? AND removed = 0',
    projectId,
    lineId,
  );
  return keysInRow(count, last?.key ?? null);
}

/** Writes the places of a new activity, in the order given. */
export function insertPlaces(w: Writer, activityId: string, places: readonly Place[]) {
  const keys = keysInRow(places.length);
  for (const [index, place] of places.entries())
    w.insert(activityPlace, { activityId, ...place, sortKey: keys[index] ?? 'a0' });
}

/**
 * A new activity at the end of its line. Throws `notFound`, `required`, `dayMalformed`, `endBeforeStart`,
 * `territoryUnknown`.
 */
export function addActivity(
  workspace: OpenWorkspace,
  author: Author,
  resources: string,
  { projectId, territories, ...fields }: NewActivity,
): string {
  requireProject(workspace, projectId);
  requireText(fields.title, 'title');
  requireSound(workspace, { ...noDays, projectId }, fields);
  const places = requirePlaces(
    resources,
    (territories ?? []).map((territory) => ({ country: '', territory })),
    'territories',
  );
  return workspace.ledger.write(author, { label: 'projects.addActivity' }, (w) => {
    const [sortKey = 'a0'] = keysAtEnd(workspace, projectId, fields.lineId ?? null, 1);
    const id = w.insert(activity, { ...fields, title: fields.title?.trim() ?? '', projectId, sortKey });
    insertPlaces(w, id, places);
    return id;
  });
}

/** Fields that are typed into: what is saved again and again while one writes is one change. */
const typed = new Set<string>(['outcome', 'note']);

/**
 * Changes what an activity says; one that comes into another line stands at its end. Throws `notFound`, `required`,
 * `dayMalformed`, `endBeforeStart`.
 */
export function updateActivity(
  workspace: OpenWorkspace,
  author: Author,
  { id, patch, base }: { id: string; patch: ActivityPatch; base?: Record<string, Base> | undefined },
) {
  const row = requireActivity(workspace, id);
  requireSound(workspace, row, patch);
  const given = Object.entries(patch).filter(([, value]) => value !== undefined);
  const isTyping = given.length > 0 && given.every(([name]) => typed.has(name));
  const moves = patch.lineId !== undefined && patch.lineId !== row.lineId;
  const [sortKey] = moves ? keysAtEnd(workspace, row.projectId, patch.lineId ?? null, 1) : [];
  workspace.ledger.write(author, { label: 'projects.updateActivity', typing: isTyping }, (w) =>
    w.update(activity, id, sortKey === undefined ? patch : { ...patch, sortKey }, base),
  );
}

/** Puts an activity to a place of a line, counted from 0. Throws `notFound`. */
export function moveActivity(
  workspace: OpenWorkspace,
  author: Author,
  { id, lineId, to }: { id: string; lineId: string | null; to: number },
) {
  const row = requireActivity(workspace, id);
  requireReferences(workspace, row.projectId, { lineId });
  const others = readAll<Placed>(
    workspace,
    'SELECT id, sortKey AS key FROM activity WHERE projectId = ? AND lineId IS ? AND removed = 0 AND id <> ?',
    row.projectId,
    lineId,
    id,
  );
  const [last = row.sortKey] = row.lineId === lineId ? [] : keysAtEnd(workspace, row.projectId, lineId, 1);
  workspace.ledger.write(author, { label: 'projects.moveActivity' }, (w) => {
    if (row.lineId !== lineId) w.update(activity, id, { lineId, sortKey: last });
    for (const moved of moveTo([...others, { id, key: last }], id, to))
      w.update(activity, moved.id, { sortKey: moved.key });
  });
}

/** Takes activities away with all their parts, as one act. Throws `notFound`. */
export function removeActivities(workspace: OpenWorkspace, author: Author, ids: readonly string[]) {
  const rows = requireActivities(workspace, ids);
  workspace.ledger.write(author, { label: 'projects.removeActivities' }, (w) => {
    for (const { id } of rows) w.remove(activity, id);
  });
}

export type ManyPatch = Sparse<
  Pick<
    z.infer<typeof activityFields>,
    'lineId' | 'kind' | 'status' | 'statusReason' | 'organiserId' | 'actualFrom' | 'actualUntil'
  >
>;

/**
 * Sets what is given on each of the activities, as one act; those that come into another line stand at its end in the
 * order given. Throws `notFound`, `activitiesOfOneProject` (a line for activities of several), `endBeforeStart`.
 */
export function setActivities(
  workspace: OpenWorkspace,
  author: Author,
  { ids, patch }: { ids: readonly string[]; patch: ManyPatch },
) {
  const rows = requireActivities(workspace, ids);
  const projectId = rows[0]?.projectId ?? '';
  if (patch.lineId && rows.some((row) => row.projectId !== projectId))
    throw new AppError('activitiesOfOneProject', {}, 'lineId');
  for (const row of rows) requireSound(workspace, row, patch);
  workspace.ledger.write(author, { label: 'projects.setActivities' }, (w) => {
    const { lineId } = patch;
    const moved = lineId === undefined ? [] : rows.filter((row) => row.lineId !== lineId);
    const keys = new Map<string, string>();
    for (const owner of new Set(moved.map((row) => row.projectId))) {
      const own = moved.filter((row) => row.projectId === owner);
      const fresh = keysAtEnd(workspace, owner, lineId ?? null, own.length);
      for (const [index, { id }] of own.entries()) keys.set(id, fresh[index] ?? 'a0');
    }
    for (const { id } of rows) {
      const sortKey = keys.get(id);
      w.update(activity, id, sortKey === undefined ? patch : { ...patch, sortKey });
    }
  });
}
