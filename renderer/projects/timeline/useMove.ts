import { useCallback, useEffect, useLayoutEffect, useRef, useState, type PointerEvent } from 'react';
import { daysIn, type Scale } from './scale.ts';

export type MoveEdge = 'both' | 'start' | 'end';
/** A bar on its way: by how many days, as a whole or one of its ends. */
export type Move = { id: string; days: number; edge: MoveEdge };

/** Arrows pressed one after the other within this time are one move, in milliseconds. */
const gathering = 400;
/** So long a move that was made stands where it was put until its rows come anew. */
const patience = 3000;

/**
 * Moving bars by pointer and by keys: a drag snaps to days, Esc calls it off; several presses of an arrow are one move.
 * @param state changes when the rows come anew, with the move in them
 */
export const useMove = (options: {
  scale: Scale | null;
  state: unknown;
  onMove: (move: Move) => Promise<unknown>;
}): {
  move: Move | undefined;
  grab: (event: PointerEvent<HTMLElement>, id: string, edge: MoveEdge) => void;
  nudge: (id: string, days: number, edge: MoveEdge) => Move;
} => {
  const { scale, state } = options;
  const [move, setMove] = useState<Move>();
  const latest = useRef({ ...options, move });
  useLayoutEffect(() => {
    latest.current = { ...options, move };
  });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const pressed = useRef<Move>(undefined);
  const made = useRef(false);

  const make = useCallback((now: Move): void => {
    clearTimeout(timer.current);
    pressed.current = undefined;
    if (now.days === 0) {
      setMove(undefined);
      return;
    }
    made.current = true;
    const drop = (): void => {
      made.current = false;
      setMove(undefined);
    };
    timer.current = setTimeout(drop, patience);
    latest.current.onMove(now).catch(drop);
  }, []);

  // the rows have come with the move in them
  useEffect(() => {
    if (!made.current) return;
    made.current = false;
    setMove(undefined);
  }, [state]);
  // whoever leaves the page has meant what the arrows did
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      if (pressed.current !== undefined && pressed.current.days !== 0) void latest.current.onMove(pressed.current);
    },
    [],
  );

  const grab = useCallback(
    (event: PointerEvent<HTMLElement>, id: string, edge: MoveEdge): void => {
      if (event.button !== 0 || scale === null) return;
      event.stopPropagation();
      const begun = event.clientX;
      let now: Move = { id, days: 0, edge };
      const end = (): void => {
        window.removeEventListener('pointermove', follow);
        window.removeEventListener('pointerup', drop);
        window.removeEventListener('pointercancel', cancel);
        window.removeEventListener('keydown', onKey, true);
      };
      const follow = ({ clientX }: globalThis.PointerEvent): void => {
        const days = daysIn(scale, clientX - begun);
        if (days === now.days) return;
        now = { id, days, edge };
        setMove(now);
      };
      const drop = (): void => {
        end();
        make(now);
      };
      const cancel = (): void => {
        end();
        setMove(undefined);
      };
      const onKey = (pressing: KeyboardEvent): void => {
        if (pressing.code !== 'Escape') return;
        pressing.preventDefault();
        pressing.stopPropagation();
        cancel();
      };
      window.addEventListener('pointermove', follow);
      window.addEventListener('pointerup', drop);
      window.addEventListener('pointercancel', cancel);
      window.addEventListener('keydown', onKey, true);
    },
    [scale, make],
  );

  const nudge = useCallback(
    (id: string, days: number, edge: MoveEdge): Move => {
      const before = pressed.current;
      const together = before?.id === id && before.edge === edge;
      if (before !== undefined && !together) make(before);
      const next = { id, edge, days: (together ? before.days : 0) + days };
      pressed.current = next;
      made.current = false;
      setMove(next);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => make(next), gathering);
      return next;
    },
    [make],
  );
  return { move, grab, nudge };
};
