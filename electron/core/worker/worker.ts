import { parentPort } from 'node:worker_threads';
import { AppError } from '../../../shared/errors.ts';
import { runRegister } from '../decisions/registerTask.ts';
import { runProjectImport } from '../projects/imports/importTask.ts';
import { runProjectWorkbook } from '../projects/workbook/workbookTask.ts';
import { runFolderDue } from '../exchange/carriers/folderDue.ts';
import { runOutgoing, runPackage } from '../exchange/sending/sendTasks.ts';
import { runReport } from '../reports/reportTask.ts';
import { runWorkbook } from '../reports/workbookTask.ts';
import { runBackup } from '../workspace/backupTask.ts';
import { runBigWriteTask } from './bigWriteTask.ts';
import type { Order, TaskName, TaskReply } from './tasks.ts';

/** The thread's side: one piece of work after another, never two at once. */
const port = parentPort;
if (!port) throw new Error('runs as a worker thread only');

const say = (reply: TaskReply<TaskName>) => port.postMessage(reply);
const progress = (done: number, total: number) => say({ kind: 'progress', done, total });

type AnyOrder = { [N in TaskName]: Order<N> }[TaskName];

const perform = (order: AnyOrder) => {
  switch (order.name) {
    case 'backup':
      return runBackup(order.input);
    case 'report':
      return runReport(order.input, progress);
    case 'workbook':
      return runWorkbook(order.input);
    case 'register':
      return runRegister(order.input);
    case 'projectImport':
      return runProjectImport(order.input);
    case 'exchangeOutgoing':
      return runOutgoing(order.input);
    case 'exchangePackage':
      return runPackage(order.input, progress);
    case 'exchangeFolderDue':
      return runFolderDue(order.input);
    case 'projectWorkbook':
      return runProjectWorkbook(order.input);
    case 'bigWrite':
      return runBigWriteTask(order.input, progress);
  }
};

const serve = async (order: AnyOrder) => {
  try {
    say({ kind: 'result', result: await perform(order) });
  } catch (error) {
    if (error instanceof AppError) say({ kind: 'refused', code: error.code, params: error.params, field: error.field });
    else say({ kind: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
};

port.on('message', (order: AnyOrder) => void serve(order));
