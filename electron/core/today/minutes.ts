import type { TodayView } from '../../../shared/contract/today.ts';
import type { Holidays, IsoDay } from '../../../shared/dates.ts';
import { workingDaysBetween } from '../../../shared/rules/workingDays.ts';
import { countSignedApart, signedApart } from '../meetings/signedApart.ts';
import { asList, readAll, readOne, type Reader } from '../statements.ts';

type WaitingMinutes = TodayView['minutes'][number];

const waiting = "status IN ('draftMinutes', 'underApproval') AND removed = 0";

const notSigned = (reader: Reader, limit: number): string[] =>
  readAll<{ id: string }>(
    reader,
    `SELECT id FROM meeting WHERE ${waiting} ORDER BY heldOn DESC, startsAt DESC, id DESC LIMIT ?`,
    limit,
  ).map(({ id }) => id);

const columns = `m.id, m.title, m.kind, coalesce(nullif(g.shortName, ''), g.name) AS "group", m.number, m.heldOn, m.status,
  (SELECT count(*) FROM approval a WHERE a.meetingId = m.id AND a.removed = 0) AS asked,
  (SELECT count(*) FROM approval a WHERE a.meetingId = m.id AND a.removed = 0 AND a.state = 'approved') AS approved,
  (SELECT count(*) FROM remark r WHERE r.meetingId = m.id AND r.removed = 0 AND r.outcome = 'pending') AS remarksPending,
  m.remarksUntil`;

/** Minutes signed apart, then those that are not signed yet; those of the latest meetings first. */
export function waitingMinutes(reader: Reader, day: IsoDay, holidays: Holidays, limit: number): WaitingMinutes[] {
  const apart = signedApart(reader).map(({ id }) => id);
  const ids = [...new Set([...apart, ...notSigned(reader, limit)])].slice(0, limit);
  const rows = readAll<Omit<WaitingMinutes, 'workingDays' | 'undecided'>>(
    reader,
    `SELECT ${columns} FROM json_each(?) j CROSS JOIN meeting m ON m.id = j.value
       JOIN working_group g ON g.id = m.groupId ORDER BY j.key`,
    asList(ids),
  );
  return rows.map((row) => ({
    ...row,
    undecided: apart.includes(row.id),
    workingDays: row.heldOn === null ? 0 : workingDaysBetween(row.heldOn, day, holidays),
  }));
}

/** How many minutes are not signed, by their state, and how many were signed apart. */
export function countMinutes(reader: Reader): { drafts: number; underApproval: number; undecided: number } {
  const count = (status: string): number =>
    readOne<{ n: number }>(reader, 'SELECT count(*) AS n FROM meeting WHERE status = ? AND removed = 0', status)?.n ??
    0;
  return { drafts: count('draftMinutes'), underApproval: count('underApproval'), undecided: countSignedApart(reader) };
}

/** How many minutes await remarks until each of these days. */
export const remarksByDay = (reader: Reader, from: IsoDay, until: IsoDay): Map<IsoDay, number> =>
  new Map(
    readAll<{ day: IsoDay; n: number }>(
      reader,
      `SELECT remarksUntil AS day, count(*) AS n FROM meeting
       WHERE status = 'underApproval' AND removed = 0 AND remarksUntil BETWEEN ? AND ? GROUP BY remarksUntil`,
      from,
      until,
    ).map(({ day, n }) => [day, n]),
  );
