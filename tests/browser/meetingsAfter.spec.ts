// After the meeting: the minutes are read, sent round, signed, and locked; then only corrections stand beside them.
import { expect, type Page } from '@playwright/test';
import { addGroup, addMeeting, markPresent, type TestMeeting } from '../fixtures/councilMeeting.ts';
import { doorFor, openEachPage } from '../fixtures/browserDoor.ts';
import { chooseTyped } from '../fixtures/keyboard.ts';
import { axeFindings, goTo } from '../fixtures/pages.ts';
import { addWorkingDays, today } from '../../shared/dates.ts';
import { test } from '../fixtures/window.ts';

const door = doorFor();
let meeting: TestMeeting;
const day = today(new Date());

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  const group = await addGroup(door.client);
  meeting = await addMeeting(door.client, group, day);
  const { client } = door;
  await markPresent(client, meeting, ['Голова ради', 'Представниця ДСЗН', 'Представник ГУНП', 'Представниця громади']);
  const id = meeting.meetingId;
  await client.meetings.start({ id, at: new Date().toISOString() });
  const itemId = meeting.itemIds[0] ?? '';
  const said = { speakerId: null, speakerText: 'Голова ради', saidAt: null, textAttached: false, base: null };
  await client.meetings.saveWords({
    itemId,
    changed: [
      { kind: 'heard', id: 'heard-1', text: 'поінформував про виконання.', ...said },
      { kind: 'decision', id: 'decision-1', text: 'Узяти інформацію до відома.', base: null },
    ],
    removed: [],
    order: ['heard-1', 'decision-1'],
  });
  await client.decisions.update({
    id: 'decision-1',
    patch: { voteMode: 'counts', votesFor: 4, votesAgainst: 0, votesAbstained: 0 },
  });
});
openEachPage(door);
test.beforeEach(async ({ page }) => {
  await goTo(page, `/meetings/${meeting.meetingId}`);
  await page.getByRole('heading', { level: 1, name: /№/ }).waitFor();
});

const read = () => door.client.meetings.get({ id: meeting.meetingId });
const text = (page: Page) => page.getByRole('article');

test('the meeting is finished by keyboard, its minutes stand there to be read', async ({ page }) => {
  await page.locator('.ProseMirror').waitFor();
  await page.keyboard.press('Control+Shift+Enter');
  const dialog = page.getByRole('dialog', { name: 'Завершити засідання?' });
  await expect(dialog).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await expect(text(page)).toContainText('поінформував про виконання.');
  await expect(text(page)).toContainText('1.1. Узяти інформацію до відома.');
  await expect(text(page)).toContainText('за 4 · проти 0 · утрим. 0');
  expect((await read()).status).toBe('draftMinutes');
  expect(await axeFindings(page)).toEqual([]);
});

test('the draft is written on, and what is saved stands in what is read', async ({ page }) => {
  await expect(text(page)).toContainText('Узяти інформацію до відома.');
  await page.keyboard.press('KeyE');
  await expect(page.locator('.ProseMirror')).toBeFocused();
  await page.keyboard.type(' Подякувати виконавцям.');
  await expect
    .poll(async () => (await door.client.meetings.item({ id: meeting.itemIds[0] ?? '' })).decisions[0]?.text)
    .toBe('Узяти інформацію до відома. Подякувати виконавцям.');
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Control+Shift+Enter');
  await expect(text(page)).toContainText('Подякувати виконавцям.');
});

test('it is sent round with a deadline, and the Word file comes with it', async ({ page }) => {
  await expect(text(page)).toContainText('Подякувати виконавцям.');
  await page.keyboard.press('Control+Shift+Enter');
  const dialog = page.getByRole('dialog', { name: 'Розіслати на погодження' });
  await expect(dialog.getByLabel('Зауваження до')).toBeFocused();
  expect(await axeFindings(page)).toEqual([]);
  const file = page.waitForEvent('download');
  await page.keyboard.press('Control+Enter');
  expect((await file).suggestedFilename()).toMatch(/\.docx$/);
  await expect(page.getByText(/Зауваження приймають до/)).toBeVisible();
  const { status, remarksUntil } = await read();
  expect([status, remarksUntil]).toEqual(['underApproval', addWorkingDays(day, 5)]);
  expect(await axeFindings(page)).toEqual([]);
});

