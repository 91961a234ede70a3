import { isAhead } from '../../../shared/rules/clock.ts';
import { stampUnsealed, type Stamping } from './stampAnew.ts';

/** Seals all changes, whatever their scope, with rule 4 before it. Returns how many. Inside a transaction. */
export function sealChanges(parts: Stamping): number {
  setClockRight(parts);
  return parts.sqlite.prepare('UPDATE change SET sealed = 1 WHERE sealed = 0').run().changes;
}

/**
 * Rule 4 at sealing: where our own clock stands more than 24 h ahead of the wall clock, unsealed changes get new stamps
 * in their old order, above everything that stays. Inside a transaction.
 */
export function setClockRight(parts: Stamping) {
  const last = parts.clock.last();
  if (last !== null && isAhead(last, parts.now())) stampUnsealed(parts);
}
