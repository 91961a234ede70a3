import type { IsoDay } from '../../../shared/dates.ts';
import { currentDueOn, selectForCarryOver } from '../../../shared/rules/decisionStatus.ts';
import { formatDecisionNumber } from '../../../shared/rules/numbering.ts';
import type { ExecutionStatus } from '../../../shared/vocabulary.ts';
import { peopleOn } from '../directory/peopleOn.ts';
import type { Reading } from '../directory/reading.ts';
import { asList, groupBy, readAll } from '../statements.ts';

interface StoredUnfinished {
  id: string;
  groupId: string;
  meetingId: string;
  decidedOn: IsoDay;
  number: string;
  itemId: string;
  text: string;
  ownDueOn: IsoDay | null;
  movedTo: IsoDay | null;
  status: ExecutionStatus | null;
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

// One query over the meetings' tables: a group of many years has thousands of decisions, few of them unfinished.
const unfinishedOf = (workspace: Reading, groupId: string): StoredUnfinished[] =>
  readAll(
    workspace,
    `SELECT d.id, m.groupId, m.id AS meetingId, m.heldOn AS decidedOn, m.number, d.itemId, d.text, d.dueOn AS ownDueOn,
       e.dueOn AS movedTo, e.status
     FROM meeting m JOIN agenda_item i ON i.meetingId = m.id AND i.removed = 0
       JOIN decision d ON d.itemId = i.id AND d.removed = 0 AND d.kind = 'decision'
       LEFT JOIN execution e ON e.id = d.id AND e.removed = 0
     WHERE m.groupId = ? AND m.removed = 0 AND m.status NOT IN ('planned', 'cancelled') AND m.heldOn IS NOT NULL
       AND coalesce(e.status, 'open') IN ('open', 'inProgress')`,
    groupId,
  );

/** Meeting/item.n of decisions, by id; the item and the decision are counted as they stand in their minutes. */
function numbersOf(workspace: Reading, rows: readonly StoredUnfinished[]): Map<string, string> {
  const places = readAll<{ id: string; item: number; n: number }>(
    workspace,
    `SELECT d.id,
       (SELECT count(*) FROM agenda_item x WHERE x.meetingId = i.meetingId AND x.removed = 0
          AND (x.sortKey, x.id) <= (i.sortKey, i.id)) AS item,
       (SELECT count(*) FROM decision x WHERE x.itemId = d.itemId AND x.removed = 0 AND x.kind = 'decision'
          AND (x.sortKey, x.id) <= (d.sortKey, d.id)) AS n
     FROM json_each(?) j CROSS JOIN decision d ON d.id = j.value JOIN agenda_item i ON i.id = d.itemId`,
    asList(rows.map(({ id }) => id)),
  );
  const numbers = new Map(rows.map(({ id, number }) => [id, number]));
  return new Map(places.map(({ id, item, n }) => [id, formatDecisionNumber(numbers.get(id) ?? null, item, n)]));
}

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
 * The nearest deadline first, those without one last.
 */
export function readUnfinished(
  workspace: Reading,
  meeting: { id: string; groupId: string; heldOn: IsoDay },
): Unfinished[] {
  const candidates = unfinishedOf(workspace, meeting.groupId).map((row) => ({
    ...row,
    status: row.status ?? ('open' as const),
    dueOn: currentDueOn(row.ownDueOn, row.movedTo),
  }));
  const rows = selectForCarryOver(candidates, meeting);
  const ids = rows.map(({ id }) => id);
  const numbers = numbersOf(workspace, rows);
  const assignees = assigneesOf(workspace, ids, meeting.heldOn);
  const notes = latestNotes(workspace, ids);
  return rows.map(({ id, text, dueOn, status }) => ({
    id,
    number: numbers.get(id) ?? '',
    text,
    assignees: assignees.get(id) ?? '',
    dueOn,
    status,
    note: notes.get(id) ?? '',
  }));
}
