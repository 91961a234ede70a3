import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { Readable } from 'node:stream';
import { dayParts, type IsoDay, type IsoTime } from '../../../shared/dates.ts';
import { AppError } from '../../../shared/errors.ts';
import type { OutgoingFile, Tickets } from '../files/tickets.ts';
import { readAll, readOne } from '../statements.ts';
import { wordsOf } from '../words.ts';
import type { OpenWorkspace } from '../workspace/open.ts';
import { requireMeeting, type MeetingRecord } from './records.ts';

/** A time of this computer's clock as an instant. */
function instantOf(day: IsoDay, time: IsoTime): Date {
  const { year, month, day: dayOfMonth } = dayParts(day);
  return new Date(year, month - 1, dayOfMonth, Number(time.slice(0, 2)), Number(time.slice(3)));
}

/** What the meeting is called where only one line is: its title, else kind and group, in its language. */
export function calledIn(workspace: OpenWorkspace, meeting: MeetingRecord, resources: string): string {
  if (meeting.title !== '') return meeting.title;
  const kind = wordsOf(resources, meeting.language, 'vocabulary')(`meetingKind.${meeting.kind}`);
  const group = readOne<{ name: string }>(workspace, 'SELECT name FROM working_group WHERE id = ?', meeting.groupId);
  return `${kind.charAt(0).toLocaleUpperCase(meeting.language)}${kind.slice(1)}: ${group?.name ?? ''}`;
}

/** The agenda as numbered lines. */
export const agendaLines = (workspace: OpenWorkspace, meetingId: string): string[] =>
  readAll<{ title: string }>(
    workspace,
    'SELECT title FROM agenda_item WHERE meetingId = ? AND removed = 0 ORDER BY sortKey, id',
    meetingId,
  ).map(({ title }, index) => `${index + 1}. ${title}`);

const scheduling = new Set(['schedule', 'place', 'link', 'status', 'title', 'kind']);

/** Grows with every change that a calendar shows, so that programs take a later file for the newer one (RFC 5545, 3.8.7.4). */
const sequenceOf = (workspace: OpenWorkspace, meetingId: string): number =>
  workspace.ledger.history('meeting', meetingId).filter(({ field }) => scheduling.has(field)).length;

/** Without an end the planned minutes of the agenda say how long it lasts, or an hour does. */
function endOf(workspace: OpenWorkspace, meeting: MeetingRecord, start: Date): Date {
  if (meeting.heldOn !== null && meeting.endsAt !== null) return instantOf(meeting.heldOn, meeting.endsAt);
  const planned = readOne<{ minutes: number | null }>(
    workspace,
    'SELECT sum(minutesPlanned) AS minutes FROM agenda_item WHERE meetingId = ? AND removed = 0',
    meeting.id,
  );
  return new Date(start.getTime() + (planned?.minutes || 60) * 60_000);
}

/**
 * The calendar file of a meeting (iCalendar, RFC 5545), times in UTC. Its UID is the meeting's id, so that a later file
 * moves the entry instead of making a second one. Throws `notFound`, `dayMissing`.
 */
export function calendarText(workspace: OpenWorkspace, meetingId: string, resources: string, now: Date): string {
  const meeting = requireMeeting(workspace, meetingId);
  const { heldOn, startsAt } = meeting;
  if (heldOn === null) throw new AppError('dayMissing');
  const start = instantOf(heldOn, startsAt ?? '00:00');
  const agenda = agendaLines(workspace, meetingId);
  const calendar = ical({ prodId: '//Viche//Viche//EN', method: ICalCalendarMethod.PUBLISH });
  calendar.createEvent({
    id: `${meetingId}@viche`,
    sequence: sequenceOf(workspace, meetingId),
    stamp: now,
    start,
    ...(startsAt === null ? { allDay: true } : { end: endOf(workspace, meeting, start) }),
    summary: calledIn(workspace, meeting, resources),
    description: [...agenda, ...(meeting.link === '' ? [] : ['', meeting.link])].join('\n'),
    location: meeting.place || meeting.link || null,
    status: meeting.status === 'cancelled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
  return calendar.toString();
}

/** A name for files about a meeting: its day and number. */
export const fileStem = ({ heldOn, number }: MeetingRecord): string =>
  [heldOn, number.replaceAll(/[^\p{L}\p{N}]+/gu, '-')].filter(Boolean).join(' ');

/** Offers the calendar file to the door. Throws `notFound`, `dayMissing`. */
export function offerCalendarFile(
  workspace: OpenWorkspace,
  tickets: Tickets,
  meetingId: string,
  resources: string,
  now: Date,
): { ticket: string; name: string } {
  const text = calendarText(workspace, meetingId, resources, now);
  const name = `${fileStem(requireMeeting(workspace, meetingId))}.ics`;
  const file: OutgoingFile = {
    name,
    mediaType: 'text/calendar',
    open: () => Readable.from([Buffer.from(text, 'utf8')]),
  };
  return { ticket: tickets.offer(file), name };
}
