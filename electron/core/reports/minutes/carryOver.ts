import { and, asc, desc, eq, inArray, isNull, lte, ne, notInArray, or, sql } from 'drizzle-orm';
import type { IsoDay } from '../../../../shared/dates.ts';
import { currentDueOn, decisionState, isUnfinished } from '../../../../shared/rules/decisionStatus.ts';
import { formatDecisionNumber } from '../../../../shared/rules/numbering.ts';
import { assignee, decision, execution, progressNote } from '../../decisions/tables.ts';
import { agendaItem, meeting } from '../../meetings/tables.ts';
import type { PeopleOn } from '../people.ts';
import type { Reading } from '../../directory/reading.ts';
import type { CarriedDecision } from '../../../../shared/contract/minutesModel.ts';

/** A stamp before every change made on that day or later, by the clock on this computer's wall. */
function stampBefore(day: IsoDay): string {
  const midnight = new Date(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8))).getTime();
  return String(Math.max(0, midnight)).padStart(15, '0');
}

/** Places of items and decisions for the numbers of decisions of other meetings. */
function placesIn({ db }: Reading, meetingIds: readonly string[]) {
  const places = new Map<string, { item: number; n: number }>();
  for (const meetingId of meetingIds) {
    const items = db
      .select({ id: agendaItem.id })
      .from(agendaItem)
      .where(and(eq(agendaItem.meetingId, meetingId), eq(agendaItem.removed, false)))
      .orderBy(asc(agendaItem.sortKey), asc(agendaItem.id))
      .all();
    for (const [index, item] of items.entries()) {
      const decisions = db
        .select({ id: decision.id })
        .from(decision)
        .where(and(eq(decision.itemId, item.id), eq(decision.removed, false), eq(decision.kind, 'decision')))
        .orderBy(asc(decision.sortKey), asc(decision.id))
        .all();
      for (const [n, { id }] of decisions.entries()) places.set(id, { item: index + 1, n: n + 1 });
    }
  }
  return places;
}

/**
 * The table under "state of carrying out earlier decisions": decisions of the group's meetings up to that day that are
 * unfinished, or were finished on the day or since, so that what is reported done at the meeting stands in its minutes.
 * The nearest deadline first, those without one last, the older decision before the newer.
 */
export function readCarried(
  workspace: Reading,
  people: PeopleOn,
  input: { meetingId: string; groupId: string; day: IsoDay },
): CarriedDecision[] {
  const { db } = workspace;
  const finishedSince = sql`EXISTS (SELECT 1 FROM change c WHERE c.entity = 'execution' AND c.row = ${execution.id}
    AND c.field = 'status' AND c.current = 1 AND c.hlc >= ${stampBefore(input.day)})`;
  const rows = db
    .select({ decision, execution, meetingId: meeting.id, number: meeting.number, heldOn: meeting.heldOn })
    .from(decision)
    .innerJoin(agendaItem, eq(agendaItem.id, decision.itemId))
    .innerJoin(meeting, eq(meeting.id, agendaItem.meetingId))
    .leftJoin(execution, and(eq(execution.id, decision.id), eq(execution.removed, false)))
    .where(
      and(
        eq(meeting.groupId, input.groupId),
        ne(meeting.id, input.meetingId),
        lte(meeting.heldOn, input.day),
        notInArray(meeting.status, ['planned', 'cancelled']),
        eq(meeting.removed, false),
        eq(agendaItem.removed, false),
        eq(decision.removed, false),
        eq(decision.kind, 'decision'),
        or(isNull(execution.id), inArray(execution.status, ['open', 'inProgress']), finishedSince),
      ),
    )
    .all();
  const places = placesIn(workspace, [...new Set(rows.map((row) => row.meetingId))]);
  return rows
    .map((row) => {
      const status = row.execution?.status ?? 'open';
      const dueOn = currentDueOn(row.decision.dueOn, row.execution?.dueOn);
      const place = places.get(row.decision.id);
      const note = db
        .select({ text: progressNote.text })
        .from(progressNote)
        .where(and(eq(progressNote.decisionId, row.decision.id), eq(progressNote.removed, false)))
        .orderBy(desc(progressNote.notedOn), desc(progressNote.id))
        .limit(1)
        .get();
      return {
        id: row.decision.id,
        unfinished: isUnfinished(status),
        carried: {
          number: place ? formatDecisionNumber(row.number, place.item, place.n) : '',
          decidedOn: row.heldOn ?? input.day,
          text: row.decision.text,
          assignees: readAssignees(workspace, people, row.decision.id),
          dueOn,
          state: decisionState({ status, dueOn }, input.day),
          note: note?.text ?? '',
        } satisfies CarriedDecision,
      };
    })
    .toSorted((a, b) => {
      const due = [a, b].map(({ carried }) => carried.dueOn ?? '9999-12-31') as [string, string];
      if (due[0] !== due[1]) return due[0] < due[1] ? -1 : 1;
      if (a.carried.decidedOn !== b.carried.decidedOn) return a.carried.decidedOn < b.carried.decidedOn ? -1 : 1;
      return a.id < b.id ? -1 : 1;
    })
    .map(({ carried }) => carried);
}

/** The assignees of one decision, the first answers for the whole. */
export function readAssignees({ db }: Reading, people: PeopleOn, decisionId: string) {
  return db
    .select()
    .from(assignee)
    .where(and(eq(assignee.decisionId, decisionId), eq(assignee.removed, false)))
    .orderBy(asc(assignee.sortKey), asc(assignee.id))
    .all()
    .map((row) => people.assignee(row));
}
