import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { AppError } from '../../../shared/errors.ts';
import { keyAtEnd, type Placed } from '../../../shared/rules/order.ts';
import type { Author } from '../ledger/ledger.ts';
import type { Writer } from '../ledger/write.ts';
import { asList, readAll, readOne, type Reader } from '../statements.ts';
import type { OpenWorkspace } from '../workspace/open.ts';
import { bytesOf, chunksOf, chunkSize } from './contents.ts';
import { mediaTypeOf } from './mediaTypes.ts';
import { attachment } from './tables.ts';
import type { IncomingFile, OutgoingFile } from './tickets.ts';

/** One file may have this many bytes: 100 MB. */
export const largestFile = 100 * 1024 * 1024;

/** A file kept with a record, as lists show it. */
export interface Material {
  id: string;
  ownerEntity: string;
  ownerId: string;
  name: string;
  mediaType: string;
  /** Bytes. */
  size: number;
}

/** Files kept with any of these records, in their order. */
export const readMaterials = (reader: Reader, ownerIds: readonly string[]): Material[] =>
  readAll(
    reader,
    `SELECT a.id, a.ownerEntity, a.ownerId, a.name, a.mediaType, coalesce(a.size, 0) AS size
     FROM json_each(?) j CROSS JOIN attachment a ON a.ownerId = j.value WHERE a.removed = 0 ORDER BY a.sortKey, a.id`,
    asList(ownerIds),
  );

const tooLarge = (name: string) => new AppError('fileTooLarge', { name, most: largestFile / (1024 * 1024) }, 'ticket');

/**
 * The bytes of a file in pieces of exactly 1 MB, the last one shorter. All pieces lie in the same memory: each must be
 * used before the next is asked for. After each one everybody else has a turn, however fast the file is read.
 * Throws `fileTooLarge`.
 */
async function* piecesOf(file: IncomingFile): AsyncGenerator<Buffer> {
  const piece = Buffer.allocUnsafe(chunkSize);
  let held = 0;
  let total = 0;
  for await (const part of file.open()) {
    const bytes = Buffer.isBuffer(part) ? part : Buffer.from(part as Uint8Array);
    total += bytes.length;
    if (total > largestFile) throw tooLarge(file.name);
    for (let from = 0; from < bytes.length;) {
      const copied = bytes.copy(piece, held, from);
      from += copied;
      held += copied;
      if (held < chunkSize) continue;
      yield piece;
      held = 0;
      await nextTurn();
    }
  }
  if (held > 0) yield piece.subarray(0, held);
}

async function hashOf(file: IncomingFile): Promise<{ sha256: string; size: number }> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const piece of piecesOf(file)) {
    hash.update(piece);
    size += piece.length;
  }
  return { sha256: hash.digest('hex'), size };
}

/** Contents that are being written now, so that nobody takes them for leftovers or writes them twice. */
const writing = new WeakMap<OpenWorkspace['sqlite'], Map<string, Promise<void>>>();

const writingIn = (workspace: OpenWorkspace): Map<string, Promise<void>> => {
  const known = writing.get(workspace.sqlite) ?? new Map<string, Promise<void>>();
  writing.set(workspace.sqlite, known);
  return known;
};

/** Takes away the chunks of files that never became an attachment: a full disk, a pulled stick, a killed process. */
export function clearLeftovers(workspace: OpenWorkspace) {
  workspace.sqlite
    .prepare(
      `DELETE FROM attachment_chunk WHERE sha256 NOT IN (SELECT sha256 FROM attachment)
         AND sha256 NOT IN (SELECT value FROM json_each(?))`,
    )
    .run(asList(writingIn(workspace).keys()));
}

/**
 * Brings a content into the workspace, one chunk a transaction, so that memory stays small and other writes go on in
 * between. The file is read twice, to know its hash before the first byte is written: what is here already is not
 * written again, and chunks never have to be moved.
 */
async function keepContent(workspace: OpenWorkspace, file: IncomingFile, sha256: string, size: number) {
  if (bytesOf(workspace, sha256) === size) return;
  const { sqlite } = workspace;
  const drop = sqlite.prepare('DELETE FROM attachment_chunk WHERE sha256 = ?');
  const put = sqlite.prepare('INSERT INTO attachment_chunk (sha256, n, bytes) VALUES (?, ?, ?)');
  drop.run(sha256);
  const hash = createHash('sha256');
  let n = 0;
  try {
    for await (const piece of piecesOf(file)) {
      hash.update(piece);
      put.run(sha256, n, piece);
      n += 1;
    }
    if (hash.digest('hex') !== sha256) throw new AppError('fileChanged', { name: file.name }, 'ticket');
  } catch (error) {
    if (sqlite.open) drop.run(sha256);
    throw error;
  }
}

