// The directory in a real browser: lists and panels by keyboard, two windows over one field, a group's page.
import { expect, type Page } from '@playwright/test';
import { languages } from '../../shared/languages.ts';
import { doorFor, openEachPage } from '../fixtures/browserDoor.ts';
import { axeFindings, goTo } from '../fixtures/pages.ts';
import { test } from '../fixtures/window.ts';

const door = doorFor();
let groupId = '';

test.describe.configure({ mode: 'serial' });
openEachPage(door);

const panel = (page: Page) => page.locator('#side-panel');
const grid = (page: Page) => page.getByRole('grid');
const row = (page: Page, text: string | RegExp) => grid(page).getByRole('row').filter({ hasText: text });
const openList = async (page: Page, place: string): Promise<void> => {
  await goTo(page, place);
  await expect(grid(page)).toBeVisible();
};
const people = () => door.client.directory.people({ on: null });
const person = async (surname: string) => {
  const found = (await people()).find((one) => one.surname === surname);
  if (found === undefined) throw new Error(`no ${surname}`);
  return door.client.directory.person({ id: found.id });
};

test('empty groups say what will stand there and make the first', async ({ page }) => {
  await goTo(page, '/directory/groups');
  await expect(page.getByText('Тут будуть робочі групи')).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
});

test('a person is added by keyboard alone, with an organisation that comes along', async ({ page }) => {
  await openList(page, '/directory/people');
  await expect(grid(page)).toBeFocused();
  await page.keyboard.press('Control+n');
  const dialog = page.getByRole('dialog', { name: 'Нова особа' });
  await expect(dialog.getByLabel('Прізвище')).toBeFocused();
  await page.keyboard.type('В’юн');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Юлія');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Ігорівна');
  await expect(dialog.getByRole('combobox', { name: 'Стать' })).toHaveText('жіноча');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Ліга соціальних працівників');
  await dialog.page().getByRole('option', { name: 'Додати організацію «Ліга соціальних працівників»' }).waitFor();
  await page.keyboard.press('Enter');
  await expect(dialog.getByLabel('Організація')).toHaveValue('Ліга соціальних працівників');
  await page.keyboard.press('Tab');
  await page.keyboard.type('радниця');
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
  await expect(panel(page).getByRole('heading', { name: 'В’юн Юлія Ігорівна' })).toBeVisible();
  expect(await person('В’юн')).toMatchObject({
    gender: 'female',
    position: 'радниця',
    organisation: 'Ліга соціальних працівників',
  });
});

test('somebody of the same name is pointed out before they are there twice', async ({ page }) => {
  await openList(page, '/directory/people');
  await page.keyboard.press('Control+n');
  const dialog = page.getByRole('dialog', { name: 'Нова особа' });
  await dialog.getByLabel('Прізвище').fill('в’юн');
  await dialog.getByLabel('Власне ім’я').fill('ЮЛІЯ');
  await dialog.getByLabel('По батькові').fill('Ігорівна');
  await expect(dialog.getByText('Така особа вже є')).toBeVisible();
  await dialog.getByRole('button', { name: 'Відкрити' }).click();
  await expect(panel(page).getByRole('heading', { name: 'В’юн Юлія Ігорівна' })).toBeVisible();
  expect((await people()).filter(({ surname }) => surname === 'В’юн')).toHaveLength(1);
});

test('fields of the panel are saved as they are left, and Esc takes back what was typed', async ({ page }) => {
  const { id } = await person('В’юн');
  await openList(page, `/directory/people/${id}`);
  const phone = panel(page).getByLabel('Телефон');
  await phone.fill('+380 50 000 00 00');
  await page.keyboard.press('Tab');
  await expect.poll(async () => (await person('В’юн')).phone).toBe('+380 50 000 00 00');
  await phone.fill('помилка');
  await page.keyboard.press('Escape');
  await expect(phone).toHaveValue('+380 50 000 00 00');
  await page.keyboard.press('Escape');
  await expect(grid(page)).toBeFocused();

  // a surname cannot be emptied: the draft stays with the reason, and what is stored stays too
  const surname = panel(page).getByLabel('Прізвище');
  await surname.fill('');
  await page.keyboard.press('Enter');
  await expect(panel(page).getByText('Заповніть це поле')).toBeVisible();
  await expect(surname).toHaveValue('');
  await surname.press('Escape');
  await expect(surname).toHaveValue('В’юн');
  await expect(row(page, 'В’юн')).toContainText('+380 50 000 00 00');
});

