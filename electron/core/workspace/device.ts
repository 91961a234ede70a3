import { randomBytes } from 'node:crypto';
import type Database from 'better-sqlite3';

/** What this installation remembers outside workspaces, by name; JSON values. */
export interface Installation {
  get(name: string): unknown;
  set(name: string, value: unknown): void;
}

const restoredIn = (installation: Installation): string[] => {
  const paths = installation.get('restored');
  return Array.isArray(paths) ? paths.filter((path) => typeof path === 'string') : [];
};

/**
 * Notes, before it is done, that a backup takes a workspace's place. One that was made since the last opening has the nonce
 * of that opening and would pass for the file that it replaces.
 */
export const noteRestored = (installation: Installation, path: string): void =>
  installation.set('restored', [...new Set([...restoredIn(installation), path])].slice(-100));

function forgetRestored(installation: Installation, path: string) {
  const others = restoredIn(installation).filter((each) => each !== path);
  installation.set('restored', others.length > 0 ? others : undefined);
}

/**
 * Rule 9: a device id belongs to one file on one installation. Every opening writes a fresh nonce into both; where
 * they differ, the file or the installation was copied or restored, and the first thing written is a new device id.
 * @param now milliseconds since 1970
 */
export function settleDevice(sqlite: Database.Database, installation: Installation, path: string, now: number): string {
  const read = sqlite.prepare<[string], string>('SELECT value FROM local WHERE name = ?').pluck();
  const write = sqlite.prepare(
    'INSERT INTO local (name, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
  );
  const workspace = read.get('workspace') ?? randomBytes(16).toString('hex');
  const device = read.get('device');
  const beside = installation.get(`nonce:${workspace}`);
  const restored = restoredIn(installation).includes(path);
  const same = !restored && device !== undefined && typeof beside === 'string' && beside === read.get('nonce');
  const settled = same ? device : randomBytes(8).toString('hex');
  const nonce = randomBytes(16).toString('hex');
  sqlite.transaction(() => {
    write.run('workspace', workspace);
    write.run('device', settled);
    if (!same) write.run('deviceSince', new Date(now).toISOString());
    write.run('nonce', nonce);
  })();
  // Should the process end between the two, the next opening finds them different and takes a new device: harmless.
  installation.set(`nonce:${workspace}`, nonce);
  if (restored) forgetRestored(installation, path);
  return settled;
}

/** Instant since which the workspace has its device id: what another installation has made before may be its own of earlier. */
export const deviceSince = (sqlite: Database.Database): string =>
  sqlite.prepare<[], string>("SELECT value FROM local WHERE name = 'deviceSince'").pluck().get() ?? '';

/** The workspace's own id, the same in every copy of the file. */
export const workspaceId = (sqlite: Database.Database): string =>
  sqlite.prepare<[], string>("SELECT value FROM local WHERE name = 'workspace'").pluck().get() ?? '';
