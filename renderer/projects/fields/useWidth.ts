import { useLayoutEffect, useState, type RefCallback } from 'react';

/** How wide an element is, in pixels, as the window changes, from when it is on the page; `first` until then. */
export const useWidth = <T extends HTMLElement = HTMLDivElement>(first = 0): [RefCallback<T>, number] => {
  const [element, setElement] = useState<T | null>(null);
  const [width, setWidth] = useState(first);
  useLayoutEffect(() => {
    if (element === null) return undefined;
    const measure = (): void => setWidth(Math.floor(element.clientWidth));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [element]);
  return [setElement, width];
};
