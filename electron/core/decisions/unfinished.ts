import type { IsoDay } from '../../../shared/dates.ts';
import { selectForCarryOver } from '../../../shared/rules/decisionStatus.ts';
import { formatDecisionNumber } from '../../../shared/rules/numbering.ts';
import type { ExecutionStatus } from '../../../shared/vocabulary.ts';
import { peopleOn } from '../directory/peopleOn.ts';
import type { Reading } from '../directory/reading.ts';
import { asList, groupBy, readAll } from '../statements.ts';
import { dayOfNumber, firstFinished, repeatOfNumber, statusOfNumber } from './register/stored.ts';

interface StoredUnfinished {
  id: string;
  groupId: string;
  meetingId: string;
  decidedOn: IsoDay;
  number: string;
  text: string;
  item: number;
  place: number;
  dueOn: number;
  status: number;
  repeat: number;
}

/** A decision that still has to be carried out, as the next meeting hears of it. */
export interface Unfinished {
  id: string;
  number: string;
  text: string;
  assignees: string;
  dueOn: IsoDay | null;
  status: ExecutionStatus;
  /** The latest progress note. */
  note: string;
}

// From the register: a group of many years has thousands of decisions, few of them unfinished.
const unfinishedOf = (workspace: Reading, groupId: string): StoredUnfinished[] =>
  readAll(
    workspace,
    `SELECT d.id, m.groupId, m.id AS meetingId, m.heldOn AS decidedOn, m.number, d.text, e.item, e.place, e.dueOn, e.status,
       e.repeat
     FROM register_key k JOIN register_entry e ON e.groupKey = k.n AND e.status < ${firstFinished} AND e.heldOn > 0
       JOIN register_key dk ON dk.n = e.n JOIN decision d ON d.id = dk.id
       JOIN agenda_item i ON i.id = d.itemId JOIN meeting m ON m.id = i.meetingId
     WHERE k.id = ?`,
    groupId,
  );

/** Who carries decisions out, by decision, in words. */
function assigneesOf(workspace: Reading, ids: readonly string[], day: IsoDay): Map<string, string> {
  const rows = readAll<{ decisionId: string; personId: string | null; nameText: string; shortName: string }>(
    workspace,
    `SELECT a.decisionId, a.personId, a.nameText, coalesce(nullif(g.shortName, ''), g.name, '') AS shortName
     FROM json_each(?) j CROSS JOIN assignee a ON a.decisionId = j.value LEFT JOIN organisation g ON g.id = a.organisationId
     WHERE a.removed = 0 ORDER BY a.sortKey, a.id`,
    asList(ids),
  );
  const people = peopleOn(
    workspace,
    rows.map(({ personId }) => personId),
    day,
  );
  const words = ({ personId, nameText, shortName }: (typeof rows)[number]): string =>
    [people.name(personId), shortName].filter(Boolean).join(', ') || nameText;
  return new Map(
    [...groupBy(rows, ({ decisionId }) => decisionId)].map(([id, group]) => [id, group.map(words).join('; ')]),
  );
}

const latestNotes = (workspace: Reading, ids: readonly string[]): Map<string, string> =>
  new Map(
    readAll<{ decisionId: string; text: string }>(
      workspace,
      `SELECT n.decisionId, n.text FROM json_each(?) j CROSS JOIN progress_note n ON n.decisionId = j.value
       WHERE n.removed = 0 ORDER BY n.notedOn, n.id`,
      asList(ids),
    ).map(({ decisionId, text }) => [decisionId, text]),
  );

/**
 * The open and overdue decisions of a group that its meetings up to a day have taken: what its next meeting takes up.
 * The nearest deadline first, those without one last; what comes back each period where a period is due by then, what
 * stands for good always.
 */
export function readUnfinished(
  workspace: Reading,
  meeting: { id: string; groupId: string; heldOn: IsoDay },
): Unfinished[] {
  const candidates = unfinishedOf(workspace, meeting.groupId).map(({ number, item, place, ...row }) => ({
    ...row,
    number: formatDecisionNumber(number, item, place),
    status: statusOfNumber(row.status),
    dueOn: dayOfNumber(row.dueOn),
    repeat: repeatOfNumber(row.repeat),
  }));
  const rows = selectForCarryOver(candidates, meeting);
  const ids = rows.map(({ id }) => id);
  const assignees = assigneesOf(workspace, ids, meeting.heldOn);
  const notes = latestNotes(workspace, ids);
  return rows.map(({ id, number, text, dueOn, status }) => ({
    id,
    number,
    text,
    assignees: assignees.get(id) ?? '',
    dueOn,
    status,
    note: notes.get(id) ?? '',
  }));
}
