// `npm run dev`: Viche built again whenever a source changes, and started again when the change is not the page's alone.
// It runs the very files that are handed out, behind the same door and content security policy; reload the page by hand.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { build, sources } from './build.mjs';
import { chooseDoor } from './door.mjs';
import { Refusal, root } from './toolchain.mjs';

/** Editors write a file in several steps, and one often saves several files. */
const calmMillis = 300;

const pageOnly = ['renderer', 'resources'];

/** @param {readonly string[]} args as for `npm start` @returns {Promise<number>} exit code of the door the person closed */
export const dev = async (args) => {
  build();
  const door = await chooseDoor(args);
  const open = () => spawn(door.command, door.args, { cwd: root, stdio: 'inherit' });
  let child = open();

  /** @type {Set<string>} */
  let changed = new Set();
  /** @type {((value: 'changed') => void) | undefined} */
  let wake;
  for (const folder of sources) {
    watch(join(root, folder), { recursive: true }, () => {
      changed.add(folder);
      wake?.('changed');
    });
  }
  for (;;) {
    /** @type {Promise<'changed'>} */
    const change = new Promise((resolve) => {
      wake = resolve;
      // What was saved while the last build ran.
      if (changed.size > 0) resolve('changed');
    });
    const closed = once(child, 'exit').then(([code]) => Number(code ?? 1));
    const what = await Promise.race([closed, change]);
    if (what !== 'changed') return what;
    await wait(calmMillis);
    const folders = [...changed];
    changed = new Set();
    try {
      build();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      console.error(error.message);
      continue;
    }
    if (folders.every((folder) => pageOnly.includes(folder))) {
      console.error('Built. Reload the page.');
      continue;
    }
    child.kill('SIGTERM');
    await closed;
    child = open();
    console.error('Built and started again.');
  }
};
