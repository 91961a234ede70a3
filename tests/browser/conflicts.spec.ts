// What two windows wrote at once, decided on its page by keyboard: taken back, left, or made a remark once signed.
import { expect, type Page } from '@playwright/test';
import { addGroup, type TestGroup } from '../fixtures/councilMeeting.ts';
import { doorFor, openEachPage } from '../fixtures/browserDoor.ts';
import { fakeClock } from '../fixtures/fakeClock.ts';
import { holdMeeting, type HeldMeeting } from '../fixtures/minutes.ts';
import { axeFindings, goTo, pressUkrainian } from '../fixtures/pages.ts';
import { test } from '../fixtures/window.ts';

const door = doorFor();
let group: TestGroup;
let held: HeldMeeting;

test.beforeAll(async () => {
  group = await addGroup(door.client);
});
test.beforeEach(async () => {
  const table = { id: group.groupId, people: Object.values(group.people), organisations: [], seats: [] };
  // the times of a meeting long over; the program's own clock goes on
  held = await holdMeeting(door.client, { clock: fakeClock('2026-03-12 09:00') }, table);
});
openEachPage(door);

/** Two windows had read the same place of the meeting and the same text; each writes its own. */
const disagree = async (): Promise<void> => {
  const { meetings } = door.client;
  const { clocks } = await meetings.get({ id: held.id });
  for (const place of ['велика зала, другий поверх', 'мала зала, другий поверх, вхід з двору'])
    await meetings.update({ id: held.id, patch: { place }, base: { place: { clock: clocks['place'] ?? null } } });
};

const link = (page: Page) => page.getByRole('banner').getByRole('link', { name: /^Конфлікти: / });
const rows = (page: Page) => page.getByRole('list', { name: 'Конфлікти змін, які треба розглянути' }).locator('> li');
const place = async () => (await door.client.meetings.get({ id: held.id })).place;

test('the top bar leads to what waits; the lost value is taken back, and undo opens the decision again', async ({
  page,
}) => {
  await expect(link(page)).toHaveCount(0);
  await disagree();
  await expect(link(page)).toHaveText('Конфлікти: 1');
  await link(page).press('Enter');
  const row = rows(page).first();
  await expect(row).toBeVisible();
  await expect(row.getByRole('heading')).toHaveText('Засідання · Координаційна рада · 12.03.2026');
  await expect(row).toContainText('Місце');
  await expect(row).toContainText('Test Secretary');
  await expect(row.locator('mark')).toHaveText(['велика', 'мала', ', вхід з двору']);
  expect(await axeFindings(page)).toEqual([]);
  // the physical key T, as the Ukrainian layout gives it
  await pressUkrainian(page, 'KeyT', 'е');
  await expect(page.getByText('Вирішувати нічого.')).toBeVisible();
  await expect(link(page)).toHaveCount(0);
  expect(await place()).toBe('мала зала, другий поверх, вхід з двору');
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Control+z');
  await expect.poll(place).toBe('велика зала, другий поверх');
  await expect(rows(page)).toHaveCount(1);
  await page.keyboard.press('l');
  await expect(page.getByText('Вирішувати нічого.')).toBeVisible();
});

test('arrows go from one to the next, L leaves things as they are, Enter opens the meeting', async ({ page }) => {
  await disagree();
  const { clocks } = await door.client.meetings.get({ id: held.id });
  for (const chair of ['Представник ГУНП', 'Представник ДМС'])
    await door.client.meetings.update({
      id: held.id,
      patch: { chairId: group.people[chair] ?? null },
      base: { chairId: { clock: clocks['chairId'] ?? null } },
    });
  await goTo(page, '/conflicts');
  await expect(rows(page)).toHaveCount(2);
  await page.keyboard.press('ArrowDown');
  await expect(rows(page).nth(1)).toBeFocused();
  await expect(rows(page).nth(1)).toContainText('Представник ДМС');
  await page.keyboard.press('l');
  await expect(rows(page)).toHaveCount(1);
  await expect(link(page)).toHaveText('Конфлікти: 1');
  await expect(rows(page).first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/meetings/${held.id}`));
  await goTo(page, '/conflicts');
  await rows(page)
    .getByRole('button', { name: /^Лишити як є/ })
    .click();
  await expect(page.getByText('Вирішувати нічого.')).toBeVisible();
  expect(await place()).toBe('велика зала, другий поверх');
});

test('what signed minutes have displaced cannot be taken, and becomes a remark', async ({ page }) => {
  await disagree();
  const { meetings } = door.client;
  await meetings.circulate({ id: held.id, on: '2026-03-13', remarksUntil: '2026-03-15' });
  await meetings.sign({ id: held.id, on: '2026-03-20', number: null });
  await goTo(page, '/conflicts');
  const row = rows(page).first();
  await expect(row).toContainText('Протокол підписано');
  await expect(row.getByRole('button', { name: /^Повернути/ })).toHaveCount(0);
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('t');
  await expect(rows(page)).toHaveCount(1);
  await page.keyboard.press('r');
  await expect(page.getByText('Вирішувати нічого.')).toBeVisible();
  const { remarks } = await meetings.get({ id: held.id });
  expect(remarks).toMatchObject([{ author: 'Test Secretary', outcome: 'pending' }]);
  expect(remarks[0]?.text).toContain('Місце: мала зала, другий поверх, вхід з двору');
  expect(await place()).toBe('велика зала, другий поверх');
});
