import { join } from 'node:path';
import type { App } from '../core/app.ts';
import type { LogEntry } from '../core/ports.ts';
import { startHost, type Host } from './host.ts';
import { hasScreen, openBrowser } from './openBrowser.ts';

/** What may be asked of the browser door: a port, an interface (which must be this computer's own), no browser. */
export interface ServeOptions {
  port: number;
  interface: string | undefined;
  open: boolean;
}

/** Starts the host beside the built programs, prints its address on standard output and opens it. */
export async function serve(
  app: App,
  program: string,
  options: ServeOptions,
  log: (entry: LogEntry) => void,
): Promise<Host> {
  const host = await startHost({
    app,
    log,
    page: join(program, '..', 'renderer'),
    port: options.port,
    ...(options.interface === undefined ? {} : { interface: options.interface }),
  });
  process.stdout.write(`${host.url}\n`);
  if (options.open && hasScreen(process.env, process.platform)) openBrowser(host.entrance());
  return host;
}

/** Waits until somebody ends the program (Ctrl+C, a service manager, a closed terminal); a second time ends it at once. */
export const untilStopped = (): Promise<void> =>
  new Promise((resolve) => {
    let asked = false;
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.on(signal, () => {
        if (asked) process.exit(1);
        asked = true;
        resolve();
      });
  });
