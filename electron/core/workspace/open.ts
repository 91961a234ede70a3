import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { rmSync } from 'node:fs';
import { open as openFile, access, constants, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type Database from 'better-sqlite3';
import { AppError } from '../../../shared/errors.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { inWords, openDatabase, sqliteCode } from './database.ts';
import { settleDevice, type Installation } from './device.ts';
import type { RawKey } from './key.ts';
import { ledgerOf } from './ledgerOf.ts';
import { takeLock } from './lockFile.ts';
import { applicationId, migrate, pendingMigrations } from './migrate.ts';
import { createWriteGate, type WriteGate } from './writeGate.ts';

/** A workspace that is open for writing by this process. */
export interface OpenWorkspace {
  path: string;
  key: RawKey;
  sqlite: Database.Database;
  /** Typed queries; hot loops prepare their own statements on `sqlite`. */
  db: BetterSQLite3Database;
  ledger: Ledger;
  /** Whose turn it is to write; the ledger asks it by itself. */
  writes: WriteGate;
  close(): void;
}

/** What a big write writes through, in the core's thread or in one of its own. */
export type Writable = Pick<OpenWorkspace, 'sqlite' | 'db' | 'ledger'>;

/** The salt in a file's first 16 bytes. Throws `fileNotFound`, `notWorkspace`, `readOnly`. */
export async function readSalt(path: string): Promise<Buffer> {
  const size = await stat(path).then(
    (found) => (found.isFile() ? found.size : -1),
    () => -1,
  );
  if (size < 0) throw new AppError('workspaceNotFound');
  // SQLite files are whole pages; the smallest workspace has dozens of 4,096 bytes.
  if (size < 8192 || size % 4096 !== 0) throw new AppError('notWorkspace');
  const file = await openFile(path, 'r');
  try {
    const head = Buffer.alloc(16);
    await file.read(head, 0, 16, 0);
    if (head.toString('latin1').startsWith('SQLite format 3')) throw new AppError('notWorkspace');
    return head;
  } finally {
    await file.close();
  }
}

async function requireWritable(path: string) {
  try {
    await access(path, constants.W_OK);
    await access(dirname(path), constants.W_OK);
  } catch {
    throw new AppError('readOnly');
  }
}

function connect(
  path: string,
  key: RawKey,
  installation: Installation,
  door: string,
  now: () => number,
  fresh: boolean,
) {
  const unlock = takeLock(path, door);
  let sqlite: Database.Database | null = null;
  try {
    // Whole copies of the file, perhaps under a key that was given up: a kill left them, and nobody else would look here.
    for (const side of ['.rekeying', '.rekeying-journal', '.restoring']) rmSync(`${path}${side}`, { force: true });
    sqlite = openDatabase(path, key, { mustExist: !fresh });
    if (fresh) sqlite.pragma(`application_id = ${applicationId}`);
    else {
      try {
        sqlite.prepare('SELECT count(*) FROM sqlite_master').get();
      } catch (error) {
        if (sqliteCode(error) === 'SQLITE_NOTADB') throw new AppError('wrongPassphrase', {}, 'passphrase');
        throw error;
      }
      pendingMigrations(sqlite);
    }
    sqlite.pragma('journal_mode = WAL');
    sqlite.pragma('synchronous = FULL');
    migrate(sqlite);
    // The key is derived with the file's own first bytes: they must be there before anything can be killed.
    if (fresh) sqlite.pragma('wal_checkpoint(TRUNCATE)');
    const device = settleDevice(sqlite, installation, path, now());
    const writes = createWriteGate();
    const ledger = ledgerOf(sqlite, { device, now, mayWrite: writes.pass });
    ledger.retryWaiting();
    const opened = sqlite;
    return {
      path,
      key,
      sqlite,
      db: drizzle(sqlite),
      ledger,
      writes,
      close() {
        try {
          // Rule 21: nothing is left in the side files of a workspace that may be copied away.
          opened.pragma('wal_checkpoint(TRUNCATE)');
        } finally {
          // Also where the disk is gone: a pulled stick must not keep a workspace from being locked.
          opened.close();
          unlock();
        }
      },
    } satisfies OpenWorkspace;
  } catch (error) {
    sqlite?.close();
    // What never became a workspace must not keep its name from the next attempt.
    if (fresh) for (const side of ['', '-wal', '-shm', '-journal']) rmSync(`${path}${side}`, { force: true });
    unlock();
    throw inWords(error);
  }
}

/**
 * Opens an existing workspace. `beforeMigration` makes a backup when the schema is older. Throws `wrongPassphrase`,
 * `notWorkspace`, `workspaceNewer`, `workspaceInUse`, `readOnly`, `diskFull`, `workspaceNotFound`; the file stays as it was.
 */
export async function openWorkspace(input: {
  path: string;
  key: RawKey;
  installation: Installation;
  door: string;
  now: () => number;
  beforeMigration?: (path: string, key: RawKey) => Promise<void>;
}): Promise<OpenWorkspace> {
  await readSalt(input.path);
  await requireWritable(input.path);
  const isOlder = inspect(input.path, input.key);
  if (isOlder) await input.beforeMigration?.(input.path, input.key);
  return connect(input.path, input.key, input.installation, input.door, input.now, false);
}

/**
 * Looks at a file before anything is written to it: the key, whose it is, its version, and the pages that opening
 * reads. True where the schema is older than the program.
 */
function inspect(path: string, key: RawKey): boolean {
  let sqlite: Database.Database | null = null;
  try {
    sqlite = openDatabase(path, key, { readonly: true });
    const isOlder = pendingMigrations(sqlite) > 0;
    if (!isOlder)
      for (const sql of ['SELECT * FROM local', 'SELECT max(hlc) FROM change_set', 'SELECT * FROM setting'])
        sqlite.prepare(sql).all();
    return isOlder;
  } catch (error) {
    if (sqliteCode(error) === 'SQLITE_NOTADB') throw new AppError('wrongPassphrase', {}, 'passphrase');
    throw inWords(error);
  } finally {
    sqlite?.close();
  }
}

/** Makes a new, empty workspace. Throws `fileExists`, `readOnly`, `diskFull`. */
export async function createWorkspace(input: {
  path: string;
  key: RawKey;
  installation: Installation;
  door: string;
  now: () => number;
}): Promise<OpenWorkspace> {
  const there = await stat(input.path).then(
    () => true,
    () => false,
  );
  if (there) throw new AppError('fileExists');
  return connect(input.path, input.key, input.installation, input.door, input.now, true);
}
