import { AppError } from '../../../shared/errors.ts';
import { keyAtEnd } from '../../../shared/rules/order.ts';
import type { Sparse } from '../../../shared/sparse.ts';
import type { InvitationAnswer, ParticipantRole } from '../../../shared/vocabulary.ts';
import type { Author } from '../ledger/ledger.ts';
import { readAll, readOne, type Reader } from '../statements.ts';
import type { OpenWorkspace } from '../workspace/open.ts';
import { insertMembers, listed } from './members.ts';
import { dayOfMeeting, meetingOf, requireMeeting, requirePart, type MeetingRecord } from './records.ts';
import { approval, participant } from './tables.ts';

interface Attending {
  role: ParticipantRole;
  personId: string | null;
  nameText: string;
  positionText: string;
  organisationId: string | null;
  seatId: string | null;
  /** The member (a person) they stand in for. */
  insteadOfId: string | null;
}

type StoredParticipant = Attending & { id: string; meetingId: string; answer: InvitationAnswer };

const participantOf = (reader: Reader, id: string) =>
  readOne<StoredParticipant>(
    reader,
    `SELECT id, meetingId, role, personId, nameText, positionText, organisationId, seatId, insteadOfId, answer
     FROM participant WHERE id = ? AND removed = 0`,
    id,
  );

/** The member that somebody stands in for, as they are on this meeting's list. Throws `insteadOfUnknown`. */
function memberReplaced(reader: Reader, meetingId: string, personId: string): StoredParticipant {
  const found = readOne<StoredParticipant>(
    reader,
    `SELECT id, meetingId, role, personId, nameText, positionText, organisationId, seatId, insteadOfId, answer
     FROM participant WHERE meetingId = ? AND personId = ? AND removed = 0 AND role <> 'guest'`,
    meetingId,
    personId,
  );
  if (!found) throw new AppError('insteadOfUnknown', {}, 'insteadOfId');
  return found;
}

function requireSound(reader: Reader, meeting: MeetingRecord, who: Attending, ownId: string | null) {
  if (who.personId === null && who.nameText.trim() === '') throw new AppError('required', {}, 'nameText');
  const twin = listed(reader, meeting.id).some(
    ({ id, personId }) => id !== ownId && personId !== null && personId === who.personId,
  );
  if (twin) throw new AppError('participantThere', {}, 'personId');
  if (who.insteadOfId !== null && who.insteadOfId === who.personId)
    throw new AppError('insteadOfUnknown', {}, 'insteadOfId');
  if (who.seatId === null) return;
  const seat = readOne<{ groupId: string }>(
    reader,
    'SELECT groupId FROM seat WHERE id = ? AND removed = 0',
    who.seatId,
  );
  if (seat?.groupId !== meeting.groupId) throw new AppError('seatUnknown', {}, 'seatId');
}

/** A stand-in sits on the member's seat and speaks for their organisation unless somebody says otherwise. */
function seated(
  reader: Reader,
  meetingId: string,
  who: Attending,
): { who: Attending; member: StoredParticipant | null } {
  if (who.insteadOfId === null) return { who, member: null };
  const member = memberReplaced(reader, meetingId, who.insteadOfId);
  return {
    who: {
      ...who,
      seatId: who.seatId ?? member.seatId,
      organisationId: who.organisationId ?? member.organisationId,
      role: who.role === 'guest' ? 'member' : who.role,
    },
    member,
  };
}

/**
 * Puts somebody on the meeting's list: a guest, an adviser, a stand-in. A stand-in takes the member's seat, and the
 * member's answer becomes that somebody else comes.
 * Throws `required`, `participantThere`, `insteadOfUnknown`, `seatUnknown`, `signedLocked`, `meetingCancelled`.
 */
