// What goes to paper of a project: each view as a sheet of its own with all its rows, a heading, light colours, nothing cut.
import { expect, type Page } from '@playwright/test';
import { everyActivity, everyProject } from '../../shared/contract/projects.ts';
import { doorFor, openEachPage } from '../fixtures/browserDoor.ts';
import { goTo, openPalette } from '../fixtures/pages.ts';
import { projectNamed } from '../fixtures/projectNamed.ts';
import { test } from '../fixtures/window.ts';

const door = doorFor({ sample: true });
openEachPage(door);

const sheet = (page: Page) => page.locator('.printAlone');
const table = (page: Page, name: string) => sheet(page).locator(`table[aria-label="${name}"]`);

/** What the pages are like: the rules that the sheet has set for them. */
const pageRules = (page: Page): Promise<string> =>
  page.evaluate(() =>
    document.adoptedStyleSheets
      .flatMap((rules) => [...rules.cssRules])
      .map(({ cssText }) => cssText)
      .filter((text) => text.startsWith('@page'))
      .join(' '),
  );

/** A dark screen, and the moment at which a browser's own menu draws the pages: 273 mm across, 186 mm upright. */
const atPrinting = async (page: Page, address: string, view: string | null, ready: string): Promise<void> => {
  // the sheet of the view before is over, and its screen is back
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await expect(sheet(page)).toHaveCount(0);
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.emulateMedia({ media: 'screen' });
  await goTo(page, address);
  // the views show the same words: it must be this one that has come
  await expect(page).toHaveURL((url) => url.hash === `#${address}`);
  if (view !== null)
    await expect(page.getByRole('link', { name: view, exact: true })).toHaveAttribute('aria-current', 'page');
  await expect(page.getByText(ready).first()).toBeVisible();
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await expect(sheet(page)).toHaveCount(1);
  const width = (await pageRules(page)).includes('landscape') ? 1032 : 703;
  await page.setViewportSize({ width, height: 720 });
  await expect(page.getByRole('navigation')).toHaveCount(0);
  const looks = await sheet(page).evaluate((element) => ({
    cut: [...element.querySelectorAll('*')].filter(
      (one) => one.getBoundingClientRect().right > document.documentElement.clientWidth + 1,
    ).length,
    ink: getComputedStyle(element.querySelector('h1') ?? element).color,
    paper: getComputedStyle(document.body).backgroundColor,
  }));
  expect(looks).toEqual({ cut: 0, ink: 'rgb(28, 27, 25)', paper: 'rgb(255, 255, 255)' });
  await expect(sheet(page).locator('p').first()).toContainText(/Надруковано \d+ \p{L}+ \d{4} р\./u);
};

test('the list of projects, the board, the timeline and the calendar come as sheets with a heading and all rows', async ({
  page,
}) => {
  const sumy = await projectNamed(door, 'Громадський контроль');
  const detail = await door.client.projects.get({ id: sumy });
  const { rows, total } = await door.client.projects.activities({
    ...everyActivity,
    projectId: sumy,
    offset: 0,
    limit: 500,
  });
  const heading = sheet(page).locator('h1');
  const titles = async (): Promise<string[]> => {
    const text = (await sheet(page).textContent()) ?? '';
    return rows.map(({ title }) => title).filter((title) => !text.includes(title));
  };

  await test.step('the list', async () => {
    await atPrinting(page, '/projects', null, 'STROM');
    expect(await pageRules(page)).toContain('landscape');
    await expect(heading).toHaveText('Проєкти');
    const listed = await door.client.projects.list({ ...everyProject, offset: 0, limit: 1 });
    await expect(table(page, 'Проєкти').locator('tbody tr')).toHaveCount(listed.total);
  });
  await test.step('the board', async () => {
    await atPrinting(page, `/projects/${sumy}/board`, 'Дошка', 'Круглий стіл');
    await expect(heading).toContainText(detail.title);
    expect(await titles()).toEqual([]);
  });
  await test.step('the timeline', async () => {
    await atPrinting(page, `/projects/${sumy}/timeline`, 'Шкала', 'Круглий стіл');
    expect(await titles()).toEqual([]);
    await expect(sheet(page).locator('tbody tr')).toHaveCount(
      total + detail.lines.length + detail.milestones.length + 1,
    );
  });
  await test.step('the calendar', async () => {
    await atPrinting(page, `/projects/${sumy}/calendar`, 'Календар', 'Червень 2017');
    await expect(heading).toContainText('Червень 2017');
    await expect(sheet(page).getByText('1.18 Круглий стіл')).toBeVisible();
  });
});

