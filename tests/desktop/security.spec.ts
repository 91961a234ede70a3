// What a page in the desktop cannot do, tried in a real Electron.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { startDesktop, type Desktop } from '../fixtures/desktop.ts';

let desktop: Desktop;
let server: Server;
let elsewhere = '';
const visits: string[] = [];

test.beforeAll(async () => {
  server = createServer((request, response) => {
    visits.push(request.url ?? '');
    response.setHeader('access-control-allow-origin', '*').end('<script>top.reached = true</script>');
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  elsewhere = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  desktop = await startDesktop();
});
test.afterAll(async () => {
  await desktop.stop();
  server.close();
});

const windowCount = () => desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);

test('the page has nothing of Node and nothing of Electron but the bridge', async () => {
  const found = await desktop.page.evaluate(() => ({
    leaks: [
      'require',
      'process',
      'module',
      'exports',
      'global',
      'Buffer',
      '__dirname',
      'electron',
      'ipcRenderer',
    ].filter((name) => name in window),
    bridge: Object.keys((window as unknown as { viche: object }).viche).toSorted(),
    origin: location.origin,
  }));
  expect(found).toEqual({
    leaks: [],
    bridge: [
      'onMenu',
      'onOpened',
      'openDropped',
      'openedFiles',
      'pickFiles',
      'pickFolder',
      'pickPlace',
      'pickWorkspace',
      'platform',
      'print',
      'printToPdf',
      'saveFile',
      'setLanguage',
      'setTheme',
      'takeFiles',
      'takeOpened',
    ],
    origin: 'viche://app',
  });
});

test('the window is sandboxed and isolated', async () => {
  const preferences = await desktop.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
      getLastWebPreferences: () => Record<string, unknown>;
    };
    const { sandbox, contextIsolation, nodeIntegration, webviewTag, webSecurity } = contents.getLastWebPreferences();
    return { sandbox, contextIsolation, nodeIntegration, webviewTag, webSecurity };
  });
  expect(preferences).toEqual({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false,
    webSecurity: true,
  });
});

test('the policy stands on the page and holds', async () => {
  const policy = await desktop.page.evaluate(async () => {
    const response = await fetch('viche://app/');
    return response.headers.get('content-security-policy');
  });
  expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self' 'nonce-[\w-]+'; /);
  const done = await desktop.page.evaluate(async () => {
    const tries: Record<string, boolean> = {};
    const script = document.createElement('script');
    script.textContent = 'window.inlineRan = true';
    document.head.append(script);
    const style = document.createElement('style');
    style.textContent = 'html { --written-by-a-stranger: 1 }';
    document.head.append(style);
    const frame = document.createElement('iframe');
    frame.srcdoc = '<script>parent.frameRan = true</script>';
    document.body.append(frame);
    await new Promise((resolve) => {
      setTimeout(resolve, 500);
    });
    // Only now: what runs before the first pause runs with the rights of the debugger, which may evaluate.
    try {
      const made = Reflect.construct(Function, ['return true']) as () => boolean;
      tries['eval'] = made();
    } catch {
      tries['eval'] = false;
    }
    tries['inline script'] = 'inlineRan' in window;
    tries['style without nonce'] =
      getComputedStyle(document.documentElement).getPropertyValue('--written-by-a-stranger') !== '';
    tries['frame'] = 'frameRan' in window;
    for (const added of [script, style, frame]) added.remove();
    return tries;
  });
  expect(done).toEqual({ eval: false, 'inline script': false, 'style without nonce': false, frame: false });
});

test('nothing outside is reached, from the page or on its behalf', async () => {
  const answer = await desktop.page.evaluate(
    (url) =>
      fetch(url).then(
        () => 'reached',
        () => 'refused',
      ),
    elsewhere,
  );
  expect(answer).toBe('refused');
  await desktop.page.evaluate(async (url) => {
    const image = new Image();
    await new Promise((resolve) => {
      image.addEventListener('load', resolve);
      image.addEventListener('error', resolve);
      image.src = `${url}/image.png`;
    });
    navigator.sendBeacon(`${url}/beacon`, 'x');
  }, elsewhere);
  const bySession = await desktop.app.evaluate(
    ({ session }, url) =>
      session.defaultSession.fetch(url).then(
        () => 'reached',
        (error: Error) => error.message,
      ),
    elsewhere,
  );
  expect(bySession).toContain('ERR_BLOCKED_BY_CLIENT');
  expect(visits).toEqual([]);
});

