// As converge.long.test.ts, with shorter histories and many more of them; the other half is in a file of its own, for a second
// core. `HISTORIES` for another total, `SEED` for others.
import { expect, test } from 'vitest';
import { playHalfOfShort } from '../fixtures/exchangeHistories.ts';

test('rules 1 to 17: after all is delivered, agencies that share a group are equal in it, and nothing has vanished', async () => {
  expect(await playHalfOfShort(6)).toEqual([]);
}, 7_200_000);
