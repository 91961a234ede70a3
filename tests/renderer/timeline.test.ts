import { describe, expect, it } from 'vitest';
import type { TimelineBar, TimelineView } from '../../shared/contract/activityViews.ts';
import { addDays } from '../../shared/dates.ts';
import { daysOf } from '../../renderer/projects/activities/days.ts';
import { entriesByDay, weeksOf } from '../../renderer/projects/calendar/month.ts';
import { moved } from '../../renderer/projects/timeline/BarOf.tsx';
import { extentOf, isMovable, rowsOf } from '../../renderer/projects/timeline/rows.ts';
import { columnsOf, daysIn, leftOf, makeScale, spanOf, widthOf } from '../../renderer/projects/timeline/scale.ts';

const bar = (id: string, patch: Partial<TimelineBar> = {}): TimelineBar => ({
  id,
  kind: 'activity',
  activityKind: 'training',
  lineId: null,
  number: id,
  title: id,
  state: 'planned',
  plannedFrom: null,
  plannedUntil: null,
  baselineFrom: null,
  baselineUntil: null,
  actualFrom: null,
  actualUntil: null,
  deviation: null,
  participants: null,
  ...patch,
});
const view = (patch: Partial<TimelineView>): TimelineView => ({
  startsOn: null,
  endsOn: null,
  lines: [],
  bars: [],
  dependencies: [],
  ...patch,
});

describe('the scale of the timeline', () => {
  it('shows whole columns around the first and the last day, and fills the room there is', () => {
    const scale = makeScale('2015-02-10', '2015-11-20', 'month', 2000);
    expect(scale.startsOn).toBe('2015-02-01');
    const { columns, heads } = columnsOf(scale);
    expect(columns[0]?.day).toBe('2015-02-01');
    expect(columns.at(-1)?.day).toBe('2015-12-01');
    expect(heads.map(({ day }) => day.slice(0, 4))).toEqual(['2015']);
    expect(widthOf(scale)).toBe(2000);
  });

  it('never makes a column narrower than its words, however long the project', () => {
    const scale = makeScale('2010-01-01', '2019-12-31', 'month', 600);
    for (const { width } of columnsOf(scale).columns) expect(width).toBeGreaterThan(34);
  });

  it('begins quarters and weeks where the calendar does', () => {
    expect(makeScale('2015-05-20', '2015-06-01', 'quarter', 500).startsOn).toBe('2015-04-01');
    expect(makeScale('2015-05-20', '2015-06-01', 'week', 500).startsOn).toBe('2015-05-18');
  });

  it('turns days to pixels and back', () => {
    const scale = makeScale('2015-02-10', '2015-11-20', 'week', 700);
    for (let days = 0; days < 200; days += 7) {
      expect(daysIn(scale, leftOf(scale, addDays(scale.startsOn, days)))).toBe(days);
      expect(daysIn(scale, -days * scale.perDay - scale.perDay * 0.4)).toBe(days === 0 ? 0 : -days);
    }
    expect(spanOf(scale, '2015-03-01', '2015-03-01').width).toBeCloseTo(scale.perDay);
  });
});

describe('the rows of the timeline', () => {
  const lines = [
    { id: 'l1', number: '1', title: 'Перший' },
    { id: 'l2', number: '2', title: 'Другий' },
  ];
  const bars = [
    bar('a', { lineId: 'l1', plannedFrom: '2015-01-10', plannedUntil: '2015-02-10' }),
    bar('b', { lineId: 'l1', actualFrom: '2015-03-01', actualUntil: '2015-03-05', state: 'held' }),
    bar('c'),
  ];

  it('put a line over its bars with their span, and what has no line last', () => {
    const rows = rowsOf(view({ lines, bars }), new Set());
    expect(rows.map(({ id }) => id)).toEqual(['project', 'l1', 'a', 'b', 'l2', 'other', 'c']);
    expect(rows[1]?.span).toEqual({ from: '2015-01-10', until: '2015-03-05' });
    expect(rows[4]?.span).toBeNull();
  });

  it('leave out what is folded', () => {
    expect(rowsOf(view({ lines, bars }), new Set(['l1'])).map(({ id }) => id)).toEqual([
      'project',
      'l1',
      'l2',
      'other',
      'c',
    ]);
    expect(rowsOf(view({ lines, bars }), new Set(['project']))).toHaveLength(1);
  });

  it('have no headings where there are no lines', () => {
    expect(rowsOf(view({ bars }), new Set()).map(({ level }) => level)).toEqual([1, 2, 2, 2]);
  });

  it('reach from the first to the last day of anything, and to a today that is near', () => {
    expect(extentOf(view({ bars }), '2015-06-01')).toEqual({ from: '2015-01-10', until: '2015-06-01' });
    expect(extentOf(view({ bars }), '2026-06-01')).toEqual({ from: '2015-01-10', until: '2015-03-05' });
    expect(extentOf(view({}), '2026-06-01')).toBeNull();
  });
});

describe('moving a bar', () => {
  const span = { from: '2015-03-10', until: '2015-03-12' };
  it('moves it whole or one end, which never passes the other', () => {
    expect(moved(span, { id: '', days: 5, edge: 'both' })).toEqual({ from: '2015-03-15', until: '2015-03-17' });
    expect(moved(span, { id: '', days: -9, edge: 'end' })).toEqual({ from: '2015-03-10', until: '2015-03-10' });
    expect(moved(span, { id: '', days: 9, edge: 'start' })).toEqual({ from: '2015-03-12', until: '2015-03-12' });
  });

  it('is for what is still to come and has a day', () => {
    expect(isMovable(bar('a', { plannedFrom: '2015-03-10' }))).toBe(true);
    expect(isMovable(bar('a', { plannedFrom: '2015-03-10', state: 'held' }))).toBe(false);
    expect(isMovable(bar('a'))).toBe(false);
  });
});

describe('the days of an activity', () => {
  const days = { plannedFrom: '2015-03-01', plannedUntil: '2015-03-20', actualFrom: null, actualUntil: null };
  it('are the planned ones until it has begun, and the planned end while it goes on', () => {
    expect(daysOf(days)).toEqual({ from: '2015-03-01', until: '2015-03-20' });
    expect(daysOf({ ...days, actualFrom: '2015-03-05' })).toEqual({ from: '2015-03-05', until: '2015-03-20' });
    expect(daysOf({ ...days, actualFrom: '2015-03-25' })).toEqual({ from: '2015-03-25', until: '2015-03-25' });
  });
});

describe('the month', () => {
  it('has whole weeks from Monday', () => {
    const weeks = weeksOf('2026-12-18');
    expect(weeks[0]?.[0]).toBe('2026-11-30');
    expect(weeks.at(-1)?.at(-1)).toBe('2027-01-03');
    expect(entriesByDay([], weeks.flat()).size).toBe(35);
  });
});
