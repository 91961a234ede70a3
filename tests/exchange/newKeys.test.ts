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

/** Restored from a backup from before the renewal of the keys, under which the partner has got changes since. */
async function restoredTooOld() {
  const { a, b, groupId } = await two();
  const { ref } = await a.client.workspace.backUp();
  await a.client.exchange.renewKeys();
  await takeNewCard(b, a);
  await a.client.directory.updateGroup({ id: groupId, patch: { name: 'Під пізнішим ключем' } });
  await pass(a, b);
  const later = (await a.client.exchange.status()).own;
  const [known] = await a.client.workspace.known();
  await a.client.workspace.restore({ ref, workspace: known?.ref ?? '' });
  expect(await nameAt(a, groupId)).toBe('Рада');
  return { a, b, groupId, later };
}

it('restored from a backup older than the last renewal: step by step back to what was signed with the later keys', async () => {
  const { a, b, groupId, later } = await restoredTooOld();
  // Both ways the refusal says what to do: renew once more, and compare the new card.
  const refused = await send(a, b);
  expect(await refusedWith(() => inspect(b, refused))).toBe('packageSignerGivenUp');
  const unread = await send(b, a);
  expect(await refusedWith(() => inspect(a, unread))).toBe('packageNotForUs');
  const fresh = await a.client.exchange.renewKeys();
  expect((await b.client.exchange.readCard({ text: fresh.text })).meaning).toBe('other');
  await takeNewCard(b, a);
  // By our package the partner hears what the backup lacks (rule 17).
  await pass(a, b);

  // The partner's package introduces us to our own later card, which is not trust yet.
  const { preview } = await receive(a, await send(b, a));
  expect(preview).toMatchObject({ introductions: [], held: 1 });
  const status = await a.client.exchange.status();
  expect(status.agencies.map(({ card }) => card.name)).toEqual([b.name]);
  expect(status.ownLater).toMatchObject([
    { fingerprint: later?.fingerprint, state: 'introduced', introducedBy: b.name, agencyId: a.agencyId },
  ]);
  expect(await heldAt(a)).toEqual(['ownLater']);
  expect(await a.client.exchange.mergeHeld({ ownEarlier: true })).toEqual({ batches: 0, changes: 0 });

  // Compared, it is known to be ours; what it has signed still comes in by a person's act alone.
  await a.client.exchange.trustCard({ id: status.ownLater[0]?.id ?? '', checked: 'telephone', note: '' });
  expect(await heldAt(a)).toEqual(['ownEarlier']);
  expect((await a.client.exchange.mergeHeld()).batches).toBe(0);
  expect(await nameAt(a, groupId)).toBe('Рада');
  expect((await a.client.exchange.mergeHeld({ ownEarlier: true })).batches).toBe(1);
  expect(await nameAt(a, groupId)).toBe('Під пізнішим ключем');
  await a.client.directory.updateGroup({ id: groupId, patch: { shortName: 'РМ' } });
  await pass(a, b);
  await pass(b, a);
  expect(await heldAt(a)).toEqual([]);
  expect(await heldAt(b)).toEqual([]);
  expect((await b.client.directory.group({ id: groupId })).shortName).toBe('РМ');
  expect((await a.client.exchange.status()).agencies[0]).toMatchObject({ unsent: 0, troubles: [] });
});

it('the same after the laptop with the later keys was stolen, and the partner has revoked them', async () => {
  const { a, b, groupId, later } = await restoredTooOld();
  await b.client.exchange.revokeCard({ id: await cardOf(b, later?.fingerprint ?? ''), note: 'ноутбук викрадено' });
  await a.client.exchange.renewKeys();
  await takeNewCard(b, a);
  await pass(a, b);
  await receive(a, await send(b, a));
  const [card] = (await a.client.exchange.status()).ownLater;
  expect(card?.fingerprint).toBe(later?.fingerprint);
  await a.client.exchange.trustCard({ id: card?.id ?? '', checked: 'inPerson', note: '' });
  await a.client.exchange.mergeHeld({ ownEarlier: true });
  expect(await nameAt(a, groupId)).toBe('Під пізнішим ключем');
  const { ownLater } = await a.client.exchange.status();
  expect(ownLater).toMatchObject([{ state: 'replaced', checked: 'inPerson' }]);
});
