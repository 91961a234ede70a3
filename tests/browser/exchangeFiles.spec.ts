// Files that come into the program: chosen by key, dropped on any page, several at once. Each is looked at, none is lost.
import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { doorFor, openEachPage, type SharedDoor } from '../fixtures/browserDoor.ts';
import { axeFindings, goTo } from '../fixtures/pages.ts';

const ours = doorFor();
const theirs = doorFor();
openEachPage(ours);

type Dropped = { name: string; text: string };

const cardOf = async (door: SharedDoor, name: string): Promise<Dropped> => ({
  name,
  text: (await door.client.exchange.makeKeys()).text,
});

/** Drags files over a place of the page and lets them go there, or only drags. */
const drag = (page: Page, where: string, files: readonly Dropped[], types: readonly string[]): Promise<void> =>
  page.evaluate(
    ([selector, list, each]) => {
      const dataTransfer = new DataTransfer();
      for (const { name, text } of list) dataTransfer.items.add(new File([text], name));
      for (const type of each)
        document
          .querySelector(selector)
          ?.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
    },
    [where, files, types] as const,
  );
const drop = (page: Page, files: readonly Dropped[], where = 'main') => drag(page, where, files, ['dragover', 'drop']);

test('the key opens the dialog for files, and several of them are looked at one after the other', async ({ page }) => {
  await ours.client.exchange.makeKeys();
  const { text } = await cardOf(theirs, '');
  await goTo(page, '/exchange');
  await expect(page.getByRole('tablist')).toBeVisible();
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('o')]);
  expect(chooser.isMultiple()).toBe(true);
  const file = (name: string, content: string) => ({
    name,
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(content),
  });
  await chooser.setFiles([
    file('зіпсований.viche-package', 'не пакет'),
    file('сусіди.viche-card', text),
    file('другий.viche-package', 'теж ні'),
  ]);
  // the card comes before the packages
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('status')).toContainText('Нова установа');
  await expect(page.getByText('Чекають 2 файли, на черзі «другий.viche-package».')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: 'Пакет не прийнято' })).toBeVisible();
  await expect(page.getByRole('main')).toContainText('другий.viche-package');
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Alt+n');
  await expect(page.getByRole('main')).toContainText('зіпсований.viche-package');
  await expect(page.getByText(/^Чека/)).toHaveCount(0);
});
