import type { TodayView } from '../../../shared/contract/today.ts';
import { addDays, daysBetween, type IsoDay } from '../../../shared/dates.ts';
import { reminderDays, stateOn, termOn, type MemorandumFacts } from '../../../shared/rules/memorandumLifecycle.ts';
import { factColumns, factsFrom, readSuccessors, type FactsRow } from '../memoranda/facts.ts';
import { asList, readAll, type Reader } from '../statements.ts';

type NearMemorandum = TodayView['memoranda'][number];
type Near = Omit<NearMemorandum, 'title' | 'parties'>;
const [daysBefore] = reminderDays;

const candidates = `SELECT ${factColumns} FROM memorandum m WHERE m.status = 'signed' AND m.removed = 0`;

// Of a fixed term only those that end within reach of their notice are looked at (a month has at most 31 days).
const fixed = `${candidates} AND m.validity = 'fixed' AND m.endsOn >= ?
  AND m.endsOn <= date(?, '+' || (31 * coalesce(m.noticeMonths, 0)) || ' days')`;

// Terms that renew themselves end in every `renewMonths`th month from the first end on, so that the months alone tell in
// which of them the notice can be near: of yearly ones a quarter is left to look at.
const endMonth = '(CAST(substr(m.endsOn, 1, 4) AS INTEGER) * 12 + CAST(substr(m.endsOn, 6, 2) AS INTEGER))';
const monthsOver = `(? + m.noticeMonths - ${endMonth}) % m.renewMonths`;
const renewing = `${candidates} AND m.validity = 'autoRenewing' AND m.endsOn IS NOT NULL AND (
    coalesce(m.renewMonths, 0) <= 0
    OR (m.noticeMonths IS NOT NULL AND (${monthsOver} + m.renewMonths) % m.renewMonths <= ?))`;

const monthOf = (day: IsoDay): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));

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
  const last = addDays(day, daysBefore);
  const rows = [
    ...readAll<FactsRow>(reader, fixed, day, addDays(last, 1)),
    ...readAll<FactsRow>(reader, renewing, monthOf(last), monthOf(last) - monthOf(day)),
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
