// The register of decisions by keyboard: a note with evidence, a deadline with its reason, filters kept and used, groups
// that fold, acts on many rows with one undo.
import { expect, type Page } from '@playwright/test';
import { addDays, formatDay } from '../../shared/dates.ts';
import { addRegister } from '../fixtures/decisions.ts';
import { doorFor, openEachPage } from '../fixtures/browserDoor.ts';
import { createWorkspace, startBrowserDoor } from '../fixtures/doors.ts';
import { chooseTyped } from '../fixtures/keyboard.ts';
import { axeFindings, goTo, pressUkrainian } from '../fixtures/pages.ts';
import { test } from '../fixtures/window.ts';

const door = doorFor();
let made: Awaited<ReturnType<typeof addRegister>>;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  made = await addRegister(door.client);
});
openEachPage(door);

const grid = (page: Page) => page.getByRole('grid', { name: 'Рішення' });
const row = (page: Page, words: string) => grid(page).getByRole('row').filter({ hasText: words });
const panel = (page: Page) => page.getByRole('complementary', { name: 'Вибране рішення' });
const detail = (id: string) => door.client.decisions.detail({ id });

/** Opens the register at one of the decisions, by its place among those that were made. */
const openAt = async (page: Page, at: number): Promise<void> => {
  await goTo(page, `/decisions/${made.ids[at]}`);
  await expect(grid(page).locator('.row[data-current]:not(.group)')).toBeVisible();
  await grid(page).focus();
};

const openRegister = async (page: Page): Promise<void> => {
  await goTo(page, '/decisions');
  await expect(grid(page)).toBeFocused();
};

test('the register opens on what is unfinished, grouped by who answers, the first decision beside it', async ({
  page,
}) => {
  await openRegister(page);
  await expect(page.getByText(/^7 відкритих · 1 прострочене · \d цього тижня$/)).toBeVisible();
  await expect(page.getByText('Стан: прострочено, не розпочато, виконується')).toBeVisible();
  const heads = grid(page)
    .getByRole('row')
    .filter({ has: page.locator('[aria-colspan]') });
  await expect(heads).toHaveCount(4);
  await expect(row(page, 'Департамент соціального захисту населення')).toContainText('3 · прострочено 1');
  await expect(heads.last()).toContainText('Виконавця не визначено');
  await expect(row(page, 'Подати узагальнені дані')).toContainText('прострочено');
  await expect(panel(page).getByRole('heading', { level: 2 }).first()).toHaveText(
    'Залучити дільничних офіцерів до круглих столів.',
  );
  await row(page, 'Подати узагальнені дані').click();
  await expect(panel(page)).toContainText('прострочено на 8 днів');
  await expect(panel(page).getByRole('link', { name: 'питання 1' })).toHaveAttribute(
    'href',
    `#/meetings/${made.meeting.meetingId}?item=${made.meeting.itemIds[0]}`,
  );
  expect(await axeFindings(page)).toEqual([]);
});

test('a progress note with evidence is kept in one act, by the keyboard of any layout', async ({ page }) => {
  await openAt(page, 0);
  await pressUkrainian(page, 'KeyE', 'у');
  const dialog = page.getByRole('dialog', { name: /^Запис про виконання/ });
  await expect(dialog.getByRole('textbox', { name: 'Що зроблено' })).toBeFocused();
  await page.keyboard.type('Дані двох громад зведено.');
  const chooser = page.waitForEvent('filechooser');
  await dialog.getByRole('button', { name: 'Долучити файл' }).click();
  await (await chooser).setFiles({ name: 'Зведення.csv', mimeType: 'text/csv', buffer: Buffer.from('громада;осіб\n') });
  await expect(dialog.getByText('Зведення.csv')).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
  await expect(panel(page).getByText('Дані двох громад зведено.')).toBeVisible();
  await expect(grid(page)).toBeFocused();
  const [note] = (await detail(made.ids[0] ?? '')).notes;
  expect(note?.text).toBe('Дані двох громад зведено.');
  expect(note?.evidence.map(({ name }) => name)).toEqual(['Зведення.csv']);
  const file = page.waitForEvent('download');
  await panel(page).getByRole('button', { name: 'Зведення.csv', exact: true }).click();
  expect((await file).suggestedFilename()).toBe('Зведення.csv');
});

