import { useEffect } from 'react';
import { createStore } from './store.ts';

const holders = createStore(0);

/** Keeps the workspace from locking itself while mounted and `wanted`: a meeting is in session. */
export const useNoIdleLock = (wanted: boolean): void => {
  useEffect(() => {
    if (!wanted) return undefined;
    holders.set(holders.get() + 1);
    return () => holders.set(holders.get() - 1);
  }, [wanted]);
};

/** Whether something keeps the workspace from locking. */
export const useAwake = (): boolean => holders.use() > 0;
