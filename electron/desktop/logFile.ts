import { appendFileSync, renameSync, statSync } from 'node:fs';
import { logLine } from '../core/door/ports.ts';
import type { LogEntry } from '../core/ports.ts';

const largest = 1024 * 1024;

/** Appends to a log file that never grows beyond a megabyte; the one before it is kept. */
export function openLog(path: string): (entry: LogEntry) => void {
  return (entry) => {
    const line = logLine(entry);
    process.stderr.write(line);
    try {
      if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > largest) renameSync(path, `${path}.1`);
      appendFileSync(path, line, { mode: 0o600 });
    } catch {
      // A full disk must not take the window with it.
    }
  };
}
