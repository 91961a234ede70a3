import { AppError } from '../../../shared/errors.ts';
import { attachFile, detachFile, openAttachment } from '../files/attachments.ts';
import type { Tickets } from '../files/tickets.ts';
import type { Author } from '../ledger/ledger.ts';
import { meetingOf, requirePart } from '../meetings/records.ts';
import { readOne, type Reader } from '../statements.ts';
import type { OpenWorkspace } from '../workspace/open.ts';

type EvidenceOwner = 'decision' | 'progressNote';

/** The decision that the evidence is of: its own, or that of the note. Throws `notFound`. */
function decisionOf(reader: Reader, ownerEntity: EvidenceOwner, ownerId: string): string {
  if (ownerEntity === 'decision') return ownerId;
  const note = readOne<{ decisionId: string }>(
    reader,
    'SELECT decisionId FROM progress_note WHERE id = ? AND removed = 0',
    ownerId,
  );
  if (!note) throw new AppError('notFound', { what: 'progressNote' });
  return note.decisionId;
}

/**
 * Keeps a chosen file with a decision or one of its notes; free after signing. Throws `notFound`, `meetingNotStarted`,
 * `meetingCancelled`, `ticketExpired`, `fileTooLarge`, `fileEmpty`, `fileChanged`.
 */
export async function attachEvidence(
  workspace: OpenWorkspace,
  author: Author,
  tickets: Tickets,
  input: { ownerEntity: EvidenceOwner; ownerId: string; ticket: string },
): Promise<string> {
  const { ownerEntity, ownerId, ticket } = input;
  requirePart(meetingOf(workspace, 'decision', decisionOf(workspace, ownerEntity, ownerId)), 'execution');
  const file = tickets.incoming(ticket);
  return attachFile(workspace, author, 'decisions.attachEvidence', { ownerEntity, ownerId }, file);
}

/** Throws `notFound`, also for a file that is no evidence of a decision. */
function requireEvidence(reader: Reader, id: string) {
  const there = readOne(
    reader,
    `SELECT 1 FROM attachment WHERE id = ? AND removed = 0 AND ownerEntity IN ('decision', 'progressNote')`,
    id,
  );
  if (!there) throw new AppError('notFound', { what: 'attachment' });
}

/** Takes a file away; undo brings it back. Throws `notFound`. */
export function detachEvidence(workspace: OpenWorkspace, author: Author, id: string) {
  requireEvidence(workspace, id);
  detachFile(workspace, author, 'decisions.detachEvidence', id);
}

/** A ticket for the door to hand the file out. Throws `notFound`, `fileNotHere`. */
export function offerEvidence(
  workspace: OpenWorkspace,
  tickets: Tickets,
  id: string,
): { ticket: string; name: string } {
  requireEvidence(workspace, id);
  const file = openAttachment(workspace, id);
  return { ticket: tickets.offer(file), name: file.name };
}
