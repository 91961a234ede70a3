import { statfsSync } from 'node:fs';
import { sep } from 'node:path';
import { watch, type FSWatcher } from 'chokidar';

/** How often a place is looked at that says nothing by itself, in milliseconds. */
const pollingRhythm = 5_000;

/** File systems of Linux that lie on another computer, by their magic numbers (statfs(2)): NFS, CIFS, SMB2, AFS, FUSE, 9P. */
const remote = new Set([0x6969, 0xff534d42, 0xfe534d42, 0x5346414f, 0x65735546, 0x01021997]);

/**
 * Whether a folder lies where the system tells nothing of what others write: a share of Windows, or a file system of
 * another computer.
 * @param typeOf the number of a path's file system; throws where it cannot be told
 */
export function tellsNothing(
  root: string,
  typeOf: (path: string) => number = (path) => statfsSync(path).type,
): boolean {
  if (root.startsWith('\\\\')) return true;
  if (process.platform !== 'linux') return false;
  try {
    return remote.has(typeOf(root) >>> 0);
  } catch {
    return false;
  }
}

/**
 * Calls back when something changes in what others have put into an exchange folder for us. Only their folders for us are
 * watched: what agencies send each other is none of our business. Where the system cannot watch (too many watches, a share),
 * the folder is polled.
 * @param how.rhythm how often a polled folder is looked at, in milliseconds
 * @returns how to stop
 */
export function watchFolder(
  root: string,
  own: string,
  onChange: () => void,
  { isPolled = tellsNothing(root), rhythm = pollingRhythm } = {},
): () => void {
  const isOurs = (path: string): boolean => {
    const [sender, receiver] = path === root ? [] : path.slice(root.length + 1).split(sep);
    return sender !== own && (receiver === undefined || receiver === own);
  };
  let watcher: FSWatcher | null = null;
  const stop = () => {
    const ended = watcher;
    watcher = null;
    void ended?.close();
  };
  const start = (usePolling: boolean) => {
    const started = watch(root, {
      depth: 2,
      ignoreInitial: true,
      followSymlinks: false,
      ignorePermissionErrors: true,
      ignored: (path) => !isOurs(path),
      usePolling,
      interval: rhythm,
      binaryInterval: rhythm,
      persistent: false,
    });
    watcher = started;
    started.on('all', () => {
      if (watcher === started) onChange();
    });
    started.on('error', () => {
      if (watcher !== started) return;
      stop();
      if (!usePolling) start(true);
    });
  };
  start(isPolled);
  return stop;
}
