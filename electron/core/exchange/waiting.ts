import { readOne, type Reader } from '../statements.ts';

/** What waits for a person in the exchange: batches held for want of trust, and conflicts nobody has decided. */
export const countExchangeWaiting = (reader: Reader): number =>
  readOne<{ n: number }>(
    reader,
    `SELECT (SELECT count(*) FROM batch WHERE state = 'held') +
       (SELECT count(*) FROM conflict WHERE settledAt IS NULL) AS n`,
  )?.n ?? 0;
