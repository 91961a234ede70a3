// The activities of a project by keyboard: a new one, its state with its day, many at once with one undo, participants
// that do not add up, a series; the same activities as cards by status and on the month.
import { expect, type Page } from '@playwright/test';
import { everyActivity } from '../../shared/contract/activityViews.ts';
import { addProject } from '../fixtures/activities.ts';
import { doorFor, openEachPage } from '../fixtures/browserDoor.ts';
import { axeFindings, goTo, pressUkrainian, runCommand } from '../fixtures/pages.ts';
import { test } from '../fixtures/window.ts';

const door = doorFor();
let project: Awaited<ReturnType<typeof addProject>>;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  project = await addProject(door.client);
});
openEachPage(door);

const grid = (page: Page) => page.getByRole('grid', { name: 'Заходи проєкту' });
const row = (page: Page, words: string) => grid(page).getByRole('row').filter({ hasText: words });
const panel = (page: Page) => page.getByRole('complementary', { name: 'Вибраний захід' });
const activity = (at: number) => door.client.projects.activity({ id: project.activities[at] ?? '' });

const open = async (page: Page, view: string): Promise<void> => goTo(page, `/projects/${project.id}/${view}`);

const openList = async (page: Page, search = ''): Promise<void> => {
  await open(page, `activities${search}`);
  await expect(grid(page)).toBeFocused();
};

test('a link opens the list at its activity, with everything that is known of it', async ({ page }) => {
  await open(page, `activities?activity=${project.activities[3] ?? ''}`);
  await expect(panel(page).getByRole('heading', { level: 2 }).first()).toHaveText(/Муніципалітети проти/);
  await expect(row(page, 'Конференція «')).toHaveAttribute('data-current', '');
  await expect(panel(page)).toContainText('77');
  await expect(panel(page)).toContainText('з 4 країн');
  await expect(panel(page).getByRole('table', { name: 'за статтю' })).toContainText('жінки50');
  await expect(grid(page)).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
});

test('N plans an activity in any keyboard layout; an end before the start is told at its field', async ({ page }) => {
  await openList(page);
  await pressUkrainian(page, 'KeyN', 'т');
  const dialog = page.getByRole('dialog', { name: 'Новий захід' });
  await expect(dialog.getByRole('textbox', { name: 'Захід' })).toBeFocused();
  await page.keyboard.type('Круглий стіл у Ризі');
  await page.keyboard.press('Tab');
  await page.keyboard.type('20.01.2027');
  await dialog.getByRole('textbox', { name: 'За планом до' }).fill('10.01.2027');
  await page.keyboard.press('Tab');
  await expect(dialog.getByText('Кінець раніше за початок.')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Запланувати' })).toBeDisabled();
  expect(await axeFindings(page)).toEqual([]);
  await dialog.getByRole('textbox', { name: 'За планом до' }).fill('21.01.2027');
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
  await expect(row(page, 'Круглий стіл у Ризі')).toContainText('20.01.2027 – 21.01.2027');
  await expect(panel(page).getByRole('heading', { level: 2 }).first()).toHaveText('Круглий стіл у Ризі');
});

test('the cell of the matrix begins a new activity of its kind', async ({ page }) => {
  await open(page, 'activities?new=1&kind=training');
  const dialog = page.getByRole('dialog', { name: 'Новий захід' });
  await expect(dialog.getByRole('combobox', { name: 'Вид' })).toHaveText('тренінг');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(page).toHaveURL(({ hash }) => !hash.includes('new='));
});

test('V says that it was held and asks for the day; late is late no more', async ({ page }) => {
  await openList(page, '?state=late');
  await expect(row(page, 'Обкладинка й верстка')).toContainText('прострочено');
  await expect(grid(page).getByRole('row')).toHaveCount(2);
  await page.keyboard.press('ArrowDown');
  await pressUkrainian(page, 'KeyV', 'м');
  const dialog = page.getByRole('dialog', { name: 'Обкладинка й верстка: проведено' });
  await dialog.getByRole('textbox', { name: 'Проведено від' }).fill('30.08.2026');
  await dialog.getByRole('textbox', { name: 'Проведено до' }).fill('29.10.2026');
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
  await expect(page.getByText('За цими умовами заходів немає.')).toBeVisible();
  const now = await activity(6);
  expect([now.state, now.actualFrom, now.actualUntil]).toEqual(['held', '2026-08-30', '2026-10-29']);
});

test('marked activities are shifted together, and one undo brings all of them back', async ({ page }) => {
  await openList(page, `?state=planned&line=${project.lines[2] ?? ''}`);
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await expect(page.getByText('Позначено 2 заходи')).toBeVisible();
  await page.keyboard.press('s');
  const dialog = page.getByRole('dialog', { name: 'Зсунути дні 2 заходів' });
  await dialog.getByRole('spinbutton').fill('10');
  await dialog.getByRole('checkbox').uncheck();
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
  await expect.poll(async () => (await activity(4)).plannedFrom).toBe('2026-10-15');
  expect((await activity(5)).plannedFrom).toBe('2027-01-05');
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await activity(4)).plannedFrom).toBe('2026-10-05');
  expect((await activity(5)).plannedFrom).toBe('2026-12-26');
});

test('participants that do not add up are said and kept', async ({ page }) => {
  await open(page, `activities?activity=${project.activities[3] ?? ''}`);
  await panel(page).getByRole('button', { name: 'Записати' }).click();
  const dialog = page.getByRole('dialog', { name: /^Учасники: / });
  await dialog.getByRole('spinbutton', { name: 'жінки' }).fill('60');
  await expect(dialog.getByText('87, більше за 77')).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
  await expect.poll(async () => (await activity(3)).warnings.map(({ code }) => code)).toContain('participantsMore');
  await expect(panel(page).getByRole('table', { name: 'за статтю' })).toContainText('60');
});