export function addParticipant(
  workspace: OpenWorkspace,
  author: Author,
  input: Attending & { meetingId: string },
): string {
  const { meetingId, ...given } = input;
  const meeting = requireMeeting(workspace, meetingId);
  requirePart(meeting, 'invitations');
  const { who, member } = seated(workspace, meetingId, given);
  requireSound(workspace, meeting, who, null);
  return workspace.ledger.write(author, { label: 'meetings.addParticipant' }, (w) => {
    const { key, rekeyed } = keyAtEnd(listed(workspace, meetingId));
    for (const twin of rekeyed) w.update(participant, twin.id, { sortKey: twin.key });
    if (member) w.update(participant, member.id, { answer: 'substitute' });
    return w.insert(participant, { ...who, meetingId, sortKey: key });
  });
}

const answerFields = new Set(['answer', 'answerNote']);

/** Throws as `addParticipant`. Answers to the invitation can still be put right when all else is locked. */
export function updateParticipant(
  workspace: OpenWorkspace,
  author: Author,
  input: { id: string; patch: Sparse<Attending & { answer: InvitationAnswer; answerNote: string }> },
) {
  const { id, patch } = input;
  const meeting = meetingOf(workspace, 'participant', id);
  const changesMore = Object.entries(patch).some(([name, value]) => value !== undefined && !answerFields.has(name));
  if (changesMore || meeting.status === 'cancelled') requirePart(meeting, 'invitations');
  const before = participantOf(workspace, id);
  if (!before) throw new AppError('notFound', { what: 'participant' });
  const { answer, answerNote, ...who } = patch;
  const wanted: Attending = { ...before, ...definedOf(who) };
  const standsIn = patch.insteadOfId !== undefined && patch.insteadOfId !== before.insteadOfId;
  const after = standsIn ? seated(workspace, meeting.id, wanted) : { who: wanted, member: null };
  if (changesMore) requireSound(workspace, meeting, after.who, id);
  workspace.ledger.write(author, { label: 'meetings.updateParticipant' }, (w) => {
    const { role, personId, nameText, positionText, organisationId, seatId, insteadOfId } = after.who;
    w.update(participant, id, {
      ...(changesMore ? { role, personId, nameText, positionText, organisationId, seatId, insteadOfId } : {}),
      ...(answer === undefined ? {} : { answer }),
      ...(answerNote === undefined ? {} : { answerNote }),
    });
    if (after.member) w.update(participant, after.member.id, { answer: 'substitute' });
  });
}

const definedOf = <T extends object>(fields: T) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

/** Takes somebody off the list. Throws `participantVoted` where a vote or a dissenting opinion of theirs is recorded. */
export function removeParticipant(workspace: OpenWorkspace, author: Author, id: string) {
  const meeting = meetingOf(workspace, 'participant', id);
  requirePart(meeting, 'invitations');
  // By SQL over the decisions' tables: asking that area would make the two areas import each other.
  const voted = readOne(
    workspace,
    `SELECT 1 FROM ballot b JOIN decision d ON d.id = b.decisionId WHERE b.participantId = ? AND b.removed = 0 AND d.removed = 0
     UNION ALL SELECT 1 FROM dissent b JOIN decision d ON d.id = b.decisionId
     WHERE b.participantId = ? AND b.removed = 0 AND d.removed = 0`,
    id,
    id,
  );
  if (voted) throw new AppError('participantVoted');
  const asked = readAll<{ id: string }>(
    workspace,
    'SELECT id FROM approval WHERE participantId = ? AND removed = 0',
    id,
  );
  workspace.ledger.write(author, { label: 'meetings.removeParticipant' }, (w) => {
    for (const each of asked) w.remove(approval, each.id);
    w.remove(participant, id);
  });
}

/** Adds the group's members of the day who are not on the list yet. Returns how many. */
export function addMembers(workspace: OpenWorkspace, author: Author, meetingId: string, now: Date): number {
  const meeting = requireMeeting(workspace, meetingId);
  requirePart(meeting, 'invitations');
  return workspace.ledger.write(author, { label: 'meetings.addMembers' }, (w) =>
    insertMembers(w, workspace, meeting, dayOfMeeting(meeting, now)),
  );
}
