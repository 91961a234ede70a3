import type Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { AppError } from '../../../shared/errors.ts';
import { importDirectory } from '../directory/import/importTask.ts';
import { runErasure } from '../exchange/erasure/eraseTask.ts';
import { mergeHeld } from '../exchange/receiving/held.ts';
import { inspectPackage, mergeStaged } from '../exchange/receiving/receiveTasks.ts';
import { runIssueAgain } from '../exchange/sending/issueAgain.ts';
import { sealAll } from '../exchange/sending/sendTasks.ts';
import type { Committed } from '../ledger/ledger.ts';
import { importProject } from '../projects/imports/importTask.ts';
import { inWords, openDatabase } from '../workspace/database.ts';
import type { RawKey } from '../workspace/key.ts';
import { ledgerOf } from '../workspace/ledgerOf.ts';
import { reverse } from '../workspace/reversal.ts';
import type { Progress } from '../longWork.ts';
import type { Writable } from '../workspace/open.ts';
import type { BigWrite, BigWriteName, BigWrites } from './bigWrites.ts';
import { moveTo } from './stages.ts';

type Order<N extends BigWriteName> = { name: N; input: BigWrites[N]['input'] };

export interface BigWriteTask {
  input: {
    path: string;
    key: RawKey;
    /** The core's: the same installation writes, so that nothing is settled and no lock taken a second time. */
    device: string;
    /** How far the core's clock is from this computer's, in milliseconds. */
    clockOffset: number;
    /** Shared with the core; decides between giving up and committing. */
    stage: Int32Array;
    order: { [N in BigWriteName]: Order<N> }[BigWriteName];
  };
  result: { result: BigWrites[BigWriteName]['result']; written: Committed[] };
}

const bigWrites: { [N in BigWriteName]: BigWrite<N> } = {
  projectImport: importProject,
  directoryImport: importDirectory,
  reversal: reverse,
  exchangeSeal: sealAll,
  exchangeInspect: inspectPackage,
  exchangeMerge: mergeStaged,
  exchangeHeld: mergeHeld,
  exchangeErase: runErasure,
  exchangeIssueAgain: runIssueAgain,
};

const perform = <N extends BigWriteName>(workspace: Writable, { name, input }: Order<N>, progress: Progress) =>
  bigWrites[name](workspace, input, progress);

/** How often the pages hear how far it is, in milliseconds. */
const rhythm = 50;

function nowAndThen(progress: Progress): Progress {
  let told = 0;
  return (done, total) => {
    const time = performance.now();
    if (time - told < rhythm && done < total) return;
    told = time;
    progress(done, total);
  };
}

/** The thread's side of `runBigWrite`. All or nothing. */
export async function runBigWriteTask(
  { path, key, device, clockOffset, stage, order }: BigWriteTask['input'],
  progress: Progress,
): Promise<BigWriteTask['result']> {
  let sqlite: Database.Database | null = null;
  try {
    sqlite = openDatabase(path, key);
    sqlite.pragma('synchronous = FULL');
    const now = () => Date.now() + clockOffset;
    const ledger = ledgerOf(sqlite, { device, now, withinTransaction: true });
    const written: Committed[] = [];
    ledger.onCommitted((each) => void written.push(each));
    sqlite.exec('BEGIN IMMEDIATE');
    const result = await perform({ sqlite, db: drizzle(sqlite), ledger }, order, nowAndThen(progress));
    if (!moveTo(stage, 'committing')) throw new AppError('cancelled');
    sqlite.exec('COMMIT');
    return { result, written };
  } catch (error) {
    throw inWords(error);
  } finally {
    // Closing takes back what is not committed.
    sqlite?.close();
  }
}
