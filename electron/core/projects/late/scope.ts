import type { LateRow } from '../../../../shared/contract/projectViews.ts';
import { addDays, daysBetween, type IsoDay } from '../../../../shared/dates.ts';

/** So many days before its day something is near. */
export const nearDays = 14;

/** Which projects are asked. */
export interface Scope {
  /** Condition on `project p`, and what it needs. */
  sql: string;
  values: string[];
}

/**
 * One project whatever its stage, unless it was given up; or all that are being prepared or carried out: of a finished
 * one nobody is reminded on the first page.
 */
export const scopeOf = (projectId: string | null): Scope =>
  projectId === null
    ? { sql: "p.removed = 0 AND p.status IN ('preparing', 'ongoing')", values: [] }
    : { sql: "p.removed = 0 AND p.status <> 'cancelled' AND p.id = ?", values: [projectId] };

/** What every late row says of its project. */
export const projectColumns = "p.id AS projectId, coalesce(nullif(p.shortName, ''), p.title) AS project";

export type Found = Pick<LateRow, 'id' | 'projectId' | 'project' | 'title'>;

/** A row of something that has a day, where that day has passed or is near; else nothing. */
export function dueRow(
  kind: LateRow['kind'],
  { id, projectId, project, title }: Found,
  context: string,
  dueOn: IsoDay | null,
  day: IsoDay,
): LateRow[] {
  if (dueOn === null || dueOn > addDays(day, nearDays)) return [];
  return [{ kind, id, projectId, project, title, context, dueOn, daysLeft: daysBetween(day, dueOn) }];
}
