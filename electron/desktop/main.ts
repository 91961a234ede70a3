import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app, BrowserWindow, dialog, ipcMain, nativeTheme, safeStorage, session, shell } from 'electron';
import type { TFunction } from 'i18next';
import { isLanguage, type Language } from '../../shared/languages.ts';
import type { WindowTheme } from '../../shared/desktopBridge.ts';
import { usualFolders } from '../core/door/folders.ts';
import { installed } from '../core/door/ports.ts';
import { doorWords, languageOf } from '../core/door/words.ts';
import { traceOf } from '../core/traceOf.ts';
import { channels } from './channels.ts';
import { coreProgram, startCore, type CoreHost } from './coreHost.ts';
import { askingWindow, offerDialogs } from './dialogs.ts';
import { systemKeyStore } from './keyStore.ts';
import { openLog } from './logFile.ts';
import { setMenu } from './menu.ts';
import { createNotices, type Notices } from './notice.ts';
import { createOpenedFiles, openedIn } from './openedFiles.ts';
import { registerScheme, serveScheme } from './scheme.ts';
import { confineSession, harden } from './security.ts';
import { openSettings } from './settings.ts';
import { createWindows, type Windows } from './windows.ts';

/** The desktop door: everything before `ready` must be done at once, so nothing here waits. */
const program = import.meta.dirname;
const { resources, version } = installed(program);
const folders = usualFolders();
// The folder that the other doors know; Chromium's own files lie apart in it.
mkdirSync(folders.installation, { recursive: true, mode: 0o700 });
app.setPath('userData', folders.installation);
app.setPath('sessionData', join(folders.installation, 'window'));
app.setAppUserModelId('org.viche.desktop');

/** What the desktop itself says: menus, dialogs, the daily notice. */
const wordsIn = (language: Language): TFunction => doorWords(resources, language, ['menu', 'common', 'today']);

if (app.requestSingleInstanceLock()) run();
else app.quit();

function run(): void {
  const logPath = join(folders.installation, 'viche.log');
  const log = openLog(logPath);
  const settings = openSettings(folders.installation);
  let language: Language = settings.read().language ?? 'uk';
  let words: TFunction = wordsIn(language);
  let core: CoreHost | null = null;
  let windows: Windows | null = null;
  let notices: Notices | null = null;
  const tellOpened = (): void => windows?.current()?.webContents.send(channels.opened);
  const opened = createOpenedFiles(tellOpened);
  opened.add(openedIn(process.argv, process.cwd()));

  harden();
  registerScheme();
  process.on('uncaughtException', (error) => log({ level: 'error', message: traceOf(error) }));
  process.on('unhandledRejection', (error) => log({ level: 'error', message: traceOf(error) }));

  const refreshMenu = (): void =>
    setMenu(
      words,
      { language, theme: settings.read().theme, packaged: app.isPackaged, platform: process.platform },
      {
        command: (id) => windows?.current()?.webContents.send(channels.menu, id),
        newWindow: () => void windows?.open(),
        // the page knows what of it is to be printed, and asks back
        print: (window) => window.webContents.send(channels.menu, 'page.print'),
        showLog: () => shell.showItemInFolder(logPath),
        chooseLanguage(chosen) {
          windows?.current()?.webContents.send(channels.menu, `view.language.${chosen}`);
          // The page says when it has changed; until then the menu shows what is.
          refreshMenu();
        },
        chooseTheme(chosen) {
          windows?.current()?.webContents.send(channels.menu, `view.${chosen}`);
          refreshMenu();
        },
      },
    );

  const listenToPages = (): void => {
    ipcMain.on(channels.setLanguage, (event, chosen: unknown) => {
      askingWindow(event);
      if (!isLanguage(chosen) || chosen === language) return;
      language = chosen;
      words = wordsIn(language);
      settings.change({ language });
      refreshMenu();
    });
    ipcMain.on(channels.setTheme, (event, chosen: unknown) => {
      askingWindow(event);
      const themes: readonly WindowTheme[] = ['light', 'dark', 'system'];
      const theme = themes.find((each) => each === chosen);
      if (theme === undefined || theme === settings.read().theme) return;
      settings.change({ theme });
      nativeTheme.themeSource = theme;
      refreshMenu();
    });
  };

  const begin = (): void => {
    if (settings.read().language === null) {
      language = languageOf(...app.getPreferredSystemLanguages());
      words = wordsIn(language);
    }
    nativeTheme.themeSource = settings.read().theme;
    const own = session.defaultSession;
    confineSession(own);
    serveScheme(own, join(program, '..', 'renderer'));
    const documents = process.env['VICHE_HOME'] ? folders.documents : join(app.getPath('documents'), 'Viche');
    const running = startCore({
      settings: {
        version,
        resources,
        documents,
        installation: folders.installation,
        worker: join(program, 'worker.js'),
      },
      keyStore: systemKeyStore(safeStorage, process.platform, join(folders.installation, 'keys.json')),
      program: coreProgram(program),
      log,
      onSession: (isOpen) => notices?.setOpen(isOpen),
      onRestarted: () => windows?.reconnect(),
      onHopeless: () => void tellHopeless(),
    });
    core = running;
    notices = createNotices({
      ask: () => running.ask('notice', null),
      settings,
      words: () => words,
      onClick() {
        windows?.show();
        windows?.current()?.webContents.send(channels.menu, 'go.today');
      },
      icon: join(resources, 'icons', 'viche.png'),
    });
    windows = createWindows({
      core: () => running,
      session: own,
      settings,
      program,
      icon: join(resources, 'icons', 'viche.png'),
      words: () => words,
      dark: () => nativeTheme.shouldUseDarkColors,
      packaged: app.isPackaged,
      log,
      // what waited for that window another one may look at
      onClosed: tellOpened,
    });
    offerDialogs({
      core: running,
      words: () => words,
      documents,
      opened,
      isInFront: (window) => windows?.current() === window,
    });
    listenToPages();
    refreshMenu();
    windows.open();
  };

  const tellHopeless = async (): Promise<void> => {
    const { response } = await dialog.showMessageBox({
      type: 'error',
      message: words('coreDied.title'),
      detail: words('coreDied.text', { log: logPath }),
      buttons: [words('coreDied.yes'), words('coreDied.no')],
      defaultId: 0,
      cancelId: 1,
      noLink: true,
    });
    if (response === 0) core?.retry();
    else app.quit();
  };

  app.on('second-instance', (_event, args, folder) => {
    opened.add(openedIn(args, folder));
    windows?.show();
  });
  app.on('open-file', (event, file) => {
    event.preventDefault();
    opened.add([file]);
    windows?.show();
  });
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) windows?.open();
  });
  // A page that still saves holds its window for a moment, and with it the end of the program, which Electron then forgets.
  let quitting = false;
  app.on('before-quit', () => {
    quitting = true;
  });
  app.on('window-all-closed', () => {
    if (quitting || process.platform !== 'darwin') app.quit();
  });
  let closed = false;
  app.on('will-quit', (event) => {
    if (closed || core === null) return;
    // The pages are gone; the core writes what they said last and closes the file before the program ends.
    event.preventDefault();
    notices?.stop();
    void core.close().finally(() => {
      closed = true;
      app.quit();
    });
  });
  void app.whenReady().then(begin);
}
