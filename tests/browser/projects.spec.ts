// Projects in a real browser: the list, the home of a project with its coverage, and all that a project is made of.
import { expect, type Locator, type Page } from '@playwright/test';
import { doorFor, openEachPage } from '../fixtures/browserDoor.ts';
import { axeFindings, goTo } from '../fixtures/pages.ts';
import { projectNamed } from '../fixtures/projectNamed.ts';
import { test } from '../fixtures/window.ts';

const door = doorFor({ sample: true });
openEachPage(door);

const addProject = async (title: string): Promise<string> =>
  (await door.client.projects.create({ title, language: 'uk', groupId: null, predecessorId: null })).id;

const part = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });
const matrix = (page: Page): Locator => page.getByRole('grid', { name: 'Охоплення громад' });
const dialog = (page: Page): Locator => page.getByRole('dialog');
/** Anywhere but in a text field, where Ctrl+Z belongs to the field. */
const undo = async (page: Page): Promise<void> => {
  await page
    .getByRole('button', { name: /^Скасувати/ })
    .first()
    .click();
};

/** Takes the pointer away, and with it the tooltip of what was pressed. */
const leave = async (page: Page): Promise<void> => {
  await page.mouse.move(640, 719);
  await expect(page.getByRole('tooltip')).toHaveCount(0);
};

test('the list: reached by a key, a new project by Ctrl+N, taken away by Delete and back by undo', async ({ page }) => {
  await page.keyboard.press('Alt+5');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Проєкти');
  const grid = page.getByRole('grid', { name: 'Проєкти' });
  await expect(grid.getByRole('row').filter({ hasText: 'STROM' }).first()).toContainText('завершено');
  await expect(grid.getByRole('row').filter({ hasText: 'Громадський контроль' })).toContainText('16 з 32');
  expect(await axeFindings(page)).toEqual([]);

  await page.keyboard.press('Control+n');
  await dialog(page).getByRole('textbox', { name: 'Назва' }).fill('Тренінги для вчителів');
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await expect(page).toHaveURL(/#\/projects\/[^/]+\/about$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Тренінги для вчителів');

  await page.keyboard.press('Alt+5');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Проєкти');
  await expect(grid.getByRole('row').filter({ hasText: 'STROM' }).first()).toBeVisible();
  await page.keyboard.press('Control+f');
  await page.keyboard.type('вчителів');
  const row = grid.getByRole('row').filter({ hasText: 'Тренінги для вчителів' });
  await expect(grid.getByRole('row')).toHaveCount(2);
  await row.click();
  await page.keyboard.press('Delete');
  await expect(dialog(page)).toContainText('вилучається разом із заходами');
  await page.keyboard.press('Control+Enter');
  await expect(dialog(page)).toHaveCount(0);
  await expect(row).toHaveCount(0);
  await undo(page);
  await expect(row).toBeVisible();
  await row.dblclick();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Тренінги для вчителів');
  await expect(page.getByText('щойно проєкт назве свої місця')).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
});

test('the home of the Sumy project says what was held and which communities still wait', async ({ page }) => {
  const id = await projectNamed(door, 'Громадський контроль');
  await goTo(page, `/projects/${id}`);
  const figures = page.locator('dl');
  await expect(figures).toContainText('11 з 18');
  await expect(figures).toContainText('33 з 51');
  await expect(figures.locator('[data-hot]')).toContainText('3');
  await expect(matrix(page).getByRole('rowheader')).toHaveCount(51);
  expect(await axeFindings(page)).toEqual([]);

  await page.getByRole('combobox', { name: 'Які громади' }).click();
  await page.getByRole('option', { name: 'без жодного заходу' }).click();
  await expect(matrix(page).getByRole('rowheader')).toHaveText(['Дубов’язівська', 'Новослобідська', 'Попівська']);
  await page.getByRole('combobox', { name: 'Які громади' }).click();
  await page.getByRole('option', { name: 'чекають: круглий стіл' }).click();
  await expect(matrix(page).getByRole('rowheader')).toHaveCount(18);
  await page.getByRole('combobox', { name: 'Які громади' }).click();
  await page.getByRole('option', { name: 'усі громади' }).click();

  const before = await door.client.projects.coverage({ projectId: id, asOf: '2016-10-01', kinds: [] });
  await goTo(page, `/projects/${id}?asOf=2016-10-01`);
  await expect(page.getByText(`Охоплено ${before.reached} з 51`)).toBeVisible();
  expect(before.reached).toBeLessThan(33);
});

test('in the matrix the arrows go from cell to cell, Enter opens the activity, N plans one', async ({ page }) => {
  const id = await projectNamed(door, 'Громадський контроль');
  await goTo(page, `/projects/${id}`);
  const cell = (name: RegExp): Locator => matrix(page).getByRole('gridcell', { name });
  await cell(/^Буринська громада, круглий стіл: проведено/).click();
  const line = page.getByRole('status').filter({ hasText: 'Буринська громада' });
  await expect(line).toContainText('проведено');
  await page.keyboard.press('ArrowDown');
  await expect(cell(/^Дубов’язівська громада, круглий стіл: не охоплено жодного разу/)).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowRight');
  await expect(cell(/^Коровинська громада, круглий стіл/)).toBeFocused();
  await page.keyboard.press('Control+Home');
  await expect(cell(/^Бочечківська громада, круглий стіл: заплановано/)).toBeFocused();
  await page.keyboard.press('PageDown');
  await expect(cell(/^Боромлянська громада, круглий стіл/)).toBeFocused();

  await cell(/^Буринська громада, круглий стіл: проведено/).click();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/activities\?kind=roundTable|\/activities\?activity=/);
  await expect(page).toHaveURL(/territory=UA/);
  await page.goBack();
  await cell(/^Попівська громада, круглий стіл/).click();
  await page.keyboard.press('n');
  // What the address asked for is taken from it as soon as the page has opened.
  await expect(dialog(page)).toContainText('Новий захід');
  await expect(dialog(page).getByRole('combobox', { name: 'Вид' })).toHaveText('круглий стіл');
  await expect(dialog(page)).toContainText('Попівська');
});

