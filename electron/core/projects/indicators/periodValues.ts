import { isPeriod } from '../../../../shared/rules/indicatorPeriods.ts';
import { sideBySide } from '../../../../shared/rules/summing.ts';
import type { IndicatorSumming } from '../../../../shared/vocabulary.ts';
import { asList, groupBy, readAll, type Reader } from '../../statements.ts';

/** One entered value; empty territory and key: of all together. */
export type Value = { indicatorId: string; period: string; territory: string; key: string; value: number };

/** What an indicator has in one period, before territories and groups are put together. */
type PeriodParts = {
  indicatorId: string;
  period: string;
  /** Said of all together. */
  whole: number | null;
  /** Of territories, each together; of groups everywhere; of groups of a territory. Sum and how many. */
  places: number;
  placesSum: number | null;
  groups: number;
  groupsSum: number | null;
  both: number;
};

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

/** Sums are made by SQLite, over an index that holds every column: a period may have a value of each community. */
const partsOf = (reader: Reader, ids: readonly string[]): PeriodParts[] =>
  readAll<PeriodParts>(
    reader,
    `SELECT v.indicatorId, v.period, max(v.value) FILTER (WHERE v.territory = '' AND v.key = '') AS whole,
       count(*) FILTER (WHERE v.territory <> '' AND v.key = '') AS places,
       sum(v.value) FILTER (WHERE v.territory <> '' AND v.key = '') AS placesSum,
       count(*) FILTER (WHERE v.territory = '' AND v.key <> '') AS groups,
       sum(v.value) FILTER (WHERE v.territory = '' AND v.key <> '') AS groupsSum,
       count(*) FILTER (WHERE v.territory <> '' AND v.key <> '') AS both
     FROM json_each(?) j CROSS JOIN indicator_value v ON v.indicatorId = j.value
     WHERE v.removed = 0 AND v.value IS NOT NULL GROUP BY v.indicatorId, v.period`,
    asList(ids),
  );

function totalOf(reader: Reader, parts: PeriodParts, summing: IndicatorSumming): number | null {
  if (parts.whole !== null) return parts.whole;
  // Groups of territories count where nothing was said of the territory: only the values themselves tell where.
  if (parts.both > 0 || summing === 'mean')
    return periodTotal(valuesOfPeriod(reader, parts.indicatorId, parts.period), summing);
  return parts.places > 0 ? parts.placesSum : parts.groupsSum;
}

/** Of each of these indicators the figure of every period that has one. Throws `amountTooLarge`. */
export function readPeriodValues(
  reader: Reader,
  indicators: readonly { id: string; summing: IndicatorSumming }[],
): Map<string, Map<string, number>> {
  const summings = new Map(indicators.map(({ id, summing }) => [id, summing]));
  const values = new Map<string, Map<string, number>>();
  for (const parts of partsOf(reader, [...summings.keys()])) {
    const total = totalOf(reader, parts, summings.get(parts.indicatorId) ?? 'sum');
    if (total === null || !isPeriod(parts.period)) continue;
    const own = values.get(parts.indicatorId) ?? new Map<string, number>();
    values.set(parts.indicatorId, own.set(parts.period, total));
  }
  return values;
}
