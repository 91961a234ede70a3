// Live minutes in a real browser: everything by keyboard, saved within a second, seen by a second window.
import { expect, type Page } from '@playwright/test';
import { addGroup, addMeeting, markPresent, type TestGroup, type TestMeeting } from '../fixtures/councilMeeting.ts';
import { doorFor, openEachPage } from '../fixtures/browserDoor.ts';
import { typingIn } from '../fixtures/keyboard.ts';
import { axeFindings, goTo, pressUkrainian } from '../fixtures/pages.ts';
import { today } from '../../shared/dates.ts';
import { test } from '../fixtures/window.ts';

const door = doorFor();
let meeting: TestMeeting;
let group: TestGroup;

const seated = ['Голова ради', 'Представниця ДСЗН', 'Представник ГУНП', 'Представниця громади', 'Секретарка ради'];

test.beforeAll(async () => {
  group = await addGroup(door.client);
});
test.beforeEach(async () => {
  meeting = await addMeeting(door.client, group, today(new Date()));
  await markPresent(door.client, meeting, seated);
});
openEachPage(door);

const textbox = (page: Page) => page.locator('.ProseMirror');
const records = (page: Page, kind: string) => page.locator(`.record[data-kind=${kind}]`);

/** Opens the meeting at its plan and starts it with the main act. */
const start = async (page: Page): Promise<void> => {
  await goTo(page, `/meetings/${meeting.meetingId}`);
  await page.getByRole('heading', { level: 1, name: /№/ }).waitFor();
  await page.keyboard.press('Control+Shift+Enter');
  await expect(textbox(page)).toBeFocused();
  // the name list opens by itself, since nobody is named as rapporteur
  await expect(page.getByRole('listbox')).toBeVisible();
};

/** Types a command behind what stands there and takes it, once it is the one that the list has found. */
const runSlash = async (page: Page, typed: string, command: string | RegExp): Promise<void> => {
  await page.keyboard.type(typed);
  await expect(page.getByRole('option', { selected: true })).toContainText(command);
  await page.keyboard.press('Enter');
};

const words = async (item = 0) => door.client.meetings.item({ id: meeting.itemIds[item] ?? '' });

test('takes minutes by keyboard alone: speaker, speech, decision, assignment, vote', async ({ page }) => {
  await start(page);
  await page.keyboard.type('дсзн');
  await page.keyboard.press('Enter');
  await page.keyboard.type('поінформувала про стан виконання рішень.');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('listbox')).toBeVisible();
  await page.keyboard.type('гунп');
  await expect(page.getByRole('option', { name: /Представник ГУНП/ })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await page.keyboard.type('підтримав.');
  await page.keyboard.press('Control+Shift+KeyD');
  await page.keyboard.type('Лізі соціальних працівників провести три круглі столи до 15 грудня.');
  await expect(records(page, 'decision').getByText(/Записати/)).toBeVisible();
  await page.keyboard.press('Alt+Enter');
  await expect(records(page, 'decision').getByText('Ліга', { exact: true })).toBeVisible();
  await expect(records(page, 'decision').getByText(/^до 15\.12/)).toBeVisible();

  await runSlash(page, ' /г', 'Голосування');
  await expect(page.getByRole('dialog', { name: 'Голосування' })).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await expect(records(page, 'decision').getByText('за 4 · проти 0 · утрим. 0')).toBeVisible();
  await expect(textbox(page)).toBeFocused();

  const { speeches, decisions } = await words();
  expect(speeches.map(({ kind, speaker, text }) => [kind, speaker, text])).toEqual([
    ['heard', 'Представниця ДСЗН', 'поінформувала про стан виконання рішень.'],
    ['speech', 'Представник ГУНП', 'підтримав.'],
  ]);
  expect(speeches[1]?.saidAt).toMatch(/^\d\d:\d\d$/);
  expect(decisions).toHaveLength(1);
  expect(decisions[0]?.votesFor).toBe(4);
  expect(decisions[0]?.assignees.map(({ shortName }) => shortName)).toEqual(['Ліга']);
  expect(await axeFindings(page)).toEqual([]);
});

