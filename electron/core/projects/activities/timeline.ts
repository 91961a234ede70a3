import type { TimelineBar, TimelineView } from '../../../../shared/contract/activityViews.ts';
import { daysBetween, today, type IsoDay } from '../../../../shared/dates.ts';
import { activityState, endOfActivity } from '../../../../shared/rules/activityState.ts';
import { safeDay } from '../../decisions/register/stored.ts';
import { groupBy, readAll, type Reader } from '../../statements.ts';
import { readDependencies } from './dependencies.ts';
import { activityNumbers, lineNumbers } from './numbers.ts';
import { requireProject, type ActivityRecord } from './records.ts';

type StoredActivity = Pick<
  ActivityRecord,
  | 'id'
  | 'kind'
  | 'status'
  | 'title'
  | 'plannedFrom'
  | 'plannedUntil'
  | 'baselineFrom'
  | 'baselineUntil'
  | 'actualFrom'
  | 'actualUntil'
  | 'participants'
> & { lineId: string | null };

interface StoredMilestone {
  id: string;
  lineId: string | null;
  title: string;
  dueOn: string | null;
  baselineOn: string | null;
  reachedOn: string | null;
}

const deviationOf = (end: IsoDay | null, baseline: IsoDay | null): number | null =>
  end === null || baseline === null ? null : daysBetween(baseline, end);

function activityBar(row: StoredActivity, number: string, day: IsoDay): TimelineBar {
  const days = {
    plannedFrom: safeDay(row.plannedFrom),
    plannedUntil: safeDay(row.plannedUntil),
    baselineFrom: safeDay(row.baselineFrom),
    baselineUntil: safeDay(row.baselineUntil),
    actualFrom: safeDay(row.actualFrom),
    actualUntil: safeDay(row.actualUntil),
  };
  const { id, kind, status, title, lineId, participants } = row;
  const baseline = days.baselineUntil ?? days.baselineFrom;
  return {
    id,
    kind: 'activity',
    activityKind: kind,
    lineId,
    number,
    title,
    state: activityState({ status, ...days }, day),
    ...days,
    deviation: status === 'cancelled' ? null : deviationOf(endOfActivity({ status, ...days }), baseline),
    participants,
  };
}

function milestoneBar(row: StoredMilestone, day: IsoDay): TimelineBar {
  const [due, baseline, reached] = [safeDay(row.dueOn), safeDay(row.baselineOn), safeDay(row.reachedOn)];
  return {
    id: row.id,
    kind: 'milestone',
    activityKind: null,
    lineId: row.lineId,
    number: '',
    title: row.title,
    state: reached !== null ? 'held' : due !== null && due < day ? 'late' : 'planned',
    plannedFrom: due,
    plannedUntil: due,
    baselineFrom: baseline,
    baselineUntil: baseline,
    actualFrom: reached,
    actualUntil: reached,
    deviation: deviationOf(reached ?? due, baseline),
    participants: null,
  };
}

/**
 * A project as bars and diamonds in the order of print: line by line its activities, then its milestones; last what has
 * no line. Throws `notFound`.
 */
export function readTimeline(reader: Reader, projectId: string, now: Date): TimelineView {
  const day = today(now);
  const { startsOn, endsOn } = requireProject(reader, projectId);
  const numbers = activityNumbers(reader, projectId);
  const activities = groupBy(
    readAll<StoredActivity>(
      reader,
      `SELECT a.id, e.lineId, a.kind, a.status, a.title, a.plannedFrom, a.plannedUntil, a.baselineFrom, a.baselineUntil,
         a.actualFrom, a.actualUntil, a.participants
       FROM activity_entry e CROSS JOIN activity a ON a.id = e.id WHERE e.projectId = ?
       ORDER BY e.projectId, e.lineKey, e.sortKey, e.id`,
      projectId,
    ),
    ({ lineId }) => lineId ?? '',
  );
  const milestones = groupBy(
    readAll<StoredMilestone>(
      reader,
      `SELECT m.id, l.id AS lineId, m.title, m.dueOn, m.baselineOn, m.reachedOn FROM milestone m
       LEFT JOIN activity_line l ON l.id = m.lineId AND l.projectId = m.projectId AND l.removed = 0
       WHERE m.projectId = ? AND m.removed = 0 ORDER BY m.sortKey, m.id`,
      projectId,
    ),
    ({ lineId }) => lineId ?? '',
  );
  const titles = new Map(
    readAll<{ id: string; title: string }>(
      reader,
      'SELECT id, title FROM activity_line WHERE projectId = ? AND removed = 0',
      projectId,
    ).map(({ id, title }) => [id, title]),
  );
  const lines = [...lineNumbers(reader, [projectId])].map(([id, number]) => ({
    id,
    number: String(number),
    title: titles.get(id) ?? '',
  }));
  const barsOf = (line: string): TimelineBar[] => [
    ...(activities.get(line) ?? []).map((row) => activityBar(row, numbers.get(row.id) ?? '', day)),
    ...(milestones.get(line) ?? []).map((row) => milestoneBar(row, day)),
  ];
  return {
    startsOn,
    endsOn,
    lines,
    bars: [...lines.map(({ id }) => id), ''].flatMap(barsOf),
    dependencies: readDependencies(reader, projectId).map(({ id, before, after, lagDays }) => ({
      id,
      from: before,
      to: after,
      lagDays,
    })),
  };
}
