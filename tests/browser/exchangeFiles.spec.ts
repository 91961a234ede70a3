// Files that come into the program: chosen by key, dropped on any page, several at once. Each is looked at, none is lost.
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { befriendDoors, shareGroup } from '../fixtures/agencyPages.ts';
import { doorFor, openEachPage, type SharedDoor } from '../fixtures/browserDoor.ts';
import { testPassphrase } from '../fixtures/doors.ts';
import { sharedFolder } from '../fixtures/exchangeFolder.ts';
import { resultOf } from '../fixtures/longWork.ts';
import { axeFindings, goTo, openPalette } from '../fixtures/pages.ts';
import { test } from '../fixtures/window.ts';

const ours = doorFor();
const theirs = doorFor();
openEachPage(ours);
test.beforeAll(() => ours.client.exchange.makeKeys());

type Dropped = { name: string; text: string };

const cardOf = async (door: SharedDoor, name: string): Promise<Dropped> => ({
  name,
  text: (await door.client.exchange.makeKeys()).text,
});

/** Drags files over a place of the page and lets them go there, or only drags. */
const drag = (page: Page, where: string, files: readonly Dropped[], types: readonly string[]): Promise<void> =>
  page.evaluate(
    ([selector, list, each]) => {
      const dataTransfer = new DataTransfer();
      for (const { name, text } of list) dataTransfer.items.add(new File([text], name));
      for (const type of each)
        document
          .querySelector(selector)
          ?.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
    },
    [where, files, types] as const,
  );
const drop = (page: Page, files: readonly Dropped[], where = 'main') => drag(page, where, files, ['dragover', 'drop']);

test('the key opens the dialog for files, and several of them are looked at one after the other', async ({ page }) => {
  const { text } = await cardOf(theirs, '');
  await goTo(page, '/exchange');
  await expect(page.getByRole('tablist')).toBeVisible();
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('o')]);
  expect(chooser.isMultiple()).toBe(true);
  const file = (name: string, content: string) => ({
    name,
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(content),
  });
  await chooser.setFiles([
    file('зіпсований.viche-package', 'не пакет'),
    file('сусіди.viche-card', text),
    file('другий.viche-package', 'теж ні'),
  ]);
  // the card comes before the packages
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('status')).toContainText('Нова установа');
  await expect(page.getByText('Чекають 2 файли, на черзі «другий.viche-package».')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: 'Пакет не прийнято' })).toBeVisible();
  await expect(page.getByRole('main')).toContainText('другий.viche-package');
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Alt+n');
  await expect(page.getByRole('main')).toContainText('зіпсований.viche-package');
  await expect(page.getByText(/^Чека/)).toHaveCount(0);
});

test('a card dropped on any page opens, and what is no file of ours is said in words', async ({ page }) => {
  await drag(page, 'main', [{ name: 'x', text: '' }], ['dragover']);
  await expect(page.getByText('Відпустіть файл будь-де у вікні')).toBeVisible();
  await drop(page, [{ name: 'лист.pdf', text: 'лист' }, await cardOf(theirs, 'сусіди.viche-card')]);
  await expect(page.getByText('Відпустіть файл будь-де у вікні')).toHaveCount(0);
  await expect(page.getByText(/Віче тут не відкриває: лист.pdf/)).toBeVisible();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('status')).toContainText('Нова установа');
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('status').getByRole('button', { name: 'Закрити' }).click();
  await expect(page.getByText(/лист.pdf/)).toHaveCount(0);
});

test('a place for files of its own keeps what is dropped on it', async ({ page }) => {
  await goTo(page, '/exchange');
  await expect(page.getByRole('tablist')).toBeVisible();
  await page.keyboard.press('n');
  await expect(page.getByRole('dialog').getByRole('textbox')).toBeVisible();
  const place = '[role=dialog] textarea';
  await drag(page, place, [{ name: 'x', text: '' }], ['dragover']);
  await expect(page.getByText('Відпустіть файл будь-де у вікні')).toHaveCount(0);
  await drop(page, [await cardOf(theirs, 'сусіди.viche-card')], place);
  await expect(page.getByRole('dialog').getByRole('status')).toContainText('Нова установа');
  await expect(page.getByText(/^Чека/)).toHaveCount(0);
});

test('what was dropped before the workspace is open is looked at afterwards', async ({ page }) => {
  await ours.client.workspace.lock();
  await expect(page.getByRole('heading', { name: 'Розблокувати' })).toBeVisible();
  await drop(page, [await cardOf(theirs, 'сусіди.viche-card')]);
  await expect(page.getByText(/Чекає 1 файл, на черзі «сусіди.viche-card»/)).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await page.locator('input[type=password]').fill(testPassphrase);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('dialog').getByRole('status')).toContainText('Нова установа');
});

