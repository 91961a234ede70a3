// Rule 19 after a backup was restored: what the earlier installation put into the exchange folder goes when nobody needs it any
// more, and not before.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { befriend, type Agency } from '../fixtures/agencies.ts';
import { agenciesOfTest } from '../fixtures/agenciesOfTest.ts';
import { filesBelow, useFolder as chooseFolder, visit } from '../fixtures/exchangeFolder.ts';

const { start, folder } = agenciesOfTest();

async function two() {
  const a = await start('Обласна адміністрація');
  const b = await start('Громада');
  await befriend(a, b);
  const { id: groupId } = await a.client.directory.addGroup({ name: 'Рада', language: 'uk' });
  await a.client.exchange.setParticipants({ groupId, agencyIds: [b.agencyId] });
  const root = folder();
  await chooseFolder(a, root);
  await chooseFolder(b, root);
  await a.client.exchange.syncFolder();
  const ours = () => filesBelow(join(root, a.agencyId, b.agencyId)).filter((name) => name.endsWith('.viche-package'));
  return { a, b, groupId, root, ours };
}

const rename = (by: Agency, id: string, name: string) => by.client.directory.updateGroup({ id, patch: { name } });
const nameAt = async (by: Agency, id: string) => (await by.client.directory.group({ id })).name;

async function restore({ client }: Agency, ref: string) {
  const [known] = await client.workspace.known();
  await client.workspace.restore({ ref, workspace: known?.ref ?? '' });
}

it('a package that holds what the backup lacks stays until the partner has it and we have it back', async () => {
  const { a, b, groupId, ours } = await two();
  expect(await visit(b)).toBe(1);
  const { ref } = await a.client.workspace.backUp();
  await rename(a, groupId, 'Після копії');
  await a.client.exchange.syncFolder();
  expect(ours()).toEqual(['2.viche-package']);
  await restore(a, ref);
  expect(await nameAt(a, groupId)).toBe('Рада');
  await a.client.exchange.syncFolder();
  await a.client.exchange.syncFolder();
  // The only copy of the lost change, beside what the new installation says itself.
  expect(ours()).toEqual(['2.viche-package', '3.viche-package']);
  await visit(b);
  expect(await nameAt(b, groupId)).toBe('Після копії');
  await visit(a);
  expect(await nameAt(a, groupId)).toBe('Після копії');
  await a.client.exchange.syncFolder();
  expect(ours()).toEqual([]);
});

it('one that a newer package of ours covers goes at once', async () => {
  const { a, b, groupId, root, ours } = await two();
  const { ref } = await a.client.workspace.backUp();
  // Made anew after the backup, which knows nothing of it.
  rmSync(join(root, a.agencyId, b.agencyId, '1.viche-package'));
  await a.client.exchange.syncFolder();
  expect(ours()).toEqual(['2.viche-package']);
  await restore(a, ref);
  await a.client.exchange.syncFolder();
  await a.client.exchange.syncFolder();
  expect(ours()).toEqual(['3.viche-package']);
  expect(await visit(b)).toBe(1);
  expect(await nameAt(b, groupId)).toBe('Рада');
  await a.client.exchange.syncFolder();
  expect(ours()).toEqual([]);
});

it('one for an agency that is not trusted any more stays too, where it holds what the backup lacks', async () => {
  const { a, b, groupId, ours } = await two();
  await visit(b);
  await a.client.exchange.syncFolder();
  const { ref } = await a.client.workspace.backUp();
  await rename(a, groupId, 'Після копії');
  await a.client.exchange.syncFolder();
  await restore(a, ref);
  const cardId = (await a.client.exchange.status()).agencies[0]?.card.id ?? '';
  await a.client.exchange.revokeCard({ id: cardId, note: 'ноутбук викрадено' });
  await a.client.exchange.syncFolder();
  await a.client.exchange.syncFolder();
  expect(ours()).toEqual(['2.viche-package']);
});
