import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** Where a door keeps things: new workspaces, and what belongs to this installation and is no workspace. */
export interface Folders {
  documents: string;
  installation: string;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** The documents folder that a Linux desktop has chosen (freedesktop.org, xdg-user-dirs), or the English name. */
function linuxDocuments(env: Environment, home: string): string {
  const list = join(env['XDG_CONFIG_HOME'] ?? join(home, '.config'), 'user-dirs.dirs');
  const chosen = existsSync(list) ? /^XDG_DOCUMENTS_DIR="([^"]+)"/m.exec(readFileSync(list, 'utf8'))?.[1] : undefined;
  return chosen?.replace(/^\$HOME/, home) ?? join(home, 'Documents');
}

function installationFolder(env: Environment, platform: NodeJS.Platform, home: string): string {
  if (platform === 'win32') return join(env['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'Viche');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Viche');
  return join(env['XDG_CONFIG_HOME'] ?? join(home, '.config'), 'Viche');
}

/**
 * The folders of this person on this computer; the same for every door, so that a workspace opened by one is known to
 * the others. `VICHE_HOME` names another place for both: for tests, and for a stick that is carried around.
 */
export function usualFolders(
  env: Environment = process.env,
  platform: NodeJS.Platform = process.platform,
  home: string = homedir(),
): Folders {
  const own = env['VICHE_HOME'];
  if (own) return { documents: join(resolve(own), 'documents'), installation: join(resolve(own), 'installation') };
  const documents = platform === 'linux' ? linuxDocuments(env, home) : join(home, 'Documents');
  return { documents: join(documents, 'Viche'), installation: installationFolder(env, platform, home) };
}
