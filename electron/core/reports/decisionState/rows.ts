import type { IsoDay } from '../../../../shared/dates.ts';
import { AppError } from '../../../../shared/errors.ts';
import type { Language } from '../../../../shared/languages.ts';
import { currentDueOn, daysLeft, decisionState, type DecisionState } from '../../../../shared/rules/decisionStatus.ts';
import { formatDecisionNumber } from '../../../../shared/rules/numbering.ts';
import { firstUnfinished, isPeriodic, periodsUntil, type Repetition } from '../../../../shared/rules/repetition.ts';
import type { ExecutionStatus, RepeatKind } from '../../../../shared/vocabulary.ts';
import type { Reading } from '../../directory/reading.ts';
import { safeRepetition } from '../../decisions/register/stored.ts';
import { asList, groupBy, readAll, readOne } from '../../statements.ts';
import type { PaperAssignee } from '../../../../shared/contract/minutesModel.ts';
import type { PeopleOn } from '../people.ts';

/** The most rows on one paper: some two hundred pages across. Word and the preview work with more only slowly. */
export const mostRows = 3000;

/** Which decisions a paper is about. */
export interface DecisionFilter {
  groupId: string | null;
  /** Any of the assignees, also a person by the office of the day. */
  organisationId: string | null;
  meetingId: string | null;
  /** Days of the meetings. */
  from: IsoDay | null;
  until: IsoDay | null;
  unfinished: boolean;
}

/** One period of what comes back, with its state on the day. */
export interface PeriodState {
  period: string;
  dueOn: IsoDay;
  state: DecisionState;
}

export interface RowMeeting {
  id: string;
  number: string;
  heldOn: IsoDay | null;
  groupId: string;
  group: string;
}

export interface DecisionRow {
  id: string;
  /** `7/3.1` */
  number: string;
  text: string;
  language: Language;
  meeting: RowMeeting;
  assignees: {
    /** Its own, or that of the office that the person holds on the day. */
    organisationId: string | null;
    who: PaperAssignee;
    /** What was said of this assignee alone; null: nothing. */
    status: ExecutionStatus | null;
    doneOn: IsoDay | null;
  }[];
  /** In force; of a periodic one that of its first unfinished period. */
  dueOn: IsoDay | null;
  state: DecisionState;
  /** Until the deadline, negative when overdue. */
  daysLeft: number | null;
  repetition: Repetition;
  /** Of a periodic one, the oldest first: those that were due and the next one, at most six. */
  periods: PeriodState[];
  moves: { period: string; from: IsoDay | null; to: IsoDay | null; reason: string }[];
  note: { text: string; notedOn: IsoDay | null } | null;
}

const shownPeriods = 6;

interface Found {
  id: string;
  itemId: string;
  text: string;
  ownDueOn: IsoDay | null;
  meetingId: string;
  meetingNumber: string;
  heldOn: IsoDay | null;
  language: Language;
  groupId: string;
  groupName: string;
  status: ExecutionStatus | null;
  dueOn: IsoDay | null;
  repeat: RepeatKind | null;
  repeatDay: number | null;
  repeatFrom: IsoDay | null;
  repeatUntil: IsoDay | null;
}

/** Decisions of meetings that were held, with the conditions of a filter (its values: `valuesOf`). */
const chosen = `
  FROM decision d
  JOIN agenda_item i ON i.id = d.itemId AND i.removed = 0
  JOIN meeting m ON m.id = i.meetingId AND m.removed = 0 AND m.status NOT IN ('planned', 'cancelled')
  JOIN working_group g ON g.id = m.groupId
  LEFT JOIN execution e ON e.id = d.id AND e.removed = 0
  WHERE d.removed = 0 AND d.kind = 'decision'
    AND (? IS NULL OR m.groupId = ?) AND (? IS NULL OR m.id = ?)
    AND (? IS NULL OR m.heldOn >= ?) AND (? IS NULL OR m.heldOn <= ?)
    AND (? = 0 OR e.id IS NULL OR e.status IN ('open', 'inProgress'))
    AND (? IS NULL OR d.id IN (
      SELECT a.decisionId FROM assignee a WHERE a.removed = 0 AND (a.organisationId = ? OR (
        a.organisationId IS NULL AND a.personId IN (
          SELECT o.personId FROM office o WHERE o.removed = 0 AND o.organisationId = ?
            AND (o.startsOn IS NULL OR o.startsOn <= ?) AND (o.endsOn IS NULL OR o.endsOn >= ?))))))`;

const valuesOf = ({ groupId, organisationId, meetingId, from, until, unfinished }: DecisionFilter, day: IsoDay) => [
  groupId,
  groupId,
  meetingId,
  meetingId,
  from,
  from,
  until,
  until,
  unfinished ? 1 : 0,
  organisationId,
  organisationId,
  organisationId,
  day,
  day,
];

