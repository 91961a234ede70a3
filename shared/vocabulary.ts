/** Closed lists of values that records may hold. The words for them stand in `resources/locales/<language>/vocabulary.json`. */
export const organisationKinds = [
  'regionalAdministration',
  'police',
  'socialService',
  'localAuthority',
  'education',
  'health',
  'migrationService',
  'employmentService',
  'judiciary',
  'ngo',
  'international',
  'other',
] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

/** Used for declension and word forms only. */
export const genders = ['female', 'male', 'unknown'] as const;
export type Gender = (typeof genders)[number];

export const memberRoles = ['chair', 'deputy', 'secretary', 'member', 'adviser'] as const;
export type MemberRole = (typeof memberRoles)[number];

export const quorumKinds = ['majority', 'twoThirds', 'fixed'] as const;
export type QuorumKind = (typeof quorumKinds)[number];

export const numberingPeriods = ['year', 'term'] as const;
export type NumberingPeriod = (typeof numberingPeriods)[number];

export const meetingKinds = [
  'ordinary',
  'extraordinary',
  'roundTable',
  'joint',
  'advocacy',
  'training',
  'correspondence',
] as const;
export type MeetingKind = (typeof meetingKinds)[number];

export const meetingStatuses = [
  'planned',
  'inSession',
  'draftMinutes',
  'underApproval',
  'signed',
  'cancelled',
] as const;
export type MeetingStatus = (typeof meetingStatuses)[number];

export const agendaItemKinds = ['ordinary', 'carryOver'] as const;
export type AgendaItemKind = (typeof agendaItemKinds)[number];

/** Why somebody is at the table: a member or a member's stand-in counts for the seat, a guest never does. */
export const participantRoles = ['chair', 'deputy', 'secretary', 'member', 'adviser', 'guest'] as const;
export type ParticipantRole = (typeof participantRoles)[number];

export const invitationAnswers = ['none', 'coming', 'notComing', 'substitute'] as const;
export type InvitationAnswer = (typeof invitationAnswers)[number];

/** How somebody took part; `expected` until somebody says otherwise. */
export const attendanceStates = ['expected', 'present', 'remote', 'absent', 'excused'] as const;
export type AttendanceState = (typeof attendanceStates)[number];

export const speechKinds = ['heard', 'speech'] as const;
export type SpeechKind = (typeof speechKinds)[number];

export const decisionKinds = ['decision', 'information'] as const;
export type DecisionKind = (typeof decisionKinds)[number];

export const voteModes = ['none', 'consensus', 'counts', 'rollCall', 'secret'] as const;
export type VoteMode = (typeof voteModes)[number];

export const ballotChoices = ['for', 'against', 'abstained', 'recused', 'notVoted'] as const;
export type BallotChoice = (typeof ballotChoices)[number];

export const executionStatuses = ['open', 'inProgress', 'done', 'cancelled'] as const;
export type ExecutionStatus = (typeof executionStatuses)[number];

/** What happened in the room while the meeting was in session, with the time it happened. */
export const sessionMarkKinds = ['opened', 'itemStarted', 'breakStarted', 'breakEnded', 'closed'] as const;
export type SessionMarkKind = (typeof sessionMarkKinds)[number];

export const breakReasons = ['pause', 'alarm', 'power'] as const;
export type BreakReason = (typeof breakReasons)[number];

export const approvalStates = ['waiting', 'approved', 'remarks', 'noAnswer'] as const;
export type ApprovalState = (typeof approvalStates)[number];

export const remarkOutcomes = ['pending', 'accepted', 'partly', 'rejected'] as const;
export type RemarkOutcome = (typeof remarkOutcomes)[number];

/** The Word documents of a meeting. */
export const meetingDocuments = [
  'agenda',
  'invitation',
  'registrationSheet',
  'minutes',
  'shortMinutes',
  'extract',
  'decisionTable',
  'correction',
] as const;
export type MeetingDocument = (typeof meetingDocuments)[number];

/** How an assignment or an obligation comes back: once each period, or always in force without a day of its own. */
export const repeatKinds = ['none', 'month', 'quarter', 'halfYear', 'year', 'standing'] as const;
export type RepeatKind = (typeof repeatKinds)[number];

/** What is stored of a memorandum's life; what only the days decide is derived (see `memorandumStates`). */
export const memorandumStatuses = ['draft', 'agreed', 'signed', 'terminated'] as const;
export type MemorandumStatus = (typeof memorandumStatuses)[number];

/** The whole life of a memorandum, as it is shown on a day. */
export const memorandumStates = [
  'draft',
  'agreed',
  'signed',
  'inForce',
  'expired',
  'terminated',
  'superseded',
] as const;
export type MemorandumState = (typeof memorandumStates)[number];

export const validityKinds = ['fixed', 'openEnded', 'autoRenewing'] as const;
export type ValidityKind = (typeof validityKinds)[number];

