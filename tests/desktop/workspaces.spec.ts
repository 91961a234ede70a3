// A workspace file is opened from outside while another is open: nothing is lost, nothing is left behind, by the keyboard alone.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { desktopArguments, electronProgram, startDesktop, unlock, type Desktop } from '../fixtures/desktop.ts';
import { commandLine, temporaryHome, testPassphrase } from '../fixtures/doors.ts';

test.describe.configure({ mode: 'serial' });

const { home, remove } = temporaryHome();
const fileOf = (name: string): string => join(home, 'documents', name);
const complaints: string[] = [];
let desktop: Desktop;
let page: Page;

test.beforeAll(async () => {
  mkdirSync(join(home, 'documents'), { recursive: true });
  for (const [file, agency] of [
    ['other.viche', 'Громада'],
    ['ours.viche', 'Область'],
  ] as const)
    await commandLine(['create', '--file', fileOf(file), '--lang', 'uk', '--agency', agency], home);
  const group = JSON.stringify({ name: 'Рада області', language: 'uk' });
  await commandLine(['call', 'directory.addGroup', group, '--file', fileOf('ours.viche')], home);
  desktop = await startDesktop({ home });
  page = desktop.page;
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', ({ message }) => complaints.push(message));
  await unlock(page, 'ours.viche');
});
test.afterEach(() => expect(complaints).toEqual([]));
test.afterAll(async () => {
  await desktop.stop();
  remove();
});

/** Double click: the system starts the program again with the file, and that one hands it to the one that runs. */
const doubleClick = async (name: string): Promise<void> => {
  const second = spawn(electronProgram(), [...desktopArguments(), fileOf(name)], {
    env: { ...process.env, VICHE_HOME: home },
    stdio: 'ignore',
  });
  await once(second, 'exit');
};

/** By the search, up to the list of what is found. */
const find = async (words: string): Promise<void> => {
  await page.keyboard.press('Control+k');
  await page.keyboard.type(words);
  await expect(page.getByRole('option', { name: words }).first()).toBeVisible();
};

const place = () => page.getByRole('banner');
const question = () => page.getByRole('dialog', { name: 'Відкрити «other.viche»?' });

test('the one that is open already is only said to be', async () => {
  await expect(place()).toContainText('Область');
  await doubleClick('ours.viche');
  await expect(page.getByText('«ours.viche» уже відкрито.')).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('another one is asked about; whoever says no goes on where they were', async () => {
  await find('Рада області');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Рада області' })).toBeVisible();
  await doubleClick('other.viche');
  await expect(question()).toContainText('буде збережено й закрито');
  await page.keyboard.press('Escape');
  await expect(question()).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'Рада області' })).toBeVisible();
  await expect(place()).toContainText('Область');
});

test('whoever says yes stands before its passphrase; what was just typed in the first is kept', async () => {
  const name = page.getByLabel('Назва', { exact: true });
  await name.press('End');
  await page.keyboard.type(' з даних');
  await doubleClick('other.viche');
  await expect(question()).toBeVisible();
  await page.keyboard.press('Control+Enter');
  const passphrase = page.locator('input[type=password]');
  await expect(passphrase).toBeFocused();
  await expect(page.getByRole('main')).toContainText('other.viche');
  await page.keyboard.type(testPassphrase);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation').waitFor();
  await expect(place()).toContainText('Громада');
  await expect(page).toHaveURL(/#\/$/);

  await doubleClick('ours.viche');
  await expect(page.getByRole('dialog', { name: 'Відкрити «ours.viche»?' })).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(passphrase).toBeFocused();
  await page.keyboard.type(testPassphrase);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation').waitFor();
  await expect(place()).toContainText('Область');
  await find('Рада області з даних');
});
