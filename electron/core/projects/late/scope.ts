import type { LateRow } from '../../../../shared/contract/projectViews.ts';
import { addDays, daysBetween, type IsoDay } from '../../../../shared/dates.ts';
import type { ProjectStatus } from '../../../../shared/vocabulary.ts';
import { safeDay } from '../../decisions/register/stored.ts';
import { asList, readAll, type Reader } from '../../statements.ts';

/** So many days before its day something is near. */
export const nearDays = 14;
/** So many days after its last one a project that nobody has settled is still reminded of. */
const settlingDays = 90;

interface ScopedProject {
  id: string;
  status: ProjectStatus;
  startsOn: IsoDay | null;
  endsOn: IsoDay | null;
}

/** Which projects are asked. */
export interface Scope {
  /** The only one; null: all that run. */
  only: string | null;
  projects: ReadonlyMap<string, ScopedProject>;
  /** Their ids, for `json_each(?)`. */
  list: string;
}

/**
 * One project whatever its stage, unless it was given up; or all that are being prepared or carried out: of a finished
 * one nobody is reminded on the first page, nor of one whose term has long been over.
 */
export function scopeOf(reader: Reader, only: string | null, day: IsoDay): Scope {
  const columns = 'SELECT id, status, startsOn, endsOn FROM project';
  const rows =
    only === null
      ? readAll<ScopedProject>(reader, `${columns} WHERE status IN ('preparing', 'ongoing') AND removed = 0`)
      : readAll<ScopedProject>(reader, `${columns} WHERE id = ? AND status <> 'cancelled' AND removed = 0`, only);
  const known = rows.map((row) => ({ ...row, startsOn: safeDay(row.startsOn), endsOn: safeDay(row.endsOn) }));
  const asked = known.filter(
    ({ endsOn }) => only !== null || endsOn === null || daysBetween(endsOn, day) <= settlingDays,
  );
  const projects = new Map(asked.map((row) => [row.id, row]));
  return { only, projects, list: asList(projects.keys()) };
}

/** A late row before it is named: of what there are thousands only those that are shown are. */
export type Found = Pick<LateRow, 'id' | 'projectId'> & { title?: string };
export type Unnamed = Omit<LateRow, 'project' | 'title'> & { title?: string | undefined };

/** A row of something that has a day, where that day has passed or is near; else nothing. */
export function dueRow(
  kind: LateRow['kind'],
  { id, projectId, title }: Found,
  context: string,
  dueOn: IsoDay | null,
  day: IsoDay,
): Unnamed[] {
  if (dueOn === null || dueOn > addDays(day, nearDays)) return [];
  return [{ kind, id, projectId, title, context, dueOn, daysLeft: daysBetween(day, dueOn) }];
}

/** What has a day first, the longest late before all; then what has none. */
function byUrgency(a: Unnamed, b: Unnamed): number {
  const [left, right] = [a.daysLeft ?? Infinity, b.daysLeft ?? Infinity];
  if (left !== right) return left - right;
  return a.id < b.id ? -1 : 1;
}

const titles = {
  activity: 'SELECT t.id, t.title FROM json_each(?) j CROSS JOIN activity t ON t.id = j.value',
  indicator: 'SELECT t.id, t.title FROM json_each(?) j CROSS JOIN indicator t ON t.id = j.value',
  project: `SELECT t.id, coalesce(nullif(t.shortName, ''), t.title) AS title
    FROM json_each(?) j CROSS JOIN project t ON t.id = j.value`,
} as const;

/** The most urgent of them, with what they and their projects are called. */
export function firstNamed(reader: Reader, rows: readonly Unnamed[], limit: number): LateRow[] {
  const shown = rows.toSorted(byUrgency).slice(0, limit);
  const named = (what: keyof typeof titles, ids: readonly string[]): Map<string, string> =>
    new Map(
      readAll<{ id: string; title: string }>(reader, titles[what], asList(ids)).map((row) => [row.id, row.title]),
    );
  const idsOf = (kind: LateRow['kind']): string[] => shown.flatMap((row) => (row.kind === kind ? [row.id] : []));
  const own = new Map([...named('activity', idsOf('activity')), ...named('indicator', idsOf('indicator'))]);
  const projects = named('project', [...new Set(shown.map(({ projectId }) => projectId))]);
  return shown.map((row) => ({
    ...row,
    title: row.title ?? own.get(row.id) ?? '',
    project: projects.get(row.projectId) ?? '',
  }));
}