test('the coverage as a list: every cell a row, grouped and filtered as any list', async ({ page }) => {
  await goTo(page, `/projects/${await projectNamed(door, 'Громадський контроль')}?show=never`);
  await page.getByRole('button', { name: 'Показати списком' }).click();
  const list = page.getByRole('grid', { name: 'Охоплення громад' });
  await expect(list).toHaveAttribute('aria-rowcount', /1[56]/);
  await expect(list.getByRole('row').filter({ hasText: 'Попівська' }).first()).toContainText(
    'не охоплено жодного разу',
  );
  await leave(page);
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Показати матрицею' }).click();
  await expect(list.getByRole('rowheader')).toHaveCount(3);
});

test('every figure of a chart stands in a table, too', async ({ page }) => {
  const id = await projectNamed(door, 'STROM');
  await goTo(page, `/projects/${id}`);
  const money = part(page, 'Кошти за донорами');
  await expect(money.getByRole('img')).toBeVisible();
  await money.getByRole('button', { name: 'Показати таблицею' }).or(money.getByRole('button')).first().click();
  await expect(money.getByRole('table')).toContainText('49 392,00');
  await expect(money.getByRole('table')).toContainText('50 000,00');
  await expect(money.getByRole('table')).toContainText('5 488,00');
});

test('the views by Ctrl and a number, and the period of a progress report', async ({ page }) => {
  const id = await projectNamed(door, 'STROM');
  await goTo(page, `/projects/${id}`);
  await expect(page.getByRole('link', { name: 'Огляд' })).toHaveAttribute('aria-current', 'page');
  await page.keyboard.press('Control+9');
  await expect(page).toHaveURL(new RegExp(`#/projects/${id}/about`));
  await page.keyboard.press('Control+1');
  await expect(page).toHaveURL(new RegExp(`#/projects/${id}$`));
  await expect(part(page, 'Показники, кошти, строки')).toBeVisible();

  await page.getByRole('button', { name: 'Звіт' }).click();
  await page.getByRole('menuitem', { name: 'Звіт про хід проєкту' }).click();
  const from = dialog(page).getByLabel('Перший день');
  await expect(from).toHaveValue('01.07.2015');
  await dialog(page).getByText('увесь строк').click();
  await expect(from).toHaveValue('03.11.2014');
  await from.fill('01.02.2016');
  await from.press('Enter');
  await expect(dialog(page).getByText('Останній день раніше за перший.')).toBeVisible();
  await dialog(page).getByText('рік', { exact: true }).click();
  await page.keyboard.press('Control+Enter');
  await expect(page).toHaveURL(/documents\/progressReport\?form=lv&from=2015-01-01&until=2015-12-31/);
});

