import { AppError } from '../../../../shared/errors.ts';
import { closesCircle, type Dependency } from '../../../../shared/rules/schedule.ts';
import type { Author } from '../../ledger/ledger.ts';
import { readAll, readOne, type Reader } from '../../statements.ts';
import type { OpenWorkspace } from '../../workspace/open.ts';
import { activityDependency } from '../tables.ts';
import { requireActivity } from './records.ts';

/** The dependencies between activities of a project that are there, in the order they were made. */
export const readDependencies = (reader: Reader, projectId: string): (Dependency & { id: string })[] =>
  readAll(
    reader,
    `SELECT d.id, d.afterId AS before, d.activityId AS after, coalesce(d.lagDays, 0) AS lagDays
     FROM activity_entry a CROSS JOIN activity_dependency d ON d.activityId = a.id
       JOIN activity_entry b ON b.id = d.afterId AND b.projectId = a.projectId
     WHERE a.projectId = ? AND d.removed = 0 ORDER BY d.id`,
    projectId,
  );

/**
 * `activityId` begins after `afterId` has ended, `lagDays` later; the same two again only change the lag.
 * Throws `notFound`, `dependencyItself`, `dependencyForeign` (of another project), `dependencyCircle`.
 */
export function addDependency(
  workspace: OpenWorkspace,
  author: Author,
  { activityId, afterId, lagDays }: { activityId: string; afterId: string; lagDays: number },
): string {
  const after = requireActivity(workspace, activityId);
  const before = requireActivity(workspace, afterId, 'afterId');
  if (activityId === afterId) throw new AppError('dependencyItself', {}, 'afterId');
  if (after.projectId !== before.projectId) throw new AppError('dependencyForeign', {}, 'afterId');
  const dependencies = readDependencies(workspace, after.projectId);
  const there = dependencies.find((each) => each.after === activityId && each.before === afterId);
  if (!there && closesCircle(dependencies, afterId, activityId))
    throw new AppError('dependencyCircle', { title: before.title }, 'afterId');
  return workspace.ledger.write(author, { label: 'projects.addDependency' }, (w) => {
    if (!there) return w.insert(activityDependency, { activityId, afterId, lagDays });
    w.update(activityDependency, there.id, { lagDays });
    return there.id;
  });
}

/** Throws `notFound`. */
export function removeDependency(workspace: OpenWorkspace, author: Author, id: string) {
  if (!readOne(workspace, 'SELECT 1 FROM activity_dependency WHERE id = ? AND removed = 0', id))
    throw new AppError('notFound', { what: 'activityDependency' });
  workspace.ledger.write(author, { label: 'projects.removeDependency' }, (w) => w.remove(activityDependency, id));
}
