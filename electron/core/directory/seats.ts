import { AppError } from '../../../shared/errors.ts';
import { keyAtEnd, moveTo, type Placed } from '../../../shared/rules/order.ts';
import type { Sparse } from '../../../shared/sparse.ts';
import type { MemberRole } from '../../../shared/vocabulary.ts';
import type { Author } from '../ledger/ledger.ts';
import type { OpenWorkspace } from '../workspace/open.ts';
import { personOn } from './people.ts';
import { requireInOrder } from './periods.ts';
import type { Reading } from './reading.ts';
import { membership, seat } from './tables.ts';

export interface SeatRow {
  id: string;
  organisationId: string;
  organisation: string;
  shortName: string;
  votes: boolean;
  startsOn: string | null;
  endsOn: string | null;
  sortKey: string;
}

/** Seats of a group in their order. */
export const listSeats = (workspace: Reading, groupId: string): SeatRow[] =>
  workspace.sqlite
    .prepare<[string], Omit<SeatRow, 'votes'> & { votes: number }>(
      `SELECT s.id, s.organisationId, g.name AS organisation, coalesce(nullif(g.shortName, ''), g.name) AS shortName,
         s.votes, s.startsOn, s.endsOn, s.sortKey
       FROM seat s JOIN organisation g ON g.id = s.organisationId
       WHERE s.groupId = ? AND s.removed = 0 ORDER BY s.sortKey, s.id`,
    )
    .all(groupId)
    .map((row) => ({ ...row, votes: row.votes === 1 }));

export interface MemberRow {
  id: string;
  personId: string;
  name: string;
  position: string;
  organisationId: string | null;
  organisation: string;
  seatId: string | null;
  role: MemberRole;
  startsOn: string | null;
  endsOn: string | null;
  sortKey: string;
}

/** Members of a group, past ones too, with the office of a day; in their order. */
export const listMembers = (workspace: Reading, groupId: string, on: string): MemberRow[] =>
  workspace.sqlite
    .prepare<[string], Omit<MemberRow, 'name' | 'position' | 'organisation' | 'organisationId'>>(
      `SELECT id, personId, seatId, role, startsOn, endsOn, sortKey FROM membership
       WHERE groupId = ? AND removed = 0 ORDER BY sortKey, id`,
    )
    .all(groupId)
    .map((row) => {
      const person = personOn(workspace, row.personId, on);
      return {
        ...row,
        name: person?.name ?? '',
        position: person?.position ?? '',
        organisationId: person?.organisationId ?? null,
        organisation: person?.organisation ?? '',
      };
    });

/** Members in office on a day. */
export const membersOn = (workspace: Reading, groupId: string, on: string): MemberRow[] =>
  listMembers(workspace, groupId, on).filter(
    (member) => (!member.startsOn || member.startsOn <= on) && (!member.endsOn || member.endsOn >= on),
  );

const placed = (workspace: Reading, table: 'seat' | 'membership', groupId: string): Placed[] =>
  workspace.sqlite
    .prepare<[string], Placed>(`SELECT id, sortKey AS key FROM ${table} WHERE groupId = ? AND removed = 0`)
    .all(groupId);

export function addSeat(
  workspace: OpenWorkspace,
  author: Author,
  input: { groupId: string; organisationId: string; votes: boolean },
): string {
  if (listSeats(workspace, input.groupId).some((each) => each.organisationId === input.organisationId && !each.endsOn))
    throw new AppError('seatTaken', {}, 'organisationId');
  return workspace.ledger.write(author, { label: 'directory.addSeat' }, (w) => {
    const { key, rekeyed } = keyAtEnd(placed(workspace, 'seat', input.groupId));
    for (const twin of rekeyed) w.update(seat, twin.id, { sortKey: twin.key });
    return w.insert(seat, { ...input, sortKey: key });
  });
}

export function updateSeat(
  workspace: OpenWorkspace,
  author: Author,
  id: string,
  patch: Sparse<{ votes: boolean; startsOn: string | null; endsOn: string | null }>,
) {
  requireInOrder(patch.startsOn, patch.endsOn);
  workspace.ledger.write(author, { label: 'directory.updateSeat' }, (w) => w.update(seat, id, patch));
}

export function removeSeat(workspace: OpenWorkspace, author: Author, id: string) {
  workspace.ledger.write(author, { label: 'directory.removeSeat' }, (w) => {
    const sitting = workspace.sqlite
      .prepare<[string], string>('SELECT id FROM membership WHERE seatId = ? AND removed = 0')
      .pluck()
      .all(id);
    for (const member of sitting) w.update(membership, member, { seatId: null });
    w.remove(seat, id);
  });
}

/** Throws `alreadyMember` where the person is a member of the group now. */
export function addMember(
  workspace: OpenWorkspace,
  author: Author,
  input: { groupId: string; personId: string; seatId: string | null; role: MemberRole; startsOn: string | null },
): string {
  const there = workspace.sqlite
    .prepare('SELECT 1 FROM membership WHERE groupId = ? AND personId = ? AND removed = 0 AND endsOn IS NULL')
    .get(input.groupId, input.personId);
  if (there) throw new AppError('alreadyMember', {}, 'personId');
  return workspace.ledger.write(author, { label: 'directory.addMember' }, (w) => {
    const { key, rekeyed } = keyAtEnd(placed(workspace, 'membership', input.groupId));
    for (const twin of rekeyed) w.update(membership, twin.id, { sortKey: twin.key });
    return w.insert(membership, { ...input, sortKey: key });
  });
}

export function updateMember(
  workspace: OpenWorkspace,
  author: Author,
  id: string,
  patch: Sparse<{ seatId: string | null; role: MemberRole; startsOn: string | null; endsOn: string | null }>,
) {
  requireInOrder(patch.startsOn, patch.endsOn);
  workspace.ledger.write(author, { label: 'directory.updateMember' }, (w) => w.update(membership, id, patch));
}

export function removeMember(workspace: OpenWorkspace, author: Author, id: string) {
  workspace.ledger.write(author, { label: 'directory.removeMember' }, (w) => w.remove(membership, id));
}

/** Puts a seat or a member to another place of its group's list, counted from 0. */
export function moveInGroup(
  workspace: OpenWorkspace,
  author: Author,
  kind: 'seat' | 'membership',
  id: string,
  to: number,
) {
  const groupId = workspace.sqlite
    .prepare<[string], string>(`SELECT groupId FROM ${kind} WHERE id = ?`)
    .pluck()
    .get(id);
  if (groupId === undefined) throw new AppError('notFound', { what: kind });
  const table = kind === 'seat' ? seat : membership;
  workspace.ledger.write(author, { label: 'directory.move' }, (w) => {
    for (const moved of moveTo(placed(workspace, kind, groupId), id, to))
      w.update(table, moved.id, { sortKey: moved.key });
  });
}
