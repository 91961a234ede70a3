// A manager's day with a project in a real browser, by the keyboard alone: who still waits for a round table, one planned
// there and a series of them, one held, its meeting, money past a line, the timeline, a value, a report, an import.
import { expect, test, type Locator, type Page } from '@playwright/test';
import { addDays, formatDay, today } from '../../shared/dates.ts';
import { everyActivity } from '../../shared/contract/projects.ts';
import { allowNoComplaints, doorFor } from '../fixtures/browserDoor.ts';
import { fillByKeys, tabTo } from '../fixtures/keyboard.ts';
import { axeFindings, heedFileDialogs, runCommand } from '../fixtures/pages.ts';
import { desk, savePaper } from '../fixtures/paperDesk.ts';
import { textOf } from '../fixtures/paperFile.ts';
import { projectNamed } from '../fixtures/projectNamed.ts';

const door = doorFor({ sample: true });
allowNoComplaints();

const shortName = 'Громадський контроль у протидії торгівлі людьми';
const day = today(new Date());
const soon = addDays(day, 14);

/** Presses an arrow until it is there. */
const goTo = async (page: Page, arrow: string, isThere: () => Promise<boolean>, most = 80): Promise<void> => {
  for (let n = 0; n < most; n += 1) {
    if (await isThere()) return;
    await page.keyboard.press(arrow);
  }
  throw new Error(`${arrow} does not lead there`);
};

const rowOf = (page: Page, grid: string, words: string): Locator =>
  page.getByRole('grid', { name: grid }).getByRole('row').filter({ hasText: words }).first();

/** Goes down a list to a row. */
const toRow = async (page: Page, grid: string, words: string): Promise<void> => {
  const list = page.getByRole('grid', { name: grid });
  await tabTo(page, list);
  await page.keyboard.press('Control+Home');
  const row = rowOf(page, grid, words);
  await goTo(
    page,
    'ArrowDown',
    async () => (await row.count()) > 0 && (await row.getAttribute('data-current')) !== null,
  );
};

