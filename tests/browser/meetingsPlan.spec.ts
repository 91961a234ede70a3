// The list of meetings and the plan of one: made, arranged, invited to and cancelled by keyboard.
import { expect, type Page } from '@playwright/test';
import { addGroup, addMeeting, type TestGroup } from '../fixtures/councilMeeting.ts';
import { doorFor, openEachPage } from '../fixtures/browserDoor.ts';
import { chooseTyped, typingIn } from '../fixtures/keyboard.ts';
import { axeFindings, goTo } from '../fixtures/pages.ts';
import { addDays, today } from '../../shared/dates.ts';
import { test } from '../fixtures/window.ts';

const door = doorFor();
let group: TestGroup;
const day = today(new Date());

test.describe.configure({ mode: 'serial' });
openEachPage(door);

const openList = async (page: Page): Promise<void> => {
  await goTo(page, '/meetings');
  await page.getByRole('heading', { level: 1, name: 'Засідання', exact: true }).waitFor();
};

const openPlan = async (page: Page, id: string): Promise<void> => {
  await goTo(page, `/meetings/${id}`);
  await page.getByRole('heading', { level: 1, name: /№/ }).waitFor();
};

test('an empty list says what will stand there and what is missing before it', async ({ page }) => {
  await openList(page);
  await expect(page.getByText(/Тут будуть засідання робочих груп/)).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Control+n');
  await expect(page.getByText(/Засідання проводить робоча група/)).toBeVisible();
  await page.keyboard.press('Escape');
  group = await addGroup(door.client);
});

test('a meeting is made by keyboard, its date as one types it', async ({ page }) => {
  await openList(page);
  await page.keyboard.press('Control+n');
  const dialog = page.getByRole('dialog', { name: 'Нове засідання' });
  await expect(dialog.getByLabel('Дата')).toBeFocused();
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.type('завтра');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('heading', { level: 1, name: 'Засідання № 1' }).waitFor();
  const { rows } = await door.client.meetings.list({ groupId: null, status: null, text: '', offset: 0, limit: 10 });
  expect(rows.map(({ heldOn, startsAt, place }) => [heldOn, startsAt, place])).toEqual([
    [addDays(day, 1), '10:00', 'м. Полтава'],
  ]);

  // the agenda line by line, then arranged
  await page.keyboard.press('Alt+KeyN');
  await typingIn(page.getByRole('main'));
  for (const title of ['Про перше', 'Про друге', 'Про третє']) {
    await page.keyboard.type(title);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('listitem').filter({ hasText: title })).toBeVisible();
  }
  await page.getByRole('button', { name: /^Про третє/ }).focus();
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.press('Alt+ArrowUp');
  const id = rows[0]?.id ?? '';
  const titles = async () => (await door.client.meetings.get({ id })).itemRows.map(({ title }) => title);
  await expect.poll(titles).toEqual(['Про третє', 'Про перше', 'Про друге']);
  expect(await axeFindings(page)).toEqual([]);

  // an item with its rapporteur
  await page.getByRole('button', { name: /^Про перше/ }).focus();
  await page.keyboard.press('Enter');
  const item = page.getByRole('dialog', { name: 'Питання 2' });
  await chooseTyped(page, item.getByLabel('Доповідає'), 'гунп', 'Представник ГУНП');
  await item.getByLabel('Хвилин за планом').fill('25');
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Доповідає: Представник ГУНП · 25 хв')).toBeVisible();
});

