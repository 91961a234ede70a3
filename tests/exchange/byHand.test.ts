// Two agencies, each with a real program of its own, and packages that go by hand.
import { expect, it } from 'vitest';
import {
  acknowledge,
  befriend,
  fileOf,
  inspect,
  pass,
  receive,
  refusedWith,
  send,
  type Agency,
} from '../fixtures/agencies.ts';
import { agenciesOfTest } from '../fixtures/agenciesOfTest.ts';

const { start: agency } = agenciesOfTest();

async function twoWithAGroup() {
  const [a, b] = [await agency('Обласна адміністрація'), await agency('Громада')];
  await befriend(a, b);
  const { id: groupId } = await a.client.directory.addGroup({ name: 'Рада з протидії', language: 'uk' });
  await a.client.exchange.setParticipants({ groupId, agencyIds: [b.agencyId] });
  return { a, b, groupId };
}

const rename = (by: Agency, groupId: string, name: string) =>
  by.client.directory.updateGroup({ id: groupId, patch: { name } });
const nameAt = async (by: Agency, groupId: string) => (await by.client.directory.group({ id: groupId })).name;

it('a newcomer is offered the group, gets it whole, answers, and both know what the other has', async () => {
  const { a, b, groupId } = await twoWithAGroup();
  const sent = await send(a, b);
  const preview = await inspect(b, sent);
  expect(preview.sender).toMatchObject({ name: a.name, checked: 'telephone' });
  expect(preview.offered).toEqual([{ id: groupId, name: 'Рада з протидії' }]);
  expect(preview.counts).toMatchObject({ conflict: 0, refused: 0, waiting: 0, removed: 0 });
  expect(preview.counts.new).toBeGreaterThan(0);
  const { rows } = await b.client.exchange.previewRows({
    previewId: preview.previewId,
    fates: ['new'],
    entity: 'workingGroup',
    words: 'протидії',
    offset: 0,
    limit: 10,
  });
  expect(rows).toMatchObject([{ about: 'Рада з протидії', agency: a.name }]);
  const before = fileOf(b);
  expect(before.includes('Рада')).toBe(false);
  const { receipt, entry } = await receive(b, sent);
  expect(entry).toMatchObject({ direction: 'received', agencyId: a.agencyId, refused: 0, held: 0, conflicts: 0 });
  expect(await nameAt(b, groupId)).toBe('Рада з протидії');
  expect((await b.client.exchange.status()).groups).toEqual([
    { id: groupId, name: 'Рада з протидії', agencyIds: [a.agencyId] },
  ]);
  expect((await a.client.exchange.status()).agencies[0]).toMatchObject({ acknowledgedAt: null, unsent: 0 });
  expect(await acknowledge(a, receipt)).toMatchObject({ agencyId: b.agencyId, agency: b.name, refused: 0 });
  expect((await a.client.exchange.status()).agencies[0]).toMatchObject({ unacknowledged: 0 });
  expect((await a.client.exchange.outgoing({ agencyId: b.agencyId, full: false })).obstacle).toBe('nothingNew');

  await rename(b, groupId, 'Рада з протидії торгівлі людьми');
  await pass(b, a);
  expect(await nameAt(a, groupId)).toBe('Рада з протидії торгівлі людьми');
  expect((await a.client.workspace.backups()).map(({ kind }) => kind)).toContain('beforeMerge');
});

