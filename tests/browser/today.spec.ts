// Today, in a browser: what needs somebody now, by the keyboard, in two themes, at twice the size, empty and full.
import { expect, type Page } from '@playwright/test';
import { addDays, formatDay, today } from '../../shared/dates.ts';
import { addRegister } from '../fixtures/decisions.ts';
import { doorFor, openEachPage } from '../fixtures/browserDoor.ts';
import { axeFindings, goTo, pressUkrainian } from '../fixtures/pages.ts';
import { test } from '../fixtures/window.ts';

const door = doorFor();
let made: Awaited<ReturnType<typeof addRegister>>;
const day = today(new Date());

test.describe.configure({ mode: 'serial' });
openEachPage(door);
test.beforeEach(async ({ page }) => {
  await expect(page.getByRole('heading', { name: 'Сьогодні', level: 1 })).toBeVisible();
});

const due = (page: Page) => page.getByRole('region', { name: 'Рішення та зобов’язання' });
const row = (page: Page, words: string) => due(page).getByRole('link').filter({ hasText: words });
const card = (page: Page, name: string) => page.getByRole('region', { name });
const entry = (page: Page, area: string) => page.getByRole('navigation').getByRole('link', { name: area });

test('a new workspace says what to do first, and leads there', async ({ page }) => {
  const begin = card(page, 'З чого почати');
  await expect(begin).toContainText('Спершу створіть робочу групу');
  await expect(due(page)).toContainText('Жодного строку');
  await expect(entry(page, 'Сьогодні')).toHaveText('Сьогодні');
  expect(await axeFindings(page)).toEqual([]);
  await begin.getByRole('button', { name: 'Створити робочу групу' }).click();
  await expect(page).toHaveURL(/#\/directory\/groups/);
});

test('opening the program shows what is overdue first, with counts that lead to lists', async ({ page }) => {
  made = await addRegister(door.client);
  await expect(row(page, 'Подати узагальнені дані')).toContainText('8 днів');
  await expect(row(page, 'Подати узагальнені дані')).toBeVisible();
  await expect(row(page, 'Надіслати громадам форму')).toBeVisible();
  await expect(due(page)).toContainText(/Ще \d без строку/);
  await expect(entry(page, 'Сьогодні')).toContainText('1');
  await expect(entry(page, 'Сьогодні')).toContainText('прострочено: 1');
  await expect(entry(page, 'Рішення')).toContainText(String(made.ids.length));
  await expect(card(page, 'Протоколи, що чекають')).toContainText('проєкт');
  expect(await axeFindings(page)).toEqual([]);
  await due(page).getByRole('heading', { name: 'Прострочено' }).getByRole('link').click();
  await expect(page).toHaveURL(/#\/decisions\?state=overdue/);
  await expect(page.getByRole('grid')).toContainText('Подати узагальнені дані');
  await expect(page.getByRole('grid')).not.toContainText('Надіслати громадам форму');
  await page.keyboard.press('Alt+1');
  await expect(page).toHaveURL(/#\/$/);
});

test('the list is one for the arrows, and a row opens, is noted and moved by its key', async ({ page }) => {
  const first = row(page, 'Подати узагальнені дані');
  await expect(first).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(row(page, 'Надіслати громадам форму')).toBeFocused();
  await page.keyboard.press('End');
  await expect(row(page, 'Погодити склад тренерів')).toBeFocused();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowUp');
  await expect(first).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`#/decisions/${made.ids[0]}$`));
  await page.goBack();
  await expect(first).toBeFocused();
  // The keys are physical: the Ukrainian layout gives «у» for E and «в» for D.
  await pressUkrainian(page, 'KeyE', 'у');
  await expect(page).toHaveURL(new RegExp(`#/decisions/${made.ids[0]}\\?act=note`));
  await page.getByRole('dialog').getByRole('textbox').first().fill('Лист надіслано, відповіді ще немає.');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  const [note] = await door.client.decisions.notes({ id: made.ids[0] ?? '' });
  expect(note?.text).toBe('Лист надіслано, відповіді ще немає.');
  await page.goBack();
  await expect(first).toBeFocused();
  await pressUkrainian(page, 'KeyD', 'в');
  await expect(page.getByRole('dialog')).toContainText('строк');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.goBack();
  await expect(first).toBeFocused();
  await pressUkrainian(page, 'KeyV', 'м');
  await expect(page.getByRole('dialog')).toBeVisible();
});

test('what another window does is there at once', async ({ page }) => {
  await expect(row(page, 'Подати узагальнені дані')).toBeVisible();
  await door.client.decisions.moveDeadline({
    id: made.ids[0] ?? '',
    period: null,
    to: addDays(day, 1),
    reason: 'Чекаємо на дані громад',
  });
  await expect(row(page, 'Подати узагальнені дані')).toContainText('завтра');
  await expect(entry(page, 'Сьогодні')).toHaveText('Сьогодні');
});

test('two weeks show the meetings by their days, and Ctrl+N plans another', async ({ page }) => {
  const group = (await door.client.directory.groups())[0]?.id ?? '';
  const on = addDays(day, 3);
  const { id } = await door.client.meetings.create({
    groupId: group,
    copyFrom: null,
    template: null,
    heldOn: on,
    startsAt: '10:00',
    title: 'Круглий стіл громад',
  });
  const ribbon = page.getByRole('list', { name: 'Найближчі два тижні' });
  await expect(ribbon.getByRole('listitem')).toHaveCount(14);
  await expect(ribbon.getByRole('listitem').nth(3)).toContainText('10:00 Круглий стіл');
  await expect(ribbon.getByRole('listitem').nth(3)).toContainText(formatDay(on, 'uk', 'weekdayLong'));
  const meetings = card(page, 'Найближчі засідання');
  await expect(meetings).toContainText('Круглий стіл громад');
  await meetings.getByRole('link', { name: 'Круглий стіл громад' }).click();
  await expect(page).toHaveURL(new RegExp(`#/meetings/${id}`));
  await goTo(page, '/');
  await expect(page.getByRole('heading', { name: 'Сьогодні', level: 1 })).toBeVisible();
  await page.keyboard.press('Control+KeyN');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(page).toHaveURL(/#\/meetings$/);
  await page.reload();
  await expect(page.getByRole('grid')).toBeVisible();
  await expect(dialog).toHaveCount(0);
});

test('minutes say what is next and lead there', async ({ page }) => {
  const minutes = card(page, 'Протоколи, що чекають');
  await expect(minutes.getByRole('button', { name: 'Дописати' })).toBeVisible();
  const id = made.meeting.meetingId;
  await door.client.meetings.circulate({ id, on: day, remarksUntil: addDays(day, 5) });
  await expect(minutes).toContainText(`до ${formatDay(addDays(day, 5), 'uk', 'short')}`);
  await expect(page.getByRole('list', { name: 'Найближчі два тижні' }).getByRole('listitem').nth(5)).toContainText(
    'протокол',
  );
  const { approvals } = await door.client.meetings.get({ id });
  for (const { id: approval } of approvals)
    await door.client.meetings.setApproval({ id: approval, state: 'approved', answeredOn: day });
  await expect(minutes).toContainText('погоджено, чекає на підпис');
  await minutes.getByRole('button', { name: 'Підписати' }).click();
  await expect(page).toHaveURL(new RegExp(`#/meetings/${id}`));
});

test('deadlines go into a calendar file', async ({ page }) => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Строки в календар' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.ics$/);
});

test('dark, four languages and 200 % zoom change nothing that one can do', async ({ page }) => {
  for (const [language, title] of [
    ['en', 'Today'],
    ['lt', 'Šiandien'],
    ['lv', 'Šodien'],
  ] as const) {
    await door.client.workspace.setPreferences({ language, theme: 'dark' });
    await page.evaluate((chosen) => {
      localStorage.clear();
      localStorage.setItem('viche.language', JSON.stringify(chosen));
    }, language);
    await page.reload();
    await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible();
    expect(await axeFindings(page)).toEqual([]);
  }
  // 1280×720 at 200 %: one column, nothing beside the window.
  await page.setViewportSize({ width: 640, height: 360 });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wide).toBe(0);
  const [list, side] = await Promise.all(
    ['Lēmumi un saistības', 'Tuvākās sēdes'].map((name) => card(page, name).boundingBox()),
  );
  expect((side?.y ?? 0) >= (list?.y ?? 0) + (list?.height ?? 0)).toBe(true);
  expect(await axeFindings(page)).toEqual([]);
});
