import { useCallback, useState } from 'react';
import { trackSaving } from './saving.ts';

export type Acts = {
  /** Does something in the core, follows it in the status bar and keeps its error; undefined when it did not succeed. */
  run: <T>(act: () => Promise<T>) => Promise<T | undefined>;
  error: unknown;
  running: boolean;
  clear: () => void;
};

/** Acts of a page or a dialog that share one place for their error. */
export const useActs = (): Acts => {
  const [error, setError] = useState<unknown>();
  const [running, setRunning] = useState(0);
  const run = useCallback(async <T>(act: () => Promise<T>): Promise<T | undefined> => {
    setRunning((count) => count + 1);
    try {
      const result = await trackSaving(act());
      setError(undefined);
      return result;
    } catch (caught) {
      setError(caught);
      return undefined;
    } finally {
      setRunning((count) => count - 1);
    }
  }, []);
  const clear = useCallback(() => setError(undefined), []);
  return { run, error, running: running > 0, clear };
};
