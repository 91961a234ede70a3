// New keys of an agency with real workspaces: what was under way when a laptop was stolen arrives all the same.
import { afterEach, expect, it } from 'vitest';
import {
  acknowledge,
  befriend,
  inspect,
  pass,
  receive,
  refusedWith,
  send,
  startAgency,
  type Agency,
} from '../fixtures/agencies.ts';

const started: Agency[] = [];
afterEach(async () => {
  const mistakes = started.flatMap(({ log }) => log.filter(({ level }) => level === 'error'));
  for (const each of started.splice(0)) await each.stop();
  if (mistakes.length > 0) throw new Error(mistakes.map(({ message }) => message).join('\n'));
});

const nameAt = async (by: Agency, id: string) => (await by.client.directory.group({ id })).name;

async function two() {
  const a = await startAgency('Обласна адміністрація');
  const b = await startAgency('Громада');
  started.push(a, b);
  await befriend(a, b);
  const { id: groupId } = await a.client.directory.addGroup({ name: 'Рада', language: 'uk' });
  await a.client.exchange.setParticipants({ groupId, agencyIds: [b.agencyId] });
  await pass(a, b);
  return { a, b, groupId };
}

const cardOf = async (by: Agency, fingerprint: string) =>
  (await by.client.exchange.status()).agencies.find(({ card }) => card.fingerprint === fingerprint)?.card.id ?? '';

/** The partner takes the new card, compares it and trusts it. */
async function takeNewCard(by: Agency, of: Agency) {
  const { ticket } = await of.client.exchange.saveCard();
  const { id } = await by.client.exchange.importCard({ ticket: by.choose('x.viche-card', await of.save(ticket)) });
  await by.client.exchange.trustCard({ id, checked: 'inPerson', note: '' });
}

const heldAt = async (by: Agency) => (await by.client.exchange.held()).map(({ reason }) => reason);

it('after our card was revoked and we met in person, what never arrived comes signed with the new keys', async () => {
  const { a, b, groupId } = await two();
  await a.client.directory.updateGroup({ id: groupId, patch: { name: 'Під старим ключем' } });
  const underWay = await send(a, b);
  const { own } = await a.client.exchange.status();
  await b.client.exchange.revokeCard({ id: await cardOf(b, own?.fingerprint ?? ''), note: 'ноутбук викрадено' });
  expect(await refusedWith(() => inspect(b, underWay))).toBe('packageSignerRevoked');
  await a.client.exchange.renewKeys();
  await takeNewCard(b, a);
  // The partner's words reach us under the new card, and ours the partner.
  await pass(b, a);
  const { preview, receipt } = await receive(b, await send(a, b));
  expect(preview.held).toBe(0);
  expect(preview.troubles).toEqual([]);
  expect(await nameAt(b, groupId)).toBe('Під старим ключем');
  await acknowledge(a, receipt);
  expect((await a.client.exchange.status()).agencies[0]).toMatchObject({ unsent: 0, unacknowledged: 0 });
  expect(await heldAt(b)).toEqual([]);
  // Found later on the stick, the old package still says nothing to anybody.
  expect(await refusedWith(() => inspect(b, underWay))).toBe('packageSignerRevoked');
});

it('after a renewal the old package is refused with what to do, and the next one brings everything', async () => {
  const { a, b, groupId } = await two();
  await a.client.directory.updateGroup({ id: groupId, patch: { name: 'Під старим ключем' } });
  const underWay = await send(a, b);
  await a.client.exchange.renewKeys();
  expect(
    await refusedWith(() =>
      inspect(b, underWay)
        .then(() => send(a, b))
        .then((sent) => inspect(b, sent)),
    ),
  ).toBe('packageSignerRenewed');
  await takeNewCard(b, a);
  expect(await refusedWith(() => inspect(b, underWay))).toBe('packageSignerGivenUp');
  await pass(a, b);
  expect(await nameAt(b, groupId)).toBe('Під старим ключем');
  // And on the other side: our own old keys are nobody's.
  await b.client.exchange.setParticipants({ groupId, agencyIds: [a.agencyId] });
  await pass(b, a);
  expect(await heldAt(a)).toEqual([]);
});
