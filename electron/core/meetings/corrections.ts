import type { IsoDay } from '../../../shared/dates.ts';
import { AppError } from '../../../shared/errors.ts';
import { peopleOn } from '../directory/peopleOn.ts';
import type { Author } from '../ledger/ledger.ts';
import { readAll } from '../statements.ts';
import type { OpenWorkspace } from '../workspace/open.ts';
import { requireDay, requireText } from './checks.ts';
import { holderOf, membersInOrder } from './members.ts';
import { meetingOf, requireMeeting } from './records.ts';
import { correction } from './tables.ts';

/**
 * Records what was found wrong in signed minutes: what they say, what is right, and why. Corrections of one meeting are
 * numbered from 1; the chair and secretary of the day of the correction stand under it.
 * Throws `meetingNotSigned`, `required`, `dayMalformed`, `signedBeforeMeeting`, `notFound`.
 */
export function addCorrection(
  workspace: OpenWorkspace,
  author: Author,
  input: { meetingId: string; itemId: string | null; was: string; now: string; reason: string; on: IsoDay },
): string {
  const { meetingId, itemId, was, now, reason, on } = input;
  const meeting = requireMeeting(workspace, meetingId);
  if (meeting.status !== 'signed') throw new AppError('meetingNotSigned');
  requireText(now, 'now');
  requireText(reason, 'reason');
  requireDay(on, 'on');
  if (meeting.heldOn !== null && on < meeting.heldOn) throw new AppError('signedBeforeMeeting', {}, 'on');
  if (itemId !== null && meetingOf(workspace, 'agendaItem', itemId).id !== meetingId)
    throw new AppError('notFound', { what: 'agendaItem' }, 'itemId');
  const members = membersInOrder(workspace, meeting.groupId, on);
  const [chairId, secretaryId] = [
    holderOf(members, 'chair') ?? meeting.chairId,
    holderOf(members, 'secretary') ?? meeting.secretaryId,
  ];
  const people = peopleOn(workspace, [chairId, secretaryId], on);
  return workspace.ledger.write(author, { label: 'meetings.addCorrection' }, (w) => {
    const numbers = readAll<{ number: string }>(
      workspace,
      'SELECT number FROM correction WHERE meetingId = ?',
      meetingId,
    ).map(({ number }) => Number.parseInt(number, 10) || 0);
    return w.insert(correction, {
      meetingId,
      number: String(Math.max(0, ...numbers) + 1),
      correctedOn: on,
      itemId,
      was,
      now,
      reason,
      chairName: people.name(chairId),
      secretaryName: people.name(secretaryId),
    });
  });
}
