import { renameSync, rmSync } from 'node:fs';
import { inWords, openDatabase } from './database.ts';
import type { RawKey } from './key.ts';
import { takeLock } from './lockFile.ts';

/**
 * Gives a closed workspace another key. The work happens in a copy that takes the file's name only when it has opened
 * with the new key, so that a kill at any point leaves a whole file under the old key or under the new one.
 */
export function rekeyFile(path: string, key: RawKey, next: RawKey, door: string) {
  const unlock = takeLock(path, door);
  const fresh = `${path}.rekeying`;
  try {
    rmSync(fresh, { force: true });
    const source = openDatabase(path, key);
    try {
      source.pragma('wal_checkpoint(TRUNCATE)');
      source.prepare('VACUUM INTO ?').run(fresh);
    } finally {
      source.close();
    }
    const copy = openDatabase(fresh, key);
    try {
      copy.pragma('journal_mode = DELETE');
      copy.pragma(`rekey="x'${next}'"`);
    } finally {
      copy.close();
    }
    const check = openDatabase(fresh, next);
    try {
      if (check.pragma('integrity_check(1)', { simple: true }) !== 'ok')
        throw new Error('the copy did not pass its check');
    } finally {
      check.close();
    }
    for (const side of ['-wal', '-shm']) rmSync(`${path}${side}`, { force: true });
    renameSync(fresh, path);
  } catch (error) {
    rmSync(fresh, { force: true });
    throw inWords(error);
  } finally {
    unlock();
  }
}
