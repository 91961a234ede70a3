import { useEffect, useId, useState, type KeyboardEvent, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { isMac, matchesCombo, parseCombo } from '../window/keyCombos.ts';
import type { MenuPlace } from '../Menu.tsx';
import { say } from '../window/say.ts';
import { toTsv } from './gridText.ts';
import type { Grid, GridEntry } from './gridTypes.ts';

/** Where the keyboard is: −1 is the head. */
export type GridCell = { index: number; column: number };

const headHeight = 31;

type Setting<Row> = {
  grid: Grid<Row>;
  scroller: RefObject<HTMLDivElement | null>;
  rowHeight: number;
  openMenu: (place: MenuPlace) => void;
};

/** Moving, marking, opening and copying by keyboard, after the WAI-ARIA grid pattern. */
export const useGridKeys = <Row>({ grid, scroller, rowHeight, openMenu }: Setting<Row>) => {
  const { t } = useTranslation('ui');
  const prefix = useId();
  const [column, setColumn] = useState(0);
  const [inHead, setInHead] = useState(false);
  const { options } = grid;
  const at = grid.current === null ? -1 : grid.indexOf(grid.current);
  // a row that has left the list (done, where only the unfinished are shown) leaves the keyboard where it stood
  const [stood, setStood] = useState(at);
  if (at >= 0 && at !== stood) setStood(at);
  const gone = at < 0 && stood >= 0;
  // a row that is still on its way becomes current when it is here
  const [awaited, setAwaited] = useState<number | null>(null);
  useEffect(() => {
    const arrived = awaited === null ? undefined : grid.entry(awaited);
    if (arrived === undefined) return;
    grid.setCurrent(arrived.id);
    setAwaited(null);
  }, [awaited, grid]);
  const place: GridCell = {
    index: inHead ? -1 : (awaited ?? Math.max(0, at < 0 ? Math.min(stood, grid.count - 1) : at)),
    column: Math.min(column, Math.max(0, grid.columns.length - 1)),
  };

  /** Brings a row into view, under the head that stays. */
  const reveal = (index: number): void => {
    const box = scroller.current;
    if (box === null || index < 0) return;
    const top = index * rowHeight;
    if (top < box.scrollTop) box.scrollTo({ top });
    const bottom = top + rowHeight + headHeight - box.clientHeight;
    if (bottom > box.scrollTop) box.scrollTo({ top: bottom });
  };
  const moveTo = (index: number, to = place.column): void => {
    const target = Math.min(Math.max(-1, index), grid.count - 1);
    setColumn(Math.min(Math.max(0, to), grid.columns.length - 1));
    setInHead(target < 0);
    const entry = grid.entry(target);
    setAwaited(entry === undefined && target >= 0 ? target : null);
    if (entry !== undefined) grid.setCurrent(entry.id);
    reveal(target);
  };
  const mark = (index: number): void => {
    const entry = grid.entry(index);
    if (options.markable !== true || entry?.kind !== 'row') return;
    const next = new Set(grid.marked);
    if (!next.delete(entry.id)) next.add(entry.id);
    grid.setMarked(next);
  };
  const entry = grid.entry(place.index);
  const copy = (): void => {
    const ids = grid.marked.size > 0 ? grid.marked : new Set(entry?.kind === 'row' ? [entry.id] : []);
    if (ids.size === 0) return;
    const write = async (): Promise<void> => {
      await navigator.clipboard.writeText(toTsv(await grid.copyTable(ids)));
      say(t('grid.copied', { count: ids.size }));
    };
    write().catch(() => say(t('grid.notCopied')));
  };
  const open = (found: GridEntry<Row> | undefined): void => {
    if (found?.kind === 'group') grid.toggleGroup(found.id);
    if (found?.kind === 'row') options.onOpen?.(found.row);
  };
  const inTheHead = (event: KeyboardEvent): boolean => {
    const heading = grid.columns[place.column];
    if (heading === undefined) return false;
    if ((event.code === 'Enter' || event.code === 'Space') && heading.column.sortable !== false) {
      grid.toggleSort(heading.column.key);
      return true;
    }
    if (event.altKey && (event.code === 'ArrowLeft' || event.code === 'ArrowRight')) {
      const shown = document.getElementById(cellId(-1, place.column))?.offsetWidth ?? 120;
      grid.setWidth(heading.column.key, shown + (event.code === 'ArrowLeft' ? -16 : 16));
      return true;
    }
    return false;
  };
  const cellId = (row: number, cell: number): string =>
    `${prefix}-${row}-${grid.entry(row)?.kind === 'group' ? 0 : cell}`;
  const page = (): number =>
    Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 0) - headHeight) / rowHeight) - 1);

  // ← folds a group, → unfolds it; from the first cell of a row ← leads to the head of its group
  const sideways = (by: number): void => {
    const head = place.index < 0 ? -1 : grid.headOf(place.index);
    if (entry?.kind === 'group' && place.index >= 0) {
      if (entry.open === by < 0) grid.toggleGroup(entry.id);
    } else if (by < 0 && place.column === 0 && head >= 0) moveTo(head);
    else moveTo(place.index, place.column + by);
  };
  const plain: Record<string, () => void> = {
    ArrowUp: () => moveTo(place.index - 1),
    ArrowDown: () => moveTo(gone && !inHead ? place.index : place.index + 1),
    ArrowLeft: () => sideways(-1),
    ArrowRight: () => sideways(1),
    PageUp: () => moveTo(Math.max(0, place.index - page())),
    PageDown: () => moveTo(place.index + page()),
    Home: () => moveTo(place.index, 0),
    End: () => moveTo(place.index, grid.columns.length - 1),
    Enter: () => open(entry),
    NumpadEnter: () => open(entry),
    Space: () => mark(place.index),
  };
  const controlled: Record<string, () => void> = {
    Home: () => moveTo(0, 0),
    End: () => moveTo(grid.count - 1, grid.columns.length - 1),
    KeyC: copy,
    KeyA: () => {
      if (options.markable === true) grid.markAll();
    },
  };
  const shifted: Record<string, () => void> = {
    ArrowUp: () => {
      mark(place.index);
      moveTo(place.index - 1);
    },
    ArrowDown: () => {
      mark(place.index);
      moveTo(place.index + 1);
    },
  };
  const letter = (event: KeyboardEvent): (() => void) | undefined => {
    const [, act] =
      Object.entries(options.keys ?? {}).find(([combo]) => matchesCombo(parseCombo(combo), event, isMac())) ?? [];
    if (act === undefined || entry?.kind !== 'row') return undefined;
    return () => act.run(grid.marked.size > 0 ? grid.rowsOf(grid.marked) : [entry.row]);
  };
  const contextMenu = (event: KeyboardEvent): (() => void) | undefined => {
    const asked = event.code === 'ContextMenu' || (event.shiftKey && event.code === 'F10');
    const cell = document.getElementById(cellId(place.index, place.column));
    if (!asked || options.menu === undefined || cell === null) return undefined;
    return () => openMenu({ element: cell });
  };
  const actOf = (event: KeyboardEvent): (() => void) | undefined => {
    const own = letter(event) ?? contextMenu(event);
    if (own !== undefined) return own;
    const control = isMac() ? event.metaKey : event.ctrlKey;
    if (event.altKey) return undefined;
    if (control) return event.shiftKey ? undefined : controlled[event.code];
    if (event.shiftKey) return options.markable === true ? shifted[event.code] : undefined;
    return plain[event.code];
  };

  return {
    place,
    cellId,
    moveTo,
    mark,
    /** The focus came in and no row is current yet: the first one is, not the head over it. */
    enter: () => moveTo(grid.entry(0)?.kind === 'group' && grid.entry(1)?.kind === 'row' ? 1 : 0, 0),
    onKeyDown: (event: KeyboardEvent<HTMLDivElement>): void => {
      if (event.target !== event.currentTarget || event.defaultPrevented) return;
      if (place.index === -1 && inTheHead(event)) {
        event.preventDefault();
        return;
      }
      const act = actOf(event);
      if (act === undefined) return;
      event.preventDefault();
      act();
    },
  };
};
