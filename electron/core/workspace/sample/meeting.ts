import { keysInRow } from '../../../../shared/rules/order.ts';
import { assignee, ballot, decision, dissent } from '../../decisions/tables.ts';
import type { Writer } from '../../ledger/write.ts';
import { reserveNumber } from '../../meetings/numbers.ts';
import {
  agendaItem,
  approval,
  meeting,
  participant,
  presence,
  remark,
  sessionMark,
  speech,
} from '../../meetings/tables.ts';
import type { OpenWorkspace } from '../open.ts';
import { covers, type Theme } from './directory.ts';
import type { SampleDecision, SampleEnd, SampleItem, SampleMeeting, SampleParticipant, SampleVote } from './format.ts';
import { insertMaterials } from './materials.ts';
import { createNames, type Names } from './names.ts';

/** The meeting being written: what its parts refer to. */
interface Making {
  w: Writer;
  theme: Theme;
  data: SampleMeeting;
  meetingId: string;
  participants: Names;
}

/** Where the files of the materials lie. */
export interface Materials {
  workspace: OpenWorkspace;
  folder: string;
}

const isThere = (attendance: string): boolean => attendance === 'present' || attendance === 'remote';

const holderOf = ({ group, people }: Theme, role: 'chair' | 'secretary', day: string): string | null => {
  const holder = group.members.find((member) => member.role === role && covers(member, day));
  return holder === undefined ? null : people.idOf(holder.person);
};

function insertParticipant(making: Making, given: SampleParticipant, sortKey: string) {
  const { w, theme, data, meetingId } = making;
  const { heldOn, end } = data;
  const member = theme.group.members.find((one) => one.person === given.person && covers(one, heldOn));
  const place = given.seat ?? member?.seat;
  const body = given.organisation ?? place ?? theme.organisationOf(given.person, heldOn);
  const isPlanned = end.state === 'planned';
  const attendance = given.attendance ?? (isPlanned ? 'expected' : 'present');
  const id = w.insert(participant, {
    meetingId,
    role: given.role ?? member?.role ?? 'guest',
    personId: theme.people.idOf(given.person),
    organisationId: body === null ? null : theme.organisations.idOf(body),
    seatId: place === undefined ? null : theme.seats.idOf(place),
    insteadOfId: given.instead === undefined ? null : theme.people.idOf(given.instead),
    answer: given.answer ?? (isThere(attendance) ? 'coming' : 'none'),
    answerNote: given.answerNote,
    attendance,
    sortKey,
  });
  making.participants.give(given.person, id);
  if (!isThere(attendance)) return;
  for (const [fromAt, untilAt] of given.spans ?? [[null, null]])
    w.insert(presence, { participantId: id, fromAt, untilAt });
}

/** A time of the wall in the room, on this computer's clock, as the program itself keeps it. */
const instantOf = (day: string, time: string): string => new Date(`${day}T${time}:00`).toISOString();

/** What happened in the room, in order: a break that ends when an item begins comes before it. */
function insertMarks({ w, data, meetingId }: Making, itemIds: readonly string[]) {
  const { heldOn, openedAt, closedAt, breaks, items } = data;
  const marks = [
    ...(openedAt === undefined ? [] : [{ kind: 'opened' as const, time: openedAt }]),
    ...breaks.flatMap(({ from, until, reason }) => [
      { kind: 'breakStarted' as const, time: from, reason },
      { kind: 'breakEnded' as const, time: until },
    ]),
    ...items.flatMap(({ startedAt }, index) =>
      startedAt === undefined
        ? []
        : [{ kind: 'itemStarted' as const, time: startedAt, itemId: itemIds[index] ?? null }],
    ),
    ...(closedAt === undefined ? [] : [{ kind: 'closed' as const, time: closedAt }]),
  ];
  for (const { time, ...mark } of marks.toSorted((a, b) => (a.time === b.time ? 0 : a.time < b.time ? -1 : 1)))
    w.insert(sessionMark, { meetingId, at: instantOf(heldOn, time), ...mark });
}

/** Counts as they were called out; those of a roll call follow from its voices. */
function countsOf({ mode, ballots, ...counts }: SampleVote) {
  const voices = (choice: string) => ballots.filter((one) => one[1] === choice).length;
  if (mode === 'rollCall')
    return { votesFor: voices('for'), votesAgainst: voices('against'), votesAbstained: voices('abstained') };
  return {
    votesFor: counts.for ?? null,
    votesAgainst: counts.against ?? null,
    votesAbstained: counts.abstained ?? null,
  };
}