test('what is typed is saved when the page is left by a link before the field is', async ({ page }) => {
  const { id } = await person('В’юн');
  await openList(page, `/directory/people/${id}`);
  await panel(page).getByLabel('Електронна пошта').fill('viun@agency.example');
  await page.evaluate(() => void (location.hash = '/settings'));
  await expect.poll(async () => (await person('В’юн')).email).toBe('viun@agency.example');
});

test('two windows that wrote one field both see it, and either value can be had', async ({ page }) => {
  const { id } = await person('В’юн');
  await openList(page, `/directory/people/${id}`);
  const phone = panel(page).getByLabel('Телефон');
  await phone.fill('222');
  await door.client.directory.updatePerson({ id, patch: { phone: '111' } });
  await page.keyboard.press('Tab');
  await expect(panel(page).getByText(/одночасно записано два значення/)).toContainText('222');
  await expect(phone).toHaveValue('111');
  expect(await axeFindings(page)).toEqual([]);
  await panel(page).getByRole('button', { name: 'Узяти друге' }).click();
  await expect(phone).toHaveValue('222');
  await expect(panel(page).getByRole('button', { name: 'Узяти друге' })).toBeHidden();
  expect(await door.client.workspace.conflicts()).toEqual([]);
});

test('an office follows another in one act, and history tells of it', async ({ page }) => {
  const { id } = await person('В’юн');
  await openList(page, `/directory/people/${id}`);
  await panel(page).getByRole('button', { name: 'Нова посада' }).click();
  const dialog = page.getByRole('dialog', { name: 'Нова посада' });
  await dialog.getByLabel('Посада').fill('голова');
  await dialog.getByLabel('З', { exact: true }).fill('01.09.2026');
  await dialog.getByLabel('Посада').click();
  await expect(dialog.getByLabel('Завершити попередню: радниця')).toBeChecked();
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await expect(panel(page).getByRole('button', { name: /голова/ })).toContainText('з 01.09.2026');
  expect((await person('В’юн')).offices).toMatchObject([
    { position: 'голова', startsOn: '2026-09-01', endsOn: null },
    { position: 'радниця', endsOn: '2026-08-31' },
  ]);
  await panel(page).getByRole('button', { name: 'Історія' }).click();
  await expect(page.getByRole('dialog', { name: 'Історія змін' }).getByText('Телефон').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await person('В’юн')).offices.length).toBe(1);
});

test('a wrong form of a name is corrected and kept with the person', async ({ page }) => {
  const { id } = await person('В’юн');
  await openList(page, `/directory/people/${id}`);
  await expect(panel(page).getByText('В’юн Юлії Ігорівні').first()).toBeVisible();
  await panel(page).getByRole('button', { name: 'Виправити' }).click();
  const dialog = page.getByRole('dialog', { name: /Форми імені/ });
  await dialog.getByLabel('кличний: Власне ім’я').fill('Юлечко');
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
  await expect(panel(page).getByText(/Юлечко/)).toContainText('виправлено');
  expect((await person('В’юн')).nameCases).toEqual({ vocative: { givenName: 'Юлечко' } });
});

