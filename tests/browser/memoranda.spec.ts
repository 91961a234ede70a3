// Memoranda in a real browser: drafted by keyboard, filled in, signed, carried out, compared; nothing typed is lost.
import { writeFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { addGroup, type TestGroup } from '../fixtures/councilMeeting.ts';
import { doorFor, openEachPage } from '../fixtures/browserDoor.ts';
import { typingIn } from '../fixtures/keyboard.ts';
import { axeFindings, goTo } from '../fixtures/pages.ts';
import { test } from '../fixtures/window.ts';

const door = doorFor();
let group: TestGroup;

test.beforeAll(async () => {
  group = await addGroup(door.client);
});
openEachPage(door);

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
  await typingIn(dialog);
  await page.keyboard.type('про взаємодію у сфері протидії торгівлі людьми');
  await page.keyboard.press('Tab');
  for (const name of ['Обласна військова адміністрація', 'Ліга соціальних працівників']) {
    await page.keyboard.type(name.slice(0, 12));
    await expect(page.getByRole('option')).toHaveText([new RegExp(name), /Додати організацію/]);
    await page.keyboard.press('Enter');
  }
  await page.keyboard.press('Escape');
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await expect(paper(page)).toContainText('Метою Меморандуму');
  const id = page.url().split('/memoranda/')[1]?.split('?')[0] ?? '';

  // a clause behind the first one: blank, with a heading typed in the question
  await page.keyboard.press('Control+ArrowDown');
  await page.keyboard.press('Alt+n');
  await typingIn(page.getByRole('dialog', { name: 'Нова стаття' }));
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
  await page.keyboard.press('Enter');
  await typingIn(page.getByRole('dialog', { name: 'Місце укладення' }));
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
  await door.client.memoranda.addClause({
    memorandumId: id,
    at: null,
    heading: 'Перша',
    text: 'Один [[place:місце]].',
  });
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

test('signs only what is complete: a finding refuses, leads to its place, then it is locked', async ({ page }) => {
  const id = await addDraft('template', 'про підписання');
  await complete(id);
  const { clauses } = await get(id);
  const first = clauses.find(({ numbered }) => numbered);
  await door.client.memoranda.updateClause({ id: first?.id ?? '', patch: { text: 'Строк – [[?:скільки]] днів.' } });
  await door.client.memoranda.agree({ id, on: '2026-11-20' });
  await openDraft(page, id);
  await page.keyboard.press('Control+Shift+Enter');
  const dialog = page.getByRole('dialog', { name: 'Підписати меморандум' });
  await expect(dialog.getByText('Спершу заповніть те, що позначено хрестиком.')).toBeVisible();
  await expect(dialog.getByRole('button', { name: /^Підписати/ })).toBeDisabled();
  expect(await axeFindings(page)).toEqual([]);
  await dialog.getByRole('button', { name: /скільки/ }).click();
  await expect(dialog).toBeHidden();

  // back to the draft, where it is filled in; then all agree and sign
  await page.getByRole('button', { name: 'Повернути до чернетки' }).click();
  await expect(page.getByRole('button', { name: 'Усі погодили' })).toBeVisible();
  await page.locator('.clause .field[data-missing]', { hasText: 'скільки' }).click();
  await page.keyboard.type('тридцять');
  await page.keyboard.press('Enter');
  await expect(paper(page)).toContainText('Строк – тридцять днів.');
  await expect
    .poll(async () => (await get(id)).clauses.find((one) => one.id === first?.id)?.text)
    .toContain('тридцять');
  await page.keyboard.press('Control+Shift+Enter');
  await page.getByRole('dialog', { name: /погодили/ }).waitFor();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/Текст погоджено/)).toBeVisible();
  await page.keyboard.press('Control+Shift+Enter');
  await dialog.waitFor();
  await dialog.getByLabel('Номер').fill('М-3');
  await expect(dialog.getByText(/Після підписання текст не змінюється/)).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/Меморандум підписано/)).toBeVisible();
  await expect(paper(page)).toHaveAttribute('contenteditable', 'false');
  expect((await get(id)).number).toBe('М-3');
  expect(await axeFindings(page)).toEqual([]);
});

/** A signed memorandum with one obligation of the league. */
const addSigned = async (title: string): Promise<{ id: string; obligationId: string }> => {
  const { client } = door;
  const id = await addDraft('template', title);
  await complete(id);
  const { partyRows, clauses } = await get(id);
  const { id: obligationId } = await client.memoranda.addObligation({
    memorandumId: id,
    partyId: partyRows[1]?.id ?? '',
    clauseId: clauses[4]?.id ?? null,
    text: 'Провести круглі столи для громад',
    dueOn: '2028-12-31',
  });
  await client.memoranda.agree({ id, on: '2026-11-20' });
  await client.memoranda.sign({ id, on: '2026-11-20', number: title, startsOn: '2026-11-20' });
  return { id, obligationId };
};

