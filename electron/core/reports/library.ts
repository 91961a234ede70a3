import type { ReportRequest } from '../../../shared/contract/reports.ts';
import { meetingDocuments } from '../../../shared/vocabulary.ts';
import type { Author } from '../ledger/ledger.ts';
import { readAll, readOne, type Reader } from '../statements.ts';
import type { OpenWorkspace } from '../workspace/open.ts';
import type { Report } from './makeReport.ts';
import { exportedReport } from './tables.ts';

const subjects = ['meeting', 'decision', 'correction', 'participant'] as const;
type Subject = (typeof subjects)[number];

/** The record that a paper is about: that of its meeting, unless it is about a part of it. */
function subjectOf(request: ReportRequest): { subjectEntity: Subject; subjectId: string } {
  const { report, meetingId, decisionId, correctionId, participantId } = request;
  if (report === 'extract' && decisionId !== null) return { subjectEntity: 'decision', subjectId: decisionId };
  if (report === 'correction' && correctionId !== null) return { subjectEntity: 'correction', subjectId: correctionId };
  if (report === 'invitation' && participantId !== null)
    return { subjectEntity: 'participant', subjectId: participantId };
  return { subjectEntity: 'meeting', subjectId: meetingId };
}

/** The meeting that a subject belongs to. */
const meetingOf: Record<Subject, string> = {
  meeting: 'SELECT id AS meetingId FROM meeting WHERE id = ?',
  decision: 'SELECT i.meetingId FROM decision d JOIN agenda_item i ON i.id = d.itemId WHERE d.id = ?',
  correction: 'SELECT meetingId FROM correction WHERE id = ?',
  participant: 'SELECT meetingId FROM participant WHERE id = ?',
};

/** The request that made a paper; null where its subject is not of this workspace. */
function requestOf(workspace: Reader, row: StoredReport): ReportRequest | null {
  const { subjectEntity, subjectId, form } = row;
  const report = meetingDocuments.find((name) => name === row.report);
  const subject = subjects.find((name) => name === subjectEntity);
  if (!report || !subject) return null;
  const found = readOne<{ meetingId: string }>(workspace, meetingOf[subject], subjectId);
  if (!found) return null;
  const idOf = (of: Subject): string | null => (subject === of ? subjectId : null);
  return {
    report,
    form,
    meetingId: found.meetingId,
    decisionId: idOf('decision'),
    correctionId: idOf('correction'),
    participantId: idOf('participant'),
  };
}

/**
 * Notes a paper in the library.
 * @param stateClock the newest clock of the workspace before the paper was made
 */
export function noteExport(
  workspace: OpenWorkspace,
  author: Author,
  input: { request: ReportRequest; report: Report; stateClock: string; at: string },
): string {
  const { request, report, stateClock, at } = input;
  return workspace.ledger.write(author, { label: 'reports.export' }, (w) =>
    w.insert(exportedReport, {
      report: request.report,
      form: request.form,
      title: report.title,
      fileName: report.name,
      ...subjectOf(request),
      exportedAt: at,
      sha256: report.sha256,
      stateClock,
    }),
  );
}

export function removeFromLibrary(workspace: OpenWorkspace, author: Author, id: string) {
  workspace.ledger.write(author, { label: 'reports.removeFromLibrary' }, (w) => w.remove(exportedReport, id));
}

interface StoredReport {
  id: string;
  report: string;
  form: 'uk' | 'en' | 'lt' | 'lv';
  title: string;
  fileName: string;
  subjectEntity: string;
  subjectId: string;
  exportedAt: string | null;
  sha256: string;
  stateClock: string;
}

