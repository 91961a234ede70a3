// The exchange folder when something is in the way: a full disk, rights, a drive that is away, foreign files, lost packages.
import {
  copyFileSync,
  createWriteStream,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { afterEach, expect, it, vi } from 'vitest';
import { ownFolder } from '../../electron/core/exchange/carriers/folderFiles.ts';
import { putReceipt } from '../../electron/core/exchange/carriers/folderMail.ts';
import { limits } from '../../electron/core/exchange/limits.ts';
import { createFresh } from '../../electron/core/exchange/package/freshFile.ts';
import { writeWholeFile } from '../../electron/core/exchange/package/wholeFile.ts';
import { befriend, refusedWith, type Agency } from '../fixtures/agencies.ts';
import { agenciesOfTest } from '../fixtures/agenciesOfTest.ts';
import { filesBelow, useFolder, visit } from '../fixtures/exchangeFolder.ts';
import { resultOf } from '../fixtures/longWork.ts';
import { refusalOf } from '../fixtures/workspace.ts';

vi.mock('../../electron/core/exchange/package/freshFile.ts', { spy: true });
vi.mock('../../electron/core/exchange/carriers/folderFiles.ts', { spy: true });

const { start, folder } = agenciesOfTest();
afterEach(() => {
  vi.useRealTimers();
  vi.mocked(ownFolder).mockReset();
});

async function two(door: 'cli' | 'browser' = 'cli') {
  const a = await start('Обласна адміністрація', { door });
  const b = await start('Громада');
  await befriend(a, b);
  const { id: groupId } = await a.client.directory.addGroup({ name: 'Рада', language: 'uk' });
  await a.client.exchange.setParticipants({ groupId, agencyIds: [b.agencyId] });
  return { a, b, groupId, root: folder() };
}

const fails = (code: string) => Object.assign(new Error(code), { code });
const nameAt = async (by: Agency, id: string) => (await by.client.directory.group({ id })).name;

it('a disk that fills up while a file is written leaves nothing of it, and says so', async () => {
  const place = mkdtempSync(join(tmpdir(), 'viche-full-'));
  const own = '0199a000-0000-7000-8000-00000000000a';
  const there = join(place, own, own);
  mkdirSync(there, { recursive: true });
  // The file is there; what is written into it goes to a device that is always full.
  const fill = () =>
    vi.mocked(createFresh).mockImplementationOnce((path) => {
      writeFileSync(path, '');
      return Promise.resolve(createWriteStream('/dev/full'));
    });
  fill();
  const target = join(there, '1.viche-package');
  const written = writeWholeFile(target, (out) => pipeline([Buffer.alloc(100_000)], out));
  expect(await refusalOf(() => written)).toMatchObject({ code: 'diskFull' });
  expect(readdirSync(there)).toEqual([]);
  fill();
  vi.mocked(ownFolder).mockResolvedValue(there);
  const receipt = putReceipt({ root: place, own, lying: [] }, own, 1, Buffer.alloc(100_000));
  expect(await refusalOf(() => receipt)).toMatchObject({ code: 'diskFull' });
  expect(readdirSync(there)).toEqual([]);
  rmSync(place, { recursive: true });
});

it('a full disk is said in words; when there is room again the package is written by itself', async () => {
  vi.useFakeTimers({ toFake: ['setInterval'] });
  const { a, b, root } = await two('browser');
  vi.mocked(ownFolder).mockImplementation((_root, _own, receiver) =>
    receiver === null ? Promise.resolve(join(root, a.agencyId)) : Promise.reject(fails('ENOSPC')),
  );
  mkdirSync(join(root, a.agencyId));
  await useFolder(a, root);
  const trouble = async () => (await a.client.exchange.status()).folder.trouble;
  await vi.waitFor(async () => expect(await trouble()).toBe('folderFull'), 30_000);
  expect(filesBelow(root)).toEqual([]);
  vi.mocked(ownFolder).mockReset();
  // A minute later it looks again.
  vi.advanceTimersByTime(60_000);
  const written = [join(a.agencyId, b.agencyId, '1.viche-package')];
  await vi.waitFor(() => expect(filesBelow(root)).toEqual(written), 60_000);
  await vi.waitFor(async () => expect(await trouble()).toBeNull(), 30_000);
});

it('rule 19: a package that got lost is written again by itself until it is acknowledged, and then no more', async () => {
  vi.useFakeTimers({ toFake: ['setInterval'] });
  const { a, b, groupId, root } = await two('browser');
  await useFolder(b, root);
  await useFolder(a, root);
  const place = (number: number) => join(a.agencyId, b.agencyId, `${number}.viche-package`);
  const packages = () => filesBelow(root).filter((name) => name.endsWith('.viche-package'));
  await vi.waitFor(() => expect(packages()).toEqual([place(1)]), 60_000);
  rmSync(join(root, place(1)));
  const quarter = () => {
    a.clock.ahead += 15 * 60_000;
    vi.advanceTimersByTime(60_000);
  };
  quarter();
  await vi.waitFor(() => expect(packages()).toEqual([place(2)]), 60_000);
  expect(await visit(b)).toBe(1);
  quarter();
  await vi.waitFor(() => expect(packages()).toEqual([]), 60_000);
  const checkedAt = async () => (await a.client.exchange.status()).folder.checkedAt ?? '';
  const before = await checkedAt();
  quarter();
  await vi.waitFor(async () => expect((await checkedAt()) > before).toBe(true), 60_000);
  expect(packages()).toEqual([]);
  expect(await nameAt(b, groupId)).toBe('Рада');
});

it('a folder that cannot be written to is still read; one that was away is found again with what came meanwhile', async () => {
  const { a, b, groupId, root } = await two();
  await useFolder(a, root);
  await useFolder(b, root);
  await a.client.exchange.syncFolder();
  expect(await visit(b)).toBe(1);
  await a.client.exchange.syncFolder();
  await b.client.directory.updateGroup({ id: groupId, patch: { name: 'Від громади' } });
  await b.client.exchange.syncFolder();
  await a.client.directory.updateGroup({ id: groupId, patch: { shortName: 'Р' } });
  vi.mocked(ownFolder).mockRejectedValue(fails('EROFS'));
  const seen = await a.client.exchange.syncFolder();
  expect(seen).toMatchObject({ trouble: 'folderNotWritable', waiting: [{ agencyId: b.agencyId }] });
  vi.mocked(ownFolder).mockReset();
  renameSync(root, `${root}.away`);
  expect(await a.client.exchange.syncFolder()).toMatchObject({ trouble: 'folderGone', folder: root });
  renameSync(`${root}.away`, root);
  expect(await visit(a)).toBe(1);
  expect(await nameAt(a, groupId)).toBe('Від громади');
});

it('what is no package, too large or cut short is listed, and refused with what to do when somebody opens it', async () => {
  const { a, b, root } = await two();
  await useFolder(b, root);
  const there = join(root, a.agencyId, b.agencyId);
  mkdirSync(there, { recursive: true });
  const put = (number: number, bytes: Uint8Array | string, size?: number) => {
    const path = join(there, `${number}.viche-package`);
    writeFileSync(path, bytes);
    if (size !== undefined) truncateSync(path, size);
    utimesSync(path, 1, 1);
  };
  put(1, 'Це не пакет, а звичайний текст.');
  put(2, 'age-encryption.org/v1\n', limits.package + 1);
  put(3, '');
  const { waiting } = await b.client.exchange.syncFolder();
  const codes = [];
  for (const { ref } of waiting.toSorted((x, y) => (x.ref < y.ref ? -1 : 1)))
    codes.push(await refusedWith(async () => resultOf(await b.client.exchange.inspect({ waiting: ref }))));
  expect(codes.slice(0, 2)).toEqual(['packageStillArriving', 'packageTooLarge']);
  // Whoever synchronises it has had his time: then it is no half file any more.
  const later = vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 3_600_000);
  expect(await refusedWith(async () => resultOf(await b.client.exchange.inspect({ waiting: `${a.agencyId}/1` })))).toBe(
    'notAPackage',
  );
  later.mockRestore();
});

