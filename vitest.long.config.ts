import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { aliases } from './vite.renderer.config.ts';

/** From the longest: what takes minutes and begins last leaves the other cores with nothing to do. */
const longest = ['convergeShort', 'convergeShortToo', 'receivingMemory', 'converge', 'package', 'received'];

const placeOf = ({ moduleId }: TestSpecification): number => {
  const place = longest.findIndex((name) => moduleId.endsWith(`/${name}.long.test.ts`));
  return place < 0 ? longest.length : place;
};

class LongestFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return Promise.resolve(files.toSorted((a, b) => placeOf(a) - placeOf(b)));
  }
}

/** The proofs that take minutes, `npm run test:long`: the same tests as their short siblings, with far more cases. */
export default defineConfig({
  resolve: { alias: aliases },
  test: {
    include: ['tests/{core,exchange,fuzz}/**/*.long.test.ts'],
    environment: 'node',
    pool: 'forks',
    maxWorkers: availableParallelism(),
    testTimeout: 10 * 60_000,
    hookTimeout: 60_000,
    sequence: { sequencer: LongestFirst },
  },
});
