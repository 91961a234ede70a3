import type { ExchangeStatus } from '../../../shared/contract/exchange.ts';
import { openConflicts } from '../ledger/conflicts.ts';
import { countSignedApart } from '../meetings/signedApart.ts';
import { readOne, type Reader } from '../statements.ts';

/** What waits for a person in the exchange: batches held for want of trust, conflicts and signatures nobody has decided on. */
export const readWaiting = (reader: Reader): Pick<ExchangeStatus, 'heldBatches' | 'openConflicts' | 'signedApart'> => {
  const counted = readOne<{ heldBatches: number; openConflicts: number }>(
    reader,
    `SELECT (SELECT count(*) FROM batch WHERE state = 'held') AS heldBatches,
       (SELECT count(*) FROM ${openConflicts}) AS openConflicts`,
  );
  return { heldBatches: 0, openConflicts: 0, ...counted, signedApart: countSignedApart(reader) };
};

/** How much of it there is. */
export const countExchangeWaiting = (reader: Reader): number => {
  const { heldBatches, openConflicts: conflicts, signedApart } = readWaiting(reader);
  return heldBatches + conflicts + signedApart;
};
