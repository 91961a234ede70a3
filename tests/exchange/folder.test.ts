// The exchange folder (rule 19): files only, carried by other programs, and a person looks before anything is merged.
import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { befriend, refusedWith, type Agency } from '../fixtures/agencies.ts';
import { agenciesOfTest } from '../fixtures/agenciesOfTest.ts';
import { filesBelow, receiveWaiting, useFolder, visit } from '../fixtures/exchangeFolder.ts';
import { resultOf } from '../fixtures/longWork.ts';

const { start, folder } = agenciesOfTest();

async function two(doors: { a?: 'cli' | 'browser'; b?: 'cli' | 'browser' } = {}) {
  const a = await start('Обласна адміністрація', { door: doors.a ?? 'cli' });
  const b = await start('Громада', { door: doors.b ?? 'cli' });
  await befriend(a, b);
  const { id: groupId } = await a.client.directory.addGroup({ name: 'Рада з протидії', language: 'uk' });
  await a.client.exchange.setParticipants({ groupId, agencyIds: [b.agencyId] });
  return { a, b, groupId, root: folder() };
}

const rename = (by: Agency, groupId: string, name: string) =>
  by.client.directory.updateGroup({ id: groupId, patch: { name } });
const nameAt = async (by: Agency, groupId: string) => (await by.client.directory.group({ id: groupId })).name;

it('rule 19: each writes only its own folder, sends until it is acknowledged, and takes away what is', async () => {
  const { a, b, groupId, root } = await two();
  expect(await a.client.exchange.syncFolder()).toMatchObject({ folder: null, waiting: [] });
  expect(await useFolder(a, root)).toMatchObject({ folder: root, trouble: null, watching: false });
  await useFolder(b, root);
  const own = join(a.agencyId, b.agencyId);
  expect((await a.client.exchange.syncFolder()).trouble).toBeNull();
  expect(filesBelow(root)).toEqual([join(own, '1.viche-package')]);
  const first = readFileSync(join(root, own, '1.viche-package'));

  // Nothing is written where nothing is new; what was lost is sent again.
  await a.client.exchange.syncFolder();
  expect(readFileSync(join(root, own, '1.viche-package')).equals(first)).toBe(true);
  rmSync(join(root, own, '1.viche-package'));
  await a.client.exchange.syncFolder();
  expect(filesBelow(root)).toEqual([join(own, '2.viche-package')]);
  // A newer package takes the place of the one that nobody has read.
  await rename(a, groupId, 'Рада А');
  await a.client.exchange.syncFolder();
  expect(filesBelow(root)).toEqual([join(own, '3.viche-package')]);

  const { waiting } = await b.client.exchange.syncFolder();
  expect(waiting).toMatchObject([{ agencyId: a.agencyId, agency: a.name, name: '3.viche-package' }]);
  expect(await nameAt(a, groupId)).toBe('Рада А');
  expect((await b.client.today.counts()).exchange).toBe(1);
  const { entry, receipt } = await receiveWaiting(b, waiting[0]?.ref ?? '');
  expect(entry).toMatchObject({ carrier: 'folder', direction: 'received', agencyId: a.agencyId });
  expect(receipt).toBeNull();
  expect(await nameAt(b, groupId)).toBe('Рада А');
  const answer = join(b.agencyId, a.agencyId, '3.viche-receipt');
  expect(filesBelow(root)).toEqual([join(own, '3.viche-package'), answer].toSorted());
  expect((await b.client.exchange.syncFolder()).waiting).toEqual([]);
  expect((await b.client.today.counts()).exchange).toBe(0);

  await a.client.exchange.syncFolder();
  expect(filesBelow(root)).toEqual([answer]);
  expect((await a.client.exchange.status()).agencies[0]).toMatchObject({ unacknowledged: 0, unsent: 0 });
  // The other way, and a receipt that was lost after the merge is written again.
  await rename(b, groupId, 'Рада Б');
  await b.client.exchange.syncFolder();
  expect(await visit(a)).toBe(1);
  expect(await nameAt(a, groupId)).toBe('Рада Б');
  rmSync(join(root, a.agencyId, b.agencyId, '1.viche-receipt'));
  await a.client.exchange.syncFolder();
  expect(existsSync(join(root, a.agencyId, b.agencyId, '1.viche-receipt'))).toBe(true);
  await b.client.exchange.syncFolder();
  expect(filesBelow(root)).toEqual([join(a.agencyId, b.agencyId, '1.viche-receipt'), answer].toSorted());
});

