import { currencyDigits, divideRounded, plainAmount, rateDigits } from '../../../../shared/rules/money.ts';

export type Sums = { planned: number; committed: number; spent: number };
export type Rate = { currency: string; rate: number };
export type Told = { total: Sums | null; missingRates: string[] };

const power = (digits: number): bigint => 10n ** BigInt(digits);
/** No currency has more minor digits; everything is brought to a common denominator before it is rounded. */
const mostDigits = 4;

/**
 * Sums of several currencies as one of the project's. They are added as exact fractions and each total is rounded once,
 * half away from zero: rounding every part would let a project's total differ by cents from what its rates make of it.
 * The last of several rates of a currency holds. A currency without a rate is named, and no total is told, unless there
 * is nothing in it.
 */
export function inProjectCurrency(
  totals: readonly (Sums & { currency: string })[],
  rates: readonly Rate[],
  currency: string,
): Told {
  const known = new Map(rates.map((rate) => [rate.currency, BigInt(rate.rate)]));
  known.set(currency, power(rateDigits));
  const told = totals.filter(({ planned, committed, spent }) => planned !== 0 || committed !== 0 || spent !== 0);
  const missingRates = [...new Set(told.filter((sum) => !known.has(sum.currency)).map((sum) => sum.currency))];
  if (missingRates.length > 0) return { total: null, missingRates };
  const totalOf = (part: keyof Sums): number => {
    let sum = 0n;
    for (const each of told)
      sum += BigInt(each[part]) * (known.get(each.currency) ?? 0n) * power(mostDigits - currencyDigits(each.currency));
    return plainAmount(divideRounded(sum * power(currencyDigits(currency)), power(rateDigits + mostDigits)));
  };
  return {
    total: { planned: totalOf('planned'), committed: totalOf('committed'), spent: totalOf('spent') },
    missingRates,
  };
}
