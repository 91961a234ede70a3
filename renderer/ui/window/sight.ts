/** The nearest part of the page around an element that can be scrolled up and down. */
const scrollerOf = (element: Element | null): Element | null => {
  for (let at = element; at !== null; at = at.parentElement) {
    const scrolls = /auto|scroll/.test(getComputedStyle(at).overflowY);
    if (scrolls && at.scrollHeight > at.clientHeight) return at;
  }
  return null;
};

/**
 * Scrolls the nearest part that scrolls, and nothing around it: `scrollIntoView` would also move what only hides its
 * overflow, and the person could not move that back.
 * @param share where it comes to stand: 0 at the top, 1 at the bottom
 */
const scrollTo = (target: Element | Range, share: number, unlessSeen: boolean): void => {
  const scroller = scrollerOf(target instanceof Range ? target.startContainer.parentElement : target.parentElement);
  if (scroller === null) return;
  const [place, box] = [target.getBoundingClientRect(), scroller.getBoundingClientRect()];
  if (unlessSeen && place.top >= box.top && place.bottom <= box.bottom) return;
  scroller.scrollTop += place.top - box.top - box.height * share;
};

/** Calls back when the person begins to move about by themselves; returns the way to stop listening. */
export const onOwnMove = (act: () => void): (() => void) => {
  const acts = ['wheel', 'pointerdown', 'keydown'];
  for (const each of acts) addEventListener(each, act, { passive: true });
  return () => {
    for (const each of acts) removeEventListener(each, act);
  };
};

/** How long what is still loading may push a place away, in milliseconds. */
const settling = 2000;

/**
 * Puts a part of the page at the top of what can be seen, and again while what is around it grows, until the person
 * moves about. Returns the way to stop.
 */
export const bringToTop = (element: Element): (() => void) => {
  const place = (): void => scrollTo(element, 0, false);
  const growth = new ResizeObserver(place);
  for (const sibling of element.parentElement?.children ?? []) growth.observe(sibling);
  const stop = (): void => {
    growth.disconnect();
    stopListening();
    clearTimeout(timer);
  };
  const stopListening = onOwnMove(stop);
  const timer = setTimeout(stop, settling);
  place();
  return stop;
};

/** Brings a place within a text into sight, unless it is. */
export const bringIntoSight = (range: Range): void => scrollTo(range, 1 / 3, true);
