// Two agencies, each with a program of its own, one in Ukrainian and one in English: they take each other's cards, compare
// them, send packages both ways, and one decides a conflict by the keyboard.
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect, test, type Browser, type Page } from '@playwright/test';
import { befriendDoors, openDoor, openPackage, partnerPage, sendPackage, shareGroup } from '../fixtures/agencyPages.ts';
import { doorFor, type SharedDoor } from '../fixtures/browserDoor.ts';
import { testPassphrase } from '../fixtures/doors.ts';
import { axeFindings, complaintsOf, goTo, heedFileDialogs } from '../fixtures/pages.ts';

const ours = doorFor();
const theirs = doorFor();

const textOfCard = async (door: SharedDoor): Promise<string> => (await door.client.exchange.status()).own?.text ?? '';

/** A page of the other agency, in English. */
const englishPage = async (browser: Browser): Promise<Page> => {
  const context = await browser.newContext({ locale: 'en-GB' });
  await context.addInitScript(() => localStorage.setItem('viche.language', JSON.stringify('en')));
  const page = await context.newPage();
  await page.goto(theirs.url);
  await page.getByRole('navigation').waitFor();
  return page;
};

const takeCard = async (page: Page, text: string): Promise<void> => {
  await page.keyboard.press('n');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill(text);
  await page.keyboard.press('Control+Enter');
  await expect(dialog.getByRole('status')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  const compared = dialog.getByRole('checkbox');
  await compared.check();
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toHaveCount(0);
};

type Sent = { name: string; mimeType: string; buffer: Buffer };

const saved = async (page: Page, act: () => Promise<void>): Promise<Sent> => {
  const [download] = await Promise.all([page.waitForEvent('download'), act()]);
  const path = await download.path();
  return { name: download.suggestedFilename(), mimeType: 'application/octet-stream', buffer: await readFile(path) };
};

/** Our workspace is locked over the page, which then gets the passphrase. */
const lockAndUnlock = async (page: Page): Promise<void> => {
  await ours.client.workspace.lock();
  await expect(page.getByRole('heading', { name: 'Розблокувати' })).toBeVisible();
  await expect(page.getByText('Рада області')).toHaveCount(0);
  await page.locator('input[type=password]').fill(testPassphrase);
  await page.keyboard.press('Control+Enter');
};

/** The key for receiving, on the list. */
const open = async (page: Page, file: Sent): Promise<void> => {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('o')]);
  await chooser.setFiles(file);
};

test('cards, packages both ways, and a conflict decided by the keyboard, with a lock in the middle of it', async ({
  page,
  browser,
}) => {
  test.setTimeout(180_000);
  page.setDefaultTimeout(15_000);
  const complaints = complaintsOf(page);
  const other = await englishPage(browser);
  other.setDefaultTimeout(15_000);
  const otherComplaints = complaintsOf(other);
  for (const each of [page, other]) heedFileDialogs(each);
  await page.goto(ours.url);
  await page.getByRole('navigation').waitFor();
  for (const [each, make] of [
    [page, 'Створити ключі й картку'],
    [other, 'Make keys and card'],
  ] as const) {
    await goTo(each, '/exchange');
    expect(await axeFindings(each)).toEqual([]);
    await each.getByRole('button', { name: make }).click();
    await expect(each.getByRole('tablist')).toBeVisible();
  }
  await takeCard(page, await textOfCard(theirs));
  await takeCard(other, await textOfCard(ours));
  await expect(page.getByRole('grid')).toContainText('довірена');
  await expect(other.getByRole('grid')).toContainText('trusted');

  const { id: groupId } = await ours.client.directory.addGroup({ name: 'Рада', language: 'uk' });
  await page.getByRole('button', { name: 'Рада лише ми' }).click();
  await page.getByRole('dialog').getByRole('checkbox').check();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(await axeFindings(page)).toEqual([]);

  await page.getByRole('grid').focus();
  await page.keyboard.press('s');
  await expect(page.getByRole('dialog')).toContainText('робоча група: 1');
  expect(await axeFindings(page)).toEqual([]);
  const first = await saved(page, () => page.keyboard.press('Control+Enter'));
  await expect(page.getByRole('dialog')).toContainText(first.name);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await open(other, first);
  await expect(other.getByRole('checkbox', { name: 'Рада' })).toBeChecked();
  await expect(other.getByRole('grid')).toBeFocused();
  expect(await axeFindings(other)).toEqual([]);
  await other.keyboard.press('Control+Enter');
  const receipt = await saved(other, () => other.getByRole('button', { name: 'Save receipt' }).click());
  expect(await axeFindings(other)).toEqual([]);
  await open(page, receipt);
  await expect(page.getByText(/отримала все, що надіслано до/)).toBeVisible();

  await ours.client.directory.updateGroup({ id: groupId, patch: { name: 'Рада громади' } });
  await theirs.client.directory.updateGroup({ id: groupId, patch: { name: 'Рада області' } });
  await goTo(other, '/exchange');
  await other.getByRole('grid').focus();
  await other.keyboard.press('s');
  await expect(other.getByRole('dialog')).toContainText('1 change');
  const second = await saved(other, () => other.keyboard.press('Control+Enter'));
  await open(page, second);
  await expect(page.getByRole('grid')).toBeFocused();
  const sides = page.getByRole('radiogroup', { name: 'Назва' });
  await expect(sides.getByRole('radio', { name: /Рада області/ })).toBeChecked();
  await page.keyboard.press('ArrowRight');
  await expect(sides.getByRole('radio', { name: /Рада громади/ })).toBeChecked();
  expect(await axeFindings(page)).toEqual([]);
  // Whoever went away and was locked out finds the package and the choice again.
  await lockAndUnlock(page);
  await expect(page.getByRole('grid')).toBeFocused();
  await expect(sides.getByRole('radio', { name: /Рада громади/ })).toBeChecked();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('button', { name: 'Зберегти квитанцію' })).toBeVisible();
  expect((await ours.client.directory.group({ id: groupId })).name).toBe('Рада громади');
  expect(await ours.client.workspace.conflicts()).toEqual([]);
  // And so does who was locked out before the receipt was saved.
  await lockAndUnlock(page);
  await expect(page.getByRole('heading', { name: 'Об’єднано' })).toBeVisible();
  await saved(page, () => page.keyboard.press('Control+Enter'));
  // Lost on the way, it is made again from the log.
  await goTo(page, '/exchange/log');
  await expect(page.getByRole('grid')).toContainText('отримано');
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('grid').focus();
  const again = await saved(page, () => page.keyboard.press('r'));
  expect(await axeFindings(page)).toEqual([]);
  await other.keyboard.press('Escape');
  await expect(other.getByRole('dialog')).toHaveCount(0);
  await open(other, again);
  await expect(other.getByText(/has received everything sent up to/)).toBeVisible();
  expect([...complaints, ...otherComplaints]).toEqual([]);
  await other.context().close();
});

