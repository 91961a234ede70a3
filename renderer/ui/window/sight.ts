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

/** Puts a part of the page at the top of what can be seen. */
export const bringToTop = (element: Element): void => scrollTo(element, 0, false);

/** Brings a place within a text into sight, unless it is. */
export const bringIntoSight = (range: Range): void => scrollTo(range, 1 / 3, true);
