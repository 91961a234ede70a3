import { expect, test, type Page } from '@playwright/test';
import { allowNoComplaints, doorFor } from '../fixtures/browserDoor.ts';
import { testPassphrase } from '../fixtures/doors.ts';
import { axeFindings, openPalette } from '../fixtures/pages.ts';

const door = doorFor({ workspace: false });
const complaints = allowNoComplaints();

test.describe.configure({ mode: 'serial' });

const clean = async (page: Page): Promise<void> => {
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await axeFindings(page)).toEqual([]);
};

const unlock = async (page: Page): Promise<void> => {
  await page.goto(door.url);
  await page.getByLabel('Парольна фраза', { exact: true }).last().fill(testPassphrase);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation').waitFor();
};

test('without the token the page says what to do and asks nothing of the core', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/rpc')) asked.push(request.url());
  });
  await page.goto(door.origin);
  await expect(page.getByText(/Відкрийте адресу/)).toBeVisible();
  expect(asked).toEqual([]);
});

for (const [locale, heading] of [
  ['lt-LT', 'Sveiki'],
  ['lv-LV', 'Sveicināti'],
  ['en-GB', 'Welcome'],
] as const) {
  test(`the first start speaks the language of the system: ${locale}`, async ({ browser }) => {
    const context = await browser.newContext({ locale });
    const page = await context.newPage();
    await page.goto(door.url);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
    await page.waitForTimeout(500); // the core's preferences have come by now
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
    await clean(page);
    await context.close();
  });
}

test('the first start: all by keyboard, from the language to the printed sheet', async ({ page }) => {
  await page.goto(door.url);
  await expect(page).toHaveURL(/#\/$/);
  await expect(page.getByLabel('Назва установи')).toBeFocused();
  await clean(page);
  await page.keyboard.press('Control+Enter');
  await expect(
    page.getByText(/^Заповніть: Назва установи, Вид установи, Ваше прізвище, Парольна фраза\./),
  ).toBeVisible();
  await page.keyboard.type('Обласна координаційна рада');
  await page.keyboard.press('Tab');
  await page.keyboard.type('ОКР');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('option')).toHaveCount(0);
  await page.keyboard.press('Tab');
  await page.keyboard.type('полтавська обл');
  await expect(page.getByRole('option').first()).toContainText('Полтавська область');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Член');
  await page.keyboard.press('Alt+2');
  const phrase = page.getByLabel('Парольна фраза', { exact: true });
  await expect(phrase).toBeFocused();
  await page.keyboard.type('коротка');
  await expect(page.getByText('Потрібно щонайменше 10 символів.')).toBeVisible();
  await phrase.fill(testPassphrase);
  await page.getByLabel('Повторіть').fill('інше');
  await expect(page.getByText('Фрази різняться.')).toBeVisible();
  await page.getByLabel('Повторіть').fill(testPassphrase);
  await expect(page.getByRole('meter')).toHaveAttribute('aria-valuenow', /[345]/);
  await page.keyboard.press('Alt+3');
  await expect(page.getByRole('radio', { name: /Порожній/ })).toBeFocused();
  await expect(page.getByText(/окр.*\.viche/i)).toBeVisible();
  await page.keyboard.press('Control+Enter');

  const sheet = page.getByRole('article', { name: 'Аркуш відновлення' });
  await expect(sheet.getByRole('listitem')).toHaveCount(6);
  await expect(sheet.getByRole('img', { name: /QR/ })).toBeVisible();
  await clean(page);
  const start = page.getByRole('button', { name: 'Почати роботу' });
  await expect(start).toBeDisabled();
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.printAlone article')).toBeVisible();
  await expect(page.locator('#root')).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  await page.getByLabel('Надруковано, покладено в надійне місце').check();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('navigation')).toBeVisible();
  await expect(page.getByRole('banner')).toContainText('Полтавська область');
  await clean(page);
});

