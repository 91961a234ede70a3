import { Worker } from 'node:worker_threads';
import { AppError } from '../../../shared/errors.ts';
import type { Task, TaskName, TaskReply, TaskResult } from './tasks.ts';

/**
 * Long work beside the core, each piece in a thread of its own with its own connection, so that no list waits for a
 * report. Cancelling ends the thread; SQLite rolls back what it had begun.
 */
export function createWorkers(file: string) {
  /** With what refuses the piece of work whose thread it is. */
  const running = new Map<Worker, (error: Error) => void>();
  return {
    run<N extends TaskName>(
      name: N,
      input: Task<N>,
      options: { signal?: AbortSignal; progress?: (done: number, total: number) => void } = {},
    ): Promise<TaskResult<N>> {
      return new Promise((resolve, reject) => {
        const worker = new Worker(file, { workerData: { name, input } });
        running.set(worker, reject);
        const end = () => {
          running.delete(worker);
          options.signal?.removeEventListener('abort', cancel);
          void worker.terminate();
        };
        const cancel = () => {
          end();
          reject(new AppError('cancelled'));
        };
        options.signal?.addEventListener('abort', cancel, { once: true });
        worker.on('message', (reply: TaskReply<N>) => {
          if (reply.kind === 'progress') {
            options.progress?.(reply.done, reply.total);
            return;
          }
          end();
          if (reply.kind === 'result') resolve(reply.result);
          else if (reply.kind === 'refused') reject(new AppError(reply.code, reply.params));
          else reject(new Error(reply.message));
        });
        worker.on('error', (error) => {
          end();
          reject(error);
        });
        worker.on('exit', (code) => {
          if (!running.has(worker)) return;
          end();
          reject(new Error(`worker ended with ${code}`));
        });
      });
    },
    /**
     * Ends whatever runs, as if it had been cancelled, and waits until its connections are closed: the file must not be
     * locked, replaced or given another key while a thread still holds it open.
     */
    async stop() {
      const ending = [...running];
      running.clear();
      await Promise.all(ending.map(([worker]) => worker.terminate()));
      for (const [, refuse] of ending) refuse(new AppError('cancelled'));
    },
  };
}

export type Workers = ReturnType<typeof createWorkers>;
