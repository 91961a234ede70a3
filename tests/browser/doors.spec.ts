// The browser door with a real browser: the token's way, the policy, a file up and a file down.
import { readFileSync } from 'node:fs';
import { expect, test, type ConsoleMessage } from '@playwright/test';
import { doorFor } from '../fixtures/browserDoor.ts';
import { testPassphrase } from '../fixtures/doors.ts';

const door = doorFor();

test('the page opens by the printed address, takes the token out of it, and keeps within the policy', async ({
  page,
}) => {
  const complaints: string[] = [];
  const note = (message: ConsoleMessage) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  };
  page.on('console', note);
  page.on('pageerror', ({ message }) => complaints.push(message));
  const foreign: string[] = [];
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (origin !== door.origin && protocol !== 'data:' && protocol !== 'blob:') foreign.push(request.url());
  });
  await page.goto(door.url);
  await expect(page.getByRole('navigation')).toBeVisible();
  expect(page.url()).not.toContain(door.token);
  await page.reload();
  await expect(page.getByRole('navigation')).toBeVisible();
  expect(complaints).toEqual([]);
  expect(foreign).toEqual([]);
});

test('without the token there is nothing to see', async ({ page }) => {
  await page.goto(door.origin);
  await expect(page.locator('body')).toContainText(/\p{L}/u, { useInnerText: true });
  await expect(page.getByText('Test agency')).toHaveCount(0);
  await expect(page.getByRole('navigation')).toHaveCount(0);
});

test('a page of another site gets no answer, not even with the token', async ({ page, context }) => {
  await context.route('http://evil.example/', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>evil</title>' }),
  );
  await page.goto('http://evil.example/');
  const answers = await page.evaluate(
    async ([origin, token]) => {
      const ask = (path: string, init: RequestInit) =>
        fetch(`${origin}${path}`, init).then(
          ({ type }) => type,
          () => 'refused',
        );
      return {
        call: await ask('/rpc/workspace/state', {
          method: 'POST',
          headers: { 'x-viche-token': token ?? '', 'content-type': 'application/json' },
          body: '{}',
        }),
        simple: await ask('/files', { method: 'POST', mode: 'no-cors', body: 'x' }),
        read: await ask('/', {}),
      };
    },
    [door.origin, door.token],
  );
  expect(answers).toEqual({ call: 'refused', simple: 'refused', read: 'refused' });
  const framed = await page.evaluate(async (url) => {
    const frame = document.createElement('iframe');
    frame.src = url;
    document.body.append(frame);
    await new Promise((resolve) => {
      frame.addEventListener('load', resolve);
    });
    return frame.contentDocument === null;
  }, door.origin);
  expect(framed).toBe(true);
  const inner = page.frames().find((frame) => frame !== page.mainFrame());
  expect(inner === undefined ? '' : await inner.evaluate(() => document.title)).not.toBe('Viche');
});

test('a file goes up and another comes down, under its own name', async ({ page }) => {
  await page.goto(door.url);
  await expect(page.getByRole('navigation')).toBeVisible();
  const ticket = await page.evaluate(async (token) => {
    const response = await fetch('/files', {
      method: 'POST',
      headers: { 'x-viche-token': token, 'x-viche-name': encodeURIComponent('Список.csv') },
      body: new Blob(['Прізвище;Імʼя\nЧлен 7;Перший\n']),
    });
    return ((await response.json()) as { ticket: string }).ticket;
  }, door.token);
  const preview = await door.client.directory.previewImport({
    ticket,
    kind: 'people',
    sheet: null,
    encoding: 'auto',
    delimiter: 'auto',
    hasHeader: true,
    mapping: null,
  });
  expect(JSON.stringify(preview)).toContain('Член 7');

  const made = await door.client.reports.exportList({
    title: 'Перелік №1',
    columns: [{ header: 'Назва', kind: 'text' }],
    rows: [['Громада']],
  });
  const coming = page.waitForEvent('download');
  await page.evaluate(
    ([one, name]) => {
      const link = document.createElement('a');
      link.href = `/files/${one}`;
      link.download = name ?? '';
      link.click();
    },
    [made.ticket, made.name],
  );
  const download = await coming;
  expect(download.suggestedFilename()).toBe(made.name);
  expect(
    readFileSync(await download.path())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK');
});

test('the program killed and started again finds everything that was written', async ({ page }) => {
  await door.client.directory.addOrganisation({ name: 'Записано перед убивством процесу' });
  const [known] = await door.client.workspace.known();
  await door.kill();
  await door.start();
  await page.goto(door.url);
  await page
    .getByText(known?.fileName ?? '')
    .first()
    .click();
  await page.locator('input[type=password]').fill(testPassphrase);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('navigation')).toBeVisible();
  const names = (await door.client.directory.organisations()).map(({ name }) => name);
  expect(names).toContain('Записано перед убивством процесу');
});
