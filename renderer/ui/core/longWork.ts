import type { WorkProgress } from '../../../shared/contract/base.ts';
import { createStore } from '../window/store.ts';
import { client } from './client.ts';

const store = createStore<WorkProgress | null>(null);

/** Long work of this page, also after the page that began it was left: how far it is; null when there is none. */
export const useLongWork = store.use;

/** Follows long work to its end and gives what it comes to. */
export const followWork = async <Result>(stream: Promise<AsyncIterator<WorkProgress, Result>>): Promise<Result> => {
  try {
    const items = await stream;
    for (;;) {
      const { done, value } = await items.next();
      if (done === true) return value;
      store.set(value);
    }
  } finally {
    store.set(null);
  }
};

/** Cancels it where it can be cancelled still; whoever follows it hears what came of it. */
export const cancelWork = (): Promise<unknown> => client.workspace.stopWork();
