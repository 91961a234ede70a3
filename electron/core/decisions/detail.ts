import type { DecisionDetail } from '../../../shared/contract/decisionRegister.ts';
import { today as dayOf, type IsoDay } from '../../../shared/dates.ts';
import { AppError } from '../../../shared/errors.ts';
import { daysLeft, decisionState, isUnfinished } from '../../../shared/rules/decisionStatus.ts';
import { formatDecisionNumber } from '../../../shared/rules/numbering.ts';
import { firstUnfinished, isPeriodic, periodsToShow } from '../../../shared/rules/repetition.ts';
import type { ExecutionStatus, VoteMode } from '../../../shared/vocabulary.ts';
import { peopleOn } from '../directory/peopleOn.ts';
import type { Reading } from '../directory/reading.ts';
import { readMaterials, type Material } from '../files/attachments.ts';
import { readClocks } from '../ledger/clocks.ts';
import { groupBy, readAll, readOne, type Reader } from '../statements.ts';
import { readCarried, type Carried } from './execution.ts';
import { listNotes } from './notes.ts';

interface StoredDecision {
  text: string;
  itemId: string;
  itemTitle: string;
  itemPosition: number;
  n: number;
  group: string;
  voteMode: VoteMode;
  votesFor: number | null;
  votesAgainst: number | null;
  votesAbstained: number | null;
}

const storedDecision = (reader: Reader, id: string) =>
  readOne<StoredDecision>(
    reader,
    `SELECT d.text, d.itemId, i.title AS itemTitle, d.voteMode, d.votesFor, d.votesAgainst, d.votesAbstained,
       g.name AS "group",
       (SELECT count(*) FROM agenda_item x WHERE x.meetingId = i.meetingId AND x.removed = 0
          AND (x.sortKey, x.id) <= (i.sortKey, i.id)) AS itemPosition,
       (SELECT count(*) FROM decision x WHERE x.itemId = d.itemId AND x.removed = 0 AND x.kind = 'decision'
          AND (x.sortKey, x.id) <= (d.sortKey, d.id)) AS n
     FROM decision d JOIN agenda_item i ON i.id = d.itemId JOIN meeting m ON m.id = i.meetingId
       JOIN working_group g ON g.id = m.groupId
     WHERE d.id = ?`,
    id,
  );

interface StoredAssignee {
  id: string;
  organisationId: string | null;
  personId: string | null;
  nameText: string;
  organisation: string;
  shortName: string;
  status: ExecutionStatus | null;
  doneOn: string | null;
  note: string | null;
}

function readAssignees(reading: Reading, decisionId: string, day: IsoDay): DecisionDetail['assignees'] {
  const rows = readAll<StoredAssignee>(
    reading,
    `SELECT a.id, a.organisationId, a.personId, a.nameText, coalesce(g.name, '') AS organisation,
       coalesce(nullif(g.shortName, ''), g.name, '') AS shortName, x.status, x.doneOn, x.note
     FROM assignee a LEFT JOIN organisation g ON g.id = a.organisationId
       LEFT JOIN assignee_execution x ON x.id = a.id AND x.removed = 0
     WHERE a.decisionId = ? AND a.removed = 0 ORDER BY a.sortKey, a.id`,
    decisionId,
  );
  const people = peopleOn(
    reading,
    rows.map(({ personId }) => personId),
    day,
  );
  return rows.map(({ personId, nameText, organisation, ...row }, at) => {
    const somebody = people.somebody(personId, row.organisationId);
    return {
      id: row.id,
      organisationId: row.organisationId ?? somebody.organisationId,
      name: somebody.name || organisation || nameText,
      shortName: row.shortName || (personId === null ? nameText : somebody.shortName),
      lead: at === 0,
      status: row.status ?? 'open',
      doneOn: row.doneOn,
      note: row.note ?? '',
    };
  });
}

function readMoves(reading: Reading, decisionId: string, today: IsoDay): DecisionDetail['moves'] {
  const rows = readAll<Omit<DecisionDetail['moves'][number], 'author'> & { personId: string | null }>(
    reading,
    `SELECT id, period, movedFrom, movedTo, movedOn, personId, reason FROM deadline_move
     WHERE decisionId = ? AND removed = 0 ORDER BY id DESC`,
    decisionId,
  );
  const people = peopleOn(
    reading,
    rows.map(({ personId }) => personId),
    today,
  );
  return rows.map(({ personId, ...row }) => ({ ...row, author: people.name(personId) }));
}

