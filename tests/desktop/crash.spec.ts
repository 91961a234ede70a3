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

/** It may have died by itself a moment before. */
const kill = (pid: number): void => {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
};

const killCore = async (): Promise<void> => {
  const before = await desktop.corePid();
  kill(before);
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
    await desktop.page.keyboard.press('Alt+9');
    await expect(desktop.page.getByRole('navigation')).toBeVisible();
    await expect(desktop.page.getByText('Установа «А»').first()).toBeVisible();
  }
});

test('the new core holds the file again: no other program gets at it', async () => {
  await killCore();
  await expect(desktop.page.getByRole('navigation')).toBeVisible();
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

test('a core that keeps dying is not started for ever: the person is asked, and may try again', async () => {
  await desktop.app.evaluate(({ dialog }) => {
    const said: string[] = [];
    (globalThis as unknown as { said: string[] }).said = said;
    dialog.showMessageBox = async (...rest: unknown[]) => {
      said.push((rest.at(-1) as { message: string }).message);
      return { response: 0, checkboxChecked: false };
    };
  });
  const said = () => desktop.app.evaluate(() => (globalThis as unknown as { said: string[] }).said);
  await expect
    .poll(
      async () => {
        const core = await desktop.corePid();
        if (core !== 0) kill(core);
        return said();
      },
      { timeout: 60_000, intervals: [300] },
    )
    .toEqual(['Ядро програми не вдається запустити.']);
  await expect.poll(() => desktop.corePid()).not.toBe(0);
  await expect.poll(() => pageText(desktop)).toContain('group.viche');
});

test('a page that keeps dying is not loaded for ever either', async () => {
  const said = () => desktop.app.evaluate(() => (globalThis as unknown as { said: string[] }).said);
  await expect
    .poll(
      async () => {
        await desktop.app.evaluate(({ BrowserWindow }) =>
          BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
        );
        return (await said()).at(-1);
      },
      { timeout: 60_000, intervals: [1_500] },
    )
    .toBe('Сторінка раз у раз завершує роботу через помилку.');
  await expect.poll(() => pageText(desktop)).toContain('group.viche');
});
