// The papers of a project in a real Electron and by keyboard: the final report of STROM in another country's form, saved
// through the system's dialog, and its workbook; both say what the sources say.
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { startDesktop, unlock, type Desktop } from '../fixtures/desktop.ts';
import { commandLine, temporaryHome } from '../fixtures/doors.ts';
import { textOf } from '../fixtures/paperFile.ts';
import { hasMicrosoftValidator, keepWordFile, microsoftFindings } from '../fixtures/wordFiles.ts';

test.describe.configure({ mode: 'serial' });

const { home, remove } = temporaryHome();
let desktop: Desktop;
let page: Page;

test.beforeAll(async () => {
  mkdirSync(join(home, 'documents'), { recursive: true });
  await commandLine(['create', '--file', join(home, 'documents', 'group.viche'), '--sample', '--lang', 'uk'], home);
  desktop = await startDesktop({ home });
  page = desktop.page;
  await unlock(page, 'group.viche');
});
test.afterAll(async () => {
  await desktop.stop();
  remove();
});

/** What the system's dialog answers from now on; the name that the program proposed can be asked for. */
const saveAs = (name: string): Promise<string> =>
  desktop.app.evaluate(
    ({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath });
      return filePath;
    },
    join(home, name),
  );

/** Runs a command by its words. */
const command = async (words: string): Promise<void> => {
  await page.keyboard.press('Control+k');
  await page.keyboard.insertText(`>${words}`);
  await expect(page.getByRole('option').first()).toContainText(words);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Пошук і команди' })).toBeHidden();
};

/** The text of a paper with every kind of space as one. */
const plainText = (bytes: Uint8Array): string => textOf(bytes).replaceAll(/[\s\u00A0\u202F~]+/gu, ' ');

test('the project is found in its list and opened', async () => {
  await page.keyboard.press('Alt+5');
  const grid = page.getByRole('grid', { name: 'Проєкти' });
  await expect(grid.getByRole('row').filter({ hasText: 'STROM' }).first()).toBeVisible();
  await grid.focus();
  await page.keyboard.press('Control+Home');
  const row = grid.getByRole('row').filter({ hasText: 'STROM' }).filter({ hasText: 'завершено' });
  for (let n = 0; n < 20 && (await row.getAttribute('data-current')) === null; n += 1)
    await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: 'Огляд' })).toHaveAttribute('aria-current', 'page');
  await expect(page.getByRole('region', { name: 'Кошти за донорами' })).toContainText('49 392');
});

test('its final report in the Latvian form is saved as a Word file with its money and its conference', async () => {
  const path = await saveAs('strom.docx');
  await command('Підсумковий звіт');
  const desk = page.getByRole('region', { name: /^Документ «/ });
  await expect(desk.locator('.paper_title').first()).toBeVisible();
  await page.getByRole('radio', { name: 'Latviešu' }).check();
  await expect(desk.locator('section').first()).toBeVisible();
  await page.keyboard.press('Control+s');
  await expect.poll(() => existsSync(path)).toBe(true);
  const bytes = readFileSync(path);
  const text = plainText(bytes);
  for (const figure of ['49 392,00', '50 000,00', '5 488,00', '77']) expect(text).toContain(figure);
  expect(text).toMatch(/20 valst/);
  const kept = keepWordFile('desktop-finalReport-lv', bytes);
  expect(hasMicrosoftValidator ? microsoftFindings(kept) : []).toEqual([]);
  await page.keyboard.press('Escape');
});

test('its workbook has a sheet a list', async () => {
  const path = await saveAs('strom.xlsx');
  await command('Книга Excel усього проєкту');
  await expect.poll(() => existsSync(path)).toBe(true);
  const parts = unzipSync(readFileSync(path));
  const names = strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array());
  for (const sheet of ['Aktivitātes', 'Rādītāji', 'Finansētāji', 'Budžets']) expect(names).toContain(sheet);
  const words = Object.entries(parts)
    .filter(([part]) => part.endsWith('.xml'))
    .map(([, content]) => strFromU8(content))
    .join('');
  for (const figure of ['49392', '50000', '5488']) expect(words).toContain(figure);
});