test('organisations are found by words, filtered, marked and edited', async ({ page }) => {
  const { directory } = door.client;
  for (const [name, kind] of [
    ['Головне управління поліції', 'police'],
    ['Департамент соціального захисту населення', 'socialService'],
    ['Служба у справах дітей', 'socialService'],
  ] as const)
    await directory.addOrganisation({ name, kind });
  await openList(page, '/directory/organisations');
  await page.keyboard.press('Control+f');
  await page.keyboard.type('служба дітей');
  await expect(grid(page).getByRole('row')).toHaveCount(2);
  await page.keyboard.type(' щось');
  await expect(page.getByText('За цими словами нічого не знайдено')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('ArrowDown');
  await expect(grid(page)).toBeFocused();
  await row(page, 'Департамент соціального').click();
  await page.keyboard.press('Enter');
  await expect(panel(page).getByLabel('Назва', { exact: true })).toBeFocused();
  await panel(page).getByLabel('Територія').click();
  await page.keyboard.type('миколаївська громада сумський');
  const twins = page.getByRole('option');
  await expect(twins).toHaveCount(2);
  await expect(twins.filter({ hasText: 'UA59080150000013842' })).toHaveCount(1);
  expect(await axeFindings(page)).toEqual([]);
  await twins.filter({ hasText: 'UA59080150000013842' }).click();
  await expect
    .poll(async () => (await directory.organisations()).find(({ name }) => name.startsWith('Департамент'))?.territory)
    .toBe('UA59080150000013842');
  await expect(row(page, 'Департамент')).toContainText('Миколаївська громада');
});

test('a list goes to a worksheet as it is shown', async ({ page }) => {
  await openList(page, '/directory/organisations');
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Таблиця XLSX' }).click();
  expect((await waiting).suggestedFilename()).toMatch(/\.xlsx$/);
});

test('a group is made, gets seats and members, and says what its quorum means', async ({ page }) => {
  await goTo(page, '/directory/groups');
  await expect(page.getByText('Тут будуть робочі групи')).toBeVisible();
  await page.keyboard.press('Control+n');
  await page.getByRole('dialog').getByLabel('Назва', { exact: true }).fill('Обласна координаційна рада');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'Обласна координаційна рада' })).toBeVisible();
  groupId = /groups\/([\w-]+)/.exec(page.url())?.[1] ?? '';
  await expect(page.getByText('У групі ще ніхто не має права голосу')).toBeVisible();

  for (const name of ['Головне управління поліції', 'Служба у справах дітей', 'Ліга соціальних працівників']) {
    await page.getByLabel('Додати місце для установи').click();
    await page.keyboard.type(name.slice(0, 12));
    await page.getByRole('option', { name }).click();
    await expect(page.getByRole('list', { name: 'Місця' }).getByText(name)).toBeVisible();
  }
  await expect(page.getByText('Кворум є, коли зайнято 2 з 3 місць')).toBeVisible();

  await page.keyboard.press('Control+n');
  const dialog = page.getByRole('dialog', { name: 'Додати члена' });
  await expect(dialog.getByLabel('Особа')).toBeFocused();
  await page.keyboard.type('вюн');
  await page.getByRole('option', { name: /В’юн/ }).waitFor();
  await page.keyboard.press('Enter');
  // whoever comes for an agency takes its seat
  await expect(dialog.getByRole('combobox', { name: 'Місце в групі' })).toHaveText('Ліга соціальних працівників');
  await dialog.getByRole('combobox', { name: 'Роль' }).click();
  await page.getByRole('option', { name: 'голова', exact: true }).click();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('list', { name: 'Члени' }).getByText('В’юн Юлія Ігорівна')).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
});

