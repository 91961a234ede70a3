import { useEffect, type ReactNode } from 'react';
import { useKeys, type KeyHandler } from './keys.ts';
import { useMountOrder } from './mountOrder.ts';
import { createStore } from './store.ts';

/** Something the person can do now: stands in the palette (Ctrl+K) and, with `keys`, on the keyboard. */
export type Command = {
  /** `<area>.<act>`; the native menu calls it by this. */
  id: string;
  label: string;
  /** Heading in the palette, usually the name of the area. */
  group?: string;
  keys?: string;
  icon?: ReactNode;
  disabled?: boolean;
  /** The record that it is about, as its label names it: whoever types that name alone looks for the record. */
  about?: string;
  run: () => void;
};

const offered = createStore<ReadonlyMap<number, readonly Command[]>>(new Map());

/** Innermost and latest first: nearest to what the person is doing. */
const inOrder = (all: ReadonlyMap<number, readonly Command[]>): Command[] =>
  [...all].toSorted(([a], [b]) => b - a).flatMap(([, commands]) => commands);

/**
 * Offers commands while the component is mounted; an array made anew at each render is fine.
 * @param last whether they stand after those of all pages, because they are about no page
 */
export const useCommands = (commands: readonly Command[], last = false): void => {
  const mounted = useMountOrder();
  const order = last ? -mounted : mounted;
  useEffect(() => {
    offered.set(new Map(offered.get()).set(order, commands));
  }, [order, commands]);
  useEffect(
    () => () => {
      const rest = new Map(offered.get());
      rest.delete(order);
      offered.set(rest);
    },
    [order],
  );
  const handlers: Record<string, KeyHandler> = {};
  for (const command of commands) {
    if (command.keys !== undefined && command.disabled !== true) handlers[command.keys] = () => command.run();
  }
  useKeys(handlers);
};

/** Every command offered now; of those with the same id the nearest one, as its key does. */
export const useOfferedCommands = (): Command[] =>
  inOrder(offered.use()).filter(({ id }, at, all) => all.findIndex((one) => one.id === id) === at);

/** Runs a command by its id, as the native menu asks; false when nobody offers it now. */
export const runCommand = (id: string): boolean => {
  const command = inOrder(offered.get()).find((one) => one.id === id);
  if (command === undefined || command.disabled === true) return false;
  command.run();
  return true;
};
