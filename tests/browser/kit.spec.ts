import { expect, test, type Page } from '@playwright/test';
import { serveKit } from '../fixtures/kit/serveKit.ts';
import { axeNow, complaintsOf } from '../fixtures/pages.ts';

let kit: Awaited<ReturnType<typeof serveKit>>;
let complaints: string[] = [];

test.beforeAll(async () => {
  kit = await serveKit();
});
test.afterAll(() => kit.stop());

const open = async (page: Page, scene: string): Promise<void> => {
  // no core stands behind the kit: what it would remember there is answered with 404
  complaints = complaintsOf(page, '404');
  await page.goto(`${kit.url}#${scene}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
};

// policy violations come as console errors
test.afterEach(() => expect(complaints).toEqual([]));

const violations = async (page: Page): Promise<string[]> => {
  // a list that floats lies outside the landmarks while it is open; every page itself is checked with that rule too
  const floating = (await page.locator('[role=listbox], [role=menu], [role=dialog]').count()) > 0;
  return axeNow(page, floating ? ['region'] : []);
};

/** A key as the Ukrainian layout gives it: the letter is another, the physical key is not. */
const pressUkrainian = (page: Page, code: string, key: string): Promise<void> =>
  page.evaluate(
    ([pressedCode, pressedKey]) => {
      const target = document.activeElement ?? document.body;
      target.dispatchEvent(
        new KeyboardEvent('keydown', { code: pressedCode, key: pressedKey, bubbles: true, cancelable: true }),
      );
    },
    [code, key] as const,
  );

test.describe('the grid', () => {
  const current = (page: Page) => page.locator('[data-current]');

  test('moves by keyboard through 60,000 rows and draws only what is seen', async ({ page }) => {
    await open(page, '/grid');
    const grid = page.getByRole('grid', { name: 'Рішення' });
    await expect(grid).toHaveAttribute('aria-rowcount', '60001');
    await grid.focus();
    await page.keyboard.press('ArrowDown');
    await expect(current(page)).toContainText('1/2');
    await page.keyboard.press('Control+End');
    await expect(current(page)).toContainText('6000/10');
    await expect(current(page)).toBeInViewport();
    expect(await page.getByRole('row').count()).toBeLessThan(70);
    await page.keyboard.press('PageUp');
    await expect(current(page)).not.toContainText('6000/10');
    await page.keyboard.press('Control+Home');
    await expect(current(page)).toContainText('1/1');
    await expect(page.locator('[data-active]')).toHaveText('1/1');
    await page.keyboard.press('End');
    await expect(page.locator('[data-active]')).toHaveText('не розпочато');
    const active = await page.locator('[data-active]').getAttribute('id');
    await expect(grid).toHaveAttribute('aria-activedescendant', active ?? '');
  });

  test('scrolls 60,000 rows without falling behind', async ({ page }) => {
    await open(page, '/grid');
    const seen = await page.getByRole('grid').evaluate(async (box) => {
      const shown: string[] = [];
      for (let at = 0; at < 20; at += 1) {
        box.scrollTop = at * 80_000;
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
        const middle = document.elementFromPoint(300, 400)?.closest('[role=row]');
        shown.push(middle?.getAttribute('aria-rowindex') ?? 'nothing');
      }
      return shown;
    });
    expect(seen).not.toContain('nothing');
    expect(new Set(seen).size).toBe(20);
  });

  test('Enter opens, letters act in the Ukrainian layout too, Space marks, the context menu opens', async ({
    page,
  }) => {
    await open(page, '/grid');
    await page.getByRole('grid').focus();
    await page.keyboard.press('Enter');
    await expect(page.locator('output')).toHaveText('open d0');
    await pressUkrainian(page, 'KeyE', 'у');
    await expect(page.locator('output')).toHaveText('note d0');
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await expect(page.getByRole('contentinfo')).toContainText('позначено 2');
    await page.keyboard.press('e');
    await expect(page.locator('output')).toHaveText('note d0,d2');
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menuitem', { name: 'Відкрити 1/3' }).click();
    await expect(page.locator('output')).toHaveText('menu d2');
  });

  test('orders as the Ukrainian alphabet does, empty last both ways', async ({ page }) => {
    await open(page, '/grid?few');
    const cells = (column: number) => page.locator(`[role=gridcell][data-column="${column}"]`);
    await page.getByRole('columnheader', { name: 'Установа' }).getByRole('button').click();
    await expect(page.getByRole('columnheader', { name: 'Установа' })).toHaveAttribute('aria-sort', 'ascending');
    const first = await cells(2).allInnerTexts();
    expect([...new Set(first)].slice(0, 4)).toEqual([
      'Група 2',
      'Ґрунтознавчий центр',
      'Департамент освіти',
      'Єдина служба',
    ]);
    await page.getByRole('columnheader', { name: 'Строк' }).getByRole('button').click();
    const days = await cells(3).allInnerTexts();
    expect(days[0]).not.toBe('');
    await page.getByRole('columnheader', { name: 'Строк' }).getByRole('button').click();
    await expect(page.getByRole('columnheader', { name: 'Строк' })).toHaveAttribute('aria-sort', 'descending');
    expect((await cells(3).allInnerTexts())[0]).not.toBe('');
  });

  test('orders and widens from the head by keyboard', async ({ page }) => {
    await open(page, '/grid?few');
    await page.getByRole('grid').focus();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    const head = page.getByRole('columnheader', { name: '№' });
    await expect(head).toHaveAttribute('aria-sort', 'ascending');
    const before = (await head.boundingBox())?.width ?? 0;
    await page.keyboard.press('Alt+ArrowRight');
    await expect.poll(async () => (await head.boundingBox())?.width).toBe(before + 16);
  });

  test('filters by chips, names the filter that leaves nothing and drops it', async ({ page }) => {
    await open(page, '/grid');
    await page.getByRole('grid').focus();
    await page.keyboard.press('f');
    await page.getByRole('menuitem', { name: 'Установа' }).click();
    await page.getByRole('checkbox', { name: /Поліція/ }).check();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('contentinfo')).toContainText('10 000 з 60 000');
    await page.getByRole('button', { name: 'Умова', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Рішення' }).click();
    await page.getByLabel('Містить').fill('такого немає');
    await page.keyboard.press('Escape');
    await expect(page.getByText(/Установа: Поліція; Рішення: такого немає/)).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Вилучити всі умови' }).click();
    await expect(page.getByRole('contentinfo')).toContainText('60 000 з 60 000');
  });

  test('groups, folds a group by keyboard and remembers the grouping', async ({ page }) => {
    await open(page, '/grid?few');
    await page.getByRole('button', { name: 'без груп' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Установа' }).click();
    await expect(page.locator('.group').first()).toContainText('Група 2');
    await page.getByRole('grid').focus();
    await page.keyboard.press('Control+Home');
    await expect(page.locator('.row.group').first()).toHaveAttribute('data-current', '');
    await page.keyboard.press('ArrowLeft');
    await expect(page.locator('[data-current] [role=gridcell]')).toHaveAttribute('aria-expanded', 'false');
    await page.keyboard.press('ArrowRight');
    await expect(page.locator('[data-current] [role=gridcell]')).toHaveAttribute('aria-expanded', 'true');
    await page.reload();
    await expect(page.locator('.group').first()).toContainText('Група 2');
  });

  test('copies marked rows as a table and exports what is shown', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await open(page, '/grid?few');
    await page.getByRole('button', { name: 'Стовпці' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Стан', exact: true }).click();
    await page.getByRole('grid').focus();
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Control+c');
    await expect(page.getByText('Скопійовано рядків: 2')).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      '№\tРішення\tУстанова\tСтрок\n1/1\tРішення 1: узгодити порядок взаємодії\tҐрунтознавчий центр\t\n1/2\tРішення 2: узгодити порядок взаємодії\tГрупа 2\t02.02.2026',
    );
    await page.getByRole('button', { name: 'Таблиця XLSX' }).click();
    await expect(page.locator('output')).toHaveText('export 2 №|Рішення|Установа|Строк');
  });

  test('empty, it says what will stand here and makes the first', async ({ page }) => {
    await open(page, '/grid?none');
    await page.getByRole('button', { name: 'Перше рішення' }).click();
    await expect(page.locator('output')).toHaveText('first');
  });

  test('loads pages as they come into view and again when the version changes', async ({ page }) => {
    await open(page, '/paged');
    await expect(page.getByRole('row', { name: /Рішення 1: .* v0/ })).toBeVisible();
    await page.getByRole('grid').focus();
    await page.keyboard.press('Control+End');
    await expect(page.getByText(/Рішення 5000: .* v0/)).toBeVisible();
    await expect(page.locator('output')).toHaveText(/^0 .*4900$/);
    await page.getByRole('button', { name: 'Знову' }).click();
    await expect(page.getByText(/Рішення 5000: .* v1/)).toBeVisible();
  });
});

test.describe('fields', () => {
  const held = async (page: Page): Promise<Record<string, unknown>> =>
    JSON.parse((await page.getByTestId('held').textContent()) ?? '{}') as Record<string, unknown>;

  test('a date is understood as typed, in words under the field, and from the calendar', async ({ page }) => {
    await page.clock.setFixedTime(new Date('2026-11-21T10:00:00'));
    await open(page, '/fields');
    const field = page.getByRole('textbox', { name: 'Строк' });
    await field.fill('завтра');
    await expect(page.getByText('неділя, 22 листопада 2026 р.')).toBeVisible();
    await page.keyboard.press('Tab');
    expect((await held(page))['day']).toBe('2026-11-22');
    await expect(field).toHaveValue('22.11.2026');
    await field.fill('колись');
    await expect(page.getByRole('alert')).toContainText('Дату не розпізнано');
    await field.fill('');
    await field.press('Enter');
    expect((await held(page))['day']).toBeNull();
    await field.press('Alt+ArrowDown');
    await page.getByRole('grid', { name: 'листопад 2026 р.' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('PageDown');
    await page.keyboard.press('Enter');
    expect((await held(page))['day']).toBe('2026-12-28');
    await expect(field).toBeFocused();
  });

  test('a time is understood as typed', async ({ page }) => {
    await open(page, '/fields');
    await page.getByLabel('Початок').fill('930');
    await page.keyboard.press('Tab');
    expect((await held(page))['time']).toBe('09:30');
    await page.getByLabel('Початок').fill('ранок');
    await expect(page.getByRole('alert')).toContainText('Час не розпізнано');
  });

  test('a combobox is searched by any word, without its apostrophe, and makes what is not there', async ({ page }) => {
    await open(page, '/fields');
    await page.getByRole('combobox', { name: 'Особа' }).fill('купянськ');
    await page.keyboard.press('Enter');
    expect((await held(page))['person']).toBe('p3');
    await page.getByRole('combobox', { name: 'Особа' }).fill('Член 9');
    await page.getByRole('option', { name: 'Створити «Член 9»' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Enter');
    expect((await held(page))['person']).toBe('new:Член 9');
    const several = page.getByRole('combobox', { name: 'Виконавці' });
    await several.fill('1');
    await page.keyboard.press('Enter');
    await several.fill('2');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    expect((await held(page))['several']).toEqual(['p1', 'p2']);
    await several.press('Backspace');
    expect((await held(page))['several']).toEqual(['p1']);
  });

  test('options that come late do not take the place of what was asked last', async ({ page }) => {
    await open(page, '/fields');
    const field = page.getByRole('combobox', { name: 'Місце' });
    await field.click();
    await field.pressSequentially('сум', { delay: 20 });
    await expect(page.getByRole('option')).toHaveText(['Сумська область']);
    await page.waitForTimeout(500);
    await expect(page.getByRole('option')).toHaveText(['Сумська область']);
    await page.keyboard.press('Enter');
    expect((await held(page))['place']).toBe('Сумська область');
  });

  test('choices work by keyboard alone; letters in a field are text, not keys of the page', async ({ page }) => {
    await open(page, '/fields');
    await page.getByLabel('Назва').fill('');
    await page.getByLabel('Назва').pressSequentially('e');
    await page.getByLabel('Вид').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('radio', { name: 'Список' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.getByRole('checkbox', { name: 'Погоджено' }).focus();
    await page.keyboard.press('Space');
    await page.getByRole('radio', { name: /Порожній/ }).focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('e');
    expect(await held(page)).toMatchObject({
      name: 'e',
      kind: 'b',
      view: 'board',
      agreed: true,
      content: 'empty',
      letter: 1,
    });
  });

  test('an error belongs to its input', async ({ page }) => {
    await open(page, '/fields');
    await page.getByLabel('Назва').fill('x');
    await expect(page.getByLabel('Назва')).toHaveAttribute('aria-invalid', 'true');
    await expect(page.getByLabel('Назва')).toHaveAccessibleDescription('Закоротка назва');
  });
});

test.describe('what floats', () => {
  const log = (page: Page) => page.locator('header output');

  test('a dialog keeps the focus and the keys, Esc closes, Ctrl+Enter does the main act', async ({ page }) => {
    await open(page, '/floating');
    await page.getByRole('button', { name: 'Додати' }).click();
    const dialog = page.getByRole('dialog', { name: 'Нове питання' });
    await expect(dialog.getByLabel('Назва питання')).toBeFocused();
    await page.keyboard.press('Control+Enter');
    for (let at = 0; at < 6; at += 1) await page.keyboard.press('Tab');
    expect(await dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true);
    await dialog.getByRole('button', { name: 'Скасувати' }).focus();
    await page.keyboard.press('n');
    await expect(log(page)).toHaveText('');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await page.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press('n');
    await expect(log(page)).toHaveText('closed; page N');
    await page.getByRole('button', { name: 'Додати' }).click();
    await page.getByLabel('Назва питання').fill('Про план');
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await expect(log(page)).toHaveText('closed; page N; submitted Про план');
  });

  test('a dialog asks for its reason, keeps its error and what was typed', async ({ page }) => {
    await open(page, '/floating');
    await page.getByRole('button', { name: 'Видалити' }).click();
    const act = page.getByRole('button', { name: /Видалити запис/ });
    await expect(act).toBeDisabled();
    await page.getByLabel('Підстава').fill('ні');
    await act.click();
    await expect(page.getByRole('alert')).not.toHaveText('');
    await expect(page.getByLabel('Підстава')).toHaveValue('ні');
    await page.getByLabel('Підстава').fill('помилковий запис');
    await page.keyboard.press('Control+Enter');
    await expect(log(page)).toHaveText('removed: помилковий запис');
  });

  test('a menu opens, moves and jumps by keyboard', async ({ page }) => {
    await open(page, '/floating');
    await page.getByRole('button', { name: 'Дії' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('menuitem', { name: 'Створити копію' })).toBeFocused();
    await page.keyboard.press('ArrowDown');
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await expect(log(page)).toHaveText('cancel');
    await expect(page.getByRole('button', { name: 'Дії' })).toBeFocused();
  });
});

test.describe('lists', () => {
  test('the order is set by Alt and arrows, said aloud, and by the pointer', async ({ page }) => {
    await open(page, '/lists');
    const order = page.locator('output').first();
    await page.getByRole('button', { name: 'Перемістити «Перше»' }).focus();
    await page.keyboard.press('Alt+ArrowDown');
    await expect(order).toHaveText('Друге, Перше, Третє, Четверте');
    await expect(page.getByText('«Перше»: 2 з 4')).toBeAttached();
    await expect(page.getByRole('button', { name: 'Перемістити «Перше»' })).toBeFocused();
    await page.keyboard.press('Alt+ArrowUp');
    await page.keyboard.press('Alt+ArrowUp');
    await expect(order).toHaveText('Перше, Друге, Третє, Четверте');
    const handle = await page.getByRole('button', { name: 'Перемістити «Перше»' }).boundingBox();
    const last = await page.getByRole('listitem').filter({ hasText: 'Четверте' }).boundingBox();
    if (handle === null || last === null) throw new Error('not on the page');
    await page.mouse.move(handle.x + 8, handle.y + 8);
    await page.mouse.down();
    await page.mouse.move(handle.x + 8, last.y + last.height / 2 + 4, { steps: 5 });
    await page.mouse.up();
    await expect(order).toHaveText('Друге, Третє, Четверте, Перше');
  });

  test('tabs move by arrows and show their panel', async ({ page }) => {
    await open(page, '/lists');
    await page.getByRole('tab', { name: 'План' }).focus();
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('tab', { name: 'Протокол' })).toBeFocused();
    await expect(page.getByRole('tabpanel', { name: 'Протокол' })).toBeVisible();
    await page.keyboard.press('End');
    await expect(page.getByRole('tab', { name: 'Матеріали' })).toHaveAttribute('aria-selected', 'true');
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const scene of ['/grid?few', '/grid?none', '/fields', '/floating', '/lists']) {
    test(`axe finds nothing on ${scene}, ${colorScheme}`, async ({ browser }) => {
      const context = await browser.newContext({ colorScheme, locale: 'uk-UA' });
      const page = await context.newPage();
      await open(page, scene);
      expect(await page.locator('html').getAttribute('data-theme')).toBe(colorScheme);
      expect(await violations(page)).toEqual([]);
      await context.close();
    });
  }
}

test('nothing is cut off or overlaps sideways at 200 % zoom', async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 640, height: 360 }, locale: 'uk-UA' });
  const page = await context.newPage();
  for (const scene of ['/fields', '/floating', '/lists', '/grid?few']) {
    await open(page, scene);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width, scene).toBeLessThanOrEqual(640);
  }
  await context.close();
});