/** Where decisions stand: place of the item on the agenda and of the decision under it. */
function placesOf(workspace: Reading, meetingIds: ReadonlySet<string>) {
  const rows = readAll<{ id: string; item: number; n: number }>(
    workspace,
    `WITH place AS (
       SELECT id, row_number() OVER (PARTITION BY meetingId ORDER BY sortKey, id) AS item FROM agenda_item
       WHERE removed = 0 AND meetingId IN (SELECT value FROM json_each(?)))
     SELECT d.id, p.item, row_number() OVER (PARTITION BY d.itemId ORDER BY d.sortKey, d.id) AS n
     FROM decision d JOIN place p ON p.id = d.itemId WHERE d.removed = 0 AND d.kind = 'decision'`,
    asList(meetingIds),
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** Parts of the chosen decisions, by decision. */
const partsOf = <Row extends { decisionId: string }>(workspace: Reading, ids: string, columns: string, order: string) =>
  groupBy(
    readAll<Row>(
      workspace,
      `${columns} WHERE x.decisionId IN (SELECT value FROM json_each(?)) AND x.removed = 0 ${order}`,
      ids,
    ),
    ({ decisionId }) => decisionId,
  );

interface AssigneeRow {
  decisionId: string;
  organisationId: string | null;
  personId: string | null;
  nameText: string;
  status: ExecutionStatus | null;
  doneOn: IsoDay | null;
}

/** State, deadline in force and periods of one decision on the day. */
function carryingOut(
  row: Pick<Found, 'ownDueOn' | 'status' | 'dueOn' | 'heldOn'> & { repetition: Repetition },
  occurrences: readonly { period: string; status: ExecutionStatus; dueOn: IsoDay | null }[],
  day: IsoDay,
): Pick<DecisionRow, 'dueOn' | 'state' | 'daysLeft' | 'periods'> {
  const { repetition } = row;
  const decidedOn = row.heldOn ?? day;
  const status = row.status ?? 'open';
  const next = isPeriodic(repetition.repeat) ? firstUnfinished(repetition, decidedOn, occurrences) : null;
  const dueOn = isPeriodic(repetition.repeat)
    ? (next?.dueOn ?? null)
    : repetition.repeat === 'standing'
      ? null
      : currentDueOn(row.ownDueOn, row.dueOn);
  const said = new Map(occurrences.map((one) => [one.period, one]));
  const periods = periodsUntil(repetition, decidedOn, day, shownPeriods).map((period): PeriodState => {
    const one = said.get(period.name);
    const due = one?.dueOn ?? period.dueOn;
    return {
      period: period.name,
      dueOn: due,
      state: decisionState({ status: one?.status ?? 'open', dueOn: due }, day),
    };
  });
  return { dueOn, state: decisionState({ status, dueOn }, day), daysLeft: daysLeft({ status, dueOn }, day), periods };
}

/**
 * The decisions that a filter finds and how they are carried out on a day; the oldest meeting first, in the order of its
 * minutes.
 * @throws tooManyRowsOnPaper beyond `mostRows`
 */
export function readDecisionRows(
  workspace: Reading,
  people: PeopleOn,
  filter: DecisionFilter,
  day: IsoDay,
): DecisionRow[] {
  const values = valuesOf(filter, day);
  const rows = readOne<{ n: number }>(workspace, `SELECT count(*) AS n ${chosen}`, ...values)?.n ?? 0;
  if (rows > mostRows) throw new AppError('tooManyRowsOnPaper', { rows, most: mostRows });
  const found = readAll<Found>(
    workspace,
    `SELECT d.id, d.itemId, d.text, d.dueOn AS ownDueOn, m.id AS meetingId, m.number AS meetingNumber, m.heldOn,
       m.language, m.groupId, coalesce(nullif(g.shortName, ''), g.name) AS groupName,
       e.status, e.dueOn, e.repeat, e.repeatDay, e.repeatFrom, e.repeatUntil ${chosen}
     ORDER BY m.heldOn, m.id, i.sortKey, i.id, d.sortKey, d.id`,
    ...values,
  );
  const ids = asList(found.map(({ id }) => id));
  const places = placesOf(workspace, new Set(found.map(({ meetingId }) => meetingId)));
  const assignees = partsOf<AssigneeRow>(
    workspace,
    ids,
    `SELECT x.decisionId, x.organisationId, x.personId, x.nameText, s.status, s.doneOn
     FROM assignee x LEFT JOIN assignee_execution s ON s.id = x.id AND s.removed = 0`,
    'ORDER BY x.sortKey, x.id',
  );
  const occurrences = partsOf<{ decisionId: string; period: string; status: ExecutionStatus; dueOn: IsoDay | null }>(
    workspace,
    ids,
    'SELECT x.decisionId, x.period, x.status, x.dueOn FROM occurrence x',
    '',
  );
  const moves = partsOf<{ decisionId: string; period: string; from: IsoDay | null; to: IsoDay | null; reason: string }>(
    workspace,
    ids,
    'SELECT x.decisionId, x.period, x.movedFrom AS "from", x.movedTo AS "to", x.reason FROM deadline_move x',
    'ORDER BY x.movedOn, x.id',
  );
  const notes = partsOf<{ decisionId: string; text: string; notedOn: IsoDay | null }>(
    workspace,
    ids,
    'SELECT x.decisionId, x.text, x.notedOn FROM progress_note x',
    'ORDER BY x.notedOn, x.id',
  );
  return found.map((row): DecisionRow => {
    const place = places.get(row.id);
    const repetition = safeRepetition(row);
    const note = notes.get(row.id)?.at(-1);
    return {
      id: row.id,
      number: place ? formatDecisionNumber(row.meetingNumber, place.item, place.n) : '',
      text: row.text,
      language: row.language,
      meeting: {
        id: row.meetingId,
        number: row.meetingNumber,
        heldOn: row.heldOn,
        groupId: row.groupId,
        group: row.groupName,
      },
      assignees: (assignees.get(row.id) ?? []).map((one) => ({
        organisationId: one.organisationId ?? people.organisationIdOf(one.personId),
        who: people.assignee(one),
        status: one.status,
        doneOn: one.doneOn,
      })),
      ...carryingOut({ ...row, repetition }, occurrences.get(row.id) ?? [], day),
      repetition,
      moves: moves.get(row.id) ?? [],
      note: note ? { text: note.text, notedOn: note.notedOn } : null,
    };
  });
}