it('half-synchronised files are waited for, and temporary names are passed over', async () => {
  const { a, b, groupId, root } = await two();
  const remote = folder();
  await useFolder(a, root);
  await useFolder(b, remote);
  await a.client.exchange.syncFolder();
  const inFolder = join(a.agencyId, b.agencyId);
  const whole = readFileSync(join(root, inFolder, '1.viche-package'));
  const there = join(remote, inFolder);
  mkdirSync(there, { recursive: true });
  for (const name of [
    '.syncthing.1.viche-package.tmp',
    '1.viche-package.part',
    '.1.viche-package.77.part',
    '~1.viche-package',
    '1.sync-conflict-20260101-101010-ABCDEFG.viche-package',
  ])
    writeFileSync(join(there, name), whole);
  expect((await b.client.exchange.syncFolder()).waiting).toEqual([]);

  const target = join(there, '1.viche-package');
  writeFileSync(target, whole.subarray(0, whole.length >> 1));
  const growing = setInterval(() => appendFileSync(target, ' '), 150);
  const early = await b.client.exchange.syncFolder();
  clearInterval(growing);
  expect(early.waiting).toEqual([]);
  truncateSync(target, whole.length >> 1);
  // It stands still, so it is listed; but it cannot be read to its end, and that is no fault of the sender's yet.
  const [half] = (await b.client.exchange.syncFolder()).waiting;
  expect(half).toMatchObject({ name: '1.viche-package', bytes: whole.length >> 1 });
  const ref = half?.ref ?? '';
  expect(await refusedWith(async () => resultOf(await b.client.exchange.inspect({ waiting: ref })))).toBe(
    'packageStillArriving',
  );
  appendFileSync(target, whole.subarray(whole.length >> 1));
  expect(await visit(b)).toBe(1);
  expect(await nameAt(b, groupId)).toBe('Рада з протидії');
});

it('neither links nor names of other shapes lead out of the folder', async () => {
  const { a, b, root } = await two();
  await useFolder(a, root);
  const outside = folder();
  await a.client.exchange.syncFolder();
  const own = join(root, a.agencyId);
  const made = readFileSync(join(own, b.agencyId, '1.viche-package'));
  // Somebody has put a link in the place of our folder for the receiver.
  rmSync(join(own, b.agencyId), { recursive: true });
  symlinkSync(outside, join(own, b.agencyId));
  expect(await a.client.exchange.syncFolder()).toMatchObject({ trouble: 'folderNotWritable' });
  expect(filesBelow(outside)).toEqual([]);

  await useFolder(b, root);
  const foreign = join(outside, '7.viche-package');
  writeFileSync(foreign, made);
  const sender = '0199a000-0000-7000-8000-000000000001';
  mkdirSync(join(root, sender, b.agencyId), { recursive: true });
  symlinkSync(foreign, join(root, sender, b.agencyId, '7.viche-package'));
  mkdirSync(join(root, sender, b.agencyId, '8.viche-package'));
  const behind = join(outside, b.agencyId);
  mkdirSync(behind);
  copyFileSync(foreign, join(behind, '9.viche-package'));
  symlinkSync(outside, join(root, '0199a000-0000-7000-8000-000000000002'));
  mkdirSync(join(root, 'не установа', b.agencyId), { recursive: true });
  copyFileSync(foreign, join(root, 'не установа', b.agencyId, '1.viche-package'));
  expect((await b.client.exchange.syncFolder()).waiting).toEqual([]);
  for (const ref of ['../../etc/passwd', `${sender}/7`, `${sender}/../${sender}/7`, '/7', `${sender}/8`])
    expect(await refusedWith(async () => resultOf(await b.client.exchange.inspect({ waiting: ref })))).toBe('notFound');
});

