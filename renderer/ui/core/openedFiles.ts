import { useEffect } from 'react';
import type { OpenedFile } from '../../../shared/desktopBridge.ts';
import { openedKind, openedOneByOne, openedTogether } from '../../../shared/rules/openedFiles.ts';
import { createStore } from '../window/store.ts';
import { bridge } from './bridge.ts';
import { droppedIn, openedOutside, takeDropped, type PickedFile } from './files.ts';

/** A file that waits to be looked at: opened by double click, dropped on the window, chosen with others. */
export type WaitingFile = OpenedFile & {
  /** Hands it to the core, once; null where another window was faster. Throws `fileUnreadable` and the like. */
  take: () => Promise<PickedFile | null>;
};

const waiting = createStore<readonly WaitingFile[]>([]);

/** Whether the person has just asked for one of them: then it is shown wherever they are. */
const asked = createStore(false);

/** What the page that looks at packages is doing; null while it is not there. */
export type Looking = 'nothing' | 'at one' | 'done with one';
const looking = createStore<Looking | null>(null);

export const useWaitingFiles = waiting.use;
export const useAskedForFiles = asked.use;
export const useLooking = looking.use;

export const forgetAsking = (): void => asked.set(false);

let last = 0;
const own = (name: string, take: WaitingFile['take']): WaitingFile => {
  last += 1;
  const kind = openedKind(name);
  // where a workspace lies only the desktop can know
  return { id: `page ${last}`, name, kind: kind === 'workspace' ? 'unknown' : kind, take };
};

const add = (files: readonly WaitingFile[]): void => {
  if (files.length === 0) return;
  asked.set(true);
  waiting.set(openedOneByOne([...waiting.get(), ...openedTogether(files)]));
};

/** Files that were chosen in a dialog wait like those that were opened outside. */
export const openPicked = (files: readonly PickedFile[]): void =>
  add(files.map((file) => own(file.name, () => Promise.resolve(file))));

/** Files that were dropped on the window. Throws `fileUnreadable` for a folder. To be called before anything is waited for. */
export const openDropped = async (transfer: DataTransfer): Promise<void> => {
  const files = droppedIn(transfer);
  if (bridge === undefined) add(files.map((file) => own(file.name, () => takeDropped(file))));
  else await openedOutside.drop(files);
};

/** Out of those that wait: it is being looked at now, or was put away. */
export const dropWaiting = (id: string): void => waiting.set(waiting.get().filter((file) => file.id !== id));

/** The person does not want to look at them: they stay where they lie on the disk. */
export const putAway = async (files: readonly WaitingFile[]): Promise<void> => {
  for (const { id } of files) dropWaiting(id);
  await Promise.all(files.map(({ take }) => take().catch(() => null)));
};

/** What the desktop keeps for us, beside what this page has of its own. */
const readOutside = async (): Promise<void> => {
  const listed = await openedOutside.list();
  const known = new Set(waiting.get().map(({ id }) => id));
  const there = new Set(listed.map(({ id }) => id));
  const fresh = listed.filter(({ id }) => !known.has(id));
  const kept = waiting.get().filter(({ id }) => id.startsWith('page ') || there.has(id));
  if (fresh.length > 0) asked.set(true);
  waiting.set(
    openedOneByOne([...kept, ...fresh.map((file) => ({ ...file, take: () => openedOutside.take(file.id) }))]),
  );
};

/** Follows what is opened outside the program; once in a window, from its start. */
export const useOpenedOutside = (): void =>
  useEffect(() => {
    if (bridge === undefined) return undefined;
    void readOutside();
    return bridge.onOpened(() => void readOutside());
  }, []);

/** Said by the page that looks at packages: nothing else is shown in its place while it is at one. */
export const useLookingAt = (now: Looking): void => {
  useEffect(() => looking.set(now), [now]);
  useEffect(() => () => looking.set(null), []);
};
