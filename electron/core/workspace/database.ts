import Database from 'better-sqlite3';
import { AppError } from '../../../shared/errors.ts';
import type { RawKey } from './key.ts';

/** A SQLite error's code, or null for any other error. */
export const sqliteCode = (error: unknown): string | null =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('SQLITE_')
    ? error.code
    : null;

/** Puts what SQLite and the file system say into the words of `errors.json`; anything else is passed on. */
export function inWords(error: unknown): unknown {
  const code = sqliteCode(error);
  if (code === 'SQLITE_FULL') return new AppError('diskFull');
  if (code?.startsWith('SQLITE_READONLY')) return new AppError('readOnly');
  if (code === 'SQLITE_BUSY' || code === 'SQLITE_LOCKED') return new AppError('workspaceBusy');
  if (code === 'SQLITE_NOTADB') return new AppError('wrongPassphrase', {}, 'passphrase');
  if (code === 'SQLITE_CORRUPT') return new AppError('workspaceDamaged');
  if (code?.startsWith('SQLITE_IOERR')) return new AppError('diskTrouble');
  if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') return new AppError('diskFull');
  if (
    error instanceof Error &&
    'code' in error &&
    (error.code === 'EACCES' || error.code === 'EPERM' || error.code === 'EROFS')
  )
    return new AppError('readOnly');
  return error;
}

/**
 * Opens an encrypted file with its raw key: SQLCipher 4 format (AES-256-CBC, HMAC-SHA512, 4,096-byte pages), so that
 * any SQLCipher 4 tool opens it too. Throws SQLite's own errors; a wrong key shows at the first read as SQLITE_NOTADB.
 */
export function openDatabase(
  path: string,
  key: RawKey,
  options: { readonly?: boolean; mustExist?: boolean } = {},
): Database.Database {
  const sqlite = new Database(path, {
    readonly: options.readonly ?? false,
    fileMustExist: options.mustExist ?? true,
    timeout: 5_000,
  });
  try {
    sqlite.pragma("cipher='sqlcipher'");
    sqlite.pragma('legacy=4');
    sqlite.pragma(`key="x'${key}'"`);
    sqlite.pragma('foreign_keys=ON');
    sqlite.pragma('trusted_schema=ON');
    sqlite.pragma('temp_store=MEMORY');
    sqlite.pragma('cache_size=-65536');
    return sqlite;
  } catch (error) {
    sqlite.close();
    throw error;
  }
}
