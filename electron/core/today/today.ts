import type { DueRow, TodayView } from '../../../shared/contract/today.ts';
import { addDays, daysBetween, isWorkingDay, startOfWeek, today, type IsoDay } from '../../../shared/dates.ts';
import type { Language } from '../../../shared/languages.ts';
import { countDue, countUnfinishedDecisions, dueByDay, readDue, type DueEntry } from '../due/read.ts';
import { countExchangeWaiting } from '../exchange/waiting.ts';
import { projectsToday } from '../projects/late/late.ts';
import { readOne, type Reader } from '../statements.ts';
import { readSettings } from '../workspace/settings.ts';
import { countryOf } from './country.ts';
import { holidaysBetween } from './holidays.ts';
import { countMeetingsOn, meetingsByDay, nextMeetings } from './meetings.ts';
import { nearMemoranda, withParties } from './memoranda.ts';
import { countMinutes, remarksByDay, waitingMinutes } from './minutes.ts';

/** Days that the ribbon shows and that count as soon, today among them. */
const ribbonDays = 14;
/** Of a text more is cut on the screen in any case. */
const longestText = 300;
/** Holidays are asked for so far back: minutes that wait longer are late in any count. */
const daysBack = 60;

const asDueRow =
  (day: IsoDay) =>
  ({ kind, id, number, text, who, dueOn, sourceId }: DueEntry): DueRow => {
    const daysLeft = daysBetween(day, dueOn);
    const state = daysLeft < 0 ? 'overdue' : 'open';
    return { kind, id, number, text: text.slice(0, longestText), who, dueOn, daysLeft, state, sourceId };
  };

const exists = (reader: Reader, table: 'working_group' | 'meeting' | 'project'): boolean =>
  readOne(reader, `SELECT 1 FROM ${table} WHERE removed = 0 LIMIT 1`) !== undefined;

const countWaiting = (reader: Reader): number => {
  const { drafts, underApproval, undecided } = countMinutes(reader);
  return drafts + underApproval + undecided;
};

/** Everything of the first page at once: what needs somebody now. */
export async function readToday(
  reader: Reader,
  { limit, language }: { limit: number; language: Language },
  resources: string,
  now: Date,
): Promise<TodayView> {
  const day = today(now);
  const until = addDays(day, ribbonDays - 1);
  const country = countryOf(reader, resources, language);
  const holidays = await holidaysBetween(resources, country, language, addDays(day, -daysBack), until);
  const { holidaysAreWorkingDays } = readSettings(reader);
  const off = holidaysAreWorkingDays ? new Map<IsoDay, string>() : holidays;

  const due = dueByDay(reader, day, until);
  const meetings = meetingsByDay(reader, day, until);
  const remarks = remarksByDay(reader, day, until);
  const row = asDueRow(day);
  const near = nearMemoranda(reader, day);
  const sunday = addDays(startOfWeek(day), 6);
  const { unfinished, overdue, soon, later } = countDue(reader, { today: day, until });
  return {
    day,
    ribbon: Array.from({ length: ribbonDays }, (_, at) => {
      const each = addDays(day, at);
      return {
        day: each,
        working: isWorkingDay(each, off),
        holiday: holidays.get(each) ?? '',
        meetings: meetings.get(each) ?? [],
        due: due.get(each) ?? 0,
        remarks: remarks.get(each) ?? 0,
      };
    }),
    counts: {
      unfinished,
      overdue,
      week: countDue(reader, { today: day, until: sunday }).soon,
      soon,
      later,
      ...countMinutes(reader),
      memoranda: near.length,
    },
    overdue: readDue(reader, { from: null, until: addDays(day, -1), limit, today: day }).map(row),
    soon: readDue(reader, { from: day, until, limit, today: day }).map(row),
    later: readDue(reader, { from: addDays(until, 1), until: null, limit, today: day }).map(row),
    meetings: nextMeetings(reader, day, limit),
    minutes: waitingMinutes(reader, day, off, limit),
    memoranda: withParties(reader, near.slice(0, limit)),
    projects: projectsToday(reader, day, limit),
    has: {
      groups: exists(reader, 'working_group'),
      meetings: exists(reader, 'meeting'),
      projects: exists(reader, 'project'),
    },
  };
}

/** The numbers beside the areas in the navigation. */
export function readCounts(reader: Reader, now: Date, waitingInFolder: number) {
  const day = today(now);
  return {
    overdue: countDue(reader, { today: day, until: day }).overdue,
    unfinished: countUnfinishedDecisions(reader),
    memorandaNearNotice: nearMemoranda(reader, day).length,
    minutesWaiting: countWaiting(reader),
    exchange: countExchangeWaiting(reader) + waitingInFolder,
  };
}

/** What the daily notice says, in numbers only; null where there is nothing to say. */
export function readNotice(reader: Reader, now: Date) {
  const day = today(now);
  const { overdue, soon } = countDue(reader, { today: day, until: addDays(day, ribbonDays - 1) });
  const notice = {
    overdue,
    soon,
    meetings: countMeetingsOn(reader, day),
    minutes: countWaiting(reader),
    memoranda: nearMemoranda(reader, day).length,
  };
  return Object.values(notice).some((count) => count > 0) ? { day, ...notice } : null;
}
