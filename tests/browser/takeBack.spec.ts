// Rules 9 and 15 as a person meets them: a computer burned, its backup lacks the last weeks, the keys were renewed, and the
// partner still has what was lost.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import {
  mergePackage,
  openDoor,
  openPackage,
  partnerPage,
  sendPackage,
  shareNewGroup,
} from '../fixtures/agencyPages.ts';
import { doorFor } from '../fixtures/browserDoor.ts';
import { axeFindings, complaintsOf, goTo } from '../fixtures/pages.ts';

const ours = doorFor();
const theirs = doorFor();

test('what a restored backup lacks comes back from a partner, and a person takes it in', async ({ page, browser }) => {
  test.setTimeout(180_000);
  let personId = '';
  const { id, other, complaints } = await shareNewGroup({ page, browser }, [ours, theirs], async (groupId) => {
    const { directory } = ours.client;
    ({ id: personId } = await directory.addPerson({ surname: 'Член ради 7', phone: '+380 00 000 00 07' }));
    await directory.addMember({ groupId, personId, seatId: null, role: 'member', startsOn: null });
  });

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

  // rule 22: what goes for good goes there with the next package, and the backups that still have it are named
  await goTo(page, `/directory/people/${personId}`);
  await page.getByRole('button', { name: 'Стерти контактні дані…' }).press('Enter');
  const asked = page.getByRole('dialog', { name: 'Стерти контактні дані назавжди?' });
  await expect(asked).toContainText('Член ради 7: телефон, електронну пошту');
  await page.keyboard.press('Control+Enter');
  const done = page.getByRole('dialog', { name: 'Контактні дані стерто' });
  await expect(done).toContainText('У партнерів їх буде стерто з наступним пакетом: надішліть його.');
  const folder = await done.locator('p').last().innerText();
  const backups = await done.getByRole('listitem').allInnerTexts();
  const areThere = backups.map((line) => existsSync(join(folder, line.split(' ')[0] ?? '')));
  expect(areThere.length).toBeGreaterThan(0);
  expect(areThere).not.toContain(false);
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(done).toHaveCount(0);
  await openPackage(other, await sendPackage(page));
  await expect(other.getByText('Людей, чиї контактні дані буде стерто назавжди: 1')).toBeVisible();
  await mergePackage(other);
  expect(await theirs.client.directory.person({ id: personId })).toMatchObject({ surname: 'Член ради 7', phone: '' });
  expect(complaints).toEqual({ ours: [], theirs: [] });
  await other.context().close();
});

test('a backup older than the renewal of the keys: our own later card comes with the partner’s package, and is compared', async ({
  page,
  browser,
}) => {
  test.setTimeout(180_000);
  page.setDefaultTimeout(20_000);
  const [group] = (await ours.client.exchange.status()).groups;
  const id = group?.id ?? '';
  const renew = async (): Promise<string> => {
    const { text, fingerprint } = await ours.client.exchange.renewKeys();
    const card = await theirs.client.exchange.importCard({ text });
    await theirs.client.exchange.trustCard({ id: card.id, checked: 'telephone', note: '' });
    return fingerprint;
  };
  await openDoor(page, ours);
  const other = await partnerPage(browser, theirs);
  const complaints = [complaintsOf(page), complaintsOf(other)];
  const backup = await ours.client.workspace.backUp();
  const later = await renew();
  await ours.client.directory.updateGroup({ id, patch: { name: 'Рада області й міста' } });
  await openPackage(other, await sendPackage(page));
  await mergePackage(other);
  const [known] = await ours.client.workspace.known();
  await ours.client.workspace.restore({ ref: backup.ref, workspace: known?.ref ?? '' });
  await renew();
  await page.reload();
  await openPackage(other, await sendPackage(page));
  await mergePackage(other);
  await openPackage(page, await sendPackage(other));
  await mergePackage(page);

  await goTo(page, '/exchange/log');
  await expect(page.getByText(/Підписано пізнішими ключами нашої установи, яких тут немає/)).toBeVisible();
  await goTo(page, '/exchange');
  await expect(page.getByText(/у цієї установи є пізніша картка нашої установи/)).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await goTo(page, '/exchange/log');
  await page.getByRole('button', { name: 'Звірити відбиток' }).press('Enter');
  const dialog = page.getByRole('dialog');
  for (const digits of later.split(' ')) await expect(dialog).toContainText(digits);
  await expect(dialog).toContainText('Зателефонуйте партнерові, який тоді звіряв нашу картку');
  await dialog.getByRole('checkbox').check();
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText(/у цієї установи є пізніша картка нашої установи/)).toHaveCount(0);
  await goTo(page, '/exchange/log');
  await page.getByRole('button', { name: 'Повернути наше…' }).press('Enter');
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toHaveCount(0);
  expect((await ours.client.directory.group({ id })).name).toBe('Рада області й міста');
  expect(complaints).toEqual([[], []]);
  await other.context().close();
});
