import { AppError } from '../../../shared/errors.ts';
import { safeDay } from '../decisions/register/stored.ts';
import { readOne, type Reader } from '../statements.ts';
import type { project } from './tables.ts';

/** A project as it lies in its table. */
export type ProjectRecord = Omit<typeof project.$inferSelect, 'removed'> & { removed: number };

/** The project; days that are none (a partner's older program) count as not set. Throws `notFound`, also for a removed one. */
export function requireProject(reader: Reader, id: string, field?: string): ProjectRecord {
  const row = readOne<ProjectRecord>(reader, 'SELECT * FROM project WHERE id = ? AND removed = 0', id);
  if (!row) throw new AppError('notFound', { what: 'project' }, field);
  return { ...row, startsOn: safeDay(row.startsOn), endsOn: safeDay(row.endsOn) };
}

/** Whether a project carries on another one, directly or round about; a project carries on itself, too. */
export function carriesOn(reader: Reader, id: string, other: string): boolean {
  const seen = new Set<string>();
  let at: string | null = id;
  while (at !== null && !seen.has(at)) {
    if (at === other) return true;
    seen.add(at);
    at =
      readOne<{ predecessorId: string | null }>(reader, 'SELECT predecessorId FROM project WHERE id = ?', at)
        ?.predecessorId ?? null;
  }
  return false;
}
