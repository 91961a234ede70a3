import { sep } from 'node:path';
import { watch, type FSWatcher } from 'chokidar';

/** How often a place is looked at that says nothing by itself, in milliseconds. */
const pollingRhythm = 5_000;

/** A network share of Windows: the system tells nothing of what others write there. */
const tellsNothing = (root: string): boolean => root.startsWith('\\\\');

/**
 * Calls back when something changes in what others have put into an exchange folder for us. Only their folders for us are
 * watched: what agencies send each other is none of our business. Where the system cannot watch (too many watches, a share),
 * the folder is polled.
 * @returns how to stop
 */
export function watchFolder(root: string, own: string, onChange: () => void): () => void {
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
      interval: pollingRhythm,
      binaryInterval: pollingRhythm,
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
  start(tellsNothing(root));
  return stop;
}