test('a deadline moves with a reason, a wrong day is refused at its field', async ({ page }) => {
  await openAt(page, 0);
  await page.keyboard.press('KeyD');
  const dialog = page.getByRole('dialog', { name: /^Перенести строк/ });
  await expect(dialog.getByLabel('Новий строк')).toBeFocused();
  await expect(dialog.getByRole('button', { name: /^Перенести/ })).toBeDisabled();
  const tooEarly = addDays(made.day, -90);
  await page.keyboard.type(formatDay(tooEarly, 'uk'));
  await page.keyboard.press('Tab');
  await dialog.getByLabel('Причина').fill('Чекаємо даних третьої громади.');
  await page.keyboard.press('Control+Enter');
  await expect(dialog.getByRole('alert')).toContainText('Строк виконання не може бути раніше за дату засідання.');
  await expect(dialog.getByLabel('Новий строк')).toHaveAttribute('aria-invalid', 'true');
  await dialog.getByLabel('Новий строк').fill('за тиждень');
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
  const dueOn = addDays(made.day, 7);
  await expect(panel(page)).toContainText('Чекаємо даних третьої громади.');
  await expect(panel(page)).toContainText('перенесено 1 раз');
  await expect(row(page, 'Подати узагальнені дані')).toContainText(formatDay(dueOn, 'uk'));
  const kept = await detail(made.ids[0] ?? '');
  expect([kept.dueOn, kept.moves.map(({ reason }) => reason)]).toEqual([dueOn, ['Чекаємо даних третьої громади.']]);
});

test('an assignee of several has a state of its own, changed where it stands', async ({ page }) => {
  await openAt(page, 0);
  await panel(page).getByRole('button', { name: 'Білицька громада: не розпочато' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'виконано' }).click();
  await expect(panel(page)).toContainText('готово 1 з 3');
  await expect(row(page, 'Подати узагальнені дані')).toContainText('1/3');
});