test('lock and unlock: a wrong phrase says so at the field, the right one comes back to the same place', async ({
  page,
}) => {
  await page.goto(door.url);
  await page.getByRole('navigation').waitFor();
  await page.keyboard.press('Alt+9');
  await page.getByRole('tab', { name: 'Захист' }).click();
  // the browser keeps titles in its history, on the disk
  await expect(page).toHaveTitle('Віче');
  await page.keyboard.press('Control+l');
  const field = page.getByLabel('Парольна фраза', { exact: true }).last();
  await expect(field).toBeFocused();
  await clean(page);
  await page.keyboard.type('не та фраза');
  await page.keyboard.press('Enter');
  await expect(field).toHaveAccessibleDescription(/[Нн]еправильна/);
  await field.fill(testPassphrase);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: 'Захист' })).toHaveAttribute('aria-selected', 'true');
});

test('the recovery sheet opens the file, and a new passphrase makes a new sheet', async ({ page }) => {
  await page.goto(door.url);
  await page.getByRole('navigation').waitFor();
  await page.goto(`${door.origin}/#/settings/protection`);
  await page.getByRole('button', { name: 'Надрукувати аркуш відновлення' }).click();
  await page.getByLabel('Поточна парольна фраза').fill(testPassphrase);
  await page.keyboard.press('Control+Enter');
  const lines = page.getByRole('dialog').getByRole('listitem');
  await expect(lines).toHaveCount(6);
  const key = (await lines.allInnerTexts()).join('\n');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.keyboard.press('Control+l');
  await page.getByText('Ключ з аркуша відновлення').click();
  await page.getByRole('textbox', { name: 'Ключ з аркуша відновлення' }).fill(key);
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: 'Змінити парольну фразу' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Поточна парольна фраза').fill('не та фраза зовсім');
  await dialog.getByLabel('Нова парольна фраза', { exact: true }).fill('інші чотири слова поспіль');
  await dialog.getByLabel('Повторіть').fill('інші чотири слова поспіль');
  await page.keyboard.press('Control+Enter');
  await expect(dialog.getByLabel('Поточна парольна фраза')).toHaveAccessibleDescription(/[Нн]еправильна/);
  await dialog.getByLabel('Поточна парольна фраза').fill(testPassphrase);
  await page.keyboard.press('Control+Enter');
  await expect(dialog.getByText(/Парольну фразу змінено/)).toBeVisible();
  expect((await dialog.getByRole('listitem').allInnerTexts()).join('\n')).not.toBe(key);
  await door.client.workspace.changePassphrase({ current: 'інші чотири слова поспіль', next: testPassphrase });
});

test('a backup is made by hand and taken back', async ({ page }) => {
  await page.goto(door.url);
  await page.getByRole('navigation').waitFor();
  await page.goto(`${door.origin}/#/settings/backups`);
  const rows = page.getByRole('table', { name: 'Резервні копії' }).getByRole('row');
  await page.getByRole('button', { name: 'Створити резервну копію зараз' }).click();
  await expect(page.getByText('Резервну копію створено й перевірено')).toBeVisible();
  const made = rows.filter({ hasText: 'вручну' });
  await expect(made).toHaveCount(1);
  await clean(page);
  await door.client.directory.addOrganisation({ name: 'Організація після копії' });
  await made.getByRole('button', { name: 'Відновити' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Відновити/ })
    .click();
  await expect(rows.filter({ hasText: 'перед відновленням' })).toHaveCount(1);
  const names = (await door.client.directory.organisations()).map(({ name }) => name);
  expect(names).not.toContain('Організація після копії');
});

