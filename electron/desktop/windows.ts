import { join } from 'node:path';
import { BrowserWindow, dialog, screen, type Session } from 'electron';
import type { TFunction } from 'i18next';
import type { LogEntry } from '../core/ports.ts';
import { channels } from './channels.ts';
import type { CoreHost } from './coreHost.ts';
import { pageOrigin } from './scheme.ts';
import type { SettingsStore } from './settings.ts';
import { leastSize, placeOnScreen } from './windowState.ts';

const page = `${pageOrigin}/`;
/** A page that dies this often within a minute is not loaded again by itself. */
const mostDeaths = 3;
const minute = 60_000;
/** Drawn before the page is: the page's own background, so that nothing flashes. */
const backgrounds = { light: '#f5f4f0', dark: '#141617' };

export interface WindowsOptions {
  core: () => CoreHost;
  session: Session;
  settings: SettingsStore;
  /** Absolute folder of the built programs, out/main. */
  program: string;
  /** Absolute path of the picture of the window, for systems that do not take it from the program. */
  icon: string;
  words: () => TFunction;
  dark: () => boolean;
  packaged: boolean;
  log: (entry: LogEntry) => void;
  onClosed: () => void;
}

/** The windows onto the one workspace. Each has a port to the core of its own. */
export function createWindows(options: WindowsOptions) {
  const windows = new Set<BrowserWindow>();

  const connect = (window: BrowserWindow): void => {
    if (!window.isDestroyed()) window.webContents.postMessage(channels.corePort, null, [options.core().connect()]);
  };

  const ask = async (window: BrowserWindow, key: string, log: string): Promise<boolean> => {
    options.log({ level: 'error', message: log });
    const words = options.words();
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      message: words(`${key}.title`),
      detail: words(`${key}.text`),
      buttons: [words(`${key}.yes`), words(`${key}.no`)],
      defaultId: 0,
      cancelId: 1,
      noLink: true,
    });
    return response === 0;
  };

  const remember = (window: BrowserWindow): void => {
    if (window.isMinimized() || window.isFullScreen()) return;
    options.settings.change({ window: { ...window.getNormalBounds(), maximized: window.isMaximized() } });
  };

  /** What the page knew is in the core: loading it again loses nothing. */
  const revive = (window: BrowserWindow): void => {
    let deaths: number[] = [];
    const load = (): void => {
      if (!window.isDestroyed()) void window.loadURL(page);
    };
    const askAgain = async (): Promise<void> => {
      const again = await ask(window, 'pageDied', 'the page keeps dying');
      deaths = [];
      if (again) load();
      else window.destroy();
    };
    window.webContents.on('render-process-gone', (_event, { reason }) => {
      if (reason === 'clean-exit') return;
      deaths = [...deaths.filter((at) => at > Date.now() - minute), Date.now()];
      options.log({ level: 'error', message: `the page died: ${reason}` });
      if (deaths.length < mostDeaths) load();
      else void askAgain();
    });
    let asking = false;
    const askWhetherToWait = async (): Promise<void> => {
      asking = true;
      const reload = await ask(window, 'pageHangs', 'the page does not answer');
      asking = false;
      if (reload && !window.isDestroyed()) window.webContents.forcefullyCrashRenderer();
    };
    window.on('unresponsive', () => {
      if (!asking) void askWhetherToWait();
    });
  };

  const open = (): BrowserWindow => {
    const remembered = options.settings.read().window;
    const screens = [screen.getPrimaryDisplay(), ...screen.getAllDisplays()].map(({ workArea }) => workArea);
    const beside = [...windows].at(-1)?.getNormalBounds();
    const place =
      beside === undefined
        ? placeOnScreen(remembered, screens)
        : placeOnScreen({ ...beside, x: beside.x + 32, y: beside.y + 32, maximized: false }, screens);
    const window = new BrowserWindow({
      ...place,
      minWidth: leastSize.width,
      minHeight: leastSize.height,
      show: false,
      icon: options.icon,
      title: options.words()('common:app.name'),
      backgroundColor: options.dark() ? backgrounds.dark : backgrounds.light,
      webPreferences: {
        session: options.session,
        preload: join(options.program, '..', 'preload', 'preload.cjs'),
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
        webviewTag: false,
        webSecurity: true,
        allowRunningInsecureContent: false,
        navigateOnDragDrop: false,
        spellcheck: false,
        devTools: !options.packaged,
      },
    });
    windows.add(window);
    if (remembered?.maximized === true && beside === undefined) window.maximize();
    window.once('ready-to-show', () => window.show());
    // Once the page has loaded its script listens; so it does after every reload.
    window.webContents.on('did-finish-load', () => connect(window));
    let calm: NodeJS.Timeout | undefined;
    const rememberSoon = (): void => {
      clearTimeout(calm);
      calm = setTimeout(() => {
        if (!window.isDestroyed()) remember(window);
      }, 500);
    };
    window.on('resize', rememberSoon);
    window.on('move', rememberSoon);
    window.on('close', () => remember(window));
    window.on('closed', () => {
      windows.delete(window);
      options.onClosed();
    });
    revive(window);
    void window.loadURL(page);
    return window;
  };

  return {
    open,
    /** The window that has the focus, else the last one opened. */
    current: (): BrowserWindow | undefined => BrowserWindow.getFocusedWindow() ?? [...windows].at(-1),
    /** A new core is there. */
    reconnect(): void {
      for (const window of windows) connect(window);
    },
    /** Brings a window to the front, opening one where there is none. */
    show(): void {
      const window = [...windows].at(-1) ?? open();
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
    },
  };
}

export type Windows = ReturnType<typeof createWindows>;
