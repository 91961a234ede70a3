// Issue: proof. More run in `npm run test:long`. `SEED` and `HISTORIES` play others; `SEED` and `HISTORY`, the path that
// fast-check gives for the shortest history that ends wrong, play that one again.
import { expect, test } from 'vitest';
import { inLines, playHistories } from '../fixtures/exchangeHistories.ts';

/** What must happen even in so few; the long test asks for everything. */
const common = [
  'a field in conflict',
  'a record removed',
  'a file brought',
  'something renamed that others refer to',
  'minutes signed',
  'waiting for a newer version',
  'taken after the program was brought up to date',
  'a package lost',
  'a package delivered twice',
  'a package cut',
  'different group sets',
  'a backup restored',
  'a receipt taken',
  'a receipt lost',
  'a clock some hours wrong',
  'a batch passed on by a third',
  'keys renewed',
];

test('rules 1 to 17: after all is delivered, agencies that share a group are equal in it, and nothing has vanished', async () => {
  const tally = await playHistories(Number(process.env['HISTORIES'] ?? 60), Number(process.env['SEED'] ?? 4));
  expect(
    common.filter((what) => !tally.has(what)),
    inLines(tally),
  ).toEqual([]);
}, 600_000);
