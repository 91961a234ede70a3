import type Database from 'better-sqlite3';
import type { Derived } from './ledger/derived.ts';

/** Everything that is derived from the records of a workspace, put together from the areas. */
export const derivedOf = (_sqlite: Database.Database): Derived[] => [];
