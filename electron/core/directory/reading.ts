import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type Database from 'better-sqlite3';

/** What a function that only reads needs: a worker's own connection serves as well as the open workspace. */
export interface Reading {
  sqlite: Database.Database;
  db: BetterSQLite3Database;
}
