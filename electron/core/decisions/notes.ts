import { today, type IsoDay } from '../../../shared/dates.ts';
import { peopleOn } from '../directory/peopleOn.ts';
import type { Reading } from '../directory/reading.ts';
import { attachFiles } from '../files/attachments.ts';
import type { Tickets } from '../files/tickets.ts';
import type { Author } from '../ledger/ledger.ts';
import type { Writer } from '../ledger/write.ts';
import { requireDay, requireText } from '../meetings/checks.ts';
import { meetingOf, requirePart } from '../meetings/records.ts';
import { readAll } from '../statements.ts';
import type { OpenWorkspace } from '../workspace/open.ts';
import { writerOf } from './execution.ts';
import { progressNote } from './tables.ts';

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

/**
 * Keeps how far it is, with the files that show it, in one act. Throws `required`, `dayMalformed`, `meetingNotStarted`,
 * `meetingCancelled`, `ticketExpired`, `fileTooLarge`, `fileEmpty`, `fileChanged`; nothing is kept then.
 */
export async function addNote(
  workspace: OpenWorkspace,
  author: Author,
  tickets: Tickets,
  input: { id: string; notedOn: IsoDay; text: string; tickets?: string[] | undefined },
): Promise<string> {
  requirePart(meetingOf(workspace, 'decision', input.id), 'execution');
  requireDay(input.notedOn, 'notedOn');
  requireText(input.text, 'text');
  const insert = (w: Writer) =>
    w.insert(progressNote, {
      decisionId: input.id,
      notedOn: input.notedOn,
      personId: writerOf(workspace, author),
      text: input.text.trim(),
    });
  const files = (input.tickets ?? []).map((ticket) => tickets.incoming(ticket));
  // Without files at once: nobody may write in between.
  if (files.length === 0) return workspace.ledger.write(author, { label: 'decisions.addNote' }, insert);
  const { ownerId } = await attachFiles(workspace, author, 'decisions.addNote', files, (w) => ({
    ownerEntity: 'progressNote',
    ownerId: insert(w),
  }));
  return ownerId;
}

/** Throws `notFound`. */
export function removeNote(workspace: OpenWorkspace, author: Author, id: string) {
  workspace.ledger.write(author, { label: 'decisions.removeNote' }, (w) => w.remove(progressNote, id));
}
