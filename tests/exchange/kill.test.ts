// Issue: proof. A computer that dies at any step of sending or receiving loses nothing and has nothing by half.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { workingGroup } from '../../electron/core/directory/tables.ts';
import { inspectPackage } from '../../electron/core/exchange/receiving/receiveTasks.ts';
import { runPackage, sealAll } from '../../electron/core/exchange/sending/sendTasks.ts';
import { setParticipants } from '../../electron/core/exchange/trust/participants.ts';
import { agendaItem, meeting, speech } from '../../electron/core/meetings/tables.ts';
import { schemaVersion } from '../../electron/core/workspace/migrate.ts';
import { introduce, makeAgency, type TestAgency } from '../fixtures/agency.ts';
import type { KilledExchange } from '../fixtures/killedExchange.ts';
import { program } from '../fixtures/programs.ts';
import { soundState, withoutTimes } from '../fixtures/soundState.ts';

const folder = mkdtempSync(join(tmpdir(), 'viche-kill-'));
let [a, b]: TestAgency[] = [];
afterAll(() => {
  a?.remove();
  b?.remove();
  rmSync(folder, { recursive: true, force: true });
});

const both = () => {
  if (!a || !b) throw new Error('there are no agencies');
  return { a, b };
};

beforeAll(async () => {
  [a, b] = [await makeAgency('Громада'), await makeAgency('Область')];
  const { agencyId } = b;
  const { workspace, author } = a;
  introduce(a, b);
  const groupId = workspace.ledger.write(author, { label: 'test' }, (w) => {
    const id = w.insert(workingGroup, { name: 'Рада' });
    for (const title of ['Перше', 'Друге']) {
      const meetingId = w.insert(meeting, { groupId: id, title });
      w.insert(speech, { itemId: w.insert(agendaItem, { meetingId, title }), text: 'Слова' });
    }
    return id;
  });
  setParticipants(workspace, author, { groupId, agencyIds: [agencyId] });
});

/** Does one piece of work in a process of its own that kills itself before its `n`th step. */
function run(order: KilledExchange, n: number): { killed: boolean; steps: number } {
  const input = JSON.stringify(order);
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, [program('killedExchange'), String(n)], {
    input,
    encoding: 'utf8',
  });
  if (status !== 0 && signal !== 'SIGKILL') throw new Error(stderr);
  return { killed: signal === 'SIGKILL', steps: Number(stdout) };
}

const state = (path: string, key: string): string => soundState(path, key, withoutTimes, '%search%');

/** Some from all over, and all of the last ones, where the commit is. */
const someOf = (steps: number): number[] => {
  const last = Math.max(0, steps - 3);
  const stride = Math.max(1, Math.ceil(last / 5));
  return Array.from({ length: steps }, (_, n) => n).filter((n) => n >= last || n % stride === 0);
};

/** A copy of an agency's workspace, everything in one file. */
function copyOf({ workspace, path }: TestAgency, name: string): string {
  workspace.sqlite.pragma('wal_checkpoint(TRUNCATE)');
  const copy = join(folder, `${name}.viche`);
  copyFileSync(path, copy);
  return copy;
}

/** Returns how often the file was as before. */
function killAtEveryStep(of: TestAgency, what: 'exchangeSeal' | 'exchangeMerge', input: object): number {
  const { key } = of;
  const { device } = of.workspace.ledger;
  const orderAt = (path: string) =>
    ({ kind: 'write', input: { path, key, device, order: { name: what, input } } }) as KilledExchange;
  const before = state(copyOf(of, `${what}-before`), key);
  const whole = copyOf(of, `${what}-whole`);
  const { steps } = run(orderAt(whole), -1);
  const after = state(whole, key);
  expect(after).not.toBe(before);
  expect(steps).toBeGreaterThan(30);
  let untouched = 0;
  for (const n of someOf(steps)) {
    const path = copyOf(of, `${what}-${n}`);
    expect(run(orderAt(path), n).killed).toBe(true);
    const found = state(path, key);
    expect([before, after]).toContain(found);
    if (found === before) untouched += 1;
  }
  // The next start goes on: the same work brings the file where it would have been.
  const again = copyOf(of, `${what}-again`);
  run(orderAt(again), steps >> 1);
  run(orderAt(again), -1);
  expect(state(again, key)).toBe(after);
  return untouched;
}

test('rules 11 and 16: a kill at any step of sealing leaves streams and batches as before or as after', () => {
  expect(killAtEveryStep(both().a, 'exchangeSeal', {})).toBeGreaterThan(4);
}, 300_000);

test('rule 14: a kill at any step of making a package leaves no file or a whole one, and the workspace as it was', async () => {
  const { a: from, b: to } = both();
  sealAll(from.workspace);
  const path = copyOf(from, 'package');
  const inputFor = (target: string) => ({
    path,
    key: from.key,
    agencyId: to.agencyId,
    full: false,
    device: from.workspace.ledger.device,
    schema: schemaVersion,
    target,
    number: 1,
    now: from.clock.now(),
  });
  const orderFor = (name: string): KilledExchange => ({ kind: 'package', input: inputFor(join(folder, name)) });
  const before = state(path, from.key);
  const { steps } = run(orderFor('whole.viche-package'), -1);
  let complete = 0;
  for (const n of [...someOf(steps), -3, -2]) {
    const name = `${n}.viche-package`;
    expect(run(orderFor(name), n).killed).toBe(true);
    expect(state(path, from.key)).toBe(before);
    if (!readdirSync(folder).includes(name)) continue;
    complete += 1;
    const staged = { path: join(folder, name), fileName: name, carrier: 'file' as const };
    const { author, clock, workspace } = to;
    const { preview } = await inspectPackage(workspace, { staged, author, now: clock.now() }, () => undefined);
    expect(preview.counts.new).toBeGreaterThan(0);
  }
  expect(complete).toBe(1);
}, 300_000);

test('rule 16: a kill at any step of a merge leaves nothing half-merged, and the next try merges all', async () => {
  const { a: from, b: to } = both();
  sealAll(from.workspace);
  const target = join(folder, 'merged.viche-package');
  await runPackage(
    {
      path: from.path,
      key: from.key,
      agencyId: to.agencyId,
      full: true,
      device: from.workspace.ledger.device,
      schema: schemaVersion,
      target,
      number: 2,
      now: from.clock.now(),
    },
    () => undefined,
  );
  const staged = { path: target, fileName: 'merged.viche-package', carrier: 'file' as const };
  const { author, clock, workspace } = to;
  const now = clock.now();
  const { preview, fileSha256 } = await inspectPackage(workspace, { staged, author, now }, () => undefined);
  const groups = preview.offered.map(({ id }) => id);
  const order = { staged, fileSha256, author, join: groups, now };
  expect(killAtEveryStep(to, 'exchangeMerge', order)).toBeGreaterThan(4);
}, 300_000);
