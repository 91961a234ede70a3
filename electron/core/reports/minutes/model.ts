import { and, asc, eq } from 'drizzle-orm';
import type { IsoDay } from '../../../../shared/dates.ts';
import { AppError } from '../../../../shared/errors.ts';
import { holdsOn } from '../../directory/periods.ts';
import { membership, workingGroup } from '../../directory/tables.ts';
import { dayOfMeeting, requireMeeting } from '../../meetings/records.ts';
import { readSettings } from '../../workspace/settings.ts';
import { peopleOn } from '../people.ts';
import type { Reading } from '../../directory/reading.ts';
import { readAttendance, type Attendance } from './attendance.ts';
import { readCarried } from './carryOver.ts';
import { readItems } from './items.ts';
import type { MinutesModel } from '../../../../shared/contract/minutesModel.ts';

export type { MinutesModel } from '../../../../shared/contract/minutesModel.ts';

/** Who held an office of the group on the day. */
function holderOn({ db }: Reading, groupId: string, role: 'chair' | 'secretary', day: IsoDay): string | null {
  const holders = db
    .select()
    .from(membership)
    .where(and(eq(membership.groupId, groupId), eq(membership.role, role), eq(membership.removed, false)))
    .orderBy(asc(membership.sortKey), asc(membership.id))
    .all()
    .filter((one) => holdsOn(one, day));
  return holders[0]?.personId ?? null;
}

/** The office holder of the day unless the meeting names somebody else, who then acts. */
function presiding(attendance: Attendance, holder: string | null, named: string | null): MinutesModel['chair'] {
  const personId = named ?? holder;
  if (personId === null) return null;
  return { ...attendance.named(personId), acting: holder !== null && personId !== holder };
}

/**
 * What the minutes of a meeting say now, read from the current records: what a signature takes its snapshot of. For
 * printing use `printedMinutes`, which knows of signatures. Reads only, also inside a write of the same connection.
 * Throws `notFound`.
 */
export function readMinutesModel(workspace: Reading, meetingId: string): MinutesModel {
  const row = requireMeeting(workspace, meetingId);
  const group = workspace.db.select().from(workingGroup).where(eq(workingGroup.id, row.groupId)).get();
  if (!group) throw new AppError('notFound', { what: 'workingGroup' });
  const day = dayOfMeeting(row, new Date());
  const people = peopleOn(workspace, day);
  const attendance = readAttendance(workspace, people, row);
  return {
    version: 1,
    meetingId,
    group: {
      name: group.name,
      nameGenitive: group.nameGenitive,
      shortName: group.shortName,
      legalBasis: group.legalBasis,
      organisation: people.organisation(group.organisationId ?? readSettings(workspace).homeAgency)?.name ?? '',
    },
    kind: row.kind,
    title: row.title,
    number: row.number,
    language: row.language,
    heldOn: row.heldOn,
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    openedAt: row.openedAt,
    closedAt: row.closedAt,
    place: row.place,
    link: row.link,
    chair: presiding(attendance, holderOn(workspace, group.id, 'chair', day), row.chairId),
    secretary: presiding(attendance, holderOn(workspace, group.id, 'secretary', day), row.secretaryId),
    quorum: attendance.quorum,
    participants: attendance.participants,
    items: readItems(workspace, people, attendance, { id: meetingId, number: row.number }, () =>
      readCarried(workspace, people, { meetingId, groupId: group.id, day }),
    ),
    breaks: attendance.breaks,
  };
}
