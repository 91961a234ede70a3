// Papers in a real browser: the very file on the screen, in four forms, saved, printed, listed in the library.
import { expect, type Page } from '@playwright/test';
import { doorFor, openEachPage } from '../fixtures/browserDoor.ts';
import { axeFindings, goTo } from '../fixtures/pages.ts';
import { desk, openPaper, savePaper } from '../fixtures/paperDesk.ts';
import { textOf } from '../fixtures/paperFile.ts';
import { test } from '../fixtures/window.ts';

const door = doorFor({ sample: true });
let meetingId = '';
let itemId = '';

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  const { rows } = await door.client.meetings.list({ groupId: null, status: null, text: '', offset: 0, limit: 100 });
  const written = rows.find(
    ({ status, decisions }) => (status === 'draftMinutes' || status === 'underApproval') && decisions > 0,
  );
  meetingId = (written ?? rows.find(({ decisions }) => decisions > 0))?.id ?? '';
  itemId = (await door.client.meetings.get({ id: meetingId })).itemRows[0]?.id ?? '';
});
openEachPage(door);

/** Opens a paper of the meeting, `report` as its address says it. */
const openMeetingPaper = (page: Page, report: string): Promise<void> =>
  openPaper(page, `/meetings/${meetingId}/documents/${report}`);

test('an empty library says what will stand there', async ({ page }) => {
  await goTo(page, '/reports');
  await expect(page.getByText('Тут буде перелік документів')).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
});

test('shows the very file, in each form, without a foreign style on the page', async ({ page }) => {
  await openMeetingPaper(page, 'minutes');
  await expect(
    desk(page).getByText('ПОРЯДОК ДЕННИЙ', { exact: false }).or(desk(page).getByText('Порядок денний')),
  ).toBeVisible();
  const styles = await page.evaluate(
    () => [...document.querySelectorAll('style')].filter((each) => each.textContent.includes('paper_')).length,
  );
  expect(styles).toBe(0);
  const words = await desk(page).locator('article').first().innerText();
  const { base64 } = await door.client.reports.preview({
    report: 'minutes',
    form: 'uk',
    meetingId,
    decisionId: null,
    correctionId: null,
    participantId: null,
  });
  const first =
    textOf(Buffer.from(base64, 'base64'))
      .split('\n')
      .find((line) => line.length > 40) ?? '';
  expect(words.replaceAll('\u00A0', ' ')).toContain(first.slice(0, 40));

  for (const [form, title] of [
    ['English', /^MINUTES of/],
    ['Lietuvių', /protokolas$/],
    ['Latviešu', /^PROTOKOLS/],
  ] as const) {
    await page.getByRole('radio', { name: form }).check();
    await expect(desk(page).locator('.paper_title').first()).toHaveText(title);
  }
  expect(await axeFindings(page)).toEqual([]);
});

test('puts what follows a tab where Word puts it', async ({ page }) => {
  await openMeetingPaper(page, 'minutes?form=uk');
  await expect(desk(page).locator('.paper_title').first()).toHaveText(/протокол/i);
  const edges = await desk(page)
    .locator('p.paper_dateline')
    .evaluate((line) => {
      const article = line.closest('article')?.getBoundingClientRect();
      const runs = [...line.querySelectorAll('span')].filter((span) => /№/.test(span.textContent ?? ''));
      const last = runs.at(-1)?.getBoundingClientRect();
      return { article: article?.right ?? 0, number: last?.right ?? -100 };
    });
  expect(Math.abs(edges.article - edges.number)).toBeLessThan(4);
});

test('zooms, and remembers how', async ({ page }) => {
  await openMeetingPaper(page, 'agenda');
  const width = async () => (await desk(page).locator('section').first().boundingBox())?.width ?? 0;
  const before = await width();
  await page.getByRole('button', { name: 'Зменшити' }).click();
  await expect.poll(width).toBeLessThan(before);
  await page.reload();
  await expect(desk(page).locator('section').first()).toBeVisible();
  await expect.poll(width).toBeLessThan(before);
});

test('follows what is changed meanwhile', async ({ page }) => {
  await openMeetingPaper(page, 'agenda');
  await door.client.meetings.updateItem({ id: itemId, patch: { title: 'Питання, змінене в іншому вікні' } });
  await expect(desk(page).getByText('Питання, змінене в іншому вікні')).toBeVisible();
});

test('saves a Word file by Ctrl+S, and the library keeps it', async ({ page }) => {
  await openMeetingPaper(page, 'minutes?form=uk');
  const { fileName, bytes } = await savePaper(page, 'browser-minutes-uk');
  expect(fileName).toMatch(/^Протокол.*\.docx$/);
  expect(textOf(bytes)).toContain('ВИРІШИЛИ:');

  await goTo(page, '/reports');
  await expect(page.getByRole('row', { name: /повний протокол/ })).toContainText('без змін');
  expect(await axeFindings(page)).toEqual([]);
  await door.client.meetings.updateItem({ id: itemId, patch: { title: 'Питання, змінене ще раз' } });
  await expect(page.getByRole('row', { name: /повний протокол/ })).toContainText('дані змінилися');
});

test('opens a listed paper again, and takes it off the list', async ({ page }) => {
  await goTo(page, '/reports');
  const row = page.getByRole('row', { name: /повний протокол/ });
  await row.getByRole('gridcell').first().click();
  await page.keyboard.press('Enter');
  await expect(desk(page).locator('section').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(new RegExp(`meetings/${meetingId}`));
  await goTo(page, '/reports');
  await row.getByRole('gridcell').first().click();
  await page.keyboard.press('Delete');
  await expect(page.getByText('Тут буде перелік документів')).toBeVisible();
});

test('prints the paper, not the page', async ({ page }) => {
  await openMeetingPaper(page, 'minutes?form=uk');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('navigation')).toBeHidden();
  await expect(page.locator('.printAlone .paper_title').first()).toBeVisible();
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const pages = [...pdf.toString('latin1').matchAll(/\/Type\s*\/Page\b(?!s)/g)].length;
  expect(pages).toBeGreaterThan(0);
  expect(pdf.toString('latin1')).toMatch(/\/MediaBox\s*\[\s*0 0 59[45]\.?\d* 84[12]\.?\d*\s*\]/);
});

test('says in place what cannot be made', async ({ page }) => {
  await goTo(page, `/meetings/${meetingId}/documents/extract?decision=nobody`);
  await expect(page.getByRole('alert')).toContainText('Такого запису вже немає');
});
