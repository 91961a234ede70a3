// The other half of convergeShort.long.test.ts.
import { expect, test } from 'vitest';
import { common, inLines, playHistories, shortHistories, total } from '../fixtures/exchangeHistories.ts';

test('rules 1 to 17: after all is delivered, agencies that share a group are equal in it, and nothing has vanished', async () => {
  const tally = await playHistories(shortHistories, Math.ceil(total * 0.47), Number(process.env['SEED'] ?? 7));
  expect(
    common.filter((what) => !tally.has(what)),
    inLines(tally),
  ).toEqual([]);
}, 7_200_000);