function insertDecision({ w, theme, participants }: Making, itemId: string, given: SampleDecision, sortKey: string) {
  const { key, text, dueOn, vote, noQuorumReason, assignees, dissents } = given;
  const decisionId = w.insert(decision, {
    itemId,
    sortKey,
    text,
    dueOn: dueOn ?? null,
    voteMode: vote.mode,
    ...countsOf(vote),
    noQuorumReason,
  });
  theme.decisions.give(key, decisionId);
  const keys = keysInRow(assignees.length);
  for (const [index, { organisation }] of assignees.entries())
    w.insert(assignee, {
      decisionId,
      organisationId: theme.organisations.idOf(organisation),
      sortKey: keys[index] ?? 'a0',
    });
  for (const [person, choice] of vote.ballots)
    w.insert(ballot, { decisionId, participantId: participants.idOf(person), choice });
  for (const one of dissents)
    w.insert(dissent, { decisionId, participantId: participants.idOf(one.person), text: one.text });
}

function insertItem(making: Making, given: SampleItem, sortKey: string): string {
  const { w, theme, meetingId } = making;
  const { kind, title, minutesPlanned, note, rapporteur, entries } = given;
  const rapporteurId = theme.people.idOf(rapporteur);
  const itemId = w.insert(agendaItem, { meetingId, kind, sortKey, title, rapporteurId, minutesPlanned, note });
  // Speeches and decisions of an item share one row of keys, as in the editor.
  const keys = keysInRow(entries.length);
  for (const [index, entry] of entries.entries()) {
    const place = keys[index] ?? 'a0';
    if (entry.kind === 'decision') insertDecision(making, itemId, entry, place);
    else if (entry.kind === 'information') w.insert(decision, { itemId, sortKey: place, ...entry });
    else {
      const { speaker, at, ...words } = entry;
      w.insert(speech, { itemId, sortKey: place, speakerId: theme.people.idOf(speaker), saidAt: at, ...words });
    }
  }
  return itemId;
}

/** Everybody but the guests was asked to approve; what came back. */
function insertApprovals(
  { w, theme, data, meetingId, participants }: Making,
  end: Extract<SampleEnd, { state: 'underApproval' }>,
  itemIds: readonly string[],
) {
  const answers = new Map(end.approvals.map((answer) => [answer.person, answer]));
  const isMember = (one: SampleParticipant): boolean =>
    one.role !== undefined ||
    theme.group.members.some((member) => member.person === one.person && covers(member, data.heldOn));
  for (const { person } of data.participants.filter(isMember)) {
    const answer = answers.get(person);
    answers.delete(person);
    const participantId = participants.idOf(person);
    w.insert(approval, { meetingId, participantId, state: answer?.state ?? 'waiting', answeredOn: answer?.on ?? null });
  }
  for (const person of answers.keys()) throw new Error(`sample: ${person} was not asked to approve`);
  for (const { person, item, ...fields } of end.remarks) {
    const itemId = itemIds[item - 1];
    if (itemId === undefined) throw new Error(`sample: a remark on item ${item}`);
    w.insert(remark, { meetingId, personId: theme.people.idOf(person), itemId, ...fields });
  }
}

/** Writes a meeting with all its parts, signed ones as drafts that are ready to be signed. Returns its id. */
export function insertMeeting(w: Writer, theme: Theme, data: SampleMeeting, materials: Materials): string {
  const { kind, title, heldOn, startsAt, endsAt, place, link, note, end } = data;
  const circulated = end.state === 'underApproval' ? end : null;
  const meetingId = w.insert(meeting, {
    groupId: theme.groupId,
    kind,
    status: end.state === 'signed' ? 'draftMinutes' : end.state,
    title,
    heldOn,
    startsAt,
    endsAt,
    place,
    link,
    note,
    language: theme.group.language,
    ...reserveNumber(materials.workspace, theme.groupId, heldOn),
    chairId: holderOf(theme, 'chair', heldOn),
    secretaryId: holderOf(theme, 'secretary', heldOn),
    openedAt: data.openedAt ?? null,
    closedAt: data.closedAt ?? null,
    circulatedOn: circulated?.circulatedOn ?? null,
    remarksUntil: circulated?.remarksUntil ?? null,
  });
  const making: Making = { w, theme, data, meetingId, participants: createNames('participant') };
  const places = keysInRow(data.participants.length);
  for (const [index, one] of data.participants.entries()) insertParticipant(making, one, places[index] ?? 'a0');
  const itemKeys = keysInRow(data.items.length);
  const itemIds = data.items.map((item, index) => insertItem(making, item, itemKeys[index] ?? 'a0'));
  insertMarks(making, itemIds);
  if (circulated) insertApprovals(making, circulated, itemIds);
  for (const [index, item] of data.items.entries())
    insertMaterials(w, materials, { ownerEntity: 'agendaItem', ownerId: itemIds[index] ?? '' }, item.materials);
  return meetingId;
}
