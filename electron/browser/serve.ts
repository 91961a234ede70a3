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
  print: (address: string) => void;
  log: (entry: LogEntry) => void;
}

/** Starts the host beside the built programs (`program`: out/main), tells its address and opens it. */
export async function serve(app: App, program: string, options: ServeOptions): Promise<Host> {
  const host = await startHost({
    app,
    log: options.log,
    page: join(program, '..', 'renderer'),
    port: options.port,
    ...(options.interface === undefined ? {} : { interface: options.interface }),
  });
  options.print(host.url);
  if (options.open && hasScreen(process.env, process.platform)) openBrowser(host.entrance());
  return host;
}
