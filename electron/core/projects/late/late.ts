import type { LateRow } from '../../../../shared/contract/projectViews.ts';
import { addDays, today, type IsoDay } from '../../../../shared/dates.ts';
import { safeDay } from '../../decisions/register/stored.ts';
import { peopleOn } from '../../directory/peopleOn.ts';
import type { Reading } from '../../directory/reading.ts';
import { asList, readAll, type Reader } from '../../statements.ts';
import { overspentLineIds } from '../figures.ts';
import { requireProject } from '../records.ts';
import { countLateActivities, lateActivities } from './activities.ts';
import { lateIndicators } from './indicators.ts';
import { dueRow, firstNamed, scopeOf, type Found, type Scope, type Unnamed } from './scope.ts';

/** An open risk that nobody has looked at for so many days is named. */
export const reviewDays = 90;

type Due = Found & { dueOn: string | null };

const lateMilestones = (reader: Reader, scope: Scope, day: IsoDay): Unnamed[] =>
  readAll<Due>(
    reader,
    `SELECT m.id, m.projectId, m.title, m.dueOn FROM json_each(?) j CROSS JOIN milestone m ON m.projectId = j.value
     WHERE m.removed = 0 AND m.reachedOn IS NULL`,
    scope.list,
  ).flatMap((row) => dueRow('milestone', row, '', safeDay(row.dueOn), day));

const lateDeliverables = (reader: Reader, scope: Scope, day: IsoDay): Unnamed[] =>
  readAll<Due>(
    reader,
    `SELECT d.id, d.projectId, d.title, d.dueOn FROM json_each(?) j CROSS JOIN deliverable d ON d.projectId = j.value
     WHERE d.removed = 0 AND d.status IN ('planned', 'inProgress')`,
    scope.list,
  ).flatMap((row) => dueRow('deliverable', row, '', safeDay(row.dueOn), day));

/** A translation has the day of what it translates. */
const lateTranslations = (reader: Reader, scope: Scope, day: IsoDay): Unnamed[] =>
  readAll<Due & { language: string }>(
    reader,
    `SELECT t.id, d.projectId, d.title, t.language, d.dueOn
     FROM json_each(?) j CROSS JOIN deliverable d ON d.projectId = j.value JOIN translation t ON t.deliverableId = d.id
     WHERE d.removed = 0 AND d.status <> 'dropped' AND t.removed = 0 AND t.state NOT IN ('ready', 'published')`,
    scope.list,
  ).flatMap((row) => dueRow('translation', row, row.language, safeDay(row.dueOn), day));

/** Open risks whose review is over; one that was never reviewed has no day. Not of a project that has ended. */
function lateRisks(reader: Reading, scope: Scope, day: IsoDay): Unnamed[] {
  const rows = readAll<Found & { reviewedOn: string | null; ownerId: string | null; ownerText: string }>(
    reader,
    `SELECT r.id, r.projectId, r.title, r.reviewedOn, r.ownerId, r.ownerText
     FROM json_each(?) j CROSS JOIN risk r ON r.projectId = j.value WHERE r.removed = 0 AND r.status = 'open'`,
    scope.list,
  ).filter(({ projectId }) => scope.projects.get(projectId)?.status !== 'completed');
  const people = peopleOn(
    reader,
    rows.map(({ ownerId }) => ownerId),
    day,
  );
  return rows.flatMap((row) => {
    const { id, projectId, title, ownerId, ownerText } = row;
    const owner = people.name(ownerId) || ownerText;
    const reviewedOn = safeDay(row.reviewedOn);
    if (reviewedOn !== null) return dueRow('risk', row, owner, addDays(reviewedOn, reviewDays), day);
    return [{ kind: 'risk' as const, id, projectId, title, context: owner, dueOn: null, daysLeft: null }];
  });
}

/** Budget lines of which more was spent than planned. */
function overspentLines(reader: Reader, scope: Scope): Unnamed[] {
  return readAll<Found & { funder: string }>(
    reader,
    `SELECT b.id, trim(b.code || ' ' || b.title) AS title,
       coalesce(nullif(f.nameText, ''), nullif(o.shortName, ''), o.name, '') AS funder, b.projectId
     FROM json_each(?) j CROSS JOIN budget_line b ON b.id = j.value JOIN funder f ON f.id = b.funderId LEFT JOIN organisation o ON o.id = f.organisationId`,
    asList(overspentLineIds(reader, [...scope.projects.keys()])),
  ).map(({ id, projectId, title, funder }) => ({
    kind: 'budgetLine',
    id,
    projectId,
    title,
    context: funder,
    dueOn: null,
    daysLeft: null,
  }));
}

/** What is late or near, of one project or of all that run; the latest first. Throws `notFound`. */
export function readLate(
  workspace: Reading,
  { projectId, limit }: { projectId: string | null; limit: number },
  now: Date,
): LateRow[] {
  if (projectId !== null) requireProject(workspace, projectId);
  const day = today(now);
  const scope = scopeOf(workspace, projectId, day);
  const rows = [
    ...lateActivities(workspace, scope, day, limit),
    ...lateMilestones(workspace, scope, day),
    ...lateDeliverables(workspace, scope, day),
    ...lateTranslations(workspace, scope, day),
    ...lateIndicators(workspace, scope, day),
    ...lateRisks(workspace, scope, day),
    ...overspentLines(workspace, scope),
  ];
  return firstNamed(workspace, rows, limit);
}

export interface ProjectsToday {
  /** Late or near: the latest first, the next after them. */
  rows: LateRow[];
  counts: { late: number; near: number; withoutValue: number };
}

/** For the first page: activities that are late or near, and indicators without a value, of all projects that run. */
export function projectsToday(reader: Reader, day: IsoDay, limit: number): ProjectsToday {
  const scope = scopeOf(reader, null, day);
  const activities = lateActivities(reader, scope, day, limit);
  const indicators = lateIndicators(reader, scope, day);
  return {
    rows: firstNamed(reader, [...activities, ...indicators], limit),
    counts: { ...countLateActivities(reader, scope, day), withoutValue: indicators.length },
  };
}
