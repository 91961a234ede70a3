import { Readable } from 'node:stream';
import { formatDay, formatTime, today } from '../../../shared/dates.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Language } from '../../../shared/languages.ts';
import type { Core } from '../core.ts';
import { peopleOn } from '../directory/peopleOn.ts';
import { composeMail, type MailDraft } from '../files/mail.ts';
import { mediaTypeOf } from '../files/mediaTypes.ts';
import type { Tickets } from '../files/tickets.ts';
import { readAll } from '../statements.ts';
import { wordsOf } from '../words.ts';
import type { OpenWorkspace } from '../workspace/open.ts';
import { agendaLines, calendarText, calledIn, fileStem } from './calendarFile.ts';
import { requireMeeting } from './records.ts';

/** A Word document of the meeting as the reports make it. */
export type MakeDocument = (document: 'invitation' | 'agenda') => Promise<{ name: string; bytes: Uint8Array }>;

/** Documents made by the reports' worker, so that nothing waits for them. */
export function documentMaker(core: Core, { id, form }: { id: string; form: Language }, now: Date): MakeDocument {
  const { path, key } = core.workspace();
  const common = { path, key, resources: core.ports.resources, today: today(now) };
  const request = { form, meetingId: id, decisionId: null, correctionId: null, participantId: null };
  return (report) => core.workers.run('report', { ...common, request: { ...request, report } });
}

/** Everybody on the list who has an e-mail address. */
function receivers(workspace: OpenWorkspace, meetingId: string, day: string): MailDraft['to'] {
  const ids = readAll<{ personId: string | null }>(
    workspace,
    'SELECT personId FROM participant WHERE meetingId = ? AND removed = 0 ORDER BY sortKey, id',
    meetingId,
  ).map(({ personId }) => personId);
  const people = peopleOn(workspace, ids, day);
  return ids
    .map((id) => people.somebody(id))
    .filter(({ email }) => email.trim() !== '')
    .map(({ name, email }) => ({ name, address: email.trim() }));
}

/**
 * An unsent mail to everybody on the meeting's list, with the invitation and the agenda in the form asked for and the
 * calendar file attached; offered to the door. Throws `notFound`, `dayMissing`, `meetingCancelled`.
 */
export async function offerInvitationMail(
  workspace: OpenWorkspace,
  tickets: Tickets,
  input: { id: string; form: Language },
  resources: string,
  makeDocument: MakeDocument,
  now: Date,
): Promise<{ ticket: string; name: string }> {
  const { id, form } = input;
  const meeting = requireMeeting(workspace, id);
  const { heldOn, startsAt, place, link } = meeting;
  if (meeting.status === 'cancelled') throw new AppError('meetingCancelled');
  if (heldOn === null) throw new AppError('dayMissing');
  const words = wordsOf(resources, form, 'meetings');
  const called = calledIn(workspace, meeting, resources);
  const day = formatDay(heldOn, form, 'weekdayLong');
  const when = startsAt === null ? day : `${day}, ${formatTime(startsAt, form, 'plain')}`;
  const agenda = agendaLines(workspace, id);
  const body = [
    words('mail.opening', { meeting: called }),
    '',
    words('mail.when', { when }),
    ...(place === '' ? [] : [words('mail.place', { place })]),
    ...(link === '' ? [] : [words('mail.link', { link })]),
    ...(agenda.length === 0 ? [] : ['', words('mail.agenda'), ...agenda]),
    '',
    words('mail.answer'),
  ];
  const documents = await Promise.all([makeDocument('invitation'), makeDocument('agenda')]);
  const calendar = {
    name: `${fileStem(meeting)}.ics`,
    bytes: Buffer.from(calendarText(workspace, id, resources, now), 'utf8'),
  };
  const bytes = composeMail({
    to: receivers(workspace, id, heldOn),
    subject: words('mail.subject', { meeting: called, when }),
    body: body.join('\n'),
    attachments: [...documents, calendar].map((file) => ({ ...file, mediaType: mediaTypeOf(file.name) })),
  });
  const name = `${words('mail.fileName')} ${fileStem(meeting)}.eml`;
  return {
    ticket: tickets.offer({ name, mediaType: 'message/rfc822', open: () => Readable.from([bytes]) }),
    name,
  };
}
