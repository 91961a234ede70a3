import type { ReportRequest } from '../../../shared/contract/reports.ts';
import type { RegisterDocument } from '../../../shared/vocabulary.ts';
import { asList, readOne, type Reader } from '../statements.ts';
import { isMeetingRequest, isProjectRequest } from './subject.ts';

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

/** Rows that the papers of one memorandum are made from. */
const rowsOfMemorandum = `
  WITH one AS (SELECT id FROM memorandum WHERE id = ?),
    party AS (SELECT * FROM memorandum_party WHERE memorandumId = (SELECT id FROM one)),
    promised AS (SELECT id FROM obligation WHERE memorandumId = (SELECT id FROM one)),
    amending AS (SELECT id FROM amendment WHERE memorandumId = (SELECT id FROM one)),
    printed (entity, row) AS (
      SELECT 'memorandum', id FROM one
      UNION ALL SELECT 'memorandumParty', id FROM party
      UNION ALL SELECT 'memorandumClause', id FROM memorandum_clause WHERE memorandumId = (SELECT id FROM one)
      UNION ALL SELECT 'obligation', id FROM promised
      UNION ALL SELECT 'amendment', id FROM amending
      UNION ALL SELECT 'amendedClause', c.id FROM amended_clause c JOIN amending a ON a.id = c.amendmentId
      UNION ALL SELECT 'organisation', organisationId FROM party
      UNION ALL SELECT 'person', signatoryId FROM party
      UNION ALL SELECT 'office', o.id FROM office o JOIN party p ON p.signatoryId = o.personId),
    execution_rows (entity, row) AS (
      SELECT 'obligationOccurrence', o.id FROM obligation_occurrence o JOIN promised p ON p.id = o.obligationId
      UNION ALL SELECT 'obligationNote', n.id FROM obligation_note n JOIN promised p ON p.id = n.obligationId)`;

/** The newest change of some rows, by its clock and by when it came here. */
interface Newest {
  hlc: string | null;
  changeSet: number | null;
}
const nothing: Newest = { hlc: null, changeSet: null };

const ofDecisions = [
  'decision',
  'assignee',
  'execution',
  'occurrence',
  'deadlineMove',
  'assigneeExecution',
  'progressNote',
  'agendaItem',
  'meeting',
  'workingGroup',
  'organisation',
  'person',
];
const ofObligations = [
  'memorandum',
  'memorandumParty',
  'obligation',
  'obligationOccurrence',
  'obligationNote',
  'organisation',
];
const ofProject = [
  'project',
  'projectPlace',
  'projectPartner',
  'objective',
  'activityLine',
  'activity',
  'activityPlace',
  'participantCount',
  'milestone',
  'deliverable',
  'translation',
  'risk',
  'indicator',
  'indicatorTarget',
  'indicatorValue',
  'programmeTask',
  'programmeYear',
  'narrative',
  'funder',
  'budgetLine',
  'expense',
  'projectRate',
  'organisation',
  'person',
];
/** What a paper over a whole register lives from: any change of these outdates it, also of a row it does not show. */
const ofRegister: Record<RegisterDocument | 'project', readonly string[]> = {
  project: ofProject,
  decisionState: ofDecisions,
  reminder: [...ofDecisions, ...ofObligations, 'office', 'membership'],
  memorandum: [],
  amendment: [],
  memorandumRegister: [...ofObligations, 'amendment'],
  obligationState: ofObligations,
};

/**
 * Tells of papers whether something that they say has changed since; each group of rows is looked at once.
 *
 * A paper of signed minutes says what was signed, so only a signature, a decision between signatures or a correction that
 * came later outdates it; the table
 * of decisions also lives from how they are carried out. A kept version of a memorandum never changes. Papers over a
 * register are outdated by any change of its records.
 * @param since no paper that is asked about was noted before this change set
 */
export function outdatedPapers(workspace: Reader, since: number) {
  const known = new Map<string, Newest>();
  const remembered = (key: string, find: () => Newest | undefined): Newest => {
    const found = known.get(key) ?? find() ?? nothing;
    known.set(key, found);
    return found;
  };
  const newestOf = (rows: string, group: string, id: string): Newest =>
    remembered(`${group} ${id}`, () =>
      readOne<Newest>(
        workspace,
        `${rows} SELECT max(c.hlc) AS hlc, max(c.changeSet) AS changeSet
         FROM ${group} r JOIN change c ON c.entity = r.entity AND c.row = r.row`,
        id,
      ),
    );
  const newestRuling = (meetingId: string): Newest =>
    remembered(`ruling ${meetingId}`, () =>
      readOne<Newest>(
        workspace,
        `SELECT max(hlc) AS hlc, max(changeSet) AS changeSet FROM change
         WHERE entity = 'meeting' AND row = ? AND field = 'ruling'`,
        meetingId,
      ),
    );
  const newestInRegister = (report: keyof typeof ofRegister): Newest =>
    remembered(report, () =>
      readOne<Newest>(
        workspace,
        `SELECT s.hlc, c.changeSet FROM change c JOIN change_set s ON s.n = c.changeSet
         WHERE c.changeSet > ? AND c.entity IN (SELECT value FROM json_each(?)) ORDER BY c.changeSet DESC LIMIT 1`,
        since,
        asList(ofRegister[report]),
      ),
    );

  /**
   * @param stateClock the newest clock of the workspace before the paper was made
   * @param noted the change set that noted it
   */
  return (request: ReportRequest, stateClock: string, noted: number): boolean => {
    // A change from a partner can be older by its clock and yet arrive later: its change set tells.
    const isSince = ({ hlc, changeSet }: Newest): boolean =>
      (hlc !== null && hlc > stateClock) || (changeSet !== null && changeSet > noted);
    if (isMeetingRequest(request)) {
      const { meetingId, report } = request;
      const newest = (group: string) => newestOf(rowsOfMeeting, group, meetingId);
      const signed = readOne(workspace, 'SELECT 1 FROM signature WHERE meetingId = ? AND removed = 0', meetingId);
      return (
        isSince(newest('afterwards')) ||
        isSince(newestRuling(meetingId)) ||
        (signed === undefined && isSince(newest('printed'))) ||
        (report === 'decisionTable' && isSince(newest('execution_rows')))
      );
    }
    if (isProjectRequest(request)) return isSince(newestInRegister('project'));
    const newest = (group: string, memorandumId: string) => newestOf(rowsOfMemorandum, group, memorandumId);
    switch (request.report) {
      case 'memorandum':
        return request.versionId === null && isSince(newest('printed', request.memorandumId));
      case 'amendment':
        return isSince(newest('printed', request.memorandumId));
      case 'obligationState':
        if (request.memorandumId === null) return isSince(newestInRegister('obligationState'));
        return (
          isSince(newest('printed', request.memorandumId)) || isSince(newest('execution_rows', request.memorandumId))
        );
      case 'decisionState':
      case 'reminder':
      case 'memorandumRegister':
        return isSince(newestInRegister(request.report));
    }
  };
}
