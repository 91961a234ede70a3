import { createStore } from '../window/store.ts';

const running = createStore(false);

/**
 * While a new workspace is being set up its file is open already, but the recovery sheet has not been seen: the start
 * page stays until the person goes on.
 */
export const setSetUpRunning = running.set;

export const useSetUpRunning = running.use;
