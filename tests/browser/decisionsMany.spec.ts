// More than ten thousand decisions: the register opens at once, scrolls to its end, folds, marks all, and finds any of them.
import { expect, type Page } from '@playwright/test';
import { addDays, today } from '../../shared/dates.ts';
import { addGroup, addMeeting, markPresent } from '../fixtures/councilMeeting.ts';
import { addDecisions } from '../fixtures/decisions.ts';
import { doorFor, openEachPage } from '../fixtures/browserDoor.ts';
import { goTo } from '../fixtures/pages.ts';
import { test } from '../fixtures/window.ts';

const meetings = 12;
const each = 900;

const door = doorFor();
const ids: string[] = [];

test.beforeAll(async () => {
  test.setTimeout(240_000);
  const { client } = door;
  const group = await addGroup(client);
  const day = today(new Date());
  for (let at = 0; at < meetings; at += 1) {
    const { meetingId, itemIds, participantIds } = await addMeeting(client, group, addDays(day, -300 + at * 20));
    await markPresent(client, { meetingId, itemIds, participantIds }, ['Голова ради', 'Представниця ДСЗН']);
    await client.meetings.start({ id: meetingId, at: new Date().toISOString() });
    const decisions = Array.from({ length: each }, (_, index) => ({
      text: `Рішення ${at + 1}–${index + 1}: узгодити порядок взаємодії.`,
      who: [],
      due: null,
    }));
    ids.push(
      ...(await addDecisions(client, { group, itemId: itemIds[0] ?? '', prefix: `m${at + 1}`, decisions, day })),
    );
    await client.meetings.finish({ id: meetingId, at: new Date().toISOString() });
  }
});
openEachPage(door);

const grid = (page: Page) => page.getByRole('grid', { name: 'Рішення' });
const total = meetings * each;
const figure = (count: number): string => new Intl.NumberFormat('uk-UA').format(count);

test('the register opens, jumps to its end and back, with few rows in the page', async ({ page }) => {
  await goTo(page, '/decisions');
  await expect(grid(page)).toBeFocused();
  await expect(grid(page)).toHaveAttribute('aria-rowcount', String(total + 2));
  await page.keyboard.press('Control+End');
  await expect(grid(page).locator('.row[data-current]')).toContainText(`${each}`);
  expect(await grid(page).locator('.row').count()).toBeLessThan(80);
  await page.keyboard.press('Control+Home');
  await expect(grid(page).locator('.row.group')).toContainText(`Виконавця не визначено${figure(total)}`);
});

test('groups that are folded take no rows, and unfold where they stood', async ({ page }) => {
  await goTo(page, '/decisions');
  await expect(grid(page)).toBeFocused();
  await page.getByRole('button', { name: 'Установа' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Засідання' }).click();
  await expect(grid(page)).toHaveAttribute('aria-rowcount', String(total + meetings + 1));
  await grid(page).focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowLeft');
  await expect(grid(page)).toHaveAttribute('aria-rowcount', String(total - each + meetings + 1));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  // the newest meeting is folded: the first row is of the one before
  await expect(grid(page).locator('.row[data-current]')).toContainText(`Рішення ${meetings - 1}–`);
  await page.keyboard.press('Control+a');
  await expect(page.getByText(`Позначено ${figure(total)} рішень`)).toBeVisible();
  await page.keyboard.press('KeyV');
  await expect(page.getByRole('dialog')).toContainText('щонайбільше 5000 рішень');
});

test('a link leads to any of them, wherever it stands', async ({ page }) => {
  const far = `m7-${each - 3}`;
  expect(ids).toContain(far);
  await goTo(page, `/decisions/${far}`);
  await expect(grid(page).locator('.row[data-current]')).toContainText(`Рішення 7–${each - 3}:`);
  await expect(page.getByRole('complementary', { name: 'Вибране рішення' })).toContainText(`Рішення 7–${each - 3}:`);
});