test('the palette knows every act of the exchange by its words', async ({ page }) => {
  const { text } = await theirs.client.exchange.makeKeys();
  const { id } = await ours.client.exchange.importCard({ text });
  await ours.client.exchange.trustCard({ id, checked: 'telephone', note: '' });
  const { id: groupId } = await ours.client.directory.addGroup({ name: 'Рада', language: 'uk' });
  await ours.client.exchange.setParticipants({ groupId, agencyIds: [] });
  const run = async (typed: string): Promise<void> => {
    await openPalette(page);
    await page.keyboard.type(`>${typed}`);
    await expect(page.getByRole('option').first()).toBeVisible();
    await page.keyboard.press('Enter');
  };
  const dialog = page.getByRole('dialog');
  await run('надіслати пакет test');
  await expect(dialog).toContainText('Пакет для установи «Test agency»');
  await page.keyboard.press('Escape');
  await run('учасники рада');
  await expect(dialog).toContainText('Учасники обміну: Рада');
  await page.keyboard.press('Escape');
  await run('картка test');
  await expect(dialog).toContainText('довірена');
  await page.keyboard.press('Escape');
  await run('замінити ключі');
  await expect(dialog).toContainText('Замінити ключі установи?');
  await page.keyboard.press('Escape');
  await run('що надіслано');
  await expect(page.getByRole('tab', { name: 'Журнал' })).toHaveAttribute('aria-selected', 'true');
  await run('узяти картку');
  await expect(dialog.getByRole('textbox')).toBeVisible();
  await page.keyboard.press('Escape');
  const [download] = await Promise.all([page.waitForEvent('download'), run('зберегти нашу')]);
  expect(download.suggestedFilename()).toMatch(/\.viche-card$/);
});

test('the exchange folder tells that it is gone, what is in the way, that it is back, and what waits there', async ({
  page,
}) => {
  await befriendDoors(ours, theirs);
  for (const [one, two, name] of [
    [ours, theirs, 'Рада області'],
    [theirs, ours, 'Рада громади'],
  ] as const)
    await shareGroup(one, two, (await one.client.directory.addGroup({ name, language: 'uk' })).id);
  const [we, they] = [(await ours.client.exchange.status()).own, (await theirs.client.exchange.status()).own];
  const folder = sharedFolder();
  await ours.byCommandLine('exchange', 'folder', '--set', folder.path);
  await goTo(page, '/exchange');
  const section = page.getByRole('complementary');
  await expect(section).toContainText(folder.path);
  await expect(section).toContainText('Стежимо за папкою');
  const waits = page.getByRole('region', { name: 'Чекають на вас' });
  const checkNow = async (): Promise<void> => {
    const button = section.getByRole('button', { name: 'Перевірити зараз' });
    await expect(button).not.toHaveAttribute('aria-busy');
    await button.press('Enter');
  };
  const gone = waits.getByText(/^Папки обміну немає на місці/);
  renameSync(folder.path, `${folder.path}-away`);
  await checkNow();
  await expect(gone).toBeVisible();
  await expect(section).not.toContainText('Стежимо');
  expect(await axeFindings(page)).toEqual([]);
  renameSync(`${folder.path}-away`, folder.path);
  await checkNow();
  await expect(gone).toHaveCount(0);
  await expect(section).toContainText('Стежимо');

  // a file in the place of our folder: nothing can be written, and what has come is told all the same
  const own = join(folder.path, we?.agencyId ?? '');
  rmSync(own, { recursive: true, force: true });
  writeFileSync(own, '');
  const made = await resultOf(
    await theirs.client.exchange.makePackage({
      agencyId: we?.agencyId ?? '',
      full: false,
      carrier: 'file',
      language: 'uk',
    }),
  );
  const answer = await fetch(`${theirs.origin}/files/${made.ticket}`, { headers: { 'x-viche-token': theirs.token } });
  const inbox = join(folder.path, they?.agencyId ?? '', we?.agencyId ?? '');
  mkdirSync(inbox, { recursive: true });
  writeFileSync(join(inbox, '1.viche-package'), Buffer.from(await answer.arrayBuffer()));
  await checkNow();
  const blocked = waits.getByText(/^Віче не може записувати до папки обміну/);
  await expect(blocked).toBeVisible();
  const waiting = section.getByRole('button', { name: /1\.viche-package/ });
  await expect(waiting).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  rmSync(own);
  await checkNow();
  await expect(blocked).toHaveCount(0);
  await waiting.press('Enter');
  await expect(page.getByRole('checkbox', { name: 'Рада громади' })).toBeChecked();
  await page.keyboard.press('Escape');
  await expect(waiting).toBeVisible();
  await section.getByRole('button', { name: 'Припинити' }).press('Enter');
  await expect(section).toContainText('Не вибрано.');
  folder.remove();
});
