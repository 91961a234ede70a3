// Memoranda in a real browser: drafted by keyboard, filled in, signed, carried out, compared; nothing typed is lost.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { addGroup, type TestGroup } from '../fixtures/councilMeeting.ts';
import { createWorkspace, startBrowserDoor, testPassphrase, type BrowserDoor } from '../fixtures/doors.ts';
import { axeFindings, complaintsOf, goTo } from '../fixtures/pages.ts';

let door: BrowserDoor;
let group: TestGroup;
let complaints: string[] = [];

test.beforeAll(async () => {
  door = await startBrowserDoor();
  await createWorkspace(door.client);
  group = await addGroup(door.client);
});
test.afterAll(() => door.stop());

test.beforeEach(async ({ page }) => {
  complaints = complaintsOf(page);
  await page.goto(door.url);
  await page.getByRole('navigation').waitFor();
});
test.afterEach(() => expect(complaints).toEqual([]));

const paper = (page: Page) => page.locator('.ProseMirror');
const clause = (page: Page, n: number) => page.locator('.clause').nth(n);

/** A draft between the council and the league, beginning from the usual clauses or from nothing. */
const addDraft = async (from: 'template' | 'blank', title = 'про взаємодію'): Promise<string> => {
  const { id } = await door.client.memoranda.create({
    title,
    language: 'uk',
    groupId: group.groupId,
    from,
    copyFrom: null,
    supersedesId: null,
    organisationIds: [group.organisations['ОВА'] ?? '', group.organisations['Ліга'] ?? ''],
  });
  return id;
};

const openDraft = async (page: Page, id: string): Promise<void> => {
  await goTo(page, `/memoranda/${id}`);
  await expect(paper(page)).toBeVisible();
};

const get = (id: string) => door.client.memoranda.get({ id });

/** Gives a draft everything that signing asks for. */
const complete = async (id: string): Promise<void> => {
  const { client } = door;
  await client.memoranda.update({
    id,
    patch: {
      place: 'Суми',
      subject: 'взаємодія',
      legalBasis: 'закон',
      startsOn: '2027-06-01',
      endsOn: '2032-05-31',
      noticeMonths: 6,
    },
  });
  const { partyRows } = await get(id);
  for (const party of partyRows) {
    await client.memoranda.updateParty({
      id: party.id,
      patch: { signatoryText: 'Голова', signatoryPosition: 'голови', ground: 'статуту' },
    });
  }
};

test('drafts a memorandum by keyboard: clauses, fields, an obligation, then sends it', async ({ page }) => {
  await goTo(page, '/memoranda');
  await page.getByRole('heading', { level: 1, name: 'Меморандуми' }).waitFor();
  await page.keyboard.press('Control+n');
  const dialog = page.getByRole('dialog', { name: 'Новий меморандум' });
  await dialog.waitFor();
  await page.keyboard.type('про взаємодію у сфері протидії торгівлі людьми');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Обласна військова');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Ліга соц');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await expect(paper(page)).toContainText('Метою Меморандуму');
  const id = page.url().split('/memoranda/')[1]?.split('?')[0] ?? '';

  // a clause behind the first one: blank, with a heading typed in the question
  await page.keyboard.press('Control+ArrowDown');
  await page.keyboard.press('Alt+n');
  await page.getByRole('dialog', { name: 'Нова стаття' }).waitFor();
  await page.keyboard.type('Обовʼязки і строки');
  await page.keyboard.press('Enter');
  await expect(clause(page, 1).locator('h3')).toHaveText('Обовʼязки і строки');
  await expect(paper(page)).toBeFocused();
  await page.keyboard.type('Ліга проводить круглі столи до 31.12.2028. Відповідь надсилають упродовж /поле');
  await page.getByRole('option', { name: 'Порожнє поле' }).waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.type(' робочих днів.');
  // the hole is filled by words
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.type('десяти');
  await page.keyboard.press('Enter');
  await expect(clause(page, 1).locator('p')).toHaveText(
    'Ліга проводить круглі столи до 31.12.2028. Відповідь надсилають упродовж десяти робочих днів.',
  );
  await expect
    .poll(async () => (await get(id)).clauses[1]?.text)
    .toBe('Ліга проводить круглі столи до 31.12.2028. Відповідь надсилають упродовж десяти робочих днів.');

  // the paragraph becomes an obligation of the party that it names, due on the day that it says
  await page.keyboard.press('Control+Shift+KeyO');
  const obligation = page.getByRole('dialog', { name: 'Нове зобов’язання' });
  await obligation.waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await expect(obligation).toBeHidden();
  await expect(page.locator('.obligationMark')).toHaveText('зоб. 1');
  const row = (await get(id)).obligationRows[0];
  expect([row?.party, row?.dueOn, row?.clauseNumber]).toEqual(['Ліга', '2028-12-31', 1]);

  // from the article up to the place above it, by Tab alone
  await page.locator('[data-field=place]').focus();
  await page.keyboard.type('Суми');
  await page.keyboard.press('Tab');
  await expect(page.locator('[data-field=place]')).toHaveText('Суми');
  await expect(page.locator('[data-field=signedOn]')).toBeFocused();
  expect((await get(id)).place).toBe('Суми');
  expect(await axeFindings(page)).toEqual([]);

  await page.keyboard.press('Control+Shift+Enter');
  await page.getByRole('dialog', { name: 'Надіслати на погодження' }).waitFor();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('button', { name: 'Усі погодили' })).toBeVisible();
  expect(await door.client.memoranda.versions({ id })).toHaveLength(1);
});

test('moves an article by Alt and the arrows, and keeps bold and fields over a reload', async ({ page }) => {
  const id = await addDraft('blank');
  await door.client.memoranda.addClause({ memorandumId: id, at: null, heading: 'Перша', text: 'Один [[place:місце]].' });
  await door.client.memoranda.addClause({ memorandumId: id, at: null, heading: 'Друга', text: 'Два.' });
  await openDraft(page, id);
  await expect(clause(page, 1)).toBeVisible();
  await page.keyboard.press('Control+ArrowDown');
  await expect(paper(page)).toBeFocused();
  await page.keyboard.press('Control+b');
  await page.keyboard.type('Важливо. ');
  await page.keyboard.press('Alt+ArrowDown');
  await expect(clause(page, 1).locator('h3')).toHaveText('Перша');
  await expect
    .poll(async () => (await get(id)).clauses.map(({ heading, text }) => [heading, text]))
    .toEqual([
      ['Друга', 'Два.'],
      ['Перша', '**Важливо. **Один [[place:місце]].'],
    ]);
  await page.reload();
  await expect(clause(page, 1).locator('strong')).toHaveText('Важливо. ');
  await expect(clause(page, 1).locator('.field')).toHaveText('місце');
});
