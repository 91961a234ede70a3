import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { AppError } from '../../shared/errors.ts';
import type { App } from '../core/app.ts';
import { writeMadeFile } from '../core/door/madeFile.ts';
import type { IncomingFile } from '../core/files/tickets.ts';
import type { Terminal } from './terminal.ts';

/**
 * A file named on the command line, as the core takes it.
 * @throws AppError `fileUnreadable` when it must be there and is not
 */
export async function chosenFile(terminal: Terminal, name: string, mustExist: boolean): Promise<IncomingFile> {
  const path = resolve(terminal.folder, name);
  const found = await stat(path).catch(() => null);
  if (mustExist && !found?.isFile()) throw new AppError('fileUnreadable', { name: basename(path) });
  return { name: basename(path), size: found?.size ?? null, path, open: () => createReadStream(path) };
}

/** Writes a file that the core made; gives its absolute path. Throws as `writeMadeFile`. */
export async function writeMade(terminal: Terminal, app: App, ticket: string, name: string): Promise<string> {
  const path = resolve(terminal.folder, name);
  await writeMadeFile(app.tickets, ticket, path);
  return path;
}
