import type { IsoDay } from '../../../shared/dates.ts';
import { keysInRow, type Placed } from '../../../shared/rules/order.ts';
import { memberRoles, type MemberRole } from '../../../shared/vocabulary.ts';
import type { Reading } from '../directory/reading.ts';
import { membersOn, type MemberRow } from '../directory/members.ts';
import { listSeats } from '../directory/seats.ts';
import type { Writer } from '../ledger/write.ts';
import { readAll, type Reader } from '../statements.ts';
import { participant } from './tables.ts';

const rank: Record<MemberRole, number> = Object.fromEntries(memberRoles.map((role, index) => [role, index])) as Record<
  MemberRole,
  number
>;

/** The first holder of an office of the group on a day, or null. */
export const holderOf = (members: readonly MemberRow[], role: MemberRole): string | null =>
  members.find((member) => member.role === role)?.personId ?? null;

/** Members of the group on a day, the chair first, then by role and the group's order. */
export const membersInOrder = (workspace: Reading, groupId: string, day: IsoDay): MemberRow[] =>
  membersOn(workspace, groupId, day).toSorted((a, b) => rank[a.role] - rank[b.role]);

/** Everybody on a meeting's list, for keys and for finding out who is there already. */
export const listed = (reader: Reader, meetingId: string): (Placed & { personId: string | null })[] =>
  readAll(
    reader,
    'SELECT id, sortKey AS key, personId FROM participant WHERE meetingId = ? AND removed = 0 ORDER BY sortKey, id',
    meetingId,
  );

/**
 * Puts the group's members of that day, who are not on the meeting's list yet, at its end, each with their seat.
 * Returns how many.
 */
export function insertMembers(
  w: Writer,
  workspace: Reading,
  meeting: { id: string; groupId: string },
  day: IsoDay,
): number {
  const there = listed(workspace, meeting.id);
  const known = new Set(there.map(({ personId }) => personId));
  const seats = new Map(listSeats(workspace, meeting.groupId).map((seat) => [seat.id, seat]));
  const missing = membersInOrder(workspace, meeting.groupId, day).filter(({ personId }) => !known.has(personId));
  const keys = keysInRow(missing.length, there.at(-1)?.key ?? null);
  for (const [index, member] of missing.entries()) {
    const seat = member.seatId === null ? undefined : seats.get(member.seatId);
    w.insert(participant, {
      meetingId: meeting.id,
      role: member.role,
      personId: member.personId,
      seatId: seat?.id ?? null,
      organisationId: seat?.organisationId ?? member.organisationId,
      sortKey: keys[index] ?? 'a0',
    });
  }
  return missing.length;
}
