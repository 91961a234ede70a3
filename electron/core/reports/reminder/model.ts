import { and, asc, eq } from 'drizzle-orm';
import { addDays, weekday, type IsoDay } from '../../../../shared/dates.ts';
import type { RegisterReportRequest } from '../../../../shared/contract/reports.ts';
import { AppError } from '../../../../shared/errors.ts';
import type { Language } from '../../../../shared/languages.ts';
import { isUnfinished, type DecisionState } from '../../../../shared/rules/decisionStatus.ts';
import { holdsOn } from '../../directory/periods.ts';
import type { Reading } from '../../directory/reading.ts';
import { membership, organisation, seat } from '../../directory/tables.ts';
import { readDecisionRows, type DecisionRow, type RowMeeting } from '../decisionState/rows.ts';
import { readMemoranda, type MemorandumLine } from '../memorandumRegister/rows.ts';
import type { PaperPerson } from '../../../../shared/contract/minutesModel.ts';
import { readObligationRows } from '../obligationState/rows.ts';
import { peopleOn } from '../people.ts';
import { readFrame, type RegisterFrame } from '../registerFrame.ts';

export type ReminderRequest = Extract<RegisterReportRequest, { report: 'reminder' }>;

/** Something that is owed, and the paper that says so. */
export type Owed = Pick<DecisionRow, 'dueOn' | 'state' | 'daysLeft' | 'periods' | 'repetition' | 'text'> & {
  of: { meeting: RowMeeting; number: string } | { memorandum: MemorandumLine };
};

export interface ReminderModel {
  frame: RegisterFrame;
  language: Language | null;
  addressee: { organisation: string; address: string; person: PaperPerson | null };
  /** The overdue first, then by deadline, what has none last. */
  owed: Owed[];
  /** The day by which an answer is asked for. */
  answerBy: IsoDay;
}

/** Days that an organisation is given for its answer. */
const daysToAnswer = 10;

/** Ten days on; on a Saturday or a Sunday the Monday after. */
function answerDay(day: IsoDay): IsoDay {
  const by = addDays(day, daysToAnswer);
  const of = weekday(by);
  return of > 5 ? addDays(by, 8 - of) : by;
}

/** Who sits in the group for the organisation on the day. */
function representativeOf({ db }: Reading, groupId: string, organisationId: string, day: IsoDay): string | null {
  const rows = db
    .select({ membership })
    .from(membership)
    .innerJoin(seat, eq(seat.id, membership.seatId))
    .where(and(eq(seat.groupId, groupId), eq(seat.organisationId, organisationId), eq(membership.removed, false)))
    .orderBy(asc(membership.sortKey), asc(membership.id))
    .all();
  return rows.find((row) => holdsOn(row.membership, day))?.membership.personId ?? null;
}

const finished = new Set<DecisionState>(['done', 'cancelled']);
const isOwed = (row: Pick<Owed, 'state' | 'dueOn'>, until: IsoDay | null): boolean =>
  (row.state === 'overdue' || isUnfinished(row.state)) &&
  !finished.has(row.state) &&
  (until === null || (row.dueOn !== null && row.dueOn <= until));

const byUrgency = (a: Owed, b: Owed): number => {
  const [first, second] = [a, b].map(({ state, dueOn }) => `${state === 'overdue' ? 0 : 1} ${dueOn ?? '9999-12-31'}`);
  return first === second ? 0 : (first ?? '') < (second ?? '') ? -1 : 1;
};

/**
 * What an organisation owes: unfinished decisions that it answers for, and obligations of memoranda in force.
 * @throws notFound, tooManyRowsOnPaper, nothingOwed where there is nothing to remind of
 */
export function readReminder(workspace: Reading, request: ReminderRequest, day: IsoDay): ReminderModel {
  const { organisationId, groupId, until } = request;
  const body = workspace.db.select().from(organisation).where(eq(organisation.id, organisationId)).get();
  if (!body) throw new AppError('notFound', { what: 'organisation' });
  const people = peopleOn(workspace, day);
  const decisions = readDecisionRows(
    workspace,
    people,
    { groupId, organisationId, meetingId: null, from: null, until: null, unfinished: true },
    day,
  ).filter(
    // What this organisation has done is not owed, also where others still have to.
    ({ assignees }) =>
      !assignees.every(
        (one) => one.organisationId !== organisationId || (one.status !== null && finished.has(one.status)),
      ),
  );
  const memoranda = readMemoranda(workspace, people, { memorandumId: null, groupId, organisationId }, day).filter(
    ({ state }) => state === 'inForce',
  );
  const byId = new Map(memoranda.map((memorandum) => [memorandum.id, memorandum]));
  const obligations = readObligationRows(workspace, memoranda, day).flatMap((row): Owed[] => {
    const memorandum = byId.get(row.memorandumId);
    const party = memorandum?.parties.find(({ id }) => id === row.partyId);
    return memorandum && party?.organisationId === organisationId ? [{ ...row, of: { memorandum } }] : [];
  });
  const owed = [
    ...decisions.map((row): Owed => ({ ...row, of: { meeting: row.meeting, number: row.number } })),
    ...obligations,
  ]
    .filter((row) => isOwed(row, until))
    .toSorted(byUrgency);
  if (owed.length === 0) throw new AppError('nothingOwed', { name: body.name });
  const groups = new Set(decisions.map(({ meeting }) => meeting.groupId));
  const [onlyGroup] = groups;
  const signingGroup = groupId ?? (groups.size === 1 ? (onlyGroup ?? null) : null);
  const personId = signingGroup === null ? null : representativeOf(workspace, signingGroup, organisationId, day);
  const frame = readFrame(workspace, signingGroup, day, ['chair', 'secretary']);
  return {
    frame,
    language: frame.language ?? decisions[0]?.language ?? memoranda[0]?.language ?? null,
    addressee: {
      organisation: body.name,
      address: body.address,
      person: personId === null ? null : people.someone(personId, { organisationId }),
    },
    owed,
    answerBy: answerDay(day),
  };
}
