// What the desktop decides without a window: where one opens, what the system may keep, what the menu says.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MenuItemConstructorOptions } from 'electron';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { doorWords } from '../../../electron/core/door/words.ts';
import { canBeTrusted, systemKeyStore, type SystemVault } from '../../../electron/desktop/keyStore.ts';
import { menuTemplate, type MenuActions, type MenuState } from '../../../electron/desktop/menuTemplate.ts';
import { leastSize, placeOnScreen, windowState } from '../../../electron/desktop/windowState.ts';
import { bridgeError, refusalMessage } from '../../../shared/desktopBridge.ts';
import { AppError } from '../../../shared/errors.ts';
import { languages } from '../../../shared/languages.ts';

const resources = join(import.meta.dirname, '..', '..', '..', 'resources');

describe('the place of the window', () => {
  const laptop = { x: 0, y: 24, width: 1366, height: 744 };
  const beside = { x: 1366, y: 0, width: 1920, height: 1080 };
  const at = (x: number, y: number, width = 1200, height = 700) => ({ x, y, width, height, maximized: false });

  it('is the usual one the first time, within the screen', () => {
    expect(placeOnScreen(null, [beside])).toEqual({ width: 1360, height: 860 });
    expect(placeOnScreen(null, [laptop])).toEqual({ width: 1360, height: 744 });
  });

  it('is where it was', () => {
    expect(placeOnScreen(at(100, 50), [laptop, beside])).toEqual({ x: 100, y: 50, width: 1200, height: 700 });
    expect(placeOnScreen(at(1500, 200), [laptop, beside])).toEqual({ x: 1500, y: 200, width: 1200, height: 700 });
  });

  it('stays when it hangs over an edge but can be taken hold of', () => {
    expect(placeOnScreen(at(-900, 100), [laptop])).toMatchObject({ x: -900 });
  });

  it.each([
    ['the screen beside is gone', at(1500, 200)],
    ['only a corner could be seen', at(-1150, 100)],
    ['its title bar lies below the screen', at(100, 760)],
    ['its title bar lies above the screen', at(100, -400)],
  ])('is the middle of the first screen when %s', (_what, remembered) => {
    expect(placeOnScreen(remembered, [laptop])).toEqual({ width: 1200, height: 700 });
  });

  it('is no larger than its screen', () => {
    expect(placeOnScreen(at(1400, 10, 3000, 2000), [laptop, beside])).toEqual({
      x: 1400,
      y: 10,
      width: 1920,
      height: 1080,
    });
  });

  it('fits the smallest screen that is spoken of, at 200 % zoom too', () => {
    expect(leastSize.width).toBeLessThanOrEqual(1280);
    expect(leastSize.height).toBeLessThanOrEqual(720 - 24);
  });

  it('takes nothing else for a remembered place', () => {
    for (const wrong of [
      null,
      {},
      { width: 'wide', height: 1, maximized: false },
      { width: -5, height: 9, maximized: true },
    ])
      expect(windowState.safeParse(wrong).success).toBe(false);
  });
});

describe('the key store', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'viche-keys-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** A vault that turns bytes around: what is in the file is not the text. */
  const vault = (backend?: string, available = true): SystemVault => ({
    isEncryptionAvailable: () => available,
    ...(backend !== undefined && { getSelectedStorageBackend: () => backend }),
    encryptString: (text) => Buffer.from(text).map((byte) => byte ^ 0xff) as Buffer,
    decryptString(bytes) {
      if (bytes.length === 0) throw new Error('not mine');
      return Buffer.from(bytes.map((byte) => byte ^ 0xff)).toString();
    },
  });

  it.each([
    ['linux', 'gnome_libsecret', true, true],
    ['linux', 'kwallet6', true, true],
    ['linux', 'basic_text', true, false],
    ['linux', 'unknown', true, false],
    ['linux', undefined, true, false],
    ['linux', 'gnome_libsecret', false, false],
    ['win32', undefined, true, true],
    ['darwin', undefined, false, false],
  ] as const)('on %s with %s (there: %s) is trusted: %s', (platform, backend, available, trusted) => {
    expect(canBeTrusted(vault(backend, available), platform)).toBe(trusted);
    expect(systemKeyStore(vault(backend, available), platform, join(folder, 'none.json')) !== null).toBe(trusted);
  });

  it('keeps a key sealed, gives it back and forgets it', async () => {
    const path = join(folder, 'keys.json');
    const open = () => systemKeyStore(vault('kwallet6'), 'linux', path);
    await open()?.set('one', 'f00d'.repeat(24));
    await open()?.set('two', 'second');
    expect(readFileSync(path, 'utf8')).not.toContain('f00d');
    expect(await open()?.get('one')).toBe('f00d'.repeat(24));
    await open()?.remove('one');
    expect(await open()?.get('one')).toBeNull();
    expect(await open()?.get('two')).toBe('second');
    expect(readFileSync(path, 'utf8')).not.toContain('one');
  });

  it('says that it has nothing where the file or the seal is broken', async () => {
    const path = join(folder, 'broken.json');
    writeFileSync(path, '{"one":');
    const store = systemKeyStore(vault('kwallet6'), 'linux', path);
    expect(await store?.get('one')).toBeNull();
    writeFileSync(path, '{"one":""}');
    expect(await store?.get('one')).toBeNull();
    await store?.set('two', 'x');
    expect(await store?.get('two')).toBe('x');
  });
});

