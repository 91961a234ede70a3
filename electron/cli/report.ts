import type { Client } from '../../shared/contract/index.ts';
import type { MeetingRow } from '../../shared/contract/meetings.ts';
import { everyProject } from '../../shared/contract/projects.ts';
import type { ReportRequest } from '../../shared/contract/reports.ts';
import { AppError } from '../../shared/errors.ts';
import type { Language } from '../../shared/languages.ts';
import {
  meetingDocuments,
  projectDocuments,
  type MeetingDocument,
  type ProjectDocument,
  type RegisterDocument,
} from '../../shared/vocabulary.ts';
import type { App } from '../core/app.ts';
import type { ReportCommand } from './arguments.ts';
import { writeMade } from './files.ts';
import { clientOf } from './procedures.ts';
import { printResult, UsageError, type Terminal } from './terminal.ts';

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

const needed = (value: string | null, option: string): string => {
  if (!value) throw new UsageError('usage.missing', { option });
  return value;
};

async function requestOfMeeting(
  report: MeetingDocument,
  command: ReportCommand,
  client: Client,
): Promise<ReportRequest> {
  const { meeting, decision, correction, participant } = command;
  const meetingId = meeting === null || meeting === 'last' ? await lastMeeting(client) : meeting;
  return {
    report,
    form: command.form ?? (await client.meetings.get({ id: meetingId })).language,
    meetingId,
    decisionId: decision,
    correctionId: correction,
    participantId: participant,
  };
}

/** The project that began last. Throws `noProjectYet`. */
async function lastProject(client: Client): Promise<string> {
  const { rows } = await client.projects.list({ ...everyProject, offset: 0, limit: 1 });
  const [last] = rows;
  if (last === undefined) throw new AppError('noProjectYet');
  return last.id;
}

async function requestOfProject(
  report: ProjectDocument,
  command: ReportCommand,
  client: Client,
): Promise<ReportRequest> {
  const { project, asOf } = command;
  const projectId = project === null || project === 'last' ? await lastProject(client) : project;
  const form = command.form ?? (await client.projects.get({ id: projectId })).language;
  switch (report) {
    case 'progressReport': {
      const from = needed(command.from, '--from');
      return { report, form, projectId, from, until: needed(command.until, '--until') };
    }
    case 'coverageReport':
      return { report, form, projectId, asOf };
    case 'projectPassport':
    case 'finalReport':
    case 'programmeAnnex':
      return { report, form, projectId };
  }
}

/** @param language for papers over a register, which have none of their own */
async function requestOf(command: ReportCommand, client: Client, language: Language): Promise<ReportRequest> {
  const { group: groupId, from, until } = command;
  const ofMeeting = meetingDocuments.find((each) => each === command.report);
  if (ofMeeting !== undefined) return requestOfMeeting(ofMeeting, command, client);
  const ofProject = projectDocuments.find((each) => each === command.report);
  if (ofProject !== undefined) return requestOfProject(ofProject, command, client);
  const report = command.report as RegisterDocument;
  switch (report) {
    case 'decisionState': {
      const meetingId = command.meeting === 'last' ? await lastMeeting(client) : command.meeting;
      const { by, organisation: organisationId, unfinished } = command;
      const form = command.form ?? language;
      return { report, form, by, groupId, organisationId, meetingId, from, until, unfinished };
    }
    case 'reminder': {
      const organisationId = needed(command.organisation, '--organisation');
      return { report, form: command.form ?? language, organisationId, groupId, until };
    }
    case 'memorandum':
    case 'amendment': {
      const memorandumId = needed(command.memorandum, '--memorandum');
      const form = command.form ?? (await client.memoranda.get({ id: memorandumId })).language;
      return report === 'memorandum'
        ? { report, form, memorandumId, versionId: command.version }
        : { report, form, memorandumId, amendmentId: needed(command.amendment, '--amendment') };
    }
    case 'memorandumRegister':
      return { report, form: command.form ?? language, states: command.states, groupId };
    case 'obligationState':
      return { report, form: command.form ?? language, memorandumId: command.memorandum };
  }
}

/** `viche report`: one Word document in the form of a country; without `--form` in the language of what it is about. */
export async function makeReport(
  command: ReportCommand,
  app: App,
  terminal: Terminal,
  language: Language,
): Promise<void> {
  const client = clientOf(app);
  const request = await requestOf(command, client, language);
  const { ticket, name } = await client.reports.export(request);
  const file = await writeMade(terminal, app, ticket, command.out);
  printResult(terminal, { file, name, ...request });
}
