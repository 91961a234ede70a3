import { contextBridge, ipcRenderer, webUtils, type IpcRendererEvent } from 'electron';
import { refusalMessage, type DesktopBridge } from '../../shared/desktopBridge.ts';
import type { ErrorParams } from '../../shared/errors.ts';
import { channels } from './channels.ts';

/**
 * The whole of what a page can ask of the desktop. Sandboxed: only `electron` may be required, and nothing of it reaches
 * the page but these functions.
 */

// The page's own globals, as much as is used here: this project has no DOM types.
declare const window: { postMessage: (message: string, origin: string, ports: readonly unknown[]) => void };
declare const location: { origin: string };

const platform = process.platform === 'win32' || process.platform === 'darwin' ? process.platform : 'linux';

/** Main answers with a value or a refusal; a refusal becomes an error that the page can read (shared/desktopBridge.ts). */
const ask = async <T>(channel: string, question?: unknown): Promise<T> => {
  const answer = (await ipcRenderer.invoke(channel, question)) as { value: T } | { code: string; params: ErrorParams };
  if ('code' in answer) throw new Error(refusalMessage(answer.code, answer.params));
  return answer.value;
};

/** Main needs the places of the files of a drag, which the page never sees. */
const placesOf = (files: readonly { readonly name: string }[]) =>
  files.map((file) => ({ name: file.name, path: webUtils.getPathForFile(file as File) }));

const bridge: DesktopBridge = {
  platform,
  pickFiles: (options) => ask(channels.pickFiles, options),
  takeFiles: (files) => ask(channels.takeFiles, placesOf(files)),
  pickWorkspace: () => ask(channels.pickWorkspace),
  pickPlace: (proposed) => ask(channels.pickPlace, proposed),
  pickFolder: () => ask(channels.pickFolder),
  openedFiles: () => ask(channels.openedFiles),
  takeOpened: (id) => ask(channels.takeOpened, id),
  openDropped: (files) => ask(channels.openDropped, placesOf(files)),
  onOpened(run) {
    const take = (): void => run();
    ipcRenderer.on(channels.opened, take);
    return () => void ipcRenderer.off(channels.opened, take);
  },
  saveFile: (file) => ask(channels.saveFile, file),
  print: () => ask(channels.print),
  printToPdf: (name) => ask(channels.printToPdf, name),
  setLanguage: (language) => ipcRenderer.send(channels.setLanguage, language),
  setTheme: (theme) => ipcRenderer.send(channels.setTheme, theme),
  onMenu(run) {
    const take = (_event: IpcRendererEvent, command: unknown): void => {
      if (typeof command === 'string') run(command);
    };
    ipcRenderer.on(channels.menu, take);
    return () => void ipcRenderer.off(channels.menu, take);
  },
};

contextBridge.exposeInMainWorld('viche', bridge);

// A port cannot cross the bridge; it can be posted to the page's own window.
ipcRenderer.on(channels.corePort, (event) => window.postMessage('core-port', location.origin, event.ports));
