import type { ActivityDetail } from '../../../../shared/contract/activityViews.ts';
import type { IsoDay } from '../../../../shared/dates.ts';
import { endOfActivity } from '../../../../shared/rules/activityState.ts';
import { earliestStart } from '../../../../shared/rules/schedule.ts';
import type { ActivityStatus } from '../../../../shared/vocabulary.ts';
import { safeDay } from '../../decisions/register/stored.ts';
import { readAll, type Reader } from '../../statements.ts';
import { participantsOf, participantWarnings } from './participants.ts';
import { placesOf } from './places.ts';
import { requireActivity, requireProject, type ActivityRecord } from './records.ts';

type Warning = ActivityDetail['warnings'][number];

interface Predecessor {
  title: string;
  lagDays: number;
  status: ActivityStatus;
  plannedFrom: string | null;
  plannedUntil: string | null;
  actualFrom: string | null;
  actualUntil: string | null;
}

/** Those that it begins too early for; a cancelled one asks for nothing. */
function dependencyWarnings(reader: Reader, row: ActivityRecord): Warning[] {
  const begins = row.plannedFrom ?? row.plannedUntil;
  if (begins === null || row.status === 'cancelled' || row.status === 'held') return [];
  return readAll<Predecessor>(
    reader,
    `SELECT a.title, coalesce(d.lagDays, 0) AS lagDays, a.status, a.plannedFrom, a.plannedUntil, a.actualFrom, a.actualUntil
     FROM activity_dependency d JOIN activity a ON a.id = d.afterId AND a.removed = 0
     WHERE d.activityId = ? AND d.removed = 0 AND a.status <> 'cancelled' ORDER BY d.id`,
    row.id,
  ).flatMap(({ title, lagDays, status, ...days }): Warning[] => {
    const end = endOfActivity({
      status,
      plannedFrom: safeDay(days.plannedFrom),
      plannedUntil: safeDay(days.plannedUntil),
      actualFrom: safeDay(days.actualFrom),
      actualUntil: safeDay(days.actualUntil),
    });
    return end !== null && begins < earliestStart(end, lagDays)
      ? [{ code: 'beforeDependency', params: { title } }]
      : [];
  });
}

/** Everything about an activity that a person should look at; nothing of it hinders. Throws `notFound`. */
export function activityWarnings(reader: Reader, id: string, day: IsoDay): Warning[] {
  const row = requireActivity(reader, id);
  const { startsOn, endsOn } = requireProject(reader, row.projectId);
  const warnings = participantWarnings(row.participants, participantsOf(reader, [id]).get(id) ?? []);
  const first = row.actualFrom ?? row.actualUntil;
  const last = row.actualUntil ?? row.actualFrom;
  const places = placesOf(reader, [id]).get(id) ?? [];
  if (row.status === 'held' && first === null) warnings.push({ code: 'heldWithoutDay', params: {} });
  const isAhead =
    (row.status === 'held' && last !== null && last > day) ||
    places.some(({ status, heldOn }) => status === 'held' && heldOn !== null && heldOn > day);
  if (isAhead) warnings.push({ code: 'heldInFuture', params: {} });
  warnings.push(...dependencyWarnings(reader, row));
  const days = [row.plannedFrom, row.plannedUntil, first, last].filter((each) => each !== null);
  const outside = days.find((each) => (startsOn !== null && each < startsOn) || (endsOn !== null && each > endsOn));
  if (outside !== undefined && row.status !== 'cancelled')
    warnings.push({ code: 'outsideProject', params: { day: outside } });
  return warnings;
}
