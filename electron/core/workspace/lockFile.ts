import Database from 'better-sqlite3';
import { rmSync } from 'node:fs';
import { hostname } from 'node:os';
import { AppError } from '../../../shared/errors.ts';
import { sqliteCode } from './database.ts';

/**
 * Rule 10: one writer at a time. The lock is an open write transaction on a small database beside the workspace: the
 * operating system lets go of it when the process ends, however it ends, so no lock outlives its holder.
 */
export function takeLock(workspace: string, door: string): () => void {
  try {
    return holdLock(workspace, door);
  } catch (error) {
    const code = sqliteCode(error);
    if (code !== 'SQLITE_NOTADB' && code !== 'SQLITE_CORRUPT') throw error;
    // A lock file that was cut off or overwritten holds nothing; it must not be taken for a wrong passphrase.
    for (const side of ['', '-wal', '-shm']) rmSync(`${workspace}-lock${side}`, { force: true });
    return holdLock(workspace, door);
  }
}

function holdLock(workspace: string, door: string): () => void {
  const path = `${workspace}-lock`;
  const lock = new Database(path, { timeout: 0 });
  try {
    lock.pragma('journal_mode = WAL');
    lock.exec('CREATE TABLE IF NOT EXISTS holder (n INTEGER PRIMARY KEY, door TEXT, computer TEXT, since TEXT)');
    const note = lock.prepare('INSERT OR REPLACE INTO holder VALUES (1, ?, ?, ?)');
    lock.transaction(() => note.run(door, hostname(), new Date().toISOString())).immediate();
    lock.exec('BEGIN IMMEDIATE');
    lock.exec("INSERT OR REPLACE INTO holder VALUES (2, '', '', '')");
  } catch (error) {
    const code = sqliteCode(error);
    const holder = code === 'SQLITE_BUSY' ? readHolder(lock) : null;
    lock.close();
    if (code === 'SQLITE_BUSY')
      throw new AppError('workspaceInUse', {
        door: holder?.door ?? '',
        computer: holder?.computer ?? '',
        since: holder?.since ?? '',
      });
    throw error;
  }
  return () => {
    try {
      lock.exec('ROLLBACK');
    } finally {
      lock.close();
    }
  };
}

function readHolder(lock: Database.Database): { door: string; computer: string; since: string } | null {
  try {
    const row = lock.prepare('SELECT door, computer, since FROM holder WHERE n = 1').get();
    return (row as { door: string; computer: string; since: string } | undefined) ?? null;
  } catch {
    // The holder may be between its first two statements; the refusal is the same without its name.
    return null;
  }
}
