import { useEffect, useState, type RefCallback } from 'react';

/** The width of an element in pixels as it is now; 0 before it is on the page. */
export const useWidth = <T extends HTMLElement>(): [RefCallback<T>, number] => {
  const [element, setElement] = useState<T | null>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, [element]);
  return [setElement, width];
};
