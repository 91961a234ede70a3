// Spoiled packages, layer by layer and by a seed: each is refused with a code that has words, or read and equal.
// Twenty times as many run in `npm run test:long`.
import { expect, it } from 'vitest';
import { inLines, readSpoiled } from '../fixtures/fuzz/readSpoiled.ts';

it('1,000 spoiled packages are refused with a code, or read as they were packed', async () => {
  const { codes, faults, kinds, growth } = await readSpoiled(1, 1000);
  expect(faults).toEqual([]);
  expect(kinds.size, inLines(kinds)).toBeGreaterThan(60);
  // Every refusal of a reader that a package can bring about; a reader that refuses all for one reason proves nothing.
  expect([...codes.keys()], inLines(codes)).toEqual(
    expect.arrayContaining([
      'read',
      'notAPackage',
      'packageForeignEncryption',
      'packageDamaged',
      'packageCutShort',
      'packageMalformed',
      'packageEntryWrong',
      'packageEntryTooLarge',
      'packageManifestWrong',
      'packageNewer',
      'packageOtherReceiver',
      'packageSignatureWrong',
      'packageHashWrong',
      'in a batch: read',
      'in a batch: batchDamaged',
      'in a batch: batchAltered',
      'in a batch: batchSignatureWrong',
    ]),
  );
  expect(growth).toBeLessThan(300 * 1024 * 1024);
});