describe('the menu', () => {
  const called: string[] = [];
  const actions: MenuActions = {
    command: (id) => called.push(id),
    newWindow: () => called.push('newWindow'),
    print: () => called.push('print'),
    showLog: () => called.push('showLog'),
    about: () => called.push('about'),
    chooseLanguage: (language) => called.push(`language ${language}`),
    chooseTheme: (theme) => called.push(`theme ${theme}`),
  };
  const state: MenuState = { language: 'uk', theme: 'system', packaged: true, platform: 'linux' };
  const all = (items: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
    items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? all(item.submenu) : [])]);
  const menu = (patch: Partial<MenuState> = {}) => {
    const merged = { ...state, ...patch };
    return all(menuTemplate(doorWords(resources, merged.language, ['menu', 'common']), merged, actions));
  };

  it.each(languages)('has words for everything in %s', (language) => {
    for (const platform of ['linux', 'win32', 'darwin'] as const)
      for (const item of menu({ language, platform, packaged: false }).filter(({ type }) => type !== 'separator')) {
        expect(item.label).toBeTruthy();
        expect(item.label, 'a key that has no words shows itself').not.toMatch(/^[a-z]+[.:][a-zA-Z.]+$/);
      }
  });

  it('says different things in different languages, and the languages their own names', () => {
    const titles = languages.map((language) => menu({ language }).find(({ id }) => id === 'file')?.label);
    expect(titles).toEqual(['Файл', 'File', 'Failas', 'Fails']);
    expect(
      menu()
        .filter(({ id }) => id?.startsWith('view.language.'))
        .map(({ label }) => label),
    ).toEqual(['Українська', 'English', 'Lietuvių', 'Latviešu']);
  });

  it('marks the language and the look that are chosen', () => {
    const marked = menu({ language: 'lt', theme: 'dark' }).filter(({ checked }) => checked === true);
    expect(marked.map(({ id }) => id)).toEqual(['view.language.lt', 'view.theme.dark']);
  });

  it('leaves the keys of the page to the page', () => {
    const commands = menu().filter(({ accelerator, click, role }) => accelerator && click && !role);
    const own = commands.filter(({ registerAccelerator }) => registerAccelerator !== false).map(({ id }) => id);
    expect(own).toEqual(['newWindow', 'print']);
    expect(commands.length).toBeGreaterThan(own.length);
  });

  it('asks the page for its commands', () => {
    called.length = 0;
    const click = (id: string) =>
      menu()
        .find((item) => item.id === id)
        ?.click?.({} as never, undefined, {});
    for (const id of [
      'workspace.lock',
      'edit.undo',
      'go.meetings',
      'find.open',
      'view.language.lv',
      'view.theme.light',
    ])
      click(id);
    expect(called).toEqual(['workspace.lock', 'edit.undo', 'go.meetings', 'find.open', 'language lv', 'theme light']);
  });

  it('offers the developer’s tools only outside the installed program', () => {
    const roles = (packaged: boolean) => menu({ packaged }).map(({ role }) => role);
    expect(roles(true)).not.toContain('toggleDevTools');
    expect(roles(true)).not.toContain('reload');
    expect(roles(false)).toContain('toggleDevTools');
  });

  it('gives no two items of one menu the same accelerator', () => {
    for (const platform of ['linux', 'darwin'] as const) {
      const keys = menu({ platform }).flatMap(({ accelerator }) => (accelerator ? [accelerator] : []));
      expect(new Set(keys).size).toBe(keys.length);
    }
  });
});

describe('refusals over the bridge', () => {
  it('come through as what they were', () => {
    const crossed = new Error(`Error invoking remote method: ${refusalMessage('diskFull', { name: 'Ї' })}`);
    const error = bridgeError(crossed);
    expect(error).toBeInstanceOf(AppError);
    expect(error).toMatchObject({ code: 'diskFull', params: { name: 'Ї' } });
  });

  it('leave other errors alone', () => {
    const other = new Error('x');
    expect(bridgeError(other)).toBe(other);
    expect(bridgeError('text')).toBe('text');
  });
});
