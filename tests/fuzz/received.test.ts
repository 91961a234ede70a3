// Spoiled packages given to a real workspace that trusts their sender. More run in `npm run test:long`.
import { expect, it } from 'vitest';
import { inLines } from '../fixtures/fuzz/readSpoiled.ts';
import { receiveSpoiled } from '../fixtures/fuzz/receiveSpoiled.ts';

it('of 300 spoiled packages none changes the database, and each has its code or its right preview', async () => {
  const { codes, faults } = await receiveSpoiled(1_000_000, 300);
  expect(faults).toEqual([]);
  expect(codes.get('read'), inLines(codes)).toBeGreaterThan(20);
  expect(codes.size, inLines(codes)).toBeGreaterThan(10);
});
