// Two agencies, each with a desktop program of its own, one in Ukrainian and one in English: cards, packages both ways by hand and
// by a shared folder, a conflict. Everything is done by the keyboard.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { desktopArguments, electronProgram, startDesktop, type Desktop } from '../fixtures/desktop.ts';
import { commandLine, temporaryHome, testPassphrase } from '../fixtures/doors.ts';

test.describe.configure({ mode: 'serial' });

type Who = { desktop: Desktop; page: Page; home: string; keys: (...combos: string[]) => Promise<void> };

const { home: root, remove } = temporaryHome();
const shared = join(root, 'shared');
const complaints: string[] = [];
let oblast: Who;
let community: Who;

const begin = async (name: string, locale: string): Promise<Who> => {
  const home = join(root, name);
  mkdirSync(home);
  const desktop = await startDesktop({ home, locale });
  const { page } = desktop;
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', ({ message }) => complaints.push(message));
  const keys = async (...combos: string[]): Promise<void> => {
    for (const combo of combos) await page.keyboard.press(combo);
  };
  return { desktop, page, home, keys };
};

test.beforeAll(async () => {
  mkdirSync(shared);
  [oblast, community] = await Promise.all([begin('oblast', 'uk_UA.UTF-8'), begin('community', 'en_GB.UTF-8')]);
});
test.afterEach(() => expect(complaints).toEqual([]));
test.afterAll(async () => {
  await Promise.all([oblast.desktop.stop(), community.desktop.stop()]);
  remove();
});

/** The next dialogs of the system are answered with this path. */
const answer = ({ desktop }: Who, path: string) =>
  desktop.app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: chosen });
  }, path);

/** What the palette calls so is done. */
const command = async ({ page, keys }: Who, words: string): Promise<void> => {
  await keys('Control+k');
  await page.keyboard.type(`>${words}`);
  await expect(page.getByRole('option')).toHaveCount(1);
  await keys('Enter');
};

/** A file that the program is asked to save lands here; gives its path. */
const saved = async (who: Who, name: string, act: () => Promise<void>): Promise<string> => {
  const path = join(root, name);
  await answer(who, path);
  await act();
  await expect.poll(() => existsSync(path)).toBe(true);
  return path;
};

/** Double click: the system starts the program again with the file, and that one hands it to the one that runs. */
const doubleClick = async ({ home }: Who, path: string): Promise<void> => {
  const second = spawn(electronProgram(), [...desktopArguments(), path], {
    env: { ...process.env, VICHE_HOME: home },
    stdio: 'ignore',
  });
  await new Promise((resolve) => second.once('exit', resolve));
};

/** Goes on with Tab until the focus is there. */
const tabTo = async ({ keys }: Who, place: Locator): Promise<void> => {
  await place.waitFor();
  for (let tabs = 0; tabs < 60; tabs += 1) {
    if (await place.evaluate((element) => element === document.activeElement)) return;
    await keys('Tab');
  }
  await expect(place).toBeFocused();
};

/** The words of the two screens that the same steps of both agencies press. */
const words = {
  uk: {
    agency: 'Назва установи',
    kind: 'Вид установи',
    surname: 'Ваше прізвище',
    passphrase: 'Парольна фраза',
    again: 'Повторіть',
    printed: /Надруковано, покладено/,
    keys: 'Створити ключі й картку',
    compared: /Відбиток звірено/,
    trusted: 'довірена',
    fingerprint: 'Відбиток ключа',
    choose: 'Вибрати файл…',
    name: 'Назва',
    changes: 'Зміни в пакеті',
    merged: 'Об’єднано',
    saveCard: 'зберегти нашу картку',
    send: 'надіслати пакет',
    folder: 'вибрати папку обміну',
    checkNow: 'перевірити папку обміну',
    waits: /Обмін.* 1$/,
    receiveWaiting: 'прийняти з папки',
  },
  en: {
    agency: 'Name of the agency',
    kind: 'Kind of agency',
    surname: 'Your surname',
    passphrase: 'Passphrase',
    again: 'Repeat',
    printed: /Printed/,
    keys: 'Make keys and card',
    compared: /The fingerprint is compared/,
    trusted: 'trusted',
    fingerprint: 'Key fingerprint',
    choose: 'Choose a file…',
    name: 'Name',
    changes: 'Changes in the package',
    merged: 'Merged',
    saveCard: 'save our card',
    send: 'send a package',
    folder: 'choose the exchange folder',
    checkNow: 'check the exchange folder',
    waits: /Exchange.* 1$/,
    receiveWaiting: 'receive from the folder',
  },
};
type Words = (typeof words)['en'];

