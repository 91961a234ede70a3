import type { ItemView, MeetingDetail, ParticipantView } from '../../../shared/contract/meetings.ts';
import { AppError } from '../../../shared/errors.ts';
import type {
  AgendaItemKind,
  ApprovalState,
  AttendanceState,
  InvitationAnswer,
  ParticipantRole,
  RemarkOutcome,
} from '../../../shared/vocabulary.ts';
import { peopleOn, type PeopleOn } from '../directory/peopleOn.ts';
import type { Reading } from '../directory/reading.ts';
import { readMaterials, type Material } from '../files/attachments.ts';
import { readClocks } from '../ledger/clocks.ts';
import { groupBy, readAll, readOne } from '../statements.ts';
import { readRows } from './list.ts';
import { dayOfMeeting, requireMeeting, type MeetingRecord } from './records.ts';
import { quorumOf, readSeating, type Seating } from './seating.ts';
import { signaturesOf } from './signatures.ts';
import { readMarks, sessionState, type SessionState } from './sessionClock.ts';

interface StoredItem {
  id: string;
  kind: AgendaItemKind;
  sortKey: string;
  title: string;
  rapporteurId: string | null;
  rapporteurText: string;
  minutesPlanned: number | null;
  note: string;
  speeches: number;
  decisions: number;
}

const itemsOf = (workspace: Reading, meetingId: string): StoredItem[] =>
  readAll(
    workspace,
    `SELECT i.id, i.kind, i.sortKey, i.title, i.rapporteurId, i.rapporteurText, i.minutesPlanned, i.note,
       (SELECT count(*) FROM speech s WHERE s.itemId = i.id AND s.removed = 0) AS speeches,
       (SELECT count(*) FROM decision d WHERE d.itemId = i.id AND d.removed = 0 AND d.kind = 'decision') AS decisions
     FROM agenda_item i WHERE i.meetingId = ? AND i.removed = 0 ORDER BY i.sortKey, i.id`,
    meetingId,
  );

interface StoredParticipant {
  id: string;
  role: ParticipantRole;
  personId: string | null;
  nameText: string;
  positionText: string;
  organisationId: string | null;
  organisation: string | null;
  shortName: string | null;
  seatId: string | null;
  insteadOfId: string | null;
  answer: InvitationAnswer;
  answerNote: string;
  attendance: AttendanceState;
  sortKey: string;
}

const participantsOf = (workspace: Reading, meetingId: string): StoredParticipant[] =>
  readAll(
    workspace,
    `SELECT p.id, p.role, p.personId, p.nameText, p.positionText, p.organisationId, g.name AS organisation,
       coalesce(nullif(g.shortName, ''), g.name) AS shortName, p.seatId, p.insteadOfId, p.answer, p.answerNote,
       p.attendance, p.sortKey
     FROM participant p LEFT JOIN organisation g ON g.id = p.organisationId
     WHERE p.meetingId = ? AND p.removed = 0 ORDER BY p.sortKey, p.id`,
    meetingId,
  );

function asParticipant(row: StoredParticipant, people: PeopleOn, seating: Seating): ParticipantView {
  const somebody = people.somebody(row.personId, row.organisationId);
  const spans = seating.spansOf.get(row.id) ?? [];
  const seatId = seating.seatOf.get(row.id) ?? null;
  const ofOtherBody =
    row.organisationId !== null && somebody.organisationId !== null && somebody.organisationId !== row.organisationId;
  return {
    ...row,
    name: somebody.name || row.nameText,
    position: row.positionText || (ofOtherBody ? '' : somebody.position),
    organisation: row.organisation ?? somebody.organisation,
    shortName: row.shortName ?? somebody.shortName,
    votes: seatId !== null && seating.votingSeatIds.includes(seatId),
    insteadOf: people.name(row.insteadOfId),
    spans: spans.map(({ id, fromAt, untilAt }) => ({ id, fromAt, untilAt })),
    inRoom: spans.some(({ untilAt }) => untilAt === null),
  };
}

function asItem(
  row: StoredItem,
  index: number,
  people: PeopleOn,
  state: SessionState,
  materials: readonly Material[],
  clocks: Record<string, string>,
): ItemView {
  const clock = state.clocks.get(row.id);
  return {
    ...row,
    position: index + 1,
    rapporteur: people.name(row.rapporteurId) || row.rapporteurText,
    secondsSpent: clock?.seconds ?? 0,
    runningSince: clock?.runningSince ?? null,
    materials: [...materials],
    clocks,
  };
}

const approvalsOf = (workspace: Reading, meetingId: string) =>
  readAll<{ id: string; participantId: string; state: ApprovalState; answeredOn: string | null }>(
    workspace,
    `SELECT a.id, a.participantId, a.state, a.answeredOn FROM approval a JOIN participant p ON p.id = a.participantId
     WHERE a.meetingId = ? AND a.removed = 0 AND p.removed = 0 ORDER BY p.sortKey, p.id, a.id`,
    meetingId,
  );

