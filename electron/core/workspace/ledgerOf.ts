import type Database from 'better-sqlite3';
import { derivedOf } from '../derived.ts';
import { registry } from '../entities.ts';
import { createLedger, type Ledger } from '../ledger/ledger.ts';
import { requireSignedKept } from '../memoranda/signedKept.ts';

/** The ledger over a connection, with everything that belongs to it: the core's, or that of a thread that writes for it. */
export const ledgerOf = (
  sqlite: Database.Database,
  options: { device: string; now: () => number; mayWrite?: () => void; withinTransaction?: boolean },
): Ledger =>
  createLedger({
    sqlite,
    registry,
    ...options,
    derived: derivedOf(sqlite),
    guardReversal: (touched) => requireSignedKept({ sqlite }, touched),
  });
