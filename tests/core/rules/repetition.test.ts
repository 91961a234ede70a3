import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths, isIsoDay } from '../../../shared/dates.ts';
import {
  firstUnfinished,
  isPeriodic,
  periodNamed,
  periodsOf,
  periodsToShow,
  periodsUntil,
  type Repetition,
} from '../../../shared/rules/repetition.ts';
import { repeatKinds } from '../../../shared/vocabulary.ts';

const each = (repeat: Repetition['repeat'], more: Partial<Repetition> = {}): Repetition => ({
  repeat,
  repeatDay: null,
  repeatFrom: null,
  repeatUntil: null,
  ...more,
});
const some = (repetition: Repetition, decidedOn: string, count: number) => {
  const list: string[] = [];
  for (const { name, dueOn } of periodsOf(repetition, decidedOn)) {
    if (list.length === count) break;
    list.push(`${name} ${dueOn}`);
  }
  return list;
};

describe('periods', () => {
  it('are named and due as people say it', () => {
    expect(some(each('month'), '2026-11-21', 3)).toEqual([
      '2026-11 2026-11-30',
      '2026-12 2026-12-31',
      '2027-01 2027-01-31',
    ]);
    expect(some(each('quarter', { repeatDay: 20 }), '2026-11-21', 2)).toEqual([
      '2026-Q4 2027-01-20',
      '2027-Q1 2027-04-20',
    ]);
    expect(some(each('halfYear', { repeatDay: 20 }), '2025-10-16', 2)).toEqual([
      '2025-H2 2026-01-20',
      '2026-H1 2026-07-20',
    ]);
    expect(some(each('year', { repeatDay: 31 }), '2026-05-05', 2)).toEqual(['2026 2027-01-31', '2027 2028-01-31']);
  });

  it('are clamped to short months, a leap February among them', () => {
    expect(some(each('month', { repeatDay: 31 }), '2027-12-01', 3)).toEqual([
      '2027-12 2028-01-31',
      '2028-01 2028-02-29',
      '2028-02 2028-03-31',
    ]);
  });

  it('begin with the period of a day and end with that of another', () => {
    expect(some(each('month', { repeatFrom: '2026-02-28', repeatUntil: '2026-03-01' }), '2025-01-01', 9)).toHaveLength(
      2,
    );
    expect(some(each('month', { repeatFrom: '2026-02-28', repeatUntil: '2026-01-31' }), '2025-01-01', 9)).toEqual([]);
    expect(some(each('standing'), '2026-01-01', 9)).toEqual([]);
    expect(some(each('none'), '2026-01-01', 9)).toEqual([]);
  });

  it('are found by their name', () => {
    expect(periodNamed(each('quarter'), '2026-05-01', '2027-Q1')?.dueOn).toBe('2027-03-31');
    expect(periodNamed(each('quarter'), '2026-05-01', '2026-Q1')).toBeNull();
    expect(periodNamed(each('quarter'), '2026-05-01', '2026-05')).toBeNull();
    expect(periodNamed(each('standing'), '2026-05-01', '2026')).toBeNull();
  });
});

describe('the first unfinished period', () => {
  it('follows from what was said, with a deadline that moved', () => {
    const repetition = each('month', { repeatUntil: '2026-03-31' });
    expect(firstUnfinished(repetition, '2026-01-10', [])?.name).toBe('2026-01');
    const done = { period: '2026-01', status: 'done' as const };
    const moved = { period: '2026-02', status: 'inProgress' as const, dueOn: '2026-03-10' };
    expect(firstUnfinished(repetition, '2026-01-10', [done, moved])).toMatchObject({
      name: '2026-02',
      dueOn: '2026-03-10',
    });
    const rest = ['2026-02', '2026-03'].map((period) => ({ period, status: 'cancelled' as const }));
    expect(firstUnfinished(repetition, '2026-01-10', [done, ...rest])).toBeNull();
  });

  it('lists the periods up to the next one', () => {
    expect(periodsUntil(each('month'), '2026-01-10', '2026-03-31').map(({ name }) => name)).toEqual([
      '2026-01',
      '2026-02',
      '2026-03',
    ]);
    expect(periodsUntil(each('month'), '2016-01-10', '2026-03-31', 12)).toHaveLength(12);
  });

  it('are shown with the first unfinished one before them, however far back it lies', () => {
    const shown = periodsToShow(each('month'), '2016-01-10', '2026-03-31', [{ period: '2016-01', status: 'done' }]);
    expect(shown).toHaveLength(61);
    expect(shown.slice(0, 2).map(({ name }) => name)).toEqual(['2016-02', '2021-04']);
    expect(periodsToShow(each('month'), '2026-01-10', '2026-03-31', [])).toEqual(
      periodsUntil(each('month'), '2026-01-10', '2026-03-31'),
    );
  });
});

const day = fc
  .record({
    year: fc.integer({ min: 1990, max: 2060 }),
    month: fc.integer({ min: 1, max: 12 }),
    of: fc.integer({ min: 1, max: 28 }),
  })
  .map(({ year, month, of }) => `${year}-${String(month).padStart(2, '0')}-${String(of).padStart(2, '0')}`);
const months = { none: 0, month: 1, quarter: 3, halfYear: 6, year: 12, standing: 0 };

describe('whatever the repetition', () => {
  it('periods follow each other without a gap, and each is due after it began', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...repeatKinds),
        fc.option(fc.integer({ min: 1, max: 31 }), { nil: null }),
        fc.option(day, { nil: null }),
        day,
        (repeat, repeatDay, repeatFrom, decidedOn) => {
          const list = [];
          for (const period of periodsOf({ repeat, repeatDay, repeatFrom, repeatUntil: null }, decidedOn)) {
            list.push(period);
            if (list.length === 30) break;
          }
          expect(list.length).toBe(isPeriodic(repeat) ? 30 : 0);
          const begins = repeatFrom ?? decidedOn;
          expect(list.slice(0, 1).every(({ startsOn, endsOn }) => startsOn <= begins && begins <= endsOn)).toBe(true);
          for (const [at, period] of list.entries()) {
            expect([period.startsOn, period.endsOn, period.dueOn].every(isIsoDay)).toBe(true);
            expect(period.dueOn > period.startsOn).toBe(true);
            const next = list[at + 1];
            if (!next) continue;
            expect(next.startsOn).toBe(addMonths(period.startsOn, months[repeat]));
            expect(next.startsOn > period.endsOn && next.dueOn > period.dueOn && next.name > period.name).toBe(true);
          }
        },
      ),
    );
  });
});
