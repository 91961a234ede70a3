import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { aliases } from './vite.renderer.config.ts';

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
  },
});
