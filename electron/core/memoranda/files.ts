import { AppError } from '../../../shared/errors.ts';
import { attachFile, detachFile, openAttachment } from '../files/attachments.ts';
import type { IncomingFile, Tickets } from '../files/tickets.ts';
import type { Author } from '../ledger/ledger.ts';
import { readOne } from '../statements.ts';
import type { OpenWorkspace } from '../workspace/open.ts';

export type FileOwner = 'memorandum' | 'amendment' | 'obligation' | 'obligationNote';

const tables: Record<FileOwner, string> = {
  memorandum: 'memorandum',
  amendment: 'amendment',
  obligation: 'obligation',
  obligationNote: 'obligation_note',
};

/** Bytes that are enough to know any of the formats below. */
const headLength = 1_024;

async function headOf(file: IncomingFile): Promise<Buffer> {
  const parts: Buffer[] = [];
  let length = 0;
  const stream = file.open();
  for await (const part of stream) {
    const bytes = Buffer.isBuffer(part) ? part : Buffer.from(part as Uint8Array);
    parts.push(bytes);
    length += bytes.length;
    if (length >= headLength) break;
  }
  stream.destroy();
  return Buffer.concat(parts).subarray(0, headLength);
}

const heicBrands = new Set(['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis', 'mif1', 'msf1', 'avif']);

/** Whether the first bytes are those of PNG, JPEG, TIFF, WebP, HEIC, or of a PDF (which may begin after a few others). */
export function isScan(head: Buffer): boolean {
  const at = (from: number, to: number): string => head.toString('latin1', from, to);
  if (at(0, 8) === '\x89PNG\r\n\x1A\n' || at(0, 3) === '\xFF\xD8\xFF') return true;
  if (at(0, 4) === 'II*\0' || at(0, 4) === 'MM\0*') return true;
  if (at(0, 4) === 'RIFF' && at(8, 12) === 'WEBP') return true;
  if (at(4, 8) === 'ftyp' && heicBrands.has(at(8, 12))) return true;
  return at(0, headLength).includes('%PDF-');
}

/**
 * Keeps a file with a memorandum or a part of one; free after signing. Copies of what was signed must be images or PDF by
 * their content, whatever their names; evidence may be any file. The first bytes are looked at before any is kept.
 * Throws `notFound`, `scanNotImage`, `ticketExpired`, `fileTooLarge`, `fileEmpty`, `fileChanged`.
 */
export async function attach(
  workspace: OpenWorkspace,
  author: Author,
  tickets: Tickets,
  input: { ownerEntity: FileOwner; ownerId: string; ticket: string },
): Promise<string> {
  const { ownerEntity, ownerId, ticket } = input;
  const there = readOne(workspace, `SELECT 1 FROM ${tables[ownerEntity]} WHERE id = ? AND removed = 0`, ownerId);
  if (!there) throw new AppError('notFound', { what: ownerEntity });
  const file = tickets.incoming(ticket);
  if (ownerEntity === 'memorandum' || ownerEntity === 'amendment') {
    const head = await headOf(file);
    if (head.length > 0 && !isScan(head)) throw new AppError('scanNotImage', { name: file.name }, 'ticket');
  }
  return attachFile(workspace, author, 'memoranda.attach', { ownerEntity, ownerId }, file);
}

/** Takes a file away; only one that belongs to a memorandum. Throws `notFound`. */
export function detach(workspace: OpenWorkspace, author: Author, id: string) {
  const owner = readOne<{ ownerEntity: string }>(
    workspace,
    'SELECT ownerEntity FROM attachment WHERE id = ? AND removed = 0',
    id,
  );
  if (!owner || !Object.hasOwn(tables, owner.ownerEntity)) throw new AppError('notFound', { what: 'attachment' });
  detachFile(workspace, author, 'memoranda.detach', id);
}

/** A ticket for the door to hand the file out. Throws `notFound`, `fileNotHere`. */
export function offerFile(workspace: OpenWorkspace, tickets: Tickets, id: string): { ticket: string; name: string } {
  const file = openAttachment(workspace, id);
  return { ticket: tickets.offer(file), name: file.name };
}
