// The timeline of a project: what was meant and what came, moved by pointer and by keys, each move one undo; two thousand
// bars.
import { expect, type Page } from '@playwright/test';
import { addDays, formatDay } from '../../shared/dates.ts';
import { addProject } from '../fixtures/activities.ts';
import { doorFor, openEachPage } from '../fixtures/browserDoor.ts';
import { axeFindings, goTo, pressUkrainian } from '../fixtures/pages.ts';
import { test } from '../fixtures/window.ts';

const door = doorFor();
let project: Awaited<ReturnType<typeof addProject>>;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  project = await addProject(door.client);
});
openEachPage(door);

const tree = (page: Page) => page.getByRole('treegrid', { name: 'Часова шкала' });
const row = (page: Page, words: string) => tree(page).getByRole('row').filter({ hasText: words });
const bar = (page: Page, at: number) => page.locator(`[data-bar="${project.activities[at] ?? ''}"]`);
const planned = async (at: number): Promise<[string | null, string | null]> => {
  const { plannedFrom, plannedUntil } = await door.client.projects.activity({ id: project.activities[at] ?? '' });
  return [plannedFrom, plannedUntil];
};

const open = async (page: Page, at?: number): Promise<void> => {
  await goTo(
    page,
    `/projects/${project.id}/timeline${at === undefined ? '' : `?activity=${project.activities[at] ?? ''}`}`,
  );
  await expect(tree(page)).toBeFocused();
};

/** The days of a bar are these, in the core and on the page: the next key goes from what the page shows. */
const expectPlanned = async (page: Page, at: number, from: string | null, until: string | null): Promise<void> => {
  await expect.poll(() => planned(at)).toEqual([from, until]);
  const shown = [from, until].map((day) => formatDay(day ?? '', 'uk', 'numeric')).join(' – ');
  await expect(tree(page).getByRole('row', { selected: true })).toContainText(shown);
};

test('every bar is a row that says in words what it shows', async ({ page }) => {
  await open(page, 3);
  await expect(row(page, 'Роль у десяти країнах')).toContainText('+25 днів');
  await expect(row(page, 'Роль у десяти країнах')).toContainText(
    'дослідження, проведено, 08.12.2025 – 25.03.2026, базовий план: 01.12.2025 – 28.02.2026',
  );
  await expect(row(page, 'Програма і запрошення')).toContainText('−3 дні');
  await expect(row(page, 'Конференція «')).toHaveAttribute('aria-selected', 'true');
  const panel = page.getByRole('complementary', { name: 'Захід і проєкт' });
  await expect(panel).toContainText('77 із 4 країн');
  await expect(panel.getByRole('list', { name: 'Країни учасників' }).getByRole('listitem')).toHaveCount(4);
  expect(await axeFindings(page)).toEqual([]);
});

test('the arrows walk and fold; several presses of Alt and an arrow are one move and one undo', async ({ page }) => {
  await open(page, 4);
  await page.keyboard.press('ArrowLeft');
  await expect(row(page, 'Настанови муніципалітетам').first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowLeft');
  await expect(row(page, 'Текст настанов')).toHaveCount(0);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await expect(row(page, 'Текст настанов')).toHaveAttribute('aria-selected', 'true');
  const [from, until] = await planned(4);
  await page.keyboard.press('Alt+ArrowRight');
  await page.keyboard.press('Alt+ArrowRight');
  await page.keyboard.press('Alt+Shift+ArrowRight');
  await expectPlanned(page, 4, addDays(from ?? '', 9), addDays(until ?? '', 9));
  await page.keyboard.press('Control+z');
  await expectPlanned(page, 4, from, until);
  await page.keyboard.press('Shift+ArrowLeft');
  await expectPlanned(page, 4, from, addDays(until ?? '', -1));
  await page.keyboard.press('Control+z');
  await expectPlanned(page, 4, from, until);
});

test('what has been held is not moved, and says so', async ({ page }) => {
  await open(page, 0);
  await page.keyboard.press('Alt+ArrowRight');
  await expect(page.getByText(/дні не зсуваються тут/).first()).toBeVisible();
});

test('a bar is dragged by days, its end is pulled, Esc calls it off', async ({ page }) => {
  await open(page, 4);
  const [from, until] = await planned(4);
  const grip = async () => {
    const box = await bar(page, 4).boundingBox();
    if (box === null) throw new Error('the bar is not on the page');
    return box;
  };
  const before = await grip();
  const perDay = before.width / 82;
  const [x, y] = [before.x + before.width / 2, before.y + before.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + perDay * 20, y, { steps: 4 });
  expect((await grip()).x).toBeGreaterThan(before.x + 10);
  await page.keyboard.press('Escape');
  await page.mouse.up();
  expect((await grip()).x).toBeCloseTo(before.x, 0);
  expect(await planned(4)).toEqual([from, until]);

  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + perDay * 20, y, { steps: 4 });
  await page.mouse.up();
  await expect.poll(async () => (await planned(4))[0]).toBe(addDays(from ?? '', 20));
  expect((await planned(4))[1]).toBe(addDays(until ?? '', 20));
  await page.keyboard.press('Control+z');
  await expect.poll(() => planned(4)).toEqual([from, until]);

  await expect.poll(async () => Math.round((await grip()).x)).toBe(Math.round(before.x));
  const right = before.x + before.width - 2;
  await page.mouse.move(right, y);
  await page.mouse.down();
  await page.mouse.move(right + perDay * 10, y, { steps: 4 });
  await page.mouse.up();
  await expect.poll(() => planned(4)).toEqual([from, addDays(until ?? '', 10)]);
  await page.keyboard.press('Control+z');
  await expect.poll(() => planned(4)).toEqual([from, until]);
});

