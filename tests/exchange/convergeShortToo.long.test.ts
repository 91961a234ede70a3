// The other half of convergeShort.long.test.ts.
import { expect, test } from 'vitest';
import { common, inLines, playHistories, shortHistories } from '../fixtures/exchangeHistories.ts';

test('rules 1 to 17: after all is delivered, agencies that share a group are equal in it, and nothing has vanished', async () => {
  const { HISTORIES = 4700, SEED = 7 } = process.env;
  const tally = await playHistories(shortHistories, Number(HISTORIES), Number(SEED));
  expect(
    common.filter((what) => !tally.has(what)),
    inLines(tally),
  ).toEqual([]);
}, 7_200_000);
