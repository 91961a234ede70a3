import { randomUUID } from 'node:crypto';
import { realpath, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { AppError } from '../../../../shared/errors.ts';
import { workspaceId, type Installation } from '../../workspace/device.ts';
import type { OpenWorkspace } from '../../workspace/open.ts';
import { folderError, ownFolder } from './folderFiles.ts';

const kept = z.record(z.string(), z.string());
const name = 'exchangeFolders';

/**
 * Which exchange folder a workspace has on this installation. A path means nothing on another computer, so it is never in
 * the ledger.
 */
export function createFolderPlaces(installation: Installation) {
  const read = (): Record<string, string> => {
    const found = kept.safeParse(installation.get(name));
    return found.success ? found.data : {};
  };
  return {
    /** Its absolute path; null where none is chosen. */
    of(workspace: Pick<OpenWorkspace, 'sqlite'>): string | null {
      const places = read();
      const id = workspaceId(workspace.sqlite);
      return Object.hasOwn(places, id) ? (places[id] ?? null) : null;
    },
    keep(workspace: Pick<OpenWorkspace, 'sqlite'>, path: string | null) {
      const places = { ...read() };
      const id = workspaceId(workspace.sqlite);
      if (path === null) delete places[id];
      else places[id] = path;
      installation.set(name, places);
    },
  };
}

/**
 * A chosen folder as it is kept: where it really lies, and we can write there.
 * @throws AppError `folderGone`, `folderNotWritable`, `folderFull`
 */
export async function checkPlace(path: string, own: string): Promise<string> {
  try {
    const real = await realpath(path);
    if (!(await stat(real)).isDirectory()) throw new AppError('folderGone');
    const trial = join(await ownFolder(real, own, null), `.${randomUUID()}.part`);
    await writeFile(trial, '', { flag: 'wx' });
    await rm(trial, { force: true });
    return real;
  } catch (error) {
    throw folderError(error, true);
  }
}
