import { openConflicts } from '../ledger/conflicts.ts';
import { countSignedApart } from '../meetings/signedApart.ts';
import { readOne, type Reader } from '../statements.ts';

/** What waits for a person in the exchange: batches held for want of trust, conflicts and signatures nobody has decided on. */
export const countExchangeWaiting = (reader: Reader): number =>
  countSignedApart(reader) +
  (readOne<{ n: number }>(
    reader,
    `SELECT (SELECT count(*) FROM batch WHERE state = 'held') +
       (SELECT count(*) FROM ${openConflicts}) AS n`,
  )?.n ?? 0);
