import { randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { OpenedFile } from '../../shared/desktopBridge.ts';
import { openedKind, openedOneByOne, openedTogether } from '../../shared/rules/openedFiles.ts';

/** Some file managers name a file by its address. */
const pathOf = (arg: string, folder: string): string => {
  if (!arg.startsWith('file://')) return resolve(folder, arg);
  try {
    return fileURLToPath(arg);
  } catch {
    return resolve(folder, arg);
  }
};

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() === true;

/**
 * The files named on a command line that was given in `folder`; options, folders and the program's own name are passed over.
 * One of ours that is not there is named all the same, so that the person hears of it.
 */
export const openedIn = (args: readonly string[], folder: string): string[] =>
  args
    .slice(1)
    .filter((arg) => arg !== '' && !arg.startsWith('-'))
    .map((arg) => pathOf(arg, folder))
    .filter((path) => openedKind(basename(path)) !== 'unknown' || isFile(path));

/**
 * Files that were opened outside the program and wait until a page takes them, one after the other: the program may just be
 * starting, the workspace be locked, or another file be looked at.
 * @param tell there is something new
 */
export function createOpenedFiles(tell: () => void) {
  let waiting: (OpenedFile & { path: string })[] = [];
  return {
    /** Files that were opened together, by their paths; one that waits already keeps its place. */
    add(paths: readonly string[]): void {
      const fresh = [...new Set(paths)]
        .filter((path) => waiting.every((file) => file.path !== path))
        .map((path) => ({ id: randomUUID(), name: basename(path), kind: openedKind(basename(path)), path }));
      waiting = openedOneByOne([...waiting, ...openedTogether(fresh)]);
      if (paths.length > 0) tell();
    },
    /** What waits, in the order in which it is to be looked at. */
    list: (): OpenedFile[] => waiting.map(({ id, name, kind }) => ({ id, name, kind })),
    /** The path of one, once; null where it does not wait any more. */
    take(id: string): string | null {
      const path = waiting.find((file) => file.id === id)?.path ?? null;
      waiting = waiting.filter((file) => file.id !== id);
      return path;
    },
  };
}

export type OpenedFiles = ReturnType<typeof createOpenedFiles>;
