import type { ErrorParams } from '../../../shared/errors.ts';
import type { RegisterTask } from '../decisions/registerTask.ts';
import type { ProjectImportTask } from '../projects/imports/importTask.ts';
import type { ProjectWorkbookTask } from '../projects/workbook/workbookTask.ts';
import type { BackupTask } from '../workspace/backupTask.ts';
import type { ReportTask } from '../reports/reportTask.ts';
import type { WorkbookTask } from '../reports/workbookTask.ts';
import type { FolderDueTask } from '../exchange/carriers/folderDue.ts';
import type { OutgoingTask, PackageTask } from '../exchange/sending/sendTasks.ts';
import type { BigWriteTask } from './bigWriteTask.ts';

/** Every kind of long work: what it takes and what it gives. Implemented in `worker.ts`. */
export interface Tasks {
  backup: BackupTask;
  report: ReportTask;
  workbook: WorkbookTask;
  register: RegisterTask;
  projectImport: ProjectImportTask;
  projectWorkbook: ProjectWorkbookTask;
  exchangeOutgoing: OutgoingTask;
  exchangePackage: PackageTask;
  exchangeFolderDue: FolderDueTask;
  bigWrite: BigWriteTask;
}

export type TaskName = keyof Tasks;
export type Task<N extends TaskName> = Tasks[N]['input'];
export type TaskResult<N extends TaskName> = Tasks[N]['result'];

/** What goes to a thread. */
export interface Order<N extends TaskName> {
  name: N;
  input: Task<N>;
}

export type TaskReply<N extends TaskName> =
  | { kind: 'progress'; done: number; total: number }
  | { kind: 'result'; result: TaskResult<N> }
  | { kind: 'refused'; code: string; params: ErrorParams; field?: string | undefined }
  | { kind: 'failed'; message: string };
