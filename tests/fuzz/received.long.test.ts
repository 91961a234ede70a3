// As received.test.ts, with 2,000 spoiled packages.
import { expect, it } from 'vitest';
import { inLines } from '../fixtures/fuzz/readSpoiled.ts';
import { receiveSpoiled } from '../fixtures/fuzz/receiveSpoiled.ts';

it('of 2,000 spoiled packages none changes the database, and each has its code or its right preview', async () => {
  const { codes, faults, growth, slowest } = await receiveSpoiled(2_000_000, 2000);
  console.log(`${inLines(codes)}\nslowest: ${Math.round(slowest.ms)} ms, seed ${slowest.seed}`);
  expect(faults).toEqual([]);
  expect(growth).toBeLessThan(400 * 1024 * 1024);
});
