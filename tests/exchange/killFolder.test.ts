// Issue: proof. A program that is killed after a package got its name in the exchange folder and before that was noted.
import { readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ownFolder } from '../../electron/core/exchange/carriers/folderFiles.ts';
import { schemaVersion } from '../../electron/core/workspace/migrate.ts';
import type { Agency } from '../fixtures/agencies.ts';
import { agenciesOfTest } from '../fixtures/agenciesOfTest.ts';
import { filesBelow, receiveWaiting, useFolder } from '../fixtures/exchangeFolder.ts';
import { runKilled } from '../fixtures/runKilled.ts';

const agencies = agenciesOfTest();

async function twoAndAFolder() {
  const { a, b, groupId } = await agencies.two();
  return { a, b, groupId, root: agencies.folder(), own: join(a.agencyId, b.agencyId) };
}

/** Makes a package in the folder as the program does, which is killed just after the file has its name. */
async function makeAndDie(from: Agency, to: Agency, root: string, number: number) {
  const { path, key, ledger } = from.app.manager.current();
  const target = join(await ownFolder(root, from.agencyId, to.agencyId), `${number}.viche-package`);
  const input = { path, key, device: ledger.device, agencyId: to.agencyId, full: false, schema: schemaVersion };
  const { killed } = runKilled({ kind: 'package', input: { ...input, target, number, now: from.clock.now() } }, -2);
  expect(killed).toBe(true);
  await from.restart();
}

const sentBy = async (agency: Agency) =>
  (await agency.client.exchange.log({ agencyId: null, offset: 0, limit: 20 })).entries.filter(
    ({ direction }) => direction === 'sent',
  );

test('rule 19: what lies in the folder and was never noted as sent is known again: nothing goes twice, and at last it is taken away', async () => {
  const { a, b, groupId, root, own } = await twoAndAFolder();
  for (const each of [a, b]) await useFolder(each, root);
  // All is sealed, and the package that held it got lost.
  await a.client.exchange.syncFolder();
  renameSync(join(root, own, '1.viche-package'), join(agencies.folder(), 'away'));
  await makeAndDie(a, b, root, 2);
  const bytes = readFileSync(join(root, own, '2.viche-package'));
  expect(await sentBy(a)).toHaveLength(1);
  // The partner was faster than the next start: its receipt is there before the package was noted.
  const { waiting } = await b.client.exchange.syncFolder();
  await receiveWaiting(b, waiting[0]?.ref ?? '');
  expect(await a.client.exchange.syncFolder()).toMatchObject({ trouble: null });
  const [noted, ...earlier] = await sentBy(a);
  expect(noted).toMatchObject({ carrier: 'folder', number: 2, bytes: bytes.length, agencyId: b.agencyId });
  expect(noted).toMatchObject({ changes: earlier[0]?.changes, acknowledgedAt: expect.any(String) as string });
  expect(earlier).toHaveLength(1);
  expect(filesBelow(root)).toEqual([join(b.agencyId, a.agencyId, '2.viche-receipt')]);
  expect((await a.client.exchange.status()).agencies[0]).toMatchObject({ unacknowledged: 0, unsent: 0 });

  // It is not acknowledged yet: it stays, no other is made beside it, and the next one takes its place.
  await a.client.directory.updateGroup({ id: groupId, patch: { name: 'Рада А' } });
  await a.client.exchange.syncFolder();
  renameSync(join(root, own, '3.viche-package'), join(agencies.folder(), 'away'));
  await makeAndDie(a, b, root, 4);
  await a.client.exchange.syncFolder();
  await a.client.exchange.syncFolder();
  expect(filesBelow(join(root, a.agencyId))).toEqual([join(b.agencyId, '4.viche-package')]);
  expect((await sentBy(a)).map(({ number }) => number)).toEqual([4, 3, 2, 1]);
  await makeAndDie(a, b, root, 5);
  await a.client.directory.updateGroup({ id: groupId, patch: { name: 'Рада Б' } });
  await a.client.exchange.syncFolder();
  expect(filesBelow(join(root, a.agencyId))).toEqual([join(b.agencyId, '6.viche-package')]);

  // A copy under another number, a foreign file, and one that was cut are nobody's of ours, and stay.
  const sixth = readFileSync(join(root, own, '6.viche-package'));
  for (const [number, content] of [
    [20, sixth],
    [21, Buffer.from('Не пакет')],
    [22, sixth.subarray(0, 100)],
    [23, Buffer.alloc(0)],
  ] as const)
    writeFileSync(join(root, own, `${number}.viche-package`), content);
  expect(await a.client.exchange.syncFolder()).toMatchObject({ trouble: null });
  expect(await sentBy(a)).toHaveLength(6);
  expect(readdirSync(join(root, own)).toSorted()).toEqual(
    ['20', '21', '22', '23', '6'].map((number) => `${number}.viche-package`),
  );
});
