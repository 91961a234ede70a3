import type { TodayView } from '../../../shared/contract/today.ts';
import type { IsoDay } from '../../../shared/dates.ts';
import { asList, groupBy, readAll, readOne, type Reader } from '../statements.ts';

type NextMeeting = TodayView['meetings'][number];
type DayMeeting = TodayView['ribbon'][number]['meetings'][number];

const columns = `m.id, m.title, m.kind, coalesce(nullif(g.shortName, ''), g.name) AS "group", m.number, m.heldOn,
  m.startsAt, m.place, m.status,
  (SELECT count(*) FROM agenda_item i WHERE i.meetingId = m.id AND i.removed = 0) AS items,
  (SELECT count(*) FROM participant p WHERE p.meetingId = m.id AND p.removed = 0) AS invited,
  (SELECT count(*) FROM participant p WHERE p.meetingId = m.id AND p.removed = 0 AND p.answer = 'coming') AS coming`;

/** Those in session first, whatever their day; then what is planned from the day on, then what has no day yet. */
export function nextMeetings(reader: Reader, day: IsoDay, limit: number): NextMeeting[] {
  const ids = (condition: string, ...values: string[]): string[] =>
    readAll<{ id: string }>(
      reader,
      `SELECT id FROM meeting WHERE removed = 0 AND ${condition} ORDER BY heldOn, startsAt, id LIMIT ?`,
      ...values,
      limit,
    ).map(({ id }) => id);
  const wanted = [
    ...ids("status = 'inSession'"),
    ...ids("status = 'planned' AND heldOn >= ?", day),
    ...ids("status = 'planned' AND heldOn IS NULL"),
  ].slice(0, limit);
  return readAll<NextMeeting>(
    reader,
    `SELECT ${columns} FROM json_each(?) j CROSS JOIN meeting m ON m.id = j.value
       JOIN working_group g ON g.id = m.groupId ORDER BY j.key`,
    asList(wanted),
  );
}

/** The meetings of these days by their day, cancelled ones left out. */
export const meetingsByDay = (reader: Reader, from: IsoDay, until: IsoDay): Map<IsoDay, DayMeeting[]> => {
  const rows = readAll<DayMeeting & { heldOn: IsoDay }>(
    reader,
    `SELECT m.id, m.startsAt, coalesce(nullif(m.title, ''), nullif(g.shortName, ''), g.name) AS title, m.kind, m.heldOn
     FROM meeting m JOIN working_group g ON g.id = m.groupId
     WHERE m.removed = 0 AND m.heldOn BETWEEN ? AND ? AND m.status <> 'cancelled' ORDER BY m.heldOn, m.startsAt, m.id`,
    from,
    until,
  );
  const days = groupBy(rows, ({ heldOn }) => heldOn);
  return new Map(
    [...days].map(([day, all]) => [day, all.map(({ id, startsAt, title, kind }) => ({ id, startsAt, title, kind }))]),
  );
};

/** Meetings of the day that are still to come or are going on. */
export const countMeetingsOn = (reader: Reader, day: IsoDay): number =>
  readOne<{ n: number }>(
    reader,
    "SELECT count(*) AS n FROM meeting WHERE status IN ('planned', 'inSession') AND removed = 0 AND heldOn = ?",
    day,
  )?.n ?? 0;
