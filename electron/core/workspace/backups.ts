import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import type { Workers } from '../worker/workers.ts';
import { flush } from './backupTask.ts';
import { inWords } from './database.ts';
import type { RawKey } from './key.ts';
import { takeLock } from './lockFile.ts';

export type BackupKind = 'start' | 'daily' | 'byHand' | 'beforeRestore' | 'beforeMigration' | 'beforeMerge';

export interface Backup {
  ref: string;
  path: string;
  madeAt: string;
  bytes: number;
  kind: BackupKind;
}

const kinds: readonly BackupKind[] = ['start', 'daily', 'byHand', 'beforeRestore', 'beforeMigration', 'beforeMerge'];
const most = 10;
const least = 2;
const mostBytes = 2 * 1024 ** 3;

/**
 * Which backups may go: keep the ten newest, at most 2 GB together, never fewer than two. Newest first in, the
 * superfluous ones out.
 */
export function superfluous(backups: readonly Pick<Backup, 'bytes' | 'ref'>[]): string[] {
  let bytes = 0;
  return backups.flatMap((backup, at) => {
    bytes += backup.bytes;
    return at >= least && (at >= most || bytes > mostBytes) ? [backup.ref] : [];
  });
}

/** Backups of one installation, a folder for each workspace file; they open with the workspace's own passphrase. */
export function createBackups(folder: string, workers: Workers, door: string, now: () => number) {
  const folderOf = (path: string): string =>
    join(
      folder,
      `${basename(path, '.viche').slice(0, 60)}-${createHash('sha256').update(resolve(path)).digest('hex').slice(0, 8)}`,
    );

  const list = (path: string): Backup[] => {
    const at = folderOf(path);
    if (!existsSync(at)) return [];
    return readdirSync(at)
      .flatMap((name) => {
        const parts = /^(\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}\.\d{3}Z)-(\w+)\.viche$/.exec(name);
        const kind = kinds.find((each) => each === parts?.[2]);
        if (!parts?.[1] || !kind) return [];
        const madeAt = parts[1].replace(/T(\d{2})-(\d{2})-(\d{2})/, 'T$1:$2:$3');
        return [{ ref: name, path: join(at, name), madeAt, bytes: statSync(join(at, name)).size, kind }];
      })
      .toSorted((a, b) => (a.madeAt < b.madeAt ? 1 : -1));
  };

  const rotate = (path: string) => {
    const all = list(path);
    for (const ref of superfluous(all)) rmSync(join(folderOf(path), ref), { force: true });
  };

  const make = async (path: string, key: RawKey, kind: BackupKind): Promise<Backup> => {
    const at = folderOf(path);
    try {
      mkdirSync(at, { recursive: true, mode: 0o700 });
    } catch (error) {
      throw inWords(error);
    }
    const madeAt = new Date(now()).toISOString();
    const ref = `${madeAt.replaceAll(':', '-')}-${kind}.viche`;
    const target = join(at, ref);
    const { bytes } = await workers.run('backup', { path, key, target }).catch((error: unknown) => {
      // A thread that was ended in the middle could not tidy up behind itself.
      for (const side of ['', '-journal']) rmSync(`${target}.part${side}`, { force: true });
      throw error;
    });
    rotate(path);
    return { ref, path: target, madeAt, bytes, kind };
  };

  return {
    list,
    make,
    /** Whether the last one is older than a day. */
    isDue: (path: string): boolean => {
      const newest = list(path)[0];
      return !newest || now() - Date.parse(newest.madeAt) > 24 * 60 * 60_000;
    },
    /**
     * Puts a backup in the workspace's place; the workspace must be closed. What it replaces is itself kept as a
     * backup first: copied whole where it cannot be opened any more. Throws `backupNotFound`, `workspaceInUse`, `diskFull`.
     */
    async restore(path: string, ref: string, key: RawKey | null) {
      const backup = list(path).find((each) => each.ref === ref);
      if (!backup) throw new AppError('backupNotFound');
      const staged = `${path}.restoring`;
      let unlock: (() => void) | null = null;
      try {
        // Another door may have it open: a file that somebody writes to is never replaced.
        unlock = takeLock(path, door);
        // Staged before anything else, for rotation may drop the very backup that is being restored.
        copyFileSync(backup.path, staged);
        flush(staged);
        if (existsSync(path)) await keepReplaced(path, key);
        // Only after the old file is safe does the new one take its name.
        for (const side of ['-wal', '-shm']) rmSync(`${path}${side}`, { force: true });
        renameSync(staged, path);
      } catch (error) {
        rmSync(staged, { force: true });
        throw inWords(error);
      } finally {
        unlock?.();
      }
    },
  };

  async function keepReplaced(path: string, key: RawKey | null) {
    if (key !== null) {
      const kept = await make(path, key, 'beforeRestore').catch(() => null);
      if (kept) return;
    }
    const at = folderOf(path);
    mkdirSync(at, { recursive: true, mode: 0o700 });
    const ref = `${new Date(now()).toISOString().replaceAll(':', '-')}-beforeRestore.viche`;
    copyFileSync(path, join(at, ref));
    // What has not reached the main file yet lies in the side file; it belongs to the copy.
    if (existsSync(`${path}-wal`)) copyFileSync(`${path}-wal`, join(at, `${ref}-wal`));
  }
}
