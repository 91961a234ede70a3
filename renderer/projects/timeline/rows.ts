import type { TimelineBar, TimelineView } from '../../../shared/contract/activityViews.ts';
import type { IsoDay } from '../../../shared/dates.ts';
import { daysOf } from '../activities/days.ts';

export type Span = { from: IsoDay; until: IsoDay };

/** A row of the timeline: the project, a line of it with the span of what stands under it, or one bar. */
export type TimelineRow =
  | { kind: 'project'; id: string; level: 1; span: Span | null; open: boolean; count: number }
  | {
      kind: 'line';
      id: string;
      level: 2;
      number: string;
      title: string;
      span: Span | null;
      open: boolean;
      count: number;
    }
  | { kind: 'bar'; id: string; level: 2 | 3; bar: TimelineBar; span: Span | null };

export const projectRow = 'project';
/** The heading of what belongs to no line, where there are lines. */
export const otherLine = 'other';

const spanOf = (bar: TimelineBar): Span | null => {
  const { from, until } = daysOf(bar);
  return from === null || until === null ? null : { from, until };
};

const around = (spans: readonly (Span | null)[]): Span | null =>
  spans.reduce<Span | null>((all, span) => {
    if (span === null) return all;
    if (all === null) return span;
    return {
      from: span.from < all.from ? span.from : all.from,
      until: span.until > all.until ? span.until : all.until,
    };
  }, null);

/**
 * The rows in the order of print; what is folded is left out.
 * @param closed ids of rows that are folded
 */
export function rowsOf(view: TimelineView, closed: ReadonlySet<string>): TimelineRow[] {
  const spans = new Map(view.bars.map((bar) => [bar.id, spanOf(bar)]));
  const own: Span | null =
    view.startsOn !== null && view.endsOn !== null ? { from: view.startsOn, until: view.endsOn } : null;
  const open = !closed.has(projectRow);
  const head: TimelineRow = {
    kind: 'project',
    id: projectRow,
    level: 1,
    span: own ?? around([...spans.values()]),
    open,
    count: view.bars.length,
  };
  if (!open) return [head];
  const known = new Set(view.lines.map(({ id }) => id));
  const byLine = new Map<string, TimelineBar[]>();
  for (const bar of view.bars) {
    const line = bar.lineId !== null && known.has(bar.lineId) ? bar.lineId : otherLine;
    byLine.set(line, [...(byLine.get(line) ?? []), bar]);
  }
  const barRows = (bars: readonly TimelineBar[], level: 2 | 3): TimelineRow[] =>
    bars.map((bar) => ({ kind: 'bar', id: bar.id, level, bar, span: spans.get(bar.id) ?? null }));
  const others = byLine.get(otherLine) ?? [];
  if (view.lines.length === 0) return [head, ...barRows(others, 2)];
  const lines = [...view.lines, ...(others.length === 0 ? [] : [{ id: otherLine, number: '', title: '' }])];
  return [
    head,
    ...lines.flatMap(({ id, number, title }): TimelineRow[] => {
      const bars = byLine.get(id) ?? [];
      const isOpen = !closed.has(id);
      const line: TimelineRow = {
        kind: 'line',
        id,
        level: 2,
        number,
        title,
        span: around(bars.map((bar) => spans.get(bar.id) ?? null)),
        open: isOpen,
        count: bars.length,
      };
      return isOpen ? [line, ...barRows(bars, 3)] : [line];
    }),
  ];
}

/** The first and the last day that anything of the timeline touches; null where there is no day at all. */
export function extentOf(view: TimelineView, today: IsoDay): Span | null {
  const days = [
    view.startsOn,
    view.endsOn,
    ...view.bars.flatMap((bar) => [
      bar.plannedFrom,
      bar.plannedUntil,
      bar.baselineFrom,
      bar.baselineUntil,
      bar.actualFrom,
      bar.actualUntil,
    ]),
  ].filter((day) => day !== null);
  if (days.length === 0) return null;
  const first = days.reduce((a, b) => (a < b ? a : b));
  const last = days.reduce((a, b) => (a > b ? a : b));
  // today is shown where it is near, not years away from what is over
  return { from: first, until: today > last && today.slice(0, 4) === last.slice(0, 4) ? today : last };
}

/** What may be moved by hand: what has taken place stays where it was. */
export const isMovable = ({ state, plannedFrom, plannedUntil }: TimelineBar): boolean =>
  (state === 'planned' || state === 'postponed' || state === 'late') && (plannedFrom ?? plannedUntil) !== null;