it('both changed one field: the later wins on both sides, the loser is shown and taken back as an edit', async () => {
  const { a, b, groupId } = await twoWithAGroup();
  await pass(a, b);
  await rename(a, groupId, 'Назва А');
  await rename(b, groupId, 'Назва Б');
  const sent = await send(b, a);
  const preview = await inspect(a, sent);
  expect(preview.counts.conflict).toBe(1);
  const record = await a.client.exchange.previewRecord({
    previewId: preview.previewId,
    entity: 'workingGroup',
    row: groupId,
  });
  expect(record.fields).toMatchObject([
    {
      field: 'name',
      fate: 'conflict',
      ours: { value: '"Назва А"', agency: '' },
      theirs: { value: '"Назва Б"', agency: b.name },
      after: '"Назва Б"',
    },
  ]);
  expect(await nameAt(a, groupId)).toBe('Назва А');
  const picks = [{ entity: 'workingGroup', row: groupId, field: 'name', take: 'ours' as const }];
  const { receipt } = await receive(a, sent, picks);
  if (receipt) await acknowledge(b, receipt);
  expect(await nameAt(a, groupId)).toBe('Назва А');
  expect(await a.client.workspace.conflicts()).toEqual([]);
  await pass(a, b);
  expect(await nameAt(b, groupId)).toBe('Назва А');
  expect((await a.client.workspace.undo()).label).toBe('exchange.takePicks');
  expect(await nameAt(a, groupId)).toBe('Назва Б');
});

it('the change list says what becomes what where one short field is changed, and only names more and longer ones', async () => {
  const { a, b, groupId } = await twoWithAGroup();
  const created = await a.client.meetings.create({ groupId, heldOn: '2026-03-12', copyFrom: null, template: null });
  await a.client.meetings.update({ id: created.id, patch: { place: 'Мала зала' } });
  await pass(a, b);
  const changeListed = async (patch: Parameters<typeof a.client.meetings.update>[0]['patch']) => {
    await a.client.meetings.update({ id: created.id, patch });
    const sent = await send(a, b);
    const { previewId } = await inspect(b, sent);
    const page = { previewId, fates: [], entity: 'meeting', words: '', offset: 0, limit: 10 };
    const { rows } = await b.client.exchange.previewRows(page);
    await receive(b, sent);
    return rows;
  };
  expect(await changeListed({ place: 'Велика зала' })).toMatchObject([
    { fate: 'changed', fields: ['place'], change: { before: '"Мала зала"', after: '"Велика зала"' } },
  ]);
  expect(await changeListed({ place: 'Зала', title: 'Про виконання' })).toMatchObject([{ change: null }]);
  expect(await changeListed({ place: 'довгий '.repeat(40) })).toMatchObject([{ fields: ['place'], change: null }]);
});

it('an old package, the same one twice, and packages in another order do no harm', async () => {
  const { a, b, groupId } = await twoWithAGroup();
  const first = await send(a, b);
  await rename(a, groupId, 'Друга назва');
  const second = await send(a, b);
  await receive(b, second);
  expect(await nameAt(b, groupId)).toBe('Друга назва');
  for (const sent of [first, second, first]) {
    const { preview, entry } = await receive(b, sent);
    expect([preview.counts.new, preview.counts.changed, entry.changes]).toEqual([0, 0, 0]);
  }
  expect(await nameAt(b, groupId)).toBe('Друга назва');
});

it('a package for another agency, of an unknown one, or that was changed on the way is refused with its reason', async () => {
  const { a, b } = await twoWithAGroup();
  const c = await agency('Хтось');
  const sent = await send(a, b);
  expect(await refusedWith(() => inspect(c, sent))).toBe('packageNotForUs');
  expect(await refusedWith(() => inspect(b, { ...sent, bytes: sent.bytes.subarray(0, -10) }))).toMatch(/^package/);
  const flipped = Buffer.from(sent.bytes);
  const middle = flipped.length >> 1;
  flipped[middle] = (flipped[middle] ?? 0) ^ 1;
  expect(await refusedWith(() => inspect(b, { ...sent, bytes: flipped }))).toMatch(/^package(Damaged|CutShort)$/);
  const { agencies } = await b.client.exchange.status();
  await b.client.exchange.revokeCard({ id: agencies[0]?.card.id ?? '', note: 'ноутбук викрадено' });
  expect(await refusedWith(() => inspect(b, sent))).toBe('packageSignerRevoked');
});
