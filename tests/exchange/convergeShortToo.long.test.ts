// The other half of convergeShort.long.test.ts.
import { expect, test } from 'vitest';
import { playHalfOfShort } from '../fixtures/exchangeHistories.ts';

test('rules 1 to 17: after all is delivered, agencies that share a group are equal in it, and nothing has vanished', async () => {
  expect(await playHalfOfShort(7)).toEqual([]);
}, 7_200_000);
