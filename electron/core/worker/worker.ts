import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '../../../shared/errors.ts';
import { runReport } from '../reports/reportTask.ts';
import { runBackup } from '../workspace/backupTask.ts';
import type { Task, TaskName, TaskReply } from './tasks.ts';

/** The thread's side: one task, then the end. */
const port = parentPort;
if (!port) throw new Error('runs as a worker thread only');

const say = (reply: TaskReply<TaskName>, transfer: ArrayBuffer[] = []) => port.postMessage(reply, transfer);
const progress = (done: number, total: number) => say({ kind: 'progress', done, total });

type Order = { [N in TaskName]: { name: N; input: Task<N> } }[TaskName];
const order = workerData as Order;

const perform = () => {
  switch (order.name) {
    case 'backup':
      return runBackup(order.input);
    case 'report':
      return runReport(order.input, progress);
  }
};

try {
  say({ kind: 'result', result: await perform() });
} catch (error) {
  if (error instanceof AppError) say({ kind: 'refused', code: error.code, params: error.params });
  else say({ kind: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
}
