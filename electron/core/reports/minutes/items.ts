import { and, asc, eq } from 'drizzle-orm';
import { formatDecisionNumber } from '../../../../shared/rules/numbering.ts';
import { summariseVote, type Vote } from '../../../../shared/rules/votes.ts';
import { assignee, ballot, decision, dissent } from '../../decisions/tables.ts';
import type { Reading } from '../../directory/reading.ts';
import { attachment } from '../../files/tables.ts';
import { wallTime, type Mark } from '../../meetings/sessionClock.ts';
import { agendaItem, speech } from '../../meetings/tables.ts';
import { groupBy } from '../../statements.ts';
import { textName, type PeopleOn } from '../people.ts';
import type { Attendance } from './attendance.ts';
import type {
  MinutesDecision,
  MinutesItem,
  MinutesSpeech,
  PaperAssignee,
} from '../../../../shared/contract/minutesModel.ts';

type Decision = typeof decision.$inferSelect;

function readSpeeches({ db }: Reading, attendance: Attendance, meetingId: string) {
  const rows = db
    .select({ speech })
    .from(speech)
    .innerJoin(agendaItem, eq(agendaItem.id, speech.itemId))
    .where(and(eq(agendaItem.meetingId, meetingId), eq(agendaItem.removed, false), eq(speech.removed, false)))
    .orderBy(asc(speech.sortKey), asc(speech.id))
    .all();
  const printed = ({ speech: row }: (typeof rows)[number]): MinutesSpeech => ({
    id: row.id,
    kind: row.kind,
    speaker: row.speakerId === null && row.speakerText === '' ? null : attendance.named(row.speakerId, row.speakerText),
    saidAt: row.saidAt,
    text: row.text,
    textAttached: row.textAttached,
  });
  return new Map(
    [...groupBy(rows, ({ speech: row }) => row.itemId)].map(([itemId, group]) => [itemId, group.map(printed)]),
  );
}

function readDecisions(workspace: Reading, people: PeopleOn, attendance: Attendance, meetingId: string) {
  const { db } = workspace;
  const ofMeeting = and(
    eq(agendaItem.meetingId, meetingId),
    eq(agendaItem.removed, false),
    eq(decision.removed, false),
  );
  const decisions = groupBy(
    db
      .select({ row: decision })
      .from(decision)
      .innerJoin(agendaItem, eq(agendaItem.id, decision.itemId))
      .where(ofMeeting)
      .orderBy(asc(decision.sortKey), asc(decision.id))
      .all(),
    ({ row }) => row.itemId,
  );
  const assignees = groupBy(
    db
      .select({ row: assignee })
      .from(assignee)
      .innerJoin(decision, eq(decision.id, assignee.decisionId))
      .innerJoin(agendaItem, eq(agendaItem.id, decision.itemId))
      .where(and(ofMeeting, eq(assignee.removed, false)))
      .orderBy(asc(assignee.sortKey), asc(assignee.id))
      .all(),
    ({ row }) => row.decisionId,
  );
  const ballots = groupBy(
    db
      .select({ row: ballot })
      .from(ballot)
      .innerJoin(decision, eq(decision.id, ballot.decisionId))
      .innerJoin(agendaItem, eq(agendaItem.id, decision.itemId))
      .where(and(ofMeeting, eq(ballot.removed, false)))
      .all(),
    ({ row }) => row.decisionId,
  );
  const dissents = groupBy(
    db
      .select({ row: dissent })
      .from(dissent)
      .innerJoin(decision, eq(decision.id, dissent.decisionId))
      .innerJoin(agendaItem, eq(agendaItem.id, decision.itemId))
      .where(and(ofMeeting, eq(dissent.removed, false)))
      .orderBy(asc(dissent.id))
      .all(),
    ({ row }) => row.decisionId,
  );
  const place = new Map(attendance.participants.map((one, index) => [one.id, index]));
  const nameOf = (participantId: string) => attendance.names.get(participantId) ?? textName('');

  const voteOf = (row: Decision): MinutesDecision['vote'] => {
    const voices = (ballots.get(row.id) ?? [])
      .map((one) => one.row)
      .filter((one) => row.voteMode === 'rollCall' || one.choice === 'recused')
      .toSorted((a, b) => (place.get(a.participantId) ?? 0) - (place.get(b.participantId) ?? 0));
    const vote: Vote = {
      mode: row.voteMode,
      votesFor: row.votesFor,
      votesAgainst: row.votesAgainst,
      votesAbstained: row.votesAbstained,
      ballots: voices.map(({ participantId, choice }) => ({
        participantId,
        seatId: attendance.seatOf.get(participantId) ?? null,
        choice,
      })),
    };
    const seats = { eligibleSeatIds: attendance.votingSeats, totalSeats: attendance.votingSeats.length };
    const { wording, outcome, totals } = summariseVote(vote, seats);
    return {
      mode: row.voteMode,
      wording,
      outcome,
      for: totals.for,
      against: totals.against,
      abstained: totals.abstained,
      ballots: voices.map(({ participantId, choice }) => ({ name: nameOf(participantId), choice })),
    };
  };

  const assigneesOf = (id: string): PaperAssignee[] => (assignees.get(id) ?? []).map(({ row }) => people.assignee(row));

  return (itemId: string, position: number, meetingNumber: string): MinutesDecision[] => {
    let n = 0;
    return (decisions.get(itemId) ?? []).map(({ row }) => {
      if (row.kind === 'decision') n += 1;
      return {
        id: row.id,
        kind: row.kind,
        n: row.kind === 'decision' ? n : null,
        number: row.kind === 'decision' ? formatDecisionNumber(meetingNumber, position, n) : '',
        text: row.text,
        assignees: assigneesOf(row.id),
        dueOn: row.dueOn,
        vote: voteOf(row),
        noQuorumReason: row.noQuorumReason,
        dissents: (dissents.get(row.id) ?? []).map((one) => ({
          name: nameOf(one.row.participantId),
          text: one.row.text,
        })),
      };
    });
  };
}

