// Minutes that two agencies have signed apart: shown where they are met, compared and decided by the keyboard, undone.
import { expect, test, type Page } from '@playwright/test';
import {
  mergePackage,
  openPackage,
  rewordDecision,
  sendPackage,
  shareMeeting,
  signMeeting,
} from '../fixtures/agencyPages.ts';
import { doorFor, openEachPage, type SharedDoor } from '../fixtures/browserDoor.ts';
import type { HeldMeeting } from '../fixtures/minutes.ts';
import { axeFindings, goTo } from '../fixtures/pages.ts';

const ours = doorFor();
const theirs = doorFor();
openEachPage(ours);

const signAt = async (door: SharedDoor, held: HeldMeeting, text: string) => {
  await rewordDecision(door, held, text);
  await signMeeting(door, held);
};

/** A picture for whoever looks at the pages. */
const picture = async (page: Page, name: string): Promise<void> => {
  const folder = process.env['PICTURES'];
  if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png` });
};

test('two signed minutes are shown wherever they are met, compared, decided by the keyboard, and undone', async ({
  page,
  browser,
}) => {
  test.setTimeout(180_000);
  const { held, other } = await shareMeeting({ page, browser }, [ours, theirs]);
  await signAt(ours, held, 'Провести навчання для громад до червня 2026 року.');
  await signAt(theirs, held, 'Провести навчання для громад до липня 2026 року, дистанційно.');

  await openPackage(page, await sendPackage(other));
  await expect(page.getByText(/Підписано двічі незалежно/)).toBeVisible();
  await picture(page, 'receive');
  await mergePackage(page);
  await picture(page, 'done');
  await goTo(page, '/meetings');
  await expect(page.getByRole('grid')).toContainText('підписано двічі');
  await picture(page, 'list');
  await goTo(page, '/');
  await expect(page.getByText('підписано двічі, тексти різняться')).toBeVisible();
  await picture(page, 'today');
  await goTo(page, `/meetings/${held.id}`);
  await expect(page.getByText(/Протокол підписано двічі/)).toBeVisible();
  await picture(page, 'minutes');
  await page
    .getByRole('banner')
    .getByRole('link', { name: /^Конфлікти: / })
    .press('Enter');
  await expect(page.getByRole('heading', { name: 'Протоколи, підписані двічі' })).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await picture(page, 'conflicts');

  await page.getByRole('link', { name: 'Порівняти й вирішити' }).press('Enter');
  const choice = page.getByRole('radiogroup', { name: 'Який протокол діє' });
  await expect(choice.getByRole('radio')).toHaveCount(2);
  await expect(choice.getByRole('radio').first()).toBeFocused();
  const part = page.getByRole('listitem').filter({ hasText: 'ВИРІШИЛИ' });
  await expect(part.locator('mark')).toHaveText(['червня', 'липня', ', дистанційно']);
  expect(await axeFindings(page)).toEqual([]);
  await picture(page, 'compare');
  if (process.env['PICTURES'] !== undefined) {
    await page.emulateMedia({ colorScheme: 'dark' });
    await picture(page, 'compare-dark');
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize({ width: 640, height: 360 });
    await picture(page, 'compare-small');
    await page.setViewportSize({ width: 1280, height: 720 });
    for (const language of ['lt', 'lv'] as const) {
      await page.evaluate((value) => localStorage.setItem('viche.language', JSON.stringify(value)), language);
      await page.reload();
      await expect(choice.or(page.getByRole('radiogroup')).first()).toBeVisible();
      await picture(page, `compare-${language}`);
    }
    await page.evaluate(() => localStorage.setItem('viche.language', JSON.stringify('uk')));
    await page.reload();
    await expect(choice.getByRole('radio').first()).toBeFocused();
  }
  await page.keyboard.press('ArrowRight');
  await expect(choice.getByRole('radio').nth(1)).toBeChecked();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/meetings/${held.id}$`));
  const words = async () => (await ours.client.meetings.item({ id: held.itemId })).decisions[0]?.text;
  await expect.poll(words).toBe('Провести навчання для громад до липня 2026 року, дистанційно.');
  await expect(page.getByText('Є й інший підписаний протокол')).toBeVisible();

  await page.getByRole('link', { name: 'Порівняти підписані протоколи' }).click();
  await expect(page.getByText(/^Вирішено: Test Secretary/)).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await picture(page, 'decided');
  await choice.getByRole('radio').nth(1).press('Tab');
  await page.getByRole('link', { name: 'Прочитати, надрукувати, Word' }).nth(1).press('Enter');
  await expect(page.getByText('Не діє', { exact: true }).first()).toBeVisible();
  await picture(page, 'superseded');
  await goTo(page, `/meetings/${held.id}`);
  await page.keyboard.press('Control+z');
  await expect.poll(words).toBe('Провести навчання для громад до червня 2026 року.');
  await expect(page.getByText(/Протокол підписано двічі/)).toBeVisible();
  await other.context().close();
});
