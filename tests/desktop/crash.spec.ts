// The core or the page dies: nothing that was saved is lost, and nobody has to type the passphrase again.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { pageText, startDesktop, unlock, type Desktop } from '../fixtures/desktop.ts';
import { commandLine, temporaryHome } from '../fixtures/doors.ts';

const { home, remove } = temporaryHome();
let desktop: Desktop;

test.beforeAll(async () => {
  mkdirSync(join(home, 'documents'), { recursive: true });
  await commandLine(['create', '--file', join(home, 'documents', 'group.viche'), '--agency', 'Установа «А»'], home);
  desktop = await startDesktop({ home });
  await unlock(desktop.page, 'group.viche');
});
test.afterAll(async () => {
  await desktop.stop();
  remove();
});

const killCore = async (): Promise<void> => {
  const before = await desktop.corePid();
  process.kill(before, 'SIGKILL');
  await expect
    .poll(async () => {
      const now = await desktop.corePid();
      return now !== 0 && now !== before;
    })
    .toBe(true);
};

test('the core is killed: the page goes on with the same workspace', async () => {
  await expect(desktop.page.getByRole('navigation')).toBeVisible();
  for (let time = 1; time <= 2; time += 1) {
    await killCore();
    await desktop.page.keyboard.press('Alt+4');
    await expect(desktop.page.getByRole('navigation')).toBeVisible();
    await expect(desktop.page.getByText('Установа «А»').first()).toBeVisible();
  }
});

test('what is changed after the crash is in the file', async () => {
  await desktop.page.evaluate(() => {
    location.hash = '#/settings';
  });
  await killCore();
  await expect(desktop.page.getByRole('navigation')).toBeVisible();
  // Another program must not get at the file that the new core has opened.
  await expect(commandLine(['check', '--file', join(home, 'documents', 'group.viche')], home)).rejects.toThrow(
    'workspaceInUse',
  );
});

test('the page is killed: it comes back with the workspace open', async () => {
  await desktop.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
  );
  await expect.poll(() => pageText(desktop)).toContain('Установа «А»');
  expect(await desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('a locked workspace stays locked when the core is killed', async () => {
  await desktop.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('workspace.lock')?.click());
  await expect.poll(() => pageText(desktop)).toContain('Розблокувати');
  await killCore();
  await expect.poll(() => pageText(desktop)).toContain('group.viche');
  expect(await pageText(desktop)).not.toContain('Налаштування');
  // Nobody holds the file, and nobody has its key.
  expect(await commandLine(['check', '--file', join(home, 'documents', 'group.viche')], home)).toContain('"ok":true');
});
