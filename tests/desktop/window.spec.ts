// Menus, windows, one instance: what the desktop adds to the page.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { desktopArguments, electronProgram, menuLabels, startDesktop, type Desktop } from '../fixtures/desktop.ts';
import { commandLine, temporaryHome, testPassphrase } from '../fixtures/doors.ts';

const { home, remove } = temporaryHome();
let desktop: Desktop;

test.beforeAll(async () => {
  desktop = await startDesktop({ home });
});
test.afterAll(async () => {
  await desktop.stop();
  remove();
});

const bounds = () =>
  desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds() ?? null);

test('the menu follows the language of the page, in all four', async () => {
  const titles: Record<string, string[]> = {
    Українська: ['Файл', 'Редагування', 'Вигляд', 'Вікно', 'Довідка'],
    English: ['File', 'Edit', 'View', 'Window', 'Help'],
    Lietuvių: ['Failas', 'Redaguoti', 'Rodymas', 'Langas', 'Žinynas'],
    Latviešu: ['Fails', 'Rediģēt', 'Skats', 'Logs', 'Palīdzība'],
  };
  for (const [language, wanted] of Object.entries(titles)) {
    await desktop.page.getByText(language, { exact: true }).first().click();
    await expect.poll(() => menuLabels(desktop), language).toEqual(wanted);
  }
  const marked = await desktop.app.evaluate(
    ({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('view.language.lv')?.checked,
  );
  expect(marked).toBe(true);
});

test('a second window shows the same workspace and goes by itself', async () => {
  const opened = desktop.app.waitForEvent('window');
  await desktop.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('newWindow')?.click());
  const second = await opened;
  await expect(second.getByText('Latviešu', { exact: true }).first()).toBeVisible();
  await second.close();
  await expect.poll(() => desktop.app.windows().length).toBe(1);
});

test('a second start only brings the first window forward, with the file it was given', async () => {
  const file = join(home, 'given.viche');
  await commandLine(['create', '--file', file], home);
  await commandLine(['call', 'workspace.forget', JSON.stringify({ ref: await knownRef(home) })], home);
  await desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
  const again = spawn(electronProgram(), [...desktopArguments(), file], {
    env: { ...process.env, VICHE_HOME: home },
    stdio: 'ignore',
  });
  const [code] = (await once(again, 'exit')) as [number];
  expect(code).toBe(0);
  await expect
    .poll(async () => (JSON.parse(await commandLine(['call', 'workspace.known'], home)) as { fileName: string }[])[0])
    .toMatchObject({ fileName: 'given.viche', present: true });
  expect(desktop.app.windows().length).toBe(1);
  await expect
    .poll(() => desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized()))
    .toBe(false);
});

test('place, language and look of the window are those of the last time', async () => {
  await desktop.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 40, y: 30, width: 1000, height: 650 }),
  );
  await expect.poll(bounds).toEqual({ x: 40, y: 30, width: 1000, height: 650 });
  await desktop.stop();
  desktop = await startDesktop({ home });
  expect(await bounds()).toEqual({ x: 40, y: 30, width: 1000, height: 650 });
  expect(await menuLabels(desktop)).toContain('Palīdzība');
});

test('a window that was left outside every screen comes back', async () => {
  await desktop.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: -5000, y: -5000, width: 1000, height: 650 }),
  );
  await desktop.stop();
  desktop = await startDesktop({ home });
  const [window, screen] = await desktop.app.evaluate(({ BrowserWindow, screen: screens }) => [
    BrowserWindow.getAllWindows()[0]?.getBounds(),
    screens.getPrimaryDisplay().workArea,
  ]);
  expect(window?.x).toBeGreaterThanOrEqual(screen?.x ?? 0);
  expect(window?.y).toBeGreaterThanOrEqual(screen?.y ?? 0);
});

test('no key is remembered where the system cannot keep one', async () => {
  const backend = await desktop.app.evaluate(({ safeStorage }) => safeStorage.getSelectedStorageBackend());
  // A machine with a real key ring would be another test; this one is about the machine without.
  expect(backend).toBe('basic_text');
  await desktop.page.getByText('given.viche').first().click();
  await expect(desktop.page.locator('input[type=password]')).toBeVisible();
  await expect(desktop.page.getByRole('checkbox')).toHaveCount(0);
  await desktop.page.locator('input[type=password]').fill(testPassphrase);
  await desktop.page.keyboard.press('Control+Enter');
  await expect(desktop.page.getByRole('navigation')).toBeVisible();
});

const knownRef = async (folder: string): Promise<string> =>
  (JSON.parse(await commandLine(['call', 'workspace.known'], folder)) as { ref: string }[])[0]?.ref ?? '';
