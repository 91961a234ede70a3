import type {
  DeliverableView,
  LineView,
  MilestoneView,
  ObjectiveView,
  PartnerView,
  PlaceView,
  RiskView,
  TranslationView,
} from '../../../shared/contract/projectParts.ts';
import type { ProjectDetail } from '../../../shared/contract/projectViews.ts';
import { today, type IsoDay } from '../../../shared/dates.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Language } from '../../../shared/languages.ts';
import { numberObjectives } from '../../../shared/rules/objectiveTree.ts';
import { safeDay } from '../decisions/register/stored.ts';
import { namesLanguage } from '../directory/namesLanguage.ts';
import { peopleOn } from '../directory/peopleOn.ts';
import type { Reading } from '../directory/reading.ts';
import { readMaterials } from '../files/attachments.ts';
import { readClocks } from '../ledger/clocks.ts';
import { asList, groupBy, readAll, readOne, type Reader } from '../statements.ts';
import { placeWords } from './activities/places.ts';
import { readRow } from './list.ts';
import { requireProject } from './records.ts';

const ordered = 'ORDER BY sortKey, id';

/** Rows of a kind of part with their clocks: what a page hands back as `base`. */
function withClocks<Row extends { id: string }>(
  reader: Reader,
  entity: string,
  rows: readonly Row[],
): (Row & { clocks: Record<string, string> })[] {
  const clocks = readClocks(
    reader,
    entity,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({ ...row, clocks: clocks.get(row.id) ?? {} }));
}

/** Where the project works; named in the directory's language where none is given. */
export function readPlaces(
  reader: Reader,
  resources: string,
  projectId: string,
  language: Language = namesLanguage(reader),
): PlaceView[] {
  const rows = readAll<Omit<PlaceView, 'name' | 'clocks'>>(
    reader,
    `SELECT id, country, territory, sortKey FROM project_place WHERE projectId = ? AND removed = 0 ${ordered}`,
    projectId,
  );
  return withClocks(reader, 'projectPlace', rows).map((row) => ({
    ...row,
    name: placeWords(resources, row, language).name,
  }));
}

export function readPartners(reader: Reader, projectId: string): PartnerView[] {
  const rows = readAll<Omit<PartnerView, 'clocks'>>(
    reader,
    `SELECT p.id, p.organisationId, p.nameText, p.country, p.role, p.task, p.sortKey,
       coalesce(nullif(p.nameText, ''), o.name, '') AS name
     FROM project_partner p LEFT JOIN organisation o ON o.id = p.organisationId
     WHERE p.projectId = ? AND p.removed = 0 ORDER BY p.sortKey, p.id`,
    projectId,
  );
  return withClocks(reader, 'projectPartner', rows);
}

/** In the order of print, parents before children. */
export function readObjectives(reader: Reader, projectId: string): ObjectiveView[] {
  const rows = readAll<Pick<ObjectiveView, 'id' | 'parentId' | 'text' | 'sortKey'>>(
    reader,
    'SELECT id, parentId, text, sortKey FROM objective WHERE projectId = ? AND removed = 0',
    projectId,
  );
  return numberObjectives(withClocks(reader, 'objective', rows));
}

/** Lines of activity, numbered in their order, with how many activities each has that are not cancelled. */
export function readLines(reader: Reader, projectId: string): LineView[] {
  const counts = new Map(
    readAll<{ lineId: string; n: number }>(
      reader,
      `SELECT lineId, count(*) AS n FROM activity_entry
       WHERE projectId = ? AND lineId IS NOT NULL AND status <> 'cancelled' GROUP BY lineId`,
      projectId,
    ).map(({ lineId, n }) => [lineId, n]),
  );
  const rows = readAll<Pick<LineView, 'id' | 'objectiveId' | 'title' | 'sortKey'>>(
    reader,
    `SELECT id, objectiveId, title, sortKey FROM activity_line WHERE projectId = ? AND removed = 0 ${ordered}`,
    projectId,
  );
  return withClocks(reader, 'activityLine', rows).map((row, index) => ({
    ...row,
    number: String(index + 1),
    activities: counts.get(row.id) ?? 0,
  }));
}

const isBefore = (day: IsoDay | null, other: IsoDay): boolean => day !== null && day < other;

export function readMilestones(reader: Reader, projectId: string, day: IsoDay): MilestoneView[] {
  const rows = readAll<Omit<MilestoneView, 'clocks' | 'late'>>(
    reader,
    `SELECT id, lineId, title, dueOn, baselineOn, reachedOn, sortKey FROM milestone
     WHERE projectId = ? AND removed = 0 ${ordered}`,
    projectId,
  );
  return withClocks(reader, 'milestone', rows).map((row) => ({
    ...row,
    dueOn: safeDay(row.dueOn),
    baselineOn: safeDay(row.baselineOn),
    reachedOn: safeDay(row.reachedOn),
    late: row.reachedOn === null && isBefore(safeDay(row.dueOn), day),
  }));
}

