import {
  bridgeError,
  type OpenedFile,
  type PickedFile,
  type PickedFolder,
  type PickedPlace,
} from '../../../shared/desktopBridge.ts';
import { AppError, type ErrorParams } from '../../../shared/errors.ts';
import { bridge } from './bridge.ts';
import { session } from './connection.ts';
import { token } from './token.ts';

export type { PickedFile } from '../../../shared/desktopBridge.ts';

/** Only the message of an error crosses the desktop's bridge; this makes the refusal of it again. */
const overBridge = async <T>(asked: Promise<T>): Promise<T> => {
  try {
    return await asked;
  } catch (error) {
    throw bridgeError(error);
  }
};

type PickOptions = { accept?: string[]; multiple?: boolean };

/** Held while its dialog is open: a field that nothing refers to may be collected before it tells what was chosen. */
let choosing: HTMLInputElement | undefined;

/** Shows the browser's own dialog; nothing when the person cancels. */
const chooseInBrowser = ({ accept = [], multiple = false }: PickOptions): Promise<File[]> =>
  new Promise((resolve) => {
    const input = document.createElement('input');
    choosing = input;
    input.type = 'file';
    input.accept = accept.join(',');
    input.multiple = multiple;
    const settle = (files: File[]): void => {
      if (choosing === input) choosing = undefined;
      resolve(files);
    };
    input.addEventListener('change', () => settle([...(input.files ?? [])]));
    input.addEventListener('cancel', () => settle([]));
    input.click();
  });

/** What the door said when it refused a file: `{ code, params }`. */
const refusalOf = async (response: Response, name: string): Promise<AppError> => {
  const said: unknown = await response.json().catch(() => null);
  if (typeof said !== 'object' || said === null || !('code' in said) || typeof said.code !== 'string') {
    return new AppError('fileUnreadable', { name });
  }
  return new AppError(said.code, { name, ...('params' in said ? (said.params as ErrorParams) : {}) });
};

/** Hands one file to the core; the browser streams it from the disk. Throws `fileTooLarge`, `fileUnreadable`, `connectionLost`. */
const upload = async (file: File): Promise<PickedFile> => {
  const headers = {
    'x-viche-token': token ?? '',
    'x-viche-session': session,
    'x-viche-name': encodeURIComponent(file.name),
  };
  const response = await fetch('/files', { method: 'POST', headers, body: file }).catch(() => {
    throw new AppError('connectionLost');
  });
  if (!response.ok) throw await refusalOf(response, file.name);
  const { ticket } = (await response.json()) as { ticket: string };
  return { ticket, name: file.name, size: file.size };
};

/**
 * Lets the person choose files (`accept`: extensions with the dot); the core then knows them by their tickets. An empty
 * list when cancelled.
 */
export const pickFiles = async (options: PickOptions = {}): Promise<PickedFile[]> => {
  if (bridge !== undefined) {
    return overBridge(bridge.pickFiles({ accept: options.accept ?? [], multiple: options.multiple ?? false }));
  }
  return Promise.all((await chooseInBrowser(options)).map(upload));
};

/** Files that were dropped. Throws `fileUnreadable` for a folder. To be asked before anything is waited for. */
export const droppedIn = ({ items }: DataTransfer): File[] =>
  [...items]
    .filter(({ kind }) => kind === 'file')
    .flatMap((item) => {
      const entry = item.webkitGetAsEntry();
      if (entry?.isDirectory === true) throw new AppError('fileUnreadable', { name: entry.name });
      return item.getAsFile() ?? [];
    });

/** Hands files that were dropped on the page to the core. Throws `fileUnreadable` for a folder, else as `pickFiles`. */
export const takeFiles = async (transfer: DataTransfer): Promise<PickedFile[]> => {
  const files = droppedIn(transfer);
  return bridge === undefined ? Promise.all(files.map(upload)) : overBridge(bridge.takeFiles(files));
};

/** Hands one dropped file to the core. Throws as `takeFiles`. */
export const takeDropped = async (file: File): Promise<PickedFile | null> => {
  if (bridge === undefined) return upload(file);
  return (await overBridge(bridge.takeFiles([file]))).at(0) ?? null;
};

/** What the desktop keeps of files that were opened outside the page. */
export const openedOutside = {
  list: async (): Promise<OpenedFile[]> => (bridge === undefined ? [] : overBridge(bridge.openedFiles())),
  take: async (id: string): Promise<PickedFile | null> =>
    bridge === undefined ? null : overBridge(bridge.takeOpened(id)),
  drop: async (files: readonly File[]): Promise<void> =>
    bridge === undefined ? undefined : overBridge(bridge.openDropped(files)),
};

/** Gives the person a file that the core made; false when they cancelled. */
export const saveFile = async ({ ticket, name }: { ticket: string; name: string }): Promise<boolean> => {
  if (bridge !== undefined) return overBridge(bridge.saveFile({ ticket, name }));
  const link = document.createElement('a');
  link.href = `/files/${encodeURIComponent(ticket)}`;
  link.download = name;
  link.click();
  return true;
};

/** Prints the page as it stands; what has the class `noPrint` is left out. */
export const printPage = async (): Promise<void> => {
  if (bridge === undefined) window.print();
  else await overBridge(bridge.print());
};

/** Whether this door can print into a PDF file by itself; a browser's print dialog can save one too. */
export const canPrintToPdf = bridge !== undefined;

/** Prints the page into a PDF file of that proposed name; false when cancelled. */
export const printToPdf = async (name: string): Promise<boolean> => {
  if (bridge !== undefined) return overBridge(bridge.printToPdf(name));
  window.print();
  return true;
};

/** Where workspace files may be chosen by hand: the desktop has dialogs for that, a browser may not know paths. */
export const canChooseWorkspaces = bridge !== undefined;

/** Lets the person choose a workspace file where it lies; null when cancelled. */
export const pickWorkspace = async (): Promise<PickedPlace | null> =>
  bridge === undefined ? null : overBridge(bridge.pickWorkspace());

/** Lets the person say where a new workspace file goes; null when cancelled. */
export const pickPlace = async (fileName: string): Promise<PickedPlace | null> =>
  bridge === undefined ? null : overBridge(bridge.pickPlace({ fileName }));

/** Where a folder may be chosen: the desktop has a dialog for that, a browser may not know paths. */
export const canChooseFolders = bridge !== undefined;

/** Lets the person choose a folder; null when cancelled. */
export const pickFolder = async (): Promise<PickedFolder | null> =>
  bridge === undefined ? null : overBridge(bridge.pickFolder());
