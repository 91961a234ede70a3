import { createContext, useContext, useLayoutEffect, useRef, type RefObject } from 'react';
import { belongsToTarget, isMac, isTextField, matchesCombo, parseCombo, type KeyCombo } from './keyCombos.ts';
import { useMountOrder } from './mountOrder.ts';
import { createStore } from './store.ts';

/** Returning false lets the event go on to others and to the browser. */
export type KeyHandler = (event: KeyboardEvent) => void | boolean;

/** Each open dialog is a layer above the page; only the keys of the top layer act. */
export const KeyLayer = createContext(0);

const openLayers = createStore<readonly number[]>([0]);
/** Puts a layer of keys over all there are; returns the way to take it off. */
export const openKeyLayer = (layer: number): (() => void) => {
  openLayers.set([...openLayers.get(), layer]);
  return () => openLayers.set(openLayers.get().toSpliced(openLayers.get().indexOf(layer), 1));
};

const topLayer = (): number => openLayers.get().at(-1) ?? 0;

/** Whether a dialog or the palette is open over the page. */
export const useIsDialogOpen = (): boolean => openLayers.use().length > 1;

/** One component's keys: tries them on the event and says whether it took it. */
type Binding = { order: number; take: (event: KeyboardEvent) => boolean };

const bindings = new Set<Binding>();

const onKeyDown = (event: KeyboardEvent): void => {
  if (event.defaultPrevented || event.isComposing) return;
  for (const binding of [...bindings].toSorted((a, b) => b.order - a.order)) {
    if (!binding.take(event)) continue;
    event.preventDefault();
    return;
  }
};

const bind = (binding: Binding): (() => void) => {
  if (bindings.size === 0) document.addEventListener('keydown', onKeyDown);
  bindings.add(binding);
  return () => {
    bindings.delete(binding);
    if (bindings.size === 0) document.removeEventListener('keydown', onKeyDown);
  };
};

export type KeyOptions = {
  enabled?: boolean;
  /** Let bare letters, arrows and Enter act in text fields too. */
  inText?: boolean;
  /** Leave even combos with Ctrl to a text field that has the focus (its own undo, copy). */
  outsideText?: boolean;
  /** Act only while the focus is within; the whole window otherwise. */
  scope?: RefObject<HTMLElement | null>;
};

const within = (scope: RefObject<HTMLElement | null> | undefined, target: EventTarget | null): boolean =>
  scope === undefined || (target instanceof Node && scope.current?.contains(target) === true);

const combos = new Map<string, KeyCombo>();

const comboOf = (name: string): KeyCombo => {
  const combo = combos.get(name) ?? parseCombo(name);
  combos.set(name, combo);
  return combo;
};

/**
 * Binds combos (`'Ctrl+Down'`, `'E'`, `'F4'`) by physical key while the component is mounted; the innermost and the
 * latest come first. Bare letters act only when no text field has the focus; a handled event goes no further.
 */
export const useKeys = (handlers: Record<string, KeyHandler | undefined>, options: KeyOptions = {}): void => {
  const { enabled = true, inText = false, outsideText = false, scope } = options;
  const layer = useContext(KeyLayer);
  const order = useMountOrder();
  const latest = useRef(handlers);
  // Before the browser paints: a key pressed at what one sees must not meet the handlers of what stood there before.
  useLayoutEffect(() => {
    latest.current = handlers;
  });
  useLayoutEffect(() => {
    if (!enabled) return undefined;
    const take = (event: KeyboardEvent): boolean => {
      if (layer !== topLayer() || !within(scope, event.target)) return false;
      return Object.entries(latest.current).some(([name, handler]) => {
        const combo = comboOf(name);
        if (handler === undefined || !matchesCombo(combo, event, isMac())) return false;
        if (!inText && belongsToTarget(combo, event.target)) return false;
        if (outsideText && isTextField(event.target)) return false;
        return handler(event) !== false;
      });
    };
    return bind({ order, take });
  }, [enabled, inText, outsideText, layer, order, scope]);
};
