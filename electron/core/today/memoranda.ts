import type { TodayView } from '../../../shared/contract/today.ts';
import { addDays, daysBetween, type IsoDay } from '../../../shared/dates.ts';
import { reminderDays, stateOn, termOn, type MemorandumFacts } from '../../../shared/rules/memorandumLifecycle.ts';
import { factColumns, factsFrom, readSuccessors, type FactsRow } from '../memoranda/facts.ts';
import { asList, readAll, type Reader } from '../statements.ts';

type NearMemorandum = TodayView['memoranda'][number];
type Near = Omit<NearMemorandum, 'title' | 'parties'>;
const [daysBefore] = reminderDays;

// Of a fixed term only those that end within reach of their notice (a month has at most 31 days) are looked at; those that
// renew themselves may be in any term, and are few.
const candidates = `SELECT ${factColumns} FROM memorandum m WHERE m.status = 'signed' AND m.removed = 0`;
const fixed = `${candidates} AND m.validity = 'fixed' AND m.endsOn >= ?
  AND m.endsOn <= date(?, '+' || (31 * coalesce(m.noticeMonths, 0)) || ' days')`;
const renewing = `${candidates} AND m.validity = 'autoRenewing' AND m.endsOn IS NOT NULL`;

/** What is near on the day: the last day for notice, else the end of a term that does not go on by itself. */
function nearOn(facts: MemorandumFacts, id: string, day: IsoDay): Near | null {
  if (stateOn(facts, day) !== 'inForce') return null;
  const { noticeOn, endsOn } = termOn(facts, day);
  const goesOn = facts.validity === 'autoRenewing' && facts.renewMonths !== null && facts.renewMonths > 0;
  const near = noticeOn !== null && noticeOn >= day ? noticeOn : goesOn ? null : endsOn;
  if (near === null) return null;
  const daysLeft = daysBetween(day, near);
  if (daysLeft > daysBefore) return null;
  return { id, noticeOn: near === noticeOn ? noticeOn : null, endsOn, daysLeft };
}

/** Memoranda in force whose notice date or end comes within 60 days, the nearest first. */
export function nearMemoranda(reader: Reader, day: IsoDay): Near[] {
  const rows = [
    ...readAll<FactsRow>(reader, fixed, day, addDays(day, daysBefore + 1)),
    ...readAll<FactsRow>(reader, renewing),
  ];
  const replaced = readSuccessors(reader);
  return rows
    .flatMap((row) => nearOn(factsFrom(row, replaced.get(row.id)), row.id, day) ?? [])
    .toSorted((a, b) => a.daysLeft - b.daysLeft || (a.id < b.id ? -1 : 1));
}

/** The same with what they are called and who has joined them. */
export function withParties(reader: Reader, near: readonly Near[]): NearMemorandum[] {
  const named = new Map(
    readAll<{ id: string; title: string; parties: string }>(
      reader,
      `SELECT m.id, m.title, coalesce((SELECT group_concat(called, ', ') FROM (
           SELECT coalesce(nullif(p.nameText, ''), nullif(o.shortName, ''), o.name, '') AS called
           FROM memorandum_party p LEFT JOIN organisation o ON o.id = p.organisationId
           WHERE p.memorandumId = m.id AND p.removed = 0 ORDER BY p.sortKey, p.id) WHERE called <> ''), '') AS parties
       FROM json_each(?) j CROSS JOIN memorandum m ON m.id = j.value`,
      asList(near.map(({ id }) => id)),
    ).map((row) => [row.id, row]),
  );
  return near.map((row) => ({
    ...row,
    title: named.get(row.id)?.title ?? '',
    parties: named.get(row.id)?.parties ?? '',
  }));
}
