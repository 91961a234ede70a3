import { existsSync, linkSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client } from '../../shared/contract/index.ts';
import { today } from '../../shared/dates.ts';
import { createWorkspace, openWorkspace, type OpenWorkspace } from '../../electron/core/workspace/open.ts';
import { generateGroups } from './generateGroups.ts';
import { generateMeetings } from './generateMeetings.ts';
import { generateMemoranda } from './generateMemoranda.ts';
import { generateProjects } from './generateProjects.ts';
import { seeded } from './phrases.ts';
import type { Size } from './size.ts';

export { seeded } from './phrases.ts';
export { largeSize, sampleSize, smallSize, type Size } from './size.ts';

/** The places in a generated workspace that a measurement reaches for. */
interface Places {
  /** A meeting in session with items, speeches and decisions, somewhere in the middle. */
  meetingId: string;
  itemId: string;
  speechId: string;
  participantId: string;
  /** The project with most activities, and one of them. */
  projectId: string;
  activityId: string;
}

export interface Generated extends Places {
  path: string;
  key: string;
  open: () => Promise<OpenWorkspace>;
}

/** Nobody has reason to guess it: generated words only. */
const key = '0123456789abcdef'.repeat(6);

const memory = () => {
  const kept = new Map<string, unknown>();
  return { get: (name: string) => kept.get(name), set: (name: string, value: unknown) => void kept.set(name, value) };
};

/**
 * Writes a workspace of this size through the ledger, with its whole history and everything derived from it. The same
 * seed makes the same records; days are counted from the day it is made, so that something is always due. A workspace
 * that the folder has already is taken as it is.
 */
export async function generate(folder: string, name: string, size: Size): Promise<Generated> {
  const path = join(folder, `${name}.viche`);
  const placesFile = join(folder, `${name}.json`);
  const common = { path, key, installation: memory(), door: 'bench', now: Date.now };
  const generated = (places: Places): Generated => ({ path, key, ...places, open: () => openWorkspace(common) });
  if (existsSync(placesFile)) return generated(JSON.parse(readFileSync(placesFile, 'utf8')) as Places);
  // What was begun and not finished.
  for (const side of ['', '-wal', '-shm']) rmSync(`${path}${side}`, { force: true });
  const workspace = await createWorkspace(common);
  workspace.sqlite.pragma('synchronous = OFF');
  const day = today(new Date());
  const random = seeded(20_261_121);
  const groups = generateGroups(workspace, size, random);
  const places = generateMeetings(workspace, size, groups, random, day);
  generateMemoranda(workspace, size, groups, random, day);
  const all = { ...places, ...generateProjects(workspace, size, groups, random, day) };
  workspace.close();
  writeFileSync(placesFile, JSON.stringify(all));
  return generated(all);
}

/** Puts a generated workspace where a program with this `VICHE_HOME` finds it. */
export function lieIn(home: string, { path }: Generated): void {
  mkdirSync(join(home, 'documents'), { recursive: true });
  linkSync(path, join(home, 'documents', 'bench.viche'));
}

/** Opens the workspace that lies there, as somebody with the recovery sheet would. */
export async function openThere(client: Client): Promise<void> {
  const [known] = await client.workspace.known();
  if (known === undefined) throw new Error('no workspace lies there');
  await client.workspace.open({ ref: known.ref, passphrase: null, recoveryKey: key, remember: false });
}

/**
 * A folder for generated workspaces; `VICHE_BENCH_FOLDER` names one that stays, so that a second run need not write
 * them all again. With a name it is always a new one.
 */
export const temporaryFolder = (name?: string) => {
  const kept = process.env['VICHE_BENCH_FOLDER'];
  if (kept !== undefined && name === undefined) return { folder: kept, remove: () => undefined };
  // beside what is kept: a hard link does not reach over to another file system
  const folder = mkdtempSync(join(kept ?? tmpdir(), name ?? 'viche-bench-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
};
