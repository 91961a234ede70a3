import { useEffect, useRef } from 'react';
import { useAwake } from '../../ui/window/awake.ts';

const signs = ['keydown', 'pointerdown', 'wheel'] as const;

/** Locks after that many minutes without a key, a click or a turn of the wheel; 0 never, and never while a meeting is in session. */
export const useIdleLock = (minutes: number, lock: () => void): void => {
  const awake = useAwake();
  const latest = useRef(lock);
  useEffect(() => {
    latest.current = lock;
  });
  useEffect(() => {
    if (minutes === 0 || awake) return undefined;
    const begin = () => setTimeout(() => latest.current(), minutes * 60_000);
    let timer = begin();
    const again = (): void => {
      clearTimeout(timer);
      timer = begin();
    };
    for (const sign of signs) window.addEventListener(sign, again, { passive: true });
    return () => {
      clearTimeout(timer);
      for (const sign of signs) window.removeEventListener(sign, again);
    };
  }, [minutes, awake]);
};
