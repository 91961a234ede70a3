import type { DirectoryImportWrite } from '../directory/import/importTask.ts';
import type { ContactErasure } from '../exchange/erasure/eraseTask.ts';
import type { HeldMerge } from '../exchange/receiving/held.ts';
import type { PackageInspection, PackageMerge } from '../exchange/receiving/receiveTasks.ts';
import type { IssueAgainWrite } from '../exchange/sending/issueAgain.ts';
import type { SealWrite } from '../exchange/sending/sendTasks.ts';
import type { ProjectImportWrite } from '../projects/imports/importTask.ts';
import type { Progress } from '../longWork.ts';
import type { Writable } from '../workspace/open.ts';
import type { ReversalWrite } from '../workspace/reversal.ts';

/** Every kind of big write: what it takes and what it gives. Implemented in `bigWriteTask.ts`. */
export interface BigWrites {
  projectImport: ProjectImportWrite;
  directoryImport: DirectoryImportWrite;
  reversal: ReversalWrite;
  exchangeSeal: SealWrite;
  exchangeInspect: PackageInspection;
  exchangeMerge: PackageMerge;
  exchangeHeld: HeldMerge;
  exchangeErase: ContactErasure;
  exchangeIssueAgain: IssueAgainWrite;
}

export type BigWriteName = keyof BigWrites;

/**
 * The work itself: whatever it writes is one transaction, which is taken back where it throws. It must not go on after
 * the ledger has thrown: what that write had done by then would stay.
 */
export type BigWrite<N extends BigWriteName> = (
  workspace: Writable,
  input: BigWrites[N]['input'],
  progress: Progress,
) => BigWrites[N]['result'] | Promise<BigWrites[N]['result']>;
