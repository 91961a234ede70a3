// The daily notice in a real Electron: once a day, in numbers, never while locked; its click leads to Today.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { addDays, today } from '../../shared/dates.ts';
import { startDesktop, unlock, type Desktop } from '../fixtures/desktop.ts';
import { commandLine, temporaryHome } from '../fixtures/doors.ts';

type Told = { title: string; body: string };

test.describe.configure({ mode: 'serial' });

const { home, remove } = temporaryHome();
const settingsFile = (): string => join(home, 'installation', 'desktop.json');
let desktop: Desktop;

test.beforeAll(async () => {
  await commandLine(['create', '--file', join(home, 'given.viche'), '--sample'], home);
  desktop = await startDesktop({ home });
  // There is no notification service here: what would be shown is kept instead.
  await desktop.app.evaluate(({ Notification }) => {
    const kept: Electron.Notification[] = [];
    Object.assign(globalThis, { toldNotices: kept });
    Notification.isSupported = () => true;
    Notification.prototype.show = function show(this: Electron.Notification) {
      kept.push(this);
    };
  });
});
test.afterAll(async () => {
  await desktop.stop();
  remove();
});

const told = (): Promise<Told[]> =>
  desktop.app.evaluate(() =>
    (globalThis as unknown as { toldNotices: Electron.Notification[] }).toldNotices.map(({ title, body }) => ({
      title,
      body,
    })),
  );

/** As if the last notice had been given the day before. */
const makeItYesterday = (): void => {
  const stored = JSON.parse(readFileSync(settingsFile(), 'utf8')) as { noticedOn?: string };
  expect(stored.noticedOn).toBe(today(new Date()));
  writeFileSync(settingsFile(), JSON.stringify({ ...stored, noticedOn: addDays(today(new Date()), -1) }));
};

const lock = async (): Promise<void> => {
  await desktop.page.keyboard.press('Control+KeyL');
  await expect(desktop.page.locator('input[type=password]')).toBeVisible();
};

test('nothing is said while it is locked; unlocked it says numbers and no word of any record', async () => {
  await expect(desktop.page.getByText('given.viche').first()).toBeVisible();
  expect(await told()).toEqual([]);
  await unlock(desktop.page, 'given.viche');
  await expect.poll(told).toHaveLength(1);
  const [notice] = await told();
  expect(notice?.title).toBe('Віче: на сьогодні');
  expect(notice?.body).toMatch(/^прострочено: \d+( · [а-яіїєґ’, ]+: \d+)*$/);
});

test('it says so once a day, however often it is locked', async () => {
  await lock();
  await unlock(desktop.page, 'given.viche');
  await expect(desktop.page.getByRole('heading', { name: 'Сьогодні', level: 1 })).toBeVisible();
  expect(await told()).toHaveLength(1);
});

test('a click brings the window forward on Today', async () => {
  await desktop.page.getByRole('link', { name: 'Довідник' }).click();
  await expect(desktop.page.getByRole('heading', { name: 'Довідник', level: 1 })).toBeVisible();
  await desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
  await desktop.app.evaluate(() => {
    (globalThis as unknown as { toldNotices: Electron.Notification[] }).toldNotices[0]?.emit('click');
  });
  await expect(desktop.page.getByRole('heading', { name: 'Сьогодні', level: 1 })).toBeVisible();
  await expect
    .poll(() => desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized()))
    .toBe(false);
});

test('the next day it says so again, and not any more when it is switched off', async () => {
  await lock();
  makeItYesterday();
  await unlock(desktop.page, 'given.viche');
  await expect.poll(told).toHaveLength(2);
  await desktop.page.getByRole('link', { name: 'Налаштування' }).click();
  await desktop.page.getByRole('checkbox', { name: 'Нагадувати раз на день' }).uncheck();
  await lock();
  makeItYesterday();
  await unlock(desktop.page, 'given.viche');
  await expect(desktop.page.getByRole('navigation')).toBeVisible();
  await desktop.page.waitForTimeout(1_500);
  expect(await told()).toHaveLength(2);
});
