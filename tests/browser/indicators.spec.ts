// Indicators in a real browser: written down, values entered like in a spreadsheet, targets, a counting rule in words.
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
  projectId = await addProject(door, 'Показники проєкту');
});
openEachPage(door);

const indicators = () => door.client.projects.indicators({ projectId });
const open = async (page: Page): Promise<void> => {
  await goTo(page, `/projects/${projectId}/indicators`);
  await page.getByRole('heading', { level: 1, name: 'Показники проєкту' }).waitFor();
};
const panel = (page: Page) => page.locator('#side-panel');

test('an indicator is written down, and its values are entered cell by cell from the keyboard', async ({ page }) => {
  await open(page);
  await expect(page.getByText('Тут стоятимуть показники')).toBeVisible();
  await page.keyboard.press('Control+n');
  const dialog = page.getByRole('dialog', { name: 'Новий показник' });
  await typingIn(dialog);
  await page.keyboard.type('Виявлено осіб');
  await dialog.getByLabel('Базове значення', { exact: true }).fill('двоє');
  await expect(dialog.getByText('Це не число.')).toBeVisible();
  await dialog.getByLabel('Базове значення', { exact: true }).fill('2');
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('grid').getByRole('row').filter({ hasText: 'Виявлено осіб' })).toContainText('бракує 3');
  expect(await axeFindings(page)).toEqual([]);

  await page.getByRole('button', { name: /Внести значення/ }).click();
  const first = page.locator('[data-cell="0,0"]');
  await first.focus();
  await page.keyboard.type('5');
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('[data-cell="0,1"]')).toBeFocused();
  await page.keyboard.type('1 200');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.type('багато');
  await page.keyboard.press('ArrowUp');
  await expect(page.locator('[data-cell="0,2"]')).toHaveAttribute('aria-invalid', 'true');
  await page.keyboard.press('Escape');
  await expect(page.locator('[data-cell="0,2"]')).toHaveValue('');
  await expect.poll(async () => (await indicators())[0]?.actual).toBe(1205);
  expect((await indicators())[0]?.series.map(({ period, value }) => [period, value])).toEqual([
    ['2016-H1', 5],
    ['2016-H2', 1200],
    ['2017-H1', null],
  ]);
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: /До показників/ }).click();
  await expect(page.getByRole('grid').getByRole('row').filter({ hasText: 'Виявлено осіб' })).toContainText('бракує 1');
});

test('a target of a year saves itself and the chart has its table', async ({ page }) => {
  await open(page);
  const target = panel(page).getByLabel('2016', { exact: false }).first();
  await target.fill('2 000');
  await target.press('Enter');
  await expect.poll(async () => (await indicators())[0]?.target).toBe(2000);
  await expect(panel(page).getByRole('img', { name: 'План і факт' })).toBeVisible();
  await expect(panel(page).getByRole('table', { name: 'План і факт' })).toContainText('1\u00a0200');
});

test('a counted indicator says in words what it counts, and of how many records', async ({ page }) => {
  await door.client.projects.addActivity({
    projectId,
    kind: 'roundTable',
    title: 'Круглий стіл 1',
    status: 'held',
    actualFrom: '2016-10-05',
    actualUntil: '2016-10-05',
  });
  await open(page);
  await expect(page.getByRole('grid').getByRole('row').filter({ hasText: 'Виявлено осіб' })).toBeVisible();
  await page.keyboard.press('Control+n');
  const dialog = page.getByRole('dialog', { name: 'Новий показник' });
  await typingIn(dialog);
  await page.keyboard.type('Проведено круглих столів');
  await dialog.getByRole('combobox', { name: 'Звідки значення' }).click();
  await page.getByRole('option', { name: 'рахує програма: проведені заходи' }).click();
  await dialog.getByRole('combobox', { name: 'Види заходів' }).fill('круглий');
  await page.getByRole('option', { name: 'круглий стіл' }).click();
  await expect(dialog.getByText('Програма рахує: проведені заходи: круглий стіл.')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toHaveCount(0);
  await expect.poll(async () => (await indicators())[1]?.actual).toBe(1);
  await page.getByRole('grid').getByRole('row').filter({ hasText: 'Проведено круглих столів' }).click();
  await expect(panel(page).getByText(/Програма рахує: проведені заходи: круглий стіл\. 1 запис до/)).toBeVisible();
  await expect(panel(page).getByRole('link', { name: 'Круглий стіл 1' })).toBeVisible();
});

test('the annex of a programme is filled in where it stands, in thousands', async ({ page }) => {
  await goTo(page, `/projects/${projectId}/programme`);
  await expect(page.getByText('Тут стоятиме додаток')).toBeVisible();
  await page.keyboard.press('Control+n');
  await expect(page.getByLabel('Завдання, рядок 1')).toBeFocused();
  await page.keyboard.type('Виявлення постраждалих');
  const sum = page.getByLabel('2016, тис. UAH, рядок 1');
  await sum.fill('сто');
  await sum.press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: 'Це не число' })).toBeVisible();
  await sum.fill('45,125');
  await sum.press('Enter');
  const programme = () => door.client.projects.programme({ projectId });
  await expect.poll(async () => (await programme()).totals.find(({ year }) => year === 2016)?.amount).toBe(4_512_500);
  expect((await programme()).tasks.map(({ task }) => task)).toEqual(['Виявлення постраждалих']);
  expect(await axeFindings(page)).toEqual([]);
});
