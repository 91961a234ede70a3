import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LogEntry, Ports } from '../ports.ts';
import { usualFolders, type Environment } from './folders.ts';

/** One line of the log, for standard error or a file. */
export const logLine = ({ level, message, id }: LogEntry): string =>
  `${new Date().toISOString()} ${level} ${id === undefined ? '' : `${id} `}${message.replaceAll(/\s*\n\s*/g, ' | ')}\n`;

/**
 * What a door without Electron gives the core.
 * @param program absolute folder of the built programs, out/main; everything else lies at a fixed place from there
 */
export function plainPorts(door: 'browser' | 'cli', program: string, env: Environment = process.env): Ports {
  const root = join(program, '..', '..');
  const folders = usualFolders(env);
  mkdirSync(folders.installation, { recursive: true, mode: 0o700 });
  return {
    door,
    version: readVersion(root),
    resources: join(root, 'resources'),
    ...folders,
    // No system store of keys is at hand outside Electron: the passphrase is asked for each time.
    keyStore: null,
    worker: join(program, 'worker.js'),
    log: (entry) => void process.stderr.write(logLine(entry)),
  };
}

/** The program's version, from the package.json that lies above `out/` in the sources and in the installed archive. */
export function readVersion(root: string): string {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  return version;
}
