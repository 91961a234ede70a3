import type Database from 'better-sqlite3';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';

/** What reports read from: an open workspace of the core or the read-only connection of a worker. */
export interface ReadableWorkspace {
  sqlite: Database.Database;
  db: BetterSQLite3Database;
}
