import type { IsoDay } from '../../../../shared/dates.ts';
import type { ActivityKind, MeetingKind, ParticipantDimension } from '../../../../shared/vocabulary.ts';
import { safeDay, statusNumber } from '../../decisions/register/stored.ts';
import { groupBy, readAll, type Reader } from '../../statements.ts';
import type { ProjectRecord } from '../records.ts';

/** Where an activity took place, and when; only places that were held. */
export type HeldPlace = { territory: string; on: IsoDay | null };
export type ParticipantFact = { dimension: ParticipantDimension; key: string; people: number | null };

/** An activity as counting sees it. */
export type ActivityFact = {
  id: string;
  title: string;
  kind: ActivityKind;
  /** The activity as a whole was held; one of its places may be while it goes on. */
  held: boolean;
  on: IsoDay | null;
  places: HeldPlace[];
  /** Null: nobody has counted. */
  participants: number | null;
  groups: ParticipantFact[];
};
export type MeetingFact = { id: string; title: string; kind: MeetingKind; on: IsoDay | null };
export type DecisionFact = { id: string; title: string; done: boolean; on: IsoDay | null };

type StoredActivity = Omit<ActivityFact, 'held' | 'on' | 'places' | 'groups'> & {
  status: string;
  actualFrom: string | null;
  actualUntil: string | null;
  plannedFrom: string | null;
  plannedUntil: string | null;
};
type StoredPlace = { activityId: string; territory: string; status: string; heldOn: string | null };

/** The day an activity counts on: when it was over, else when it was to be. */
const dayOf = (row: StoredActivity): IsoDay | null =>
  safeDay(row.actualUntil) ?? safeDay(row.actualFrom) ?? safeDay(row.plannedUntil) ?? safeDay(row.plannedFrom);

/** Activities of a project of which anything was held, with the places and participants of each. */
export function readActivityFacts(reader: Reader, projectId: string): ActivityFact[] {
  const activities = readAll<StoredActivity>(
    reader,
    `SELECT id, title, kind, status, actualFrom, actualUntil, plannedFrom, plannedUntil, participants FROM activity
     WHERE projectId = ? AND removed = 0`,
    projectId,
  );
  const places = groupBy(
    readAll<StoredPlace>(
      reader,
      `SELECT p.activityId, p.territory, p.status, p.heldOn FROM activity a JOIN activity_place p ON p.activityId = a.id
       WHERE a.projectId = ? AND a.removed = 0 AND p.removed = 0 AND p.territory <> ''`,
      projectId,
    ),
    ({ activityId }) => activityId,
  );
  const groups = groupBy(
    readAll<ParticipantFact & { activityId: string }>(
      reader,
      `SELECT p.activityId, p.dimension, p.key, p.people FROM activity a JOIN participant_count p ON p.activityId = a.id
       WHERE a.projectId = ? AND a.removed = 0 AND p.removed = 0`,
      projectId,
    ),
    ({ activityId }) => activityId,
  );
  return activities.flatMap((row) => {
    const held = row.status === 'held';
    const on = dayOf(row);
    const heldPlaces = (places.get(row.id) ?? [])
      .filter(({ status }) => status === 'held' || (status === 'follows' && held))
      .map(({ territory, heldOn }) => ({ territory, on: safeDay(heldOn) ?? on }));
    if (!held && heldPlaces.length === 0) return [];
    const { id, title, kind, participants } = row;
    return { id, title, kind, held, on, places: heldPlaces, participants, groups: groups.get(id) ?? [] };
  });
}

/** Days of a term as they bound what a group did; a group's life is longer than a project. */
const termOf = ({ startsOn, endsOn }: ProjectRecord): [IsoDay, IsoDay] => [startsOn ?? '', endsOn ?? '9999-12-31'];

/**
 * Held meetings of a group within the project's term. Without a group those of the project's own; where it has none, of
 * all groups.
 */
export function readMeetingFacts(reader: Reader, project: ProjectRecord, groupId: string | null): MeetingFact[] {
  const group = groupId ?? project.groupId;
  return readAll<MeetingFact & { number: string }>(
    reader,
    `SELECT id, number, title, kind, heldOn AS "on" FROM meeting
     WHERE (? IS NULL OR groupId = ?) AND removed = 0 AND status NOT IN ('planned', 'cancelled')
       AND coalesce(heldOn, ?) BETWEEN ? AND ?`,
    group,
    group,
    termOf(project)[0],
    ...termOf(project),
  ).map(({ number, title, ...row }) => ({
    ...row,
    title: [number, title].filter(Boolean).join(' · '),
    on: safeDay(row.on),
  }));
}

const titleLength = 200;

/** Decisions of the same meetings, as the register of decisions has them. */
export function readDecisionFacts(reader: Reader, project: ProjectRecord, groupId: string | null): DecisionFact[] {
  const group = groupId ?? project.groupId;
  return readAll<Omit<DecisionFact, 'done'> & { status: number }>(
    reader,
    `SELECT d.id, substr(d.text, 1, ${titleLength}) AS title, e.status, m.heldOn AS "on"
     FROM meeting m JOIN register_key mk ON mk.id = m.id JOIN register_entry e ON e.meetingKey = mk.n
       JOIN register_key k ON k.n = e.n JOIN decision d ON d.id = k.id
     WHERE (? IS NULL OR m.groupId = ?) AND m.removed = 0 AND coalesce(m.heldOn, ?) BETWEEN ? AND ?`,
    group,
    group,
    termOf(project)[0],
    ...termOf(project),
  ).map(({ status, ...row }) => ({ ...row, done: status === statusNumber('done'), on: safeDay(row.on) }));
}