test('the rules of a group are set with what they mean beside them', async ({ page }) => {
  await goTo(page, `/directory/groups/${groupId}`);
  await page.getByRole('combobox', { name: 'Правило кворуму' }).click();
  await page.getByRole('option', { name: /установлена кількість/ }).click();
  const fixed = page.getByLabel('Установлена кількість');
  await expect(fixed).toHaveValue('2');
  await fixed.fill('5');
  await page.keyboard.press('Tab');
  await expect(page.getByText('Такого кворуму зібрати не можна')).toBeVisible();
  expect((await door.client.directory.group({ id: groupId })).quorumFixed).toBe(5);

  const pattern = page.getByLabel('Шаблон нумерації');
  await pattern.fill('ОКР-{nnn}/{yy}');
  await expect(page.getByText(/Приклад: № ОКР-007\/\d\d/)).toBeVisible();
  await pattern.fill('{nn');
  await expect(page.getByText(/дужці { має/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(pattern).toHaveValue('{n}');
  await pattern.fill('{n}/{yyyy}');
  await page.keyboard.press('Enter');
  await expect
    .poll(async () => (await door.client.directory.group({ id: groupId })).numberingPattern)
    .toBe('{n}/{yyyy}');
});

test('seats change their order by keyboard, and a place is handed over on a day', async ({ page }) => {
  const { directory } = door.client;
  await directory.addPerson({ surname: 'Наступник', givenName: 'Проба' });
  await goTo(page, `/directory/groups/${groupId}`);
  const seats = page.getByRole('list', { name: 'Місця' });
  await seats.getByRole('button', { name: /^Ліга/ }).focus();
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.press('Alt+ArrowUp');
  await expect
    .poll(async () => (await directory.group({ id: groupId })).seatRows.map(({ organisation }) => organisation[0]))
    .toEqual(['Л', 'Г', 'С']);

  await page.getByRole('list', { name: 'Члени' }).getByRole('button', { name: /^В’юн/ }).press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Передати іншому' }).click();
  const dialog = page.getByRole('dialog', { name: /передати місце/ });
  await expect(dialog.getByLabel('Наступник')).toBeFocused();
  await page.keyboard.type('насту');
  await page.getByRole('option', { name: /^Наступник/ }).waitFor();
  await page.keyboard.press('Enter');
  await dialog.getByLabel('З якого дня').fill('01.12.2026');
  await page.keyboard.press('Tab');
  await expect(dialog.getByText('член до 30.11.2026 включно')).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
  expect((await directory.group({ id: groupId })).memberRows).toMatchObject([
    { name: 'В’юн Юлія Ігорівна', role: 'chair', endsOn: '2026-11-30' },
    { name: 'Наступник Проба', role: 'chair', startsOn: '2026-12-01' },
  ]);
});

test('what cannot be removed says why where it was asked', async ({ page }) => {
  const { id } = await person('Наступник');
  await openList(page, `/directory/people/${id}`);
  await row(page, 'Наступник').click();
  await page.keyboard.press('Delete');
  const dialog = page.getByRole('dialog', { name: /^Вилучити «Наступник/ });
  await dialog.getByRole('button', { name: 'Вилучити' }).click();
  await expect(dialog.getByText(/Обласна координаційна рада/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  await door.client.directory.addPerson({ surname: 'Зайва' });
  await row(page, 'Зайва').click();
  await page.keyboard.press('Delete');
  await expect(page.getByRole('dialog', { name: /^Вилучити «Зайва/ })).toBeVisible();
  await page.keyboard.press('Control+Enter');
  // behind an open dialog no row is found at all
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(row(page, 'Зайва')).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(row(page, 'Зайва')).toHaveCount(1);
});

test('everything is there at 200 % zoom, in the dark and in four languages', async ({ browser }) => {
  test.setTimeout(300_000);
  const { id } = await person('В’юн');
  for (const language of languages) {
    const context = await browser.newContext({
      colorScheme: language === 'uk' ? 'light' : 'dark',
      viewport: { width: 640, height: 360 },
    });
    await context.addInitScript((chosen) => localStorage.setItem('viche.language', JSON.stringify(chosen)), language);
    const page = await context.newPage();
    await page.goto(door.url);
    await page.getByRole('navigation').waitFor();
    for (const place of [
      '/directory/organisations',
      `/directory/people/${id}`,
      '/directory/groups',
      `/directory/groups/${groupId}`,
      '/directory/import/people',
    ]) {
      await goTo(page, place);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.getByRole('progressbar')).toHaveCount(0);
      expect(await axeFindings(page), `${language} ${place}`).toEqual([]);
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(sideways, `${language} ${place}`).toBeLessThanOrEqual(0);
    }
    await context.close();
  }
});