test('from the list of projects to a report by the keyboard alone', async ({ page }) => {
  test.setTimeout(240_000);
  heedFileDialogs(page);
  const dialog = page.getByRole('dialog');
  const panel = page.getByRole('complementary', { name: 'Вибраний захід' });
  const matrix = page.getByRole('grid', { name: 'Охоплення громад' });
  const cell = matrix.getByRole('gridcell', { name: /^Попівська громада, круглий стіл/ });
  const projectId = await projectNamed(door, shortName);
  const activities = async (text: string) =>
    (await door.client.projects.activities({ ...everyActivity, projectId, text, offset: 0, limit: 200 })).rows;
  /** The round tables of the series, whose titles begin with their number. */
  const series = async () =>
    (await activities('Круглий стіл'))
      .filter(({ title }) => /^Круглий стіл \d/.test(title))
      .toSorted((a, b) => a.title.localeCompare(b.title));
  const saved = async (): Promise<void> => {
    await page.keyboard.press('Control+Enter');
    await expect(dialog).toBeHidden();
  };

  await test.step('11 of 18 round tables were held, three communities nobody reached', async () => {
    await page.goto(door.url);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Сьогодні');
    await page.keyboard.press('Alt+5');
    await toRow(page, 'Проєкти', 'Громадський контроль');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Громадський контроль');
    const figures = page.locator('dl').first();
    await expect(figures).toContainText('11 з 18');
    await expect(figures).toContainText('33 з 51');
    await expect(
      matrix.getByRole('rowheader', { name: /не охоплено жодного разу/ }).or(matrix.locator('[data-never]')),
    ).toHaveCount(3);
    expect(await axeFindings(page)).toEqual([]);
  });

  await test.step('the arrows lead to one of them, N plans a round table there', async () => {
    await tabTo(page, matrix);
    await page.keyboard.press('Control+Home');
    await goTo(page, 'ArrowDown', () => cell.evaluate((element) => element === document.activeElement));
    await expect(cell).toHaveAccessibleName(/не охоплено жодного разу/);
    await page.keyboard.press('n');
    await expect(dialog.getByRole('textbox', { name: 'Захід' })).toBeFocused();
    await page.keyboard.insertText('Круглий стіл у Попівці');
    await fillByKeys(page, dialog.getByRole('textbox', { name: 'За планом від' }), formatDay(soon, 'uk'));
    await page.keyboard.press('Tab');
    await expect(dialog.getByText('Дні виходять за строк проєкту. Зберегти можна.')).toBeVisible();
    await saved();
    await expect(rowOf(page, 'Заходи проєкту', 'Круглий стіл у Попівці')).toBeVisible();
    await page.keyboard.press('Control+1');
    await expect(cell).toHaveAccessibleName(/заплановано/);
  });

  await test.step('a series of three, its days moved off the holidays', async () => {
    await page.keyboard.press('Control+2');
    await expect(page.getByRole('grid', { name: 'Заходи проєкту' })).toBeVisible();
    await runCommand(page, 'Запланувати низку');
    await fillByKeys(page, dialog.getByRole('spinbutton', { name: 'Скільки' }), '3');
    await fillByKeys(page, dialog.getByRole('textbox', { name: 'Починаючи з' }), '25.12.2026');
    await fillByKeys(page, dialog.getByRole('spinbutton', { name: 'Через кожні' }), '1');
    // under martial law holidays are working days: here they are not, and the dialog does as it is told
    await tabTo(page, dialog.getByRole('combobox', { name: 'Святкові дні' }));
    await page.keyboard.press('Enter');
    await goTo(page, 'ArrowUp', () =>
      page
        .getByRole('option', { name: 'перенести на робочий день' })
        .evaluate((element) => element === document.activeElement),
    );
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('heading', { level: 3 })).toContainText('3 заходи');
    await expect(dialog.getByRole('table')).toContainText('перенесено: Різдво');
    await saved();
    await expect(page.getByText('Заплановано 3 заходи')).toBeVisible();
    expect((await series()).map(({ plannedFrom }) => plannedFrom)).toEqual(['2026-12-28', '2027-01-04', '2027-01-08']);
  });

  await test.step('it was held: 23 people, 9 men and 14 women', async () => {
    await toRow(page, 'Заходи проєкту', 'Круглий стіл у Попівці');
    await page.keyboard.press('v');
    await expect(dialog.getByRole('textbox', { name: 'Проведено від' })).toBeFocused();
    await saved();
    await expect(panel).toContainText('проведено');
    await tabTo(page, panel.getByRole('button', { name: 'Записати' }));
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('spinbutton', { name: 'Усього' })).toBeFocused();
    await page.keyboard.insertText('23');
    await fillByKeys(page, dialog.getByRole('spinbutton', { name: 'жінки' }), '14');
    await fillByKeys(page, dialog.getByRole('spinbutton', { name: 'чоловіки' }), '9');
    await expect(dialog.getByText('23, як усього')).toBeVisible();
    await saved();
    await expect(panel.getByRole('table', { name: 'за статтю' })).toContainText('14');
    const [held] = await activities('Круглий стіл у Попівці');
    expect(held).toMatchObject({ state: 'held', participants: 23, actualFrom: day });
  });

  await test.step('its meeting is made, with its day and its title', async () => {
    await tabTo(page, panel.getByRole('button', { name: 'Скликати засідання' }));
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('button', { name: /^Скликати/ })).toBeEnabled();
    await saved();
    await expect(page).toHaveURL(/#\/meetings\//);
    await expect(page.getByText('Круглий стіл у Попівці').first()).toBeVisible();
    const [held] = await activities('Круглий стіл у Попівці');
    const { meeting } = await door.client.projects.activity({ id: held?.id ?? '' });
    expect(page.url()).toContain(meeting?.id ?? 'no meeting');
  });

  await test.step('a spending past its line is kept, and said', async () => {
    await page.keyboard.press('Alt+5');
    await toRow(page, 'Проєкти', 'Громадський контроль');
    await page.keyboard.press('Enter');
    await expect(matrix).toBeVisible();
    await page.keyboard.press('Control+7');
    await toRow(page, 'Бюджет', 'Круглі столи');
    await page.keyboard.press('s');
    await expect(dialog.getByRole('textbox', { name: /^Сума/ })).toBeFocused();
    await page.keyboard.insertText('100 000,50');
    await saved();
    await expect(
      page.getByText(/Статтю «.*Круглі столи» перевищено на 14\s000,50.*Запис зберігається\./),
    ).toBeVisible();
  });

  await test.step('a bar of the timeline is moved by two days, and back', async () => {
    await page.keyboard.press('Control+4');
    const tree = page.getByRole('treegrid', { name: 'Часова шкала' });
    await expect(tree).toBeFocused();
    const [next] = await series();
    const bar = tree.getByRole('row').filter({ hasText: next?.title ?? 'no series' });
    await goTo(
      page,
      'ArrowDown',
      async () => (await bar.count()) > 0 && (await bar.getAttribute('aria-selected')) === 'true',
    );
    const days = async () => (await door.client.projects.activity({ id: next?.id ?? '' })).plannedFrom;
    await page.keyboard.press('Alt+ArrowRight');
    await page.keyboard.press('Alt+ArrowRight');
    await expect.poll(days).toBe('2026-12-30');
    await page.keyboard.press('Control+z');
    await expect.poll(days).toBe('2026-12-28');
  });

  await test.step('a value that was missing is entered', async () => {
    await page.keyboard.press('Control+6');
    await toRow(page, 'Показники', 'Програми з фінансуванням');
    await page.keyboard.press('v');
    const sheet = page.getByRole('grid', { name: /^Програми з фінансуванням: значення/ });
    const field = sheet.getByRole('textbox', { name: /II квартал 2017|2 квартал 2017|2017.*II/ }).first();
    await tabTo(page, field);
    await page.keyboard.insertText('5');
    await page.keyboard.press('Enter');
    await expect
      .poll(
        async () =>
          (await door.client.projects.indicators({ projectId })).find(
            ({ title }) => title === 'Програми з фінансуванням',
          )?.actual,
      )
      .toBe(7);
    await page.keyboard.press('Escape');
    await expect(rowOf(page, 'Показники', 'Програми з фінансуванням')).toContainText('7');
  });

  await test.step('the report of the whole term has the words beside it, and is saved as a Word file', async () => {
    await runCommand(page, 'Звіт про хід проєкту');
    await tabTo(page, dialog.getByRole('radiogroup'));
    await goTo(page, 'ArrowRight', () => dialog.getByRole('radio', { name: 'увесь строк' }).isChecked(), 6);
    await saved();
    await expect(desk(page).locator('section').first()).toBeVisible();
    const texts = page.getByRole('complementary', { name: 'Тексти звіту' });
    await fillByKeys(page, texts.getByRole('textbox', { name: 'Стисло' }), 'Круглі столи дійшли до всіх районів.');
    await expect(desk(page).getByText('Круглі столи дійшли до всіх районів.')).toBeVisible();
    const { bytes } = await savePaper(page, 'story-progressReport');
    expect(textOf(bytes)).toContain('Круглі столи дійшли до всіх районів.');
    // out of the text, then out of the report
    await page.keyboard.press('Escape');
    await expect(texts).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(matrix).toBeVisible();
  });

  await test.step('three activities come from a file, and one undo takes them back', async () => {
    const before = (await activities('')).length;
    await runCommand(page, 'Імпорт з Excel або CSV');
    await expect(page.getByRole('button', { name: 'Вибрати файл…' })).toBeVisible();
    const chooser = page.waitForEvent('filechooser');
    await page.keyboard.press('Control+Enter');
    const table = [
      'Назва;Вид;Заплановано з;Територія',
      'Нарада з головами;адвокаційна зустріч;14.01.2027;Попівська громада',
      'Навчання поліцейських;тренінг;21.01.2027;Сумська громада',
      'Листівки до свят;кампанія;28.01.2027;Роменська громада',
    ].join('\r\n');
    await (await chooser).setFiles({ name: 'заходи.csv', mimeType: 'text/csv', buffer: Buffer.from(table) });
    await expect(page.getByRole('table')).toBeVisible();
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('grid')).toBeFocused();
    await expect(page.getByRole('grid').getByRole('row').filter({ hasText: 'новий запис' })).toHaveCount(3);
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('Імпорт завершено')).toBeVisible();
    await expect.poll(async () => (await activities('')).length).toBe(before + 3);
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await activities('')).length).toBe(before);
  });
});
