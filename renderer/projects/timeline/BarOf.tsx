import type { PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { TimelineBar } from '../../../shared/contract/activityViews.ts';
import { addDays, compareDays } from '../../../shared/dates.ts';
import { AfterLine, Bar, Baseline, Diamond, DiamondWords, Summary } from './look.ts';
import { isMovable, type Span, type TimelineRow } from './rows.ts';
import { leftOf, spanOf, type Scale } from './scale.ts';
import type { Move, MoveEdge } from './useMove.ts';

/** Narrower than this a bar is drawn as a diamond, in pixels. */
const leastBar = 5;

/** What the number of participants takes beside a diamond, in pixels. */
const roomForWords = 96;

/** Where a bar stands while it is being moved. */
export const moved = (span: Span, move: Move | undefined): Span => {
  if (move === undefined) return span;
  const from = move.edge === 'end' ? span.from : addDays(span.from, move.days);
  const until = move.edge === 'start' ? span.until : addDays(span.until, move.days);
  // an edge that is pulled over the other one stops there
  if (compareDays(from, until) <= 0) return { from, until };
  return move.edge === 'end' ? { from, until: from } : { from: until, until };
};

const baselineOf = ({ baselineFrom, baselineUntil }: TimelineBar): Span | null => {
  const from = baselineFrom ?? baselineUntil;
  return from === null ? null : { from, until: baselineUntil ?? from };
};

type Shared = {
  bar: TimelineBar;
  span: Span;
  scale: Scale;
  words: string;
  moving: boolean;
  onGrab: (event: PointerEvent<HTMLElement>, edge: MoveEdge) => void;
};

const DayMark = ({ bar, span, scale, words, moving, onGrab }: Shared) => {
  const { t } = useTranslation('projects');
  const middle = leftOf(scale, span.from) + scale.perDay / 2;
  const baseline = baselineOf(bar);
  const planned = baseline === null ? null : leftOf(scale, baseline.until) + scale.perDay / 2;
  const isAfter = baseline !== null && span.until > baseline.until;
  const movable = isMovable(bar);
  // Beside both diamonds: on the left, or where there is no room, on the right.
  const [first, last] = [Math.min(middle, planned ?? middle), Math.max(middle, planned ?? middle)];
  const beside = first < roomForWords ? { left: last + 11 } : { right: `calc(100% - ${first - 11}px)` };
  return (
    <>
      {planned === null || baseline?.until === span.until ? null : (
        <>
          <AfterLine style={{ left: Math.min(planned, middle), width: Math.abs(middle - planned) }} />
          <Diamond data-baseline="" style={{ left: planned }} />
        </>
      )}
      {bar.participants === null || bar.participants === 0 ? null : (
        <DiamondWords style={beside}>{t('timeline.participants', { count: bar.participants })}</DiamondWords>
      )}
      <Diamond
        title={words}
        data-bar={bar.id}
        data-state={bar.state}
        data-after={isAfter ? '' : undefined}
        data-movable={movable ? '' : undefined}
        data-moving={moving ? '' : undefined}
        style={{ left: middle }}
        onPointerDown={movable ? (event) => onGrab(event, 'both') : undefined}
      />
    </>
  );
};

const LongBar = ({ bar, span, scale, words, moving, onGrab }: Shared) => {
  const { left, width } = spanOf(scale, span.from, span.until);
  const baseline = baselineOf(bar);
  const movable = isMovable(bar);
  const late =
    baseline === null || span.until <= baseline.until
      ? 0
      : Math.min(width, left + width - leftOf(scale, addDays(baseline.until, 1)));
  const kept = baseline === null ? null : spanOf(scale, baseline.from, baseline.until);
  return (
    <>
      {kept === null ? null : <Baseline style={{ left: kept.left, width: Math.max(kept.width, 4) }} />}
      <Bar
        title={words}
        data-bar={bar.id}
        data-state={bar.state}
        data-movable={movable ? '' : undefined}
        data-moving={moving ? '' : undefined}
        style={{ left, width }}
        onPointerDown={movable ? (event) => onGrab(event, 'both') : undefined}
      >
        {late > 0 ? <span className="after" style={{ width: late }} /> : null}
        {movable && bar.kind === 'activity' ? (
          <>
            <span className="edge" style={{ left: 0 }} onPointerDown={(event) => onGrab(event, 'start')} />
            <span className="edge" style={{ right: 0 }} onPointerDown={(event) => onGrab(event, 'end')} />
          </>
        ) : null}
      </Bar>
    </>
  );
};

/** What stands on the calendar in a row: the span of a heading, a bar with its baseline, or a diamond. */
export const BarOf = (props: {
  row: TimelineRow;
  scale: Scale;
  words: string;
  move: Move | undefined;
  onGrab: (event: PointerEvent<HTMLElement>, edge: MoveEdge) => void;
}) => {
  const { row, scale, move } = props;
  if (row.span === null) return null;
  if (row.kind !== 'bar') {
    const { left, width } = spanOf(scale, row.span.from, row.span.until);
    return <Summary data-whole={row.kind === 'project' ? '' : undefined} style={{ left, width: Math.max(width, 8) }} />;
  }
  const span = moved(row.span, move);
  const shared = { bar: row.bar, span, scale, words: props.words, moving: move !== undefined, onGrab: props.onGrab };
  const isDay = row.bar.kind === 'milestone' || (span.from === span.until && scale.perDay < leastBar * 2);
  return isDay || spanOf(scale, span.from, span.until).width < leastBar ? (
    <DayMark {...shared} />
  ) : (
    <LongBar {...shared} />
  );
};
