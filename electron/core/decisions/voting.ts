import type * as z from 'zod';
import type { voteFields } from '../../../shared/contract/decisions.ts';
import { AppError } from '../../../shared/errors.ts';
import { countVotes, type Ballot, type Vote } from '../../../shared/rules/votes.ts';
import type { Sparse } from '../../../shared/sparse.ts';
import type { BallotChoice, DecisionKind } from '../../../shared/vocabulary.ts';
import type { Author } from '../ledger/ledger.ts';
import { requireDue } from '../meetings/checks.ts';
import { participantNames } from '../meetings/participantNames.ts';
import { dayOfMeeting, meetingOf, requirePart, type MeetingRecord } from '../meetings/records.ts';
import { readSeating, type Seating } from '../meetings/seating.ts';
import { readAll, readOne } from '../statements.ts';
import type { OpenWorkspace } from '../workspace/open.ts';
import { ballot, decision, dissent } from './tables.ts';
import { ballotsOf } from './views.ts';
import { voteProblems } from './voteProblems.ts';

type VoteFields = z.infer<typeof voteFields>;
type DecisionPatch = Sparse<VoteFields & { kind: DecisionKind; dueOn: string | null; noQuorumReason: string }>;

const isVoice = (choice: BallotChoice): boolean => choice === 'for' || choice === 'against' || choice === 'abstained';

const noCounts = { votesFor: null, votesAgainst: null, votesAbstained: null };

const requireOfMeeting = (workspace: OpenWorkspace, meeting: MeetingRecord, participantId: string) => {
  if (meetingOf(workspace, 'participant', participantId).id !== meeting.id)
    throw new AppError('notFound', { what: 'participant' }, 'participantId');
};

const asBallots = (seating: Seating, voices: readonly { participantId: string; choice: BallotChoice }[]): Ballot[] =>
  voices.map(({ participantId, choice }) => ({
    participantId,
    choice,
    seatId: seating.seatOf.get(participantId) ?? null,
  }));

/**
 * Refuses what can be true in no room: more votes than the group has voting seats, two voices for one seat, a voice
 * without a seat. Whether those who voted were there is looked at before signing, for attendance is often put in later.
 */
function requirePossible(workspace: OpenWorkspace, meeting: MeetingRecord, vote: Vote, seating: Seating, now: Date) {
  const seats = { eligibleSeatIds: seating.votingSeatIds, totalSeats: seating.votingSeatIds.length };
  const nameOf = (id: string) => participantNames(workspace, meeting.id, dayOfMeeting(meeting, now))(id);
  const problem = voteProblems(vote, seats, seating, nameOf)[0];
  if (problem) throw new AppError(problem.code, problem.params, problem.field);
}

/** The counts of a roll call follow from its voices; null while there is none. */
function countsOf(ballots: readonly Ballot[], seating: Seating) {
  const voices = ballots.filter(({ choice }) => isVoice(choice));
  if (voices.length === 0) return noCounts;
  const eligibleSeatIds = seating.votingSeatIds;
  const free = { for: 0, against: 0, abstained: 0 };
  for (const { choice } of voices)
    if (choice === 'for' || choice === 'against' || choice === 'abstained') free[choice] += 1;
  const totals =
    eligibleSeatIds.length === 0
      ? free
      : countVotes({ mode: 'rollCall', ballots }, { eligibleSeatIds, totalSeats: eligibleSeatIds.length });
  return { votesFor: totals.for, votesAgainst: totals.against, votesAbstained: totals.abstained };
}

/**
 * Changes what a decision's head says: kind, due day, vote, the reason for deciding without a quorum. In a roll call the
 * counts follow from the voices; leaving it takes the voices away (a secret ballot must not keep them), not the recusals.
 * Throws `signedLocked`, `dayMalformed`, `dueBeforeMeeting`, `dueTooFar`, `voteMoreThanSeats`, `voteNegative`,
 * `voteNotWhole`.
 */
export function updateDecision(
  workspace: OpenWorkspace,
  author: Author,
  input: { id: string; patch: DecisionPatch },
  now: Date,
) {
  const { id, patch } = input;
  const meeting = meetingOf(workspace, 'decision', id);
  requirePart(meeting, 'minutesText');
  requireDue(patch.dueOn, meeting.heldOn);
  const before = readOne<VoteFields>(
    workspace,
    'SELECT voteMode, votesFor, votesAgainst, votesAbstained FROM decision WHERE id = ?',
    id,
  );
  if (!before) throw new AppError('notFound', { what: 'decision' });
  const touchesVote = (['voteMode', 'votesFor', 'votesAgainst', 'votesAbstained'] as const).some(
    (name) => patch[name] !== undefined,
  );
  if (!touchesVote) {
    workspace.ledger.write(author, { label: 'decisions.update' }, (w) => w.update(decision, id, patch));
    return;
  }
  const seating = readSeating(workspace, meeting, now);
  const voices = ballotsOf(workspace, [id]);
  const vote = votePatched(before, patch, asBallots(seating, voices), seating);
  requirePossible(workspace, meeting, { ...vote, mode: vote.voteMode }, seating, now);
  workspace.ledger.write(author, { label: 'decisions.update' }, (w) => {
    w.update(decision, id, { ...patch, ...vote });
    if (vote.voteMode !== 'rollCall')
      for (const voice of voices) if (voice.choice !== 'recused') w.remove(ballot, voice.id);
  });
}

