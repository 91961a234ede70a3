// As converge.test.ts, with more histories, and everything that the issue names in them: with the short ones beside it
// 10,000. `HISTORIES` for more, `SEED` for others.
import { expect, test } from 'vitest';
import { histories, inLines, playHistories, whatHappens } from '../fixtures/exchangeHistories.ts';

test('rules 1 to 17: after all is delivered, agencies that share a group are equal in it, and nothing has vanished', async () => {
  const { HISTORIES = 600, SEED = 5 } = process.env;
  const tally = await playHistories(histories, Number(HISTORIES), Number(SEED));
  console.log(inLines(tally));
  expect(whatHappens.filter((what) => !tally.has(what))).toEqual([]);
}, 7_200_000);
