import { useVirtualizer, defaultRangeExtractor, type Range } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, useState, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useStatusFact, useStatusKeys } from '../window/status.ts';
import { EmptyState } from '../EmptyState.tsx';
import { CloseIcon } from '../icons.tsx';
import { Menu, type MenuPlace } from '../Menu.tsx';
import { ErrorNotice } from '../Notice.tsx';
import { WaitBar } from '../Waiting.tsx';
import { GridHead } from './GridHead.tsx';
import { GridRow } from './GridRow.tsx';
import { filterWords } from './filterWords.ts';
import { Scroller, Sheet, trackOf, widthOf } from './gridLook.ts';
import { gridPlace, keepGridPlace } from './gridSettings.ts';
import { rowHeights, type Grid } from './gridTypes.ts';
import { useGridKeys } from './useGridKeys.ts';
import { useGridStatus } from './gridStatus.ts';

/** The entry under the pointer, −1 for none. */
const entryAt = (event: MouseEvent): number => {
  const row = (event.target as HTMLElement).closest<HTMLElement>('[data-index]');
  return row === null ? -1 : Number(row.dataset['index']);
};

/**
 * The one table of Viche. Keyboard by the WAI-ARIA grid pattern: arrows, Home, End, PageUp, PageDown move, Space marks,
 * Enter opens, Ctrl+C copies, letters act; in the head Enter orders and Alt with ←, → sets the width.
 */
export const DataGrid = <Row,>({ grid }: { grid: Grid<Row> }) => {
  const { t } = useTranslation('ui');
  const { options } = grid;
  const rowHeight = rowHeights[options.density ?? 'tight'];
  const scroller = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState(false);
  const [menuAt, setMenuAt] = useState<MenuPlace | null>(null);
  const found = grid.current === null ? -1 : grid.indexOf(grid.current);

  const keys = useGridKeys({ grid, scroller, rowHeight, openMenu: setMenuAt });
  const { place, cellId } = keys;

  const virtual = useVirtualizer({
    count: grid.count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 10,
    initialOffset: () => gridPlace(options.id).scroll,
    // the current row stays in the page wherever one scrolls, since the focus points to it
    rangeExtractor: (range: Range) => {
      const shown = defaultRangeExtractor(range);
      return place.index < 0 || place.index >= grid.count || shown.includes(place.index)
        ? shown
        : [...shown, place.index].toSorted((a, b) => a - b);
    },
  });
  useLayoutEffect(() => {
    virtual.measure();
  }, [virtual, rowHeight]);

  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  const { showing } = grid;
  useEffect(() => showing(first, last), [showing, first, last]);

  const revealed = useRef<string>(undefined);
  useEffect(() => {
    const { reveal } = options;
    const index = reveal === undefined || revealed.current === reveal ? -1 : grid.indexOf(reveal);
    if (reveal === undefined || index < 0) return;
    revealed.current = reveal;
    keys.moveTo(index);
  });

  useEffect(() => {
    const element = scroller.current;
    return () => keepGridPlace(options.id, { scroll: element?.scrollTop ?? 0 });
  }, [options.id]);

  const status = useGridStatus(grid);
  useStatusKeys(focused ? status.keys : []);
  useStatusFact(status.fact);

  if (grid.error !== undefined && grid.error !== null) {
    return (
      <div style={{ padding: 16 }}>
        <ErrorNotice error={grid.error} retry={grid.retry} />
      </div>
    );
  }
  if (!grid.waiting && grid.total === 0 && grid.filters.length === 0) {
    return <EmptyState text={options.empty.text} action={options.empty.action} />;
  }

  const nothingFits = !grid.waiting && grid.shown === 0 && grid.filters.length > 0;
  const marks = options.markable === true;
  const current = grid.entry(place.index);

  return (
    <Sheet>
      <WaitBar active={grid.waiting} />
      <Scroller
        ref={scroller}
        role="grid"
        tabIndex={0}
        aria-label={options.label}
        aria-rowcount={grid.count + 1}
        aria-colcount={grid.columns.length + (marks ? 1 : 0)}
        aria-multiselectable={marks}
        aria-busy={grid.waiting}
        aria-activedescendant={focused && grid.count > 0 ? cellId(place.index, place.column) : undefined}
        data-focused={focused ? '' : undefined}
        data-density={options.density ?? 'tight'}
        style={{
          ['--tracks' as string]: trackOf(grid.columns, marks),
          ['--least' as string]: `${widthOf(grid.columns, marks)}px`,
          ['--height' as string]: `${rowHeight}px`,
          ...(nothingFits && { flex: 'none' }),
        }}
        onFocus={(event) => {
          setFocused(event.target === event.currentTarget);
          if (found < 0 && event.target === event.currentTarget) keys.enter();
        }}
        onBlur={() => setFocused(false)}
        onKeyDown={keys.onKeyDown}
        onMouseDown={(event) => {
          const index = entryAt(event);
          const cell = (event.target as HTMLElement).closest<HTMLElement>('[data-column]');
          if (index >= 0) keys.moveTo(index, Number(cell?.dataset['column'] ?? place.column));
          if (index >= 0 && event.ctrlKey) keys.mark(index);
        }}
        onClick={(event) => {
          const entry = grid.entry(entryAt(event));
          if (entry?.kind === 'group') grid.toggleGroup(entry.id);
          // a checkbox that was pressed gives the focus back, so that the keys go on working
          if ((event.target as HTMLElement).closest('[type=checkbox]') !== null) event.currentTarget.focus();
        }}
        onDoubleClick={(event) => {
          const entry = grid.entry(entryAt(event));
          // two clicks on a box are two marks
          if ((event.target as HTMLElement).closest('[type=checkbox]') !== null) return;
          if (entry?.kind === 'row') options.onOpen?.(entry.row);
        }}
        onContextMenu={(event) => {
          const entry = grid.entry(entryAt(event));
          if (options.menu === undefined || entry?.kind !== 'row') return;
          event.preventDefault();
          setMenuAt({ x: event.clientX, y: event.clientY });
        }}
      >
        <GridHead grid={grid} cellId={cellId} active={place.index === -1 ? place.column : undefined} />
        <div role="rowgroup" style={{ height: virtual.getTotalSize(), position: 'relative', minWidth: 'var(--least)' }}>
          {items.map((item) => {
            const shown = grid.entry(item.index);
            return (
              <GridRow
                key={item.key}
                grid={grid}
                index={item.index}
                top={item.start}
                entry={shown}
                isCurrent={item.index === place.index && (grid.current === null || shown?.id === grid.current)}
                activeColumn={item.index === place.index ? place.column : undefined}
                cellId={cellId}
              />
            );
          })}
        </div>
      </Scroller>
      {nothingFits ? (
        <EmptyState
          text={t('filter.nothing', { filters: filterWords(grid, t('filter.empty')).join('; ') })}
          icon={<CloseIcon />}
          action={{ label: t('filter.clear'), run: grid.clearFilters }}
        />
      ) : null}
      <Menu
        label={options.label}
        place={menuAt}
        items={current?.kind === 'row' ? (options.menu?.(current.row) ?? []) : []}
        onClose={() => setMenuAt(null)}
      />
    </Sheet>
  );
};
