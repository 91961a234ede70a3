import { today } from '../../../shared/dates.ts';
import type { ErrorParams } from '../../../shared/errors.ts';
import { formatDecisionNumber } from '../../../shared/rules/numbering.ts';
import { statusAfter } from '../../../shared/rules/meetingLifecycle.ts';
import { ballotsOf } from '../decisions/views.ts';
import { voteProblems } from '../decisions/voteProblems.ts';
import { asList, groupBy, readAll, readOne } from '../statements.ts';
import type { OpenWorkspace } from '../workspace/open.ts';
import type { DecisionKind, VoteMode } from '../../../shared/vocabulary.ts';
import { numberForSigning } from './numbers.ts';
import { participantNames } from './participantNames.ts';
import { dayOfMeeting, requireMeeting, type MeetingRecord } from './records.ts';
import { momentOf, readSeating, votersAt } from './seating.ts';
import { readMarks, sessionState } from './sessionClock.ts';

/** Something to settle or to look at before signing; `code` has its words in `errors.json`. */
export interface Finding {
  code: string;
  params: ErrorParams;
  /** Stands in the way of signing. */
  blocking: boolean;
}

const blocking = (code: string, params: ErrorParams = {}): Finding => ({ code, params, blocking: true });
const advice = (code: string, params: ErrorParams = {}): Finding => ({ code, params, blocking: false });
const when = (condition: boolean, finding: Finding): Finding[] => (condition ? [finding] : []);

interface StoredItem {
  id: string;
  title: string;
  position: number;
  entries: number;
  nameless: number;
}

interface StoredDecision {
  id: string;
  itemId: string;
  kind: DecisionKind;
  text: string;
  voteMode: VoteMode;
  votesFor: number | null;
  votesAgainst: number | null;
  votesAbstained: number | null;
  noQuorumReason: string;
  dueOn: string | null;
  assignees: number;
}

const itemsOf = (workspace: OpenWorkspace, meetingId: string): StoredItem[] =>
  readAll<Omit<StoredItem, 'position'>>(
    workspace,
    `SELECT i.id, i.title,
       (SELECT count(*) FROM speech s WHERE s.itemId = i.id AND s.removed = 0)
         + (SELECT count(*) FROM decision d WHERE d.itemId = i.id AND d.removed = 0) AS entries,
       (SELECT count(*) FROM speech s WHERE s.itemId = i.id AND s.removed = 0 AND s.kind = 'speech'
          AND s.speakerId IS NULL AND s.speakerText = '') AS nameless
     FROM agenda_item i WHERE i.meetingId = ? AND i.removed = 0 ORDER BY i.sortKey, i.id`,
    meetingId,
  ).map((item, index) => ({ ...item, position: index + 1 }));

const decisionsOf = (workspace: OpenWorkspace, items: readonly StoredItem[]): Map<string, StoredDecision[]> =>
  groupBy(
    readAll<StoredDecision>(
      workspace,
      `SELECT d.id, d.itemId, d.kind, d.text, d.voteMode, d.votesFor, d.votesAgainst, d.votesAbstained, d.noQuorumReason,
         d.dueOn, (SELECT count(*) FROM assignee a WHERE a.decisionId = d.id AND a.removed = 0) AS assignees
       FROM json_each(?) j CROSS JOIN decision d ON d.itemId = j.value WHERE d.removed = 0 ORDER BY d.sortKey, d.id`,
      asList(items.map(({ id }) => id)),
    ),
    ({ itemId }) => itemId,
  );

/** The problems of a vote, told of a decision named by its number. */
const voteCodes: Record<string, string> = {
  voteMoreThanSeats: 'decisionVoteMoreThanSeats',
  voteNotEligible: 'decisionVoteNotEligible',
  voteDouble: 'decisionVoteDouble',
};

/** What is missing or contradicts itself in the decisions: text, quorum, votes, deadlines. */
function decisionFindings(workspace: OpenWorkspace, meeting: MeetingRecord, items: StoredItem[], now: Date): Finding[] {
  const seating = readSeating(workspace, meeting, now);
  const state = sessionState(readMarks(workspace, meeting.id));
  const nameOf = participantNames(workspace, meeting.id, dayOfMeeting(meeting, now));
  const decisions = decisionsOf(workspace, items);
  const ballots = groupBy(
    ballotsOf(
      workspace,
      [...decisions.values()].flat().map(({ id }) => id),
    ),
    ({ decisionId }) => decisionId,
  );
  const findings: Finding[] = [];
  for (const item of items) {
    let n = 0;
    const time = momentOf(meeting, state, item.id, now);
    for (const each of decisions.get(item.id) ?? []) {
      if (each.kind === 'decision') n += 1;
      const number = formatDecisionNumber(null, item.position, Math.max(1, n));
      findings.push(...when(each.text.trim() === '', blocking('decisionTextMissing', { number })));
      if (each.kind !== 'decision') continue;
      const voices = (ballots.get(each.id) ?? []).map(({ participantId, choice }) => ({
        participantId,
        choice,
        seatId: seating.seatOf.get(participantId) ?? null,
      }));
      const recused = voices.filter(({ choice }) => choice === 'recused').map(({ participantId }) => participantId);
      const voters = votersAt(seating, meeting, time, recused);
      const seats = { eligibleSeatIds: voters.seatIds, totalSeats: seating.votingSeatIds.length };
      for (const { code, params } of voteProblems(
        { ...each, mode: each.voteMode, ballots: voices },
        seats,
        seating,
        nameOf,
      ))
        findings.push(blocking(voteCodes[code] ?? 'decisionVoteUnsound', { number, ...params }));
      findings.push(
        ...when(
          !voters.reached && each.noQuorumReason.trim() === '',
          blocking('noQuorumReasonMissing', {
            number,
            present: voters.quorum.present,
            required: voters.quorum.required,
          }),
        ),
        ...when(each.voteMode === 'none', advice('voteMissing', { number })),
        ...when(each.assignees > 0 && each.dueOn === null, advice('dueMissing', { number })),
      );
    }
  }
  return findings;
}

