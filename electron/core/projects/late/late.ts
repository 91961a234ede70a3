import type { LateRow } from '../../../../shared/contract/projectViews.ts';
import { addDays, today, type IsoDay } from '../../../../shared/dates.ts';
import { safeDay } from '../../decisions/register/stored.ts';
import { peopleOn } from '../../directory/peopleOn.ts';
import type { Reading } from '../../directory/reading.ts';
import { asList, readAll, type Reader } from '../../statements.ts';
import { readSpentByLine } from '../figures.ts';
import { requireProject } from '../records.ts';
import { lateActivities } from './activities.ts';
import { lateIndicators } from './indicators.ts';
import { dueRow, projectColumns, scopeOf, type Found, type Scope } from './scope.ts';

/** An open risk that nobody has looked at for so many days is named. */
export const reviewDays = 90;

type Due = Found & { dueOn: string | null };

const lateMilestones = (reader: Reader, scope: Scope, day: IsoDay): LateRow[] =>
  readAll<Due>(
    reader,
    `SELECT m.id, m.title, m.dueOn, ${projectColumns} FROM project p JOIN milestone m ON m.projectId = p.id
     WHERE m.removed = 0 AND m.reachedOn IS NULL AND ${scope.sql}`,
    ...scope.values,
  ).flatMap((row) => dueRow('milestone', row, '', safeDay(row.dueOn), day));

const lateDeliverables = (reader: Reader, scope: Scope, day: IsoDay): LateRow[] =>
  readAll<Due>(
    reader,
    `SELECT d.id, d.title, d.dueOn, ${projectColumns} FROM project p JOIN deliverable d ON d.projectId = p.id
     WHERE d.removed = 0 AND d.status IN ('planned', 'inProgress') AND ${scope.sql}`,
    ...scope.values,
  ).flatMap((row) => dueRow('deliverable', row, '', safeDay(row.dueOn), day));

/** A translation has the day of what it translates. */
const lateTranslations = (reader: Reader, scope: Scope, day: IsoDay): LateRow[] =>
  readAll<Due & { language: string }>(
    reader,
    `SELECT t.id, d.title, t.language, d.dueOn, ${projectColumns}
     FROM project p JOIN deliverable d ON d.projectId = p.id JOIN translation t ON t.deliverableId = d.id
     WHERE d.removed = 0 AND d.status <> 'dropped' AND t.removed = 0 AND t.state NOT IN ('ready', 'published')
       AND ${scope.sql}`,
    ...scope.values,
  ).flatMap((row) => dueRow('translation', row, row.language, safeDay(row.dueOn), day));

/** Open risks whose review is over; one that was never reviewed has no day. Not of a project that has ended. */
function lateRisks(reader: Reading, scope: Scope, day: IsoDay): LateRow[] {
  const rows = readAll<Found & { reviewedOn: string | null; ownerId: string | null; ownerText: string }>(
    reader,
    `SELECT r.id, r.title, r.reviewedOn, r.ownerId, r.ownerText, ${projectColumns}
     FROM project p JOIN risk r ON r.projectId = p.id
     WHERE r.removed = 0 AND r.status = 'open' AND p.status <> 'completed' AND ${scope.sql}`,
    ...scope.values,
  );
  const people = peopleOn(
    reader,
    rows.map(({ ownerId }) => ownerId),
    day,
  );
  return rows.flatMap((row) => {
    const { id, projectId, project, title, ownerId, ownerText } = row;
    const owner = people.name(ownerId) || ownerText;
    const reviewedOn = safeDay(row.reviewedOn);
    if (reviewedOn !== null) return dueRow('risk', row, owner, addDays(reviewedOn, reviewDays), day);
    return [{ kind: 'risk' as const, id, projectId, project, title, context: owner, dueOn: null, daysLeft: null }];
  });
}

/** Budget lines of which more was spent than planned. */
function overspentLines(reader: Reader, scope: Scope): LateRow[] {
  const projects = readAll<{ id: string }>(reader, `SELECT p.id FROM project p WHERE ${scope.sql}`, ...scope.values);
  const spent = new Map(
    readSpentByLine(
      reader,
      projects.map(({ id }) => id),
    ).map(({ lineId, amount }) => [lineId, amount]),
  );
  return readAll<Found & { amount: number; funder: string }>(
    reader,
    `SELECT b.id, trim(b.code || ' ' || b.title) AS title, b.amount,
       coalesce(nullif(f.nameText, ''), nullif(o.shortName, ''), o.name, '') AS funder, ${projectColumns}
     FROM json_each(?) j CROSS JOIN budget_line b ON b.id = j.value JOIN project p ON p.id = b.projectId
       JOIN funder f ON f.id = b.funderId LEFT JOIN organisation o ON o.id = f.organisationId
     WHERE b.amount IS NOT NULL`,
    asList(spent.keys()),
  )
    .filter(({ id, amount }) => (spent.get(id) ?? 0) > amount)
    .map(({ id, projectId, project, title, funder }) => ({
      kind: 'budgetLine',
      id,
      projectId,
      project,
      title,
      context: funder,
      dueOn: null,
      daysLeft: null,
    }));
}

/** What has a day first, the longest late before all; then what has none. */
export const byUrgency = (a: LateRow, b: LateRow): number =>
  (a.daysLeft ?? Infinity) === (b.daysLeft ?? Infinity)
    ? a.id < b.id
      ? -1
      : 1
    : (a.daysLeft ?? Infinity) - (b.daysLeft ?? Infinity);

/** What is late or near, of one project or of all that run; the latest first. Throws `notFound`. */
export function readLate(
  workspace: Reading,
  { projectId, limit }: { projectId: string | null; limit: number },
  now: Date,
): LateRow[] {
  if (projectId !== null) requireProject(workspace, projectId);
  const day = today(now);
  const scope = scopeOf(projectId);
  return [
    ...lateActivities(workspace, scope, day),
    ...lateMilestones(workspace, scope, day),
    ...lateDeliverables(workspace, scope, day),
    ...lateTranslations(workspace, scope, day),
    ...lateIndicators(workspace, scope, day),
    ...lateRisks(workspace, scope, day),
    ...overspentLines(workspace, scope),
  ]
    .toSorted(byUrgency)
    .slice(0, limit);
}

export interface ProjectsToday {
  /** Late or near: the latest first, the next after them. */
  rows: LateRow[];
  counts: { late: number; near: number; withoutValue: number };
}

/** For the first page: activities that are late or near, and indicators without a value, of all projects that run. */
export function projectsToday(reader: Reader, day: IsoDay, limit: number): ProjectsToday {
  const scope = scopeOf(null);
  const activities = lateActivities(reader, scope, day);
  const indicators = lateIndicators(reader, scope, day);
  const late = activities.filter(({ daysLeft }) => daysLeft !== null && daysLeft < 0).length;
  return {
    rows: [...activities, ...indicators].toSorted(byUrgency).slice(0, limit),
    counts: { late, near: activities.length - late, withoutValue: indicators.length },
  };
}
