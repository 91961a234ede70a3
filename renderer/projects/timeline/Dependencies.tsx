import { useId } from 'react';
import type { TimelineView } from '../../../shared/contract/activityViews.ts';
import { addDays } from '../../../shared/dates.ts';
import { rowHeight } from './look.ts';
import type { TimelineRow } from './rows.ts';
import { leftOf, type Scale } from './scale.ts';

type Point = { index: number; left: number; right: number };

/** The way of an arrow from the end of one bar to the beginning of another. */
export function pathOf(from: Point, to: Point): string {
  const y = from.index * rowHeight + 13;
  const down = to.index > from.index;
  const beside = from.right + 5;
  const target = down ? to.index * rowHeight + 6 : to.index * rowHeight + 27;
  // straight onto the bar from above or below where it lies under the corner
  const corner = Math.max(beside, to.left + 4);
  if (corner <= Math.max(to.right, to.left + 5)) return `M${from.right} ${y}H${corner}V${target}`;
  const between = down ? to.index * rowHeight : (to.index + 1) * rowHeight;
  return `M${from.right} ${y}H${beside}V${between}H${to.left - 7}V${to.index * rowHeight + 13}H${to.left - 2}`;
}

/** Arrows between bars that wait for each other, as far as they cross what is on the screen. */
export const Dependencies = (props: {
  view: TimelineView;
  rows: readonly TimelineRow[];
  scale: Scale;
  /** First and last row on the screen. */
  shown: { first: number; last: number };
  left: number;
  size: { width: number; height: number };
}) => {
  const { view, rows, scale, shown } = props;
  const id = useId();
  const places = new Map<string, Point>();
  rows.forEach((row, index) => {
    if (row.kind === 'bar' && row.span !== null)
      places.set(row.id, {
        index,
        left: leftOf(scale, row.span.from),
        right: leftOf(scale, addDays(row.span.until, 1)),
      });
  });
  return (
    <svg
      aria-hidden="true"
      width={props.size.width}
      height={props.size.height}
      style={{ position: 'absolute', top: 0, left: props.left, pointerEvents: 'none', overflow: 'visible', zIndex: 1 }}
    >
      <marker id={id} viewBox="0 0 6 6" refX="4" refY="3" markerWidth="6" markerHeight="6" orient="auto">
        <path d="M0 0L5 3L0 6z" fill="var(--edge)" />
      </marker>
      {view.dependencies.map((dependency) => {
        const [from, to] = [places.get(dependency.from), places.get(dependency.to)];
        if (from === undefined || to === undefined) return null;
        const [top, bottom] = [Math.min(from.index, to.index), Math.max(from.index, to.index)];
        if (bottom < shown.first || top > shown.last) return null;
        return (
          <path
            key={dependency.id}
            d={pathOf(from, to)}
            fill="none"
            stroke="var(--edge)"
            strokeWidth={1.25}
            markerEnd={`url(#${id})`}
          />
        );
      })}
    </svg>
  );
};
