import { AppError } from '../../shared/errors.ts';
import type { Client } from '../../shared/contract/index.ts';
import type { MeetingRow } from '../../shared/contract/meetings.ts';
import type { App } from '../core/app.ts';
import type { Command } from './arguments.ts';
import { writeMade } from './files.ts';
import { clientOf } from './procedures.ts';
import { printResult, type Terminal } from './terminal.ts';

const page = 500;
const withMinutes: readonly string[] = ['draftMinutes', 'underApproval', 'signed'];

const momentOf = ({ heldOn, startsAt }: MeetingRow): string => `${heldOn ?? ''} ${startsAt ?? ''}`;

/** The latest meeting that has minutes, by its day and hour. Throws `noMinutesYet`. */
async function lastMeeting(client: Client): Promise<string> {
  let last: MeetingRow | null = null;
  for (let offset = 0, total = 1; offset < total; offset += page) {
    const part = await client.meetings.list({ groupId: null, status: null, text: '', offset, limit: page });
    total = part.total;
    for (const row of part.rows)
      if (withMinutes.includes(row.status) && (last === null || momentOf(row) > momentOf(last))) last = row;
  }
  if (last === null) throw new AppError('noMinutesYet');
  return last.id;
}

/** `viche report`: one Word document of a meeting, in the form of a country; without `--form` in the meeting's own language. */
export async function makeReport(
  command: Extract<Command, { name: 'report' }>,
  app: App,
  terminal: Terminal,
): Promise<void> {
  const client = clientOf(app);
  const meetingId = command.meeting === 'last' ? await lastMeeting(client) : command.meeting;
  const form = command.form ?? (await client.meetings.get({ id: meetingId })).language;
  const { ticket, name } = await client.reports.export({
    report: command.report,
    form,
    meetingId,
    decisionId: command.decision,
    correctionId: command.correction,
    participantId: command.participant,
  });
  const file = await writeMade(terminal, app, ticket, command.out);
  printResult(terminal, { file, name, report: command.report, form, meetingId });
}
