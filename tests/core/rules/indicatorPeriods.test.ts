import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../shared/dates.ts';
import {
  comparePeriods,
  fitsFrequency,
  isPeriod,
  periodEnd,
  periodExample,
  periodOf,
  periodsBetween,
  periodStart,
} from '../../../shared/rules/indicatorPeriods.ts';
import { indicatorFrequencies } from '../../../shared/vocabulary.ts';

const anyDay = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays('1950-01-01', days));
const frequency = fc.constantFrom(...indicatorFrequencies);

describe('Periods by the calendar', () => {
  it.each([
    ['2016', '2016-01-01', '2016-12-31'],
    ['2016-H1', '2016-01-01', '2016-06-30'],
    ['2016-H2', '2016-07-01', '2016-12-31'],
    ['2016-Q1', '2016-01-01', '2016-03-31'],
    ['2016-Q4', '2016-10-01', '2016-12-31'],
    ['2016-02', '2016-02-01', '2016-02-29'],
    ['2015-02', '2015-02-01', '2015-02-28'],
  ])('%s runs from %s to %s', (period, from, until) => {
    expect([periodStart(period), periodEnd(period)]).toEqual([from, until]);
  });

  it('are told from what is none, and from those of another frequency', () => {
    expect(['2016', '2016-H2', '2016-Q4', '2016-12'].every(isPeriod)).toBe(true);
    expect(['', '16', '2016-H3', '2016-Q0', '2016-13', '2016-1', '2016-00', 'all'].some(isPeriod)).toBe(false);
    expect(fitsFrequency('2016', 'quarter')).toBe(false);
    expect(fitsFrequency('2016-Q1', 'halfYear')).toBe(false);
    expect(fitsFrequency('2016-05', 'once')).toBe(true);
    for (const each of indicatorFrequencies) expect(fitsFrequency(periodExample[each], each)).toBe(true);
  });

  it('hold each day once, without a gap between them', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 3000 }), frequency, (from, days, each) => {
        const until = addDays(from, days);
        const periods = periodsBetween(from, until, each);
        expect(periods[0]).toBe(periodOf(from, each));
        expect(periods.at(-1)).toBe(periodOf(until, each));
        expect(periods).toEqual(periods.toSorted(comparePeriods));
        for (const period of periods) {
          expect(fitsFrequency(period, each)).toBe(true);
          expect(periodOf(periodStart(period), each)).toBe(period);
          expect(periodOf(periodEnd(period), each)).toBe(period);
        }
        for (const [index, next] of periods.slice(1).entries())
          expect(addDays(periodEnd(periods[index] ?? ''), 1)).toBe(periodStart(next));
      }),
    );
  });

  it('stand in the order of their beginning, the shorter one first', () => {
    expect(['2016', '2015-Q4', '2016-01', '2016-H1', '2016-Q1', '2015'].toSorted(comparePeriods)).toEqual([
      '2015',
      '2015-Q4',
      '2016-01',
      '2016-Q1',
      '2016-H1',
      '2016',
    ]);
  });

  it('of a term that somebody mistyped come to an end', () => {
    expect(periodsBetween('0001-01-01', '9999-12-31', 'month')).toHaveLength(600);
    expect(periodsBetween('9999-01-01', '9999-12-31', 'quarter')).toEqual(['9999-Q1']);
    expect(periodsBetween('2016-05-01', '2016-01-01', 'month')).toEqual([]);
  });
});