test('saves within a second of the last key, shows it in a second window, and keeps all over a reload', async ({
  page,
  context,
}) => {
  await start(page);
  await page.keyboard.press('Escape');
  const second = await context.newPage();
  await second.goto(door.url);
  await second.getByRole('navigation').waitFor();
  await goTo(second, `/meetings/${meeting.meetingId}`);
  await expect(textbox(second)).toBeVisible();

  await page.bringToFront();
  await page.keyboard.type('Слово, яке не можна втратити.');
  const typed = Date.now();
  await expect
    .poll(async () => (await words()).speeches[0]?.text, { intervals: [50] })
    .toBe('Слово, яке не можна втратити.');
  expect(Date.now() - typed).toBeLessThan(1000);
  await expect(textbox(second)).toContainText('Слово, яке не можна втратити.');

  // both write into the same record; neither takes the other's words
  await second.bringToFront();
  await textbox(second).locator('.recordText').first().click();
  await second.keyboard.press('Home');
  await second.keyboard.type('Спершу. ');
  await page.bringToFront();
  await page.keyboard.type(' І наостанок.');
  await expect(textbox(page)).toContainText('Спершу. Слово, яке не можна втратити. І наостанок.');
  await expect(textbox(second)).toContainText('Спершу. Слово, яке не можна втратити. І наостанок.');

  await page.reload();
  await expect(textbox(page)).toContainText('Спершу. Слово, яке не можна втратити. І наостанок.');
  await second.close();
});

test('what was typed a second before page and program are killed is there after they start again', async ({ page }) => {
  await start(page);
  await page.keyboard.press('Escape');
  await page.keyboard.type('Перед вимкненням світла.');
  await page.waitForTimeout(1000);
  await page.close();
  await door.restart();
  expect((await words()).speeches[0]?.text).toBe('Перед вимкненням світла.');
});

test('works in the Ukrainian layout: commands, names and letters by the physical key', async ({ page }) => {
  await start(page);
  await page.keyboard.press('Escape');
  await pressUkrainian(page, 'KeyD', 'В', { ctrl: true, shift: true });
  await expect(records(page, 'decision')).toHaveCount(1);
  await page.keyboard.type('Доручити');
  // no @ in this layout: Alt+2; no need to find the slash: Ctrl+.
  await pressUkrainian(page, 'Digit2', '2', { alt: true });
  await expect(page.getByRole('listbox', { name: 'Люди й установи' })).toBeVisible();
  await page.keyboard.type('міграц');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(records(page, 'decision')).toContainText('Доручити ДМС');
  await pressUkrainian(page, 'Period', 'ю', { ctrl: true });
  await expect(page.getByRole('listbox', { name: 'Команди' })).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Escape');
  // the sign that the key put there goes with the list
  await expect(records(page, 'decision').locator('.recordText')).toHaveText('Доручити ДМС ');
  await runSlash(page, '/доруч', 'Доручення');
  await expect(page.getByRole('dialog', { name: 'Доручення' })).toBeVisible();
  await page.keyboard.press('Escape');
  await pressUkrainian(page, 'KeyZ', 'я', { ctrl: true });
  await expect(records(page, 'decision').locator('.recordText')).not.toHaveText('Доручити ДМС ');
});

test('a roll call is taken by keys, and one undo takes all of it back', async ({ page }) => {
  await start(page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Shift+KeyD');
  await runSlash(page, 'Затвердити план. /голос', 'Голосування');
  const dialog = page.getByRole('dialog', { name: 'Голосування' });
  await dialog.getByText('поіменне').click();
  await dialog.getByRole('radio', { name: 'Голова ради: за' }).focus();
  await page.keyboard.press('Digit1');
  await pressUkrainian(page, 'Digit2', '2');
  await page.keyboard.press('Digit3');
  await page.keyboard.press('Digit4');
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
  await expect(textbox(page)).toBeFocused();
  await expect(records(page, 'decision').getByText('за 1 · проти 1 · утрим. 1')).toBeVisible();
  const { ballots } = (await words()).decisions[0] ?? {};
  expect(ballots?.map(({ choice }) => choice).toSorted()).toEqual(['abstained', 'against', 'for', 'recused']);
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await words()).decisions[0]?.voteMode).toBe('none');
  expect((await words()).decisions[0]?.text).toBe('Затвердити план. ');
});

