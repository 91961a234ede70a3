import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LogEntry, Ports } from '../ports.ts';
import { usualFolders, type Environment } from './folders.ts';

/** One line of the log, for standard error or a file. */
export const logLine = ({ level, message, id }: LogEntry): string =>
  `${new Date().toISOString()} ${level} ${id === undefined ? '' : `${id} `}${message.replaceAll(/\s*\n\s*/g, ' | ')}\n`;

/** Where a built program finds what it is installed with. */
export interface Installed {
  /** Absolute folder of the bundled resources. */
  resources: string;
  version: string;
}

/**
 * What lies around the programs, in the sources and in the installed archive alike.
 * @param program absolute folder of the built programs, out/main
 */
export function installed(program: string): Installed {
  const root = join(program, '..', '..');
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  return { resources: join(root, 'resources'), version };
}

/**
 * What a door without Electron gives the core.
 * @param program absolute folder of the built programs, out/main
 */
export function plainPorts(door: 'browser' | 'cli', program: string, env: Environment = process.env): Ports {
  const folders = usualFolders(env);
  mkdirSync(folders.installation, { recursive: true, mode: 0o700 });
  return {
    door,
    ...installed(program),
    ...folders,
    // No system store of keys is at hand outside Electron: the passphrase is asked for each time.
    keyStore: null,
    worker: join(program, 'worker.js'),
    log: (entry) => void process.stderr.write(logLine(entry)),
  };
}
