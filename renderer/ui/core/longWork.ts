import { useState } from 'react';
import type { WorkProgress } from '../../../shared/contract/base.ts';
import { createStore } from '../window/store.ts';
import { client } from './client.ts';

const store = createStore<WorkProgress | null>(null);

/** Long work of this page, also after the page that began it was left: how far it is; null when there is none. */
export const useLongWork = store.use;

type Phase = 'before' | 'measured' | 'after';

/** Where long work stands that is measured in its middle only: before its first word, while it is measured, and from the end of that on. */
export const useWorkPhase = (): { phase: Phase; progress: WorkProgress | null } => {
  const progress = useLongWork();
  const [last, setLast] = useState<Phase>('before');
  // when nothing more is heard of it the page is about to say what came of it
  const phase = progress === null ? last : progress.done < progress.total ? 'measured' : 'after';
  if (phase !== last) setLast(phase);
  return { phase, progress: phase === 'measured' ? progress : null };
};

/** Follows long work to its end and gives what it comes to. */
export const followWork = async <Result>(stream: Promise<AsyncIterator<WorkProgress, Result>>): Promise<Result> => {
  try {
    const items = await stream;
    for (;;) {
      const { done, value } = await items.next();
      if (done === true) return value;
      store.set(value);
    }
  } finally {
    store.set(null);
  }
};

/** Cancels it where it can be cancelled still; whoever follows it hears what came of it. */
export const cancelWork = (): Promise<unknown> => client.workspace.stopWork();
