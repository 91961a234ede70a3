import type { IsoDay } from '../../../shared/dates.ts';
import { formatDecisionNumber } from '../../../shared/rules/numbering.ts';
import { leadsOf } from '../decisions/register/leads.ts';
import { dayNumber, dayOfNumber, firstFinished, noDeadline } from '../decisions/register/stored.ts';
import { readAll, readOne, type Reader } from '../statements.ts';

/** Something unfinished that somebody owes on a day. */
export interface DueEntry {
  kind: 'decision' | 'obligation';
  id: string;
  /** Meeting/item.n of a decision; of an obligation the memorandum's number and its place in it. */
  number: string;
  text: string;
  /** Who answers for it, short. */
  who: string;
  dueOn: IsoDay;
  /** The meeting or the memorandum. */
  sourceId: string;
  groupId: string | null;
}

const unfinished = `status < ${firstFinished}`;
// Of a memorandum that has ended nothing is owed any more.
const counts = '(countsUntil IS NULL OR countsUntil >= ?)';
const latest = '9998-12-31';

interface Range {
  /** First and last day of the deadlines; null: open. */
  from: IsoDay | null;
  until: IsoDay | null;
}

function readDecisions(reader: Reader, { from, until }: Range, groupId: string | null, limit: number): DueEntry[] {
  const rows = readAll<{
    id: string;
    meetingId: string;
    groupId: string;
    meetingNumber: string;
    item: number;
    place: number;
    text: string;
    dueOn: number;
  }>(
    reader,
    `SELECT k.id, m.id AS meetingId, m.groupId, m.number AS meetingNumber, e.item, e.place, d.text, e.dueOn
     FROM (SELECT n, meetingKey, item, place, dueOn, heldOn FROM register_entry
           WHERE ${unfinished} AND dueOn >= ? AND dueOn <= ?
             AND (? IS NULL OR groupKey = (SELECT n FROM register_key WHERE id = ?))
           ORDER BY dueOn, heldOn, n LIMIT ?) e
       JOIN register_key k ON k.n = e.n JOIN decision d ON d.id = k.id
       JOIN register_key mk ON mk.n = e.meetingKey JOIN meeting m ON m.id = mk.id
     ORDER BY e.dueOn, e.heldOn, e.n`,
    from === null ? 0 : dayNumber(from),
    until === null ? noDeadline - 1 : dayNumber(until),
    groupId,
    groupId,
    limit,
  );
  const leads = leadsOf(
    reader,
    rows.map(({ id }) => id),
  );
  return rows.map(({ id, meetingId, groupId: group, meetingNumber, item, place, text, dueOn }) => ({
    kind: 'decision',
    id,
    number: formatDecisionNumber(meetingNumber, item, place),
    text,
    who: leads.get(id)?.lead ?? '',
    dueOn: dayOfNumber(dueOn) ?? latest,
    sourceId: meetingId,
    groupId: group,
  }));
}

function readObligations(
  reader: Reader,
  { from, until }: Range,
  today: IsoDay,
  groupId: string | null,
  limit: number,
): DueEntry[] {
  return readAll<Omit<DueEntry, 'kind' | 'number'> & { memorandumNumber: string; place: number }>(
    reader,
    `SELECT o.id, m.number AS memorandumNumber, o.text, e.dueOn, m.id AS sourceId, m.groupId,
       coalesce(nullif(p.shortName, ''), nullif(g.shortName, ''), g.name, p.nameText, '') AS who,
       (SELECT count(*) FROM obligation x WHERE x.memorandumId = o.memorandumId AND x.removed = 0
          AND (x.sortKey, x.id) <= (o.sortKey, o.id)) AS place
     FROM due_obligation e JOIN obligation o ON o.id = e.id JOIN memorandum m ON m.id = e.memorandumId
       LEFT JOIN memorandum_party p ON p.id = o.partyId LEFT JOIN organisation g ON g.id = p.organisationId
     WHERE e.dueOn >= ? AND e.dueOn <= ? AND ${counts} AND (? IS NULL OR m.groupId = ?)
     ORDER BY e.dueOn, e.id LIMIT ?`,
    from ?? '',
    until ?? '9999-12-31',
    today,
    groupId,
    groupId,
    limit,
  ).map(({ memorandumNumber, place, ...row }) => ({
    ...row,
    kind: 'obligation',
    number: [memorandumNumber, String(place)].filter(Boolean).join('/'),
  }));
}

