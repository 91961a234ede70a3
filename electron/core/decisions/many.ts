import { today, type IsoDay } from '../../../shared/dates.ts';
import { AppError } from '../../../shared/errors.ts';
import { formatDecisionNumber } from '../../../shared/rules/numbering.ts';
import type { ExecutionStatus } from '../../../shared/vocabulary.ts';
import type { Author } from '../ledger/ledger.ts';
import { requireDay, requireDue, requireText } from '../meetings/checks.ts';
import { asList, readAll, type Reader } from '../statements.ts';
import type { OpenWorkspace } from '../workspace/open.ts';
import {
  keepMove,
  putExecution,
  requireCarried,
  requireOwnDeadline,
  requireReason,
  writerOf,
  type Carried,
} from './execution.ts';
import { progressNote } from './tables.ts';

export interface Many {
  ids: string[];
  status?: ExecutionStatus | undefined;
  note?: string | undefined;
  dueOn?: IsoDay | undefined;
  reason?: string | undefined;
}

/** Numbers of decisions, by id, for whoever must be told of one. */
const numbersOf = (reader: Reader, ids: readonly string[]): Map<string, string> =>
  new Map(
    readAll<{ id: string; number: string; item: number; place: number }>(
      reader,
      `SELECT k.id, m.number, e.item, e.place FROM json_each(?) j CROSS JOIN register_key k ON k.id = j.value
         JOIN register_entry e ON e.n = k.n JOIN register_key mk ON mk.n = e.meetingKey JOIN meeting m ON m.id = mk.id`,
      asList(ids),
    ).map(({ id, number, item, place }) => [id, formatDecisionNumber(number, item, place)]),
  );

/** What one of them would refuse; null where it refuses nothing. */
function refusalOf(reader: Reader, id: string, { dueOn }: Many, now: Date): { code: string } | { carried: Carried } {
  try {
    const carried = requireCarried(reader, id, now);
    if (dueOn !== undefined) {
      requireOwnDeadline(carried, 'dueOn');
      requireDue(dueOn, carried.meeting.heldOn);
    }
    return { carried };
  } catch (error) {
    if (error instanceof AppError) return { code: error.code };
    throw error;
  }
}

/**
 * One act on many decisions, taken back by one undo. Those that refuse it are named and stay as they are.
 * Throws `required` (nothing to do, or an empty note), `dayMalformed`, `reasonMissing` for what concerns all.
 */
export function setMany(workspace: OpenWorkspace, author: Author, input: Many, now: Date) {
  const { status, note, dueOn } = input;
  if (status === undefined && note === undefined && dueOn === undefined) throw new AppError('required', {}, 'status');
  if (note !== undefined) requireText(note, 'note');
  requireDay(dueOn, 'dueOn');
  const reason = dueOn === undefined ? '' : requireReason(input.reason);
  const ids = [...new Set(input.ids)];
  const refused: { id: string; code: string }[] = [];
  const able: Carried[] = [];
  for (const id of ids) {
    const result = refusalOf(workspace, id, input, now);
    if ('code' in result) refused.push({ id, code: result.code });
    else able.push(result.carried);
  }
  if (able.length > 0)
    workspace.ledger.write(author, { label: 'decisions.setMany' }, (w) => {
      const personId = writerOf(workspace, author);
      for (const carried of able) {
        const { id } = carried;
        const moves = dueOn !== undefined && dueOn !== carried.dueOn;
        putExecution(w, workspace, id, {
          ...(status === undefined ? {} : { status }),
          ...(moves ? { dueOn: dueOn === carried.ownDueOn ? null : dueOn } : {}),
        });
        if (moves) keepMove(w, workspace, author, id, { from: carried.dueOn, to: dueOn, period: '', reason }, now);
        if (note !== undefined)
          w.insert(progressNote, { decisionId: id, notedOn: today(now), personId, text: note.trim() });
      }
    });
  const numbers = numbersOf(
    workspace,
    refused.map(({ id }) => id),
  );
  return {
    changed: able.length,
    refused: refused.map(({ id, code }) => ({ id, number: numbers.get(id) ?? '', code })),
  };
}
