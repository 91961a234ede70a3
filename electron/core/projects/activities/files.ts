import { AppError } from '../../../../shared/errors.ts';
import { attachFile, detachFile, openAttachment } from '../../files/attachments.ts';
import type { Tickets } from '../../files/tickets.ts';
import type { Author } from '../../ledger/ledger.ts';
import { readOne, type Reader } from '../../statements.ts';
import type { OpenWorkspace } from '../../workspace/open.ts';

const owners = {
  project: 'SELECT 1 FROM project WHERE id = ? AND removed = 0',
  activity: 'SELECT 1 FROM activity WHERE id = ? AND removed = 0',
  deliverable: 'SELECT 1 FROM deliverable WHERE id = ? AND removed = 0',
  expense: 'SELECT 1 FROM expense WHERE id = ? AND removed = 0',
} as const;
export type FileOwner = keyof typeof owners;

/**
 * Keeps a chosen file with a project or one of its parts: evidence may be any file. Throws `notFound`, `ticketExpired`,
 * `fileTooLarge`, `fileEmpty`, `fileChanged`.
 */
export async function attach(
  workspace: OpenWorkspace,
  author: Author,
  tickets: Tickets,
  input: { ownerEntity: FileOwner; ownerId: string; ticket: string },
): Promise<string> {
  const { ownerEntity, ownerId, ticket } = input;
  if (!readOne(workspace, owners[ownerEntity], ownerId)) throw new AppError('notFound', { what: ownerEntity });
  const file = tickets.incoming(ticket);
  return attachFile(workspace, author, 'projects.attach', { ownerEntity, ownerId }, file);
}

/** Throws `notFound`, also for a file that belongs to no project. */
function requireFile(reader: Reader, id: string) {
  const owner = readOne<{ ownerEntity: string }>(
    reader,
    'SELECT ownerEntity FROM attachment WHERE id = ? AND removed = 0',
    id,
  );
  if (!owner || !Object.hasOwn(owners, owner.ownerEntity)) throw new AppError('notFound', { what: 'attachment' });
}

/** Takes a file away; undo brings it back. Throws `notFound`. */
export function detach(workspace: OpenWorkspace, author: Author, id: string) {
  requireFile(workspace, id);
  detachFile(workspace, author, 'projects.detach', id);
}

/** A ticket for the door to hand the file out. Throws `notFound`, `fileNotHere`. */
export function offerFile(workspace: OpenWorkspace, tickets: Tickets, id: string): { ticket: string; name: string } {
  requireFile(workspace, id);
  const file = openAttachment(workspace, id);
  return { ticket: tickets.offer(file), name: file.name };
}
