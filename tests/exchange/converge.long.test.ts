// As converge.test.ts, with more histories, and everything that the issue names in them; `HISTORIES=10000` for as many as it
// asks, `SEED` for others.
import { expect, test } from 'vitest';
import { inLines, playHistories, whatHappens } from '../fixtures/exchangeHistories.ts';

test('rules 1 to 17: after all is delivered, agencies that share a group are equal in it, and nothing has vanished', async () => {
  const tally = await playHistories(Number(process.env['HISTORIES'] ?? 120), Number(process.env['SEED'] ?? 5));
  console.log(inLines(tally));
  expect(whatHappens.filter((what) => !tally.has(what))).toEqual([]);
}, 7_200_000);
