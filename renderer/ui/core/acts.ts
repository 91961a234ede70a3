import { useCallback, useState } from 'react';
import { trackSaving } from './saving.ts';

export type Acts = {
  /** Does something in the core, follows it in the status bar and keeps its error; undefined when it did not succeed. */
  run: <T>(act: () => Promise<T>) => Promise<T | undefined>;
  error: unknown;
  running: boolean;
  clear: () => void;
};

/**
 * Acts of a page or a dialog that share one place for their error.
 * @param tracked whether the status bar follows them as saves; not where they only read
 */
export const useActs = (tracked = true): Acts => {
  const [error, setError] = useState<unknown>();
  const [running, setRunning] = useState(0);
  const run = useCallback(
    async <T>(act: () => Promise<T>): Promise<T | undefined> => {
      setRunning((count) => count + 1);
      try {
        const result = await (tracked ? trackSaving(act()) : act());
        setError(undefined);
        return result;
      } catch (caught) {
        setError(caught);
        return undefined;
      } finally {
        setRunning((count) => count - 1);
      }
    },
    [tracked],
  );
  const clear = useCallback(() => setError(undefined), []);
  return { run, error, running: running > 0, clear };
};
