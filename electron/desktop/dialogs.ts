import { stat, writeFile } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join } from 'node:path';
import { app, BrowserWindow, dialog, ipcMain, type IpcMainInvokeEvent } from 'electron';
import type { TFunction } from 'i18next';
import * as z from 'zod';
import type { OpenedFile, PickedFile, PickedFolder, PickedPlace } from '../../shared/desktopBridge.ts';
import { AppError } from '../../shared/errors.ts';
import { openedKind } from '../../shared/rules/openedFiles.ts';
import { writeError } from '../core/door/fileErrors.ts';
import { channels } from './channels.ts';
import type { CoreHost } from './coreHost.ts';
import type { OpenedFiles } from './openedFiles.ts';
import { pageOrigin } from './scheme.ts';

/** What the page says is looked at before it is used: the page shows files of other people. */
const pickOptions = z.object({ accept: z.array(z.string().regex(/^\.[\w-]{1,20}$/)).max(30), multiple: z.boolean() });
const dropped = z.array(z.object({ name: z.string().max(300), path: z.string().max(4096) })).max(1000);
const proposal = z.object({ fileName: z.string().max(200) });
const madeFile = z.object({ ticket: z.string().max(100), name: z.string().max(200) });

/** A proposed name is a name: no folders, nothing hidden, nothing that some file system forbids. */
const nameOnly = (name: string): string => name.replaceAll(/[/\\:*?"<>|]|\p{Cc}/gu, '_').replace(/^\.+/, '') || 'file';

/**
 * The window of the page that asks.
 * @throws Error when it is not the top frame of one of our own pages
 */
export function askingWindow(event: Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>): BrowserWindow {
  const window = BrowserWindow.fromWebContents(event.sender);
  const frame = event.senderFrame;
  if (window === null || frame === null || frame !== event.sender.mainFrame || !frame.url.startsWith(`${pageOrigin}/`))
    throw new Error('asked by a stranger');
  return window;
}

/** Answers one question of a page, with the answer or the refusal: errors lose all but their message on the way. */
function answer(channel: string, work: (window: BrowserWindow, asked: unknown) => Promise<unknown>): void {
  ipcMain.handle(channel, async (event, asked: unknown) => {
    const window = askingWindow(event);
    try {
      return { value: await work(window, asked) };
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return { code: error.code, params: error.params };
    }
  });
}

/** The system's print dialog; resolves when it is closed, printed or not. */
const printWindow = (window: BrowserWindow): Promise<void> =>
  new Promise((resolve) => window.webContents.print({ printBackground: true }, () => resolve()));

/** Native dialogs: the person chooses, the core gets the path, the page gets a ticket. */
export function offerDialogs(options: {
  core: CoreHost;
  words: () => TFunction;
  /** Absolute folder where workspaces usually lie. */
  documents: string;
  opened: OpenedFiles;
  isInFront: (window: BrowserWindow) => boolean;
}): void {
  const { core, words, documents, opened, isInFront } = options;
  const place = async (path: string): Promise<PickedPlace> => {
    const size = (await stat(path).catch(() => null))?.size ?? null;
    const ticket = await core.ask('accept', { path, name: basename(path), size, inPlace: true });
    return { ticket, folder: dirname(path), fileName: basename(path) };
  };
  const accept = async (path: string): Promise<PickedFile> => {
    const name = basename(path);
    const found = await stat(path).catch(() => null);
    if (found === null || !found.isFile()) throw new AppError('fileUnreadable', { name });
    const { size } = found;
    return { ticket: await core.ask('accept', { path, name, size, inPlace: false }), name, size };
  };
  const workspaces = () => [{ name: words()('dialog.workspace'), extensions: ['viche'] }];

  answer(channels.pickFiles, async (window, asked): Promise<PickedFile[]> => {
    const { accept: wanted, multiple } = pickOptions.parse(asked);
    const extensions = wanted.map((extension) => extension.slice(1));
    const { canceled, filePaths } = await dialog.showOpenDialog(window, {
      properties: multiple ? ['openFile', 'multiSelections'] : ['openFile'],
      ...(extensions.length > 0 && { filters: [{ name: words()('dialog.files'), extensions }] }),
    });
    if (canceled) return [];
    return Promise.all(filePaths.map(accept));
  });

  const pathsOf = (asked: unknown): string[] =>
    dropped.parse(asked).map(({ name, path }) => {
      if (!isAbsolute(path)) throw new AppError('fileUnreadable', { name });
      return path;
    });

  answer(channels.takeFiles, async (_window, asked): Promise<PickedFile[]> => Promise.all(pathsOf(asked).map(accept)));

  answer(channels.pickWorkspace, async (window): Promise<PickedPlace | null> => {
    const { canceled, filePaths } = await dialog.showOpenDialog(window, {
      properties: ['openFile'],
      defaultPath: documents,
      filters: workspaces(),
    });
    const [path] = filePaths;
    return canceled || path === undefined ? null : place(path);
  });

  answer(channels.pickPlace, async (window, asked): Promise<PickedPlace | null> => {
    const { fileName } = proposal.parse(asked);
    const { canceled, filePath } = await dialog.showSaveDialog(window, {
      defaultPath: join(documents, nameOnly(fileName)),
      filters: workspaces(),
      properties: ['createDirectory'],
    });
    if (canceled || filePath === '') return null;
    return place(filePath.endsWith('.viche') ? filePath : `${filePath}.viche`);
  });

  answer(channels.pickFolder, async (window): Promise<PickedFolder | null> => {
    const { canceled, filePaths } = await dialog.showOpenDialog(window, {
      title: words()('dialog.exchangeFolder'),
      properties: ['openDirectory', 'createDirectory', 'promptToCreate'],
    });
    const [path] = filePaths;
    return canceled || path === undefined ? null : { ticket: (await place(path)).ticket, folder: path };
  });

  answer(channels.openedFiles, async (window): Promise<OpenedFile[]> => (isInFront(window) ? opened.list() : []));

  answer(channels.takeOpened, async (_window, asked): Promise<PickedFile | null> => {
    const path = opened.take(z.string().max(100).parse(asked));
    if (path === null) return null;
    const file = await accept(path);
    return openedKind(file.name) === 'workspace' ? { ...file, ticket: await core.ask('introduce', { path }) } : file;
  });

  answer(channels.openDropped, async (_window, asked): Promise<void> => opened.add(pathsOf(asked)));

  const askWhere = async (window: BrowserWindow, name: string): Promise<string | null> => {
    const extension = /\.([\w-]{1,20})$/.exec(name)?.[1];
    const { canceled, filePath } = await dialog.showSaveDialog(window, {
      defaultPath: join(app.getPath('documents'), nameOnly(name)),
      properties: ['createDirectory', 'showOverwriteConfirmation'],
      ...(extension !== undefined && { filters: [{ name: extension.toUpperCase(), extensions: [extension] }] }),
    });
    return canceled || filePath === '' ? null : filePath;
  };

  answer(channels.saveFile, async (window, asked): Promise<boolean> => {
    const { ticket, name } = madeFile.parse(asked);
    const path = await askWhere(window, name);
    if (path === null) return false;
    await core.ask('write', { ticket, path });
    return true;
  });

  answer(channels.print, printWindow);

  answer(channels.printToPdf, async (window, asked): Promise<boolean> => {
    const name = z.string().max(200).parse(asked);
    const path = await askWhere(window, name.endsWith('.pdf') ? name : `${name}.pdf`);
    if (path === null) return false;
    const pdf = await window.webContents.printToPDF({
      pageSize: 'A4',
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: true,
    });
    await writeFile(path, pdf).catch((error: unknown) => {
      throw writeError(error, path);
    });
    return true;
  });
}
