// A receipt is lost every day: the program was locked before it was saved, the stick went through the wash. It is made again.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { acknowledge, pass, receive, refusedWith, send, type Agency } from '../fixtures/agencies.ts';
import { agenciesOfTest } from '../fixtures/agenciesOfTest.ts';
import { testPassphrase } from '../fixtures/doors.ts';
import { receiveWaiting, useFolder } from '../fixtures/exchangeFolder.ts';

const { two, folder } = agenciesOfTest();

const standing = async (of: Agency) => (await of.client.exchange.status()).agencies[0];

async function lockAndOpen({ client }: Agency) {
  const { workspace } = await client.workspace.state();
  await client.workspace.lock();
  const ref = workspace?.ref ?? '';
  await client.workspace.open({ ref, passphrase: testPassphrase, recoveryKey: null, remember: false });
}

it('locked between the merge and the saving: the receipt is made again out of the log, as often as it is asked for', async () => {
  const { a, b } = await two();
  const sent = await send(a, b);
  const { preview, entry } = await receive(b, sent);
  expect(preview.counts.new).toBeGreaterThan(0);
  await lockAndOpen(b);
  const { entries } = await b.client.exchange.log({ agencyId: a.agencyId, offset: 0, limit: 10 });
  expect(entries.map(({ id }) => id)).toEqual([entry.id]);
  const first = await b.client.exchange.makeReceipt({ id: entry.id });
  expect(first.entry).toEqual(entry);
  expect(first.name).toMatch(/-1\.viche-receipt$/);
  const again = await b.client.exchange.makeReceipt({ id: entry.id });
  await acknowledge(a, await b.save(first.ticket));
  expect(await standing(a)).toMatchObject({ unacknowledged: 0, unsent: 0, troubles: [] });
  await acknowledge(a, await b.save(again.ticket));
  expect(await standing(a)).toMatchObject({ unacknowledged: 0, unsent: 0, troubles: [] });
});

it('says what was refused then, and what is here now', async () => {
  const { a, b, groupId } = await two();
  await pass(a, b);
  await b.client.exchange.setParticipants({ groupId, agencyIds: [] });
  await a.client.directory.updateGroup({ id: groupId, patch: { place: 'м. Суми' } });
  const { entry } = await receive(b, await send(a, b));
  const { ticket } = await b.client.exchange.makeReceipt({ id: entry.id });
  await acknowledge(a, await b.save(ticket));
  const [trouble] = (await standing(a))?.troubles ?? [];
  expect(trouble).toMatchObject({ code: 'refusedThere', params: { number: 2, codes: 'notShared' } });
  // What has come since is acknowledged by the old package's receipt as well.
  await b.client.exchange.setParticipants({ groupId, agencyIds: [a.agencyId] });
  await receive(b, await send(a, b));
  const later = await b.client.exchange.makeReceipt({ id: entry.id });
  await acknowledge(a, await b.save(later.ticket));
  expect(await standing(a)).toMatchObject({ unacknowledged: 0, unsent: 0 });
});

it('there is none for a package of our own, nor for somebody who is not trusted any more', async () => {
  const { a, b } = await two();
  const { entry } = await receive(b, await send(a, b));
  const [sent] = (await a.client.exchange.log({ agencyId: null, offset: 0, limit: 1 })).entries;
  expect(await refusedWith(() => a.client.exchange.makeReceipt({ id: sent?.id ?? '' }))).toBe('notFound');
  const cardId = (await standing(b))?.card.id ?? '';
  await b.client.exchange.revokeCard({ id: cardId, note: 'ноутбук викрадено' });
  expect(await refusedWith(() => b.client.exchange.makeReceipt({ id: entry.id }))).toBe('cardNotTrusted');
});

it('in the exchange folder one that was lost comes again and still says what was refused', async () => {
  const { a, b, groupId } = await two();
  const root = folder();
  await useFolder(a, root);
  await useFolder(b, root);
  await pass(a, b);
  await b.client.exchange.setParticipants({ groupId, agencyIds: [] });
  await a.client.directory.updateGroup({ id: groupId, patch: { place: 'м. Суми' } });
  await a.client.exchange.syncFolder();
  const [waiting] = (await b.client.exchange.syncFolder()).waiting;
  const { entry } = await receiveWaiting(b, waiting?.ref ?? '');
  expect(entry.refused).toBeGreaterThan(0);
  const receipt = join(root, b.agencyId, a.agencyId, entry.fileName.replace('package', 'receipt'));
  expect(readFileSync(receipt).length).toBeGreaterThan(0);
  rmSync(receipt);
  await b.client.exchange.syncFolder();
  await a.client.exchange.syncFolder();
  const codes = ((await standing(a))?.troubles ?? []).map(({ code, params }) => [code, params['codes']]);
  expect(codes).toEqual([['refusedThere', 'notShared']]);
});
