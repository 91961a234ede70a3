import { AppError } from '../../shared/errors.ts';
import type { WorkProgress } from '../../shared/contract/base.ts';

/** Tells how far it is. */
export type Progress = (done: number, total: number) => void;

/** How long work is followed and cancelled. */
export interface LongWork {
  signal?: AbortSignal | undefined;
  progress?: Progress | undefined;
}

/**
 * Long work as a stream: how far it is, as often as somebody takes it, and then its result. Leaving the stream cancels it,
 * and so does `stop`, after which the stream still tells what came of it.
 */
export function createLongWorks() {
  const running = new Map<string, Set<AbortController>>();

  return {
    async *run<Result>(
      session: string,
      signal: AbortSignal | undefined,
      work: (how: LongWork) => Promise<Result>,
    ): AsyncGenerator<WorkProgress, Result, void> {
      if (signal?.aborted) throw new AppError('cancelled');
      const stopping = new AbortController();
      const leave = () => stopping.abort();
      signal?.addEventListener('abort', leave, { once: true });
      const own = running.get(session) ?? new Set();
      running.set(session, own.add(stopping));
      let latest: WorkProgress | null = null;
      let tell = () => {};
      const progress: Progress = (done, total) => {
        latest = { done, total };
        tell();
      };
      const ended = work({ signal: stopping.signal, progress });
      try {
        for (;;) {
          const news = new Promise<'news'>((resolve) => (tell = () => resolve('news')));
          if (latest === null && (await Promise.race([news, ended.then(() => 'ended')])) === 'ended')
            return await ended;
          const next: WorkProgress | null = latest;
          latest = null;
          if (next !== null) yield next;
        }
      } finally {
        signal?.removeEventListener('abort', leave);
        own.delete(stopping);
        if (own.size === 0) running.delete(session);
        stopping.abort();
        // Who has left does not hear what came of it.
        ended.catch(() => undefined);
      }
    },
    /** Cancels what this page or command has running, as far as it still can be. */
    stop(session: string) {
      for (const each of running.get(session) ?? []) each.abort();
    },
  };
}

export type LongWorks = ReturnType<typeof createLongWorks>;
