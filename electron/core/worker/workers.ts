import { Worker } from 'node:worker_threads';
import { AppError } from '../../../shared/errors.ts';
import type { Order, Task, TaskName, TaskReply, TaskResult } from './tasks.ts';

/** How long a thread that has done its work waits for more, in milliseconds: a second report is made in a third of the time. */
const patience = 60_000;

/**
 * Megabytes for what a thread has just made: three times 16, as in the Node of Electron 33. Later ones take twice as much,
 * which a large package would fill; long work is no slower with less.
 */
const resourceLimits = { maxYoungGenerationSizeMb: 48 };

/**
 * Long work beside the core, each piece in a thread of its own with its own connection, so that no list waits for a
 * report. Cancelling ends the thread; SQLite rolls back what it had begun.
 */
export function createWorkers(file: string) {
  const running = new Set<{ cancel: () => void; ended: Promise<unknown> }>();
  /** One thread whose work is done: its code is loaded and warm. It keeps no program alive. */
  let spare: { worker: Worker; timer: NodeJS.Timeout } | null = null;

  const dismiss = async () => {
    const idle = spare;
    spare = null;
    if (!idle) return;
    clearTimeout(idle.timer);
    await idle.worker.terminate();
  };
  const start = (): Worker => {
    const worker = new Worker(file, { resourceLimits });
    // A thread that dies while it waits is simply gone.
    const forget = () => {
      if (spare?.worker === worker) void dismiss();
    };
    return worker.on('error', forget).on('exit', forget);
  };
  const keep = (worker: Worker) => {
    if (spare) {
      void worker.terminate();
      return;
    }
    worker.unref();
    spare = { worker, timer: setTimeout(() => void dismiss(), patience).unref() };
  };
  const take = (): Worker => {
    if (!spare) return start();
    const { worker, timer } = spare;
    spare = null;
    clearTimeout(timer);
    worker.ref();
    return worker;
  };

  return {
    run<N extends TaskName>(
      name: N,
      input: Task<N>,
      options: {
        signal?: AbortSignal | undefined;
        progress?: ((done: number, total: number) => void) | undefined;
        /** Asked before it is ended; one that says no comes to its own end soon. */
        mayEnd?: () => boolean;
      } = {},
    ): Promise<TaskResult<N>> {
      if (options.signal?.aborted) return Promise.reject(new AppError('cancelled'));
      const worker = take();
      let cancel = () => {};
      const ended = new Promise<TaskResult<N>>((resolve, reject) => {
        // Named listeners, taken off one by one: a worker carries some of Node's own.
        const leave = () => {
          worker.off('message', hear).off('error', end).off('exit', miss);
          options.signal?.removeEventListener('abort', cancel);
        };
        // It has ended when its connection is closed: what it held in the file is free then.
        const close = async (error: Error) => {
          leave();
          await worker.terminate();
          reject(error);
        };
        const end = (error: Error) => void close(error);
        const miss = (code: number) => end(new Error(`worker ended with ${code}`));
        cancel = () => {
          if (options.mayEnd?.() !== false) end(new AppError('cancelled'));
        };
        const hear = (reply: TaskReply<N>) => {
          if (reply.kind === 'progress') {
            options.progress?.(reply.done, reply.total);
            return;
          }
          if (reply.kind === 'failed') {
            end(new Error(reply.message));
            return;
          }
          leave();
          keep(worker);
          if (reply.kind === 'result') resolve(reply.result);
          else reject(new AppError(reply.code, reply.params, reply.field));
        };
        worker.on('message', hear).on('error', end).on('exit', miss);
        options.signal?.addEventListener('abort', cancel, { once: true });
        const order: Order<N> = { name, input };
        worker.postMessage(order, []);
      });
      const work = { cancel, ended };
      running.add(work);
      const forget = () => void running.delete(work);
      ended.then(forget, forget);
      return ended;
    },
    /**
     * Ends whatever runs, as if it had been cancelled, and waits until its connections are closed: the file must not be
     * locked, replaced or given another key while a thread still holds it open. No thread that has seen a key stays.
     */
    async stop() {
      for (const { cancel } of running) cancel();
      await Promise.allSettled([...running].map(({ ended }) => ended));
      await dismiss();
    },
  };
}

export type Workers = ReturnType<typeof createWorkers>;
