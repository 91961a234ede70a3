import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { createApp } from '../../electron/core/app.ts';
import type { Client } from '../../shared/contract/index.ts';
import { median, milliseconds, type Measured } from './measure.ts';
import { generate, largeSize, lieIn, openThere, smallSize, temporaryFolder, type Generated } from './workspaces.ts';

const rounds = 20;
/** What no call of the core may take, in milliseconds. */
const limit = 50;

/** The core of a door, without the door: every call goes through the contract as a page's does. */
export async function coreOver(home: string, generated: Generated) {
  mkdirSync(home);
  lieIn(home, generated);
  const app = createApp({
    door: 'cli',
    version: '0',
    resources: join(process.cwd(), 'resources'),
    documents: join(home, 'documents'),
    installation: join(home, 'installation'),
    keyStore: null,
    worker: join(process.cwd(), 'out', 'main', 'worker.js'),
    log: ({ message }) => console.error(message),
  });
  const client: Client = createRouterClient(app.router, { context: { session: 'bench' } });
  await openThere(client);
  return { client, close: () => app.close() };
}

/** What a person waits for, by the name a person would give it. */
export type Calls = Record<string, () => Promise<unknown>>;

/**
 * Every call at full size against a hundredth of it, in turn.
 * @param then what else is measured while both workspaces are open
 */
export async function compareCalls(
  callsOf: (client: Client, at: Generated) => Promise<Calls>,
  then: (big: Client, at: Generated) => Promise<Measured[]> = () => Promise.resolve([]),
): Promise<Measured[]> {
  const { folder, remove } = temporaryFolder();
  const homes = temporaryFolder('viche-homes-');
  const results: Measured[] = [];
  try {
    const [large, small] = [await generate(folder, 'large', largeSize), await generate(folder, 'small', smallSize)];
    const big = await coreOver(join(homes.folder, 'large'), large);
    const little = await coreOver(join(homes.folder, 'small'), small);
    const [bigCalls, littleCalls] = [await callsOf(big.client, large), await callsOf(little.client, small)];
    let slowest = { name: '', time: 0 };
    for (const [name, call] of Object.entries(bigCalls)) {
      const times: [number[], number[]] = [[], []];
      for (let round = 0; round <= rounds; round += 1)
        for (const [at, one] of [call, littleCalls[name]].entries()) {
          const start = performance.now();
          await one?.();
          // The first round warms up.
          if (round > 0) times[at === 0 ? 0 : 1].push(performance.now() - start);
        }
      const worst = Math.max(...times[0]);
      if (worst > slowest.time) slowest = { name, time: worst };
      const [ours, other] = [median(times[0]), median(times[1])];
      results.push({
        name: `${name}, full size / a hundredth`,
        ratio: ours / other,
        detail: `${milliseconds(ours)} / ${milliseconds(other)}, slowest of ${rounds} ${milliseconds(worst)}${worst > limit ? ' !' : ''}`,
      });
    }
    results.push({
      name: 'the slowest call of all',
      ratio: null,
      detail: `${milliseconds(slowest.time)}, ${slowest.name}`,
    });
    results.push(...(await then(big.client, large)));
    await big.close();
    await little.close();
  } finally {
    homes.remove();
    remove();
  }
  return results;
}
