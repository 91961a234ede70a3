// Builds out/ when what it is made from has changed since. Plain Node 20.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal, root, runScript } from './toolchain.mjs';

// The locales are imported by the page, so resources count as sources.
export const sources = ['electron', 'renderer', 'shared', 'resources'];
const settings = [
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
  'electron.vite.config.ts',
  'vite.renderer.config.ts',
];
const stamp = join(root, 'out', 'stamp');

/** One line a file: a change, a new file and a deleted one each give another text. */
const fingerprint = () => {
  const files = sources.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  const lines = [...files, ...settings.map((name) => join(root, name))].map((path) => {
    const { size, mtimeMs } = statSync(path);
    return `${path} ${size} ${mtimeMs}`;
  });
  return createHash('sha256').update(lines.toSorted().join('\n')).digest('hex');
};

/** Brings out/ up to date; the builder's messages go to standard error. */
export const build = () => {
  const now = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return;
  console.error('Building…');
  const code = runScript('node_modules/electron-vite/bin/electron-vite.js', ['build', '--logLevel', 'warn'], {
    quiet: true,
  });
  if (code !== 0) throw new Refusal('The build failed; its messages stand above.');
  mkdirSync(join(root, 'out'), { recursive: true });
  writeFileSync(stamp, now);
};
