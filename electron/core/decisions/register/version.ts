import type Database from 'better-sqlite3';

const versions = new WeakMap<Database.Database, number>();

/** Says that anything the register shows may be different: what was worked out from it before no longer counts. */
export const registerMoved = (sqlite: Database.Database) => void versions.set(sqlite, registerVersion(sqlite) + 1);

/** Grows with every write of this connection. */
export const registerVersion = (sqlite: Database.Database): number => versions.get(sqlite) ?? 0;
