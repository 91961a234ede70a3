// The papers of a project in a real browser: each of them drawn with its charts and saved, the texts of a report written
// beside it and kept for the next period.
import { expect } from '@playwright/test';
import { doorFor, openEachPage } from '../fixtures/browserDoor.ts';
import { axeFindings } from '../fixtures/pages.ts';
import { desk, openPaper, savePaper } from '../fixtures/paperDesk.ts';
import { textOf } from '../fixtures/paperFile.ts';
import { projectNamed } from '../fixtures/projectNamed.ts';
import { test } from '../fixtures/window.ts';

const door = doorFor({ sample: true });
let sumy = '';
let strom = '';

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  sumy = await projectNamed(door, 'Громадський контроль у протидії торгівлі людьми');
  strom = await projectNamed(door, 'STROM');
});
openEachPage(door);

const progress = (from: string, until: string): string =>
  `/projects/${sumy}/documents/progressReport?form=uk&from=${from}&until=${until}`;

test('the final report of the sample shows money by funder and the conference', async ({ page }) => {
  await openPaper(page, `/projects/${strom}/documents/finalReport?form=en`);
  await expect(desk(page).locator('.paper_title').first()).toHaveText('FINAL REPORT');
  for (const words of ['EUR 49,392.00', 'EUR 50,000.00', 'EUR 5,488.00', 'from 20 countries'])
    await expect(desk(page).getByText(words).first()).toBeVisible();
  // The charts are pictures in the paper, as they will be in Word.
  await expect(desk(page).locator('img, image').first()).toBeVisible();
  await page.getByRole('radio', { name: 'Lietuvių' }).check();
  await expect(desk(page).locator('.paper_title').first()).toContainText('baigiamoji ataskaita');
  expect(await axeFindings(page)).toEqual([]);
  const { bytes } = await savePaper(page, 'browser-finalReport-lt');
  expect(textOf(bytes)).toContain('iš 20 šalių');
});

test('what is written beside a report stands on the paper, and in the next period can be taken over', async ({
  page,
}) => {
  await openPaper(page, progress('2016-10-01', '2016-12-31'));
  const panel = page.getByRole('complementary', { name: 'Тексти звіту' });
  await panel.getByRole('textbox', { name: 'Стисло' }).fill('Проведено перші круглі столи.');
  await expect(desk(page).getByText('Проведено перші круглі столи.')).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);

  await openPaper(page, progress('2017-01-01', '2017-03-31'));
  const summary = panel.getByRole('textbox', { name: 'Стисло' });
  await expect(summary).toHaveValue('');
  await panel.getByText('У попередньому звіті').click();
  await panel.getByRole('button', { name: 'Взяти за основу' }).click();
  await expect(summary).toHaveValue('Проведено перші круглі столи.');
  await expect(desk(page).getByText('Проведено перші круглі столи.')).toBeVisible();
  await savePaper(page, 'browser-progressReport-uk');
});

test('the coverage report names who still waits, as of a day', async ({ page }) => {
  await openPaper(page, `/projects/${sumy}/documents/coverageReport?form=uk&asOf=2017-03-31`);
  await expect(desk(page).getByText('Громад: 51, із них охоплено проведеними заходами: 33')).toBeVisible();
  await expect(desk(page).getByText(/Дубов’язівська громада, Новослобідська громада, Попівська громада/)).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Станом на' })).toHaveValue('31.03.2017');
});

test('an address without its period says what is missing', async ({ page }) => {
  await page.goto(`${door.origin}/#/projects/${sumy}/documents/progressReport?form=uk`);
  await expect(page.getByText('звіт про хід потребує періоду')).toBeVisible();
});