test('what a project is made of: added, changed, moved and taken away by the keyboard', async ({ page }) => {
  const id = await addProject('Проєкт зі складниками');
  const get = () => door.client.projects.get({ id });
  await goTo(page, `/projects/${id}/about`);
  const saved = async (): Promise<void> => {
    await page.keyboard.press('Control+Enter');
    await expect(dialog(page)).toHaveCount(0);
  };

  await part(page, 'Де працює').getByRole('button', { name: 'Додати місце' }).press('Enter');
  await dialog(page).getByLabel('Область, район чи громада').fill('Сумська обл');
  await page.getByRole('option').first().click();
  await saved();
  await expect(part(page, 'Де працює').getByRole('listitem')).toContainText('Сумська');
  // the same once more: the words stand at the field, nothing is added
  await part(page, 'Де працює').getByRole('button', { name: 'Додати місце' }).press('Enter');
  const place = dialog(page).getByLabel('Область, район чи громада');
  await place.fill('Сумська обл');
  await page.getByRole('option').first().click();
  await page.keyboard.press('Control+Enter');
  await expect(place).toHaveAttribute('aria-invalid', 'true');
  await page.keyboard.press('Escape');
  expect((await get()).places).toHaveLength(1);

  const objectives = part(page, 'Мета й цілі');
  for (const text of ['Перша ціль', 'Друга ціль']) {
    await objectives.getByRole('button', { name: 'Додати ціль' }).press('Enter');
    await dialog(page).getByLabel('Текст').fill(text);
    await saved();
  }
  await objectives.getByRole('button', { name: 'Дії: 2 Друга ціль' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Додати підпорядковану' }).press('Enter');
  await dialog(page).getByLabel('Текст').fill('Нижча ціль');
  await saved();
  await expect(objectives).toContainText('2.1');
  await objectives.getByRole('button', { name: '2 Друга ціль', exact: true }).focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect
    .poll(async () => (await get()).objectives.map(({ number, text }) => `${number} ${text}`))
    .toEqual(['1 Друга ціль', '1.1 Нижча ціль', '2 Перша ціль']);

  const risks = part(page, 'Ризики');
  await risks.getByRole('button', { name: 'Додати ризик' }).press('Enter');
  await dialog(page).getByLabel('Що може статися').fill('Бюджети не ухвалять вчасно');
  await dialog(page).getByRole('combobox', { name: 'Ймовірність' }).press('Enter');
  await page.getByRole('option', { name: '4, велика' }).click();
  await dialog(page).getByRole('combobox', { name: 'Вплив' }).press('Enter');
  await page.getByRole('option', { name: '5, дуже велика' }).click();
  await saved();
  await expect(risks).toContainText('вага 20');
  await expect(risks.getByRole('cell', { name: '1', exact: true })).toHaveAttribute('data-tone', 'red');

  const lines = part(page, 'Напрями діяльності');
  await lines.getByRole('button', { name: 'Додати напрям' }).press('Enter');
  await dialog(page).getByLabel('Назва напряму').fill('Круглі столи');
  await saved();
  await lines.getByRole('button', { name: /^1 Круглі столи/ }).press('Enter');
  await dialog(page).getByLabel('Назва напряму').fill('Круглі столи в громадах');
  await saved();
  await lines.getByRole('button', { name: /^1 Круглі столи в громадах/ }).press('Delete');
  await expect(lines.getByRole('listitem')).toHaveCount(0);
  await undo(page);
  await expect(lines.getByRole('button', { name: /^1 Круглі столи в громадах/ })).toBeVisible();
  await leave(page);
  expect(await axeFindings(page)).toEqual([]);
});

test('a deliverable, its languages and the state of each translation', async ({ page }) => {
  const id = await addProject('Проєкт із настановами');
  await goTo(page, `/projects/${id}/about?part=deliverables`);
  const deliverables = part(page, 'Продукти');
  await deliverables.getByRole('button', { name: 'Додати продукт' }).press('Enter');
  await dialog(page).getByLabel('Назва продукту').fill('Настанови муніципалітетам');
  await page.keyboard.press('Control+Enter');
  await expect(dialog(page)).toHaveCount(0);
  await deliverables.getByRole('button', { name: 'Додати мови' }).press('Enter');
  const field = dialog(page).getByRole('combobox', { name: 'Мови' });
  for (const name of ['литовська', 'латиська', 'естонська']) {
    await field.fill(name);
    await page
      .getByRole('option', { name: new RegExp(name) })
      .first()
      .click();
  }
  await page.keyboard.press('Control+Enter');
  await expect(dialog(page)).toHaveCount(0);
  await expect(deliverables).toContainText('готово 0 з 3');
  await deliverables.getByRole('button', { name: /^латиська/ }).press('Enter');
  await dialog(page).getByRole('combobox', { name: 'Стан перекладу' }).press('Enter');
  await page.getByRole('option', { name: 'готово' }).first().click();
  const day = dialog(page).getByLabel('Готово', { exact: true });
  await day.fill('01.01.2099');
  await day.press('Enter');
  await page.keyboard.press('Control+Enter');
  await expect(day).toHaveAttribute('aria-invalid', 'true');
  await day.fill('15.12.2015');
  await day.press('Enter');
  await page.keyboard.press('Control+Enter');
  await expect(deliverables).toContainText('готово 1 з 3');
});

test('files of a deliverable: chosen by a key, dropped by the mouse, saved, taken away and back by undo', async ({
  page,
}) => {
  const id = await addProject('Проєкт із файлами');
  for (const title of ['Посібник', 'Плакат'])
    await door.client.projects.addPart({ projectId: id, patch: { part: 'deliverable', fields: { title } } });
  await goTo(page, `/projects/${id}/about?part=deliverables`);
  const files = page.getByRole('list', { name: 'Файли: Посібник' });
  const chooser = page.waitForEvent('filechooser');
  await files.getByRole('button', { name: 'Долучити файл…' }).press('Enter');
  await (
    await chooser
  ).setFiles({ name: 'Посібник.txt', mimeType: 'text/plain', buffer: Buffer.from('перше видання') });
  await expect(files.getByRole('button', { name: 'Посібник.txt', exact: true })).toBeVisible();

  const drop = (over: Locator, name: string) =>
    over.evaluate((element, fileName) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(['наклад'], fileName, { type: 'text/plain' }));
      const passing = new DragEvent('dragover', { dataTransfer, bubbles: true, cancelable: true });
      element.dispatchEvent(passing);
      const dropped = new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true });
      element.dispatchEvent(dropped);
      // what a browser does with a file that nobody takes: it opens it instead of the page
      return passing.defaultPrevented && dropped.defaultPrevented;
    }, name);
  expect(await drop(page.getByRole('button', { name: /^Плакат/ }), 'Ескіз.txt')).toBe(true);
  const others = page.getByRole('list', { name: 'Файли: Плакат' });
  await expect(others.getByRole('button', { name: 'Ескіз.txt', exact: true })).toBeVisible();
  await expect(files.getByRole('listitem')).toHaveCount(2);
  expect(await drop(page.getByRole('heading', { level: 1 }), 'Повз.txt')).toBe(true);

  const saved = page.waitForEvent('download');
  await files.getByRole('button', { name: 'Посібник.txt', exact: true }).press('Enter');
  const stream = await (await saved).createReadStream();
  expect(Buffer.concat(await stream.toArray()).toString()).toBe('перше видання');

  await files.getByRole('button', { name: 'Прибрати файл Посібник.txt' }).press('Enter');
  await expect(files.getByRole('listitem')).toHaveCount(1);
  await expect(files.getByRole('button', { name: 'Долучити файл…' })).toBeFocused();
  await undo(page);
  await expect(files.getByRole('button', { name: 'Посібник.txt', exact: true })).toBeVisible();
  await leave(page);
  expect(await axeFindings(page)).toEqual([]);
  const { deliverables } = await door.client.projects.get({ id });
  expect(deliverables.map((one) => one.files.map(({ name }) => name))).toEqual([['Посібник.txt'], ['Ескіз.txt']]);
});