/** Rows that the papers of a meeting are made from: entity and id. People and organisations as the meeting names them. */
const rowsOfMeeting = `
  WITH one AS (SELECT id, groupId, chairId, secretaryId FROM meeting WHERE id = ?),
    item AS (SELECT id, rapporteurId FROM agenda_item WHERE meetingId = (SELECT id FROM one)),
    taken AS (SELECT d.id FROM decision d JOIN item i ON i.id = d.itemId),
    seated AS (SELECT * FROM participant WHERE meetingId = (SELECT id FROM one)),
    said AS (SELECT s.id, s.speakerId FROM speech s JOIN item i ON i.id = s.itemId),
    charged AS (SELECT a.* FROM assignee a JOIN taken t ON t.id = a.decisionId),
    named AS (
      SELECT personId AS id FROM seated UNION SELECT insteadOfId FROM seated UNION SELECT rapporteurId FROM item
      UNION SELECT speakerId FROM said UNION SELECT personId FROM charged
      UNION SELECT chairId FROM one UNION SELECT secretaryId FROM one),
    printed (entity, row) AS (
      SELECT 'meeting', id FROM one
      UNION ALL SELECT 'agendaItem', id FROM item
      UNION ALL SELECT 'participant', id FROM seated
      UNION ALL SELECT 'presence', p.id FROM presence p JOIN seated s ON s.id = p.participantId
      UNION ALL SELECT 'sessionMark', id FROM session_mark WHERE meetingId = (SELECT id FROM one)
      UNION ALL SELECT 'speech', id FROM said
      UNION ALL SELECT 'decision', id FROM taken
      UNION ALL SELECT 'assignee', id FROM charged
      UNION ALL SELECT 'ballot', b.id FROM ballot b JOIN taken t ON t.id = b.decisionId
      UNION ALL SELECT 'dissent', x.id FROM dissent x JOIN taken t ON t.id = x.decisionId
      UNION ALL SELECT 'person', id FROM named
      UNION ALL SELECT 'office', o.id FROM office o JOIN named n ON n.id = o.personId
      UNION ALL SELECT 'organisation', organisationId FROM seated
      UNION ALL SELECT 'organisation', organisationId FROM charged
      UNION ALL SELECT 'workingGroup', groupId FROM one),
    afterwards (entity, row) AS (
      SELECT 'signature', id FROM signature WHERE meetingId = (SELECT id FROM one)
      UNION ALL SELECT 'correction', id FROM correction WHERE meetingId = (SELECT id FROM one)),
    execution_rows (entity, row) AS (
      SELECT 'execution', id FROM taken
      UNION ALL SELECT 'progressNote', n.id FROM progress_note n JOIN taken t ON t.id = n.decisionId)`;

interface Newest {
  hlc: string | null;
  changeSet: number | null;
}

/** The newest change of what a meeting's papers say; each group of rows is looked at once. */
function newestOf(workspace: Reader, meetingId: string) {
  const known = new Map<string, Newest>();
  return (rows: 'printed' | 'afterwards' | 'execution_rows'): Newest => {
    const found =
      known.get(rows) ??
      readOne<Newest>(
        workspace,
        `${rowsOfMeeting} SELECT max(c.hlc) AS hlc, max(c.changeSet) AS changeSet
         FROM ${rows} r JOIN change c ON c.entity = r.entity AND c.row = r.row`,
        meetingId,
      );
    const newest = found ?? { hlc: null, changeSet: null };
    known.set(rows, newest);
    return newest;
  };
}

/**
 * What was exported, the newest first. Outdated: something that the paper says has changed since. A paper of signed
 * minutes says what was signed, so only a signature or a correction that came later outdates it; the table of decisions
 * also lives from how they are carried out.
 */
export function readLibrary(workspace: Reader) {
  const reports = readAll<StoredReport>(
    workspace,
    `SELECT id, report, form, title, fileName, subjectEntity, subjectId, exportedAt, sha256, stateClock
     FROM exported_report WHERE removed = 0 ORDER BY exportedAt DESC, id DESC LIMIT 1000`,
  );
  const meetings = new Map<string, ReturnType<typeof newestOf>>();
  return reports.flatMap((report) => {
    const request = requestOf(workspace, report);
    if (request === null) return [];
    const { id, title, fileName, sha256, stateClock, exportedAt } = report;
    const { meetingId } = request;
    const noted =
      readOne<{ n: number }>(
        workspace,
        `SELECT min(changeSet) AS n FROM change WHERE entity = 'exportedReport' AND row = ?`,
        id,
      )?.n ?? 0;
    // A change from a partner can be older by its clock and yet arrive later: its change set tells.
    const isSince = ({ hlc, changeSet }: Newest): boolean =>
      (hlc !== null && hlc > stateClock) || (changeSet !== null && changeSet > noted);
    const newest = meetings.get(meetingId) ?? newestOf(workspace, meetingId);
    meetings.set(meetingId, newest);
    const signed = readOne(workspace, 'SELECT 1 FROM signature WHERE meetingId = ? AND removed = 0', meetingId);
    const outdated =
      isSince(newest('afterwards')) ||
      (signed === undefined && isSince(newest('printed'))) ||
      (report.report === 'decisionTable' && isSince(newest('execution_rows')));
    return [{ id, request, title, fileName, sha256, exportedAt: exportedAt ?? '', outdated }];
  });
}
