import { eq } from 'drizzle-orm';
import { addDays } from '../../../shared/dates.ts';
import { AppError } from '../../../shared/errors.ts';
import { fullName } from '../../../shared/rules/names/written.ts';
import type { Sparse } from '../../../shared/sparse.ts';
import type { MemberRole } from '../../../shared/vocabulary.ts';
import type { Author } from '../ledger/ledger.ts';
import type { Writer } from '../ledger/write.ts';
import { readAll, readOne } from '../statements.ts';
import type { OpenWorkspace } from '../workspace/open.ts';
import { namesLanguage } from './namesLanguage.ts';
import { officeOn, readOffices } from './officesOn.ts';
import { holdsOn, requireInOrder, requireStillInOrder, type Period } from './periods.ts';
import type { Reading } from './reading.ts';
import { placeFor } from './seats.ts';
import { membership } from './tables.ts';

interface StoredMember extends Period {
  id: string;
  personId: string;
  seatId: string | null;
  role: MemberRole;
  sortKey: string;
}

export interface MemberRow extends StoredMember {
  name: string;
  position: string;
  organisationId: string | null;
  organisation: string;
}

/** Members of a group, past ones too, with the office of a day for the agency of their seat; in their order. */
export function listMembers(workspace: Reading, groupId: string, on: string): MemberRow[] {
  const language = namesLanguage(workspace);
  const rows = readAll<
    StoredMember & { surname: string; givenName: string; patronymic: string; seatOrganisationId: string | null }
  >(
    workspace,
    `SELECT m.id, m.personId, m.seatId, m.role, m.startsOn, m.endsOn, m.sortKey, p.surname, p.givenName, p.patronymic,
       s.organisationId AS seatOrganisationId
     FROM membership m JOIN person p ON p.id = m.personId LEFT JOIN seat s ON s.id = m.seatId
     WHERE m.groupId = ? AND m.removed = 0 ORDER BY m.sortKey, m.id`,
    groupId,
  );
  const offices = readOffices(
    workspace,
    rows.map(({ personId }) => personId),
  );
  return rows.map(({ surname, givenName, patronymic, seatOrganisationId, ...row }) => {
    const shown = officeOn(offices.get(row.personId) ?? [], on, seatOrganisationId);
    return {
      ...row,
      name: fullName({ surname, givenName, patronymic }, language),
      position: shown?.position ?? '',
      organisationId: shown?.organisationId ?? null,
      organisation: shown?.organisation ?? '',
    };
  });
}

/** Members in office on a day. */
export const membersOn = (workspace: Reading, groupId: string, on: string): MemberRow[] =>
  listMembers(workspace, groupId, on).filter((member) => holdsOn(member, on));

export interface NewMember {
  groupId: string;
  personId: string;
  seatId: string | null;
  role: MemberRole;
  startsOn: string | null;
}

function requireNotMember(workspace: Reading, groupId: string, personId: string) {
  const there = readOne(
    workspace,
    'SELECT 1 FROM membership WHERE groupId = ? AND personId = ? AND removed = 0 AND endsOn IS NULL',
    groupId,
    personId,
  );
  if (there) throw new AppError('alreadyMember', {}, 'personId');
}

function requireSeatOf(workspace: Reading, groupId: string, seatId: string | null | undefined) {
  if (seatId === null || seatId === undefined) return;
  if (!readOne(workspace, 'SELECT 1 FROM seat WHERE id = ? AND groupId = ? AND removed = 0', seatId, groupId))
    throw new AppError('notFound', { what: 'seat' }, 'seatId');
}

function insertMember(w: Writer, workspace: Reading, input: NewMember, after: string | null = null): string {
  const { key, rekeyed } = placeFor(workspace, 'membership', input.groupId, after);
  for (const twin of rekeyed) w.update(membership, twin.id, { sortKey: twin.key });
  return w.insert(membership, { ...input, sortKey: key });
}

/** Throws `alreadyMember` where the person is a member of the group now, `notFound`. */
export function addMember(workspace: OpenWorkspace, author: Author, input: NewMember): string {
  requireNotMember(workspace, input.groupId, input.personId);
  requireSeatOf(workspace, input.groupId, input.seatId);
  return workspace.ledger.write(author, { label: 'directory.addMember' }, (w) => insertMember(w, workspace, input));
}

const stored = (workspace: OpenWorkspace, id: string) =>
  workspace.db.select().from(membership).where(eq(membership.id, id)).get();

/** Throws `notFound`, `endBeforeStart`. */
export function updateMember(
  workspace: OpenWorkspace,
  author: Author,
  id: string,
  patch: Sparse<{ seatId: string | null; role: MemberRole; startsOn: string | null; endsOn: string | null }>,
) {
  const before = stored(workspace, id);
  requireStillInOrder(before, patch);
  if (before) requireSeatOf(workspace, before.groupId, patch.seatId);
  workspace.ledger.write(author, { label: 'directory.updateMember' }, (w) => w.update(membership, id, patch));
}

export function removeMember(workspace: OpenWorkspace, author: Author, id: string) {
  workspace.ledger.write(author, { label: 'directory.removeMember' }, (w) => w.remove(membership, id));
}

/**
 * Hands a place in a group over: the one membership ends on the day before, another of the same role and seat begins on
 * the day (ISO); one act for undo. Returns the new membership's id. Throws `notFound`, `samePerson`, `alreadyMember`,
 * `memberLeft`, `endBeforeStart`.
 */
export function handOverMember(
  workspace: OpenWorkspace,
  author: Author,
  input: { id: string; personId: string; on: string },
): string {
  const before = stored(workspace, input.id);
  if (!before || before.removed) throw new AppError('notFound', { what: 'membership' });
  if (before.personId === input.personId) throw new AppError('samePerson', {}, 'personId');
  const endsOn = addDays(input.on, -1);
  if (before.endsOn !== null && before.endsOn < endsOn) throw new AppError('memberLeft', { day: before.endsOn }, 'on');
  requireInOrder(before.startsOn, endsOn);
  requireNotMember(workspace, before.groupId, input.personId);
  return workspace.ledger.write(author, { label: 'directory.handOverMember' }, (w) => {
    w.update(membership, input.id, { endsOn });
    const { groupId, seatId, role } = before;
    return insertMember(
      w,
      workspace,
      { groupId, seatId, role, personId: input.personId, startsOn: input.on },
      input.id,
    );
  });
}
