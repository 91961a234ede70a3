import { useEffect, useRef } from 'react';
import { useAwake } from '../../ui/window/awake.ts';
import { watchIdle } from './idleWatch.ts';

const signs = ['keydown', 'pointerdown', 'wheel'] as const;
const channelName = 'viche.somebodyIsThere';
/** How often the clock is looked at, and how often a window in session speaks for all; milliseconds. */
const rhythm = 15_000;

/**
 * Locks after that many minutes without a key, a click or a turn of the wheel in any window; 0 never, and never while a
 * meeting is in session in one of them.
 */
export const useIdleLock = (minutes: number, lock: () => void): void => {
  const awake = useAwake();
  const latest = useRef(lock);
  useEffect(() => {
    latest.current = lock;
  });
  useEffect(() => {
    if (minutes === 0) return undefined;
    const channel = new BroadcastChannel(channelName);
    const post: (sign: string) => void = channel.postMessage.bind(channel);
    const tell = (): void => post('');
    if (awake) {
      tell();
      const beat = setInterval(tell, rhythm);
      return () => {
        clearInterval(beat);
        channel.close();
      };
    }
    const hear = (listener: () => void): void => channel.addEventListener('message', listener);
    const watch = watchIdle(minutes * 60_000, () => latest.current(), { tell, hear });
    const beat = setInterval(watch.check, rhythm);
    for (const sign of signs) window.addEventListener(sign, watch.sign, { passive: true });
    return () => {
      clearInterval(beat);
      channel.close();
      for (const sign of signs) window.removeEventListener(sign, watch.sign);
    };
  }, [minutes, awake]);
};
