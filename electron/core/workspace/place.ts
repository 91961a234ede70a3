import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** A file name made of an agency's name: what every file system takes, short, and not there yet. */
export function proposeFileName(folder: string, agency: string): string {
  const stem =
    agency
      .normalize('NFC')
      .toLocaleLowerCase('uk')
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 40) || 'viche';
  for (let n = 1; ; n += 1) {
    const name = `${stem}${n === 1 ? '' : `-${n}`}.viche`;
    if (!existsSync(join(folder, name))) return name;
  }
}

const synchronised =
  /(^|[\\/])(onedrive|dropbox|google ?drive|googledrive|nextcloud|owncloud|syncthing|sync|icloud ?drive|mega|yandex\.?disk|box sync)([ \-_/\\]|$)/i;

/** Rule 21: whether a path lies where other programs copy files behind SQLite's back. A guess by names only. */
export const inSharedFolder = (path: string): boolean => path.startsWith('\\\\') || synchronised.test(path);
