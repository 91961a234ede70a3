// Rule 4 with real workspaces: a computer whose clock was a year ahead, found out after the package had gone.
import { expect, it } from 'vitest';
import { pass, receive, send, type Agency } from '../fixtures/agencies.ts';
import { agenciesOfTest } from '../fixtures/agenciesOfTest.ts';

const agencies = agenciesOfTest();

/** The second has the group from the first. */
async function two() {
  const { a, b, groupId: id } = await agencies.two();
  await pass(a, b);
  return { a, b, id };
}

const year = 365 * 86_400_000;
const nameAt = async (by: Agency, id: string) => (await by.client.directory.group({ id })).name;

it('is said in words, issued again by one act, and taken by the partner with the next package', async () => {
  const { a, b, id } = await two();
  expect((await a.client.exchange.status()).ahead).toBeNull();

  a.clock.ahead = year;
  await a.client.directory.updateGroup({ id, patch: { name: 'Рада з майбутнього' } });
  const { preview } = await receive(b, await send(a, b));
  expect(preview.troubles).toMatchObject([{ code: 'clockAhead', params: { name: a.name, count: 1 } }]);
  expect(await nameAt(b, id)).toBe('Рада');
  a.clock.ahead = 0;
  const { ahead } = await a.client.exchange.status();
  expect(ahead?.changes).toBe(1);
  expect(Date.parse(ahead?.latest ?? '')).toBeGreaterThan(Date.now() + year - 86_400_000);
  // The program started anew still knows, and what is written before the act is as well.
  await a.restart();
  expect((await a.client.exchange.status()).ahead).toMatchObject({ changes: 1 });

  expect(await a.client.exchange.issueAgain()).toEqual({ changes: 1 });
  expect((await a.client.exchange.status()).ahead).toBeNull();
  await a.client.directory.updateGroup({ id, patch: { shortName: 'РМ' } });
  expect(await nameAt(a, id)).toBe('Рада з майбутнього');
  await pass(a, b);
  expect(await nameAt(b, id)).toBe('Рада з майбутнього');
  // The partner's word stands at once, on both sides, though the old clock was later.
  await b.client.directory.updateGroup({ id, patch: { name: 'Рада сьогодні' } });
  await pass(b, a);
  expect(await nameAt(a, id)).toBe('Рада сьогодні');
  for (const each of [a, b]) {
    each.clock.ahead = year + 2 * 86_400_000;
    await each.restart();
    expect(await nameAt(each, id)).toBe('Рада сьогодні');
  }
});

const troublesAt = async (by: Agency) =>
  (await by.client.exchange.status()).agencies.flatMap(({ troubles }) =>
    troubles.map(({ code, params }) => ({ code, params })),
  );

it('is told of a partner as long as its changes wait here, whatever it has sent since', async () => {
  const { a, b, id } = await two();
  a.clock.ahead = year;
  await a.client.directory.updateGroup({ id, patch: { name: 'Рада з майбутнього' } });
  await pass(a, b);
  a.clock.ahead = 0;
  await a.client.directory.updateGroup({ id, patch: { shortName: 'РМ' } });
  await pass(a, b);
  await b.restart();
  const [trouble, ...more] = await troublesAt(b);
  expect(more).toEqual([]);
  expect(trouble).toMatchObject({ code: 'clockAhead', params: { name: a.name } });
  expect(Number(trouble?.params['count'])).toBeGreaterThan(0);
  expect(Date.parse(String(trouble?.params['until']))).toBeGreaterThan(Date.now() + year - 86_400_000);
  await a.client.exchange.issueAgain();
  await pass(a, b);
  expect(await troublesAt(b)).toEqual([]);
  expect(await nameAt(b, id)).toBe('Рада з майбутнього');
});

it('of a partner, taken while our clock was ahead too, names the partner and what it has to do, until it has done so', async () => {
  const { a, b, id } = await two();
  for (const each of [a, b]) each.clock.ahead = year;
  await a.client.directory.updateGroup({ id, patch: { name: 'Рада з майбутнього' } });
  await pass(a, b);
  expect(await nameAt(b, id)).toBe('Рада з майбутнього');
  expect(await troublesAt(b)).toEqual([]);
  for (const each of [a, b]) each.clock.ahead = 0;
  const [trouble, ...more] = await troublesAt(b);
  expect(more).toEqual([]);
  expect(trouble).toMatchObject({ code: 'aheadHere', params: { name: a.name, count: 1 } });
  expect(Date.parse(String(trouble?.params['until']))).toBeGreaterThan(Date.now() + year - 86_400_000);
  // It is not ours to set right.
  expect((await b.client.exchange.status()).ahead).toBeNull();
  expect(await troublesAt(a)).toEqual([]);
  await a.client.exchange.issueAgain();
  await pass(a, b);
  expect(await troublesAt(b)).toEqual([]);
  expect(await nameAt(b, id)).toBe('Рада з майбутнього');
});