test('a filter is set by keyboard, kept under a name, used again and taken away', async ({ page }) => {
  await openRegister(page);
  await page.keyboard.press('KeyF');
  await page.getByRole('menuitem', { name: 'Виконавець' }).click();
  const editor = page.getByRole('dialog', { name: 'Виконавець' });
  await editor.getByRole('checkbox', { name: /Головне управління/ }).check();
  expect(await axeFindings(page)).toEqual([]);
  await editor.getByRole('button', { name: 'OK' }).click();
  await expect(page.getByText('Виконавець: Головне управління Національної поліції')).toBeVisible();
  await expect(page.getByText('3 відкриті')).toBeVisible();
  await page.getByRole('button', { name: 'Збережені фільтри' }).click();
  await page.getByRole('menuitem', { name: 'Зберегти умови…' }).click();
  await page.getByRole('dialog').getByLabel('Назва').fill('Поліція');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('button', { name: 'Поліція' })).toBeVisible();

  await page.getByRole('button', { name: 'Вилучити умову «Виконавець»' }).click();
  await expect(page.getByText('7 відкритих')).toBeVisible();
  await page.getByRole('button', { name: 'Збережені фільтри' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Поліція' }).click();
  await expect(page.getByText('3 відкриті')).toBeVisible();
  // the same from the palette, and the filter is gone when it is taken away
  await page.getByRole('button', { name: 'Поліція' }).click();
  await page.getByRole('menuitem', { name: 'Вилучити фільтр…' }).click();
  await page.getByRole('button', { name: 'Вилучити фільтр «Поліція»' }).click();
  await expect(page.getByRole('dialog').getByText('Збережених фільтрів немає.')).toBeVisible();
  expect(await door.client.decisions.savedFilters()).toEqual([]);
});

test('groups fold and unfold by the arrows, and are made by meeting or state as well', async ({ page }) => {
  await openAt(page, 0);
  const rows = grid(page).locator('.row');
  await expect(rows).toHaveCount(11);
  // from the first cell of a row to the head of its group, and closed
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(rows).toHaveCount(8);
  await expect(grid(page).getByRole('gridcell', { name: /^Департамент соціального/, expanded: false })).toBeVisible();
  // the panel stays with the decision that was looked at
  await expect(panel(page)).toContainText('Подати узагальнені дані');
  await page.keyboard.press('ArrowRight');
  await expect(rows).toHaveCount(11);
  await page.getByRole('button', { name: 'Установа' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Стан', exact: true }).click();
  await expect(row(page, 'не розпочато').first()).toContainText(/^не розпочато\s*\d/);
  await page.getByRole('button', { name: 'Стан', exact: true }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Засідання' }).click();
  await expect(grid(page).locator('.row.group')).toHaveCount(1);
  await page.getByRole('button', { name: 'Засідання', exact: true }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Установа' }).click();
});

test('many rows are marked and moved in one act, those that refuse are named, one undo takes it back', async ({
  page,
}) => {
  await door.client.decisions.setRepetition({
    id: made.ids[1] ?? '',
    repetition: { repeat: 'quarter', repeatDay: 20, repeatFrom: null, repeatUntil: null },
  });
  await openRegister(page);
  await page.keyboard.press('Control+a');
  await expect(page.getByText('Позначено 7 рішень')).toBeVisible();
  await page.keyboard.press('KeyD');
  const dialog = page.getByRole('dialog', { name: 'Перенести строк 7 рішень' });
  await dialog.getByLabel('Новий строк').fill(formatDay(addDays(made.day, 40), 'uk'));
  await dialog.getByLabel('Причина').fill('Карантин.');
  await page.keyboard.press('Control+Enter');
  const refused = page.getByRole('dialog', { name: 'Не змінено 1 рішення' });
  await expect(refused).toContainText('Змінено: 6. Залишено як було: 1.');
  await expect(refused.getByRole('row').last()).toContainText('1.2');
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect.poll(async () => (await detail(made.ids[3] ?? '')).dueOn).toBe(addDays(made.day, 40));
  await expect(grid(page)).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await detail(made.ids[3] ?? '')).dueOn).toBe(addDays(made.day, 9));
  expect((await detail(made.ids[5] ?? '')).moves).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(page.getByText('Позначено 7 рішень')).toBeHidden();
});

test('a periodic assignment shows its periods, each is done by itself', async ({ page }) => {
  await goTo(page, `/decisions/${made.ids[1]}`);
  await expect(panel(page)).toContainText('щокварталу, до 20-го числа наступного місяця');
  const first = (await detail(made.ids[1] ?? '')).occurrences[0]?.period ?? '';
  await grid(page).focus();
  await page.keyboard.press('KeyV');
  const dialog = page.getByRole('dialog', { name: /виконано$/ });
  await expect(dialog.getByRole('combobox', { name: 'Період' })).toContainText(first.slice(0, 4));
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
  await expect.poll(async () => (await detail(made.ids[1] ?? '')).occurrences[0]?.status).toBe('done');
  expect((await detail(made.ids[1] ?? '')).status).not.toBe('done');
});

test('what is done leaves the list, the panel stays with it, and the keyboard where it was', async ({ page }) => {
  await openAt(page, 4);
  await page.keyboard.press('KeyV');
  const dialog = page.getByRole('dialog', { name: /виконано$/ });
  await dialog.getByLabel('Запис про виконання').fill('Призначено в усіх районах.');
  await page.keyboard.press('Control+Enter');
  await expect(row(page, 'Призначити контактну особу')).toBeHidden();
  await expect(panel(page)).toContainText('Призначити контактну особу');
  await expect(panel(page)).toContainText('Призначено в усіх районах.');
  // it was the last of its group: the head of the next one has come to its place
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(panel(page)).toContainText('Погодити склад тренерів');
});

test('Enter leads to the minutes at the item, and back to the row', async ({ page }) => {
  await openAt(page, 5);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`#/meetings/${made.meeting.meetingId}\\?item=${made.meeting.itemIds[1]}`));
  await page.goBack();
  await expect(row(page, 'Погодити склад тренерів')).toHaveAttribute('data-current', '');
});

test('a new decision goes under an item of minutes that are not signed', async ({ page }) => {
  await openRegister(page);
  await page.keyboard.press('Control+n');
  const dialog = page.getByRole('dialog', { name: 'Нове рішення' });
  await expect(dialog.getByRole('combobox', { name: 'Засідання' })).toContainText('проєкт протоколу');
  await dialog.getByRole('textbox', { name: 'Текст рішення' }).fill('Підготувати зведення до кінця року.');
  await chooseTyped(page, dialog.getByRole('combobox', { name: 'Виконавці' }), 'ліга', 'Ліга');
  await dialog.getByLabel('Строк').fill('за тиждень');
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
  await expect(row(page, 'Підготувати зведення')).toBeVisible();
  await expect(panel(page)).toContainText('Підготувати зведення до кінця року.');
});

test('an address asks for what it names; nothing found names the conditions and drops them', async ({ page }) => {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `/decisions?state=overdue&group=${made.group.groupId}&find=немає-такого`);
  await expect(
    page.getByText(/За цими умовами нічого не знайдено: Група: Обласна координаційна рада; Стан: прострочено/),
  ).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Вилучити всі умови' }).click();
  await expect(row(page, 'Погодити склад тренерів')).toBeVisible();
});

