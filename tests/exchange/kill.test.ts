// Issue: proof. A computer that dies at any step of sending or receiving loses nothing and has nothing by half.
import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { workingGroup } from '../../electron/core/directory/tables.ts';
import { listOwn, ownFolder } from '../../electron/core/exchange/carriers/folderFiles.ts';
import { signReceipt } from '../../electron/core/exchange/package/receipt.ts';
import { noteEntry, type NewEntry } from '../../electron/core/exchange/receiving/log.ts';
import { inspectPackage } from '../../electron/core/exchange/receiving/receiveTasks.ts';
import { runPackage, sealAll, type PackageTask } from '../../electron/core/exchange/sending/sendTasks.ts';
import { readKeys } from '../../electron/core/exchange/trust/keys.ts';
import { setParticipants } from '../../electron/core/exchange/trust/participants.ts';
import { agendaItem, meeting, speech } from '../../electron/core/meetings/tables.ts';
import { schemaVersion } from '../../electron/core/workspace/migrate.ts';
import { introduce, makeAgency, type TestAgency } from '../fixtures/agency.ts';
import type { KilledExchange } from '../fixtures/killedExchange.ts';
import { runKilled as run } from '../fixtures/runKilled.ts';
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
function killAtEveryStep(of: TestAgency, what: string, orderAt: (path: string) => KilledExchange, least = 30): number {
  const { key } = of;
  const before = state(copyOf(of, `${what}-before`), key);
  const whole = copyOf(of, `${what}-whole`);
  const { steps } = run(orderAt(whole), -1);
  const after = state(whole, key);
  expect(after).not.toBe(before);
  expect(steps).toBeGreaterThan(least);
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

const writing =
  (of: TestAgency, name: 'exchangeSeal' | 'exchangeMerge', input: object) =>
  (path: string): KilledExchange =>
    ({
      kind: 'write',
      input: { path, key: of.key, device: of.workspace.ledger.device, order: { name, input } },
    }) as KilledExchange;

/** What a package is made from: all that is sealed, unless it says otherwise. */
const packing = (
  from: TestAgency,
  to: TestAgency,
  more: Pick<PackageTask['input'], 'target' | 'number'> & Partial<PackageTask['input']>,
): PackageTask['input'] => ({
  path: from.path,
  key: from.key,
  agencyId: to.agencyId,
  full: true,
  device: from.workspace.ledger.device,
  schema: schemaVersion,
  now: from.clock.now(),
  ...more,
});

test('rules 11 and 16: a kill at any step of sealing leaves streams and batches as before or as after', () => {
  const { a: of } = both();
  expect(killAtEveryStep(of, 'seal', writing(of, 'exchangeSeal', {}))).toBeGreaterThan(4);
}, 300_000);

test('rule 14: a kill at any step of making a package leaves no file or a whole one, and the workspace as it was', async () => {
  const { a: from, b: to } = both();
  sealAll(from.workspace);
  const path = copyOf(from, 'package');
  const inputFor = (target: string) => packing(from, to, { path, full: false, target, number: 1 });
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
    const { preview } = await inspectPackage(
      workspace,
      { staged, author, language: 'uk', now: clock.now() },
      () => undefined,
    );
    expect(preview.counts.new).toBeGreaterThan(0);
  }
  expect(complete).toBe(1);
}, 300_000);

test('rule 16: a kill at any step of a merge leaves nothing half-merged, and the next try merges all', async () => {
  const { a: from, b: to } = both();
  sealAll(from.workspace);
  const target = join(folder, 'merged.viche-package');
  await runPackage(packing(from, to, { target, number: 2 }), () => undefined);
  const staged = { path: target, fileName: 'merged.viche-package', carrier: 'file' as const };
  const { author, clock, workspace } = to;
  const now = clock.now();
  const { preview, fileSha256 } = await inspectPackage(
    workspace,
    { staged, author, language: 'uk', now },
    () => undefined,
  );
  const groups = preview.offered.map(({ id }) => id);
  const order = { staged, fileSha256, author, join: groups, now };
  expect(killAtEveryStep(to, 'merge', writing(to, 'exchangeMerge', order))).toBeGreaterThan(4);
}, 300_000);