test('settings hold: language, look, idle lock; the file is checked', async ({ page }) => {
  await page.goto(door.url);
  await page.getByRole('navigation').waitFor();
  for (const part of ['window', 'work', 'protection', 'backups', 'about']) {
    await page.goto(`${door.origin}/#/settings/${part}`);
    await page.getByRole('tabpanel').getByRole('region').first().waitFor();
    await clean(page);
  }
  await page.getByRole('button', { name: 'Перевірити', exact: true }).click();
  await expect(page.getByText(/^Усе гаразд: /)).toBeVisible();
  await page.goto(`${door.origin}/#/settings/work`);
  const holidays = page.getByRole('checkbox', { name: 'Святкові дні — робочі' });
  const before = await holidays.isChecked();
  await holidays.click();
  await expect.poll(async () => (await door.client.workspace.settings()).holidaysAreWorkingDays).toBe(!before);
  await page.goto(`${door.origin}/#/settings/window`);
  await page.getByText('Темна', { exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.getByRole('combobox', { name: 'Блокувати за бездіяльності' }).click();
  await page.getByRole('option', { name: 'через 30 хвилин' }).click();
  for (const [name, heading, code] of [
    ['English', 'Settings', 'en'],
    ['Lietuvių', 'Parametrai', 'lt'],
    ['Latviešu', 'Iestatījumi', 'lv'],
    ['Українська', 'Налаштування', 'uk'],
  ] as const) {
    await page.getByRole('radio', { name }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
    await expect(page.locator('html')).toHaveAttribute('lang', code);
  }
  await expect
    .poll(() => door.client.workspace.preferences())
    .toMatchObject({ language: 'uk', theme: 'dark', lockAfterMinutes: 30 });
});

test('the palette finds commands by their words and runs them; navigation narrows', async ({ page }) => {
  await page.goto(door.url);
  await page.getByRole('navigation').waitFor();
  await openPalette(page);
  await page.keyboard.type('налашт');
  await expect(page.getByRole('option').first()).toContainText('Налаштування');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Налаштування');
  await page.keyboard.press('Control+\\');
  await expect.poll(async () => (await page.getByRole('navigation').boundingBox())?.width).toBe(52);
  await expect(page.getByRole('link', { name: 'Засідання' })).toBeVisible();
  await clean(page);
  await page.keyboard.press('Control+\\');
  await expect.poll(async () => (await page.getByRole('navigation').boundingBox())?.width).toBe(200);
});

test('the skip link is first and leads to the content', async ({ page }) => {
  await page.goto(door.url);
  await page.getByRole('navigation').waitFor();
  await page.reload();
  await page.getByRole('navigation').waitFor();
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Перейти до вмісту' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
});

test('when the program ends the page says so; started again it asks for the new address and opens what was there', async ({
  page,
}) => {
  await page.goto(door.url);
  await page.getByRole('navigation').waitFor();
  const { port } = new URL(door.origin);
  await door.kill();
  await expect(page.getByText(/Зв’язок із програмою втрачено/)).toBeVisible();
  await door.start(['--port', port]);
  await expect(page.getByText(/Відкрийте адресу, яку показала програма/)).toBeVisible();
  await unlock(page);
  await expect(page.getByRole('navigation')).toBeVisible();
  complaints.forget(); // the browser counts every request that found nobody
});

test('closed, the known workspaces are offered; one is taken off the list', async ({ page }) => {
  await page.goto(door.url);
  await page.getByRole('navigation').waitFor();
  await page.goto(`${door.origin}/#/settings/about`);
  await page.getByRole('button', { name: 'Закрити робочий простір' }).click();
  await expect(page.getByRole('heading', { name: 'Робочі простори', exact: true })).toBeVisible();
  await expect(page.getByText('Обласна координаційна рада').first()).toBeVisible();
  await clean(page);
  await page.getByRole('button', { name: /^Інші дії/ }).click();
  await page.getByRole('menuitem', { name: 'Відновити з резервної копії' }).click();
  await expect(page.getByRole('table', { name: 'Резервні копії' })).toBeVisible();
  await page.getByRole('button', { name: 'Новий робочий простір' }).click();
  await expect(page.getByRole('heading', { name: 'Вітаємо' })).toBeVisible();
});

test('the start pages fit at 200 % zoom', async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 640, height: 360 }, locale: 'uk-UA' });
  const page = await context.newPage();
  await page.goto(door.url);
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(640);
  await page.getByRole('button', { name: 'Новий робочий простір' }).click();
  await page.getByRole('heading', { name: 'Вітаємо' }).waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(640);
  await clean(page);
  await context.close();
});
