import type { RegisterRow } from '../../../../shared/contract/decisionRegister.ts';
import type { IsoDay } from '../../../../shared/dates.ts';
import { decisionState } from '../../../../shared/rules/decisionStatus.ts';
import { formatDecisionNumber } from '../../../../shared/rules/numbering.ts';
import { asList, readAll, type Reader } from '../../statements.ts';
import { leadsOf } from './leads.ts';
import { dayOfNumber, repeatOfNumber, statusOfNumber } from './stored.ts';

interface StoredRow {
  id: string;
  text: string;
  itemId: string;
  groupId: string;
  group: string;
  meetingId: string;
  meetingNumber: string;
  heldOn: string | null;
  item: number;
  place: number;
  dueOn: number;
  status: number;
  repeat: number;
  assignees: number;
  assigneesDone: number;
  notes: number;
  evidence: number;
}

/** How much of the latest note a row shows. */
const noteLength = 300;

const latestNotes = (reader: Reader, ids: readonly string[]): Map<string, string> =>
  new Map(
    readAll<{ decisionId: string; text: string }>(
      reader,
      `SELECT n.decisionId, n.text FROM json_each(?) j CROSS JOIN progress_note n ON n.decisionId = j.value
       WHERE n.removed = 0 ORDER BY n.notedOn, n.id`,
      asList(ids),
    ).map(({ decisionId, text }) => [decisionId, text]),
  );

/** The rows of the register for these keys, in their order, without the group they are shown under. */
export function readRegisterRows(
  reader: Reader,
  keys: readonly number[],
  today: IsoDay,
): Omit<RegisterRow, 'groupKey'>[] {
  const rows = readAll<StoredRow>(
    reader,
    `SELECT d.id, d.text, d.itemId, m.groupId, g.name AS "group", m.id AS meetingId, m.number AS meetingNumber, m.heldOn,
       e.item, e.place, e.dueOn, e.status, e.repeat, e.assignees, e.assigneesDone, e.notes, e.evidence
     FROM json_each(?) j CROSS JOIN register_entry e ON e.n = j.value CROSS JOIN register_key k ON k.n = e.n
       CROSS JOIN decision d ON d.id = k.id CROSS JOIN register_key mk ON mk.n = e.meetingKey
       CROSS JOIN meeting m ON m.id = mk.id CROSS JOIN working_group g ON g.id = m.groupId
     ORDER BY j.key`,
    JSON.stringify(keys),
  );
  const ids = rows.map(({ id }) => id);
  const leads = leadsOf(reader, ids);
  const notes = latestNotes(
    reader,
    rows.flatMap((row) => (row.notes > 0 ? row.id : [])),
  );
  return rows.map(({ item, place, status, repeat, dueOn, ...row }) => {
    const due = dayOfNumber(dueOn);
    return {
      ...row,
      number: formatDecisionNumber(row.meetingNumber, item, place),
      lead: leads.get(row.id)?.lead ?? '',
      others: leads.get(row.id)?.others ?? '',
      dueOn: due,
      state: decisionState({ status: statusOfNumber(status), dueOn: due }, today),
      repeat: repeatOfNumber(repeat),
      latestNote: [...(notes.get(row.id) ?? '')].slice(0, noteLength).join(''),
    };
  });
}