test('the matrix, the indicators, the money and the annex come as sheets, too', async ({ page }) => {
  const sumy = await projectNamed(door, 'Громадський контроль');
  await test.step('the matrix', async () => {
    await atPrinting(page, `/projects/${sumy}`, 'Огляд', 'Конотопська');
    const { districts, kinds } = await door.client.projects.coverage({ projectId: sumy, asOf: null, kinds: [] });
    const places = districts.flatMap((district) => district.rows);
    await expect(table(page, 'Охоплення громад').locator('tbody tr')).toHaveCount(districts.length + places.length + 1);
    expect(kinds.length).toBeGreaterThan(3);
    await expect(
      sheet(page).getByRole('img', { name: 'не охоплено жодного разу', includeHidden: true }),
    ).not.toHaveCount(0);
    await expect(sheet(page).locator('p').first()).toContainText('охоплено 33 з 51');
  });
  await test.step('the indicators', async () => {
    await atPrinting(page, `/projects/${sumy}/indicators`, 'Показники', 'Круглі столи проведено');
    await expect(table(page, 'Показники').locator('tbody tr')).toHaveCount(8);
    await expect(sheet(page)).toContainText('61 %');
  });
  await test.step('the money', async () => {
    await atPrinting(page, `/projects/${sumy}/money`, 'Кошти', 'Матеріали кампанії');
    await expect(sheet(page).locator('tr', { hasText: 'Разом' })).toHaveCount(3);
    await expect(sheet(page)).toContainText('640 000,00');
  });
  await test.step('the annex of a programme of ten years', async () => {
    await door.client.projects.update({ id: sumy, patch: { endsOn: '2026-06-30' } });
    await atPrinting(page, `/projects/${sumy}/programme`, 'Програма', 'Завдання');
    await expect(sheet(page).locator('th').filter({ hasText: 'Показник 20' })).toHaveCount(11);
    await expect(sheet(page).locator('tr', { hasText: 'Разом' })).toContainText('560');
  });
});

test('Ctrl+P prints activities that are on no screen yet, those that meet the conditions', async ({ page }) => {
  const { id } = await door.client.projects.create({
    title: 'Великий',
    language: 'uk',
    groupId: null,
    predecessorId: null,
  });
  const count = 230;
  for (let n = 1; n <= count; n += 1)
    await door.client.projects.addActivity({
      projectId: id,
      title: `Захід ${n}`,
      kind: n === 7 ? 'training' : 'campaign',
    });
  await goTo(page, `/projects/${id}/activities`);
  await expect(page.getByText('Захід 1', { exact: true }).first()).toBeVisible();
  // the moment at which the browser shows its dialog
  await page.evaluate(() => {
    window.print = () => {
      const made = document.querySelector('.printAlone');
      Object.assign(window, {
        printed: { rows: made?.querySelectorAll('tbody tr').length, head: made?.querySelector('header')?.textContent },
      });
    };
  });
  const printed = () =>
    page.evaluate(() => (window as unknown as { printed?: { rows: number; head: string } }).printed);
  await page.keyboard.press('Control+p');
  await expect.poll(async () => (await printed())?.rows).toBe(count);
  expect((await printed())?.head).toContain('Великий. Заходи проєкту');
  await expect(sheet(page)).toHaveCount(0);

  await goTo(page, `/projects/${id}/activities?kind=training`);
  await expect(page.getByRole('row').filter({ hasText: 'Захід' })).toHaveCount(2);
  await page.keyboard.press('Control+p');
  await expect.poll(async () => (await printed())?.rows).toBe(1);
  expect((await printed())?.head).toContain('Вид: тренінг');
});

test('a page without a sheet of its own is printed as it stands, by the palette too', async ({ page }) => {
  await page.evaluate(() => {
    window.print = () => Object.assign(window, { asked: true });
  });
  await openPalette(page);
  await page.keyboard.type('друкувати');
  await page.getByRole('option', { name: /Друкувати/ }).click();
  await expect.poll(() => page.evaluate(() => (window as unknown as { asked?: boolean }).asked)).toBe(true);
  await expect(sheet(page)).toHaveCount(0);
});
