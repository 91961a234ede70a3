import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../shared/errors.ts';
import { largestFigure } from '../../../shared/rules/scaled.ts';
import { rollUp, runningOf, sideBySide } from '../../../shared/rules/summing.ts';
import { indicatorSummings } from '../../../shared/vocabulary.ts';

const value = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });
const gaps = fc.array(fc.option(value), { maxLength: 40 });
const summing = fc.constantFrom(...indicatorSummings);

describe('One figure of several', () => {
  it('is their sum, the last of them or their mean', () => {
    expect(indicatorSummings.map((each) => rollUp([1, 2, 4], each))).toEqual([7, 4, 2]);
    expect(rollUp([1, 2], 'mean')).toBe(2);
    expect(rollUp([-1, -2], 'mean')).toBe(-2);
    expect(rollUp([], 'sum')).toBeNull();
  });

  it('of territories side by side is no last one', () => {
    expect(indicatorSummings.map((each) => sideBySide([10, 20], each))).toEqual([30, 30, 15]);
  });

  it('is refused where it would lose its last digits', () => {
    expect(() => rollUp([largestFigure, 1], 'sum')).toThrow(AppError);
    expect(rollUp([largestFigure, largestFigure - 1], 'mean')).toBe(largestFigure);
  });

  it('is the same whatever the order, except for the last', () => {
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 1 }),
        fc.constantFrom('sum' as const, 'mean' as const),
        (values, each) => {
          expect(rollUp(values.toReversed(), each)).toBe(rollUp(values, each));
        },
      ),
    );
  });
});

describe('A running figure', () => {
  it('is carried over gaps and stops after the last value', () => {
    expect(runningOf([null, 3, null, 5, null], 'sum')).toEqual([null, 3, 3, 8, null]);
    expect(runningOf([1, 4], 'mean')).toEqual([1, 3]);
    expect(runningOf([1, null, 4], 'last')).toEqual([1, 1, 4]);
    expect(runningOf([null, null], 'sum')).toEqual([null, null]);
  });

  it('is at every period what the values up to it make', () => {
    fc.assert(
      fc.property(gaps, summing, (values, each) => {
        const last = values.findLastIndex((known) => known !== null);
        expect(runningOf(values, each)).toEqual(
          values.map((_, index) =>
            index > last
              ? null
              : rollUp(
                  values.slice(0, index + 1).filter((known) => known !== null),
                  each,
                ),
          ),
        );
      }),
    );
  });
});
