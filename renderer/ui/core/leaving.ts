import { useEffect } from 'react';
import { bridge } from './bridge.ts';
import { flushAll, isSaved } from './saving.ts';

/** As long as a closing window waits for what is being saved, in milliseconds; a core that is gone never answers. */
const patience = 3000;

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

const onBeforeUnload = (event: BeforeUnloadEvent): void => {
  if (isSaved()) return;
  // a browser asks the person, which gives the save its time; a window of the desktop is closed again afterwards
  event.preventDefault();
  const saved = Promise.race([flushAll(), pause(patience)]);
  if (bridge === undefined) return;
  window.removeEventListener('beforeunload', onBeforeUnload);
  void saved.then(() => window.close());
};

const onHidden = (): void => {
  if (document.visibilityState === 'hidden') void flushAll();
};

/** Saves what waits when the window is left or put away, and keeps it from closing before that; mounted once. */
export const useCarefulLeaving = (): void => {
  useEffect(() => {
    window.addEventListener('beforeunload', onBeforeUnload);
    document.addEventListener('visibilitychange', onHidden);
    return () => {
      window.removeEventListener('beforeunload', onBeforeUnload);
      document.removeEventListener('visibilitychange', onHidden);
    };
  }, []);
};
