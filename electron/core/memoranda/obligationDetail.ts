import { today } from '../../../shared/dates.ts';
import type { ObligationDetail } from '../../../shared/contract/memorandumViews.ts';
import { AppError } from '../../../shared/errors.ts';
import { daysLeft, decisionState } from '../../../shared/rules/decisionStatus.ts';
import { formatDecisionNumber } from '../../../shared/rules/numbering.ts';
import { safeDay } from '../decisions/register/stored.ts';
import { peopleOn } from '../directory/peopleOn.ts';
import type { Reading } from '../directory/reading.ts';
import { readMaterials } from '../files/attachments.ts';
import { groupBy, readAll, type Reader } from '../statements.ts';
import { readParties } from './content.ts';
import { factsOf } from './facts.ts';
import { readObligationRows, readOccurrences } from './obligationRows.ts';
import { periodsOfObligation } from './obligationState.ts';
import { requireMemorandum, requireObligation } from './records.ts';
import { calledShort } from './views.ts';

/** Decisions that serve an obligation, the older meeting first. */
function decisionsOf(reader: Reader, obligationId: string): ObligationDetail['decisions'] {
  return readAll<{ id: string; text: string; meetingId: string; number: string; item: number; n: number }>(
    reader,
    `SELECT DISTINCT d.id, d.text, i.meetingId, m.number,
       (SELECT count(*) FROM agenda_item x WHERE x.meetingId = i.meetingId AND x.removed = 0
          AND (x.sortKey, x.id) <= (i.sortKey, i.id)) AS item,
       (SELECT count(*) FROM decision x WHERE x.itemId = d.itemId AND x.removed = 0 AND x.kind = 'decision'
          AND (x.sortKey, x.id) <= (d.sortKey, d.id)) AS n
     FROM obligation_decision l JOIN decision d ON d.id = l.decisionId AND d.removed = 0
       JOIN agenda_item i ON i.id = d.itemId AND i.removed = 0 JOIN meeting m ON m.id = i.meetingId AND m.removed = 0
     WHERE l.obligationId = ? AND l.removed = 0 ORDER BY m.heldOn, d.id`,
    obligationId,
  ).map(({ id, text, meetingId, number, item, n }) => ({
    id,
    text,
    meetingId,
    number: formatDecisionNumber(number, item, n),
  }));
}

/** Everything about one obligation: its periods up to the next one due, notes, evidence, decisions. Throws `notFound`. */
export function readObligation(workspace: Reading, id: string, now: Date): ObligationDetail {
  const day = today(now);
  const stored = requireObligation(workspace, id);
  const memorandum = requireMemorandum(workspace, stored.memorandumId);
  const row = readObligationRows(workspace, memorandum, readParties(workspace, memorandum, now), now).find(
    (one) => one.id === id,
  );
  if (!row) throw new AppError('notFound', { what: 'obligation' });
  const kept = readOccurrences(workspace, [stored]).get(id) ?? [];
  const said = new Map(kept.map((one) => [one.period, one]));
  const notes = readAll<{ id: string; notedOn: string | null; personId: string | null; text: string }>(
    workspace,
    `SELECT id, notedOn, personId, text FROM obligation_note
     WHERE obligationId = ? AND removed = 0 ORDER BY notedOn DESC, id DESC`,
    id,
  );
  const people = peopleOn(
    workspace,
    notes.map(({ personId }) => personId),
    day,
  );
  const files = groupBy(readMaterials(workspace, [id, ...notes.map((note) => note.id)]), ({ ownerId }) => ownerId);
  return {
    ...row,
    memorandum: calledShort(memorandum),
    daysLeft: daysLeft({ status: row.status, dueOn: row.currentDueOn }, day),
    occurrences: periodsOfObligation(stored, factsOf(workspace, memorandum), day, kept).map(({ name, dueOn }) => {
      const status = said.get(name)?.status ?? 'open';
      const state = decisionState({ status, dueOn }, day);
      return { period: name, dueOn, status, state, doneOn: said.get(name)?.doneOn ?? null };
    }),
    noteRows: notes.map(({ id: noteId, notedOn, personId, text }) => ({
      id: noteId,
      notedOn: safeDay(notedOn) ?? day,
      author: people.name(personId),
      text,
      evidence: files.get(noteId) ?? [],
    })),
    files: files.get(id) ?? [],
    decisions: decisionsOf(workspace, id),
  };
}