/** The name without any folder, without what a file name cannot hold, not too long to be saved again. */
function cleanName(name: string): string {
  const base = name
    .replaceAll('\\', '/')
    .split('/')
    .at(-1)
    ?.replaceAll(/[\p{Cc}<>:"|?*]/gu, '')
    .trim();
  return (base || 'file').slice(-180);
}

interface KeptFile {
  name: string;
  size: number;
  sha256: string;
}

/** Brings contents into the workspace and does something with them before anybody can take them for leftovers. */
const withContents = <T>(
  workspace: OpenWorkspace,
  files: readonly IncomingFile[],
  then: (kept: readonly KeptFile[]) => T,
): Promise<T> => workspace.writes.share(() => bringContents(workspace, files, then));

async function bringContents<T>(
  workspace: OpenWorkspace,
  files: readonly IncomingFile[],
  then: (kept: readonly KeptFile[]) => T,
): Promise<T> {
  for (const { name, size } of files) if (size !== null && size > largestFile) throw tooLarge(cleanName(name));
  clearLeftovers(workspace);
  const running = writingIn(workspace);
  const own = new Map<string, Promise<void>>();
  const kept: KeptFile[] = [];
  try {
    for (const file of files) {
      const name = cleanName(file.name);
      const { sha256, size } = await hashOf(file);
      if (size === 0) throw new AppError('fileEmpty', { name }, 'ticket');
      kept.push({ name, size, sha256 });
      if (own.has(sha256)) continue;
      while (running.has(sha256)) await running.get(sha256)?.catch(() => undefined);
      const work = keepContent(workspace, file, sha256, size);
      running.set(sha256, work);
      own.set(sha256, work);
      await work;
    }
    // Still marked as being written: between two turns of the loop nobody may take it for a leftover.
    return then(kept);
  } finally {
    for (const [sha256, work] of own) if (running.get(sha256) === work) running.delete(sha256);
  }
}

/**
 * Attaches chosen files to a record in one act, which `ownerOf` may begin by making the record. The caller has checked
 * what it belongs to. Returns the ids of the attachments.
 * Throws `fileTooLarge`, `fileEmpty`, `fileChanged`; nothing is left behind then.
 */
export const attachFiles = (
  workspace: OpenWorkspace,
  author: Author,
  label: string,
  files: readonly IncomingFile[],
  ownerOf: (w: Writer) => { ownerEntity: string; ownerId: string },
): Promise<{ ownerId: string; ids: string[] }> =>
  withContents(workspace, files, (kept) =>
    workspace.ledger.write(author, { label }, (w) => {
      const owner = ownerOf(w);
      const ids = kept.map(({ name, size, sha256 }) => {
        const list = readAll<Placed>(
          workspace,
          'SELECT id, sortKey AS key FROM attachment WHERE ownerId = ? AND removed = 0',
          owner.ownerId,
        );
        const { key, rekeyed } = keyAtEnd(list);
        for (const twin of rekeyed) w.update(attachment, twin.id, { sortKey: twin.key });
        return w.insert(attachment, { ...owner, name, mediaType: mediaTypeOf(name), size, sha256, sortKey: key });
      });
      return { ownerId: owner.ownerId, ids };
    }),
  );

/**
 * Attaches a chosen file to a record. The caller has checked that the record is there.
 * Throws `fileTooLarge`, `fileEmpty`, `fileChanged`; nothing is left behind then.
 */
export async function attachFile(
  workspace: OpenWorkspace,
  author: Author,
  label: string,
  owner: { ownerEntity: string; ownerId: string },
  file: IncomingFile,
): Promise<string> {
  const { ids } = await attachFiles(workspace, author, label, [file], () => owner);
  return ids[0] ?? '';
}

/** Takes a file away from its record; its bytes stay, so that undo brings it back. Throws `notFound`. */
export function detachFile(workspace: OpenWorkspace, author: Author, label: string, id: string) {
  workspace.ledger.write(author, { label }, (w) => w.remove(attachment, id));
}

interface StoredFile {
  name: string;
  mediaType: string;
  size: number;
  sha256: string;
}

/** An attached file for the door to hand out, chunk by chunk. Throws `notFound`, `fileNotHere` (bytes not received yet). */
export function openAttachment(reader: Reader, id: string): OutgoingFile {
  const file = readOne<StoredFile>(
    reader,
    'SELECT name, mediaType, coalesce(size, 0) AS size, sha256 FROM attachment WHERE id = ? AND removed = 0',
    id,
  );
  if (!file) throw new AppError('notFound', { what: 'attachment' });
  if (bytesOf(reader, file.sha256) !== file.size) throw new AppError('fileNotHere', { name: file.name });
  return {
    name: file.name,
    mediaType: file.mediaType,
    open: () => Readable.from(chunksOf(reader, file.sha256), { objectMode: false }),
  };
}
