import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Installation } from './device.ts';

/**
 * A small JSON file in the installation's folder for what is not a workspace: nonces, the recent list, preferences.
 * Written whole to a temporary name and renamed, so that a kill leaves the old or the new.
 */
export function createInstallation(folder: string): Installation {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'installation.json');
  const read = (): Record<string, unknown> => {
    try {
      const parsed: unknown = JSON.parse(readFileSync(path, 'utf8'));
      return typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>) : {};
    } catch {
      // Missing or cut off: an installation that has forgotten is a new one (rule 9 gives it new device ids).
      return {};
    }
  };
  return {
    get: (name) => read()[name],
    set(name, value) {
      // Read again: another door may have written since.
      const all = read();
      if (value === undefined) delete all[name];
      else all[name] = value;
      const fresh = `${path}.${process.pid}.tmp`;
      writeFileSync(fresh, JSON.stringify(all, null, 1), { mode: 0o600 });
      renameSync(fresh, path);
    },
  };
}
