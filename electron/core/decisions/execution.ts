import { today, type IsoDay } from '../../../shared/dates.ts';
import { AppError } from '../../../shared/errors.ts';
import type { ExecutionStatus } from '../../../shared/vocabulary.ts';
import { peopleOn } from '../directory/peopleOn.ts';
import type { Reading } from '../directory/reading.ts';
import type { Author } from '../ledger/ledger.ts';
import type { Writer } from '../ledger/write.ts';
import { requireDay, requireDue, requireText } from '../meetings/checks.ts';
import { meetingOf, requirePart } from '../meetings/records.ts';
import { readAll, readOne, type Reader } from '../statements.ts';
import type { OpenWorkspace } from '../workspace/open.ts';
import { execution, progressNote } from './tables.ts';

/** The record of the person who writes, where they have one. */
const writerOf = (reader: Reader, { person }: Author): string | null =>
  readOne<{ id: string }>(reader, 'SELECT id FROM person WHERE id = ?', person)?.id ?? null;

/** The record of execution has the decision's id, so that two devices make the same one. */
function putExecution(
  w: Writer,
  reader: Reader,
  decisionId: string,
  patch: { status?: ExecutionStatus; dueOn?: IsoDay | null },
) {
  const there = readOne<{ removed: number }>(reader, 'SELECT removed FROM execution WHERE id = ?', decisionId);
  if (!there) {
    w.insert(execution, { id: decisionId, decisionId, ...patch });
    return;
  }
  if (there.removed === 1) w.restore(execution, decisionId);
  w.update(execution, decisionId, patch);
}

/**
 * How far a decision has been carried out, and its deadline where that moved; free after signing (rule 8). Back on the
 * decision's own day the deadline counts as not moved. A reason is kept as a progress note of today.
 * Throws `meetingNotStarted`, `decisionIsInformation`, `dayMalformed`, `dueBeforeMeeting`, `dueTooFar`.
 */
export function setExecution(
  workspace: OpenWorkspace,
  author: Author,
  input: {
    id: string;
    status?: ExecutionStatus | undefined;
    dueOn?: IsoDay | null | undefined;
    reason?: string | undefined;
  },
  now: Date,
) {
  const { id, status, dueOn, reason } = input;
  const meeting = meetingOf(workspace, 'decision', id);
  requirePart(meeting, 'execution');
  requireDue(dueOn, meeting.heldOn);
  const own = readOne<{ kind: string; dueOn: string | null }>(
    workspace,
    'SELECT kind, dueOn FROM decision WHERE id = ?',
    id,
  );
  if (own?.kind !== 'decision') throw new AppError('decisionIsInformation');
  workspace.ledger.write(author, { label: 'decisions.setExecution' }, (w) => {
    putExecution(w, workspace, id, {
      ...(status === undefined ? {} : { status }),
      ...(dueOn === undefined ? {} : { dueOn: dueOn === own.dueOn ? null : dueOn }),
    });
    if (reason !== undefined && reason.trim() !== '')
      w.insert(progressNote, {
        decisionId: id,
        notedOn: today(now),
        personId: writerOf(workspace, author),
        text: reason.trim(),
      });
  });
}

/** Progress notes of a decision, newest first. */
export function listNotes(workspace: Reading, decisionId: string, now: Date) {
  const rows = readAll<{ id: string; notedOn: string | null; personId: string | null; text: string }>(
    workspace,
    `SELECT id, notedOn, personId, text FROM progress_note
     WHERE decisionId = ? AND removed = 0 ORDER BY notedOn DESC, id DESC`,
    decisionId,
  );
  const people = peopleOn(
    workspace,
    rows.map(({ personId }) => personId),
    today(now),
  );
  return rows.map(({ id, notedOn, personId, text }) => ({
    id,
    notedOn: notedOn ?? today(now),
    author: people.name(personId),
    text,
  }));
}

/** Throws `required`, `dayMalformed`, `meetingNotStarted`, `meetingCancelled`. */
export function addNote(
  workspace: OpenWorkspace,
  author: Author,
  input: { id: string; notedOn: IsoDay; text: string },
): string {
  requirePart(meetingOf(workspace, 'decision', input.id), 'execution');
  requireDay(input.notedOn, 'notedOn');
  requireText(input.text, 'text');
  return workspace.ledger.write(author, { label: 'decisions.addNote' }, (w) =>
    w.insert(progressNote, {
      decisionId: input.id,
      notedOn: input.notedOn,
      personId: writerOf(workspace, author),
      text: input.text.trim(),
    }),
  );
}

export function removeNote(workspace: OpenWorkspace, author: Author, id: string) {
  workspace.ledger.write(author, { label: 'decisions.removeNote' }, (w) => w.remove(progressNote, id));
}