test('the first and the last day: an end before the start is said at its field', async ({ page }) => {
  const id = await addProject('Проєкт зі строком');
  await door.client.projects.update({ id, patch: { startsOn: '2026-05-01' } });
  await goTo(page, `/projects/${id}/about`);
  const basics = part(page, 'Основне');
  const end = basics.getByLabel('Останній день');
  await end.fill('30.04.2026');
  await end.press('Enter');
  await expect(end).toHaveAttribute('aria-invalid', 'true');
  expect((await door.client.projects.get({ id })).endsOn).toBeNull();
  await end.fill('31.12.2026');
  await end.press('Enter');
  await expect.poll(async () => (await door.client.projects.get({ id })).endsOn).toBe('2026-12-31');
  await expect(page.getByText('01.05.2026 – 31.12.2026')).toBeVisible();
});

test('a project that continues another begins with what that one had', async ({ page }) => {
  const id = await projectNamed(door, 'STROM');
  await goTo(page, `/projects/${id}/about?part=continuation`);
  await part(page, 'Продовження').getByRole('button', { name: 'Створити подальший' }).press('Enter');
  await dialog(page).getByRole('textbox', { name: 'Назва' }).fill('STROM III');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('STROM III');
  await expect(part(page, 'Партнери').getByRole('listitem')).toHaveCount(7);
});

test('at 200 % and in the dark nothing is lost', async ({ page }) => {
  const id = await projectNamed(door, 'Громадський контроль');
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 640, height: 360 });
  for (const place of [`/projects/${id}`, `/projects/${id}/about`, '/projects']) {
    await goTo(page, place);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(640);
    expect(await axeFindings(page)).toEqual([]);
  }
  await goTo(page, `/projects/${id}`);
  await page.getByRole('combobox', { name: 'Подання проєкту' }).press('Enter');
  await page.getByRole('option', { name: 'Про проєкт' }).click();
  await expect(page).toHaveURL(/\/about$/);
});
