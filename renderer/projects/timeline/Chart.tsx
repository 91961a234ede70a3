import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import { useEffect, useId, useMemo, useState, type PointerEvent, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { TimelineView } from '../../../shared/contract/activityViews.ts';
import type { IsoDay } from '../../../shared/dates.ts';
import { ChevronDownIcon, ChevronRightIcon } from '../../ui/icons.tsx';
import { useKeys } from '../../ui/window/keys.ts';
import { BarOf } from './BarOf.tsx';
import { Dependencies } from './Dependencies.tsx';
import { Band, Head, headHeight, Lines, Row, rowHeight, Scroller } from './look.ts';
import type { TimelineRow } from './rows.ts';
import { columnsOf, leftOf, spanOf, widthOf, type Scale } from './scale.ts';
import type { Move, MoveEdge } from './useMove.ts';
import type { TimelineWords } from './useWords.ts';

export type ChartProps = {
  view: TimelineView;
  rows: readonly TimelineRow[];
  scale: Scale;
  /** Width of the names at the left, in pixels. */
  names: number;
  today: IsoDay;
  words: TimelineWords;
  current: string | null;
  move: Move | undefined;
  scroller: RefObject<HTMLDivElement | null>;
  onCurrent: (id: string) => void;
  onOpen: (row: TimelineRow) => void;
  onFold: (id: string, open: boolean) => void;
  onGrab: (event: PointerEvent<HTMLElement>, id: string, edge: MoveEdge) => void;
};

const Calendar = ({
  view,
  scale,
  names,
  today,
  columns,
  heads,
}: Pick<ChartProps, 'view' | 'scale' | 'names' | 'today'> & ReturnType<typeof columnsOf>) => {
  const end = view.endsOn === null ? null : spanOf(scale, view.endsOn, view.endsOn);
  const width = widthOf(scale);
  const at = leftOf(scale, today) + scale.perDay / 2;
  return (
    <Lines aria-hidden="true" style={{ left: names, width }}>
      {columns.map(({ day, left }) => (
        <i key={day} style={{ left }} />
      ))}
      {heads.map(({ day, left }) => (
        <i key={`over ${day}`} data-over="" style={{ left }} />
      ))}
      {end === null ? null : (
        <>
          <i data-after="" style={{ left: Math.min(width, end.left + end.width) }} />
          <i data-end="" style={{ left: end.left + end.width }} />
        </>
      )}
      {at > 0 && at < width ? <i data-today="" style={{ left: at }} /> : null}
    </Lines>
  );
};

const Title = ({ row, words, onFold }: { row: TimelineRow } & Pick<ChartProps, 'words' | 'onFold'>) => {
  const title = words.title(row);
  if (row.kind === 'bar') {
    const { number } = row.bar;
    return (
      <>
        <span className="number" style={{ width: number.length > 4 ? 44 : undefined }}>
          {number}
        </span>
        <span className="title cut" title={title}>
          {title}
        </span>
      </>
    );
  }
  return (
    <>
      <span
        aria-hidden="true"
        style={{ display: 'inline-flex', cursor: 'pointer', flex: 'none' }}
        onMouseDown={() => onFold(row.id, !row.open)}
      >
        {row.open ? <ChevronDownIcon size={13} /> : <ChevronRightIcon size={13} />}
      </span>
      {row.kind === 'line' && row.number !== '' ? (
        <span className="number" style={{ width: 14 }}>
          {row.number}
        </span>
      ) : null}
      <span className="title cut" title={title}>
        {title}
      </span>
    </>
  );
};

const Deviation = ({ row, words }: { row: TimelineRow; words: TimelineWords }) => {
  if (row.kind !== 'bar') return null;
  const late = (row.bar.deviation ?? 0) > 0;
  return <span className={late ? 'deviation late' : 'deviation'}>{words.deviation(row.bar)}</span>;
};

/**
 * The timeline as a tree of rows, each with its bar on the calendar and the same in words. Drawn by hand: rows beyond
 * the window are not drawn. Arrows move and fold, Home, End, PageUp and PageDown go far.
 */
export const Chart = (props: ChartProps) => {
  const { view, rows, scale, names, words, current, scroller } = props;
  const { t } = useTranslation('projects');
  const id = useId();
  const [focused, setFocused] = useState(false);
  const { columns, heads } = useMemo(() => columnsOf(scale), [scale]);
  const at = rows.findIndex((row) => row.id === current);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollPaddingStart: headHeight,
    scrollMargin: headHeight,
    // the current row stays in the page wherever one scrolls, since the focus points to it
    rangeExtractor: (range: Range) => {
      const shown = defaultRangeExtractor(range);
      return at < 0 || shown.includes(at) ? shown : [...shown, at].toSorted((a, b) => a - b);
    },
  });
  const items = virtual.getVirtualItems();
  const inView = items.filter(({ index }) => index !== at || items.length === 1);
  const shown = { first: inView[0]?.index ?? 0, last: inView.at(-1)?.index ?? 0 };

  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at, { align: 'auto' });
  }, [at, virtual]);

  // the bar of the current row comes into view, too, when it lies beyond the window
  const span = rows[at]?.span ?? null;
  const [begins, ends] = span === null ? [0, 0] : [leftOf(scale, span.from), leftOf(scale, span.until) + scale.perDay];
  useEffect(() => {
    const box = scroller.current;
    if (box === null || ends === 0) return;
    const room = box.clientWidth - names;
    if (ends < box.scrollLeft + 4 || begins > box.scrollLeft + room - 4)
      box.scrollTo({ left: Math.max(0, begins - room / 3) });
  }, [begins, ends, names, scroller]);

  const go = (to: number): void => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, to))];
    if (row !== undefined) props.onCurrent(row.id);
  };
  const page = Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 400) - headHeight) / rowHeight) - 1);
  const row = rows[at];
  const fold = (open: boolean): boolean => {
    if (row === undefined) return false;
    if (row.kind !== 'bar' && row.open !== open) props.onFold(row.id, open);
    else if (!open) {
      // from a bar to its heading, as in any tree
      const above = rows.slice(0, at).findLastIndex((one) => one.level < row.level);
      if (above >= 0) go(above);
    } else go(at + 1);
    return true;
  };
  useKeys(
    {
      Up: () => go(at - 1),
      Down: () => go(at + 1),
      Home: () => go(0),
      End: () => go(rows.length - 1),
      PageUp: () => go(at - page),
      PageDown: () => go(at + page),
      Left: () => fold(false),
      Right: () => fold(true),
      Enter: () => (row === undefined ? false : props.onOpen(row)),
    },
    { scope: scroller },
  );
  // where there is little room the deviation is told in the words of the bar only
  const wide = names > 240;
  const width = widthOf(scale);
  const height = rows.length * rowHeight;
  return (
    <Scroller
      ref={scroller}
      role="treegrid"
      tabIndex={0}
      aria-label={t('timeline.label')}
      aria-rowcount={rows.length + 1}
      aria-colcount={4}
      aria-activedescendant={focused && at >= 0 ? `${id}-${rows[at]?.id ?? ''}` : undefined}
      onFocus={(event) => {
        setFocused(event.target === event.currentTarget);
        if (at < 0) go(0);
      }}
      onBlur={() => setFocused(false)}
      onDoubleClick={(event) => {
        const target = (event.target as HTMLElement).closest<HTMLElement>('[data-row]');
        const meant = rows.find((one) => one.id === target?.dataset['row']);
        if (meant !== undefined) props.onOpen(meant);
      }}
    >
      <Head role="row" aria-rowindex={1} style={{ width: names + width }}>
        <div className="names" style={{ width: names }} role="presentation">
          <span className="unseen" role="columnheader">
            {t('activity.col.number')}
          </span>
          <span role="columnheader">{t('timeline.activity')}</span>
          <span role="columnheader" className={wide ? undefined : 'unseen'}>
            {t('timeline.deviation')}
          </span>
        </div>
        <div className="dates" style={{ width }} role="columnheader">
          <span className="unseen">{t('timeline.days')}</span>
          {heads.map((column) => (
            <span
              key={column.day}
              className="over"
              aria-hidden="true"
              style={{ left: column.left, width: column.width }}
            >
              {column.width < 34 ? '' : words.head(column, scale.unit)}
            </span>
          ))}
          {columns.map((column) => (
            <span
              key={column.day}
              className="column"
              aria-hidden="true"
              style={{ left: column.left, width: column.width }}
            >
              {words.column(column, scale.unit)}
            </span>
          ))}
        </div>
      </Head>
      <div style={{ position: 'relative', width: names + width, height }} role="rowgroup">
        {items.map(({ index, start }) => {
          const one = rows[index];
          return one === undefined || (one.kind === 'bar' && one.id !== current) ? null : (
            <Band
              key={one.id}
              aria-hidden="true"
              data-head={one.kind === 'bar' ? undefined : ''}
              data-current={one.id === current ? '' : undefined}
              style={{ top: start - headHeight }}
            />
          );
        })}
        {items.map(({ index, start }) => (
          <Band key={index} aria-hidden="true" style={{ top: start - headHeight }} />
        ))}
        <Calendar view={view} scale={scale} names={names} today={props.today} columns={columns} heads={heads} />
        <Dependencies view={view} rows={rows} scale={scale} shown={shown} left={names} size={{ width, height }} />
        {items.map(({ index, start }) => {
          const one = rows[index];
          if (one === undefined) return null;
          const said = one.kind === 'bar' ? words.bar(one.bar, one.span) : words.span(one.span);
          return (
            <Row
              key={one.id}
              id={`${id}-${one.id}`}
              role="row"
              data-row={one.id}
              data-head={one.kind === 'bar' ? undefined : ''}
              data-current={one.id === current ? '' : undefined}
              data-cancelled={one.kind === 'bar' && one.bar.state === 'cancelled' ? '' : undefined}
              aria-rowindex={index + 2}
              aria-level={one.level}
              aria-selected={one.id === current}
              aria-expanded={one.kind === 'bar' ? undefined : one.open}
              style={{ top: start - headHeight, width: names + width }}
              onMouseDown={() => props.onCurrent(one.id)}
            >
              <div className="name" style={{ width: names }} role="presentation">
                <span
                  role="gridcell"
                  style={{
                    display: 'flex',
                    flex: 1,
                    gap: 8,
                    alignItems: 'center',
                    paddingLeft: one.level === 3 ? 8 : 0,
                  }}
                >
                  <Title row={one} words={words} onFold={props.onFold} />
                </span>
                <span role="gridcell" style={{ flex: 'none' }}>
                  {wide ? <Deviation row={one} words={words} /> : null}
                </span>
              </div>
              <div className="chart" role="gridcell" style={{ width }}>
                <span className="unseen">{said}</span>
                <BarOf
                  row={one}
                  scale={scale}
                  words={said}
                  move={props.move?.id === one.id ? props.move : undefined}
                  onGrab={(event, edge) => {
                    props.onCurrent(one.id);
                    props.onGrab(event, one.id, edge);
                  }}
                />
              </div>
            </Row>
          );
        })}
      </div>
    </Scroller>
  );
};
