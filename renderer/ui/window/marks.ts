import { useCallback, useEffect, useState, type RefObject } from 'react';
import { useLocation } from 'react-router';
import { client } from '../core/client.ts';
import { useKeys } from './keys.ts';
import { bringIntoSight, onOwnMove } from './sight.ts';
import { useSearch } from './address.ts';

/** Name of the highlight; its look stands in GlobalLook.tsx. */
const highlight = 'found';
/** How long the page rests before its words are looked through again, in milliseconds. */
const resting = 200;
/** How long the part that the address names may take to show its words before nothing is scrolled to. */
const patience = 1500;
/** The contract takes no more; nobody reads on one page what comes after. */
const mostCharacters = 400_000;
/** Words of the page itself rather than of the records on it. */
const notRecords = '.unseen,[aria-hidden=true],[role=columnheader],[role=tab],label,script,style';

type Mark = { start: number; end: number };

/** The texts on the page, in their order, and where each begins in all of them put together. */
type Texts = { whole: string; nodes: { node: Text; start: number }[] };

const textsIn = (root: HTMLElement): Texts => {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const nodes: Texts['nodes'] = [];
  let whole = '';
  while (walker.nextNode() !== null && whole.length < mostCharacters) {
    const node = walker.currentNode;
    if (!(node instanceof Text) || node.data.trim() === '') continue;
    const parent = node.parentElement;
    if (parent === null || parent.closest(notRecords) !== null || !parent.checkVisibility()) continue;
    nodes.push({ node, start: whole.length });
    // two nodes are two texts: words of neighbouring cells must not grow together
    whole += `${node.data}\n`;
  }
  return { whole: whole.slice(0, mostCharacters), nodes };
};

const rangesOf = ({ nodes }: Texts, marks: readonly Mark[]): Range[] => {
  const ranges: Range[] = [];
  let at = 0;
  for (const { start, end } of marks) {
    while (at + 1 < nodes.length && (nodes[at + 1]?.start ?? Infinity) <= start) at += 1;
    const found = nodes[at];
    if (found === undefined) break;
    const last = found.node.data.length;
    if (start - found.start >= last) continue;
    const range = document.createRange();
    range.setStart(found.node, start - found.start);
    range.setEnd(found.node, Math.min(last, end - found.start));
    ranges.push(range);
  }
  return ranges;
};

/** The part of the page that the address names beside its path (`?item=…`): its element's id ends with that record's. */
const partNamedBy = (search: URLSearchParams): Element | null => {
  for (const [name, value] of search) {
    const part = name === 'mark' || value === '' ? null : document.querySelector(`[id$="-${CSS.escape(value)}"]`);
    if (part !== null) return part;
  }
  return null;
};

/** Marks the words in everything below `root` for as long as it is followed; returns the way to end it. */
const follow = (root: HTMLElement, words: string, onCount: (count: number) => void): (() => void) => {
  const began = performance.now();
  let known = { whole: '', marks: [] as readonly Mark[] };
  let scrolled = false;
  let ended = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const scroll = (ranges: readonly Range[]): void => {
    if (scrolled || ranges.length === 0) return;
    const place = partNamedBy(new URLSearchParams(location.hash.split('?')[1] ?? ''));
    const within = ranges.find((range) => place?.contains(range.startContainer) === true);
    const isLate = performance.now() - began > patience;
    // the part is shown by its page; a mark elsewhere must not lead away from it
    if (place !== null && within === undefined && !isLate) later(patience / 3);
    else scrolled = true;
    const target = place === null ? ranges[0] : within;
    if (target !== undefined) bringIntoSight(target);
  };
  const look = async (): Promise<void> => {
    const texts = textsIn(root);
    if (texts.whole !== known.whole) {
      try {
        known = { whole: texts.whole, marks: await client.search.marks({ words, text: texts.whole }) };
      } catch {
        // without marks the page is still the page; the next change of it asks again
        known = { whole: '', marks: [] };
      }
      if (ended) return;
      // the page may have changed while the core was asked
      if (textsIn(root).whole !== known.whole) {
        later(resting);
        return;
      }
    }
    const ranges = rangesOf(textsIn(root), known.marks);
    CSS.highlights.set(highlight, new Highlight(...ranges));
    onCount(ranges.length);
    scroll(ranges);
  };
  const later = (wait: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void look(), wait);
  };
  const leaveBe = (): void => {
    scrolled = true;
  };
  const changes = new MutationObserver(() => later(resting));
  changes.observe(root, { childList: true, characterData: true, subtree: true });
  const stopListening = onOwnMove(leaveBe);
  later(0);
  return () => {
    ended = true;
    clearTimeout(timer);
    changes.disconnect();
    stopListening();
    CSS.highlights.delete(highlight);
  };
};

/**
 * Marks the words of `?mark=` on the page that is open, in whatever form they stand there, also in rows that come
 * later, and scrolls to the first. Esc takes the marks away. `words`: null where nothing is marked.
 */
export const useMarks = (
  root: RefObject<HTMLElement | null>,
): { words: string | null; count: number; clear: () => void } => {
  const { key, state } = useLocation();
  const [search, setSearch] = useSearch();
  const [count, setCount] = useState(0);
  const words = search.get('mark')?.trim() ?? '';
  useEffect(() => {
    setCount(0);
    if (words === '' || root.current === null) return undefined;
    return follow(root.current, words, setCount);
  }, [root, words, key]);
  const clear = useCallback((): void => {
    setSearch(
      (before) => {
        const rest = new URLSearchParams(before);
        rest.delete('mark');
        return rest;
      },
      { replace: true, state },
    );
  }, [setSearch, state]);
  useKeys({ Esc: clear }, { enabled: words !== '', inText: true });
  return { words: words === '' ? null : words, count, clear };
};