it('two computers of one agency share the folder: neither takes away what the other has put there', async () => {
  const { a, b, groupId, root } = await two();
  await useFolder(b, root);
  // A copy of the workspace on another installation: a new device (rule 9).
  const other = await start('Другий комп’ютер', { keys: false });
  for (const each of [a, other]) await each.app.close();
  const [ours, theirs] = [a, other].map(({ home }) => {
    const [name = ''] = filesBelow(join(home, 'documents')).filter((file) => file.endsWith('.viche'));
    return join(home, 'documents', name);
  });
  copyFileSync(ours ?? '', theirs ?? '');
  for (const each of [a, other]) await each.restart();
  await useFolder(a, root);
  await useFolder(other, root);
  await a.client.directory.updateGroup({ id: groupId, patch: { name: 'З першого' } });
  await a.client.exchange.syncFolder();
  await other.client.directory.updateGroup({ id: groupId, patch: { shortName: 'З другого' } });
  await other.client.exchange.syncFolder();
  const own = join(a.agencyId, b.agencyId);
  expect(filesBelow(root)).toEqual([join(own, '1.viche-package'), join(own, '2.viche-package')]);
  expect(await visit(b)).toBe(2);
  expect(await b.client.directory.group({ id: groupId })).toMatchObject({ name: 'З першого', shortName: 'З другого' });
  // Each takes its own away once the partner has told it.
  await b.client.exchange.syncFolder();
  for (const each of [a, other]) {
    await visit(each);
    await each.client.exchange.syncFolder();
  }
  expect(filesBelow(join(root, a.agencyId)).filter((name) => name.endsWith('.viche-package'))).toEqual([]);
});
