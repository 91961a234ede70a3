import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { existsSync } from 'node:fs';
import { chromium, type Page } from '@playwright/test';
import { createWorkspace, startBrowserDoor } from '../fixtures/doors.ts';
import { inTurn, milliseconds, type Measured } from './measure.ts';

export const quietChromium = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
];

/** The first list on the screen, from an empty tab, against a page with one line of text in the same Chromium. */
export async function run(): Promise<Measured[]> {
  const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
  const name = 'the page’s first list / an empty page';
  if (!existsSync(executablePath)) return [{ name, ratio: null, detail: 'no Chromium on this machine' }];
  const empty = createServer((_, response) => response.setHeader('content-type', 'text/html').end('<p>empty</p>'));
  await new Promise<void>((resolve) => empty.listen(0, '127.0.0.1', resolve));
  const { port } = empty.address() as AddressInfo;
  const door = await startBrowserDoor();
  const browser = await chromium.launch({ executablePath, args: quietChromium });
  try {
    await createWorkspace(door.client, { sample: true });
    const show = async (url: string, seen: (page: Page) => Promise<void>) => {
      const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, locale: 'uk-UA' });
      const page = await context.newPage();
      await page.goto(url);
      await seen(page);
      await context.close();
    };
    const { ours, other, ratio } = await inTurn(
      5,
      () => show(door.url, (page) => page.locator('[role=gridcell]').first().waitFor()),
      () => show(`http://127.0.0.1:${port}/`, (page) => page.getByText('empty').waitFor()),
    );
    return [{ name, ratio, detail: `${milliseconds(ours)} / ${milliseconds(other)}, each with a fresh profile` }];
  } finally {
    await browser.close();
    await door.stop();
    empty.close();
  }
}
