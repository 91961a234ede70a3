import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Writable } from 'node:stream';
import { writeError } from '../../door/fileErrors.ts';
import { createFresh } from './freshFile.ts';

/** The name under which a file is written before it gets its own: whoever watches the folder passes over it. */
const unfinished = (path: string): string => join(dirname(path), `.${basename(path)}.${process.pid}.part`);

/** Windows cannot open a folder; the name is safe there with the file. */
async function flushFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => null);
  await folder?.sync().catch(() => undefined);
  await folder?.close();
}

/**
 * Writes a file that stands under its name whole or not at all, whatever happens on the way: under another name first,
 * flushed to the disk, then renamed.
 * @param write writes into the stream and waits for its end
 * @throws AppError `diskFull`, `fileNotWritten`; what `write` throws is passed on
 */
export async function writeWholeFile<T>(path: string, write: (out: Writable) => Promise<T>): Promise<T> {
  const fresh = unfinished(path);
  try {
    const result = await write(await createFresh(fresh));
    await rename(fresh, path);
    await flushFolder(dirname(path));
    return result;
  } catch (error) {
    await rm(fresh, { force: true }).catch(() => undefined);
    throw writeError(error, path);
  }
}
