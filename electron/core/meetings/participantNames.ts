import type { IsoDay } from '../../../shared/dates.ts';
import { peopleOn } from '../directory/peopleOn.ts';
import type { Reading } from '../directory/reading.ts';
import { readAll } from '../statements.ts';

/** How the people on a meeting's list are called, those without a record by what was typed. */
export function participantNames(
  workspace: Reading,
  meetingId: string,
  day: IsoDay,
): (participantId: string) => string {
  const rows = readAll<{ id: string; personId: string | null; nameText: string }>(
    workspace,
    'SELECT id, personId, nameText FROM participant WHERE meetingId = ?',
    meetingId,
  );
  const people = peopleOn(
    workspace,
    rows.map(({ personId }) => personId),
    day,
  );
  const names = new Map(rows.map((row) => [row.id, people.name(row.personId) || row.nameText]));
  return (id) => names.get(id) ?? '';
}
