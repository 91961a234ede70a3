import { Worker } from 'node:worker_threads';
import { AppError } from '../../../shared/errors.ts';
import type { Order, Task, TaskName, TaskReply, TaskResult } from './tasks.ts';

/** How long a thread that has done its work waits for more, in milliseconds: a second report is made in a third of the time. */
const patience = 60_000;

/**
 * Long work beside the core, each piece in a thread of its own with its own connection, so that no list waits for a
 * report. Cancelling ends the thread; SQLite rolls back what it had begun.
 */
export function createWorkers(file: string) {
  /** With what refuses the piece of work whose thread it is. */
  const running = new Map<Worker, (error: Error) => void>();
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
    const worker = new Worker(file);
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
      options: { signal?: AbortSignal; progress?: (done: number, total: number) => void } = {},
    ): Promise<TaskResult<N>> {
      return new Promise((resolve, reject) => {
        const worker = take();
        running.set(worker, reject);
        // Named listeners, taken off one by one: a worker carries some of Node's own.
        const leave = () => {
          running.delete(worker);
          worker.off('message', hear).off('error', end).off('exit', miss);
          options.signal?.removeEventListener('abort', cancel);
        };
        const end = (error: Error) => {
          leave();
          void worker.terminate();
          reject(error);
        };
        const miss = (code: number) => {
          if (running.has(worker)) end(new Error(`worker ended with ${code}`));
        };
        const cancel = () => end(new AppError('cancelled'));
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
          else reject(new AppError(reply.code, reply.params));
        };
        worker.on('message', hear).on('error', end).on('exit', miss);
        options.signal?.addEventListener('abort', cancel, { once: true });
        const order: Order<N> = { name, input };
        worker.postMessage(order, []);
      });
    },
    /**
     * Ends whatever runs, as if it had been cancelled, and waits until its connections are closed: the file must not be
     * locked, replaced or given another key while a thread still holds it open. No thread that has seen a key stays.
     */
    async stop() {
      const ending = [...running];
      running.clear();
      await Promise.all([...ending.map(([worker]) => worker.terminate()), dismiss()]);
      for (const [, refuse] of ending) refuse(new AppError('cancelled'));
    },
  };
}

export type Workers = ReturnType<typeof createWorkers>;