/** Bytes of an attachment whose sealing takes long enough for somebody to cancel it. */
const large = 24 * 1024 * 1024;

/** From now on the page writes down what it says of long work, and cancels that at which `cancelWhen` has been told to. */
const heedWork = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const { dataset } = document.body;
    new MutationObserver(() => {
      const work = document.querySelector('[role=status]:has([role=meter], [role=progressbar])');
      const text = work?.querySelector('p')?.textContent ?? '';
      const said = (dataset['said'] ?? '').split('|');
      if (text === '' || said.at(-1) === text) return;
      dataset['said'] = [...said, text].join('|');
      if (dataset['cancelWhen'] !== text) return;
      const buttons = document.querySelectorAll<HTMLElement>('[role=dialog] footer button, [role=status] button');
      [...buttons].find(({ textContent }) => textContent === 'Скасувати')?.click();
    }).observe(document.body, { childList: true, subtree: true, characterData: true });
  });

const cancelWhen = (page: Page, words: string): Promise<void> =>
  page.evaluate((when) => void Object.assign(document.body.dataset, { said: '', cancelWhen: when }), words);

const said = (page: Page): Promise<string[]> =>
  page.evaluate(() => (document.body.dataset['said'] ?? '').split('|').filter(Boolean));

test('long work says what it is at, and what is cancelled leaves nothing half done', async ({ page, browser }) => {
  test.setTimeout(180_000);
  page.setDefaultTimeout(20_000);
  await befriendDoors(ours, theirs);
  const { id: groupId } = await ours.client.directory.addGroup({ name: 'Велика рада', language: 'uk' });
  await shareGroup(ours, theirs, groupId);
  const times = { heldOn: '2026-04-12', startsAt: '10:00', endsAt: '12:00' };
  const { id } = await ours.client.meetings.create({ groupId, copyFrom: null, template: null, ...times });
  const answer = await fetch(`${ours.origin}/files`, {
    method: 'POST',
    headers: { 'x-viche-token': ours.token, 'x-viche-name': 'record.bin' },
    body: randomBytes(large),
  });
  const { ticket } = (await answer.json()) as { ticket: string };
  await ours.client.meetings.attach({ ownerEntity: 'meeting', ownerId: id, ticket });
  heedFileDialogs(page);
  await openDoor(page, ours);
  const other = await partnerPage(browser, theirs);
  await heedWork(page);
  await heedWork(other);
  const logOf = async ({ client }: SharedDoor) =>
    (await client.exchange.log({ agencyId: null, offset: 0, limit: 9 })).total;
  const [sentBefore, receivedBefore] = [await logOf(ours), await logOf(theirs)];

  const writing = 'Пакет шифрується й записується…';
  await cancelWhen(page, writing);
  await goTo(page, '/exchange');
  await page.getByRole('grid').focus();
  await page.keyboard.press('s');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('button', { name: /^Зберегти файл/ })).toBeEnabled();
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toContainText('Скасовано; нічого не змінено.');
  await expect(page.getByText('Не вдалося зберегти')).toHaveCount(0);
  expect(await said(page)).toEqual(['Нові зміни готуються й підписуються…', writing]);
  expect(await axeFindings(page)).toEqual([]);
  expect(await logOf(ours)).toBe(sentBefore);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await cancelWhen(page, '');
  const file = await sendPackage(page);
  expect(file.buffer.length).toBeGreaterThan(large);
  expect(await logOf(ours)).toBe(sentBefore + 1);

  const checked = 'Пакет перевіряється: підпис і кожен рядок. Нічого не записується.';
  await cancelWhen(other, checked);
  await goTo(other, '/exchange');
  const receive = other.getByRole('button', { name: /^Прийняти пакет/ });
  const [chooser] = await Promise.all([other.waitForEvent('filechooser'), receive.click()]);
  await chooser.setFiles(file);
  await expect(other.getByText(/^Виберіть файл \.viche-package або перетягніть/)).toBeVisible();
  await cancelWhen(other, '');
  await openPackage(other, file);
  const merging = 'Пакет читається ще раз…';
  await cancelWhen(other, merging);
  await other.keyboard.press('Control+Enter');
  await expect(other.getByText('Скасовано; нічого не змінено.')).toBeVisible();
  expect((await said(other)).slice(0, 2)).toEqual(['Створюється резервна копія…', merging]);
  expect(await axeFindings(other)).toEqual([]);
  expect(await logOf(theirs)).toBe(receivedBefore);
  expect((await theirs.client.directory.groups()).map(({ name }) => name)).not.toContain('Велика рада');
  await other.context().close();
});
