// From Today to what is found again, in a real Electron and by keyboard: an overdue decision gets a note with evidence
// and a later deadline with its reason, is found by another form of its word, and its paper is saved.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { startDesktop, unlock, type Desktop } from '../fixtures/desktop.ts';
import { commandLine, temporaryHome } from '../fixtures/doors.ts';
import { keepWordFile } from '../fixtures/wordFiles.ts';

test.describe.configure({ mode: 'serial' });

const { home, remove } = temporaryHome();
const evidence = join(home, 'Зведення.csv');
let desktop: Desktop;
let page: Page;
/** The first words of the overdue decision that the story is about. */
let words = '';

test.beforeAll(async () => {
  mkdirSync(join(home, 'documents'), { recursive: true });
  writeFileSync(evidence, 'громада;осіб\n');
  await commandLine(['create', '--file', join(home, 'documents', 'group.viche'), '--sample', '--lang', 'uk'], home);
  desktop = await startDesktop({ home });
  page = desktop.page;
  await unlock(page, 'group.viche');
});
test.afterAll(async () => {
  await desktop.stop();
  remove();
});

const panel = () => page.getByRole('complementary', { name: 'Вибране рішення' });

test('Today shows what is overdue; Enter leads to it in the register', async () => {
  const first = page.getByRole('region', { name: 'Рішення та зобов’язання' }).getByRole('listitem').getByRole('link');
  await expect(first.first()).toContainText(/\d+ (?:день|дні|днів)/);
  await expect(first.first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/decisions\//);
  await expect(panel()).toContainText('прострочено');
  words = (await panel().getByRole('heading', { level: 2 }).first().textContent()) ?? '';
  expect(words.length).toBeGreaterThan(20);
});

test('a note is kept with a file from the computer', async () => {
  await desktop.app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
  }, evidence);
  await page.getByRole('grid', { name: 'Рішення' }).focus();
  await page.keyboard.press('KeyE');
  const dialog = page.getByRole('dialog', { name: /^Запис про виконання/ });
  await expect(dialog.getByRole('textbox', { name: 'Що зроблено' })).toBeFocused();
  await page.keyboard.type('Дані двох громад зведено.');
  await dialog.getByRole('button', { name: 'Долучити файл' }).press('Enter');
  await expect(dialog.getByText('Зведення.csv')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
  await expect(panel().getByText('Дані двох громад зведено.')).toBeVisible();
  await expect(panel().getByRole('button', { name: 'Зведення.csv', exact: true })).toBeVisible();
});

test('the deadline moves with its reason, and the decision is overdue no more', async () => {
  await page.getByRole('grid', { name: 'Рішення' }).focus();
  await page.keyboard.press('KeyD');
  const dialog = page.getByRole('dialog', { name: /^Перенести строк/ });
  await expect(dialog.getByLabel('Новий строк')).toBeFocused();
  await page.keyboard.type('за тиждень');
  await page.keyboard.press('Tab');
  await dialog.getByLabel('Причина').fill('Чекаємо даних третьої громади.');
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
  await expect(panel()).toContainText('Чекаємо даних третьої громади.');
  await expect(panel()).not.toContainText('прострочено на');
});

test('it is found again by any form of its words', async () => {
  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox', { name: 'Знайти або виконати…' });
  await expect(field).toBeFocused();
  await page.keyboard.insertText('громади включив');
  const found = page.getByRole('option').filter({ hasText: words.slice(0, 20) });
  await expect(found.first()).toBeVisible();
  await page.keyboard.press('Escape');
});

test('its state of carrying out is saved as a Word file', async () => {
  const path = join(home, 'state.docx');
  await desktop.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, path);
  await page.getByRole('button', { name: 'Стан виконання, Word' }).press('Enter');
  await page.keyboard.press('Control+Enter');
  await page
    .getByRole('button', { name: /Зберегти Word|Зберегти файл Word|^Word/ })
    .first()
    .press('Enter');
  await expect.poll(() => existsSync(path)).toBe(true);
  keepWordFile('desktop-decision-state', readFileSync(path));
});
