import { AppError } from '../../../shared/errors.ts';
import { attachFile, detachFile, openAttachment } from '../files/attachments.ts';
import type { Tickets } from '../files/tickets.ts';
import type { Author } from '../ledger/ledger.ts';
import { readOne } from '../statements.ts';
import type { OpenWorkspace } from '../workspace/open.ts';

export type MaterialOwner = 'meeting' | 'agendaItem' | 'decision' | 'correction';

const tables: Record<MaterialOwner, string> = {
  meeting: 'meeting',
  agendaItem: 'agenda_item',
  decision: 'decision',
  correction: 'correction',
};

/**
 * Attaches a chosen file to a meeting or a part of one; free after signing.
 * Throws `notFound`, `ticketExpired`, `fileTooLarge`, `fileEmpty`, `fileChanged`.
 */
export async function attach(
  workspace: OpenWorkspace,
  author: Author,
  tickets: Tickets,
  input: { ownerEntity: MaterialOwner; ownerId: string; ticket: string },
): Promise<string> {
  const { ownerEntity, ownerId, ticket } = input;
  const there = readOne(workspace, `SELECT 1 FROM ${tables[ownerEntity]} WHERE id = ? AND removed = 0`, ownerId);
  if (!there) throw new AppError('notFound', { what: ownerEntity });
  return attachFile(workspace, author, 'meetings.attach', { ownerEntity, ownerId }, tickets.incoming(ticket));
}

export const detach = (workspace: OpenWorkspace, author: Author, id: string) =>
  detachFile(workspace, author, 'meetings.detach', id);

/** A ticket for the door to hand the file out. Throws `notFound`, `fileNotHere`. */
export function offerMaterial(
  workspace: OpenWorkspace,
  tickets: Tickets,
  id: string,
): { ticket: string; name: string } {
  const file = openAttachment(workspace, id);
  return { ticket: tickets.offer(file), name: file.name };
}
