// Issue: 100,000 changes and 1 GB of attachments in under 300 MB of memory: to look at them and to merge them, each in a
// process of its own, as the program's thread does it.
import { spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { workingGroup } from '../../../electron/core/directory/tables.ts';
import { runPackage, sealAll } from '../../../electron/core/exchange/sending/sendTasks.ts';
import { setParticipants } from '../../../electron/core/exchange/trust/participants.ts';
import { keepChunks } from '../../../electron/core/files/contents.ts';
import { attachment } from '../../../electron/core/files/tables.ts';
import { meeting } from '../../../electron/core/meetings/tables.ts';
import { schemaVersion } from '../../../electron/core/workspace/migrate.ts';
import { introduce, makeAgency, type TestAgency } from '../../fixtures/agency.ts';
import type { LargeReceived, LargeReceiving } from '../../fixtures/largeReceiving.ts';
import { program } from '../../fixtures/programs.ts';

const changes = 100_000;
const fieldsOfOne = 6;
const files = 20;
const megabytesOfOne = 50;
const mebibyte = 1024 * 1024;

const folder = mkdtempSync(join(tmpdir(), 'viche-receiving-'));
const agencies: TestAgency[] = [];
afterAll(() => {
  for (const agency of agencies) agency.remove();
  rmSync(folder, { recursive: true, force: true });
});

const noise = randomBytes(mebibyte);
/** Content that no other file has: noise told apart by its beginning. */
function* chunksOf(n: number): Generator<Buffer> {
  for (let at = 0; at < megabytesOfOne; at += 1) {
    const chunk = Buffer.from(noise);
    chunk.writeUInt32LE(n, 0);
    chunk.writeUInt32LE(at, 4);
    yield chunk;
  }
}

async function* slowly<T>(pieces: Iterable<T>): AsyncGenerator<T> {
  yield* pieces;
}

function hashOf(n: number): string {
  const hash = createHash('sha256');
  for (const chunk of chunksOf(n)) hash.update(chunk);
  return hash.digest('hex');
}

/** A group with so many meetings and files. */
async function fill({ workspace, author }: TestAgency): Promise<string> {
  workspace.sqlite.pragma('synchronous = OFF');
  const groupId = workspace.ledger.write(author, { label: 'test' }, (w) => w.insert(workingGroup, { name: 'Рада' }));
  const meetings: string[] = [];
  const place = 'м. Полтава';
  for (let left = Math.ceil(changes / fieldsOfOne); left > 0; left -= 1000)
    workspace.ledger.write(author, { label: 'test' }, (w) => {
      for (let n = 0; n < Math.min(left, 1000); n += 1)
        meetings.push(
          w.insert(meeting, { groupId, title: `Засідання ${left - n}`, place, number: `${n}`, heldOn: '2026-03-11' }),
        );
    });
  for (let n = 0; n < files; n += 1) {
    const [sha256, size] = [hashOf(n), megabytesOfOne * mebibyte];
    await keepChunks(workspace, sha256, size, slowly(chunksOf(n)));
    const ownerId = meetings[n] ?? '';
    workspace.ledger.write(author, { label: 'test' }, (w) =>
      w.insert(attachment, { ownerEntity: 'meeting', ownerId, name: `Додаток ${n}.bin`, size, sha256 }),
    );
  }
  return groupId;
}

/** Does a piece of receiving in a process of its own, with as much for what is just made as the program's threads have. */
function receive({ path, key, workspace }: TestAgency, order: LargeReceiving['order']): LargeReceived {
  const input: LargeReceiving = { path, key, device: workspace.ledger.device, order };
  const run = spawnSync(process.execPath, ['--max-semi-space-size=16', program('largeReceiving')], {
    input: JSON.stringify(input),
    encoding: 'utf8',
  });
  expect(run.status, run.stderr).toBe(0);
  return JSON.parse(run.stdout) as LargeReceived;
}

const megabytes = (bytes: number): number => Math.round(bytes / 1e6);

it('a package of 100,000 changes and 1 GB is looked at and merged in under 300 MB of memory', async () => {
  const [sender, receiver] = [await makeAgency('Громада'), await makeAgency('Область')];
  agencies.push(sender, receiver);
  introduce(sender, receiver);
  const groupId = await fill(sender);
  setParticipants(sender.workspace, sender.author, { groupId, agencyIds: [receiver.agencyId] });
  sealAll(sender.workspace);
  const path = join(folder, 'large.viche-package');
  const { bytes } = await runPackage(
    {
      path: sender.path,
      key: sender.key,
      device: sender.workspace.ledger.device,
      agencyId: receiver.agencyId,
      full: false,
      target: path,
      number: 1,
      schema: schemaVersion,
      now: sender.clock.now(),
    },
    () => undefined,
  );
  expect(bytes).toBeGreaterThan(files * megabytesOfOne * mebibyte);

  const { author, clock } = receiver;
  const staged = { path, fileName: 'large.viche-package', carrier: 'file' as const };
  const looked = receive(receiver, {
    name: 'exchangeInspect',
    input: { staged, author, language: 'uk', now: clock.now() },
  });
  const merge = { staged, fileSha256: looked.fileSha256 ?? '', author, join: [groupId], now: clock.now() };
  const merged = receive(receiver, { name: 'exchangeMerge', input: merge });
  console.log(
    `a package of ${megabytes(bytes)} MB: looked at in ${megabytes(looked.growth)} MB more, ${looked.seconds.toFixed(1)} s; merged in ${megabytes(merged.growth)} MB more, ${merged.seconds.toFixed(1)} s; pages ${JSON.stringify(looked.pages)}`,
  );
  const count = (table: string) =>
    receiver.workspace.sqlite.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get() ?? 0;
  expect(count('meeting')).toBe(Math.ceil(changes / fieldsOfOne));
  expect(count('attachment_chunk')).toBe(files * megabytesOfOne);
  expect(count('staged_batch')).toBe(0);
  expect(looked.pages?.records).toBeGreaterThan(changes / fieldsOfOne);
  expect(megabytes(looked.growth)).toBeLessThan(300);
  expect(megabytes(merged.growth)).toBeLessThan(300);
  // A page of the change list is there between two keystrokes, whatever has come.
  expect(Math.max(looked.pages?.first ?? 1000, looked.pages?.middle ?? 1000)).toBeLessThan(100);
  expect(looked.pages?.search).toBeLessThan(500);
}, 1_200_000);
