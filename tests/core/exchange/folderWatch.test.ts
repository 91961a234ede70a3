// How an exchange folder is watched: by the system where it tells, by looking every few seconds where it does not.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { watch, type FSWatcher } from 'chokidar';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { tellsNothing, watchFolder } from '../../../electron/core/exchange/carriers/folderWatch.ts';

vi.mock('chokidar', { spy: true });

const own = '0199a000-0000-7000-8000-00000000000a';
const other = '0199a000-0000-7000-8000-00000000000b';
let root = '';
let stop = () => {};
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'viche-watch-'));
  vi.mocked(watch).mockClear();
});
afterEach(() => {
  stop();
  rmSync(root, { recursive: true, force: true });
});

const asked = () => vi.mocked(watch).mock.calls.map(([, options]) => options?.usePolling);
const watchers = () => vi.mocked(watch).mock.results.map(({ value }) => value as FSWatcher);
const readyOf = (watcher?: FSWatcher) => new Promise<void>((resolve) => watcher?.once('ready', resolve));
const put = (sender: string, receiver: string, name: string) => {
  mkdirSync(join(root, sender, receiver), { recursive: true });
  writeFileSync(join(root, sender, receiver, name), 'x');
};

/** Packages of new agencies come until it is noticed: polling knows only what changes after it has looked for the first time. */
const comes = (told: () => number) => {
  let number = 10;
  return vi.waitFor(
    () => {
      put(`${other.slice(0, -2)}${(number += 1)}`, own, '1.viche-package');
      expect(told()).toBeGreaterThan(0);
    },
    { timeout: 10_000, interval: 200 },
  );
};

describe('where the system tells nothing', () => {
  it.each([
    ['a share of Windows', '\\\\server\\exchange', 0xef53, true],
    ['NFS', '/mnt/a', 0x6969, true],
    ['a share mounted by Linux', '/mnt/a', 0xff534d42, true],
    ['the same as a negative number', '/mnt/a', 0xff534d42 | 0, true],
    ['a folder mounted by a program', '/mnt/a', 0x65735546, true],
    ['a disk', '/home/a', 0xef53, false],
  ])('%s', (_, path, type, expected) => {
    expect(tellsNothing(path, () => type)).toBe(expected);
  });
  it('a folder of which nothing can be told is watched', () => {
    expect(
      tellsNothing('/mnt/a', () => {
        throw new Error('ENOENT');
      }),
    ).toBe(false);
  });
});

it('what comes for us is told, what others send each other and what we write is not', async () => {
  let told = 0;
  put(other, own, '1.viche-package');
  stop = watchFolder(root, own, () => void (told += 1));
  await readyOf(watchers()[0]);
  expect(asked()).toEqual([false]);
  put(other, other, '1.viche-package');
  put(own, other, '1.viche-package');
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(told).toBe(0);
  put(other, own, '2.viche-package');
  await vi.waitFor(() => expect(told).toBeGreaterThan(0), 10_000);
});

it('a polled folder is looked at in its rhythm, and no more once it is stopped', async () => {
  let told = 0;
  stop = watchFolder(root, own, () => void (told += 1), { isPolled: true, rhythm: 50 });
  await readyOf(watchers()[0]);
  expect(asked()).toEqual([true]);
  await comes(() => told);
  stop();
  const before = told;
  put(other, own, '2.viche-package');
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(told).toBe(before);
});

it('where watching fails the folder is polled instead, once; a polled one that fails is left to the look every minute', async () => {
  let told = 0;
  stop = watchFolder(root, own, () => void (told += 1), { rhythm: 50 });
  await readyOf(watchers()[0]);
  watchers()[0]?.emit('error', Object.assign(new Error('too many watches'), { code: 'ENOSPC' }));
  expect(asked()).toEqual([false, true]);
  await readyOf(watchers()[1]);
  await comes(() => told);
  watchers()[1]?.emit('error', new Error('gone'));
  expect(asked()).toEqual([false, true]);
});
