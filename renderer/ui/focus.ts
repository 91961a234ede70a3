import { useEffect, useRef, type RefObject } from 'react';

/**
 * A ref whose element (or what `selector` finds in it) takes the focus when it appears, if `wanted`: the first field of
 * a form just opened.
 */
export const useFocusOnMount = <T extends HTMLElement>(wanted: boolean, selector?: string): RefObject<T | null> => {
  const ref = useRef<T>(null);
  const first = useRef({ wanted, selector });
  useEffect(() => {
    if (!first.current.wanted) return;
    const within = first.current.selector;
    const target = within === undefined ? ref.current : ref.current?.querySelector<HTMLElement>(within);
    target?.focus();
  }, []);
  return ref;
};
