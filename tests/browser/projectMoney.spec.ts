// The money of a project in a real browser: funders, lines and spending by keyboard, rates, what is wrong and what is odd.
import { expect, type Page } from '@playwright/test';
import { doorFor, openEachPage } from '../fixtures/browserDoor.ts';
import { typingIn } from '../fixtures/keyboard.ts';
import { axeFindings, goTo } from '../fixtures/pages.ts';
import { addProject } from '../fixtures/smallProject.ts';
import { test } from '../fixtures/window.ts';

const door = doorFor();
let projectId = '';

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  projectId = await addProject(door, 'Громадський контроль');
});
openEachPage(door);

const money = () => door.client.projects.money({ projectId });
const open = async (page: Page): Promise<void> => {
  await goTo(page, `/projects/${projectId}/money`);
  await page.getByRole('heading', { level: 1, name: 'Громадський контроль' }).waitFor();
};
const lines = (page: Page) => page.getByRole('grid', { name: 'Бюджет' });

test('an empty page leads to the first funder, its first line and a first spending, all by keyboard', async ({
  page,
}) => {
  await open(page);
  await expect(page.getByText('Тут стоятимуть донори')).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Control+n');
  await expect(page.getByRole('dialog', { name: 'Новий донор' })).toBeVisible();
  await page.getByLabel('Назва донора').fill('Шведський інститут');
  const granted = page.getByLabel('Сума гранту');
  await granted.fill('50 тисяч');
  await expect(page.getByText('Це не сума.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Додати Ctrl' })).toBeDisabled();
  await granted.fill('50,000.00');
  await expect(page.getByText('Це не сума.')).toHaveCount(0);
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Усі донори' })).toBeVisible();

  await page.keyboard.press('Control+n');
  await expect(page.getByRole('dialog', { name: 'Нова стаття' })).toBeVisible();
  await page.getByLabel('Назва', { exact: true }).fill('Круглі столи');
  await page.getByLabel(/^Заплановано/).fill('1 234,56');
  await page.keyboard.press('Control+Enter');
  await expect(lines(page).getByRole('row').filter({ hasText: 'Круглі столи' })).toContainText('1\u00a0234,56');
  const after = await money();
  expect(after.funders.map(({ amount, planned, unplanned }) => [amount, planned, unplanned])).toEqual([
    [5_000_000, 123_456, 4_876_544],
  ]);
  expect(await axeFindings(page)).toEqual([]);
});

test('spending over the line is kept and warned of, and a foreign one counts by the rate that is stated', async ({
  page,
}) => {
  await open(page);
  // the list has the focus as the page opens, and the bar below tells the keys that work in it
  await expect(lines(page)).toBeFocused();
  await expect(page.getByRole('contentinfo')).toContainText(/витрата.*зобов’язання.*пересунути/);
  await lines(page).getByRole('row').filter({ hasText: 'Круглі столи' }).click();
  await page.keyboard.press('s');
  const dialog = page.getByRole('dialog', { name: 'Нова витрата' });
  await typingIn(dialog);
  await page.keyboard.type('100');
  await dialog.getByRole('combobox', { name: 'Валюта' }).fill('EUR');
  await page.getByRole('option', { name: /^EUR/ }).click();
  await dialog.getByLabel(/^1 EUR коштує/).fill('27,125');
  await expect(dialog.getByText('У валюті статті: 2\u00a0712,50\u00a0грн')).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText(/перевищен/).first()).toBeVisible();
  const { lines: kept } = await money();
  expect(kept.map(({ spent, balance }) => [spent, balance])).toEqual([[271_250, -147_794]]);
  await expect(lines(page).getByRole('row').filter({ hasText: 'Круглі столи' })).toContainText('−1\u00a0477,94');

  await page
    .getByRole('button', { name: /^Скасувати/ })
    .first()
    .click();
  await expect.poll(async () => (await money()).lines[0]?.spent).toBe(0);
});

test('sums of another currency wait for their rate, then come into the total, and the charts have their tables', async ({
  page,
}) => {
  const { id: funderId } = await door.client.projects.addPart({
    projectId,
    patch: { part: 'funder', fields: { nameText: 'Фонд', currency: 'EUR', amount: 100_000 } },
  });
  await door.client.projects.addPart({
    projectId,
    patch: { part: 'budgetLine', fields: { funderId, title: 'Друк', category: 'materials', amount: 100_000 } },
  });
  await open(page);
  await expect(page.getByText('Щоб порахувати разом, додайте курс: EUR.')).toBeVisible();
  await page.getByRole('heading', { name: 'Курси валют' }).getByRole('button', { name: 'Додати' }).click();
  await typingIn(page.getByRole('dialog', { name: 'Новий курс' }));
  await page.keyboard.type('27,5');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('listitem').filter({ hasText: '1 EUR = 27,50 UAH' })).toBeVisible();
  expect((await money()).total).toEqual({ planned: 123_456 + 2_750_000, committed: 0, spent: 0 });

  await page.getByRole('radio', { name: 'Діаграми' }).check({ force: true });
  await expect(page.getByRole('table', { name: 'За донорами' })).toContainText('Шведський інститут');
  await expect(page.getByRole('img', { name: 'За категоріями витрат' })).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
});
