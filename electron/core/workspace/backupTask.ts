import { existsSync, renameSync, rmSync, statSync, fsyncSync, openSync, closeSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { AppError } from '../../../shared/errors.ts';
import { inWords, openDatabase } from './database.ts';

export interface BackupTask {
  input: {
    path: string;
    key: string;
    /** Where the copy goes; written under a temporary name first. */
    target: string;
  };
  result: { bytes: number };
}

/**
 * Copies a workspace with `VACUUM INTO` (the online backup API fails on encrypted files), opens the copy and checks
 * it whole. Only a copy that passed gets its name. Throws `diskFull`, `backupDamaged`, `workspaceDamaged`.
 */
export function runBackup({ path, key, target }: BackupTask['input']): BackupTask['result'] {
  const unchecked = `${target}.part`;
  rmSync(unchecked, { force: true });
  try {
    const source = openDatabase(path, key);
    try {
      source.prepare('VACUUM INTO ?').run(unchecked);
    } finally {
      source.close();
    }
    verify(unchecked, key);
    flush(unchecked);
    if (existsSync(target)) throw new AppError('fileExists');
    renameSync(unchecked, target);
    return { bytes: statSync(target).size };
  } catch (error) {
    rmSync(unchecked, { force: true });
    throw inWords(error);
  }
}

function verify(path: string, key: string) {
  let copy: Database.Database | null = null;
  try {
    copy = openDatabase(path, key, { readonly: true });
    const found: unknown = copy.pragma('integrity_check(1)', { simple: true });
    if (found !== 'ok') throw new AppError('backupDamaged');
  } finally {
    copy?.close();
  }
}

/** Makes sure that a file's content is on the disk before it gets its name. */
export function flush(path: string) {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
