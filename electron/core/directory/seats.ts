import { eq } from 'drizzle-orm';
import { AppError } from '../../../shared/errors.ts';
import { keyBetween, moveTo, type Insertion, type Placed } from '../../../shared/rules/order.ts';
import type { Sparse } from '../../../shared/sparse.ts';
import type { Author } from '../ledger/ledger.ts';
import { readAll, readOne } from '../statements.ts';
import type { OpenWorkspace } from '../workspace/open.ts';
import { requireStillInOrder, type Period } from './periods.ts';
import type { Reading } from './reading.ts';
import { membership, seat } from './tables.ts';

export interface SeatRow extends Period {
  id: string;
  organisationId: string;
  organisation: string;
  shortName: string;
  votes: boolean;
  sortKey: string;
}

/** Seats of a group in their order, past ones too. */
export const listSeats = (workspace: Reading, groupId: string): SeatRow[] =>
  readAll<Omit<SeatRow, 'votes'> & { votes: number }>(
    workspace,
    `SELECT s.id, s.organisationId, g.name AS organisation, coalesce(nullif(g.shortName, ''), g.name) AS shortName,
       s.votes, s.startsOn, s.endsOn, s.sortKey
     FROM seat s JOIN organisation g ON g.id = s.organisationId
     WHERE s.groupId = ? AND s.removed = 0 ORDER BY s.sortKey, s.id`,
    groupId,
  ).map((row) => ({ ...row, votes: row.votes === 1 }));

/** Everything of a group's list of one kind, in its order. */
const placed = (workspace: Reading, table: 'seat' | 'membership', groupId: string): Placed[] =>
  readAll(
    workspace,
    `SELECT id, sortKey AS key FROM ${table} WHERE groupId = ? AND removed = 0 ORDER BY sortKey, id`,
    groupId,
  );

/** The key for one more entry of a group's list: after the one named, else at the end; twins get new ones. */
export function placeFor(
  workspace: Reading,
  table: 'seat' | 'membership',
  groupId: string,
  after: string | null = null,
): Insertion {
  const list = placed(workspace, table, groupId);
  const at = after === null ? -1 : list.findIndex(({ id }) => id === after);
  return keyBetween(list, at < 0 ? list.length : at + 1);
}

/** Throws `seatTaken` where the organisation has a seat that has not ended. */
export function addSeat(
  workspace: OpenWorkspace,
  author: Author,
  input: { groupId: string; organisationId: string; votes: boolean; startsOn?: string | null | undefined },
): string {
  if (listSeats(workspace, input.groupId).some((each) => each.organisationId === input.organisationId && !each.endsOn))
    throw new AppError('seatTaken', {}, 'organisationId');
  return workspace.ledger.write(author, { label: 'directory.addSeat' }, (w) => {
    const { key, rekeyed } = placeFor(workspace, 'seat', input.groupId);
    for (const twin of rekeyed) w.update(seat, twin.id, { sortKey: twin.key });
    return w.insert(seat, { ...input, sortKey: key });
  });
}

/** Throws `notFound`, `endBeforeStart`. */
export function updateSeat(
  workspace: OpenWorkspace,
  author: Author,
  id: string,
  patch: Sparse<{ votes: boolean; startsOn: string | null; endsOn: string | null }>,
) {
  requireStillInOrder(workspace.db.select().from(seat).where(eq(seat.id, id)).get(), patch);
  workspace.ledger.write(author, { label: 'directory.updateSeat' }, (w) => w.update(seat, id, patch));
}

/**
 * Takes a seat away that was a mistake; its members lose it. Throws `seatInUse` where somebody sat on it at a meeting: its
 * quorum would come out otherwise. Such a seat is ended instead.
 */
export function removeSeat(workspace: OpenWorkspace, author: Author, id: string) {
  // Counted by SQL over that area's table, as the groups' meetings are.
  const used = readOne<{ meetings: number }>(
    workspace,
    `SELECT count(DISTINCT t.id) AS meetings FROM participant p JOIN meeting t ON t.id = p.meetingId
     WHERE p.seatId = ? AND p.removed = 0 AND t.removed = 0 AND t.status NOT IN ('planned', 'cancelled')`,
    id,
  );
  if (used && used.meetings > 0) throw new AppError('seatInUse', { count: used.meetings });
  workspace.ledger.write(author, { label: 'directory.removeSeat' }, (w) => {
    const sitting = readAll<{ id: string }>(
      workspace,
      'SELECT id FROM membership WHERE seatId = ? AND removed = 0',
      id,
    );
    for (const member of sitting) w.update(membership, member.id, { seatId: null });
    w.remove(seat, id);
  });
}

/** Puts a seat or a member to another place of its group's list, counted from 0. Throws `notFound`. */
export function moveInGroup(
  workspace: OpenWorkspace,
  author: Author,
  kind: 'seat' | 'membership',
  id: string,
  to: number,
) {
  const found = readOne<{ groupId: string }>(workspace, `SELECT groupId FROM ${kind} WHERE id = ?`, id);
  if (!found) throw new AppError('notFound', { what: kind });
  const table = kind === 'seat' ? seat : membership;
  workspace.ledger.write(author, { label: 'directory.move' }, (w) => {
    for (const moved of moveTo(placed(workspace, kind, found.groupId), id, to))
      w.update(table, moved.id, { sortKey: moved.key });
  });
}