/** What is missing in the head of the minutes. */
const headFindings = (meeting: MeetingRecord, items: readonly StoredItem[]): Finding[] => [
  ...when(
    statusAfter(meeting.status, 'sign') === null,
    blocking(meeting.status === 'signed' ? 'signedLocked' : 'meetingNotDraft'),
  ),
  ...when(meeting.heldOn === null, blocking('dayMissing')),
  ...when(meeting.chairId === null, blocking('chairMissing')),
  ...when(meeting.secretaryId === null, blocking('secretaryMissing')),
  ...when(items.length === 0, blocking('agendaEmpty')),
  ...when(meeting.openedAt === null || meeting.closedAt === null, advice('timesMissing')),
];

/** What came back from those whom the minutes were sent to. */
function approvalFindings(workspace: OpenWorkspace, meeting: MeetingRecord, now: Date): Finding[] {
  const counts = readOne<{ pending: number; waiting: number; expected: number }>(
    workspace,
    `SELECT (SELECT count(*) FROM remark WHERE meetingId = ? AND removed = 0 AND outcome = 'pending') AS pending,
       (SELECT count(*) FROM approval a JOIN participant p ON p.id = a.participantId
        WHERE a.meetingId = ? AND a.removed = 0 AND p.removed = 0 AND a.state = 'waiting') AS waiting,
       (SELECT count(*) FROM participant WHERE meetingId = ? AND removed = 0 AND attendance = 'expected') AS expected`,
    meeting.id,
    meeting.id,
    meeting.id,
  ) ?? { pending: 0, waiting: 0, expected: 0 };
  const until = meeting.remarksUntil;
  return [
    ...when(counts.pending > 0, blocking('remarksPending', { count: counts.pending })),
    ...when(meeting.status === 'draftMinutes', advice('notCirculated')),
    ...when(
      meeting.status === 'underApproval' && counts.waiting > 0,
      advice('approvalsWaiting', { count: counts.waiting }),
    ),
    ...when(
      meeting.status === 'underApproval' && until !== null && until >= today(now),
      advice('remarksPeriodOpen', { day: until ?? '' }),
    ),
    ...when(counts.expected > 0, advice('attendanceUnknown', { count: counts.expected })),
  ];
}

/** Values that lost against another page's or another agency's and that nobody has looked at yet. */
function conflictFindings(workspace: OpenWorkspace, meeting: MeetingRecord, items: readonly StoredItem[]): Finding[] {
  const open = workspace.ledger.conflicts.open();
  if (open.length === 0) return [];
  const itemIds = asList(items.map(({ id }) => id));
  const rows = new Set([
    meeting.id,
    ...readAll<{ id: string }>(
      workspace,
      `SELECT value AS id FROM json_each(?) UNION SELECT s.id FROM json_each(?) j CROSS JOIN speech s ON s.itemId = j.value
       UNION SELECT d.id FROM json_each(?) j CROSS JOIN decision d ON d.itemId = j.value
       UNION SELECT id FROM participant WHERE meetingId = ?`,
      itemIds,
      itemIds,
      itemIds,
      meeting.id,
    ).map(({ id }) => id),
  ]);
  const count = open.filter(({ row }) => rows.has(row)).length;
  return when(count > 0, advice('conflictsOpen', { count }));
}

/** What stands in the way of signing, and what only deserves a look. Throws `notFound`. */
export function readReadiness(workspace: OpenWorkspace, meetingId: string, now: Date): Finding[] {
  const meeting = requireMeeting(workspace, meetingId);
  const items = itemsOf(workspace, meetingId);
  const { heldOn } = meeting;
  const given = heldOn === null ? meeting : numberForSigning(workspace, { ...meeting, heldOn }, null).given;
  return [
    ...headFindings(meeting, items),
    ...decisionFindings(workspace, meeting, items, now),
    ...approvalFindings(workspace, meeting, now),
    ...items.flatMap(({ position, title, entries, nameless }) => [
      ...when(entries === 0, advice('itemWithoutWords', { position, title })),
      ...when(nameless > 0, advice('speakerMissing', { position, title })),
    ]),
    ...when(
      meeting.status !== 'signed' && given.number !== meeting.number,
      advice('numberWillChange', { from: meeting.number, to: given.number }),
    ),
    ...conflictFindings(workspace, meeting, items),
  ].toSorted((a, b) => Number(b.blocking) - Number(a.blocking));
}
