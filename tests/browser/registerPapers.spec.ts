// Papers of the registers in a real browser: shown from their address, saved, found in the library, made anew.
import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { doorFor, openEachPage } from '../fixtures/browserDoor.ts';
import { axeFindings, goTo } from '../fixtures/pages.ts';
import { desk, openPaper, savePaper } from '../fixtures/paperDesk.ts';
import { textOf } from '../fixtures/paperFile.ts';
import { test } from '../fixtures/window.ts';

const door = doorFor({ sample: true });
let memorandumId = '';

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  ({ id: memorandumId } = await door.client.memoranda.create({
    title: 'про взаємодію громад',
    language: 'uk',
    groupId: null,
    from: 'template',
    copyFrom: null,
    supersedesId: null,
    organisationIds: [],
  }));
  for (const nameText of ['Перша громада', 'Друга громада'])
    await door.client.memoranda.addParty({ memorandumId, nameText });
});
openEachPage(door);

test('the state of decisions is shown in each form', async ({ page }) => {
  await openPaper(page, '/decisions/documents/decisionState?by=organisation&form=uk');
  await expect(desk(page).locator('.paper_title').first()).toHaveText('Інформація');
  await expect(desk(page).getByText('Усього рішень –')).toBeVisible();
  for (const [form, title] of [
    ['English', 'REPORT ON CARRYING OUT DECISIONS'],
    ['Lietuvių', 'nutarimų vykdymo ataskaita'],
    ['Latviešu', 'PĀRSKATS'],
  ] as const) {
    await page.getByRole('radio', { name: form }).check();
    await expect(desk(page).locator('.paper_title').first()).toHaveText(title);
  }
  expect(await axeFindings(page)).toEqual([]);
});

test('a draft memorandum shows what is still to be filled in, and is saved', async ({ page }) => {
  await openPaper(page, `/memoranda/${memorandumId}/documents/memorandum?form=uk`);
  await expect(desk(page).getByText('[предмет меморандуму]')).toBeVisible();
  await expect(page.getByText('Проєкт', { exact: true }).first()).toBeVisible();
  const { fileName, bytes } = await savePaper(page, 'browser-memorandum-uk');
  expect(fileName).toBe('Меморандум про взаємодію громад.docx');
  expect(textOf(bytes)).toContain('Реквізити та підписи Сторін');
  expect(await axeFindings(page)).toEqual([]);
});

test('the library says what a paper is about, opens it and makes it anew', async ({ page }) => {
  await goTo(page, '/reports');
  const row = page.getByRole('row', { name: /меморандум/ });
  await expect(row).toContainText('про взаємодію громад');
  await expect(row).toContainText('без змін');
  await door.client.memoranda.update({ id: memorandumId, patch: { subject: 'навчання старост громад' } });
  await expect(row).toContainText('дані змінилися');
  await row.getByRole('gridcell').first().click();
  const saved = page.waitForEvent('download');
  await page.keyboard.press('KeyS');
  expect(textOf(await readFile(await (await saved).path()))).toContain('навчання старост громад');
  await expect(page.getByRole('row', { name: /меморандум/ })).toHaveCount(2);
  await page
    .getByRole('row', { name: /меморандум/ })
    .first()
    .getByRole('gridcell')
    .first()
    .click();
  await page.keyboard.press('Enter');
  await expect(desk(page).getByText('навчання старост громад')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(new RegExp(`memoranda/${memorandumId}$`));
});

test('says in place what cannot be made', async ({ page }) => {
  await page.evaluate((hash) => void (location.hash = hash), '/memoranda/documents/amendment');
  await expect(page.getByText('Такого документа немає, або в адресі бракує, про що він.')).toBeVisible();
  await expect(desk(page)).toBeHidden();
});
