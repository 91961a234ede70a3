import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { startBrowserDoor } from '../fixtures/doors.ts';
import { inTurn, milliseconds, type Measured } from './measure.ts';
import { quietChromium } from './page.ts';
import {
  generate,
  largeSize,
  lieIn,
  openThere,
  sampleSize,
  smallSize,
  temporaryFolder,
  type Generated,
} from './workspaces.ts';

/** The door over a generated workspace, open, and a page of it in a fresh profile. */
async function doorOver(home: string, generated: Generated, browser: Browser) {
  mkdirSync(home);
  lieIn(home, generated);
  const door = await startBrowserDoor({ home });
  await openThere(door.client);
  const open = async (place: string): Promise<Page> => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, locale: 'uk-UA' });
    const page = await context.newPage();
    await page.goto(door.url);
    await page.getByRole('navigation').first().waitFor();
    await page.goto(`${door.origin}/#${place}`);
    return page;
  };
  return { open, stop: () => door.stop() };
}

const firstRow = (page: Page) => page.locator('[role=grid] [role=gridcell]').first().waitFor();

/** From the list of meetings to the first row of an area, with the program already in the page. */
const show = (page: Page, place: string, seen: (page: Page) => Promise<void>) => async () => {
  await page.evaluate(() => {
    location.hash = '#/settings';
  });
  await page.locator('[role=gridcell]').first().waitFor({ state: 'detached' });
  await page.evaluate((to) => {
    location.hash = to;
  }, `#${place}`);
  await seen(page);
};

/** Twenty screens down and at once to the end and back, each time until rows with words stand there. */
const scroll = (page: Page) => async () => {
  const filled = () =>
    page.waitForFunction(() => {
      const grid = document.querySelector('[role=grid]');
      const box = grid?.getBoundingClientRect();
      if (!grid || !box) return false;
      const rows = [...grid.querySelectorAll('[role=row][data-index]')].filter((row) => {
        const { top, bottom } = row.getBoundingClientRect();
        return bottom > box.top + 40 && top < box.bottom - 40;
      });
      return rows.length > 8 && rows.every((row) => (row.textContent ?? '').trim().length > 10);
    });
  for (let n = 0; n < 20; n += 1) {
    await page.keyboard.press('PageDown');
    await filled();
  }
  await page.keyboard.press('Control+End');
  await filled();
  await page.keyboard.press('Control+Home');
  await filled();
};

/** The register of decisions at 60,000 rows against 600, and Today at full size against the sample. */
export async function run(): Promise<Measured[]> {
  const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
  if (!existsSync(executablePath))
    return [{ name: 'pages of the registers', ratio: null, detail: 'no Chromium on this machine' }];
  const { folder, remove } = temporaryFolder();
  const homes = temporaryFolder('viche-homes-');
  const browser = await chromium.launch({ executablePath, args: quietChromium });
  const over = async (name: string, generated: Generated) => doorOver(join(homes.folder, name), generated, browser);
  const results: Measured[] = [];
  const report = (name: string, { ours, other, ratio }: { ours: number; other: number; ratio: number }) =>
    results.push({ name, ratio, detail: `${milliseconds(ours)} / ${milliseconds(other)}` });
  try {
    const large = await over('large', await generate(folder, 'large', largeSize));
    const small = await over('small', await generate(folder, 'small', smallSize));
    const sample = await over('sample', await generate(folder, 'sample', sampleSize));
    const [big, little, like] = [
      await large.open('/decisions'),
      await small.open('/decisions'),
      await sample.open('/'),
    ];
    await Promise.all([firstRow(big), firstRow(little)]);
    report(
      'the register’s first rows, 60,000 decisions / 600',
      await inTurn(7, show(big, '/decisions', firstRow), show(little, '/decisions', firstRow)),
    );
    for (const page of [big, little]) await page.locator('[role=grid]').first().focus();
    report('the register scrolled through, 60,000 decisions / 600', await inTurn(3, scroll(big), scroll(little)));
    const due = (page: Page) => page.locator('main [role=gridcell], main [role=option], main li').first().waitFor();
    report('Today, full size / the sample’s', await inTurn(7, show(big, '/', due), show(like, '/', due)));
    for (const each of [large, small, sample]) await each.stop();
  } finally {
    await browser.close();
    homes.remove();
    remove();
  }
  return results;
}
