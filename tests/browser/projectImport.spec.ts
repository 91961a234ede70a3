// Importing what a project has in a real browser: each of the six kinds from a workbook and from a text file, looked
// through row by row, taken in one act, seen on its page and taken back in one; and what is exported after that.
import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import { everyActivity } from '../../shared/contract/projects.ts';
import type { ProjectImportKind } from '../../shared/contract/projectImport.ts';
import { doorFor, openEachPage } from '../fixtures/browserDoor.ts';
import { axeFindings, goTo, runCommand } from '../fixtures/pages.ts';
import { addProject } from '../fixtures/smallProject.ts';
import { encode } from '../fixtures/tableFile.ts';
import { test } from '../fixtures/window.ts';

const door = doorFor();
const formula = '=cmd|’/C calc’!A0';
let projectId = '';
let tableId = '';

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  projectId = await addProject(door, 'Громадський контроль');
  const { projects } = door.client;
  const add = (patch: Parameters<typeof projects.addPart>[0]['patch']) => projects.addPart({ projectId, patch });
  await add({ part: 'line', fields: { title: 'Круглі столи' } });
  const { id: funderId } = await add({
    part: 'funder',
    fields: { nameText: 'Шведський інститут', currency: 'EUR', amount: 5_000_000 },
  });
  await add({ part: 'budgetLine', fields: { funderId, code: '1.1', title: 'Експерти', amount: 100_000 } });
  const indicator = { title: 'Обізнаність', unit: '%', decimals: 1, frequency: 'halfYear' } as const;
  await add({ part: 'indicator', fields: indicator });
  tableId = (await projects.addActivity({ projectId, title: 'Круглий стіл у Ромнах', plannedFrom: '2016-04-07' })).id;
});
openEachPage(door);

type Table = readonly (readonly string[])[];

const grid = (page: Page) => page.getByRole('grid').first();
const row = (page: Page, text: string | RegExp) => grid(page).getByRole('row').filter({ hasText: text });

/** The table as each of the two kinds of files holds it. */
const workbookOf = (table: SheetData | Table): Promise<Buffer> =>
  writeXlsxFile(
    table.map((cells) => [...cells]),
    { sheet: 'Аркуш' },
  ).toBuffer();
const textOf = (table: Table): Buffer => encode(table.map((cells) => cells.join(';')).join('\r\n'), 'windows-1251');

/** Opens the wizard at its kind and chooses a file by the keyboard. */
const choose = async (page: Page, kind: ProjectImportKind, name: string, buffer: Buffer): Promise<void> => {
  const activity = kind === 'registrationSheet' ? `&activity=${tableId}` : '';
  await goTo(page, `/projects/${projectId}/import?kind=${kind}${activity}`);
  await expect(page.getByRole('button', { name: 'Вибрати файл…' })).toBeEnabled();
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('Control+Enter');
  await (await chooser).setFiles({ name, mimeType: 'application/octet-stream', buffer });
  await expect(page.getByRole('table')).toBeVisible();
};

type Walk = {
  table: Table;
  /** What each column is taken for, unasked. */
  columns: Readonly<Record<string, string>>;
  /** What is said of a row that has these words, in the panel beside it. */
  told: readonly (readonly [row: RegExp, outcome: string, words: RegExp])[];
  takes: RegExp;
  /** The page that the wizard leads to shows it, or no longer does. */
  isThere: (page: Page, there: boolean) => Promise<void>;
};

