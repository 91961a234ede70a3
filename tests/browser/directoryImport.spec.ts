// Importing people and organisations in a real browser: guessed, looked through, confirmed, taken back; and a list of 10,000.
import { expect, type Page } from '@playwright/test';
import writeXlsxFile from 'write-excel-file/node';
import { doorFor, openEachPage } from '../fixtures/browserDoor.ts';
import { axeFindings, goTo } from '../fixtures/pages.ts';
import { encode } from '../fixtures/tableFile.ts';
import { test } from '../fixtures/window.ts';

const door = doorFor();

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  const { directory } = door.client;
  const { id: organisationId } = await directory.addOrganisation({ name: 'Служба у справах дітей' });
  await directory.addPerson({
    surname: 'Щур',
    givenName: 'Марія',
    patronymic: 'Ігорівна',
    phone: '111',
    office: { organisationId, position: 'радниця' },
  });
});
openEachPage(door);

const grid = (page: Page) => page.getByRole('grid');
const row = (page: Page, text: string | RegExp) => grid(page).getByRole('row').filter({ hasText: text });
const people = () => door.client.directory.people({ on: null });

/** Chooses a file by the keyboard, as the browser's own dialog hands it over. */
const choose = async (page: Page, kind: 'people' | 'organisations', name: string, buffer: Buffer): Promise<void> => {
  await goTo(page, `/directory/import/${kind}`);
  await expect(page.getByRole('button', { name: 'Вибрати файл…' })).toBeVisible();
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('Control+Enter');
  await (await chooser).setFiles({ name, mimeType: 'application/octet-stream', buffer });
  await expect(page.getByRole('table')).toBeVisible();
};

const list = [
  'Список учасників засідання;;;;',
  '№;ПІБ;Посада;Установа;Телефон',
  '1;Щур Марія Ігорівна;начальниця;Служба у справах дітей;222',
  '2;Новенька Софія;=cmd|’/C calc’!A0;Обласна рада;',
  '3;НОВЕНЬКА софія;;обласна рада;',
  '4;;без імені;Обласна рада;',
  '5;Зайвий Олег;;Обласна рада;',
].join('\r\n');

test('an old program’s file is read, looked through row by row, taken in one act and taken back in one', async ({
  page,
}) => {
  await choose(page, 'people', 'учасники.csv', encode(list, 'windows-1251'));
  await expect(page.getByRole('combobox', { name: 'Кодування' })).toContainText('Windows-1251');
  await expect(page.getByRole('combobox', { name: 'Роздільник' })).toContainText('крапка з комою');
  await expect(page.getByRole('combobox', { name: 'ПІБ: що це' })).toHaveText('Повне ім’я (ПІБ)');
  await expect(page.getByRole('combobox', { name: '№: що це' })).toHaveText('не імпортувати');
  expect(await axeFindings(page)).toEqual([]);

  await page.keyboard.press('Control+Enter');
  await expect(grid(page)).toBeFocused();
  await expect(row(page, 'Щур')).toContainText('зміна');
  await expect(row(page, /Новенька Софія/)).toContainText('новий запис');
  await expect(row(page, /НОВЕНЬКА/)).toContainText('Те саме, що в рядку 4');
  await expect(row(page, 'помилка')).toContainText('Повне ім’я (ПІБ): Порожньо');
  const panel = page.locator('#side-panel');
  await expect(panel.getByText('111')).toBeVisible();
  await expect(panel.getByText('начальниця').first()).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  expect(await people()).toHaveLength(2);

  // one row is left out by its key
  await row(page, 'Зайвий').click();
  await page.keyboard.press('s');
  await expect(row(page, 'Зайвий')).toContainText('пропущено');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Імпорт завершено')).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  const taken = await people();
  expect(taken.map(({ surname }) => surname).toSorted()).toEqual(['Secretary', 'Новенька', 'Щур']);
  expect(taken.find(({ surname }) => surname === 'Новенька')?.position).toBe('=cmd|’/C calc’!A0');
  expect(taken.find(({ surname }) => surname === 'Щур')).toMatchObject({ phone: '222', position: 'начальниця' });

  await page.getByRole('button', { name: 'Скасувати весь імпорт' }).click();
  await expect(page.getByText('Імпорт скасовано: довідник такий, як був.')).toBeVisible();
  const left = await people();
  expect(left).toHaveLength(2);
  expect(left.find(({ surname }) => surname === 'Щур')).toMatchObject({ phone: '111', position: 'радниця' });
  expect((await door.client.directory.organisations()).map(({ name }) => name)).not.toContain('Обласна рада');
});

