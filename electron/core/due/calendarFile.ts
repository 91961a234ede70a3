import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';
import type { RegisterFilter } from '../../../shared/contract/decisionRegister.ts';
import { dayParts, type IsoDay } from '../../../shared/dates.ts';
import { isUnfinished } from '../../../shared/rules/decisionStatus.ts';
import { namesLanguage } from '../directory/namesLanguage.ts';
import { registerList } from '../decisions/register/list.ts';
import { readRegisterRows } from '../decisions/register/rows.ts';
import { asList, readAll, type Reader } from '../statements.ts';
import { readDue } from './read.ts';

interface Entry {
  id: string;
  number: string;
  text: string;
  who: string;
  dueOn: IsoDay;
  source: string;
}

/** A calendar shows one line of it; the whole text stands in the description. */
const longestSummary = 120;
const chunk = 1000;

/** Midnight of the day by this computer's clock: what an all-day entry is made from. */
function midnight(day: IsoDay): Date {
  const { year, month, day: dayOfMonth } = dayParts(day);
  return new Date(year, month - 1, dayOfMonth);
}

/** Unfinished decisions with a deadline that the filter finds. */
function decisionsDue(reader: Reader, filter: RegisterFilter, today: IsoDay): Entry[] {
  const query = { filter, sort: { by: 'due' as const, descending: false }, groupBy: 'none' as const };
  const { keys } = registerList(reader, query, today, namesLanguage(reader));
  const entries: Entry[] = [];
  for (let at = 0; at < keys.length; at += chunk)
    for (const row of readRegisterRows(reader, keys.slice(at, at + chunk), today))
      if (row.dueOn !== null && (row.state === 'overdue' || isUnfinished(row.state)))
        entries.push({
          ...row,
          dueOn: row.dueOn,
          who: [row.lead, row.others].filter(Boolean).join(', '),
          source: row.group,
        });
  return entries;
}

/** Parties of these obligations by organisation. */
const partiesOf = (reader: Reader, ids: readonly string[]): Map<string, string | null> =>
  new Map(
    readAll<{ id: string; organisationId: string | null }>(
      reader,
      `SELECT o.id, p.organisationId FROM json_each(?) j CROSS JOIN obligation o ON o.id = j.value
         JOIN memorandum_party p ON p.id = o.partyId`,
      asList(ids),
    ).map(({ id, organisationId }) => [id, organisationId]),
  );

/** Obligations that are due in the filter's days, of its groups and organisations; none where it asks for a meeting or words. */
function obligationsDue(reader: Reader, filter: RegisterFilter, today: IsoDay): Entry[] {
  const asksForDecisions =
    filter.meetingId !== null || filter.text.trim() !== '' || filter.heldFrom !== null || filter.heldUntil !== null;
  if (asksForDecisions) return [];
  const due = readDue(reader, { from: filter.dueFrom, until: filter.dueUntil, limit: 100_000, today }).filter(
    ({ kind, groupId }) =>
      kind === 'obligation' &&
      (filter.groupIds.length === 0 || (groupId !== null && filter.groupIds.includes(groupId))),
  );
  const parties = partiesOf(
    reader,
    due.map(({ id }) => id),
  );
  return due
    .filter(({ id }) => {
      const organisation = parties.get(id) ?? null;
      return (
        filter.organisationIds.length === 0 || (organisation !== null && filter.organisationIds.includes(organisation))
      );
    })
    .map((entry) => ({ ...entry, source: '' }));
}

/**
 * All that is due as a calendar (iCalendar, RFC 5545): one entry of a whole day each, which takes up nobody's time. The
 * UID is the record's id, so that a later file moves an entry instead of making a second one.
 * Throws `dayMalformed`, `endBeforeStart`.
 */
export function dueCalendar(reader: Reader, filter: RegisterFilter, today: IsoDay, now: Date): string {
  const calendar = ical({ prodId: '//Viche//Viche//EN', method: ICalCalendarMethod.PUBLISH });
  // A file that is made later is the newer one (RFC 5545, 3.8.7.4).
  const sequence = Math.floor(now.getTime() / 60_000);
  for (const { id, number, text, who, dueOn, source } of [
    ...decisionsDue(reader, filter, today),
    ...obligationsDue(reader, filter, today),
  ]) {
    const line = [number, text.replaceAll(/\s+/g, ' ').trim()].filter(Boolean).join(' ');
    const letters = [...line];
    calendar.createEvent({
      id: `${id}@viche`,
      sequence,
      stamp: now,
      start: midnight(dueOn),
      allDay: true,
      transparency: ICalEventTransparency.TRANSPARENT,
      summary:
        letters.length > longestSummary
          ? `${letters
              .slice(0, longestSummary - 1)
              .join('')
              .trimEnd()}…`
          : line,
      description: [text, who, source].filter(Boolean).join('\n'),
    });
  }
  return calendar.toString();
}
