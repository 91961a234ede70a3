import { isIsoDay } from '../../../../shared/dates.ts';
import { currentDueOn } from '../../../../shared/rules/decisionStatus.ts';
import { foldText } from '../../../../shared/rules/fold.ts';
import { formatDecisionNumber } from '../../../../shared/rules/numbering.ts';
import { firstUnfinished, isPeriodic, type Occurrence } from '../../../../shared/rules/repetition.ts';
import type { ExecutionStatus, RepeatKind } from '../../../../shared/vocabulary.ts';
import { officeOn, readOffices } from '../../directory/officesOn.ts';
import { asList, groupBy, readAll, type Reader } from '../../statements.ts';
import { numberOrderKey, textOrderKey } from './orderKeys.ts';
import { dayNumber, noDeadline, noMeetingDay, repeatNumber, safeDay, safeRepetition, statusNumber } from './stored.ts';

/** What the register keeps of one decision, with whole ids; see the table `register_entry`. */
export interface Entry {
  id: string;
  groupId: string;
  meetingId: string;
  /** Organisation of the assignee who answers for the whole; empty where there is none. */
  organisationId: string;
  heldOn: number;
  dueOn: number;
  status: number;
  repeat: number;
  item: number;
  place: number;
  assignees: number;
  assigneesDone: number;
  notes: number;
  evidence: number;
  numberOrder: string;
  textOrder: string;
  words: string;
  /** Organisations of all assignees. */
  organisations: string[];
}

interface StoredDecision {
  id: string;
  meetingId: string;
  groupId: string;
  heldOn: string | null;
  number: string;
  item: number;
  place: number;
  text: string;
  ownDueOn: string | null;
  movedTo: string | null;
  status: ExecutionStatus | null;
  repeat: RepeatKind | null;
  repeatDay: number | null;
  repeatFrom: string | null;
  repeatUntil: string | null;
  notes: number;
  evidence: number;
}

// One query over the meetings' tables, for the register stands beside them.
const decisionsOf = (reader: Reader, ids: string): StoredDecision[] =>
  readAll(
    reader,
    `SELECT d.id, i.meetingId, m.groupId, m.heldOn, m.number, d.text, d.dueOn AS ownDueOn, e.dueOn AS movedTo, e.status,
       e.repeat, e.repeatDay, e.repeatFrom, e.repeatUntil,
       (SELECT count(*) FROM agenda_item x WHERE x.meetingId = i.meetingId AND x.removed = 0
          AND (x.sortKey, x.id) <= (i.sortKey, i.id)) AS item,
       (SELECT count(*) FROM decision x WHERE x.itemId = d.itemId AND x.removed = 0 AND x.kind = 'decision'
          AND (x.sortKey, x.id) <= (d.sortKey, d.id)) AS place,
       (SELECT count(*) FROM progress_note n WHERE n.decisionId = d.id AND n.removed = 0) AS notes,
       (SELECT count(*) FROM attachment a WHERE a.ownerId = d.id AND a.ownerEntity = 'decision' AND a.removed = 0)
       + (SELECT count(*) FROM progress_note n JOIN attachment a ON a.ownerId = n.id AND a.ownerEntity = 'progressNote'
          WHERE n.decisionId = d.id AND n.removed = 0 AND a.removed = 0) AS evidence
     FROM json_each(?) j CROSS JOIN decision d ON d.id = j.value AND d.removed = 0 AND d.kind = 'decision'
       JOIN agenda_item i ON i.id = d.itemId AND i.removed = 0
       JOIN meeting m ON m.id = i.meetingId AND m.removed = 0 AND m.status NOT IN ('planned', 'cancelled')
       LEFT JOIN execution e ON e.id = d.id AND e.removed = 0`,
    ids,
  );

interface StoredAssignee {
  decisionId: string;
  organisationId: string | null;
  personId: string | null;
  nameText: string;
  status: ExecutionStatus | null;
}

