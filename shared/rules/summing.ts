import type { IndicatorSumming } from '../vocabulary.ts';
import { divideRounded, plainAmount } from './money.ts';

/** Exact sum. Throws `amountTooLarge`. */
const sumOf = (values: readonly number[]): bigint => values.reduce((sum, value) => sum + BigInt(value), 0n);

/**
 * One figure of several, in the order of their periods: their sum, the last of them, or their mean rounded half away
 * from zero. Null of none. Throws `amountTooLarge`.
 */
export function rollUp(values: readonly number[], summing: IndicatorSumming): number | null {
  const last = values.at(-1);
  if (last === undefined) return null;
  if (summing === 'last') return last;
  const sum = sumOf(values);
  return plainAmount(summing === 'sum' ? sum : divideRounded(sum, BigInt(values.length)));
}

/** Of territories or groups side by side: a mean stays one, everything else adds up. */
export const sideBySide = (values: readonly number[], summing: IndicatorSumming): number | null =>
  rollUp(values, summing === 'mean' ? 'mean' : 'sum');

/** What is reached by the end of each period; null before the first value and after the last one, carried over gaps. */
export function runningOf(values: readonly (number | null)[], summing: IndicatorSumming): (number | null)[] {
  const last = values.findLastIndex((value) => value !== null);
  let sum = 0n;
  let known = 0;
  let reached: number | null = null;
  return values.map((value, index) => {
    if (value !== null) {
      sum += BigInt(value);
      known += 1;
      if (summing === 'last') reached = value;
      else reached = plainAmount(summing === 'sum' ? sum : divideRounded(sum, BigInt(known)));
    }
    return index > last ? null : reached;
  });
}
