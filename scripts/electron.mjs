// Whether a desktop window can be opened on this machine, and with what. Plain Node 20.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectNode, root } from './toolchain.mjs';

const home = join(root, 'node_modules', 'electron');
const program = new Map([
  ['darwin', join('Electron.app', 'Contents', 'MacOS', 'Electron')],
  ['win32', 'electron.exe'],
]);
const at = (/** @type {string} */ dist) => join(dist, program.get(process.platform) ?? 'electron');

/** Electron where one is at hand: ELECTRON_OVERRIDE_DIST_PATH, else the download in node_modules. */
const present = () => {
  const path = at(process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(home, 'dist'));
  return existsSync(path) ? path : undefined;
};

/** Whether the place that Electron is downloaded from answers; a proxy is taken at its word. */
const reachable = async () => {
  if (process.env['HTTPS_PROXY'] ?? process.env['https_proxy'] ?? process.env['ELECTRON_MIRROR']) return true;
  try {
    const answer = await fetch('https://github.com/electron/electron/releases', {
      method: 'HEAD',
      signal: AbortSignal.timeout(5_000),
    });
    return answer.ok;
  } catch {
    return false;
  }
};

/**
 * Electron's program, downloaded on first use (about 110 MB).
 * @returns {Promise<string | undefined>} absolute path; nothing when there is none and none can be had
 */
export const findElectron = async () => {
  const found = present();
  if (found !== undefined || process.env['ELECTRON_OVERRIDE_DIST_PATH'] !== undefined) return found;
  if (!(await reachable())) return undefined;
  console.error('Downloading Electron, once, about 110 MB…');
  // Ten minutes: a slow line ends in the browser door rather than in waiting for ever.
  spawnSync(projectNode(), [join(home, 'install.js')], { stdio: ['ignore', 2, 'inherit'], timeout: 600_000 });
  return present();
};

export const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);

/** @param {string} path */
const content = (path) => (existsSync(path) ? readFileSync(path, 'utf8').trim() : '');

/**
 * How Chromium's sandbox stands here. Root cannot have one; some distributions allow it only to a helper that root owns.
 * @param {string} electron absolute path of the program
 * @returns {'ready' | 'root' | 'forbidden'}
 */
export const sandboxState = (electron) => {
  if (process.platform !== 'linux') return 'ready';
  if (process.getuid?.() === 0) return 'root';
  const helper = join(dirname(electron), 'chrome-sandbox');
  const trusted = existsSync(helper) && statSync(helper).uid === 0 && (statSync(helper).mode & 0o4000) !== 0;
  const namespaces =
    content('/proc/sys/kernel/apparmor_restrict_unprivileged_userns') !== '1' &&
    content('/proc/sys/kernel/unprivileged_userns_clone') !== '0';
  return trusted || namespaces ? 'ready' : 'forbidden';
};
