/** Where a tab goes, in CSS pixels from the left edge of the text. */
export interface TabStop {
  at: number;
  side: 'left' | 'center' | 'right';
}

/** Stops that Word has by itself where none are set: every 12.5 mm. */
const usual = (12.5 * 96) / 25.4;

/** A tab as the reader draws it: an em space in a span of its own. */
const isTab = (span: Element): boolean => span.childElementCount === 0 && span.textContent === '\u2003';

const setTab = (
  tab: HTMLElement,
  next: Node | null,
  paragraph: HTMLElement,
  edge: number,
  stops: readonly TabStop[],
): void => {
  const from = tab.getBoundingClientRect().left - edge;
  const hanging = Number.parseFloat(getComputedStyle(paragraph).marginLeft) || 0;
  const all = [...stops, ...(hanging > 0 ? [{ at: hanging, side: 'left' as const }] : [])].toSorted(
    (a, b) => a.at - b.at,
  );
  const stop = all.find(({ at }) => at > from + 1) ?? { at: (Math.floor(from / usual) + 1) * usual, side: 'left' };
  const range = document.createRange();
  range.setStartAfter(tab);
  if (next === null) range.setEndAfter(paragraph.lastChild ?? tab);
  else range.setEndBefore(next);
  const words = range.getBoundingClientRect().width;
  const taken = stop.side === 'right' ? words : stop.side === 'center' ? words / 2 : 0;
  tab.style.display = 'inline-block';
  tab.style.width = `${Math.max(2, stop.at - from - taken - 0.5)}px`;
};

/**
 * Gives every tab the width that takes what follows to its stop. The paper must be on the page and not yet zoomed.
 * @param stops of each paragraph of the text, in order
 */
export function setTabs(body: HTMLElement, stops: readonly (readonly TabStop[])[]): void {
  for (const tab of [...body.querySelectorAll('span')].filter(isTab)) tab.className = 'tab';
  for (const [index, paragraph] of [...body.querySelectorAll<HTMLElement>('article p')].entries()) {
    const tabs = [...paragraph.querySelectorAll<HTMLElement>('.tab')];
    const edge = paragraph.closest('article')?.getBoundingClientRect().left ?? 0;
    // No width yet: the words after a tab are measured as they will stand.
    for (const tab of tabs) tab.style.display = 'none';
    for (const [at, tab] of tabs.entries()) {
      tab.style.display = 'inline-block';
      tab.style.width = '0';
      setTab(tab, tabs[at + 1] ?? null, paragraph, edge, stops[index] ?? []);
    }
  }
}
