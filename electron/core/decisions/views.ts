import { today } from '../../../shared/dates.ts';
import type { DecisionView } from '../../../shared/contract/decisions.ts';
import { AppError } from '../../../shared/errors.ts';
import { currentDueOn, isOverdue } from '../../../shared/rules/decisionStatus.ts';
import type { BallotChoice, DecisionKind, ExecutionStatus, VoteMode } from '../../../shared/vocabulary.ts';
import { peopleOn } from '../directory/peopleOn.ts';
import type { Reading } from '../directory/reading.ts';
import { readClocks } from '../ledger/clocks.ts';
import { participantNames } from '../meetings/participantNames.ts';
import { dayOfMeeting, meetingOf, type MeetingRecord } from '../meetings/records.ts';
import { momentOf, readSeating, votersAt } from '../meetings/seating.ts';
import { readMarks, sessionState } from '../meetings/sessionClock.ts';
import { asList, groupBy, readAll, readOne } from '../statements.ts';

interface StoredDecision {
  id: string;
  itemId: string;
  kind: DecisionKind;
  sortKey: string;
  text: string;
  dueOn: string | null;
  voteMode: VoteMode;
  votesFor: number | null;
  votesAgainst: number | null;
  votesAbstained: number | null;
  noQuorumReason: string;
  status: ExecutionStatus | null;
  movedTo: string | null;
}

export interface StoredBallot {
  id: string;
  decisionId: string;
  participantId: string;
  choice: BallotChoice;
}

interface StoredAssignee {
  id: string;
  decisionId: string;
  organisationId: string | null;
  personId: string | null;
  nameText: string;
  organisation: string;
  shortName: string;
}

const ofItem = (workspace: Reading, itemId: string): StoredDecision[] =>
  readAll(
    workspace,
    `SELECT d.id, d.itemId, d.kind, d.sortKey, d.text, d.dueOn, d.voteMode, d.votesFor, d.votesAgainst,
       d.votesAbstained, d.noQuorumReason, e.status, e.dueOn AS movedTo
     FROM decision d LEFT JOIN execution e ON e.id = d.id AND e.removed = 0
     WHERE d.itemId = ? AND d.removed = 0 ORDER BY d.sortKey, d.id`,
    itemId,
  );

/** Ballots of these decisions whose participants are still on the list. */
export const ballotsOf = (workspace: Reading, decisionIds: readonly string[]): StoredBallot[] =>
  readAll(
    workspace,
    `SELECT b.id, b.decisionId, b.participantId, b.choice
     FROM json_each(?) j CROSS JOIN ballot b ON b.decisionId = j.value JOIN participant p ON p.id = b.participantId
     WHERE b.removed = 0 AND p.removed = 0 ORDER BY p.sortKey, p.id, b.id`,
    asList(decisionIds),
  );

const dissentsOf = (workspace: Reading, decisionIds: readonly string[]) =>
  readAll<{ id: string; decisionId: string; participantId: string; text: string }>(
    workspace,
    `SELECT b.id, b.decisionId, b.participantId, b.text
     FROM json_each(?) j CROSS JOIN dissent b ON b.decisionId = j.value JOIN participant p ON p.id = b.participantId
     WHERE b.removed = 0 AND p.removed = 0 ORDER BY p.sortKey, p.id, b.id`,
    asList(decisionIds),
  );

const assigneesOf = (workspace: Reading, decisionIds: readonly string[]): StoredAssignee[] =>
  readAll(
    workspace,
    `SELECT a.id, a.decisionId, a.organisationId, a.personId, a.nameText, coalesce(g.name, '') AS organisation,
       coalesce(nullif(g.shortName, ''), g.name, '') AS shortName
     FROM json_each(?) j CROSS JOIN assignee a ON a.decisionId = j.value LEFT JOIN organisation g ON g.id = a.organisationId
     WHERE a.removed = 0 ORDER BY a.sortKey, a.id`,
    asList(decisionIds),
  );

/** The decisions under one item in their order, with everything the editor and the vote panel show of them. */
export function readDecisions(workspace: Reading, meeting: MeetingRecord, itemId: string, now: Date): DecisionView[] {
  const rows = ofItem(workspace, itemId);
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const day = dayOfMeeting(meeting, now);
  const nameOf = participantNames(workspace, meeting.id, day);
  const ballots = groupBy(ballotsOf(workspace, ids), ({ decisionId }) => decisionId);
  const dissents = groupBy(dissentsOf(workspace, ids), ({ decisionId }) => decisionId);
  const stored = assigneesOf(workspace, ids);
  const assignees = groupBy(stored, ({ decisionId }) => decisionId);
  const people = peopleOn(
    workspace,
    stored.map(({ personId }) => personId),
    day,
  );
  const clocks = readClocks(workspace, 'decision', ids);
  const seating = readSeating(workspace, meeting, now);
  const moment = momentOf(meeting, sessionState(readMarks(workspace, meeting.id)), itemId, now);
  let n = 0;
  return rows.map(({ status, movedTo, ...row }) => {
    const voices = ballots.get(row.id) ?? [];
    const recused = voices.filter(({ choice }) => choice === 'recused').map(({ participantId }) => participantId);
    const voters = votersAt(seating, meeting, moment, recused);
    const execution = { status: status ?? ('open' as const), dueOn: currentDueOn(row.dueOn, movedTo) };
    return {
      ...row,
      n: row.kind === 'decision' ? (n += 1) : null,
      eligibleSeats: voters.seatIds.length,
      quorumReached: voters.reached,
      assignees: (assignees.get(row.id) ?? []).map(
        ({ id, organisationId, personId, nameText, organisation, shortName }) => {
          const somebody = people.somebody(personId, organisationId);
          return {
            id,
            organisationId,
            personId,
            nameText,
            name: somebody.name || organisation || nameText,
            shortName: shortName || (personId === null ? nameText : somebody.shortName),
          };
        },
      ),
      ballots: voices.map(({ id, participantId, choice }) => ({
        id,
        participantId,
        choice,
        name: nameOf(participantId),
      })),
      dissents: (dissents.get(row.id) ?? []).map(({ id, participantId, text }) => ({
        id,
        participantId,
        text,
        name: nameOf(participantId),
      })),
      execution: { ...execution, overdue: row.kind === 'decision' && isOverdue(execution, today(now)) },
      clocks: clocks.get(row.id) ?? {},
    };
  });
}

/** One decision. Throws `notFound`. */
export function readDecision(workspace: Reading, id: string, now: Date): DecisionView {
  const meeting = meetingOf(workspace, 'decision', id);
  const row = readOne<{ itemId: string }>(workspace, 'SELECT itemId FROM decision WHERE id = ?', id);
  const found = readDecisions(workspace, meeting, row?.itemId ?? '', now).find((view) => view.id === id);
  if (!found) throw new AppError('notFound', { what: 'decision' });
  return found;
}