const walks: Record<ProjectImportKind, Walk> = {
  activities: {
    table: [
      ['Назва заходу', 'Вид', 'Громада', 'Початок', 'Кінець', 'Учасників'],
      ['Круглий стіл у Лебедині', 'круглий стіл', 'Лебединська громада', '05.05.2016', '06.05.2016', '41'],
      [formula, 'тренінг', '', '12.05.2016', '', '7'],
      ['Десь', '', 'Атлантида', '12.05.2016', '', ''],
      ['Навпаки', '', '', '12.05.2016', '01.05.2016', ''],
      ['Круглий стіл у Лебедині', 'круглий стіл', 'Лебединська громада', '05.05.2016', '06.05.2016', '41'],
    ],
    columns: { 'Назва заходу': 'Назва', Громада: 'Територія', Початок: 'Заплановано з', Учасників: 'Учасників' },
    told: [
      [/Десь/, 'помилка', /Територію «Атлантида» не знайдено/],
      [/Навпаки/, 'помилка', /Кінець не може бути раніше/],
      [/Те саме, що в рядку 2/, 'повтор', /Те саме, що в рядку 2/],
    ],
    takes: /Імпортувати 2 записи/,
    isThere: async (page, there) => {
      await expect(row(page, 'Круглий стіл у Ромнах')).toBeVisible();
      await expect(row(page, 'Круглий стіл у Лебедині')).toHaveCount(there ? 1 : 0);
      await expect(row(page, formula)).toHaveCount(there ? 1 : 0);
    },
  },
  registrationSheet: {
    table: [
      ['Прізвище', 'Стать', 'Вік', 'Посада', 'Країна', 'Телефон'],
      ['Учасниця 1', 'ж', '17', 'учениця', 'Україна', '+380501112233'],
      ['Учасник 2', 'ч', '29', 'дільничний офіцер поліції', 'Литва', ''],
      ['Учасниця 3', 'жін.', '45', 'соціальний педагог', 'Атлантида', ''],
    ],
    columns: { Прізвище: 'не імпортувати', Стать: 'Стать', Посада: 'Фах', Телефон: 'не імпортувати' },
    told: [[/соціальний педагог/, 'новий запис', /«Атлантида» незрозуміло: людину буде враховано/]],
    takes: /Імпортувати 3 записи/,
    isThere: async (page, there) => {
      const panel = page.locator('#side-panel');
      await expect(panel).toContainText('Круглий стіл у Ромнах');
      await expect(panel.getByText('соціальні педагоги')).toHaveCount(there ? 1 : 0);
      await expect(panel).not.toContainText('Учасниця');
    },
  },
  participants: {
    table: [
      ['Захід', 'Розподіл', 'Група', 'Осіб'],
      ['Круглий стіл у Ромнах', 'усього', '', '52'],
      ['Круглий стіл у Ромнах', 'стать', 'жінки', '38'],
      ['Круглий стіл у Ромнах', 'стать', 'дракони', '1'],
      ['Немає такого', 'стать', 'жінки', '1'],
    ],
    columns: { Захід: 'Захід', Розподіл: 'Ознака', Група: 'Значення ознаки', Осіб: 'Скільки людей' },
    told: [
      [/дракони/, 'помилка', /дракони/],
      [/Немає такого/, 'помилка', /Немає такого/],
    ],
    takes: /Імпортувати 2 записи/,
    isThere: async (page, there) => {
      await expect(row(page, 'Круглий стіл у Ромнах')).toBeVisible();
      await expect(row(page, /Круглий стіл у Ромнах.*52/)).toHaveCount(there ? 1 : 0);
    },
  },
  indicatorValues: {
    table: [
      ['Показник', 'Період', 'Територія', 'Значення'],
      ['Обізнаність', 'I півріччя 2016', '', '37,5'],
      ['Обізнаність', 'колись', '', '3'],
      ['Обізнаність', '2016-H2', 'Лімпопо', '3'],
      ['Щастя', '2016-H2', '', '3'],
    ],
    columns: { Показник: 'Показник', Період: 'Період', Територія: 'Територія', Значення: 'Значення' },
    told: [
      [/колись/, 'помилка', /це не період/],
      [/Лімпопо/, 'помилка', /Територію «Лімпопо» не знайдено/],
      [/Щастя/, 'помилка', /Щастя/],
    ],
    takes: /Імпортувати 1 запис/,
    isThere: async (page, there) => {
      await expect(row(page, 'Обізнаність')).toBeVisible();
      await expect(row(page, /Обізнаність.*37,5/)).toHaveCount(there ? 1 : 0);
    },
  },
  budgetLines: {
    table: [
      ['Код', 'Стаття', 'Категорія', 'Сума', 'Валюта'],
      ['1.2', 'Переклад настанов', 'переклад', '1 234,56', 'EUR'],
      ['2', 'Оренда', '', '10', 'XXQ'],
      ['3', 'Кава', '', '10', 'UAH'],
      ['4', 'Дріб', '', '0,001', ''],
    ],
    columns: { Код: 'Код', Стаття: 'Назва', Категорія: 'Категорія витрат', Сума: 'Сума', Валюта: 'Валюта' },
    told: [
      [/Оренда/, 'помилка', /Валюти «XXQ» немає/],
      [/Кава/, 'помилка', /UAH/],
      [/Дріб/, 'помилка', /./],
    ],
    takes: /Імпортувати 1 запис/,
    isThere: async (page, there) => {
      await expect(row(page, 'Експерти')).toBeVisible();
      await expect(row(page, /Переклад настанов.*1\s234,56/)).toHaveCount(there ? 1 : 0);
    },
  },
  expenses: {
    table: [
      ['Стаття', 'Дата', 'Документ', 'Одержувач', 'Сума', 'Валюта', 'Курс'],
      ['1.1', '05.03.2016', '№ 7', 'Друкарня', '1200,50', '', ''],
      ['9.9', '05.03.2016', '№ 8', 'Друкарня', '900', '', ''],
      ['1.1', '05.03.2016', '№ 9', 'Готель', '900', 'XXQ', ''],
    ],
    columns: { Стаття: 'Стаття бюджету', Дата: 'День', Одержувач: 'Одержувач', Сума: 'Сума', Курс: 'Курс' },
    told: [
      [/№ 7/, 'новий запис', /«1\.1 Експерти» перевищено на 200,50.*Запис зберігається/],
      [/№ 8/, 'помилка', /9\.9/],
      [/№ 9/, 'помилка', /Валюти «XXQ» немає/],
    ],
    takes: /Імпортувати 1 запис/,
    isThere: async (page, there) => {
      await expect(row(page, 'Експерти')).toBeVisible();
      await expect(row(page, /Експерти.*1\s200,50/)).toHaveCount(there ? 1 : 0);
    },
  },
};