const makeWorkspace = async (who: Who, says: Words, agency: string): Promise<void> => {
  const { page, keys } = who;
  const field = async (label: string, text: string): Promise<void> => {
    await tabTo(who, page.getByLabel(label, { exact: true }));
    await page.keyboard.type(text);
  };
  await field(says.agency, agency);
  await tabTo(who, page.getByRole('combobox', { name: says.kind }));
  await keys('ArrowDown', 'Enter');
  await field(says.surname, 'Secretary');
  await field(says.passphrase, testPassphrase);
  await field(says.again, testPassphrase);
  await keys('Control+Enter');
  await tabTo(who, page.getByLabel(says.printed));
  await keys('Space', 'Control+Enter');
  await page.getByRole('navigation').waitFor();
};

const makeKeys = async (who: Who, says: Words): Promise<void> => {
  const { page, keys } = who;
  await keys('Alt+7');
  await page.getByRole('button', { name: says.keys }).waitFor();
  await keys('Control+Enter');
  await expect(page.getByRole('tablist', { includeHidden: true })).toBeAttached();
};

const digits = (text: string): string => text.replaceAll(/\D+/g, ' ').trim();

/** What the dialog of a card shows is what the other agency reads out from its own screen; only then it is trusted. */
const compareAndTrust = async (who: Who, says: Words, other: Who): Promise<void> => {
  const { page, keys } = who;
  const dialog = page.getByRole('dialog');
  // what the card means here is said: it was read
  await expect(dialog.getByRole('list', { name: says.fingerprint })).toBeVisible();
  await keys('Control+Enter');
  const compared = dialog.getByLabel(says.compared);
  await tabTo(who, compared);
  const shown = digits(await dialog.getByRole('list', { name: says.fingerprint }).innerText());
  expect(shown).toMatch(/^(\d{5} ?){6}$/);
  expect(digits(await other.page.getByRole('complementary').getByRole('list').first().innerText())).toBe(shown);
  await keys('Space', 'Control+Enter');
  await expect(page.getByRole('grid')).toContainText(says.trusted);
};

/** The group's page by the search, then its name as a person writes it. */
const rename = async (who: Who, says: Words, from: string, to: string): Promise<void> => {
  const { page, keys } = who;
  await keys('Control+k');
  await page.keyboard.type(from);
  await page.getByRole('option', { name: from }).first().waitFor();
  await keys('Enter');
  const name = page.getByLabel(says.name, { exact: true });
  await tabTo(who, name);
  await keys('Control+a');
  await page.keyboard.type(to);
  await keys('Tab');
  await expect(page.getByRole('heading', { name: to })).toBeVisible();
  await keys('Alt+7');
  await expect(page.getByRole('tablist')).toBeVisible();
};

/** A package for the other agency, saved by hand. */
const send = (who: Who, says: Words, to: string, name: string): Promise<string> =>
  saved(who, name, async () => {
    await command(who, `${says.send} ${to}`);
    await who.page.getByRole('dialog').getByRole('listitem').first().waitFor();
    await who.keys('Control+Enter');
    await expect(who.page.getByRole('dialog')).toContainText('.viche-package');
    await who.keys('Escape');
  });

/** The package that is looked at is merged. */
const merge = async ({ page, keys }: Who, says: Words): Promise<void> => {
  await expect(page.getByRole('grid', { name: says.changes })).toBeFocused();
  await keys('Control+Enter');
  await expect(page.getByRole('heading', { name: says.merged })).toBeVisible();
};

test('both begin with the keyboard alone', async () => {
  for (const [who, says, agency] of [
    [oblast, words.uk, 'Область'],
    [community, words.en, 'Community'],
  ] as const) {
    await makeWorkspace(who, says, agency);
    if (who === oblast) await makeKeys(who, says);
  }
});

test('a card opened by double click waits for the keys of the one, the other chooses it; both compare the fingerprint', async () => {
  const ours = await saved(oblast, 'oblast.viche-card', () => command(oblast, words.uk.saveCard));
  await doubleClick(community, ours);
  await expect(community.page.getByText('First make the keys of your agency, and it will open.')).toBeVisible();
  await makeKeys(community, words.en);
  await compareAndTrust(community, words.en, oblast);
  const theirs = await saved(community, 'community.viche-card', () => command(community, words.en.saveCard));
  await answer(oblast, theirs);
  await oblast.keys('n');
  await tabTo(oblast, oblast.page.getByRole('dialog').getByRole('button', { name: words.uk.choose }));
  await oblast.keys('Enter');
  await compareAndTrust(oblast, words.uk, community);
});

