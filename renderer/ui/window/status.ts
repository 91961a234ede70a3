import { useEffect } from 'react';
import { useMountOrder } from './mountOrder.ts';
import { createStore, type Store } from './store.ts';

/** One entry of the status bar: a key (or several) and what it does where the focus is. */
export type StatusKey = { keys: string | string[]; label: string };

type Offers<T> = Store<ReadonlyMap<number, T>>;

const keysOffered: Offers<StatusKey[]> = createStore<ReadonlyMap<number, StatusKey[]>>(new Map());
const factsOffered: Offers<string> = createStore<ReadonlyMap<number, string>>(new Map());

const offer = <T>(offers: Offers<T>, order: number, value: T | undefined): void => {
  const next = new Map(offers.get());
  if (value === undefined) next.delete(order);
  else next.set(order, value);
  offers.set(next);
};

const foremost = <T>(offers: ReadonlyMap<number, T>): T | undefined => offers.get(Math.max(...offers.keys()));

/** Shows four to six keys in the status bar while mounted; an empty list leaves it to the page around. */
export const useStatusKeys = (keys: StatusKey[]): void => {
  const order = useMountOrder();
  const text = JSON.stringify(keys);
  useEffect(() => {
    const now = JSON.parse(text) as StatusKey[];
    offer(keysOffered, order, now.length > 0 ? now : undefined);
    return () => offer(keysOffered, order, undefined);
  }, [order, text]);
};

/** Shows one fact of the view at the right end of the status bar while mounted. */
export const useStatusFact = (text: string | undefined): void => {
  const order = useMountOrder();
  useEffect(() => {
    offer(factsOffered, order, text);
    return () => offer(factsOffered, order, undefined);
  }, [order, text]);
};

/** For the status bar itself. */
export const useShownStatus = (): { keys: StatusKey[]; fact: string | undefined } => ({
  keys: foremost(keysOffered.use()) ?? [],
  fact: foremost(factsOffered.use()),
});
