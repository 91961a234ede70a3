import type Database from 'better-sqlite3';
import { AppError } from '../../../shared/errors.ts';

const files = import.meta.glob<string>('./migrations/*.sql', { query: '?raw', import: 'default', eager: true });

/** Numbered migrations; each takes the schema from `version - 1` to `version`. */
const migrations = Object.entries(files)
  .map(([path, sql]) => ({ version: Number(/(\d{4})_/.exec(path)?.[1]), sql }))
  .toSorted((a, b) => a.version - b.version);

/** The schema this version of the program reads and writes. */
export const schemaVersion = migrations.at(-1)?.version ?? 0;

/** Marks the file as ours ("Vich"), so that another program's encrypted database is not taken for a workspace. */
export const applicationId = 0x56696368;

/** What stands between this file and the program. Throws `workspaceNewer`, `notWorkspace`. */
export function pendingMigrations(sqlite: Database.Database): number {
  const version = Number(sqlite.pragma('user_version', { simple: true }));
  if (version > schemaVersion) throw new AppError('workspaceNewer', { file: version, program: schemaVersion });
  if (Number(sqlite.pragma('application_id', { simple: true })) !== applicationId) throw new AppError('notWorkspace');
  return schemaVersion - version;
}

/** Applies what is pending, each migration one transaction. The file must already be ours or empty. */
export function migrate(sqlite: Database.Database) {
  const version = Number(sqlite.pragma('user_version', { simple: true }));
  for (const migration of migrations) {
    if (migration.version <= version) continue;
    sqlite.transaction(() => {
      sqlite.exec(migration.sql);
      sqlite.pragma(`user_version = ${migration.version}`);
    })();
  }
}