/** Goes through the wizard to its last step. */
const walk = async (page: Page, kind: ProjectImportKind, name: string, buffer: Buffer): Promise<void> => {
  const { columns, told, takes } = walks[kind];
  await choose(page, kind, name, buffer);
  for (const [column, target] of Object.entries(columns))
    await expect(page.getByRole('combobox', { name: `${column}: що це` })).toHaveText(target);
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await expect(grid(page)).toBeFocused();
  const panel = page.locator('#side-panel');
  for (const [text, outcome, words] of told) {
    await row(page, text).click();
    await expect(row(page, text)).toContainText(outcome);
    await expect(panel).toContainText(words);
  }
  expect(await axeFindings(page)).toEqual([]);
  await expect(page.getByRole('button', { name: takes })).toBeEnabled();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Імпорт завершено')).toBeVisible();
};

for (const [kind, { table, isThere }] of Object.entries(walks) as [ProjectImportKind, Walk][])
  test(`${kind}: a workbook comes in and is taken back by one undo, a text file of the same stays`, async ({
    page,
  }) => {
    test.setTimeout(120_000);
    const toList = page.getByRole('button', { name: kind === 'registrationSheet' ? 'До заходу' : 'До списку' });
    await walk(page, kind, 'таблиця.xlsx', await workbookOf(table));
    await page.getByRole('button', { name: 'Скасувати весь імпорт' }).click();
    await expect(page.getByText('Імпорт скасовано: проєкт такий, як був.')).toBeVisible();
    await toList.click();
    await isThere(page, false);

    await walk(page, kind, 'таблиця.csv', textOf(table));
    await toList.click();
    await isThere(page, true);
  });

test('a workbook with merged cells tells each row what it took from where', async ({ page }) => {
  const merged: SheetData = [
    [{ value: 'План заходів', columnSpan: 3 }, null, null],
    ['Назва', 'Громада', 'Учасників'],
    ['Перший', { value: 'Роменська громада', rowSpan: 2 }, { value: 40, rowSpan: 2 }],
    ['Другий', null, null],
  ];
  await choose(page, 'activities', 'зведення.xlsx', await workbookOf(merged));
  await page.keyboard.press('Control+Enter');
  await row(page, 'Другий').click();
  const panel = page.locator('#side-panel');
  await expect(panel).toContainText('Об’єднана клітинка з рядка 3 стосується і цього рядка.');
  await expect(panel).toContainText('Клітинку об’єднано з рядком 3: її значення належить тому рядку');
  await expect(row(page, 'Другий')).toContainText('Роменська громада');
});

test('columns that say too little are asked for; a sheet needs its activity', async ({ page }) => {
  await choose(
    page,
    'budgetLines',
    'статті.csv',
    textOf([
      ['Щось', 'Сума', 'Валюта'],
      ['Переклад', '10', 'EUR'],
    ]),
  );
  await expect(page.getByText('Виберіть стовпець із назвою чи кодом статті.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Далі' })).toBeDisabled();
  await page.getByRole('combobox', { name: 'Щось: що це' }).click();
  await page.getByRole('option', { name: 'Назва', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Далі' })).toBeEnabled();

  await goTo(page, `/projects/${projectId}/import?kind=registrationSheet`);
  await expect(page.getByRole('button', { name: 'Вибрати файл…' })).toBeDisabled();
  await page.getByRole('combobox', { name: 'Захід' }).fill('Ромнах');
  await page.getByRole('option', { name: /Круглий стіл у Ромнах/ }).click();
  await expect(page.getByRole('button', { name: 'Вибрати файл…' })).toBeEnabled();
});

test('what looks like a formula leaves as the text it came as', async ({ page }) => {
  const { rows } = await door.client.projects.activities({ ...everyActivity, projectId, offset: 0, limit: 50 });
  expect(rows.map(({ title }) => title)).toContain(formula);
  await goTo(page, `/projects/${projectId}/activities`);
  await expect(row(page, formula)).toBeVisible();
  const coming = page.waitForEvent('download');
  await runCommand(page, 'Таблиця XLSX');
  const file = await coming;
  expect(file.suggestedFilename()).toMatch(/\.xlsx$/);
  const bytes = await readFile(await file.path());
  expect((await readSheet(bytes)).flat()).toContain(formula);
  // the only formula is our own: the sum of the participants
  const sheet = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  expect([...sheet.matchAll(/<f>([^<]*)/g)].map(([, text]) => text)).toEqual(['SUM(N2:N4)']);
});
