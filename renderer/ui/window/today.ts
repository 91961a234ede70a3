import { useSyncExternalStore } from 'react';
import { today } from '../../../shared/dates.ts';

const now = (): string => today(new Date());

/** How often midnight is looked for, in milliseconds. */
const often = 30_000;

const subscribe = (changed: () => void): (() => void) => {
  const timer = setInterval(changed, often);
  return () => clearInterval(timer);
};

/** Today as `YYYY-MM-DD`; moves on at midnight. */
export const useToday = (): string => useSyncExternalStore(subscribe, now);
