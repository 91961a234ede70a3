import { createHash } from 'node:crypto';
import { constants, createReadStream } from 'node:fs';
import { lstat, mkdir, open, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AppError } from '../../../../shared/errors.ts';

/** A file of the exchange folder, `<sender>/<receiver>/<number>.viche-package` or `.viche-receipt` (rule 19). */
export interface FolderFile {
  kind: 'package' | 'receipt';
  /** The other agency: in whose folder it lies, or for whom it lies in ours. A folder's name is no proof of a sender. */
  agencyId: string;
  number: number;
  name: string;
  path: string;
  /** Bytes. */
  size: number;
  /** Milliseconds since 1970: when the file last changed on this computer. */
  changedAt: number;
  /** Different whenever the file is. */
  mark: string;
}

/** What may be a folder's name there: an agency's id as our programs make them, nothing that leads elsewhere. */
export const isAgencyFolder = (name: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(name);

const fileName = /^([1-9]\d{0,8})\.viche-(package|receipt)$/;
/** What a killed program left: a file under the name that it has until it is whole. */
const leftover = /^\.[1-9]\d{0,8}\.viche-(?:package|receipt)\.\d+\.part$/;

/** More than these of one agency are nobody's honest work; the newest are looked at. */
const mostOfAgency = 50;
const mostAgencies = 2_000;

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** What the system says of the folder, as a refusal; any other error is passed on. */
export function folderError(error: unknown, writing = false): unknown {
  const full = writing ? 'folderFull' : 'diskFull';
  if (error instanceof AppError) {
    if (error.code === 'diskFull') return new AppError(full);
    return error.code === 'fileNotWritten' ? new AppError('folderNotWritable') : error;
  }
  const code = codeOf(error);
  if (code === 'ENOSPC' || code === 'EDQUOT') return new AppError(full);
  if (code === 'ENOENT' || code === 'ENOTDIR') return new AppError('folderGone');
  if (!/^E[A-Z]+$/.test(code)) return error;
  return new AppError(writing || code === 'EROFS' ? 'folderNotWritable' : 'folderNotReadable');
}

/** Names of the folders in a folder; links are none, wherever they lead. */
const foldersIn = async (path: string): Promise<string[]> =>
  (await readdir(path, { withFileTypes: true })).filter((each) => each.isDirectory()).map(({ name }) => name);

async function filesIn(path: string, agencyId: string): Promise<FolderFile[]> {
  const found: FolderFile[] = [];
  // A folder that is not there has nothing in it; one behind a link is not looked into.
  const isFolder = await lstat(path).then(
    (entry) => entry.isDirectory(),
    () => false,
  );
  const names = isFolder ? await readdir(path).catch(() => []) : [];
  const numbered = names
    .flatMap((name) => {
      const [, number, kind] = fileName.exec(name) ?? [];
      return number === undefined ? [] : [{ name, number: Number(number), kind: kind as FolderFile['kind'] }];
    })
    .toSorted((a, b) => b.number - a.number)
    .slice(0, mostOfAgency);
  for (const { name, number, kind } of numbered) {
    const entry = await lstat(join(path, name)).catch(() => null);
    if (!entry?.isFile()) continue;
    const { size, mtimeMs, ctimeMs, ino } = entry;
    const mark = `${size} ${mtimeMs} ${ino}`;
    found.push({ kind, agencyId, number, name, path: join(path, name), size, changedAt: ctimeMs, mark });
  }
  return found;
}

/** What lies there for us, of every agency. Throws `folderGone`, `folderNotReadable`. */
export async function listIncoming(root: string, own: string): Promise<FolderFile[]> {
  try {
    const senders = (await foldersIn(root))
      .filter((name) => isAgencyFolder(name) && name !== own)
      .slice(0, mostAgencies);
    return (await Promise.all(senders.map((sender) => filesIn(join(root, sender, own), sender)))).flat();
  } catch (error) {
    throw folderError(error);
  }
}

/** What we have put there, by receiver. Throws `folderGone`, `folderNotReadable`. */
export async function listOwn(root: string, own: string): Promise<FolderFile[]> {
  try {
    if (!(await foldersIn(root)).includes(own)) return [];
    const receivers = (await foldersIn(join(root, own))).filter(isAgencyFolder);
    return (await Promise.all(receivers.map((receiver) => filesIn(join(root, own, receiver), receiver)))).flat();
  } catch (error) {
    throw folderError(error);
  }
}

/**
 * Our folder, or that in it for one receiver, made where it is not there: we write into no other. Somebody who shares the
 * folder may have put a link in its place, through which we would write elsewhere.
 * @throws AppError `folderGone`, `folderNotWritable`, `folderFull`
 */
export async function ownFolder(root: string, own: string, receiver: string | null): Promise<string> {
  const steps = receiver === null ? [own] : [own, receiver];
  if (!steps.every(isAgencyFolder)) throw new AppError('folderNotWritable');
  const path = join(root, ...steps);
  try {
    await lstat(root);
    for (const each of steps.map((_, at) => join(root, ...steps.slice(0, at + 1)))) {
      await mkdir(each, { mode: 0o755 }).catch((error: unknown) => {
        if (codeOf(error) !== 'EEXIST') throw error;
      });
      if (!(await lstat(each)).isDirectory()) throw new AppError('folderNotWritable');
    }
    for (const name of await readdir(path)) if (leftover.test(name)) await rm(join(path, name), { force: true });
    return path;
  } catch (error) {
    throw folderError(error, true);
  }
}

/** Takes one of our own files away; one that is gone already is no trouble. */
export async function removeOwn(file: FolderFile): Promise<void> {
  try {
    await rm(file.path, { force: true });
  } catch (error) {
    throw folderError(error, true);
  }
}

async function* bytesOf(path: string): AsyncGenerator<Buffer> {
  // No link is followed, and what is no file keeps nobody waiting.
  const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    if (!(await file.stat()).isFile()) throw new AppError('packageNotReadable');
    yield* createReadStream(path, { fd: file, autoClose: false }) as AsyncIterable<Buffer>;
  } finally {
    await file.close();
  }
}

/** The bytes of a file from outside. */
export const readIncoming = (path: string): Readable => Readable.from(bytesOf(path), { objectMode: false });

/** SHA-256 of a file from outside, in hex. */
export async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(readIncoming(path), hash);
  return hash.digest('hex');
}
