import { addDays, type IsoDay } from '../../../../shared/dates.ts';
import { AppError } from '../../../../shared/errors.ts';
import { endOfActivity } from '../../../../shared/rules/activityState.ts';
import { pushDependents, type Planned } from '../../../../shared/rules/schedule.ts';
import { safeDay } from '../../decisions/register/stored.ts';
import type { Author } from '../../ledger/ledger.ts';
import { readAll, type Reader } from '../../statements.ts';
import type { OpenWorkspace } from '../../workspace/open.ts';
import { activity, milestone } from '../tables.ts';
import { readDependencies } from './dependencies.ts';
import { requireActivities, requireProject, type ActivityRecord } from './records.ts';

/** Which days of a bar are pulled: all of it, its beginning or its end. */
export type Edge = 'both' | 'start' | 'end';
type Days = Pick<Planned, 'from' | 'until'>;

/** The planned days after a bar was pulled; null where it has no days to pull. Throws `endBeforeStart`. */
function shifted({ plannedFrom, plannedUntil }: ActivityRecord, days: number, edge: Edge): Days | null {
  const [first, last] = [plannedFrom ?? plannedUntil, plannedUntil ?? plannedFrom];
  if (first === null || last === null) return null;
  if (edge === 'both')
    return {
      from: plannedFrom === null ? null : addDays(plannedFrom, days),
      until: plannedUntil === null ? null : addDays(plannedUntil, days),
    };
  const next =
    edge === 'start' ? { from: addDays(first, days), until: last } : { from: first, until: addDays(last, days) };
  if (next.until < next.from) throw new AppError('endBeforeStart', {}, 'days');
  return next;
}

const lastOf = ({ from, until }: Days): IsoDay | null => until ?? from;

/** What follows from moving some activities of one project: the new days of those that come after them. */
function pushedBy(reader: Reader, projectId: string, moved: ReadonlyMap<string, Days>): Map<string, Days> {
  const rows = readAll<ActivityRecord>(
    reader,
    `SELECT a.id, a.status, a.plannedFrom, a.plannedUntil, a.actualFrom, a.actualUntil FROM activity_entry e
     CROSS JOIN activity a ON a.id = e.id WHERE e.projectId = ?`,
    projectId,
  );
  const later = new Map<string, Days>();
  const cancelled = new Set<string>();
  const plan = rows.map((row): Planned => {
    const { id, status } = row;
    const from = safeDay(row.plannedFrom);
    const until = safeDay(row.plannedUntil);
    if (status === 'cancelled') cancelled.add(id);
    if (status === 'held') {
      const end = endOfActivity({
        status,
        plannedFrom: from,
        plannedUntil: until,
        actualFrom: safeDay(row.actualFrom),
        actualUntil: safeDay(row.actualUntil),
      });
      return { id, from: end, until: end, fixed: true };
    }
    const next = moved.get(id);
    const [before, after] = [lastOf({ from, until }), next ? lastOf(next) : null];
    // What ends no later than before asks for nothing new.
    if (next && before !== null && after !== null && after > before) later.set(id, next);
    return { id, ...(next ?? { from, until }), fixed: status === 'cancelled' };
  });
  const dependencies = readDependencies(reader, projectId).filter(({ before }) => !cancelled.has(before));
  return pushDependents(plan, dependencies, later);
}

/**
 * Moves the planned days of activities later (earlier where negative), or pulls one end of their bars. With `dependent`
 * those that come after one that ends later now are pushed as far as their dependencies ask, and keep their length; what
 * was held or cancelled stays. Throws `notFound`, `endBeforeStart`, `dayMalformed`.
 */
export function shiftActivities(
  workspace: OpenWorkspace,
  author: Author,
  { ids, days, edge, dependent }: { ids: readonly string[]; days: number; edge: Edge; dependent: boolean },
): { moved: number } {
  const rows = requireActivities(workspace, ids);
  const moved = new Map<string, Days>();
  for (const row of rows) {
    const next = days === 0 ? null : shifted(row, days, edge);
    if (next) moved.set(row.id, next);
  }
  const all = new Map(moved);
  if (dependent)
    for (const projectId of new Set(rows.map((row) => row.projectId)))
      for (const [id, next] of pushedBy(workspace, projectId, moved)) all.set(id, next);
  if (all.size === 0) return { moved: 0 };
  workspace.ledger.write(author, { label: 'projects.shiftActivities' }, (w) => {
    for (const [id, { from, until }] of all) w.update(activity, id, { plannedFrom: from, plannedUntil: until });
  });
  return { moved: all.size };
}

/**
 * Keeps the plan of today as the baseline of all activities and milestones of a project, or forgets it. Returns how many
 * activities are different now. Throws `notFound`.
 */
export function setBaseline(
  workspace: OpenWorkspace,
  author: Author,
  { projectId, keep }: { projectId: string; keep: boolean },
): { activities: number } {
  requireProject(workspace, projectId);
  const activities = readAll<
    Pick<ActivityRecord, 'id' | 'plannedFrom' | 'plannedUntil' | 'baselineFrom' | 'baselineUntil'>
  >(
    workspace,
    'SELECT id, plannedFrom, plannedUntil, baselineFrom, baselineUntil FROM activity WHERE projectId = ? AND removed = 0',
    projectId,
  );
  const milestones = readAll<{ id: string; dueOn: string | null }>(
    workspace,
    'SELECT id, dueOn FROM milestone WHERE projectId = ? AND removed = 0',
    projectId,
  );
  let changed = 0;
  workspace.ledger.write(author, { label: 'projects.setBaseline' }, (w) => {
    for (const { id, plannedFrom, plannedUntil, ...before } of activities) {
      const baselineFrom = keep ? safeDay(plannedFrom) : null;
      const baselineUntil = keep ? safeDay(plannedUntil) : null;
      if (baselineFrom === before.baselineFrom && baselineUntil === before.baselineUntil) continue;
      changed += 1;
      w.update(activity, id, { baselineFrom, baselineUntil });
    }
    for (const { id, dueOn } of milestones) w.update(milestone, id, { baselineOn: keep ? safeDay(dueOn) : null });
  });
  return { activities: changed };
}
