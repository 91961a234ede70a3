// The change list of a package, read by somebody who has not opened a record of it yet.
import { expect, test } from '@playwright/test';
import {
  befriendDoors,
  mergePackage,
  openPackage,
  partnerPage,
  sendPackage,
  shareGroup,
} from '../fixtures/agencyPages.ts';
import { addGroup } from '../fixtures/councilMeeting.ts';
import { doorFor, openEachPage } from '../fixtures/browserDoor.ts';
import { fakeClock } from '../fixtures/fakeClock.ts';
import { holdMeeting } from '../fixtures/minutes.ts';
import { axeFindings, heedFileDialogs } from '../fixtures/pages.ts';

const ours = doorFor();
const theirs = doorFor();
openEachPage(ours);

test('says what becomes what, what was moved, and what is refused and why', async ({ page, browser }) => {
  test.setTimeout(180_000);
  page.setDefaultTimeout(20_000);
  await befriendDoors(ours, theirs);
  const group = await addGroup(ours.client);
  const table = { id: group.groupId, people: Object.values(group.people), organisations: [], seats: [] };
  const held = await holdMeeting(ours.client, { clock: fakeClock('2026-03-12 09:00') }, table);
  const next = { groupId: group.groupId, copyFrom: null, template: null, heldOn: '2026-04-12' };
  const { id: meetingId } = await ours.client.meetings.create({ ...next, startsAt: '10:00', endsAt: '12:00' });
  const { id: renamed } = await ours.client.meetings.addItem({ meetingId, title: 'Про громади', at: null });
  const { id: moved } = await ours.client.meetings.addItem({ meetingId, title: 'Про навчання', at: null });
  await shareGroup(ours, theirs, group.groupId);
  heedFileDialogs(page);
  const other = await partnerPage(browser, theirs);
  await openPackage(other, await sendPackage(page));
  await mergePackage(other);

  await ours.client.meetings.circulate({ id: held.id, on: '2026-03-13', remarksUntil: '2026-03-15' });
  await ours.client.meetings.sign({ id: held.id, on: '2026-03-20', number: null });
  await ours.client.meetings.updateItem({ id: renamed, patch: { title: 'Про стан справ у громадах' } });
  const { meetings } = theirs.client;
  const before = (await meetings.item({ id: held.itemId })).decisions[0];
  const base = { clock: before?.clocks['text'] ?? null, text: before?.text ?? '' };
  const text = 'Узяти до уваги.';
  await meetings.saveWords({
    itemId: held.itemId,
    changed: [{ kind: 'decision', id: held.decisionId, text, base }],
    removed: [],
    order: [held.speechId, held.decisionId],
  });
  await meetings.moveItem({ id: moved, to: 0 });
  await meetings.update({ id: meetingId, patch: { place: 'Велика зала' } });
  await meetings.updateItem({ id: renamed, patch: { title: 'Про виконання програми в громадах' } });
  await openPackage(page, await sendPackage(other));

  const grid = page.getByRole('grid');
  await expect(grid.getByRole('row', { name: /Місце: м\. Полтава → Велика зала/ })).toContainText('змінено');
  await expect(grid.getByRole('row', { name: /Запис переставлено/ })).toContainText('Про навчання');
  const refused = grid.getByRole('row', { name: /відхилено.*Підписаний протокол уже не змінюється/ });
  await grid.getByRole('row', { name: /Запис переставлено/ }).click();
  const background = (row: typeof refused): Promise<string> =>
    row.evaluate((element) => getComputedStyle(element).backgroundColor);
  expect(await background(refused)).not.toBe(await background(grid.getByRole('row', { name: /Велика зала/ })));
  expect(await axeFindings(page)).toEqual([]);
  const panel = page.locator('#side-panel');
  await expect(panel).toContainText('запис переставлено');
  await refused.click();
  await expect(panel).toContainText(text);
  await expect(panel).toContainText('Попросіть партнера оформити виправлення.');

  // in another language it is looked at again: names of records with their days follow, and what was chosen stays
  await grid.getByRole('row', { name: /Про виконання програми/ }).click();
  await page.keyboard.press('ArrowRight');
  await expect(panel.getByRole('radio', { name: /Про стан справ у громадах/ })).toBeChecked();
  const heard = grid.getByRole('row', { name: /Велика зала/ });
  await expect(heard).toContainText('12.04.2026');
  await page.getByRole('button', { name: 'УКР: Мова інтерфейсу' }).press('Enter');
  await page.getByRole('menuitemcheckbox', { name: 'Lietuvių' }).press('Enter');
  await expect(heard).toContainText('2026-04-12');
  await expect(panel.getByRole('radio', { name: /Про стан справ у громадах/ })).toBeChecked();
  expect(await axeFindings(page)).toEqual([]);
});
