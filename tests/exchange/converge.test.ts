// Issue: proof. More run in `npm run test:long`. `SEED` and `HISTORIES` play others; `SEED` and `HISTORY`, the path that
// fast-check gives for the shortest history that ends wrong, play that one again.
import { expect, test } from 'vitest';
import { common, histories, inLines, playHistories } from '../fixtures/exchangeHistories.ts';

test('rules 1 to 17: after all is delivered, agencies that share a group are equal in it, and nothing has vanished', async () => {
  const { HISTORIES = 60, SEED = 4 } = process.env;
  const tally = await playHistories(histories, Number(HISTORIES), Number(SEED));
  expect(
    common.filter((what) => !tally.has(what)),
    inLines(tally),
  ).toEqual([]);
}, 600_000);
