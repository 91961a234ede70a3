import { AppError, type ErrorParams } from './errors.ts';
import type { Language } from './languages.ts';
import type { OpenedKind } from './rules/openedFiles.ts';

/** A file that the person chose; the core knows it by the ticket, the page never sees a path. */
export type PickedFile = { ticket: string; name: string; size: number };

/** A place for a workspace file, in words for the screen and as a ticket for the core. */
export type PickedPlace = { ticket: string; folder: string; fileName: string };

/** The exchange folder that the person chose; the ticket goes to `exchange.setFolder` as `place`. */
export type PickedFolder = { ticket: string; folder: string };

/** A file that was opened outside (by double click, on a command line, dropped on the window) and that no page has taken yet. */
export type OpenedFile = { id: string; name: string; kind: OpenedKind };

/** What a native menu may ask of the page: the id of a command that the page offers. */
export type MenuCommand = string;

/** Appearance of the window. */
export type WindowTheme = 'light' | 'dark' | 'system';

/** What the desktop's preload puts on `window.viche`. Absent in the browser door. */
export type DesktopBridge = {
  platform: 'linux' | 'win32' | 'darwin';
  /** Shows the native dialog; an empty list when cancelled. `accept` are extensions with the dot. */
  pickFiles: (options: { accept: string[]; multiple: boolean }) => Promise<PickedFile[]>;
  /** Files that were dropped on the page (`File`s of a drag); what the page has made up itself has no place on the disk. */
  takeFiles: (files: readonly { readonly name: string }[]) => Promise<PickedFile[]>;
  /** Shows the dialog for opening a workspace file where it lies; the ticket goes to `workspace.open` as `ref`. */
  pickWorkspace: () => Promise<PickedPlace | null>;
  /** Asks where a new workspace file is to be put; the ticket goes to `workspace.create` as `place`. */
  pickPlace: (proposed: { fileName: string }) => Promise<PickedPlace | null>;
  /** Asks for a folder that is there or is made in the dialog; null when cancelled. */
  pickFolder: () => Promise<PickedFolder | null>;
  /** What waits to be looked at, in that order; nothing for a window behind another one. */
  openedFiles: () => Promise<OpenedFile[]>;
  /** One of them, once; null where another window was faster. A workspace file comes as its `ref` in place of a ticket. */
  takeOpened: (id: string) => Promise<PickedFile | null>;
  /** Files that were dropped on the window are opened as if by double click. */
  openDropped: (files: readonly { readonly name: string }[]) => Promise<void>;
  /** Calls back when `openedFiles` has something new; returns the way to stop. */
  onOpened: (run: () => void) => () => void;
  /** Asks where and writes the core's file there; false when cancelled. */
  saveFile: (file: { ticket: string; name: string }) => Promise<boolean>;
  /** Opens the system's print dialog for the page as it stands. */
  print: () => Promise<void>;
  /** Prints the page into a PDF file of that proposed name; false when cancelled. */
  printToPdf: (name: string) => Promise<boolean>;
  setLanguage: (language: Language) => void;
  setTheme: (theme: WindowTheme) => void;
  /** Calls back when a native menu item is chosen; returns the way to stop. */
  onMenu: (run: (command: MenuCommand) => void) => () => void;
};

const refusalMark = 'viche-refusal:';

/** Of an error only its message crosses the bridge: the refusal is written into it. */
export const refusalMessage = (code: string, params: ErrorParams): string =>
  refusalMark + JSON.stringify({ code, params });

/** What came over the bridge as an error, as the refusal it was; any other error stays what it is. */
export function bridgeError(error: unknown): unknown {
  const message = error instanceof Error ? error.message : '';
  const at = message.indexOf(refusalMark);
  if (at < 0) return error;
  const { code, params } = JSON.parse(message.slice(at + refusalMark.length)) as { code: string; params: ErrorParams };
  return new AppError(code, params);
}