test('a sheet of a workbook is chosen, its columns are said, and what is wrong is told in words', async ({ page }) => {
  const workbook = await writeXlsxFile([
    { sheet: 'Зміст', data: [['Усякі записи']] },
    {
      sheet: 'Установи',
      data: [
        ['Як зветься', 'Де', 'Пошта'],
        ['Миропільська рада', 'Миропільська громада', 'rada@agency.example'],
        ['Відділ освіти', 'Сумська обл.', 'де@'],
        ['Служба у справах дітей', 'Атлантида', ''],
      ],
    },
  ]).toBuffer();
  await choose(page, 'organisations', 'установи.xlsx', workbook);
  await page.getByRole('combobox', { name: 'Аркуш' }).click();
  await page.getByRole('option', { name: 'Установи' }).click();
  await expect(page.getByText('Виберіть стовпець із назвою організації.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Далі' })).toBeDisabled();
  await page.getByLabel('Є рядок із назвами стовпців').check();
  for (const [column, target] of [
    ['Як зветься', 'Назва'],
    ['Де', 'Територія'],
  ] as const) {
    await page.getByRole('combobox', { name: `${column}: що це` }).click();
    await page.getByRole('option', { name: target, exact: true }).click();
  }
  await page.keyboard.press('Control+Enter');
  await expect(row(page, 'Миропільська рада')).toContainText('кількох територій');
  await expect(row(page, 'Відділ освіти')).toContainText('не схоже на');
  await expect(row(page, 'Служба')).toContainText('не знайдено');
  await expect(page.getByRole('button', { name: /Імпортувати 0/ })).toBeDisabled();
});

test('a file that is none says why and changes nothing', async ({ page }) => {
  await goTo(page, '/directory/import/people');
  await expect(page.getByRole('button', { name: 'Вибрати файл…' })).toBeVisible();
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('Control+Enter');
  const old = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  await (await chooser).setFiles({ name: 'старий.xls', mimeType: 'application/octet-stream', buffer: old });
  await expect(page.getByRole('alert').filter({ hasText: 'старий.xls' })).toBeVisible();
});

test('ten thousand people come in at once, and their list is quick to scroll, to sort and to search', async ({
  page,
}) => {
  test.setTimeout(240_000);
  const rows = Array.from(
    { length: 10_000 },
    (_, n) => `Учасник${n};Проба;Тестівна;фахівець ${n % 9};Установа ${n % 300};member${n}@agency.example`,
  );
  const text = ['Прізвище;Ім’я;По батькові;Посада;Установа;Пошта', ...rows].join('\n');
  await choose(page, 'people', 'багато.csv', Buffer.from(text));
  await expect(page.getByText('10000 рядків із даними').or(page.getByText('10 000 рядків із даними'))).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: /Імпортувати 10/ }).click();
  await expect(page.getByText('Імпорт завершено')).toBeVisible({ timeout: 120_000 });

  await page.getByRole('button', { name: 'До списку' }).click();
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '10003');
  const drawn = await grid(page).getByRole('row').count();
  expect(drawn).toBeLessThan(80);
  // most frames come as fast as a screen shows them, also on a busy machine
  const median = await grid(page).evaluate(async (element) => {
    const frames: number[] = [];
    let last = performance.now();
    for (let step = 0; step < 61; step += 1) {
      element.scrollTop += 1400;
      await new Promise((resolve) => requestAnimationFrame(resolve));
      frames.push(performance.now() - last);
      last = performance.now();
    }
    return frames.toSorted((a, b) => a - b)[30] ?? 0;
  });
  expect(median).toBeLessThan(150);
  await page.keyboard.press('Control+f');
  await page.keyboard.type('учасник9999');
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '2');
  await expect(row(page, 'Учасник9999')).toBeVisible();
});
