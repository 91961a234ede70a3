import { setImmediate as nextTurn } from 'node:timers/promises';
import { AppError } from '../../../shared/errors.ts';

/**
 * Said to whoever wants to write while a big write has the file. Nothing has been done then: what was called may be
 * called again after `ended`. It never leaves the core (see `patiently`).
 */
export class WriteWaits extends Error {
  readonly ended: Promise<void>;

  constructor(ended: Promise<void>) {
    super('a big write is running');
    this.name = 'WriteWaits';
    this.ended = ended;
  }
}

/** Does the work, and again from its beginning after each big write that was in its way. In the order of the asking. */
export async function patiently<T>(work: () => T | Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof WriteWaits)) throw error;
      await error.ended;
    }
  }
}

/**
 * Who may write into an open workspace now. SQLite lets one connection write, and the core's thread must not stand in its
 * busy wait: while a big write runs in a thread of its own, the core's writes are refused before they begin and made
 * again after it. Reads know nothing of this.
 */
export function createWriteGate() {
  let end: Promise<void> | null = null;
  let closed = false;
  const shares = new Set<Promise<unknown>>();

  const pass = () => {
    if (end) throw new WriteWaits(end);
  };

  return {
    /** Throws `WriteWaits` while a big write runs. */
    pass,
    isBusy: (): boolean => end !== null,
    /**
     * For what writes in several steps with pauses between: no big write begins before it has ended. Throws `WriteWaits`
     * before it begins.
     */
    async share<T>(work: () => Promise<T>): Promise<T> {
      pass();
      const running = work();
      shares.add(running);
      try {
        return await running;
      } finally {
        shares.delete(running);
      }
    },
    /** Gives the file to a big write; one after another. Throws `cancelled` where the workspace was closed before it began. */
    async alone<T>(work: () => Promise<T>): Promise<T> {
      for (;;) {
        if (end === null && shares.size === 0) break;
        await (end ?? Promise.allSettled(shares));
        // What waited for it to end goes first, or typing would wait for all of them.
        await nextTurn();
      }
      if (closed) throw new AppError('cancelled');
      const running = work();
      end = running.then(
        () => void (end = null),
        () => void (end = null),
      );
      return running;
    },
    /** No big write begins any more. */
    close() {
      closed = true;
    },
  };
}

export type WriteGate = ReturnType<typeof createWriteGate>;