test('takes a scan that is one and says why another file is none; an obligation is noted and done', async ({
  page,
}, info) => {
  const { id } = await addSigned('М-10');
  await openDraft(page, id);
  const choose = async (name: string, content: Buffer): Promise<void> => {
    const file = info.outputPath(name);
    writeFileSync(file, content);
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Долучити скан' }).click();
    await (await chooser).setFiles(file);
  };
  await choose('scan.pdf', Buffer.from('не PDF, а слова'));
  await expect(page.getByRole('alert')).toBeVisible();
  expect((await get(id)).scans).toEqual([]);
  await choose('підписаний.pdf', Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n'));
  await expect(page.getByRole('button', { name: 'підписаний.pdf', exact: true })).toBeVisible();
  await expect(page.getByRole('alert')).toBeHidden();

  await page.locator('[data-obligation]').click();
  await expect(page.getByRole('heading', { name: 'Зобов’язання 1' })).toBeFocused();
  await page.keyboard.press('e');
  await expect(page.getByRole('textbox', { name: 'Відомості про хід виконання' })).toBeFocused();
  await page.keyboard.type('Проведено перший круглий стіл.');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('textbox', { name: 'Відомості про хід виконання' })).toHaveCount(0);
  await expect(page.getByText('Проведено перший круглий стіл.')).toBeVisible();
  await page.keyboard.press('v');
  await expect(page.getByText('виконано', { exact: true }).first()).toBeVisible();
  expect((await get(id)).obligationRows[0]?.status).toBe('done');
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: 'Сторони і підписанти' })).toBeVisible();
});

test('an amendment replaces an article; the paper shows it at its place', async ({ page }) => {
  const { id } = await addSigned('М-11');
  await openDraft(page, id);
  await page.keyboard.press('Control+Shift+Enter');
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await page.keyboard.press('Control+Enter');
  await dialog.getByLabel('Нова редакція').fill('Сторони зустрічаються щокварталу.');
  await dialog.getByRole('button', { name: 'Зберегти положення' }).click();
  await expect(dialog.getByText('Сторони зустрічаються щокварталу.')).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
  await expect(page.locator('.amended')).toContainText('Сторони зустрічаються щокварталу.');
  expect((await get(id)).amendments[0]?.status).toBe('signed');
});

test('compares a kept version with the text as it stands, word by word', async ({ page }) => {
  const id = await addDraft('blank', 'про порівняння');
  const { id: clauseId } = await door.client.memoranda.addClause({
    memorandumId: id,
    at: null,
    heading: 'Предмет',
    text: 'Сторони проводять три круглі столи.',
  });
  await door.client.memoranda.keepVersion({ id, label: 'Перша' });
  await door.client.memoranda.updateClause({
    id: clauseId,
    patch: { text: 'Сторони проводять п’ять круглих столів.' },
  });
  await goTo(page, `/memoranda/${id}/versions`);
  await expect(page.locator('ins').first()).toContainText('п’ять');
  await expect(page.locator('del').first()).toContainText('три');
  await expect(page.locator('ins').first()).toHaveCSS('text-decoration-line', 'underline');
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(new RegExp(`memoranda/${id}$`));
});

test('what one window writes comes into the other, and neither takes the other’s words', async ({ page, context }) => {
  const id = await addDraft('blank', 'про два вікна');
  await door.client.memoranda.addClause({ memorandumId: id, at: null, heading: 'Перша', text: 'Середина.' });
  await openDraft(page, id);
  const second = await context.newPage();
  await second.goto(door.url);
  await second.getByRole('navigation').waitFor();
  await openDraft(second, id);
  await page.bringToFront();
  await page.keyboard.press('Control+ArrowDown');
  await expect(paper(page)).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.type(' Кінець.');
  await expect(paper(second)).toContainText('Середина. Кінець.');
  await second.bringToFront();
  await second.keyboard.press('Control+ArrowDown');
  await expect(paper(second)).toBeFocused();
  await second.keyboard.type('Початок. ');
  await page.bringToFront();
  await page.keyboard.type(' Справді.');
  for (const each of [page, second]) await expect(paper(each)).toContainText('Початок. Середина. Кінець. Справді.');
  await door.client.memoranda.addClause({ memorandumId: id, at: 0, heading: 'Нульова', text: 'Нова.' });
  for (const each of [page, second]) await expect(clause(each, 0).locator('h3')).toHaveText('Нульова');
  await second.close();
});

test('what was typed a second before page and program are killed is there after they start again', async ({ page }) => {
  const id = await addDraft('blank', 'про живлення');
  await door.client.memoranda.addClause({ memorandumId: id, at: null, heading: 'Перша', text: '' });
  await openDraft(page, id);
  await page.keyboard.press('Control+ArrowDown');
  await expect(paper(page)).toBeFocused();
  await page.keyboard.type('Перед вимкненням світла.');
  await page.waitForTimeout(1000);
  await page.close();
  await door.restart();
  expect((await get(id)).clauses[0]?.text).toBe('Перед вимкненням світла.');
});
