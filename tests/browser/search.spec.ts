import { expect, test, type Page } from '@playwright/test';
import { allowNoComplaints, doorFor } from '../fixtures/browserDoor.ts';
import { axeFindings } from '../fixtures/pages.ts';

const door = doorFor({ sample: true });
allowNoComplaints();

/** A meeting in Lithuanian, one in Latvian: the sample speaks little of what these tests look for. */
const addMeeting = async (language: 'lt' | 'lv', title: string, item: string): Promise<void> => {
  const { client } = door;
  const { id: groupId } = await client.directory.addGroup({ name: title, language });
  const { id: meetingId } = await client.meetings.create({
    groupId,
    copyFrom: null,
    template: null,
    heldOn: '2026-10-01',
    title,
    language,
  });
  await client.meetings.addItem({ meetingId, title: item, at: null });
};

test.beforeAll(async () => {
  await addMeeting('lt', 'Tarybos posėdis', 'Dėl savivaldybių pateiktų ataskaitų');
  await addMeeting('lv', 'Padomes sēde', 'Par darbu pašvaldībās');
  // made in the background after opening: everything is there before it is looked for
  await expect
    .poll(async () => {
      const { done, total } = await door.client.search.state();
      return done === total;
    })
    .toBe(true);
});

const start = async (page: Page, place = '/meetings'): Promise<void> => {
  await page.goto(door.url);
  await page.getByRole('navigation').first().waitFor();
  await page.goto(`${door.origin}/#${place}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
};

const field = (page: Page) => page.getByRole('combobox', { name: 'Знайти або виконати…' });
const options = (page: Page) => page.getByRole('listbox', { name: 'Знайдене й команди' }).getByRole('option');
const records = (page: Page) => options(page).filter({ has: page.locator('[data-snippet]') });
const highlighted = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...(CSS.highlights.get('found') ?? [])].map((range) => (range instanceof Range ? range.toString() : '')),
  );

const find = async (page: Page, words: string): Promise<void> => {
  await page.keyboard.press('Control+k');
  await expect(field(page)).toBeFocused();
  await page.keyboard.insertText(words);
};

test('a word in another form finds the record; Enter opens its place with the words marked; Esc clears them', async ({
  page,
}) => {
  await start(page);
  await find(page, 'круглий стіл');
  const item = records(page).filter({ hasText: 'Сумської області' }).filter({ hasText: 'Питання' }).first();
  await expect(item.locator('mark').first()).toHaveText(/круглих|столів/);
  // the mark is not a colour alone
  await expect(item.locator('mark').first()).toHaveCSS('text-decoration-line', 'underline');
  for (let n = 0; n < 40 && (await item.getAttribute('aria-selected')) !== 'true'; n += 1)
    await page.keyboard.press('ArrowDown');
  await expect(field(page)).toHaveAttribute('aria-activedescendant', (await item.getAttribute('id')) ?? '');
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/meetings\/[^?]+\?item=[^&]+&mark=/);
  await expect.poll(() => highlighted(page)).toContain('столів');
  const heading = page.getByRole('heading', { name: /18 круглих столів/ });
  await expect(heading).toBeInViewport();
  expect(await axeFindings(page)).toEqual([]);
  const chip = page.getByText(/^Позначено \(\d+\):/);
  await expect(chip).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(chip).toBeHidden();
  expect(await highlighted(page)).toEqual([]);
  await expect(page).not.toHaveURL(/mark=/);
});

for (const { language, words, found } of [
  { language: 'Lithuanian', words: 'savivaldybė', found: 'savivaldybių' },
  { language: 'Latvian', words: 'pasvaldiba', found: 'pašvaldībās' },
])
  test(`${language}: ${words} finds ${found}`, async ({ page }) => {
    await start(page);
    await find(page, words);
    await expect(records(page).locator('mark').filter({ hasText: found }).first()).toBeVisible();
  });

test('commands stand in the same list, alone behind >; what is typed while Enter waits is what opens', async ({
  page,
}) => {
  await start(page, '/settings');
  await page.keyboard.press('Control+k');
  await expect(options(page).first()).toBeVisible();
  await page.keyboard.type('>темн');
  await expect(options(page)).toHaveText([/Темна тема/]);
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('>світл');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  // not a moment between the last letter and Enter
  await page.keyboard.press('Control+k');
  await page.keyboard.insertText('досвід Сумської');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/meetings\/.*mark=/);
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('areas by Alt and a digit, group and days narrow what is found; what was opened is offered again', async ({
  page,
}) => {
  await start(page);
  await find(page, 'круглий стіл');
  await expect(records(page).first()).toBeVisible();
  const areas = page.getByRole('listbox').getByRole('group');
  await page.keyboard.press('Alt+2');
  await expect(page.getByRole('button', { name: 'Рішення', exact: true })).toHaveAttribute('aria-pressed', 'true');
  await expect(page).toHaveURL(/#\/meetings$/);
  await expect(areas).toHaveText([/^Рішення/]);
  await page.keyboard.press('Alt+2');
  await expect(areas.filter({ hasText: /^Засідання/ })).toBeVisible();
  await page.getByRole('button', { name: 'Група й дати' }).press('Enter');
  await page.getByRole('textbox', { name: 'До' }).fill('31.12.2014');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Зараз шукаємо не скрізь: діють умови.')).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'Нічого не знайдено' })).toBeAttached();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Зняти умови' }).press('Enter');
  await field(page).focus();
  await expect(records(page).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/mark=/);
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('group', { name: 'Нещодавно відкрите' }).getByRole('option')).toHaveCount(1);
  await page.getByRole('group', { name: 'Нещодавно шукали' }).getByRole('option').click();
  await expect(field(page)).toHaveValue('круглий стіл');
  await expect(records(page).first()).toBeVisible();
});

test('signs of a query language are only signs, and ten thousand pasted letters are taken calmly', async ({ page }) => {
  await start(page);
  await page.keyboard.press('Control+k');
  for (const text of ['"', '*', 'NEAR(', '"круглий" OR', '^-+~():{}', '\\', "' OR 1=1 --"]) {
    await field(page).fill(text);
    await expect(page.getByText(/^(Знайдено|Нічого не знайдено)/).first()).toBeVisible();
    await expect(page.getByRole('alert')).toHaveCount(0);
  }
  await field(page).fill('"круглий* стіл"');
  await expect(records(page).locator('mark').first()).toBeVisible();
  await field(page).fill('координаційна рада та громади '.repeat(340));
  await expect(page.getByText('Запит задовгий: шукаємо за першими 32 словами.').last()).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
  expect((await field(page).inputValue()).length).toBeGreaterThan(10_000);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('it reads well in the dark, at 200 % and in Lithuanian', async ({ page }, info) => {
  await start(page);
  const picture = async (name: string): Promise<void> => {
    await expect(records(page).first()).toBeVisible();
    await page.screenshot({ path: info.outputPath(`${name}.png`) });
  };
  await find(page, 'круглий стіл');
  await picture('light');
  await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'));
  expect(await axeFindings(page)).toEqual([]);
  await picture('dark');
  await page.setViewportSize({ width: 640, height: 360 });
  await expect(records(page).first()).toBeInViewport();
  await picture('200');
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('>Lietuvių');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('lang', 'lt');
  await page.keyboard.press('Control+k');
  await page.keyboard.insertText('savivaldybė');
  const list = page.getByRole('listbox', { name: 'Rasti įrašai ir komandos' }).getByRole('option');
  await expect(list.locator('mark').first()).toBeVisible();
  await page.screenshot({ path: info.outputPath('lt.png') });
  expect(await axeFindings(page)).toEqual([]);
});