test('answers and remarks are recorded with what was done', async ({ page }) => {
  await page.getByRole('button', { name: /^Представник ГУНП/ }).click();
  await page.getByRole('menuitemcheckbox', { name: 'погоджено' }).click();
  await expect(page.getByRole('button', { name: /^Представник ГУНП/ })).toContainText('погоджено');

  const remarks = page.getByRole('region', { name: 'Стан протоколу' });
  await remarks.getByRole('button', { name: 'Додати' }).click();
  const dialog = page.getByRole('dialog', { name: 'Нове зауваження' });
  await chooseTyped(page, dialog.getByLabel('Автор'), 'дсзн', 'Представниця ДСЗН');
  await dialog.getByRole('textbox', { name: 'Зауваження' }).fill('Додати строк виконання.');
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await expect(remarks.getByText('Додати строк виконання.')).toBeVisible();
  // a remark that nobody has looked at stands in the way of signing
  await page.keyboard.press('Control+Shift+Enter');
  const sign = page.getByRole('dialog', { name: 'Підписати протокол' });
  await expect(sign.getByText('Спершу усуньте позначене червоним.')).toBeVisible();
  await expect(sign.getByRole('button', { name: /^Підписати/ })).toBeDisabled();
  await page.keyboard.press('Escape');

  await remarks.getByRole('button', { name: 'Що зроблено із зауваженням' }).click();
  await page.getByRole('radio', { name: 'враховано', exact: true }).check();
  await page.keyboard.press('Control+Enter');
  await expect(remarks.getByText('враховано', { exact: true })).toBeVisible();
});

test('it is signed, and from then on locked, in the page and in the core', async ({ page }) => {
  await expect(text(page)).toContainText('Подякувати виконавцям.');
  await page.keyboard.press('Control+Shift+Enter');
  const dialog = page.getByRole('dialog', { name: 'Підписати протокол' });
  await expect(dialog.getByRole('button', { name: /^Підписати/ })).toBeEnabled();
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Підписано: змінити протокол уже не можна')).toBeVisible();
  const { status, signatures } = await read();
  expect(status).toBe('signed');
  await expect(page.getByText(signatures[0]?.hash ?? '—')).toBeVisible();
  await expect(page.getByRole('button', { name: /Редагувати/ })).toHaveCount(0);
  await page.getByRole('button', { name: 'Перевірити підпис' }).click();
  await expect(page.getByText(/Підпис дійсний/)).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);

  // neither the address of the editor nor the core lets anything through
  await goTo(page, `/meetings/${meeting.meetingId}/write`);
  await expect(text(page)).toBeVisible();
  await expect(page.locator('.ProseMirror')).toHaveCount(0);
  await goTo(page, `/meetings/${meeting.meetingId}/plan`);
  await expect(page.getByRole('button', { name: /^Вилучити питання/ })).toHaveCount(0);
  const change = door.client.meetings.update({ id: meeting.meetingId, patch: { place: 'деінде' } });
  await expect(change).rejects.toMatchObject({ data: { code: 'signedLocked' } });
});

test('a correction stands beside the signed minutes', async ({ page }) => {
  await expect(text(page)).toContainText('Подякувати виконавцям.');
  await page.keyboard.press('Control+Shift+Enter');
  const dialog = page.getByRole('dialog', { name: 'Створити виправлення' });
  await dialog.getByLabel('Було').fill('за 4');
  await dialog.getByLabel('Має бути').fill('за 3');
  await dialog.getByLabel('Підстава виправлення').fill('помилка лічби');
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('помилка лічби')).toBeVisible();
  expect((await read()).corrections).toHaveLength(1);
  expect(await axeFindings(page)).toEqual([]);
});

test('its documents are shown as they will be printed', async ({ page }) => {
  await page.getByRole('button', { name: 'Документи' }).click();
  await page.getByRole('menuitem', { name: 'повний протокол' }).click();
  await expect(page.getByText('СЛУХАЛИ').first()).toBeVisible();
  await expect(page.getByText('Узяти інформацію до відома.').first()).toBeVisible();
  // by the button: a key pressed while the menu of documents is still closing belongs to the menu
  await page.getByRole('button', { name: 'До засідання' }).click();
  await page.getByRole('button', { name: 'витяг з протоколу' }).click();
  await expect(page.getByText('ВИТЯГ З ПРОТОКОЛУ').first()).toBeVisible();
});
