// What a secretary sees and gets who does not look twice: counts that are true, and nothing noted that never went.
import { expect, it } from 'vitest';
import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { befriend, inspect, pass, refusedWith, send } from '../fixtures/agencies.ts';
import { agenciesOfTest } from '../fixtures/agenciesOfTest.ts';
import { resultOf } from '../fixtures/longWork.ts';

const { start: agency } = agenciesOfTest();

it('records that are new since the last package are counted as unsent, private ones are not', async () => {
  const [a, b] = [await agency('Обласна адміністрація'), await agency('Громада')];
  await befriend(a, b);
  const { id: groupId } = await a.client.directory.addGroup({ name: 'Рада з протидії', language: 'uk' });
  await a.client.exchange.setParticipants({ groupId, agencyIds: [b.agencyId] });
  const unsent = async () => (await a.client.exchange.status()).agencies[0]?.unsent ?? -1;
  expect(await unsent()).toBeGreaterThan(0);
  await pass(a, b);
  expect(await unsent()).toBe(0);
  const meeting = await a.client.meetings.create({ groupId, heldOn: '2026-03-12', copyFrom: null, template: null });
  expect(await unsent()).toBeGreaterThan(0);
  await pass(a, b);
  expect(await unsent()).toBe(0);
  await a.client.meetings.update({ id: meeting.id, patch: { place: 'Мала зала' } });
  expect(await unsent()).toBe(1);
  await pass(a, b);
  const { id: other } = await a.client.directory.addGroup({ name: 'Група без обміну', language: 'uk' });
  await a.client.meetings.create({ groupId: other, heldOn: '2026-03-13', copyFrom: null, template: null });
  expect(await unsent()).toBe(0);
});

it('a package that is too large for a mail leaves nothing behind, and is not said to have been sent', async () => {
  const [a, b] = [await agency('Обласна адміністрація'), await agency('Громада')];
  await befriend(a, b);
  const { id: groupId } = await a.client.directory.addGroup({ name: 'Рада з протидії', language: 'uk' });
  await a.client.exchange.setParticipants({ groupId, agencyIds: [b.agencyId] });
  const meeting = await a.client.meetings.create({ groupId, heldOn: '2026-03-12', copyFrom: null, template: null });
  const ticket = a.choose('запис.bin', randomBytes(21 * 1024 * 1024));
  await a.client.meetings.attach({ ownerEntity: 'meeting', ownerId: meeting.id, ticket });
  const mail = async () => {
    const work = a.client.exchange.makePackage({ agencyId: b.agencyId, full: false, carrier: 'mail', language: 'uk' });
    return resultOf(await work);
  };
  expect(await refusedWith(mail)).toBe('packageTooLargeForMail');
  expect((await a.client.exchange.log({ agencyId: null, offset: 0, limit: 10 })).entries).toEqual([]);
  expect((await a.client.exchange.status()).agencies[0]).toMatchObject({ lastSentAt: null });
  expect((await a.client.exchange.status()).agencies[0]?.unsent).toBeGreaterThan(0);
  expect(readdirSync(join(a.home, 'installation', 'exchange', String(process.pid)))).toEqual([]);
});

it('packages that are looked at and never left do not pile up: the oldest is looked at anew', async () => {
  const [a, b] = [await agency('Обласна адміністрація'), await agency('Громада')];
  await befriend(a, b);
  const { id: groupId } = await a.client.directory.addGroup({ name: 'Рада з протидії', language: 'uk' });
  await a.client.exchange.setParticipants({ groupId, agencyIds: [b.agencyId] });
  const sent = await send(a, b);
  const looks: string[] = [];
  for (let n = 0; n < 6; n += 1) looks.push((await inspect(b, sent)).previewId);
  const rowsOf = (previewId = '') =>
    b.client.exchange.previewRows({ previewId, fates: [], entity: null, words: '', offset: 0, limit: 1 });
  expect(await refusedWith(() => rowsOf(looks[0]))).toBe('previewGone');
  expect((await rowsOf(looks.at(-1))).total).toBeGreaterThan(0);
  const lying = readdirSync(join(b.home, 'installation', 'exchange', String(process.pid)));
  expect(lying.length).toBeLessThan(looks.length);
});