test('undo pressed in a dialog leaves the words behind it as they are', async ({ page }) => {
  await start(page);
  await page.keyboard.press('Escape');
  await page.keyboard.type('Слово перед запитанням.');
  await page.keyboard.press('Control+Shift+KeyD');
  await runSlash(page, 'Затвердити план. /голос', 'Голосування');
  const dialog = page.getByRole('dialog', { name: 'Голосування' });
  const count = dialog.getByRole('spinbutton').first();
  await expect(count).toBeFocused();
  // in a field with nothing to take back, and where there is no field
  await page.keyboard.press('Control+z');
  await dialog.getByRole('button', { name: 'Скасувати' }).focus();
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+y');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(textbox(page)).toBeFocused();
  await expect(textbox(page)).toContainText('Слово перед запитанням.');
  await expect(records(page, 'decision').locator('.recordText')).toHaveText('Затвердити план. ');
});

test('a standard phrase goes into the text', async ({ page }) => {
  await door.client.meetings.addTextBlock({
    language: 'uk',
    title: 'Взяти до відома',
    text: 'Інформацію взяти до відома.',
  });
  await start(page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Shift+KeyD');
  await runSlash(page, '/типова', /типова/i);
  await expect(page.locator('[data-pick]').first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('[data-pick]').nth(1)).toBeFocused();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: /^Взяти до відома/ }).focus();
  await page.keyboard.press('Enter');
  await expect(records(page, 'decision').locator('.recordText')).toHaveText('Інформацію взяти до відома.');
  await page.keyboard.type(' Подякувати.');
  await expect(records(page, 'decision').locator('.recordText')).toHaveText('Інформацію взяти до відома. Подякувати.');
  // its title is a command of its own
  await page.keyboard.press('Control+Shift+KeyD');
  await runSlash(page, '/взя', 'Взяти до відома');
  await expect(records(page, 'decision').last().locator('.recordText')).toHaveText('Інформацію взяти до відома.');
});

test('pastes plain text from anywhere, keeps paragraphs, and takes no bold', async ({ page }) => {
  await start(page);
  await page.keyboard.press('Escape');
  await page.keyboard.type('Перелік: ');
  await textbox(page).evaluate((element) => {
    const data = new DataTransfer();
    data.setData('text/plain', 'перше\r\nдруге\r\n');
    data.setData('text/html', '<table><tr><td><b>перше</b></td></tr><tr><td>друге</td></tr></table><img src="x">');
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+b');
  await page.keyboard.type('третє');
  await expect.poll(async () => (await words()).speeches[0]?.text).toBe('Перелік: перше\nдруге\nтретє');
  await expect(textbox(page).locator('b, strong, table, img')).toHaveCount(0);

  // all of the record, then all records; what is cut and pasted comes back with its ids
  await page.keyboard.press('Control+Shift+KeyD');
  await page.keyboard.type('Узяти до відома.');
  await expect.poll(async () => (await words()).decisions).toHaveLength(1);
  const before = await words();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+x');
  await expect.poll(async () => (await words()).decisions).toHaveLength(0);
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await words()).decisions[0]?.id).toBe(before.decisions[0]?.id);
  expect((await words()).speeches[0]?.text).toBe('Перелік: перше\nдруге\nтретє');
});

