import { isPeriod } from '../../../../shared/rules/indicatorPeriods.ts';
import { divideRounded, plainAmount } from '../../../../shared/rules/money.ts';
import { sideBySide } from '../../../../shared/rules/summing.ts';
import type { IndicatorSumming } from '../../../../shared/vocabulary.ts';
import { groupBy, readAll, type Reader } from '../../statements.ts';
import { readPeriodSums, type PeriodSums } from './sums.ts';

/** One entered value; empty territory and key: of all together. */
export type Value = { indicatorId: string; period: string; territory: string; key: string; value: number };

/** Values of one period of one indicator as one figure. */
export function periodTotal(values: readonly Omit<Value, 'indicatorId'>[], summing: IndicatorSumming): number | null {
  const whole = values.find(({ territory, key }) => territory === '' && key === '');
  if (whole) return whole.value;
  const byPlace = placeTotals(values, summing);
  const everywhere = values.filter(({ territory, key }) => territory === '' && key !== '').map(({ value }) => value);
  return byPlace.size > 0 ? sideBySide([...byPlace.values()], summing) : sideBySide(everywhere, summing);
}

/** Of each territory what was said of it as a whole, else of its groups put together. */
export function placeTotals(
  values: readonly Omit<Value, 'indicatorId'>[],
  summing: IndicatorSumming,
): Map<string, number> {
  const places = groupBy(
    values.filter(({ territory }) => territory !== ''),
    ({ territory }) => territory,
  );
  return new Map(
    [...places].flatMap(([territory, own]) => {
      const whole = own.find(({ key }) => key === '')?.value;
      const total =
        whole ??
        sideBySide(
          own.map(({ value }) => value),
          summing,
        );
      return total === null ? [] : [[territory, total] as const];
    }),
  );
}

/** Of each group what was said of it everywhere, else of the territories put together. */
export function groupTotals(
  values: readonly Omit<Value, 'indicatorId'>[],
  summing: IndicatorSumming,
): Map<string, number> {
  const keys = groupBy(
    values.filter(({ key }) => key !== ''),
    ({ key }) => key,
  );
  return new Map(
    [...keys].flatMap(([key, own]) => {
      const whole = own.find(({ territory }) => territory === '')?.value;
      const total =
        whole ??
        sideBySide(
          own.map(({ value }) => value),
          summing,
        );
      return total === null ? [] : [[key, total] as const];
    }),
  );
}

const valuesOfPeriod = (reader: Reader, indicatorId: string, period: string): Value[] =>
  readAll<Value>(
    reader,
    `SELECT indicatorId, period, territory, key, value FROM indicator_value
     WHERE indicatorId = ? AND period = ? AND removed = 0 AND value IS NOT NULL`,
    indicatorId,
    period,
  );

/** All values of one indicator. */
export const valuesOfIndicator = (reader: Reader, indicatorId: string): Value[] =>
  readAll<Value>(
    reader,
    `SELECT indicatorId, period, territory, key, value FROM indicator_value
     WHERE indicatorId = ? AND removed = 0 AND value IS NOT NULL`,
    indicatorId,
  ).filter(({ period }) => isPeriod(period));

/** Sums of territories or groups that are said apart, as one figure. */
const together = (sum: number, values: number, summing: IndicatorSumming): number =>
  summing === 'mean' ? plainAmount(divideRounded(BigInt(sum), BigInt(values))) : sum;

function totalOf(reader: Reader, sums: PeriodSums, summing: IndicatorSumming): number | null {
  const { whole, places, placesSum, groups, groupsSum, both } = sums;
  if (whole !== null) return whole;
  // Groups of territories count where nothing was said of the territory: only the values themselves tell where.
  if (both > 0) return periodTotal(valuesOfPeriod(reader, sums.indicatorId, sums.period), summing);
  if (places > 0) return together(placesSum, places, summing);
  return groups > 0 ? together(groupsSum, groups, summing) : null;
}

/** Of each of these indicators the figure of every period that has one. Throws `amountTooLarge`. */
export function readPeriodValues(
  reader: Reader,
  indicators: readonly { id: string; summing: IndicatorSumming }[],
): Map<string, Map<string, number>> {
  const summings = new Map(indicators.map(({ id, summing }) => [id, summing]));
  const values = new Map<string, Map<string, number>>();
  for (const sums of readPeriodSums(reader, [...summings.keys()])) {
    const total = totalOf(reader, sums, summings.get(sums.indicatorId) ?? 'sum');
    if (total === null || !isPeriod(sums.period)) continue;
    const own = values.get(sums.indicatorId) ?? new Map<string, number>();
    values.set(sums.indicatorId, own.set(sums.period, plainAmount(BigInt(total))));
  }
  return values;
}
