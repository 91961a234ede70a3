// Where the tests keep their workspaces while they run.
import { existsSync, statfsSync } from 'node:fs';
import { freemem } from 'node:os';

const inMemory = '/dev/shm';
const gigabyte = 1024 ** 3;

/**
 * Thousands of small workspaces, each written through to the disk as a real one is: where there is room they lie in memory,
 * unless TMPDIR says where.
 * @param {number} gigabytes how much room they need at most
 * @returns {Record<string, string>} what a run of tests gets in its environment
 */
export const scratch = (gigabytes) => {
  if (process.platform !== 'linux' || process.env['TMPDIR'] !== undefined || !existsSync(inMemory)) return {};
  const { bavail, bsize } = statfsSync(inMemory);
  return Math.min(bavail * bsize, freemem()) > gigabytes * gigabyte ? { TMPDIR: inMemory } : {};
};