test('what is cut at once after it was typed comes back whole', async ({ page }) => {
  await start(page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Shift+KeyD');
  await page.keyboard.type('Узяти до відома.');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+x');
  await expect(records(page, 'decision')).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(records(page, 'decision')).toContainText('Узяти до відома.');
});

test('undo takes back writing and acts, in the order in which they were done', async ({ page }) => {
  await start(page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Shift+KeyD');
  await page.keyboard.type('Узяти до відома.');
  await runSlash(page, ' /відома', /відома/);
  await expect(records(page, 'decision').getByText('до відома', { exact: true })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(records(page, 'decision').getByText('до відома', { exact: true })).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(records(page, 'decision')).toHaveCount(0);
  await page.keyboard.press('Control+y');
  await expect(records(page, 'decision')).toHaveCount(1);
});

test('counts attendance by one key each, and warns when a decision has no quorum', async ({ page }) => {
  await start(page);
  await expect(page.getByText('Кворум є · 4 з 7')).toBeVisible();
  await page.keyboard.press('F4');
  const rows = page.locator('[data-participant]');
  await expect(rows.first()).toBeFocused();
  // two members leave
  await page.keyboard.press('Digit3');
  await expect(page.getByText('Кворуму немає · 3 з 7')).toBeVisible();
  await expect(rows.nth(2)).toContainText(/до \d\d:\d\d/);
  await pressUkrainian(page, 'Digit4', '4');
  await expect(page.getByText('Кворуму немає · 2 з 7')).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(textbox(page)).toBeFocused();

  await page.keyboard.press('Control+Shift+KeyD');
  await page.keyboard.type('Евакуювати дітей. ');
  await expect(records(page, 'decision').getByText('без кворуму: зазначте підставу')).toBeVisible();
  await runSlash(page, '/підстава', /підстава/i);
  const dialog = page.getByRole('dialog', { name: 'Рішення без кворуму' });
  await typingIn(dialog);
  await page.keyboard.type('невідкладність через загрозу');
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
  await expect(records(page, 'decision').getByText('без кворуму', { exact: true })).toBeVisible();
  await expect.poll(async () => (await words()).decisions[0]?.noQuorumReason).toBe('невідкладність через загрозу');

  // the same key within the minute takes the leaving back
  await page.keyboard.press('F4');
  await expect(page.locator('[data-participant]:focus')).toBeVisible();
  await page.keyboard.press('Digit3');
  await page.keyboard.press('Digit4');
  await expect(page.getByText('Кворум є · 4 з 7')).toBeVisible();
});

test('announces a break by one key and says how the quorum stands after it', async ({ page }) => {
  await start(page);
  await page.keyboard.press('F8');
  await expect(page.getByText(/Перерва з \d\d:\d\d \(повітряна тривога\)/)).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('F8');
  await expect(page.getByText(/Після перерви кворум є/)).toBeVisible();
  const { marks } = await door.client.meetings.get({ id: meeting.meetingId });
  expect(marks.map(({ kind }) => kind)).toEqual(['opened', 'itemStarted', 'breakStarted', 'breakEnded']);
});

test('goes through the agenda by keyboard, with a clock an item, and adds an item', async ({ page }) => {
  await start(page);
  await page.keyboard.press('Control+ArrowDown');
  await expect(page.getByRole('heading', { level: 2, name: /^2\. Про стан виявлення/ })).toBeVisible();
  await expect(textbox(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.type('Друге питання.');
  await page.keyboard.press('Control+ArrowUp');
  await expect(page.getByRole('heading', { level: 2, name: /^1\. Про виконання/ })).toBeVisible();
  await page.keyboard.press('Control+ArrowDown');
  await expect(textbox(page)).toContainText('Друге питання.');
  // undo of an item left behind is still there
  await page.keyboard.press('Control+z');
  await expect(textbox(page)).not.toContainText('Друге питання.');
  await page.keyboard.press('Control+y');

  await page.keyboard.press('Alt+KeyN');
  await expect(textbox(page)).not.toBeFocused();
  await typingIn(page.getByRole('main'));
  await page.keyboard.type('Про нове питання');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 2, name: /^7\. Про нове питання/ })).toBeVisible();
  // another item has the floor: this one is only looked at
  await expect(page.getByText(/Зараз розглядають: 2\./)).toBeVisible();
  const { itemRows, currentItemId } = await door.client.meetings.get({ id: meeting.meetingId });
  expect(itemRows).toHaveLength(7);
  expect(currentItemId).toBe(meeting.itemIds[1]);
});

test('narrow, or at 200 %, the outer panes are drawers, and nothing is lost', async ({ page }) => {
  await start(page);
  await page.keyboard.press('Escape');
  await page.setViewportSize({ width: 640, height: 360 });
  await expect(page.locator('[data-participant]').first()).toBeHidden();
  await page.keyboard.press('F4');
  await expect(page.locator('[data-participant]').first()).toBeFocused();
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(page.locator('[data-participant]').first()).toBeHidden();
  await expect(textbox(page)).toBeFocused();
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  expect(overflow).toBe(false);
});