/**
 * What is due in these days, the nearest first: unfinished decisions of meetings that were held, and obligations of
 * signed memoranda that have not ended by `today`.
 */
export function readDue(
  reader: Reader,
  {
    from,
    until,
    limit,
    today,
    groupId = null,
  }: Range & { limit: number; today: IsoDay; /** Only this group's. */ groupId?: string | null },
): DueEntry[] {
  const decisions = readDecisions(reader, { from, until }, groupId, limit);
  const obligations = readObligations(reader, { from, until }, today, groupId, limit);
  return [...decisions, ...obligations]
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))
    .slice(0, limit);
}

/**
 * How much is unfinished, with a deadline or without; of it overdue, due from today to `until` (`soon`), and due after
 * that (`later`).
 */
export function countDue(
  reader: Reader,
  { today, until }: { today: IsoDay; until: IsoDay },
): { unfinished: number; overdue: number; soon: number; later: number } {
  const count = (sql: string, ...values: (string | number)[]): number =>
    readOne<{ n: number }>(reader, sql, ...values)?.n ?? 0;
  const decisions = `SELECT count(*) AS n FROM register_entry WHERE ${unfinished}`;
  const obligations = `SELECT count(*) AS n FROM due_obligation WHERE ${counts}`;
  const between = (from: IsoDay, to: IsoDay) =>
    count(`${decisions} AND dueOn >= ? AND dueOn <= ?`, dayNumber(from), dayNumber(to)) +
    count(`${obligations} AND dueOn >= ? AND dueOn <= ?`, today, from, to);
  const all = count(decisions) + count(obligations, today);
  const overdue =
    count(`${decisions} AND dueOn < ?`, dayNumber(today)) + count(`${obligations} AND dueOn < ?`, today, today);
  const later =
    count(`${decisions} AND dueOn > ? AND dueOn < ${noDeadline}`, dayNumber(until)) +
    count(`${obligations} AND dueOn > ?`, today, until);
  return { unfinished: all, overdue, soon: until < today ? 0 : between(today, until), later };
}

/** How much is due on each day from `from` to `until`, without the days on which nothing is. */
export function dueByDay(reader: Reader, from: IsoDay, until: IsoDay): Map<IsoDay, number> {
  const days = new Map<IsoDay, number>();
  const add = (day: IsoDay | null, n: number) => {
    if (day !== null) days.set(day, (days.get(day) ?? 0) + n);
  };
  for (const { dueOn, n } of readAll<{ dueOn: number; n: number }>(
    reader,
    `SELECT dueOn, count(*) AS n FROM register_entry
     WHERE ${unfinished} AND dueOn >= ? AND dueOn <= ? GROUP BY dueOn`,
    dayNumber(from),
    dayNumber(until),
  ))
    add(dayOfNumber(dueOn), n);
  for (const { dueOn, n } of readAll<{ dueOn: string; n: number }>(
    reader,
    `SELECT dueOn, count(*) AS n FROM due_obligation
     WHERE dueOn >= ? AND dueOn <= ? AND (countsUntil IS NULL OR countsUntil >= dueOn) GROUP BY dueOn`,
    from,
    until,
  ))
    add(dueOn, n);
  return days;
}

/** Unfinished decisions alone, with a deadline or without: what the register of decisions has open. */
export const countUnfinishedDecisions = (reader: Reader): number =>
  readOne<{ n: number }>(reader, `SELECT count(*) AS n FROM register_entry WHERE ${unfinished}`)?.n ?? 0;