const remarksOf = (workspace: Reading, meetingId: string) =>
  readAll<{
    id: string;
    personId: string | null;
    authorText: string;
    itemId: string | null;
    text: string;
    receivedOn: string | null;
    outcome: RemarkOutcome;
    outcomeText: string;
  }>(
    workspace,
    `SELECT id, personId, authorText, itemId, text, receivedOn, outcome, outcomeText FROM remark
     WHERE meetingId = ? AND removed = 0 ORDER BY receivedOn, id`,
    meetingId,
  );

const correctionsOf = (workspace: Reading, meetingId: string): MeetingDetail['corrections'] =>
  readAll(
    workspace,
    `SELECT id, number, correctedOn, itemId, was, now, reason FROM correction
     WHERE meetingId = ? AND removed = 0 ORDER BY correctedOn, id`,
    meetingId,
  );

/** Words of the minutes, counted by their blanks: a figure for the status bar. */
const wordsIn = (workspace: Reading, meetingId: string): number =>
  readOne<{ words: number | null }>(
    workspace,
    `SELECT sum(CASE WHEN e.text = '' THEN 0 ELSE length(e.text) - length(replace(replace(e.text, ' ', ''), char(10), '')) + 1 END)
       AS words
     FROM (SELECT s.text FROM agenda_item i JOIN speech s ON s.itemId = i.id
             WHERE i.meetingId = ? AND i.removed = 0 AND s.removed = 0
           UNION ALL SELECT d.text FROM agenda_item i JOIN decision d ON d.itemId = i.id
             WHERE i.meetingId = ? AND i.removed = 0 AND d.removed = 0) e`,
    meetingId,
    meetingId,
  )?.words ?? 0;

/** Everybody whom the view of a meeting names. */
const named = (
  meeting: MeetingRecord,
  items: StoredItem[],
  participants: StoredParticipant[],
  remarks: ReturnType<typeof remarksOf>,
) => [
  meeting.chairId,
  meeting.secretaryId,
  ...items.map(({ rapporteurId }) => rapporteurId),
  ...participants.flatMap(({ personId, insteadOfId }) => [personId, insteadOfId]),
  ...remarks.map(({ personId }) => personId),
];

/** Everything about a meeting but the words under its items. Throws `notFound`. */
export function readMeeting(workspace: Reading, id: string, now: Date): MeetingDetail {
  const meeting = requireMeeting(workspace, id);
  const row = readRows(workspace, [id])[0];
  if (!row) throw new AppError('notFound', { what: 'meeting' });
  const items = itemsOf(workspace, id);
  const participants = participantsOf(workspace, id);
  const remarks = remarksOf(workspace, id);
  const people = peopleOn(workspace, named(meeting, items, participants, remarks), dayOfMeeting(meeting, now));
  const seating = readSeating(workspace, meeting, now);
  const marks = readMarks(workspace, id);
  const state = sessionState(marks);
  const itemIds = items.map((item) => item.id);
  const clocks = readClocks(workspace, 'agendaItem', itemIds);
  const materials = groupBy(readMaterials(workspace, [id, ...itemIds]), ({ ownerId }) => ownerId);
  const attending = participants.map((each) => asParticipant(each, people, seating));
  const byId = new Map(attending.map((each) => [each.id, each]));
  return {
    ...row,
    link: meeting.link,
    language: meeting.language,
    chairId: meeting.chairId,
    chair: people.name(meeting.chairId),
    secretaryId: meeting.secretaryId,
    secretary: people.name(meeting.secretaryId),
    note: meeting.note,
    cancelReason: meeting.cancelReason,
    openedAt: meeting.openedAt,
    closedAt: meeting.closedAt,
    circulatedOn: meeting.circulatedOn,
    remarksUntil: meeting.remarksUntil,
    itemRows: items.map((item, index) =>
      asItem(item, index, people, state, materials.get(item.id) ?? [], clocks.get(item.id) ?? {}),
    ),
    participants: attending,
    quorum: quorumOf(seating, meeting, (participantId) => byId.get(participantId)?.name ?? ''),
    marks,
    currentItemId: itemIds.includes(state.currentItemId ?? '') ? state.currentItemId : null,
    onBreak: state.onBreak,
    approvals: approvalsOf(workspace, id).map((each) => ({
      ...each,
      name: byId.get(each.participantId)?.name ?? '',
      organisation: byId.get(each.participantId)?.shortName ?? '',
    })),
    remarks: remarks.map(({ authorText, ...remark }) => ({
      ...remark,
      author: people.name(remark.personId) || authorText,
    })),
    signatures: signaturesOf(workspace, id).map(({ snapshot: _, author: _a, device: _d, at: _t, ...shown }) => shown),
    corrections: correctionsOf(workspace, id),
    materials: materials.get(id) ?? [],
    words: wordsIn(workspace, id),
    clocks: readClocks(workspace, 'meeting', [id]).get(id) ?? {},
  };
}
