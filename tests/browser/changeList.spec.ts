// The change list of a package, read by somebody who has not opened a record of it yet.
import { expect, test } from '@playwright/test';
import { openPackage, rewordDecision, sendPackage, shareMeeting, signMeeting } from '../fixtures/agencyPages.ts';
import { doorFor, openEachPage } from '../fixtures/browserDoor.ts';
import { axeFindings } from '../fixtures/pages.ts';

const ours = doorFor();
const theirs = doorFor();
openEachPage(ours);

test('says what becomes what, what was moved, and what is refused and why', async ({ page, browser }) => {
  test.setTimeout(180_000);
  let [meetingId, renamed, moved] = ['', '', ''];
  const { held, other } = await shareMeeting({ page, browser }, [ours, theirs], async (groupId) => {
    const { meetings } = ours.client;
    const next = { groupId, copyFrom: null, template: null, heldOn: '2026-04-12', startsAt: '10:00', endsAt: '12:00' };
    ({ id: meetingId } = await meetings.create(next));
    ({ id: renamed } = await meetings.addItem({ meetingId, title: 'Про громади', at: null }));
    ({ id: moved } = await meetings.addItem({ meetingId, title: 'Про навчання', at: null }));
  });
  await signMeeting(ours, held);
  await ours.client.meetings.updateItem({ id: renamed, patch: { title: 'Про стан справ у громадах' } });
  const text = 'Узяти до уваги.';
  await rewordDecision(theirs, held, text);
  const { meetings } = theirs.client;
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
