// Rules 9 and 15 as a person meets them: a computer burned, its backup lacks the last weeks, the keys were renewed, and the
// partner still has what was lost.
import { expect, test } from '@playwright/test';
import {
  befriendDoors,
  mergePackage,
  openDoor,
  openPackage,
  partnerPage,
  sendPackage,
  shareGroup,
} from '../fixtures/agencyPages.ts';
import { doorFor } from '../fixtures/browserDoor.ts';
import { axeFindings, complaintsOf, goTo } from '../fixtures/pages.ts';

const ours = doorFor();
const theirs = doorFor();

test('what a restored backup lacks comes back from a partner, and a person takes it in', async ({ page, browser }) => {
  test.setTimeout(180_000);
  page.setDefaultTimeout(20_000);
  await befriendDoors(ours, theirs);
  const { id } = await ours.client.directory.addGroup({ name: 'Рада', language: 'uk' });
  await shareGroup(ours, theirs, id);
  await openDoor(page, ours);
  const other = await partnerPage(browser, theirs);
  const complaints = [complaintsOf(page), complaintsOf(other)];
  await openPackage(other, await sendPackage(page));
  await mergePackage(other);

  const backup = await ours.client.workspace.backUp();
  await ours.client.directory.updateGroup({ id, patch: { name: 'Рада області' } });
  await openPackage(other, await sendPackage(page));
  await mergePackage(other);
  const [known] = await ours.client.workspace.known();
  await ours.client.workspace.restore({ ref: backup.ref, workspace: known?.ref ?? '' });
  expect((await ours.client.directory.group({ id })).name).toBe('Рада');
  const card = await ours.client.exchange.renewKeys();
  const taken = await theirs.client.exchange.importCard({ text: card.text });
  await theirs.client.exchange.trustCard({ id: taken.id, checked: 'telephone', note: '' });

  await page.reload();
  await openPackage(other, await sendPackage(page));
  await mergePackage(other);
  await openPackage(page, await sendPackage(other));
  await mergePackage(page);
  expect((await ours.client.directory.group({ id })).name).toBe('Рада');

  await goTo(page, '/exchange/log');
  await expect(page.getByText(/Підписано ключами, які ми замінили, а в нас цього немає/)).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Повернути наше…' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Повернути підписане нашими попередніми ключами?' });
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Об’єднано наборів: 1, змін: 1.')).toBeVisible();
  await expect(dialog).toHaveCount(0);
  expect((await ours.client.directory.group({ id })).name).toBe('Рада області');
  expect(await ours.client.exchange.held()).toEqual([]);
  expect(complaints).toEqual([[], []]);
  await other.context().close();
});