test('the page cannot be led away', async () => {
  for (const address of [
    elsewhere,
    'file:///etc/hostname',
    'viche://other/index.html',
    'javascript:void(window.ran=1)',
  ]) {
    await desktop.page.evaluate((url) => {
      const link = document.createElement('a');
      link.href = url;
      document.body.append(link);
      link.click();
      link.remove();
      location.href = url;
    }, address);
    await desktop.page.waitForTimeout(200);
    expect(desktop.page.url(), address).toMatch(/^viche:\/\/app\//);
  }
  expect(await desktop.page.evaluate(() => 'ran' in window)).toBe(false);
  expect(visits).toEqual([]);
});

test('no new window, no webview', async () => {
  const opened = await desktop.page.evaluate((url) => {
    const view = document.createElement('webview');
    view.setAttribute('src', url);
    document.body.append(view);
    return [window.open(url) === null, window.open('viche://app/') === null, 'getWebContentsId' in view];
  }, elsewhere);
  expect(opened).toEqual([true, true, false]);
  expect(await windowCount()).toBe(1);
  expect(visits).toEqual([]);
});

test('no permission but to copy', async () => {
  await desktop.page.bringToFront();
  const answers = await desktop.page.evaluate(async () => {
    const place = await new Promise((resolve) => {
      navigator.geolocation.getCurrentPosition(
        () => resolve('given'),
        ({ code }) => resolve(code),
      );
    });
    const state = async (name: string) => (await navigator.permissions.query({ name: name as PermissionName })).state;
    return {
      place,
      camera: await state('camera'),
      microphone: await state('microphone'),
      notification: await Notification.requestPermission(),
      read: await state('clipboard-read'),
      midi: await state('midi'),
    };
  });
  expect(answers).toEqual({
    place: 1,
    camera: 'denied',
    microphone: 'denied',
    notification: 'denied',
    read: 'denied',
    midi: 'denied',
  });
  await desktop.page.evaluate(() => navigator.clipboard.writeText('Протокол'));
  expect(await desktop.app.evaluate(({ clipboard }) => clipboard.readText())).toBe('Протокол');
});

test('only files of the page are served, whatever the path says', async () => {
  const statuses = await desktop.app.evaluate(async ({ session }) => {
    const paths = [
      'viche://app/index.html',
      'viche://app/%2e%2e/package.json',
      'viche://app/..%2fmain%2fdesktop.js',
      'viche://app/assets/..%5c..%5cmain%5cdesktop.js',
      'viche://app/.hidden.json',
      'viche://other/index.html',
    ];
    return Promise.all(paths.map(async (path) => (await session.defaultSession.fetch(path)).status));
  });
  expect(statuses).toEqual([200, 404, 404, 404, 404, 404]);
});

test('downloads do not happen', async () => {
  // Listening before anything happens: what only begins to listen may come after it.
  await desktop.app.evaluate(({ session }) => {
    const isPrevented = new Promise((resolve) => {
      session.defaultSession.once('will-download', (event) => resolve(event.defaultPrevented));
    });
    Object.assign(globalThis, { isPrevented });
  });
  await desktop.page.evaluate(() => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob(['x']));
    link.download = 'x.txt';
    link.click();
  });
  const isPrevented = desktop.app.evaluate(
    () => (globalThis as unknown as { isPrevented: Promise<boolean> }).isPrevented,
  );
  expect(await isPrevented).toBe(true);
});

test('a foreign page with the same preload is turned away', async () => {
  const answer = await desktop.app.evaluate(async ({ app, BrowserWindow }) => {
    const window = new BrowserWindow({
      show: false,
      webPreferences: { sandbox: true, preload: `${app.getAppPath()}/out/preload/preload.cjs` },
    });
    await window.loadURL('data:text/html,<title>stranger</title>');
    const said: unknown = await window.webContents.executeJavaScript(
      "typeof viche === 'object' ? viche.pickFiles({ accept: [], multiple: false }).then(() => 'answered', (error) => error.message) : 'no bridge'",
    );
    window.destroy();
    return said;
  });
  expect(answer).toContain('asked by a stranger');
});
