import type * as z from 'zod';
import type { activityFields } from '../../../../shared/contract/activityViews.ts';
import { AppError } from '../../../../shared/errors.ts';
import { isCountry } from '../../../../shared/rules/regionNames.ts';
import type { Sparse } from '../../../../shared/sparse.ts';
import { safeDay } from '../../decisions/register/stored.ts';
import { placeOfTerritory } from '../../directory/territories.ts';
import { requireDay, requireText } from '../../meetings/checks.ts';
import { asList, readAll, readOne, type Reader } from '../../statements.ts';
import type { activity, project } from '../tables.ts';

/** An activity as it lies in its table. */
export type ActivityRecord = Omit<typeof activity.$inferSelect, 'removed'> & { removed: number };
export type ActivityPatch = Sparse<z.infer<typeof activityFields>>;

const dayFields = [
  'plannedFrom',
  'plannedUntil',
  'baselineFrom',
  'baselineUntil',
  'actualFrom',
  'actualUntil',
] as const;

/** The activity; days that are none (a partner's older program) count as not set. Throws `notFound`. */
export function requireActivity(reader: Reader, id: string, field?: string): ActivityRecord {
  const row = readOne<ActivityRecord>(
    reader,
    `SELECT a.* FROM activity a JOIN project p ON p.id = a.projectId AND p.removed = 0 WHERE a.id = ? AND a.removed = 0`,
    id,
  );
  if (!row) throw new AppError('notFound', { what: 'activity' }, field);
  for (const name of dayFields) row[name] = safeDay(row[name]);
  return row;
}

/** Those of several activities, each once, in the order asked for. Throws `notFound` where any is missing. */
export function requireActivities(reader: Reader, ids: readonly string[]): ActivityRecord[] {
  const rows = readAll<ActivityRecord>(
    reader,
    `SELECT a.* FROM json_each(?) j CROSS JOIN activity a ON a.id = j.value
       JOIN project p ON p.id = a.projectId AND p.removed = 0 WHERE a.removed = 0 ORDER BY j.key`,
    asList(new Set(ids)),
  );
  if (rows.length !== new Set(ids).size) throw new AppError('notFound', { what: 'activity' });
  for (const row of rows) for (const name of dayFields) row[name] = safeDay(row[name]);
  return rows;
}

type ProjectRecord = Omit<typeof project.$inferSelect, 'removed'> & { removed: number };

/** Throws `notFound`. */
export function requireProject(reader: Reader, id: string): ProjectRecord {
  const row = readOne<ProjectRecord>(reader, 'SELECT * FROM project WHERE id = ? AND removed = 0', id);
  if (!row) throw new AppError('notFound', { what: 'project' }, 'projectId');
  return { ...row, startsOn: safeDay(row.startsOn), endsOn: safeDay(row.endsOn) };
}

const pairs = [
  ['plannedFrom', 'plannedUntil'],
  ['baselineFrom', 'baselineUntil'],
  ['actualFrom', 'actualUntil'],
] as const;

/**
 * What is given must fit together with what is there; days are typed one after the other, and the field that was typed
 * is the one refused. Throws `dayMalformed`, `endBeforeStart`.
 */
export function requireDays(stored: Pick<ActivityRecord, (typeof dayFields)[number]>, patch: ActivityPatch) {
  for (const name of dayFields) requireDay(patch[name], name);
  for (const [from, until] of pairs) {
    if (patch[from] === undefined && patch[until] === undefined) continue;
    const first = patch[from] === undefined ? stored[from] : patch[from];
    const last = patch[until] === undefined ? stored[until] : patch[until];
    if (first !== null && last !== null && last < first)
      throw new AppError('endBeforeStart', {}, patch[until] === undefined ? from : until);
  }
}

/** Throws `notFound`: a line of another project, an organiser or person that is not there. */
export function requireReferences(reader: Reader, projectId: string, patch: ActivityPatch) {
  const there = (sql: string, ...values: string[]): boolean => readOne(reader, sql, ...values) !== undefined;
  const { lineId, organiserId, responsibleId } = patch;
  if (lineId && !there('SELECT 1 FROM activity_line WHERE id = ? AND projectId = ? AND removed = 0', lineId, projectId))
    throw new AppError('notFound', { what: 'activityLine' }, 'lineId');
  if (organiserId && !there('SELECT 1 FROM organisation WHERE id = ? AND removed = 0', organiserId))
    throw new AppError('notFound', { what: 'organisation' }, 'organiserId');
  if (responsibleId && !there('SELECT 1 FROM person WHERE id = ? AND removed = 0', responsibleId))
    throw new AppError('notFound', { what: 'person' }, 'responsibleId');
}

/** Throws `required`, `dayMalformed`, `endBeforeStart`, `notFound`. */
export function requireSound(
  reader: Reader,
  stored: Pick<ActivityRecord, (typeof dayFields)[number] | 'projectId'>,
  patch: ActivityPatch,
) {
  if (patch.title !== undefined) requireText(patch.title, 'title');
  requireDays(stored, patch);
  requireReferences(reader, stored.projectId, patch);
}

export interface Place {
  country: string;
  territory: string;
}

/**
 * A place as it is kept: a territory brings its country along. Throws `territoryUnknown`, `countryUnknown`, `required`
 * (neither is named).
 */
export function requirePlace(resources: string, { country, territory }: Place, field: string): Place {
  if (territory !== '') {
    const found = placeOfTerritory(resources, territory);
    if (!found) throw new AppError('territoryUnknown', { text: territory }, field);
    return { country: found.country, territory };
  }
  if (country === '') throw new AppError('required', {}, field);
  if (!isCountry(country)) throw new AppError('countryUnknown', { text: country }, field);
  return { country, territory: '' };
}

/** Places without repetitions. Throws as `requirePlace`. */
export function requirePlaces(resources: string, places: readonly Place[], field: string): Place[] {
  const wanted = new Map<string, Place>();
  for (const place of places) {
    const kept = requirePlace(resources, place, field);
    wanted.set(`${kept.country} ${kept.territory}`, kept);
  }
  return [...wanted.values()];
}