export const amendmentStatuses = ['draft', 'signed'] as const;

/** What an amendment does with a clause. */
export const clauseChanges = ['replaces', 'adds', 'repeals'] as const;
export type ClauseChange = (typeof clauseChanges)[number];

/** The Word documents of the registers. */
export const registerDocuments = [
  'decisionState',
  'reminder',
  'memorandum',
  'amendment',
  'memorandumRegister',
  'obligationState',
] as const;
export type RegisterDocument = (typeof registerDocuments)[number];

export const projectStatuses = ['preparing', 'ongoing', 'suspended', 'completed', 'cancelled'] as const;
export type ProjectStatus = (typeof projectStatuses)[number];

export const activityKinds = [
  'roundTable',
  'training',
  'campaign',
  'actionPlan',
  'monitoringVisit',
  'advocacyMeeting',
  'conference',
  'study',
  'publication',
  'other',
] as const;
export type ActivityKind = (typeof activityKinds)[number];

export const activityStatuses = ['planned', 'held', 'postponed', 'cancelled'] as const;
export type ActivityStatus = (typeof activityStatuses)[number];

/** How far one territory of an activity has come: with the activity, or on its own. */
export const placeStatuses = ['follows', 'planned', 'held', 'missed'] as const;
export type PlaceStatus = (typeof placeStatuses)[number];

/** By what participants are counted, each of them apart; `total` stands in the activity. */
export const participantDimensions = ['sex', 'ageBand', 'profession', 'country'] as const;
export type ParticipantDimension = (typeof participantDimensions)[number];
export const participantSexes = ['female', 'male', 'unknown'] as const;
export const ageBands = ['under18', 'from18', 'from30', 'from45', 'from60', 'unknown'] as const;
export const professionGroups = [
  'localAuthority',
  'socialWorker',
  'socialPedagogue',
  'police',
  'borderGuard',
  'prosecutor',
  'judge',
  'health',
  'psychologist',
  'migrationService',
  'employmentService',
  'ngo',
  'media',
  'youth',
  'other',
] as const;
export type ProfessionGroup = (typeof professionGroups)[number];

export const partnerRoles = ['lead', 'partner', 'associated', 'contractor', 'other'] as const;

export const deliverableStatuses = ['planned', 'inProgress', 'ready', 'published', 'dropped'] as const;
export type DeliverableStatus = (typeof deliverableStatuses)[number];

export const translationStates = ['planned', 'translating', 'editing', 'ready', 'published'] as const;
export type TranslationState = (typeof translationStates)[number];

export const riskStatuses = ['open', 'occurred', 'closed'] as const;
export type RiskStatus = (typeof riskStatuses)[number];

export const indicatorFrequencies = ['once', 'month', 'quarter', 'halfYear', 'year'] as const;
export type IndicatorFrequency = (typeof indicatorFrequencies)[number];

/** How values of several periods make one: added up, the last one counts, or their mean. */
export const indicatorSummings = ['sum', 'last', 'mean'] as const;
export type IndicatorSumming = (typeof indicatorSummings)[number];

export const disaggregations = ['none', 'sex', 'ageBand', 'profession', 'country', 'own'] as const;
export type Disaggregation = (typeof disaggregations)[number];

/** What a counted indicator counts. */
export const countedThings = ['activities', 'meetings', 'participants', 'decisions', 'communities'] as const;
export type CountedThing = (typeof countedThings)[number];

export const budgetCategories = [
  'personnel',
  'experts',
  'travel',
  'events',
  'materials',
  'translation',
  'services',
  'equipment',
  'grants',
  'administration',
  'other',
] as const;
export type BudgetCategory = (typeof budgetCategories)[number];

export const expenseKinds = ['commitment', 'spending'] as const;
export type ExpenseKind = (typeof expenseKinds)[number];

/** Parts of a report that a person writes; kept between periods. */
export const narrativeSections = [
  'summary',
  'context',
  'planned',
  'held',
  'results',
  'deviations',
  'partners',
  'money',
  'lessons',
  'nextSteps',
] as const;
export type NarrativeSection = (typeof narrativeSections)[number];

/** The Word documents of a project. */
export const projectDocuments = [
  'projectPassport',
  'progressReport',
  'coverageReport',
  'finalReport',
  'programmeAnnex',
] as const;
export type ProjectDocument = (typeof projectDocuments)[number];

/** How far an agency's card is believed: only `trusted` ones are merged from and sent to. */
export const cardStates = ['introduced', 'imported', 'trusted', 'replaced', 'revoked'] as const;
export type CardState = (typeof cardStates)[number];

/** How a person has compared the fingerprint. */
export const cardChecks = ['none', 'telephone', 'inPerson', 'scanned'] as const;
export type CardCheck = (typeof cardChecks)[number];
