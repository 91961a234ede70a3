import * as z from 'zod';
import {
  reportRequest,
  type MeetingReportRequest,
  type ProjectReportRequest,
  type ReportRequest,
} from '../../../shared/contract/reports.ts';
import type { Language } from '../../../shared/languages.ts';
import { meetingDocuments, projectDocuments } from '../../../shared/vocabulary.ts';
import { readOne, type Reader } from '../statements.ts';

/** What a paper can be about; null: a whole register. */
export interface Subject {
  subjectEntity: SubjectEntity | '';
  subjectId: string;
}

const subjectEntities = [
  'meeting',
  'decision',
  'correction',
  'participant',
  'memorandum',
  'amendment',
  'organisation',
  'workingGroup',
  'project',
] as const;
type SubjectEntity = (typeof subjectEntities)[number];

const about = (subjectEntity: SubjectEntity, subjectId: string): Subject => ({ subjectEntity, subjectId });
const wholeRegister: Subject = { subjectEntity: '', subjectId: '' };

export const isMeetingRequest = (request: ReportRequest): request is MeetingReportRequest =>
  meetingDocuments.some((name) => name === request.report);

export const isProjectRequest = (request: ReportRequest): request is ProjectReportRequest =>
  projectDocuments.some((name) => name === request.report);

function subjectOfMeeting(request: MeetingReportRequest): Subject {
  const { report, meetingId, decisionId, correctionId, participantId } = request;
  if (report === 'extract' && decisionId !== null) return about('decision', decisionId);
  if (report === 'correction' && correctionId !== null) return about('correction', correctionId);
  if (report === 'invitation' && participantId !== null) return about('participant', participantId);
  return about('meeting', meetingId);
}

/** The record that a paper is about: that of its meeting or memorandum, unless it is about a part of it. */
export function subjectOf(request: ReportRequest): Subject {
  if (isMeetingRequest(request)) return subjectOfMeeting(request);
  if (isProjectRequest(request)) return about('project', request.projectId);
  switch (request.report) {
    case 'memorandum':
      return about('memorandum', request.memorandumId);
    case 'amendment':
      return about('amendment', request.amendmentId);
    case 'obligationState':
      return request.memorandumId === null ? wholeRegister : about('memorandum', request.memorandumId);
    case 'reminder':
      return about('organisation', request.organisationId);
    case 'decisionState':
      if (request.meetingId !== null) return about('meeting', request.meetingId);
      if (request.organisationId !== null) return about('organisation', request.organisationId);
      return request.groupId === null ? wholeRegister : about('workingGroup', request.groupId);
    case 'memorandumRegister':
      return request.groupId === null ? wholeRegister : about('workingGroup', request.groupId);
  }
}

/** What the library calls a subject. Empty words where the record has none. */
const words: Record<SubjectEntity, string> = {
  meeting: `SELECT g.shortName || CASE WHEN m.number = '' THEN '' ELSE ', ' || m.number END AS words
            FROM meeting m JOIN working_group g ON g.id = m.groupId WHERE m.id = ?`,
  decision: 'SELECT text AS words FROM decision WHERE id = ?',
  correction: 'SELECT now AS words FROM correction WHERE id = ?',
  participant: `SELECT trim(coalesce(p.surname || ' ' || p.givenName, a.nameText)) AS words
                FROM participant a LEFT JOIN person p ON p.id = a.personId WHERE a.id = ?`,
  memorandum: 'SELECT title AS words FROM memorandum WHERE id = ?',
  amendment: `SELECT m.title AS words FROM amendment a JOIN memorandum m ON m.id = a.memorandumId WHERE a.id = ?`,
  organisation: 'SELECT name AS words FROM organisation WHERE id = ?',
  project: 'SELECT title AS words FROM project WHERE id = ?',
  workingGroup: 'SELECT name AS words FROM working_group WHERE id = ?',
};

const longest = 200;

/** The words for a subject as they stand today; empty for a whole register, null where it is not of this workspace. */
export function subjectWords(workspace: Reader, { subjectEntity, subjectId }: Subject): string | null {
  if (subjectEntity === '') return '';
  const found = readOne<{ words: string | null }>(workspace, words[subjectEntity], subjectId);
  return found === undefined ? null : (found.words ?? '').slice(0, longest);
}

/** The meeting that a subject belongs to. */
const meetingOf: Partial<Record<SubjectEntity, string>> = {
  meeting: 'SELECT id AS meetingId FROM meeting WHERE id = ?',
  decision: 'SELECT i.meetingId FROM decision d JOIN agenda_item i ON i.id = d.itemId WHERE d.id = ?',
  correction: 'SELECT meetingId FROM correction WHERE id = ?',
  participant: 'SELECT meetingId FROM participant WHERE id = ?',
};

export interface StoredRequest {
  report: string;
  form: Language;
  subjectEntity: string;
  subjectId: string;
  /** JSON; empty for papers from before it was kept. */
  request: string;
}

const keptRequest = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue('not JSON');
    return z.NEVER;
  }
});

/** The request that made a paper, with what it is about; null where its subject is not of this workspace. */
export function requestOf(
  workspace: Reader,
  row: StoredRequest,
): { request: ReportRequest; subject: Subject; words: string } | null {
  const request = row.request === '' ? olderRequest(workspace, row) : newerRequest(row.request);
  if (request === null) return null;
  const subject = subjectOf(request);
  const said = subjectWords(workspace, subject);
  return said === null ? null : { request, subject, words: said };
}

function newerRequest(text: string): ReportRequest | null {
  const parsed = keptRequest.pipe(reportRequest).safeParse(text);
  return parsed.success ? parsed.data : null;
}

function olderRequest(workspace: Reader, { report: name, form, subjectEntity, subjectId }: StoredRequest) {
  const report = meetingDocuments.find((each) => each === name);
  const subject = subjectEntities.find((each) => each === subjectEntity);
  const query = subject && meetingOf[subject];
  if (!report || !query) return null;
  const found = readOne<{ meetingId: string }>(workspace, query, subjectId);
  if (!found) return null;
  const idOf = (of: SubjectEntity): string | null => (subject === of ? subjectId : null);
  return {
    report,
    form,
    meetingId: found.meetingId,
    decisionId: idOf('decision'),
    correctionId: idOf('correction'),
    participantId: idOf('participant'),
  };
}
