// What did not arrive or was not taken: said where it is looked for, until it is made good.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { acknowledge, pass, receive, send, type Agency } from '../fixtures/agencies.ts';
import { agenciesOfTest } from '../fixtures/agenciesOfTest.ts';

const agencies = agenciesOfTest();

async function two() {
  const { a, b, groupId } = await agencies.two();
  await pass(a, b);
  const shareAt = (at: Agency, with_: readonly Agency[]) =>
    at.client.exchange.setParticipants({ groupId, agencyIds: with_.map(({ agencyId }) => agencyId) });
  return { a, b, groupId, shareAt };
}

const troublesAt = async ({ client }: Agency) =>
  (await client.exchange.status()).agencies.flatMap((one) => one.troubles);
const placeAt = async (at: Agency, id: string) => (await at.client.directory.group({ id })).place;

it('what a receipt says was refused stays with the agency, with its reason, until a later receipt says otherwise', async () => {
  const { a, b, groupId, shareAt } = await two();
  await shareAt(b, []);
  await a.client.directory.updateGroup({ id: groupId, patch: { place: 'м. Суми' } });
  const { receipt } = await receive(b, await send(a, b));
  expect(await troublesAt(a)).toEqual([]);
  const read = await acknowledge(a, receipt);
  expect(read.refused).toBeGreaterThan(0);
  await a.restart();
  expect(await troublesAt(a)).toMatchObject([
    { code: 'refusedThere', params: { name: b.name, number: 2, count: read.refused, codes: 'notShared' } },
  ]);
  const { entries } = await a.client.exchange.log({ agencyId: b.agencyId, offset: 0, limit: 10 });
  expect(entries.map(({ number, refused }) => [number, refused])).toEqual([
    [2, read.refused],
    [1, 0],
  ]);
  await shareAt(b, [a]);
  await pass(a, b);
  expect(await troublesAt(a)).toEqual([]);
  expect(await placeAt(b, groupId)).toBe('м. Суми');
});

it('a computer put back as a whole lacks what its partner knows it had: the package says so, its receipt closes the gap', async () => {
  const { a, b, groupId } = await two();
  const before = mkdtempSync(join(tmpdir(), 'viche-before-'));
  await b.app.close();
  cpSync(b.home, before, { recursive: true });
  await b.restart();
  await a.client.directory.updateGroup({ id: groupId, patch: { place: 'м. Суми' } });
  await pass(a, b);
  await b.app.close();
  rmSync(b.home, { recursive: true });
  cpSync(before, b.home, { recursive: true });
  rmSync(before, { recursive: true });
  await b.restart();

  await a.client.directory.updateGroup({ id: groupId, patch: { shortName: 'Р' } });
  const { preview, receipt } = await receive(b, await send(a, b));
  expect(preview.troubles).toMatchObject([{ code: 'gap', params: { name: a.name } }]);
  expect(Object.values(preview.counts)).toEqual(Array(6).fill(0));
  await acknowledge(a, receipt);
  expect(await troublesAt(a)).toMatchObject([{ code: 'refusedThere', params: { codes: 'gap' } }]);
  await pass(a, b);
  expect(await placeAt(b, groupId)).toBe('м. Суми');
  expect([...(await troublesAt(a)), ...(await troublesAt(b))]).toEqual([]);
});