/** When each item was first taken up and when the next thing began. */
function itemClocks(marks: readonly Mark[]) {
  const turns = marks.filter(({ kind }) => kind === 'itemStarted' || kind === 'closed');
  const clocks = new Map<string, { startedAt: string; endedAt: string | null }>();
  for (const [index, { kind, itemId, at }] of turns.entries()) {
    if (itemId === null || kind !== 'itemStarted') continue;
    const next = turns[index + 1];
    clocks.set(itemId, {
      startedAt: clocks.get(itemId)?.startedAt ?? wallTime(at),
      endedAt: next ? wallTime(next.at) : null,
    });
  }
  return clocks;
}

function readMaterials({ db }: Reading, meetingId: string) {
  const rows = db
    .select({ owner: attachment.ownerId, name: attachment.name })
    .from(attachment)
    .innerJoin(agendaItem, eq(agendaItem.id, attachment.ownerId))
    .where(and(eq(agendaItem.meetingId, meetingId), eq(attachment.removed, false)))
    .orderBy(asc(attachment.sortKey), asc(attachment.id))
    .all();
  return groupBy(rows, ({ owner }) => owner);
}

/** The agenda with everything under it; `carried` is asked for where an item carries earlier decisions over. */
export function readItems(
  workspace: Reading,
  people: PeopleOn,
  attendance: Attendance,
  meeting: { id: string; number: string },
  carried: () => MinutesItem['carried'],
): MinutesItem[] {
  const rows = workspace.db
    .select()
    .from(agendaItem)
    .where(and(eq(agendaItem.meetingId, meeting.id), eq(agendaItem.removed, false)))
    .orderBy(asc(agendaItem.sortKey), asc(agendaItem.id))
    .all();
  const speeches = readSpeeches(workspace, attendance, meeting.id);
  const decisionsOf = readDecisions(workspace, people, attendance, meeting.id);
  const clocks = itemClocks(attendance.marks);
  const materials = readMaterials(workspace, meeting.id);
  const somebody = (row: (typeof rows)[number]) => row.rapporteurId !== null || row.rapporteurText !== '';
  return rows.map((row, index) => ({
    id: row.id,
    kind: row.kind,
    position: index + 1,
    title: row.title,
    rapporteur: somebody(row) ? attendance.named(row.rapporteurId, row.rapporteurText) : null,
    minutesPlanned: row.minutesPlanned,
    startedAt: clocks.get(row.id)?.startedAt ?? null,
    endedAt: clocks.get(row.id)?.endedAt ?? null,
    speeches: speeches.get(row.id) ?? [],
    decisions: decisionsOf(row.id, index + 1, meeting.number),
    carried: row.kind === 'carryOver' ? carried() : [],
    materials: (materials.get(row.id) ?? []).map(({ name }) => name),
  }));
}
