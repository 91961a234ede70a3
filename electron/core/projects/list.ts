import type { Money, ProjectRow, ProjectsFilter } from '../../../shared/contract/projectViews.ts';
import { today, type IsoDay } from '../../../shared/dates.ts';
import { projectStatuses } from '../../../shared/vocabulary.ts';
import { safeDay } from '../decisions/register/stored.ts';
import { namesLanguage } from '../directory/namesLanguage.ts';
import type { Reading } from '../directory/reading.ts';
import { comparisonsIn, finder, newerFirst } from '../listing.ts';
import { readAll, type Reader } from '../statements.ts';
import { countActivities, readFigures, readSpent } from './figures.ts';

/** What the row of a project says without figures. */
type NamedRow = Omit<ProjectRow, 'activities' | 'held' | 'late' | 'budget' | 'spent'>;

const columns = `p.id, p.title, p.shortName, p.number, p.status, p.groupId,
  coalesce(nullif(g.shortName, ''), g.name, '') AS "group",
  coalesce(nullif(o.shortName, ''), o.name, p.leadText) AS lead, p.startsOn, p.endsOn`;
const tables = `LEFT JOIN working_group g ON g.id = p.groupId LEFT JOIN organisation o ON o.id = p.leadId`;

const asNamed = (row: NamedRow): NamedRow => ({
  ...row,
  startsOn: safeDay(row.startsOn),
  endsOn: safeDay(row.endsOn),
});

const withFigures = (reader: Reader, rows: readonly NamedRow[], day: IsoDay): ProjectRow[] => {
  const figures = readFigures(
    reader,
    rows.map(({ id }) => id),
    day,
  );
  const none = { activities: 0, held: 0, late: 0, budget: [], spent: [] };
  return rows.map((row) => ({ ...row, ...(figures.get(row.id) ?? none) }));
};

/** The row of one project. */
export function readRow(reader: Reader, id: string, day: IsoDay): ProjectRow | undefined {
  const rows = readAll<NamedRow>(
    reader,
    `SELECT ${columns} FROM project p ${tables} WHERE p.id = ? AND p.removed = 0`,
    id,
  );
  return withFigures(reader, rows.map(asNamed), day)[0];
}

/** Projects that an organisation leads, is a partner in, or pays for. */
const idsOfOrganisation = (reader: Reader, organisationId: string): Set<string> =>
  new Set(
    readAll<{ id: string }>(
      reader,
      `SELECT id FROM project WHERE leadId = ? AND removed = 0
       UNION SELECT projectId FROM project_partner WHERE organisationId = ? AND removed = 0
       UNION SELECT projectId FROM funder WHERE organisationId = ? AND removed = 0`,
      organisationId,
      organisationId,
      organisationId,
    ).map(({ id }) => id),
  );

type Sort = ProjectsFilter['sort'];
type Compare = (a: NamedRow, b: NamedRow) => number;
const statusOrder = new Map<string, number>(projectStatuses.map((status, index) => [status, index]));

/** Sums of different currencies cannot be compared: by the currency first. Without a sum comes last. */
function compareMoney(a: Money | undefined, b: Money | undefined, turn: number): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  if (a.currency !== b.currency) return a.currency < b.currency ? -1 : 1;
  return turn * (a.amount - b.amount);
}

/** Order of the list; rows without the value come last whichever way it runs, equal ones newest first. */
function comparison(reader: Reading, rows: readonly NamedRow[], { by, descending }: Sort, day: IsoDay): Compare {
  const { turn, words, values } = comparisonsIn(namesLanguage(reader), descending);
  switch (by) {
    case 'starts':
      return (a, b) => values(a.startsOn, b.startsOn);
    case 'ends':
      return (a, b) => values(a.endsOn, b.endsOn);
    case 'status':
      return (a, b) => turn * ((statusOrder.get(a.status) ?? 0) - (statusOrder.get(b.status) ?? 0));
    case 'held':
    case 'late': {
      const counts = countActivities(reader, null, day);
      return (a, b) => turn * ((counts.get(a.id)?.[by] ?? 0) - (counts.get(b.id)?.[by] ?? 0));
    }
    case 'spent': {
      const ids = rows.map(({ id }) => id);
      const spent = readSpent(reader, ids);
      return (a, b) => compareMoney(spent.get(a.id)?.[0], spent.get(b.id)?.[0], turn);
    }
    case 'title':
    case 'number':
    case 'lead':
      return (a, b) => words(a[by], b[by]);
  }
}

/** A page of the projects. Words are looked for in titles, number, lead and group, whatever their case, accents and alphabet. */
export function listProjects(
  workspace: Reading,
  input: ProjectsFilter,
  now: Date,
): { total: number; rows: ProjectRow[] } {
  const day = today(now);
  const statuses = new Set(input.statuses);
  const { groupId, organisationId, sort, offset, limit } = input;
  const own = organisationId === null ? null : idsOfOrganisation(workspace, organisationId);
  const isMeant = finder(workspace, input.text);
  const found = readAll<NamedRow>(workspace, `SELECT ${columns} FROM project p ${tables} WHERE p.removed = 0`)
    .filter((row) => statuses.size === 0 || statuses.has(row.status))
    .filter((row) => groupId === null || row.groupId === groupId)
    .filter(({ id }) => own === null || own.has(id))
    .filter(({ number, title, shortName, lead, group }) => isMeant(number, title, shortName, lead, group))
    .map(asNamed);
  const compare = comparison(workspace, found, sort, day);
  const page = found.toSorted((a, b) => compare(a, b) || newerFirst(a, b)).slice(offset, offset + limit);
  return { total: found.length, rows: withFigures(workspace, page, day) };
}