const manifestSha256 = 'a'.repeat(64);
const sentEntry: NewEntry = {
  direction: 'sent',
  agencyId: '',
  at: '2026-03-12T08:00:00.000Z',
  carrier: 'folder',
  fileName: '7.viche-package',
  number: 7,
  bytes: 1000,
  changes: 5,
  attachments: 0,
  refused: 0,
  held: 0,
  conflicts: 0,
  manifestSha256,
  details: { reaches: {}, files: [] },
};

test('rule 16: a kill while a package is noted as sent or its receipt is taken leaves both as before or as after', () => {
  const { a: from, b: to } = both();
  const { key, workspace, clock } = from;
  const entry = { ...sentEntry, agencyId: to.agencyId };
  killAtEveryStep(from, 'note', (path) => ({ kind: 'note', input: { path, key, entry } }), 0);
  noteEntry(workspace, entry);
  const keys = readKeys(to.workspace);
  const bytes = signReceipt(
    {
      from: { agencyId: to.agencyId, fingerprint: keys.fingerprint },
      to: { agencyId: from.agencyId, fingerprint: readKeys(workspace).fingerprint },
      manifest: manifestSha256,
      incarnation: to.workspace.ledger.device,
      have: {},
      wants: [],
      refused: [],
      at: new Date(clock.now()).toISOString(),
    },
    keys.sign,
  );
  const input = { key, receipt: bytes.toString('base64'), now: clock.now() };
  const untouched = killAtEveryStep(from, 'heed', (path) => ({ kind: 'heed', input: { path, ...input } }), 5);
  expect(untouched).toBeGreaterThan(3);
}, 300_000);

test('rule 19: a kill while the folder gets a package or a receipt leaves none by half; the next try tidies up and goes on', async () => {
  const { a: from, b: to } = both();
  sealAll(from.workspace);
  const root = mkdtempSync(join(folder, 'exchange-'));
  const path = copyOf(from, 'folder');
  const target = join(await ownFolder(root, from.agencyId, to.agencyId), '1.viche-package');
  const sent: KilledExchange = { kind: 'package', input: packing(from, to, { path, target, number: 1 }) };
  const receipt: KilledExchange = {
    kind: 'answer',
    input: {
      root,
      own: from.agencyId,
      receiver: to.agencyId,
      number: 3,
      receipt: Buffer.from('receipt').toString('base64'),
    },
  };
  const names = () => readdirSync(join(root, from.agencyId, to.agencyId)).toSorted();
  for (const [order, name] of [
    [sent, '1.viche-package'],
    [receipt, '3.viche-receipt'],
  ] as const) {
    const there = names();
    const { steps } = run(order, -1);
    expect(names()).toEqual([...there, name]);
    for (const n of [...someOf(steps), -3, -2]) {
      rmSync(join(root, from.agencyId, to.agencyId, name), { force: true });
      expect(run(order, n).killed).toBe(true);
      const seen = (await listOwn(root, from.agencyId)).map((file) => file.name).toSorted();
      expect([there, [...there, name]]).toContainEqual(seen);
      // The next start takes away what has no name yet, and writes it whole.
      await ownFolder(root, from.agencyId, to.agencyId);
      expect(names()).toEqual(seen);
      expect(run(order, -1).killed).toBe(false);
      expect(names()).toEqual([...there, name]);
    }
  }
  const staged = { path: target, fileName: '1.viche-package', carrier: 'folder' as const };
  const { preview } = await inspectPackage(
    to.workspace,
    { staged, author: to.author, language: 'uk', now: to.clock.now() },
    () => undefined,
  );
  expect(preview.counts.refused).toBe(0);
}, 300_000);

test('issue: a kill at any step of the backup before a merge leaves the workspace as it was and no backup that does not open', () => {
  const { b: of } = both();
  const { key } = of;
  const path = copyOf(of, 'backup');
  const before = state(path, key);
  const at = (name: string): KilledExchange => ({ kind: 'backup', input: { path, key, target: join(folder, name) } });
  const { steps } = run(at('whole.backup'), -1);
  expect(state(join(folder, 'whole.backup'), key)).toBe(before);
  const left: boolean[] = [];
  for (let n = 0; n < steps; n += 1) {
    const name = `${n}.backup`;
    expect(run(at(name), n).killed).toBe(true);
    expect(state(path, key)).toBe(before);
    const isThere = readdirSync(folder).includes(name);
    left.push(isThere);
    // The next start makes it.
    if (!isThere) run(at(name), -1);
    expect(state(join(folder, name), key)).toBe(before);
  }
  expect(left).toContain(false);
}, 300_000);
