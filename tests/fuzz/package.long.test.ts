// As package.test.ts, with 20,000 spoiled packages.
import { expect, it } from 'vitest';
import { inLines, readSpoiled } from '../fixtures/fuzz/readSpoiled.ts';

it('20,000 spoiled packages are refused with a code, or read as they were packed', async () => {
  const { cases, codes, faults, growth, slowest } = await readSpoiled(100_000, 20_000);
  console.log(`${inLines(codes)}\nslowest: ${Math.round(slowest.ms)} ms, seed ${slowest.seed}`);
  expect(faults).toEqual([]);
  const ends = [...codes].filter(([code]) => !code.startsWith('in a batch'));
  expect(ends.reduce((sum, [, count]) => sum + count, 0)).toBe(cases);
  expect(growth).toBeLessThan(400 * 1024 * 1024);
});
