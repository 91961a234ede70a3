import { expect, test, type Locator, type Page } from '@playwright/test';
import { addDays, formatDay, today } from '../../shared/dates.ts';
import { allowNoComplaints, doorFor } from '../fixtures/browserDoor.ts';
import { fillByKeys, tabTo, typingIn } from '../fixtures/keyboard.ts';
import { axeFindings, heedFileDialogs, openPalette, runCommand } from '../fixtures/pages.ts';
import { savePaper } from '../fixtures/paperDesk.ts';

const door = doorFor({ sample: true });
allowNoComplaints();

const day = today(new Date());

/** Chooses in a list that filters as one types. */
const choose = async (page: Page, target: Locator, text: string): Promise<void> => {
  await fillByKeys(page, target, text);
  await expect(page.getByRole('option').filter({ hasText: text }).first()).toBeVisible();
  // the first that fits is highlighted by itself
  await page.keyboard.press('Enter');
};

test('from Today by the keyboard alone: a decision is carried on, a memorandum drafted, signed and put on paper', async ({
  page,
}) => {
  test.setTimeout(300_000);
  heedFileDialogs(page);
  const overdue = page.getByRole('region', { name: 'Прострочено' });
  const dialog = page.getByRole('dialog');

  await test.step('Today shows what is overdue, and the focus is on it', async () => {
    await page.goto(door.url);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Сьогодні');
    await expect(overdue.getByRole('link').filter({ hasText: '2/4.1' })).toBeVisible();
    expect(await axeFindings(page)).toEqual([]);
    const row = overdue.getByRole('link').filter({ hasText: '2/4.1' });
    for (let n = 0; n < 10 && !(await row.evaluate((element) => element === document.activeElement)); n += 1)
      await page.keyboard.press('ArrowDown');
    await expect(row).toBeFocused();
  });

  await test.step('a note with a file that shows it', async () => {
    await page.keyboard.press('e');
    await expect(dialog.getByRole('heading', { name: /2\/4\.1/ })).toBeVisible();
    await typingIn(dialog);
    await page.keyboard.insertText('Проєкт стратегії надіслано громадам на погодження.');
    await tabTo(page, dialog.getByRole('button', { name: 'Долучити файл' }));
    const chooser = page.waitForEvent('filechooser');
    await page.keyboard.press('Enter');
    await (
      await chooser
    ).setFiles({ name: 'лист-громадам.txt', mimeType: 'text/plain', buffer: Buffer.from('Шановні колеги!') });
    await expect(dialog.getByText('лист-громадам.txt')).toBeVisible();
    await page.keyboard.press('Control+Enter');
    await expect(dialog).toBeHidden();
    const panel = page.getByRole('region', { name: /2\/4\.1/ });
    await expect(panel.getByText('Проєкт стратегії надіслано громадам на погодження.')).toBeVisible();
    await expect(panel.getByText('лист-громадам.txt')).toBeVisible();
  });

  const later = addDays(day, 20);
  await test.step('its deadline is moved, with a reason', async () => {
    await page.keyboard.press('d');
    await expect(dialog.getByRole('heading', { name: /2\/4\.1/ })).toBeVisible();
    await typingIn(dialog);
    await page.keyboard.insertText(formatDay(later, 'uk'));
    await fillByKeys(page, dialog.getByRole('textbox', { name: 'Причина' }), 'Громади просили більше часу.');
    await page.keyboard.press('Control+Enter');
    await expect(dialog).toBeHidden();
    await expect(page.getByText('Громади просили більше часу.')).toBeVisible();
    const { dueOn, state } = await door.client.decisions.detail({
      id: /decisions\/([^?]+)/.exec(page.url())?.[1] ?? '',
    });
    expect({ dueOn, overdue: state === 'overdue' }).toEqual({ dueOn: later, overdue: false });
  });

  await test.step('it is found again by words in another form', async () => {
    await page.keyboard.press('Alt+1');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Сьогодні');
    await expect(overdue.getByRole('link').filter({ hasText: '2/4.1' })).toHaveCount(0);
    await openPalette(page);
    await page.keyboard.insertText('стратегією єдиних інформаційних кампаній');
    const found = page.getByRole('group', { name: 'Рішення' }).getByRole('option').filter({ hasText: '2/4.1' });
    await expect(found).toBeVisible();
    for (let n = 0; n < 30 && (await found.getAttribute('aria-selected')) !== 'true'; n += 1)
      await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/#\/decisions\/[^?]+\?mark=/);
    await expect
      .poll(() => page.evaluate(() => [...(CSS.highlights.get('found') ?? [])].map(String)))
      .toContain('стратегії');
    await page.keyboard.press('Escape');
  });

  await test.step('a memorandum is drafted from clauses', async () => {
    await runCommand(page, 'Меморандуми');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Меморандуми');
    await page.keyboard.press('Control+n');
    await typingIn(dialog);
    await page.keyboard.insertText('про взаємодію щодо перенаправлення постраждалих осіб');
    const parties = dialog.getByRole('combobox', { name: 'Сторони' });
    await choose(page, parties, 'Головне управління Національної поліції');
    await choose(page, parties, 'Департамент соціального захисту');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Меморандум' })).toBeVisible();
    await expect(page.getByText('про взаємодію щодо перенаправлення').first()).toBeVisible();
  });

  await test.step('what it asks for is filled in: who signs, the facts, the term', async () => {
    for (const [party, signatory, position] of [
      ['Головне управління', 'Представник ГУНП', 'начальника'],
      ['Департамент', 'Представниця ДСЗН', 'директорки'],
    ] as const) {
      await tabTo(page, page.getByRole('button', { name: new RegExp(`^${party}`) }));
      await page.keyboard.press('Enter');
      await expect(dialog).toBeVisible();
      await fillByKeys(page, dialog.getByRole('textbox', { name: 'Посада підписанта' }), position);
      await fillByKeys(page, dialog.getByRole('textbox', { name: 'На підставі чого діє' }), 'положення');
      await tabTo(page, dialog.getByRole('button', { name: 'Закрити' }));
      await choose(page, dialog.getByRole('combobox', { name: 'Підписант' }), signatory);
      await page.keyboard.press('Control+Enter');
      await expect(dialog).toBeHidden();
    }
    await tabTo(page, page.getByRole('button', { name: 'Інші дії', exact: true }));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('menuitem').first()).toBeFocused();
    for (let n = 0; n < 12; n += 1) {
      const item = page.getByRole('menuitem', { name: 'Відомості про меморандум' });
      if (await item.evaluate((element) => element === document.activeElement)) break;
      await page.keyboard.press('ArrowDown');
    }
    await page.keyboard.press('Enter');
    await expect(dialog).toBeVisible();
    await fillByKeys(page, dialog.getByRole('textbox', { name: 'Місце укладення' }), 'м. Полтава');
    await fillByKeys(page, dialog.getByRole('textbox', { name: 'Предмет' }), 'взаємодія щодо перенаправлення осіб');
    await fillByKeys(
      page,
      dialog.getByRole('textbox', { name: 'Правова підстава' }),
      'Законом України «Про протидію торгівлі людьми»',
    );
    await page.keyboard.press('Control+Enter');
    await expect(dialog).toBeHidden();
    await tabTo(page, page.getByRole('button', { name: 'Змінити строк дії' }));
    await page.keyboard.press('Enter');
    await fillByKeys(page, dialog.getByRole('textbox', { name: 'Діє до' }), formatDay(addDays(day, 800), 'uk'));
    await fillByKeys(page, dialog.getByRole('spinbutton', { name: /Повідомити за/ }), '2');
    await page.keyboard.press('Control+Enter');
    await expect(dialog).toBeHidden();
  });

  await test.step('a clause of the library and an obligation are added', async () => {
    await page.keyboard.press('Alt+n');
    await expect(dialog).toBeVisible();
    await expect(dialog.getByRole('combobox')).toBeFocused();
    await page.keyboard.insertText('Висвітлення');
    await expect(dialog.getByRole('option', { name: /^Висвітлення співпраці/, selected: true })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await expect(page.getByText('Висвітлення співпраці').first()).toBeVisible();
    await page.keyboard.press('Control+Shift+O');
    await expect(dialog).toBeVisible();
    await fillByKeys(
      page,
      dialog.getByRole('textbox', { name: 'Що сторона має зробити' }),
      'Подати перелік контактних осіб.',
    );
    await tabTo(page, dialog.getByRole('combobox', { name: 'Сторона' }));
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await fillByKeys(page, dialog.getByRole('textbox', { name: 'Строк' }), formatDay(addDays(day, 9), 'uk'));
    await page.keyboard.press('Control+Enter');
    await expect(dialog).toBeHidden();
    await expect(page.getByText('Подати перелік контактних осіб.').first()).toBeVisible();
  });

  await test.step('it is sent round, agreed and signed', async () => {
    await page.keyboard.press('Control+Shift+Enter');
    await expect(dialog.getByRole('heading', { name: 'Надіслати на погодження' })).toBeVisible();
    await page.keyboard.press('Control+Enter');
    await expect(dialog).toBeHidden();
    // the main act is the next one as soon as the page has read how things stand
    await expect(page.getByRole('button', { name: 'Усі погодили' })).toBeVisible();
    await page.keyboard.press('Control+Shift+Enter');
    await expect(dialog.getByRole('heading', { name: 'Усі сторони погодили текст' })).toBeVisible();
    await page.keyboard.press('Control+Enter');
    await expect(dialog).toBeHidden();
    await expect(page.getByRole('button', { name: 'Підписати', exact: true })).toBeVisible();
    await page.keyboard.press('Control+Shift+Enter');
    await expect(dialog.getByRole('heading', { name: 'Підписати меморандум' })).toBeVisible();
    await fillByKeys(page, dialog.getByRole('textbox', { name: 'Номер' }), '12/26');
    await expect(dialog.getByRole('button', { name: /^Підписати/ })).toBeEnabled();
    await page.keyboard.press('Control+Enter');
    await expect(dialog).toBeHidden();
    await expect(page.getByText('№ 12/26').first()).toBeVisible();
    expect(await axeFindings(page)).toEqual([]);
  });
  const memorandum = /memoranda\/([^?]+)/.exec(page.url())?.[1] ?? '';

  await test.step('its obligation is among what is due', async () => {
    await page.keyboard.press('Alt+1');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Сьогодні');
    const due = page.getByRole('link').filter({ hasText: 'Подати перелік контактних осіб.' });
    await expect(due).toBeVisible();
    for (let n = 0; n < 40 && !(await due.evaluate((element) => element === document.activeElement)); n += 1)
      await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(new RegExp(`#/memoranda/${memorandum}\\?obligation=`));
  });
});