function votePatched(before: VoteFields, patch: DecisionPatch, ballots: Ballot[], seating: Seating): VoteFields {
  const voteMode = patch.voteMode ?? before.voteMode;
  if (voteMode === 'none' || voteMode === 'consensus') return { voteMode, ...noCounts };
  if (voteMode === 'rollCall') return { voteMode, ...countsOf(ballots, seating) };
  return {
    voteMode,
    votesFor: patch.votesFor === undefined ? before.votesFor : patch.votesFor,
    votesAgainst: patch.votesAgainst === undefined ? before.votesAgainst : patch.votesAgainst,
    votesAbstained: patch.votesAbstained === undefined ? before.votesAbstained : patch.votesAbstained,
  };
}

/**
 * Replaces the roll call and the recusals. Voices make the vote a roll call, and its counts follow from them.
 * Throws `signedLocked`, `notFound`, `ballotsSecret`, `ballotTwice`, `voteDouble`, `voteNotEligible`.
 */
export function setBallots(
  workspace: OpenWorkspace,
  author: Author,
  input: { id: string; ballots: { participantId: string; choice: BallotChoice }[] },
  now: Date,
) {
  const { id, ballots } = input;
  const meeting = meetingOf(workspace, 'decision', id);
  requirePart(meeting, 'minutesText');
  if (new Set(ballots.map(({ participantId }) => participantId)).size < ballots.length)
    throw new AppError('ballotTwice', {}, 'ballots');
  for (const { participantId } of ballots) requireOfMeeting(workspace, meeting, participantId);
  const before = readOne<Pick<VoteFields, 'voteMode'>>(workspace, 'SELECT voteMode FROM decision WHERE id = ?', id);
  const hasVoices = ballots.some(({ choice }) => isVoice(choice));
  if (hasVoices && before?.voteMode === 'secret') throw new AppError('ballotsSecret', {}, 'ballots');
  const seating = readSeating(workspace, meeting, now);
  const voices = asBallots(seating, ballots);
  const isRollCall = hasVoices || before?.voteMode === 'rollCall';
  if (isRollCall) requirePossible(workspace, meeting, { mode: 'rollCall', ballots: voices }, seating, now);
  workspace.ledger.write(author, { label: 'decisions.setBallots' }, (w) => {
    const there = new Map(
      readAll<{ id: string; participantId: string }>(
        workspace,
        'SELECT id, participantId FROM ballot WHERE decisionId = ? AND removed = 0 ORDER BY id',
        id,
      ).map((row) => [row.participantId, row.id]),
    );
    for (const { participantId, choice } of ballots) {
      const known = there.get(participantId);
      if (known === undefined) w.insert(ballot, { decisionId: id, participantId, choice });
      else w.update(ballot, known, { choice });
      there.delete(participantId);
    }
    for (const gone of there.values()) w.remove(ballot, gone);
    if (isRollCall) w.update(decision, id, { voteMode: 'rollCall', ...countsOf(voices, seating) });
  });
}

/** Records somebody's dissenting opinion; an empty text takes it back. Throws `signedLocked`, `notFound`. */
export function setDissent(
  workspace: OpenWorkspace,
  author: Author,
  input: { id: string; participantId: string; text: string },
) {
  const { id, participantId, text } = input;
  const meeting = meetingOf(workspace, 'decision', id);
  requirePart(meeting, 'minutesText');
  requireOfMeeting(workspace, meeting, participantId);
  const known = readOne<{ id: string }>(
    workspace,
    'SELECT id FROM dissent WHERE decisionId = ? AND participantId = ? AND removed = 0',
    id,
    participantId,
  );
  workspace.ledger.write(author, { label: 'decisions.setDissent' }, (w) => {
    if (known && text.trim() === '') w.remove(dissent, known.id);
    else if (known) w.update(dissent, known.id, { text });
    else if (text.trim() !== '') w.insert(dissent, { decisionId: id, participantId, text });
  });
}
