// As converge.test.ts, with more histories, and everything that the issue names in them: with the short ones beside it
// `total`. `HISTORIES` for another total, `SEED` for others.
import { expect, test } from 'vitest';
import {
  common,
  histories,
  inLines,
  playHistories,
  shareOfLong,
  total,
  whatHappens,
} from '../fixtures/exchangeHistories.ts';

test('rules 1 to 17: after all is delivered, agencies that share a group are equal in it, and nothing has vanished', async () => {
  const tally = await playHistories(histories, Math.ceil(total * shareOfLong), Number(process.env['SEED'] ?? 5));
  console.log(inLines(tally));
  // Fewer of them cannot show everything.
  const wanted = total < 10_000 ? common : whatHappens;
  expect(wanted.filter((what) => !tally.has(what))).toEqual([]);
}, 7_200_000);