test('every Word document of the registers, by the keyboard alone', async ({ page }) => {
  test.setTimeout(240_000);
  const dialog = page.getByRole('dialog');
  await page.goto(door.url);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Сьогодні');

  await runCommand(page, 'Рішення');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Рішення');
  await runCommand(page, 'Стан виконання');
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await savePaper(page, 'story-decisionState-byMeeting');
  await page.keyboard.press('Escape');
  await runCommand(page, 'Стан виконання');
  await tabTo(
    page,
    dialog
      .getByRole('radio', { name: 'за установами' })
      .or(dialog.getByRole('radio', { name: 'за засіданнями' }))
      .first(),
  );
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Control+Enter');
  await savePaper(page, 'story-decisionState-byOrganisation');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('grid')).toBeVisible();
  await runCommand(page, 'Лист-нагадування');
  await expect(dialog).toBeVisible();
  await choose(page, dialog.getByRole('combobox', { name: 'Кому' }), 'Благодійна організація');
  await page.keyboard.press('Control+Enter');
  await savePaper(page, 'story-reminder');
  await page.keyboard.press('Escape');
  await runCommand(page, 'Меморандуми');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Меморандуми');
  await runCommand(page, 'Реєстр меморандумів');
  await savePaper(page, 'story-memorandumRegister');
  await page.keyboard.press('Escape');
  await runCommand(page, 'Стан виконання зобов');
  await savePaper(page, 'story-obligationState');
  await page.keyboard.press('Escape');

  await openPalette(page);
  await page.keyboard.insertText('протидією торгівлі людьми');
  await page.keyboard.press('Alt+3');
  const found = page.getByRole('group', { name: 'Меморандуми' }).getByRole('option').first();
  await expect(found).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/memoranda\/[^?]+.*mark=/);
  await page.keyboard.press('Escape');
  await tabTo(page, page.getByRole('button', { name: 'Word', exact: true }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem').first()).toBeFocused();
  await page.keyboard.press('Enter');
  await savePaper(page, 'story-memorandum');
  expect(await axeFindings(page)).toEqual([]);
});