/** What is made, with the languages it comes in and the files kept with it. */
export function readDeliverables(reader: Reader, projectId: string, day: IsoDay): DeliverableView[] {
  const rows = readAll<Omit<DeliverableView, 'clocks' | 'late' | 'translations' | 'files'>>(
    reader,
    `SELECT id, activityId, title, status, dueOn, doneOn, source, note, sortKey FROM deliverable
     WHERE projectId = ? AND removed = 0 ${ordered}`,
    projectId,
  );
  const ids = rows.map(({ id }) => id);
  const translations = groupBy(
    withClocks(
      reader,
      'translation',
      readAll<Omit<TranslationView, 'clocks'>>(
        reader,
        `SELECT t.id, t.deliverableId, t.language, t.state, t.doneOn, t.sortKey
         FROM json_each(?) j CROSS JOIN translation t ON t.deliverableId = j.value
         WHERE t.removed = 0 ORDER BY t.sortKey, t.id`,
        asList(ids),
      ),
    ),
    ({ deliverableId }) => deliverableId,
  );
  const files = groupBy(readMaterials(reader, ids), ({ ownerId }) => ownerId);
  return withClocks(reader, 'deliverable', rows).map((row) => ({
    ...row,
    dueOn: safeDay(row.dueOn),
    doneOn: safeDay(row.doneOn),
    late: (row.status === 'planned' || row.status === 'inProgress') && isBefore(safeDay(row.dueOn), day),
    translations: (translations.get(row.id) ?? []).map((each) => ({ ...each, doneOn: safeDay(each.doneOn) })),
    files: files.get(row.id) ?? [],
  }));
}

export function readRisks(workspace: Reading, projectId: string, day: IsoDay): RiskView[] {
  const rows = readAll<Omit<RiskView, 'clocks' | 'owner' | 'weight'>>(
    workspace,
    `SELECT id, title, likelihood, impact, ownerId, ownerText, answer, status, reviewedOn, sortKey FROM risk
     WHERE projectId = ? AND removed = 0 ${ordered}`,
    projectId,
  );
  const people = peopleOn(
    workspace,
    rows.map(({ ownerId }) => ownerId),
    day,
  );
  return withClocks(workspace, 'risk', rows).map((row) => ({
    ...row,
    reviewedOn: safeDay(row.reviewedOn),
    owner: people.name(row.ownerId) || row.ownerText,
    weight: row.likelihood === null || row.impact === null ? null : row.likelihood * row.impact,
  }));
}

const readMemoranda = (reader: Reader, projectId: string): ProjectDetail['memoranda'] =>
  readAll<ProjectDetail['memoranda'][number]>(
    reader,
    `SELECT DISTINCT m.id, m.title, m.number, m.signedOn FROM project_memorandum l
       JOIN memorandum m ON m.id = l.memorandumId AND m.removed = 0
     WHERE l.projectId = ? AND l.removed = 0 ORDER BY m.signedOn NULLS LAST, m.id`,
    projectId,
  ).map((row) => ({ ...row, signedOn: safeDay(row.signedOn) }));

const hasBaseline = (reader: Reader, projectId: string): boolean =>
  readOne(
    reader,
    `SELECT 1 FROM activity WHERE projectId = ? AND removed = 0
       AND (baselineFrom IS NOT NULL OR baselineUntil IS NOT NULL) LIMIT 1`,
    projectId,
  ) !== undefined;

/** Everything about one project, as its pages show it. Throws `notFound`. */
export function readProject(workspace: Reading, resources: string, id: string, now: Date): ProjectDetail {
  const day = today(now);
  const record = requireProject(workspace, id);
  const row = readRow(workspace, id, day);
  if (!row) throw new AppError('notFound', { what: 'project' });
  const predecessor =
    record.predecessorId === null
      ? undefined
      : readOne<{ title: string }>(
          workspace,
          'SELECT title FROM project WHERE id = ? AND removed = 0',
          record.predecessorId,
        );
  return {
    ...row,
    language: record.language,
    goal: record.goal,
    summary: record.summary,
    leadId: record.leadId,
    leadText: record.leadText,
    managerId: record.managerId,
    managerText: record.managerText,
    manager: peopleOn(workspace, [record.managerId], day).name(record.managerId) || record.managerText,
    currency: record.currency,
    predecessorId: predecessor === undefined ? null : record.predecessorId,
    predecessor: predecessor?.title ?? '',
    successors: readAll<{ id: string; title: string }>(
      workspace,
      'SELECT id, title FROM project WHERE predecessorId = ? AND removed = 0 ORDER BY startsOn NULLS LAST, id',
      id,
    ),
    note: record.note,
    hasBaseline: hasBaseline(workspace, id),
    places: readPlaces(workspace, resources, id),
    partners: readPartners(workspace, id),
    objectives: readObjectives(workspace, id),
    lines: readLines(workspace, id),
    milestones: readMilestones(workspace, id, day),
    deliverables: readDeliverables(workspace, id, day),
    risks: readRisks(workspace, id, day),
    memoranda: readMemoranda(workspace, id),
    clocks: readClocks(workspace, 'project', [id]).get(id) ?? {},
  };
}
