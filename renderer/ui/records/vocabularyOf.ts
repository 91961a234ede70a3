import type vocabulary from '../../../resources/locales/en/vocabulary.json';

/** A closed list of values with words of its own. */
export type ClosedList = keyof typeof vocabulary;

const lists: Record<string, ClosedList> = {
  'organisation.kind': 'organisationKind',
  'person.gender': 'gender',
  'workingGroup.quorumKind': 'quorumKind',
  'workingGroup.numberingPeriod': 'numberingPeriod',
  'membership.role': 'memberRole',
  'meeting.kind': 'meetingKind',
  'meeting.status': 'meetingStatus',
  'agendaItem.kind': 'agendaItemKind',
  'participant.role': 'participantRole',
  'participant.answer': 'invitationAnswer',
  'participant.attendance': 'attendanceState',
  'sessionMark.kind': 'sessionMarkKind',
  'sessionMark.reason': 'breakReason',
  'speech.kind': 'speechKind',
  'remark.outcome': 'remarkOutcome',
  'approval.state': 'approvalState',
  'agendaTemplate.kind': 'meetingKind',
  'decision.kind': 'decisionKind',
  'decision.voteMode': 'voteMode',
  'ballot.choice': 'ballotChoice',
  'execution.status': 'executionStatus',
  'execution.repeat': 'repeatKind',
  'occurrence.status': 'executionStatus',
  'assigneeExecution.status': 'executionStatus',
  'savedFilter.register': 'register',
  'memorandum.status': 'memorandumStatus',
  'memorandum.validity': 'validityKind',
  'obligation.repeat': 'repeatKind',
  'obligation.status': 'executionStatus',
  'obligationOccurrence.status': 'executionStatus',
  'amendment.status': 'amendmentStatus',
  'amendedClause.change': 'clauseChange',
};

/** The list that a column of an entity takes its values from; undefined where any value goes. */
export const vocabularyOf = (entity: string, column: string): ClosedList | undefined => lists[`${entity}.${column}`];
