import { useEffect, useLayoutEffect, useRef } from 'react';
import { createStore } from '../window/store.ts';
import { errorCode } from './errors.ts';

/** `saved`: all that was typed is in the file. `unsaved`: something waits for its moment. `failed`: the last save did not succeed. */
export type SavingState = 'saved' | 'saving' | 'unsaved' | 'failed';

type Saving = { running: number; unsaved: ReadonlySet<string>; failed: boolean; savedAt: number | undefined };

const store = createStore<Saving>({ running: 0, unsaved: new Set(), failed: false, savedAt: undefined });

const stateOf = ({ running, unsaved, failed }: Saving): SavingState => {
  if (running > 0) return 'saving';
  if (failed) return 'failed';
  return unsaved.size > 0 ? 'unsaved' : 'saved';
};

/** Marks the begin of a write; call the returned function with its outcome, null where a person has cancelled it. */
export const beginSaving = (): ((succeeded: boolean | null) => void) => {
  store.set({ ...store.get(), running: store.get().running + 1 });
  return (succeeded) => {
    const now = store.get();
    store.set({
      ...now,
      running: now.running - 1,
      failed: succeeded === null ? now.failed : !succeeded,
      savedAt: succeeded === true ? Date.now() : now.savedAt,
    });
  };
};

/** Follows one save in the status bar; gives the promise's result or its error. */
export const trackSaving = async <T>(save: Promise<T>): Promise<T> => {
  const end = beginSaving();
  try {
    const result = await save;
    end(true);
    return result;
  } catch (error) {
    end(errorCode(error) === 'cancelled' ? null : false);
    throw error;
  }
};

/** Says that something typed has not been sent to the core yet; `key` names the place. */
export const setUnsaved = (key: string, unsaved: boolean): void => {
  const now = store.get();
  if (now.unsaved.has(key) === unsaved) return;
  const keys = new Set(now.unsaved);
  if (unsaved) keys.add(key);
  else keys.delete(key);
  store.set({ ...now, unsaved: keys });
};

/** Whether all that was typed is in the file; for code outside components. */
export const isSaved = (): boolean => stateOf(store.get()) === 'saved';

/** For the status bar: the state, and the moment of the last save in milliseconds. */
export const useSaving = (): { state: SavingState; savedAt: number | undefined } => {
  const saving = store.use();
  return { state: stateOf(saving), savedAt: saving.savedAt };
};

const flushes = new Set<() => Promise<void>>();

/** What still waits here is saved before the workspace is locked or closed; `flush` settles when it has been. */
export const useFlush = (flush: () => Promise<void>): void => {
  const latest = useRef(flush);
  useLayoutEffect(() => {
    latest.current = flush;
  });
  useEffect(() => {
    const run = (): Promise<void> => latest.current();
    flushes.add(run);
    return () => {
      flushes.delete(run);
    };
  }, []);
};

/** Saves all that waits; does not fail, since what could not be saved says so itself. */
export const flushAll = async (): Promise<void> => {
  await Promise.allSettled([...flushes].map((flush) => flush()));
};