test('B keeps the plan as the baseline; + and − change the scale', async ({ page }) => {
  await open(page, 4);
  await expect(row(page, 'Текст настанов')).toContainText('+25 днів');
  await pressUkrainian(page, 'KeyB', 'и');
  const dialog = page.getByRole('dialog', { name: 'Зберегти базовий план' });
  await expect(dialog).toContainText('Базовий план уже є.');
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
  await expect(row(page, 'Текст настанов')).toContainText('у строк');
  await page.keyboard.press('Control+z');
  await expect(row(page, 'Текст настанов')).toContainText('+25 днів');
  await page.keyboard.press('-');
  await expect(page.getByRole('button', { name: 'Квартали' })).toBeVisible();
  await page.keyboard.press('=');
  await page.keyboard.press('=');
  await expect(page.getByRole('button', { name: 'Тижні' })).toBeVisible();
  await page.keyboard.press('-');
  await expect(page.getByRole('button', { name: 'Місяці' })).toBeVisible();
});

test('two thousand bars: the keys answer at once, rows beyond the window are not drawn', async ({ page }) => {
  const { id } = await door.client.projects.create({
    title: 'Дві тисячі заходів',
    language: 'uk',
    groupId: null,
    predecessorId: null,
  });
  await door.client.projects.planSeries({
    projectId: id,
    lineId: null,
    kind: 'training',
    title: 'Тренінг {n}',
    territories: [],
    times: 2000,
    startsOn: '2026-01-05',
    every: { unit: 'day', count: 1 },
    weekday: null,
    holidays: 'keep',
    organiserId: null,
    onlyWithout: false,
  });
  await goTo(page, `/projects/${id}/timeline`);
  await expect(tree(page)).toHaveAttribute('aria-rowcount', '2002');
  expect(await tree(page).getByRole('row').count()).toBeLessThan(60);
  await expect(tree(page)).toBeFocused();
  await page.keyboard.press('End');
  await expect(row(page, 'Тренінг 2000')).toBeVisible();
  await expect(row(page, 'Тренінг 2000')).toHaveAttribute('aria-selected', 'true');
  // most keys are answered as fast as a screen shows it, also on a busy machine
  const { median, longest } = await page.evaluate(async () => {
    const answers: number[] = [];
    for (let press = 0; press < 41; press += 1) {
      const begun = performance.now();
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { code: 'ArrowUp', bubbles: true }));
      await new Promise((resolve) => {
        requestAnimationFrame(() => setTimeout(resolve));
      });
      answers.push(performance.now() - begun);
    }
    const sorted = answers.toSorted((a, b) => a - b);
    return { median: sorted[20] ?? 0, longest: sorted.at(-1) ?? 0 };
  });
  expect(median).toBeLessThan(150);
  // a frame of a busy machine; far from the half second in which one notices nothing else
  expect(longest).toBeLessThan(500);
});