test('the table, the calendar and the papers are made from here', async ({ page }) => {
  await openRegister(page);
  const table = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Таблиця XLSX' }).click();
  expect((await table).suggestedFilename()).toMatch(/\.xlsx$/);
  const calendar = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Інші дії', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Календар строків (.ics)' }).click();
  expect((await calendar).suggestedFilename()).toMatch(/\.ics$/);
  await page.getByRole('button', { name: 'Стан виконання, Word' }).click();
  await page.getByRole('dialog', { name: 'Стан виконання рішень' }).getByText('за установами').click();
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await expect(page).toHaveURL(/#\/decisions\/documents\/decisionState\?.*by=organisation/);
  await expect(page.getByRole('region', { name: /./ }).locator('.docx, section').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(grid(page)).toBeVisible();
  await page.getByRole('button', { name: 'Інші дії', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Лист-нагадування' }).click();
  const letter = page.getByRole('dialog', { name: 'Лист-нагадування' });
  await expect(letter.getByRole('combobox', { name: 'Кому' })).not.toHaveValue('');
  await page.keyboard.press('Control+Enter');
  await expect(page).toHaveURL(/#\/decisions\/documents\/reminder\?.*organisation=/);
});

test('at 640 pixels the panel is a page of its own with a way back', async ({ page }) => {
  await page.setViewportSize({ width: 640, height: 360 });
  await openRegister(page);
  await expect(panel(page)).toBeHidden();
  await page.keyboard.press('Enter');
  await expect(panel(page)).toBeVisible();
  await expect(grid(page)).toBeHidden();
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(grid(page)).toBeFocused();
});

test('what another window writes comes in, the row and the marks stay', async ({ page }) => {
  await openAt(page, 5);
  await page.keyboard.press('Space');
  await expect(page.getByText('Позначено 1 рішення')).toBeVisible();
  await door.client.decisions.addNote({ id: made.ids[5] ?? '', notedOn: made.day, text: 'Склад тренерів погоджено.' });
  await door.client.decisions.setExecution({ id: made.ids[3] ?? '', status: 'inProgress' });
  await expect(panel(page)).toContainText('Склад тренерів погоджено.');
  await expect(row(page, 'Залучити дільничних офіцерів')).toContainText('виконується');
  await expect(row(page, 'Погодити склад тренерів')).toHaveAttribute('data-current', '');
  await expect(page.getByText('Позначено 1 рішення')).toBeVisible();
});

test('axe finds nothing in the dark, nor in Lithuanian, and no words are cut off the page', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await openAt(page, 5);
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'УКР' }).click();
  await page.getByText('Lietuvių').click();
  await expect(page.getByRole('heading', { level: 1, name: 'Nutarimai' })).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  const wider = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  expect(wider).toBe(false);
  await page.getByRole('button', { name: /^LT:/ }).click();
  await page.getByText('Українська').click();
  await expect(page.getByRole('heading', { level: 1, name: 'Рішення' })).toBeVisible();
});

test('without any decision it says where they come from, and offers the first', async ({ page }) => {
  const empty = await startBrowserDoor();
  try {
    await createWorkspace(empty.client);
    await page.goto(empty.url);
    await page.getByRole('navigation').first().waitFor();
    await goTo(page, '/decisions');
    await expect(page.getByText(/^Тут будуть рішення всіх робочих груп/)).toBeVisible();
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Control+n');
    await expect(page.getByRole('dialog', { name: 'Нове рішення' })).toContainText('немає непідписаного протоколу');
  } finally {
    // the page's news come from this door
    await page.goto('about:blank');
    await empty.stop();
  }
});
