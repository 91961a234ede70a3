// A star by files only (rules 13 and 19): three communities exchange with the oblast alone, and all end with the same.
import { expect, it } from 'vitest';
import { befriend, type Agency } from '../fixtures/agencies.ts';
import { agenciesOfTest } from '../fixtures/agenciesOfTest.ts';
import { useFolder, visit } from '../fixtures/exchangeFolder.ts';

const { start, folder } = agenciesOfTest();

/** The group and its people as an agency has them, whoever wrote what. */
async function sharedAt({ client }: Agency, groupId: string) {
  const { name } = await client.directory.group({ id: groupId });
  const { rows } = await client.meetings.list({ groupId, status: null, text: '', offset: 0, limit: 100 });
  return {
    name,
    meetings: rows.map(({ id, heldOn, place }) => ({ id, heldOn, place })).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

it('rule 19: four agencies, a folder between each community and the oblast, every edit reaches everybody', async () => {
  const oblast = await start('Область');
  const communities: Agency[] = [];
  for (const name of ['Перша громада', 'Друга громада', 'Третя громада']) {
    const community = await start(name);
    communities.push(community);
    await befriend(oblast, community);
  }
  // What the others sign is believed by their cards; nothing goes between communities by itself.
  await befriend(...communities);
  const shared = folder();
  for (const each of [oblast, ...communities]) await useFolder(each, shared);
  const { id: groupId } = await oblast.client.directory.addGroup({ name: 'Рада області', language: 'uk' });
  await oblast.client.exchange.setParticipants({ groupId, agencyIds: communities.map(({ agencyId }) => agencyId) });
  const round = async () => {
    let merged = 0;
    for (const each of [oblast, ...communities, oblast]) merged += await visit(each);
    return merged;
  };
  await round();
  for (const [at, each] of [oblast, ...communities].entries())
    await each.client.meetings.create({ groupId, heldOn: `2026-12-0${at + 1}`, copyFrom: null, template: null });
  await communities[1]?.client.directory.updateGroup({ id: groupId, patch: { name: 'Рада області та громад' } });
  for (let n = 0; n < 6 && (await round()) > 0; n += 1);
  const expected = await sharedAt(oblast, groupId);
  expect(expected.name).toBe('Рада області та громад');
  expect(expected.meetings).toHaveLength(4);
  for (const each of communities) expect(await sharedAt(each, groupId), each.name).toEqual(expected);
}, 300_000);