it('a folder that is gone, cannot be written, or is none is said in words and found again', async () => {
  const { a, b, root } = await two();
  expect(await refusedWith(() => useFolder(a, join(root, 'nowhere')))).toBe('folderGone');
  writeFileSync(join(root, 'file'), '');
  expect(await refusedWith(() => useFolder(a, join(root, 'file')))).toBe('folderGone');
  expect(
    await refusedWith(async () =>
      resultOf(
        await a.client.exchange.makePackage({ agencyId: b.agencyId, full: false, carrier: 'folder', language: 'uk' }),
      ),
    ),
  ).toBe('noExchangeFolder');
  await useFolder(a, root);
  renameSync(root, `${root}.away`);
  expect(await a.client.exchange.syncFolder()).toMatchObject({ trouble: 'folderGone', folder: root });
  renameSync(`${root}.away`, root);
  expect(await a.client.exchange.syncFolder()).toMatchObject({ trouble: null });
  const made = await resultOf(
    await a.client.exchange.makePackage({ agencyId: b.agencyId, full: true, carrier: 'folder', language: 'uk' }),
  );
  expect(made).toMatchObject({ ticket: null, entry: { carrier: 'folder', number: 2 } });
  expect(filesBelow(join(root, a.agencyId))).toEqual([join(b.agencyId, '2.viche-package')]);
  // The choice is this installation's and this workspace's; it outlives the program, and nothing of it is in the ledger.
  await a.restart();
  expect((await a.client.exchange.status()).folder.folder).toBe(root);
  expect(await a.client.exchange.setFolder({ place: null })).toMatchObject({ folder: null });
  expect((await a.client.exchange.status()).folder.folder).toBeNull();
});

it('a restored installation is heard of by the folder, and gets again what it had lost (rule 17)', async () => {
  const { a, b, groupId, root } = await two();
  await useFolder(a, root);
  await useFolder(b, root);
  await a.client.exchange.syncFolder();
  await visit(b);
  await a.client.exchange.syncFolder();
  const backup = await b.client.workspace.backUp();
  await rename(a, groupId, 'Після копії');
  await a.client.exchange.syncFolder();
  expect(await visit(b)).toBe(1);
  await a.client.exchange.syncFolder();
  const [known] = await b.client.workspace.known();
  await b.client.workspace.restore({ ref: backup.ref, workspace: known?.ref ?? '' });
  expect(await nameAt(b, groupId)).toBe('Рада з протидії');
  await b.client.exchange.syncFolder();
  expect(await visit(a)).toBe(1);
  expect(await visit(b)).toBe(1);
  expect(await nameAt(b, groupId)).toBe('Після копії');
});

it('a door that stays open watches: what comes is listed by itself, and nothing is looked at once it is locked', async () => {
  const { a, b, root } = await two({ b: 'browser' });
  await useFolder(a, root);
  expect(await useFolder(b, root)).toMatchObject({ watching: true });
  await vi.waitFor(async () => expect((await b.client.exchange.status()).folder.checkedAt).not.toBeNull(), 10_000);
  await a.client.exchange.syncFolder();
  await vi.waitFor(async () => expect((await b.client.exchange.status()).folder.waiting).toHaveLength(1), 15_000);
  await b.client.workspace.lock();
  await a.client.exchange.setFolder({ place: null });
  rmSync(root, { recursive: true });
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  expect(await refusedWith(() => b.client.exchange.syncFolder())).toBe('workspaceLocked');
});
