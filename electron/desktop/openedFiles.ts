import { resolve } from 'node:path';
import type { OpenedFile } from '../../shared/desktopBridge.ts';

/** A file of the exchange that was opened in the file manager or named on a command line. */
export interface Opened {
  path: string;
  kind: OpenedFile['kind'];
}

/** As many as a person opens at once; what comes beyond is dropped, the oldest first. */
const mostWaiting = 20;

const kinds: readonly [string, Opened['kind']][] = [
  ['.viche-package', 'package'],
  ['.viche-card', 'card'],
  ['.viche-receipt', 'receipt'],
];

/**
 * Files of the exchange on a command line that was given in `folder`; options and the program's own name are passed over.
 */
export function openedIn(args: readonly string[], folder: string): Opened[] {
  return args.slice(1).flatMap((arg) => {
    const kind = arg.startsWith('-') ? undefined : kinds.find(([ending]) => arg.toLowerCase().endsWith(ending))?.[1];
    return kind === undefined ? [] : [{ path: resolve(folder, arg), kind }];
  });
}

/**
 * Files of the exchange that wait until a page takes them: the program may just be starting, or the workspace be locked.
 * @param tell somebody has opened one
 */
export function createOpenedFiles(tell: () => void) {
  let waiting: Opened[] = [];
  return {
    add(files: readonly Opened[]): void {
      if (files.length === 0) return;
      const fresh = files.map(({ path }) => path);
      waiting = [...waiting.filter(({ path }) => !fresh.includes(path)), ...files].slice(-mostWaiting);
      tell();
    },
    /** Each once. */
    take(): Opened[] {
      const taken = waiting;
      waiting = [];
      return taken;
    },
  };
}

export type OpenedFiles = ReturnType<typeof createOpenedFiles>;
