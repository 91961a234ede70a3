// The whole story of a newcomer in a real Electron: a sample workspace, a meeting, minutes typed live while the core is
// killed, signed, and handed out as Word files.
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { startDesktop, unlock, type Desktop } from '../fixtures/desktop.ts';
import { temporaryHome, testPassphrase } from '../fixtures/doors.ts';
import { keepWordFile } from '../fixtures/wordFiles.ts';

test.describe.configure({ mode: 'serial' });

const { home, remove } = temporaryHome();
const heard = 'Представниця ДСЗН доповіла про перші результати самооцінювання громад.';
const decided = 'Взяти інформацію до відома та подати пропозиції до 15 грудня.';
let desktop: Desktop;
let page: Page;

const complaints: string[] = [];

const start = async (): Promise<void> => {
  desktop = await startDesktop({ home });
  page = desktop.page;
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', ({ message }) => complaints.push(message));
};

test.beforeAll(async () => {
  mkdirSync(join(home, 'out'));
  await start();
});
test.afterEach(() => {
  expect(complaints).toEqual([]);
});
test.afterAll(async () => {
  await desktop.stop();
  remove();
});

const editor = () => page.getByRole('textbox', { name: /^Протокол:/ });
const saved = () => expect(page.getByRole('contentinfo')).toContainText(/Збережено|Усе збережено/);

/** The next file that the person is asked to place lands under this name; gives its path. */
const saveNextFile = async (name: string): Promise<string> => {
  const path = join(home, 'out', name);
  await desktop.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, path);
  return path;
};
/** So long may a word be on the screen before it is in the file. */
const aSecond = 1_000;

test('the first start makes the sample workspace', async () => {
  await page.getByLabel('Назва установи').fill('Обласна адміністрація');
  await page.getByRole('combobox', { name: 'Вид установи' }).click();
  await page.getByRole('option').first().click();
  await page.getByLabel('Ваше прізвище').fill('Секретарка');
  await page.getByLabel('Парольна фраза', { exact: true }).fill(testPassphrase);
  await page.getByLabel('Повторіть').fill(testPassphrase);
  await page.getByText('Зі зразком', { exact: true }).click();
  await page.getByRole('button', { name: /Створити й почати/ }).click();
  await expect(page.getByRole('article', { name: 'Аркуш відновлення' }).getByRole('listitem')).toHaveCount(6);
  const sheet = await saveNextFile('sheet.pdf');
  await page.getByRole('button', { name: 'Зберегти PDF' }).click();
  await expect.poll(() => existsSync(sheet) && readFileSync(sheet).subarray(0, 5).toString()).toBe('%PDF-');
  await page.getByLabel('Надруковано, покладено в надійне місце').check();
  await page.getByRole('button', { name: 'Почати роботу' }).click();
  await expect(page.getByRole('navigation')).toBeVisible();
});

test('a meeting is planned for today', async () => {
  await page.getByRole('link', { name: 'Засідання' }).click();
  await page.getByRole('button', { name: /Нове засідання/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Робоча група' }).click();
  await page.getByRole('option', { name: /Полтавська/ }).click();
  await dialog.getByRole('combobox', { name: 'Порядок денний' }).click();
  await page.getByRole('option', { name: 'Шаблон «Чергове засідання»' }).click();
  await dialog.getByLabel('Дата').fill('сьогодні');
  await dialog.getByLabel('Про що').fill('Перші результати самооцінювання');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('button', { name: /Розпочати засідання/ })).toBeVisible();
});

test('it is opened, and those who are there make a quorum', async () => {
  await page.getByRole('button', { name: /Розпочати засідання/ }).click();
  await expect(page.getByText(/Кворуму немає/).first()).toBeVisible();
  await expect(async () => {
    await page.keyboard.press('F4');
    await expect(
      page.getByRole('region', { name: 'Присутні' }).getByRole('listitem').first().getByRole('button'),
    ).toBeFocused({
      timeout: 1_000,
    });
  }).toPass();
  for (let place = 0; place < 12; place += 1) {
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
  }
  await expect(page.getByText(/Кворум є/).first()).toBeVisible();
});

test('what was on the screen a second before a kill of the core is there, and typing goes on', async () => {
  await editor().click();
  await page.keyboard.type(heard);
  await page.waitForTimeout(aSecond);
  const core = await desktop.corePid();
  process.kill(core, 'SIGKILL');
  await page.keyboard.press('Control+Shift+D');
  await page.keyboard.type(decided);
  await expect(editor()).toContainText(decided);
  await expect.poll(() => desktop.corePid()).not.toBe(core);
  await saved();
});

test('everything at once is killed: it is all in the file', async () => {
  await page.waitForTimeout(aSecond);
  const electron = desktop.app.process();
  const core = await desktop.corePid();
  electron.kill('SIGKILL');
  process.kill(core, 'SIGKILL');
  await expect.poll(() => electron.exitCode ?? electron.signalCode).toBe('SIGKILL');
  await start();
  await unlock(page, 'Обласна адміністрація');
  await page.getByRole('link', { name: 'Засідання' }).click();
  await page.getByText('Перші результати самооцінювання').first().dblclick();
  await expect(editor()).toContainText(heard);
  await expect(editor()).toContainText(decided);
});

test('what is still being typed when the window closes is kept', async () => {
  await editor().click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' І ще одне слово: громада.');
  const electron = desktop.app.process();
  await desktop.app.evaluate(({ app }) => app.quit());
  await expect.poll(() => electron.exitCode).toBe(0);
  await start();
  await unlock(page, 'Обласна адміністрація');
  await page.getByRole('link', { name: 'Засідання' }).click();
  await page.getByText('Перші результати самооцінювання').first().dblclick();
  await expect(editor()).toContainText('І ще одне слово: громада.');
});

test('the meeting is closed and its minutes are signed', async () => {
  await page.getByRole('button', { name: 'Завершити' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Завершити/ })
    .click();
  await page.getByRole('button', { name: 'Підписати' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Підписати/ })
    .click();
  await expect(page.getByText(/^[0-9a-f]{64}$/)).toBeVisible();
  await page.getByRole('button', { name: 'Перевірити підпис' }).click();
  await expect(page.getByText(/Підпис дійсний/)).toBeVisible();
});

test('they are handed out as Word files in the forms of four countries', async () => {
  await page.getByRole('button', { name: 'Документи' }).click();
  await page.getByRole('menuitem', { name: 'повний протокол' }).click();
  const titles = { Українська: /Протокол/, English: /Minutes/i, Lietuvių: /Protokolas/i, Latviešu: /Protokols/i };
  const seen = new Set<string>();
  for (const [language, title] of Object.entries(titles)) {
    await page.getByRole('radiogroup', { name: 'Форма документа' }).getByText(language, { exact: true }).click();
    await expect(page.getByRole('article').getByText(title).first()).toBeVisible();
    const path = await saveNextFile(`${language}.docx`);
    await page.getByRole('button', { name: 'Зберегти Word' }).click();
    await expect.poll(() => existsSync(path)).toBe(true);
    const bytes = readFileSync(path);
    const words = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array()).replaceAll(/<[^>]+>/g, '');
    expect(words).toMatch(title);
    expect(words).toContain(heard);
    expect(words).toContain('Взяти інформацію до відома');
    seen.add(words);
    keepWordFile(`desktop-story-${seen.size}`, bytes);
  }
  expect(seen.size).toBe(4);
});
