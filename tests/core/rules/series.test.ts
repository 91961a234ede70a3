import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, isWeekend, isWorkingDay, weekday } from '../../../shared/dates.ts';
import { seriesDays, type Rhythm } from '../../../shared/rules/series.ts';

const none = new Map<string, string>();
const daysOf = (rhythm: Rhythm, times: number): string[] =>
  seriesDays(rhythm, times, 'keep', none).days.map(({ on }) => on);

describe('a series', () => {
  it('falls every second Thursday, the first one on or after its beginning', () => {
    // 7 March 2016 was a Monday.
    expect(daysOf({ startsOn: '2016-03-07', every: { unit: 'week', count: 2 }, weekday: 4 }, 4)).toEqual([
      '2016-03-10',
      '2016-03-24',
      '2016-04-07',
      '2016-04-21',
    ]);
  });

  it('keeps the day of the month where a month has it', () => {
    const monthly: Rhythm = { startsOn: '2026-01-31', every: { unit: 'month', count: 1 }, weekday: null };
    expect(daysOf(monthly, 4)).toEqual(['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30']);
    expect(daysOf({ ...monthly, startsOn: '2026-01-05', weekday: 5 }, 3)).toEqual([
      '2026-01-09',
      '2026-02-06',
      '2026-03-06',
    ]);
  });

  it('of days on one weekday takes those days of the rhythm that fall on it', () => {
    expect(daysOf({ startsOn: '2026-03-02', every: { unit: 'day', count: 1 }, weekday: 3 }, 3)).toEqual([
      '2026-03-04',
      '2026-03-11',
      '2026-03-18',
    ]);
    expect(daysOf({ startsOn: '2026-03-02', every: { unit: 'day', count: 10 }, weekday: null }, 3)).toEqual([
      '2026-03-02',
      '2026-03-12',
      '2026-03-22',
    ]);
  });

  it('moves a holiday to the next working day, or leaves it out, and says which', () => {
    const weekly: Rhythm = { startsOn: '2026-12-18', every: { unit: 'week', count: 1 }, weekday: null };
    const holidays = new Map([
      ['2026-12-25', 'Різдво'],
      ['2026-12-28', 'вихідний'],
    ]);
    expect(seriesDays(weekly, 3, 'move', holidays)).toEqual({
      days: [
        { on: '2026-12-18', moved: '' },
        { on: '2026-12-29', moved: 'Різдво' },
        { on: '2027-01-01', moved: '' },
      ],
      skipped: [],
    });
    expect(seriesDays(weekly, 3, 'skip', holidays)).toEqual({
      days: ['2026-12-18', '2027-01-01', '2027-01-08'].map((on) => ({ on, moved: '' })),
      skipped: [{ on: '2026-12-25', holiday: 'Різдво' }],
    });
  });

  it('is refused where it would run for decades', () => {
    const yearly: Rhythm = { startsOn: '2026-01-01', every: { unit: 'month', count: 12 }, weekday: null };
    expect(() => seriesDays(yearly, 40, 'keep', none)).toThrowError('seriesTooLong');
  });

  it('has as many days as asked for, in order, never on a holiday unless they are kept', () => {
    const rhythm = fc.record({
      startsOn: fc.integer({ min: 0, max: 2_000 }).map((n) => addDays('2024-01-01', n)),
      every: fc.record({
        unit: fc.constantFrom('day' as const, 'week' as const, 'month' as const),
        count: fc.integer({ min: 1, max: 6 }),
      }),
      weekday: fc.option(fc.integer({ min: 1, max: 7 }), { nil: null }),
    });
    const holidays = fc
      .array(fc.integer({ min: 0, max: 2_500 }), { maxLength: 300 })
      .map((days) => new Map(days.map((n) => [addDays('2024-01-01', n), 'свято'])));
    fc.assert(
      fc.property(
        rhythm,
        fc.integer({ min: 1, max: 30 }),
        fc.constantFrom('move' as const, 'skip' as const, 'keep' as const),
        holidays,
        (given, times, rule, off) => {
          const { days, skipped } = seriesDays(given, times, rule, off);
          expect(days).toHaveLength(times);
          expect(days.map(({ on }) => on)).toEqual(days.map(({ on }) => on).toSorted());
          expect(days.filter(({ on }) => on < given.startsOn)).toEqual([]);
          expect(days.filter(({ on }) => rule !== 'keep' && off.has(on))).toEqual([]);
          const moved = days.filter((each) => each.moved !== '');
          expect(moved.filter(({ on }) => isWeekend(on) || !isWorkingDay(on, off))).toEqual([]);
          const asItFalls = days.filter((each) => each.moved === '');
          expect(asItFalls.filter(({ on }) => given.weekday !== null && weekday(on) !== given.weekday)).toEqual([]);
          expect(skipped.every(({ on }) => rule === 'skip' && off.has(on))).toBe(true);
        },
      ),
    );
  });
});
