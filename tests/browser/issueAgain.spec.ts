// Rule 4 as a person meets it: the clock of the computer was a year ahead, a package has gone, and one act sets it right.
import { expect, test } from '@playwright/test';
import { mergePackage, openDoor, openPackage, sendPackage, shareNewGroup } from '../fixtures/agencyPages.ts';
import { doorFor } from '../fixtures/browserDoor.ts';
import { axeFindings, complaintsOf, goTo } from '../fixtures/pages.ts';

const ours = doorFor();
const theirs = doorFor();

const year = 365 * 86_400_000;

test('what was written under a clock a year ahead waits at the partner until it is issued again', async ({
  page,
  browser,
}) => {
  test.setTimeout(180_000);
  const {
    id,
    other,
    complaints: { theirs: complaints },
  } = await shareNewGroup({ page, browser }, [ours, theirs]);
  const nameThere = async () => (await theirs.client.directory.group({ id })).name;

  await ours.restart(year);
  await ours.client.directory.updateGroup({ id, patch: { name: 'Рада області' } });
  await openDoor(page, ours);
  await openPackage(other, await sendPackage(page));
  await expect(other.getByText(/записаних, коли її годинник поспішав, — 1. Вони чекають тут до/)).toBeVisible();
  await mergePackage(other);
  expect(await nameThere()).toBe('Рада');
  const warned = other.getByRole('region').getByText(/записаних, коли її годинник поспішав, — 1. Вони чекають тут до/);
  await goTo(other, '/exchange');
  await expect(warned).toBeVisible();

  // the partner's clock ran ahead as well, which let them in; set right, it has them from the future
  expect(complaints).toEqual([]);
  await theirs.restart(year);
  await expect.poll(nameThere).toBe('Рада області');
  await theirs.restart();
  // a page whose program was gone meanwhile has said so
  complaints.splice(0);
  await openDoor(other, theirs);
  await goTo(other, '/exchange');
  const stands = other.getByText(/записаних, коли її годинник поспішав, а наш теж ішов уперед, — 1/);
  await expect(stands).toBeVisible();
  await expect(warned).toHaveCount(0);
  expect(await axeFindings(other)).toEqual([]);

  await ours.restart();
  complaints.push(...complaintsOf(page));
  await openDoor(page, ours);
  await goTo(page, '/exchange');
  const notice = page.getByText(/1 нашу зміну записано, коли годинник цього комп’ютера поспішав/);
  await expect(notice).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  const ask = page.getByRole('button', { name: 'Видати знову…' });
  await ask.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Видати ці зміни знову?' });
  const today = new Intl.DateTimeFormat('uk-UA', { day: '2-digit', month: '2-digit', year: 'numeric' });
  await expect(dialog).toContainText(`Зараз на комп’ютері ${today.format(new Date())}`);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  expect((await ours.client.exchange.status()).ahead).toMatchObject({ changes: 1 });
  await ask.press('Enter');
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Знову видано 1 зміну. Надішліть партнерам пакет.')).toBeVisible();
  await expect(notice).toHaveCount(0);

  await openPackage(other, await sendPackage(page));
  await expect(other.getByText(/годинник поспіша/)).toHaveCount(0);
  await mergePackage(other);
  expect(await nameThere()).toBe('Рада області');
  await goTo(other, '/exchange');
  await expect(other.getByRole('grid')).toBeFocused();
  await expect(other.getByRole('region')).toHaveCount(0);
  // the list of agencies tells the day of the last package, not of the one that claims to be a year younger
  await goTo(page, '/exchange');
  await expect(page.getByRole('row').nth(1)).toContainText(today.format(new Date()));
  expect(complaints).toEqual([]);
  await other.context().close();
});
