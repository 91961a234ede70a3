import { createStore } from '../window/store.ts';
import { orpc, queryClient } from './client.ts';

/**
 * What stays in the window whatever the state of the workspace is: the start pages while a new file is made and its
 * recovery sheet has not been seen; the pages while the file is closed and opened again under another key.
 */
type Held = 'start' | 'pages' | null;

const held = createStore<Held>(null);

export const useHeld = held.use;

/** Whether something is held now; for code outside components. */
export const isHeld = (): boolean => held.get() !== null;

/** Keeps the start pages until `releaseStart`. */
export const holdStart = (): void => held.set('start');

export const releaseStart = (): void => held.set(null);

/** Keeps the pages while `work` closes the file and opens it again; afterwards the state is what the core says. */
export const holdPages = async <T>(work: () => Promise<T>): Promise<T> => {
  held.set('pages');
  try {
    return await work();
  } finally {
    await queryClient.refetchQueries({ queryKey: orpc.workspace.state.key() });
    held.set(null);
  }
};