interface Said {
  period: string;
  status: ExecutionStatus;
  dueOn: string | null;
  doneOn: string | null;
}

const readSaid = (reader: Reader, decisionId: string): Said[] =>
  readAll(
    reader,
    'SELECT period, status, dueOn, doneOn FROM occurrence WHERE decisionId = ? AND removed = 0 ORDER BY id',
    decisionId,
  );

/** The periods up to the next one after today, the oldest first, with what was said of them. */
function occurrences({ repetition, decidedOn }: Carried, said: readonly Said[], today: IsoDay) {
  const known = new Map(said.map((one) => [one.period, one]));
  return periodsToShow(repetition, decidedOn, today, said).map(({ name, dueOn }) => {
    const one = known.get(name);
    const execution = { status: one?.status ?? ('open' as const), dueOn: one?.dueOn ?? dueOn };
    return {
      ...execution,
      period: name,
      state: decisionState(execution, today),
      doneOn: one?.doneOn ?? null,
    };
  });
}

/** Obligations of memoranda that the decision serves, by the memorandum's number and their place in it. */
const readObligations = (reader: Reader, decisionId: string): DecisionDetail['obligations'] =>
  readAll<{ id: string; memorandumId: string; memorandum: string; number: string; n: number; text: string }>(
    reader,
    `SELECT o.id, o.memorandumId, coalesce(nullif(m.title, ''), m.subject) AS memorandum, m.number, o.text,
       (SELECT count(*) FROM obligation x WHERE x.memorandumId = o.memorandumId AND x.removed = 0
          AND (x.sortKey, x.id) <= (o.sortKey, o.id)) AS n
     FROM obligation_decision l JOIN obligation o ON o.id = l.obligationId AND o.removed = 0
       JOIN memorandum m ON m.id = o.memorandumId AND m.removed = 0
     WHERE l.decisionId = ? AND l.removed = 0 ORDER BY m.id, o.sortKey, o.id`,
    decisionId,
  ).map(({ number, n, ...row }) => ({ ...row, label: [number, String(n)].filter(Boolean).join('/') }));

const asEvidence = ({ id, name, size, ownerEntity, ownerId }: Material) => ({ id, name, size, ownerEntity, ownerId });

/** One decision with all of its carrying out. Throws `notFound`, `decisionIsInformation`. */
export function readDetail(reading: Reading, id: string, now: Date): DecisionDetail {
  const { kind, ...carried } = readCarried(reading, id, now);
  const stored = storedDecision(reading, id);
  if (!stored) throw new AppError('notFound', { what: 'decision' });
  if (kind !== 'decision') throw new AppError('decisionIsInformation');
  const today = dayOf(now);
  const { meeting, repetition, status } = carried;
  const { group, n, ...decision } = stored;
  const said = isPeriodic(repetition.repeat) ? readSaid(reading, id) : [];
  const next = firstUnfinished(repetition, carried.decidedOn, said);
  const dueOn = isPeriodic(repetition.repeat)
    ? (next?.dueOn ?? null)
    : repetition.repeat === 'standing'
      ? null
      : carried.dueOn;
  const notes = listNotes(reading, id, now);
  const files = groupBy(
    readMaterials(reading, [id, ...notes.map((note) => note.id)]).map(asEvidence),
    ({ ownerId }) => ownerId,
  );
  return {
    ...decision,
    id,
    number: formatDecisionNumber(meeting.number, decision.itemPosition, n),
    language: meeting.language,
    groupId: meeting.groupId,
    group,
    meetingId: meeting.id,
    meetingNumber: meeting.number,
    meetingTitle: meeting.title,
    meetingStatus: meeting.status,
    heldOn: meeting.heldOn,
    state: decisionState({ status, dueOn }, today),
    status,
    ownDueOn: carried.ownDueOn,
    dueOn,
    daysLeft: isUnfinished(status) ? daysLeft({ status, dueOn }, today) : null,
    assignees: readAssignees(reading, id, carried.decidedOn),
    moves: readMoves(reading, id, today),
    repetition,
    occurrences: isPeriodic(repetition.repeat) ? occurrences(carried, said, today) : [],
    notes: notes.map((note) => ({ ...note, evidence: files.get(note.id) ?? [] })),
    evidence: files.get(id) ?? [],
    obligations: readObligations(reading, id),
    clocks: readClocks(reading, 'decision', [id]).get(id) ?? {},
  };
}
