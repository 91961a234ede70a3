import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createWorkers, type Workers } from '../../../electron/core/worker/workers.ts';

/** Answers as its order's path says, with the number of its thread. */
const program = `
import { parentPort, threadId } from 'node:worker_threads';
parentPort.on('message', ({ input: { path } }) => {
  if (path === 'die') process.exit(3);
  if (path === 'wait') return;
  if (path === 'fail') parentPort.postMessage({ kind: 'failed', message: 'broken' });
  else if (path === 'refuse') parentPort.postMessage({ kind: 'refused', code: 'notFound', params: {} });
  else parentPort.postMessage({ kind: 'result', result: { bytes: threadId } });
});
`;

let folder: string;
let workers: Workers;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'viche-workers-'));
  const file = join(folder, 'worker.mjs');
  writeFileSync(file, program);
  workers = createWorkers(file);
});
afterEach(async () => {
  await workers.stop();
  rmSync(folder, { recursive: true, force: true });
});

const run = async (path: string, options: { signal?: AbortSignal } = {}): Promise<number> =>
  (await workers.run('backup', { path, key: '', target: '' }, options)).bytes;
const refusal = (path: string, options: { signal?: AbortSignal } = {}): Promise<string> =>
  run(path, options).then(
    () => 'done',
    (error: Error) => error.message,
  );

describe('a thread beside the core', () => {
  it('does one piece of work after another', async () => {
    const first = await run('work');
    expect(await refusal('refuse')).toBe('notFound');
    expect(await run('work')).toBe(first);
  });

  it('is never given two pieces at once', async () => {
    const threads = await Promise.all([run('work'), run('work'), run('work')]);
    expect(new Set(threads).size).toBe(3);
  });

  it('that failed or died is not used again, and takes no other piece along', async () => {
    const first = await run('work');
    expect(await refusal('fail')).toBe('broken');
    const second = await run('work');
    expect(second).not.toBe(first);
    expect(await refusal('die')).toBe('worker ended with 3');
    expect(await run('work')).not.toBe(second);
  });

  it('is ended by cancelling', async () => {
    const first = await run('work');
    const cancel = new AbortController();
    const asked = refusal('wait', { signal: cancel.signal });
    cancel.abort();
    expect(await asked).toBe('cancelled');
    expect(await run('work')).not.toBe(first);
  });

  it('does not outlast a lock: it has seen a key', async () => {
    const first = await run('work');
    await workers.stop();
    expect(await run('work')).not.toBe(first);
  });
});