test('the other takes part in a group, and a package opened while the workspace is locked waits for the passphrase', async () => {
  await oblast.keys('Alt+6');
  await tabTo(oblast, oblast.page.getByRole('tab', { selected: true }));
  await oblast.keys('End');
  await expect(oblast.page.getByRole('tab', { selected: true })).toHaveText('Робочі групи');
  await oblast.keys('Control+n');
  await expect(oblast.page.getByRole('dialog').getByRole('textbox').first()).toBeFocused();
  await oblast.page.keyboard.type('Рада');
  await oblast.keys('Control+Enter');
  await expect(oblast.page.getByRole('heading', { name: 'Рада' })).toBeVisible();
  await command(oblast, 'учасники рада');
  await tabTo(oblast, oblast.page.getByRole('dialog').getByRole('checkbox'));
  await oblast.keys('Space', 'Control+Enter');
  await expect(oblast.page.getByRole('dialog')).toHaveCount(0);
  const first = await send(oblast, words.uk, 'community', 'first.viche-package');

  await community.keys('Control+l');
  await expect(community.page.locator('input[type=password]')).toBeVisible();
  await doubleClick(community, first);
  await expect(community.page.getByText('1 file waits: “first.viche-package”.')).toBeVisible();
  await tabTo(community, community.page.locator('input[type=password]'));
  await community.page.keyboard.type(testPassphrase);
  await community.keys('Enter');
  await expect(community.page.getByRole('checkbox', { name: 'Рада' })).toBeChecked();
  await merge(community, words.en);
  const receipt = await saved(community, 'first.viche-receipt', () => community.keys('Control+Enter'));
  await community.keys('Escape');
  await doubleClick(oblast, receipt);
  await expect(oblast.page.getByText(/«Community» отримала все, що надіслано до/)).toBeVisible();
});

test('both change the name; the conflict is decided by the keyboard', async () => {
  await rename(oblast, words.uk, 'Рада', 'Рада області');
  await rename(community, words.en, 'Рада', 'Рада громади');
  const second = await send(community, words.en, 'область', 'second.viche-package');
  await answer(oblast, second);
  await oblast.keys('o');
  const sides = oblast.page.getByRole('radiogroup', { name: 'Назва' });
  await expect(sides.getByRole('radio', { name: /Рада громади/ })).toBeChecked();
  await oblast.keys('ArrowRight');
  await expect(sides.getByRole('radio', { name: /Рада області/ })).toBeChecked();
  await merge(oblast, words.uk);
  const receipt = await saved(oblast, 'second.viche-receipt', () => oblast.keys('Control+Enter'));
  await oblast.keys('Escape');
  await doubleClick(community, receipt);
  await expect(community.page.getByText(/Область has received everything sent up to/)).toBeVisible();
});

test('the rest goes by a folder that both watch, there and back', async () => {
  for (const [who, says] of [
    [oblast, words.uk],
    [community, words.en],
  ] as const) {
    await answer(who, shared);
    await command(who, says.folder);
    await expect(who.page.getByText(shared)).toBeVisible();
  }
  const pass = async (from: Who, fromSays: Words, to: Who, toSays: Words): Promise<void> => {
    await command(from, fromSays.checkNow);
    await expect(to.page.getByRole('link', { name: toSays.waits })).toBeVisible();
    await command(to, toSays.receiveWaiting);
    await merge(to, toSays);
    await to.keys('Escape');
    await expect(to.page.getByRole('tablist')).toBeVisible();
    await command(from, fromSays.checkNow);
  };
  await pass(oblast, words.uk, community, words.en);
  await rename(community, words.en, 'Рада області', 'Рада двох');
  await pass(community, words.en, oblast, words.uk);
  for (const { page } of [oblast, community]) {
    await expect(page.getByRole('complementary')).toContainText('Рада двох');
    // sent and received; nothing is unsent, unacknowledged, held or undecided
    await expect(page.getByRole('row').nth(1)).toHaveText(/(довірена|trusted).*2026\D*\d\d\D\d\d\D2026$/);
    await expect(page.getByRole('link', { name: /Конфлікти|Conflicts/ })).toHaveCount(0);
  }
});

test('both have the same data', async () => {
  await Promise.all([oblast.desktop.stop(), community.desktop.stop()]);
  const groups = await Promise.all(
    [oblast, community].map(async ({ home }) => {
      const file = readdirSync(join(home, 'documents')).find((name) => name.endsWith('.viche')) ?? '';
      return JSON.parse(
        await commandLine(['call', 'directory.groups', '{}', '--file', join(home, 'documents', file)], home),
      ) as unknown;
    }),
  );
  expect(groups[0]).toEqual(groups[1]);
});
