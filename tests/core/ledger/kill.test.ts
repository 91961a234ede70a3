import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { program } from '../../fixtures/programs.ts';
import { soundState, withoutIds } from '../../fixtures/soundState.ts';

const folder = mkdtempSync(join(tmpdir(), 'viche-kill-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const key = 'ab'.repeat(48);

/** Runs the writer in a process of its own that kills itself (SIGKILL) before its `n`th statement. */
function run(path: string, act: 'prepare' | 'write' | 'receive', n: number) {
  const { status, signal, stdout, stderr } = spawnSync(
    process.execPath,
    [program('killedWriter'), path, key, act, String(n)],
    {
      encoding: 'utf8',
    },
  );
  if (status !== 0 && signal !== 'SIGKILL') throw new Error(stderr);
  return { killed: signal === 'SIGKILL', statements: Number(stdout) };
}

const state = (path: string): string => soundState(path, key, withoutIds);

test.each(['write', 'receive'] as const)(
  'a kill between any two statements of a %s leaves the file as before or as after',
  (act) => {
    const prepared = join(folder, `${act}-prepared.viche`);
    run(prepared, 'prepare', -1);
    const before = state(prepared);
    const copy = (name: string) => {
      const path = join(folder, `${act}-${name}.viche`);
      copyFileSync(prepared, path);
      return path;
    };
    const whole = copy('whole');
    const { statements } = run(whole, act, -1);
    const after = state(whole);
    expect(after).not.toBe(before);
    expect(statements).toBeGreaterThan(20);
    const seen = new Set<string>();
    // Some from all over, and all of the last ones, where the commit is.
    const step = Math.ceil(statements / 8);
    for (let n = 0; n < statements; n += n >= statements - 4 ? 1 : Math.min(step, Math.max(1, statements - 4 - n))) {
      const path = copy(String(n));
      expect(run(path, act, n).killed).toBe(true);
      const found = state(path);
      expect([before, after]).toContain(found);
      seen.add(found);
    }
    expect(seen.has(before)).toBe(true);
    // And the work can be done again as if nothing had happened.
    const again = copy('again');
    run(again, act, 0);
    run(again, act, -1);
    expect(state(again)).toBe(after);
  },
  240_000,
);
