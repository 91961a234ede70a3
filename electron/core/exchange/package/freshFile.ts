import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { Writable } from 'node:stream';

/** Bytes that may wait for the disk, so that many small pieces are written at once. */
const waiting = 4 * 1024 * 1024;

/**
 * A file of our own that is flushed to the disk at its end, in the place of whatever bears the name: whoever shares the
 * folder may have put a link there, through which we would write elsewhere.
 */
export async function createFresh(path: string): Promise<Writable> {
  await rm(path, { force: true });
  return createWriteStream(path, { flags: 'wx', flush: true, mode: 0o600, highWaterMark: waiting });
}
