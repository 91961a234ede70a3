// A package of 100,000 changes and 1 GB of attachments, written and read in a process of its own: under 300 MB of memory
// more, as progress tells, and whole at the end.
import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

interface Measured {
  megabytes: number;
  batches: number;
  attachments: number;
  isSame: boolean;
  progress: { writing: number; reading: number; isRising: boolean };
  growthWriting: number;
  growthReading: number;
  growthLibrary: number;
}

it('100,000 changes and 1 GB of attachments go and come in under 300 MB of memory', () => {
  const program = new URL('../../fixtures/largePackage.ts', import.meta.url).pathname;
  const run = spawnSync(process.execPath, [program, '100000', '20', '50000000'], {
    encoding: 'utf8',
    timeout: 500_000,
  });
  expect(run.status, run.stderr).toBe(0);
  console.log(run.stdout.trim());
  const measured = JSON.parse(run.stdout) as Measured;
  expect(measured).toMatchObject({ batches: 50, attachments: 20, isSame: true });
  expect(measured.megabytes).toBeGreaterThan(1000);
  expect(measured.progress.isRising).toBe(true);
  expect(Math.min(measured.progress.writing, measured.progress.reading)).toBeGreaterThan(1000);
  expect(Math.max(measured.growthWriting, measured.growthReading, measured.growthLibrary)).toBeLessThan(300);
});
