import type Database from 'better-sqlite3';
import { createRegister } from './decisions/register/derive.ts';
import { createDueObligations } from './due/obligations.ts';
import type { Derived } from './ledger/derived.ts';
import { createActivityEntries } from './projects/activities/entries.ts';
import { createIndicatorSums } from './projects/indicators/sums.ts';
import { createSearchIndex } from './search/searchIndex.ts';

/** Everything that is derived from the records of a workspace, put together from the areas. */
export const derivedOf = (sqlite: Database.Database): Derived[] => [
  createRegister(sqlite),
  createDueObligations(sqlite),
  createActivityEntries(sqlite),
  createIndicatorSums(sqlite),
  createSearchIndex(sqlite),
];