test('members are invited, answer, and somebody comes instead', async ({ page }) => {
  const { meetingId } = await addMeeting(door.client, group, addDays(day, 7));
  await openPlan(page, meetingId);
  await expect(page.getByText('буде 0 з 9')).toBeVisible();
  const member = page.getByRole('button', { name: /^Представниця ДСЗН/ });
  await member.focus();
  await page.keyboard.press('Enter');
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(page.getByText('буде 1 з 9')).toBeVisible();

  await page.getByRole('button', { name: /^Представник освіти/ }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Буде інша особа…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Новий учасник' });
  await dialog.getByLabel('Хто').fill('Заступниця директорки');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('button', { name: /^Заступниця директорки/ })).toContainText(
    'замість: Представник освіти',
  );
  await expect(page.getByRole('button', { name: /^Представник освіти/ })).toContainText('замінять');
  const { participants } = await door.client.meetings.get({ id: meetingId });
  const standIn = participants.find(({ name }) => name === 'Заступниця директорки');
  const member2 = participants.find(({ name }) => name === 'Представник освіти');
  expect(standIn?.seatId).toBe(member2?.seatId);
});

test('the calendar file and the mail come as files; the agenda becomes a template', async ({ page }) => {
  const { meetingId } = await addMeeting(door.client, group, addDays(day, 9));
  await openPlan(page, meetingId);
  for (const [name, ending] of [
    ['Файл календаря (.ics)', '.ics'],
    ['Лист із запрошенням (.eml)', '.eml'],
  ] as const) {
    await page.getByRole('button', { name: 'Інші дії' }).click();
    const file = page.waitForEvent('download');
    await page.getByRole('menuitem', { name }).click();
    expect((await file).suggestedFilename()).toMatch(new RegExp(`\\${ending}$`));
  }
  await page.getByRole('button', { name: 'Інші дії' }).click();
  await page.getByRole('menuitem', { name: 'Шаблони порядку денного…' }).click();
  await page.getByLabel(/Назва шаблону/).fill('Щоквартальне');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('listitem').filter({ hasText: 'Щоквартальне' })).toContainText('6 питань');
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Escape');

  await openList(page);
  await page.keyboard.press('Control+n');
  await expect(page.getByRole('dialog', { name: 'Нове засідання' }).getByLabel('Дата')).toBeFocused();
  await page.keyboard.type('+14');
  await page.getByLabel('Порядок денний').click();
  await page.getByRole('option', { name: 'Шаблон «Щоквартальне»' }).click();
  await page.keyboard.press('Control+Enter');
  await page.getByRole('heading', { level: 1, name: /№/ }).waitFor();
  await expect(page.getByRole('listitem').filter({ hasText: 'Різне' })).toBeVisible();
});

test('a meeting is cancelled with its reason and reinstated', async ({ page }) => {
  const { meetingId } = await addMeeting(door.client, group, addDays(day, 12));
  await openPlan(page, meetingId);
  await page.getByRole('button', { name: 'Інші дії' }).click();
  await page.getByRole('menuitem', { name: 'Скасувати засідання' }).click();
  const dialog = page.getByRole('dialog', { name: 'Скасувати засідання' });
  await expect(dialog.getByRole('button', { name: /^Скасувати засідання/ })).toBeDisabled();
  await dialog.getByLabel('Причина').fill('блекаут');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Засідання скасовано. Причина: блекаут')).toBeVisible();
  await expect(page.getByRole('button', { name: /Розпочати/ })).toHaveCount(0);
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Поновити' }).click();
  await expect(page.getByRole('button', { name: /Розпочати/ })).toBeVisible();
});

test('the list is filtered by status and words, and opened by Enter', async ({ page }) => {
  await openList(page);
  const grid = page.getByRole('grid');
  await page.getByLabel('Номер, назва, місце').fill('немає такого');
  await expect(page.getByText('За цими умовами засідань немає.')).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Очистити фільтр' }).click();
  await expect(grid.getByRole('row')).not.toHaveCount(1);
  await page.getByRole('combobox', { name: 'Стан' }).click();
  await page.getByRole('option', { name: 'підписано' }).click();
  await expect(page.getByText('За цими умовами засідань немає.')).toBeVisible();
  await page.getByRole('combobox', { name: 'Стан' }).click();
  await page.getByRole('option', { name: 'Усі стани' }).click();
  await expect(grid.getByRole('row')).not.toHaveCount(1);
  await grid.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: /№/ }).waitFor();
});
