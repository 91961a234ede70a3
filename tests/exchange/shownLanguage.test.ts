// Days in the names of records are written as the screen does, not as the minutes are.
import { expect, it } from 'vitest';
import { acknowledge, befriend, pass, receive, send, type Agency } from '../fixtures/agencies.ts';
import { agenciesOfTest } from '../fixtures/agenciesOfTest.ts';
import { resultOf } from '../fixtures/longWork.ts';

const { start } = agenciesOfTest();

it('in the list of conflicts, in the history and in the preview of a package', async () => {
  const [a, b] = [await start('Область'), await start('Громада')];
  await befriend(a, b);
  const { id: groupId } = await a.client.directory.addGroup({ name: 'Taryba', language: 'lt' });
  const { id } = await a.client.meetings.create({ groupId, heldOn: '2026-03-12', copyFrom: null, template: null });
  await a.client.exchange.setParticipants({ groupId, agencyIds: [b.agencyId] });
  await pass(a, b);
  const place = (by: Agency, text: string) => by.client.meetings.update({ id, patch: { place: text } });
  await place(a, 'мала зала');
  await place(b, 'велика зала');
  const sent = await send(a, b);
  for (const [language, day] of [
    ['en', '12/03/2026'],
    ['lt', '2026-03-12'],
    [undefined, '12.03.2026'],
  ] as const) {
    const ticket = b.choose(sent.name, sent.bytes);
    const { previewId } = await resultOf(await b.client.exchange.inspect({ ticket, ...(language && { language }) }));
    const page = { previewId, fates: [], entity: null, words: '', offset: 0, limit: 10 };
    const { rows } = await b.client.exchange.previewRows(page);
    expect(rows.map(({ about }) => about)).toEqual([`Taryba · ${day}`]);
    await b.client.exchange.leave({ previewId });
  }
  const { receipt } = await receive(b, sent);
  await acknowledge(a, receipt);
  const aboutIn = async (language?: 'en' | 'lv') =>
    (await b.client.workspace.conflicts(language && { language })).map(({ about }) => about);
  expect(await aboutIn('lv')).toEqual(['Taryba · 12.03.2026.']);
  expect(await aboutIn()).toEqual(['Taryba · 12.03.2026']);
  await b.client.workspace.setPreferences({ language: 'en' });
  expect(await aboutIn()).toEqual(['Taryba · 12/03/2026']);
});
