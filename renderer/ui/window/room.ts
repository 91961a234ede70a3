import { useEffect } from 'react';
import { createStore } from './store.ts';

const askers = createStore(0);

/** Asks for all the width while mounted: the navigation is slim until the person widens it. For working screens. */
export const useMuchRoom = (): void => {
  useEffect(() => {
    askers.set(askers.get() + 1);
    return () => askers.set(askers.get() - 1);
  }, []);
};

/** Whether the page on the screen wants the width. */
export const useRoomWanted = (): boolean => askers.use() > 0;

/** As a `ref`: what comes up below the part of a dialog that is in sight is brought there. */
export const intoView = (element: HTMLElement | null): void => element?.scrollIntoView({ block: 'nearest' });