const assigneesOf = (reader: Reader, ids: string): StoredAssignee[] =>
  readAll(
    reader,
    `SELECT a.decisionId, a.organisationId, a.personId, a.nameText, x.status
     FROM json_each(?) j CROSS JOIN assignee a ON a.decisionId = j.value AND a.removed = 0
       LEFT JOIN assignee_execution x ON x.id = a.id AND x.removed = 0
     ORDER BY a.sortKey, a.id`,
    ids,
  );

/** What was said of the periods of periodic decisions. */
export const occurrencesOf = (reader: Reader, ids: readonly string[]): Map<string, Occurrence[]> =>
  groupBy(
    readAll<Occurrence & { decisionId: string; dueOn: string | null }>(
      reader,
      `SELECT o.decisionId, o.period, o.status, o.dueOn FROM json_each(?) j CROSS JOIN occurrence o
       ON o.decisionId = j.value WHERE o.removed = 0 ORDER BY o.id`,
      asList(ids),
    ).map((row) => ({ ...row, dueOn: safeDay(row.dueOn) })),
    ({ decisionId }) => decisionId,
  );

/** The deadline in force; of a periodic one that of its first unfinished period; a standing one has none. */
function dueOf(row: StoredDecision, occurrences: readonly Occurrence[]): number {
  const repetition = safeRepetition(row);
  const held = safeDay(row.heldOn);
  const due =
    repetition.repeat === 'standing'
      ? null
      : isPeriodic(repetition.repeat)
        ? held === null && repetition.repeatFrom === null
          ? null
          : (firstUnfinished(repetition, held ?? '0001-01-01', occurrences)?.dueOn ?? null)
        : safeDay(currentDueOn(row.ownDueOn, row.movedTo));
  return due === null || !isIsoDay(due) ? noDeadline : dayNumber(due);
}

/** The entries of these decisions as their records say it now; none for what does not belong into the register. */
export function readEntries(reader: Reader, ids: Iterable<string>): Map<string, Entry> {
  const wanted = asList(ids);
  const decisions = decisionsOf(reader, wanted);
  const assignees = assigneesOf(reader, wanted);
  const byDecision = groupBy(assignees, ({ decisionId }) => decisionId);
  const offices = readOffices(
    reader,
    new Set(assignees.flatMap(({ personId, organisationId }) => (organisationId === null ? (personId ?? []) : []))),
  );
  const periodic = decisions.filter(({ repeat }) => repeat !== null && isPeriodic(repeat));
  const occurrences =
    periodic.length === 0
      ? new Map<string, Occurrence[]>()
      : occurrencesOf(
          reader,
          periodic.map(({ id }) => id),
        );
  const organisationOf = ({ organisationId, personId }: StoredAssignee, day: string): string =>
    organisationId ?? (personId === null ? '' : (officeOn(offices.get(personId) ?? [], day)?.organisationId ?? ''));

  return new Map(
    decisions.map((row) => {
      const own = byDecision.get(row.id) ?? [];
      const held = safeDay(row.heldOn);
      const organisations = own.map((one) => organisationOf(one, held ?? '9999-12-31'));
      const number = formatDecisionNumber(row.number, row.item, row.place);
      return [
        row.id,
        {
          id: row.id,
          groupId: row.groupId,
          meetingId: row.meetingId,
          organisationId: organisations[0] ?? '',
          heldOn: held === null ? noMeetingDay : dayNumber(held),
          dueOn: dueOf(row, occurrences.get(row.id) ?? []),
          status: statusNumber(row.status ?? 'open'),
          repeat: repeatNumber(row.repeat ?? 'none'),
          item: row.item,
          place: row.place,
          assignees: own.length,
          assigneesDone: own.filter(({ status }) => status === 'done').length,
          notes: row.notes,
          evidence: row.evidence,
          numberOrder: numberOrderKey(number),
          textOrder: textOrderKey(row.text),
          words: foldText([number, row.text, ...own.map(({ nameText }) => nameText)].filter(Boolean).join(' ')),
          organisations: [...new Set(organisations)].filter((id) => id !== '').toSorted(),
        },
      ];
    }),
  );
}
