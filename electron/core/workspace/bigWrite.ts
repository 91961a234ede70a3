import type { Core } from '../core.ts';
import type { Author, Committed } from '../ledger/ledger.ts';
import type { Undone } from '../ledger/undo.ts';
import type { LongWork } from '../longWork.ts';
import type { BigWriteTask } from '../worker/bigWriteTask.ts';
import type { BigWriteName, BigWrites } from '../worker/bigWrites.ts';
import { moveTo, newStage } from '../worker/stages.ts';

/**
 * Writes much in one transaction beside the core's thread, which goes on answering reads; other writes wait for its end
 * (see `writeGate.ts`). The pages hear of it, and undo takes it back, as if it had been written here.
 *
 * `signal` cancels: the file is then as it was. Once it is being committed it cannot be cancelled any more, and the
 * result comes. Throws `cancelled` (also where the workspace is locked or closed meanwhile) and what the work throws.
 */
export function runBigWrite<N extends BigWriteName>(
  core: Core,
  name: N,
  input: BigWrites[N]['input'],
  { signal, progress }: LongWork = {},
): Promise<BigWrites[N]['result']> {
  const { path, key, ledger, sqlite, writes } = core.workspace();
  return writes.alone(async () => {
    const stage = newStage();
    let written: Committed[] = [];
    try {
      const done = await core.workers.run(
        'bigWrite',
        {
          path,
          key,
          device: ledger.device,
          clockOffset: (core.ports.now ?? Date.now)() - Date.now(),
          stage,
          order: { name, input } as BigWriteTask['input']['order'],
        },
        { signal, progress, mayEnd: () => moveTo(stage, 'givenUp') },
      );
      ({ written } = done);
      return done.result;
    } finally {
      // Also where it failed: should the thread have died after its commit, our clock still goes on after it.
      if (sqlite.open) ledger.caughtUp(written);
    }
  });
}

/** An act of up to this many changes is taken back faster than a thread begins. */
const mostHere = 500;

/** Undo and redo of the session's last act, where it was. Throws `nothingToUndo`, `nothingToRedo`. */
export const reverseLast = (core: Core, author: Author, kind: 'undo' | 'redo'): Undone | Promise<Undone> => {
  const { ledger } = core.workspace();
  return ledger.reversalSize(author.session, kind) > mostHere
    ? runBigWrite(core, 'reversal', { author, kind })
    : ledger[kind](author);
};
