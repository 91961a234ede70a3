import { useEffect, useRef, useState, type RefObject } from 'react';

/** The width of an element in pixels as it is now; 0 before it is on the page. */
export const useWidth = <T extends HTMLElement>(): [RefObject<T | null>, number] => {
  const place = useRef<T>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [place, width];
};