test('grouped by line the list has its lines with their counts', async ({ page }) => {
  await openList(page);
  await page.getByRole('button', { name: 'без груп' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Напрям' }).click();
  const heads = grid(page)
    .getByRole('row')
    .filter({ has: page.locator('[aria-colspan]') });
  await expect(heads.first()).toContainText('1. Оцінювання');
  await expect(heads.nth(2)).toContainText('3. Настанови муніципалітетам');
});

test('a series is shown before it is planned, and planned in one act', async ({ page }) => {
  await openList(page);
  await runCommand(page, 'Запланувати низку');
  const dialog = page.getByRole('dialog', { name: 'Запланувати низку заходів' });
  await expect(dialog.getByText(/^Заповніть назву, перший день/)).toBeVisible();
  await dialog.getByRole('spinbutton', { name: 'Скільки' }).fill('18');
  await dialog.getByRole('textbox', { name: 'Починаючи з' }).fill('07.01.2027');
  await page.keyboard.press('Tab');
  await expect(dialog.getByRole('heading', { level: 3 })).toContainText('18 заходів');
  await expect(dialog.getByRole('table')).toContainText('21.01.2027');
  await expect(dialog.getByText(/після кінця проєкту/).first()).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
  const { total } = await door.client.projects.activities({
    ...everyActivity,
    projectId: project.id,
    kinds: ['roundTable'],
    offset: 0,
    limit: 1,
  });
  expect(total).toBe(19);
  await page.keyboard.press('Control+z');
  await expect(row(page, 'Круглий стіл у Ризі')).toBeVisible();
  await expect(page.getByText(/^Скасовано/)).toBeVisible();
});

test('a series of places without such an activity says that it is shorter than asked for', async ({ page }) => {
  await openList(page);
  await runCommand(page, 'Запланувати низку');
  const dialog = page.getByRole('dialog', { name: 'Запланувати низку заходів' });
  const places = dialog.getByRole('combobox', { name: 'Громади, райони, області' });
  for (const name of ['Бездрицька', 'Білопільська']) {
    await places.fill(name);
    await page.getByRole('option', { name: new RegExp(`^${name}`) }).click();
  }
  await dialog.getByRole('spinbutton', { name: 'Скільки' }).fill('3');
  await expect(dialog.getByRole('heading', { level: 3 })).toContainText('3 заходи');
  await expect(dialog.getByText(/^Без такого заходу/)).toHaveCount(0);
  await dialog.getByRole('checkbox', { name: /^Лише там, де/ }).check();
  await expect(dialog.getByRole('heading', { level: 3 })).toContainText('2 заходи');
  await expect(dialog.getByText('Без такого заходу лише 2 місця, тож стільки й заплановано.')).toBeVisible();
});

test('a card goes to the next status by Alt and an arrow; cancelling needs a reason', async ({ page }) => {
  await open(page, 'board');
  const planned = page.getByRole('listbox', { name: /^заплановано/ });
  await expect(planned).toBeFocused();
  await expect(planned.getByRole('option').first()).toHaveAttribute('aria-selected', 'true');
  const title = (await planned.getByRole('option').first().locator('.title').textContent()) ?? '';
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Alt+ArrowRight');
  const dialog = page.getByRole('dialog', { name: `${title}: відкладено` });
  await dialog.getByRole('textbox', { name: 'Причина' }).fill('Перекладачі зайняті.');
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
  const postponed = page.getByRole('listbox', { name: /^відкладено/ });
  await expect(postponed.getByRole('option', { name: title })).toBeVisible();
  await postponed.getByRole('option', { name: title }).dragTo(page.getByRole('listbox', { name: /^скасовано/ }));
  const cancelling = page.getByRole('dialog', { name: `${title}: скасовано` });
  await cancelling.getByRole('textbox', { name: 'Причина' }).fill('');
  await expect(cancelling.getByRole('button', { name: 'Зберегти' })).toBeDisabled();
  await page.keyboard.press('Escape');
  await expect(cancelling).toBeHidden();
  await expect(postponed.getByRole('option', { name: title })).toBeVisible();
});

test('the month has activities and holidays by name; the arrows move, N plans on the day', async ({ page }) => {
  await open(page, 'calendar');
  const month = (name: string) => page.getByRole('grid', { name });
  await expect(page.locator('td:focus')).toHaveAttribute('data-day', /^\d{4}-\d{2}-\d{2}$/);
  expect(await axeFindings(page)).toEqual([]);
  for (let months = 0; months < 24 && !(await month('грудень 2026 р.').isVisible()); months += 1)
    await page.keyboard.press('PageDown');
  await expect(month('грудень 2026 р.').locator('[data-day="2026-12-25"]')).toContainText('Різдво');
  await month('грудень 2026 р.').locator('[data-day="2026-12-10"]').focus();
  await month('грудень 2026 р.').locator('[data-day="2026-12-10"] header').click();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('td:focus')).toHaveAttribute('data-day', '2026-12-18');
  await page.keyboard.press('n');
  const dialog = page.getByRole('dialog', { name: 'Новий захід' });
  await expect(dialog.getByRole('textbox', { name: 'За планом від' })).toHaveValue('18.12.2026');
  await dialog.getByRole('textbox', { name: 'Захід' }).fill('Тренінг для вчителів');
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('button', { name: /Тренінг для вчителів/ })).toBeVisible();
});
