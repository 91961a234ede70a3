import { asList, readAll, type Reader } from '../../statements.ts';

/** The lines of projects in their order: line → its number within its project, from 1. */
export function lineNumbers(reader: Reader, projectIds: readonly string[]): Map<string, number> {
  const numbers = new Map<string, number>();
  const counts = new Map<string, number>();
  for (const { id, projectId } of readAll<{ id: string; projectId: string }>(
    reader,
    `SELECT l.id, l.projectId FROM json_each(?) j CROSS JOIN activity_line l ON l.projectId = j.value
     WHERE l.removed = 0 ORDER BY l.sortKey, l.id`,
    asList(projectIds),
  )) {
    const number = (counts.get(projectId) ?? 0) + 1;
    counts.set(projectId, number);
    numbers.set(id, number);
  }
  return numbers;
}

/** Numbers of all activities of some projects; see `activityNumbers`. */
export function numbersOfProjects(reader: Reader, projectIds: readonly string[]): Map<string, string> {
  const lines = lineNumbers(reader, projectIds);
  const numbers = new Map<string, string>();
  let before = '';
  let n = 0;
  for (const { id, projectId, lineId } of readAll<{ id: string; projectId: string; lineId: string | null }>(
    reader,
    `SELECT e.id, e.projectId, e.lineId FROM json_each(?) j CROSS JOIN activity_entry e ON e.projectId = j.value
     ORDER BY e.projectId, e.lineKey, e.sortKey, e.id`,
    asList(projectIds),
  )) {
    const list = `${projectId} ${lineId ?? ''}`;
    n = list === before ? n + 1 : 1;
    before = list;
    numbers.set(id, `${lineId === null ? 0 : (lines.get(lineId) ?? 0)}.${n}`);
  }
  return numbers;
}

/**
 * The activities of a project as they are printed: id → `<number of the line>.<n>`, in the order of print. Activities
 * without a line come last: `0.1`, `0.2`.
 */
export const activityNumbers = (reader: Reader, projectId: string): Map<string, string> =>
  numbersOfProjects(reader, [projectId]);

/** Of so many projects all activities are numbered at once; of more only those that are asked for. */
const mostWhole = 3;

/** The numbers of some activities of some projects; see `activityNumbers`. */
export function numbersOf(reader: Reader, ids: readonly string[], projectIds: readonly string[]): Map<string, string> {
  if (projectIds.length <= mostWhole) return numbersOfProjects(reader, projectIds);
  const lines = lineNumbers(reader, projectIds);
  return new Map(
    readAll<{ id: string; lineId: string | null; n: number }>(
      reader,
      `SELECT e.id, e.lineId, (SELECT count(*) FROM activity_entry x
         WHERE x.projectId = e.projectId AND x.lineKey = e.lineKey AND (x.sortKey, x.id) <= (e.sortKey, e.id)) AS n
       FROM json_each(?) j CROSS JOIN activity_entry e ON e.id = j.value`,
      asList(ids),
    ).map(({ id, lineId, n }) => [id, `${lineId === null ? 0 : (lines.get(lineId) ?? 0)}.${n}`]),
  );
}
