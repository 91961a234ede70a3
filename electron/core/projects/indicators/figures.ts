import type { IndicatorRow } from '../../../../shared/contract/indicatorViews.ts';
import type { IsoDay } from '../../../../shared/dates.ts';
import {
  comparePeriods,
  fitsFrequency,
  periodEnd,
  periodOf,
  periodsBetween,
  periodStart,
} from '../../../../shared/rules/indicatorPeriods.ts';
import { rollUp, runningOf } from '../../../../shared/rules/summing.ts';
import type { IndicatorFrequency, IndicatorSumming } from '../../../../shared/vocabulary.ts';

/** What the figures of an indicator are made from. */
export type Measured = {
  frequency: IndicatorFrequency;
  summing: IndicatorSumming;
  /** Counted from the records: a period without any is 0, not unknown. */
  counted: boolean;
  values: ReadonlyMap<string, number>;
  targets: ReadonlyMap<string, number>;
  startsOn: IsoDay | null;
  endsOn: IsoDay | null;
  /** Figures are told as of this day: periods that begin later have no value yet. */
  day: IsoDay;
};
export type Figures = Pick<IndicatorRow, 'target' | 'actual' | 'series' | 'years' | 'missing'>;

const earlier = (a: IsoDay, b: IsoDay | null): IsoDay => (b !== null && b < a ? b : a);

/** Periods of the term that have begun; without a beginning those from the first value on. */
function begun({ startsOn, endsOn, day, frequency, values }: Measured): string[] {
  const firstValue = [...values.keys()].map(periodStart).toSorted()[0];
  const from = startsOn ?? firstValue;
  return from === undefined ? [] : periodsBetween(from, earlier(day, endsOn), frequency);
}

/** Of a year: what it has itself, else what its periods make. */
const ofYear = (year: string, figures: ReadonlyMap<string, number>, summing: IndicatorSumming): number | null =>
  figures.get(year) ??
  rollUp(
    [...figures]
      .filter(([period]) => period.startsWith(`${year}-`))
      .toSorted(([a], [b]) => comparePeriods(a, b))
      .map(([, value]) => value),
    summing,
  );

/** All figures of an indicator as of a day. Throws `amountTooLarge`. */
export function figuresOf(measured: Measured): Figures {
  const { frequency, summing, counted, targets, day, endsOn, startsOn } = measured;
  const values = new Map([...measured.values].filter(([period]) => periodStart(period) <= day));
  const regular = frequency === 'once' ? [] : begun({ ...measured, values });
  const periods = [
    ...new Set([
      ...regular,
      ...[...values.keys(), ...targets.keys()].filter((period) => fitsFrequency(period, frequency)),
    ]),
  ].toSorted(comparePeriods);
  const known = periods.map((period) => values.get(period) ?? (counted && periodStart(period) <= day ? 0 : null));
  const running = runningOf(known, summing);
  const years = [
    ...new Set([...periods, ...[...targets.keys()].filter((period) => period !== 'all')].map((p) => p.slice(0, 4))),
  ].toSorted();
  const yearTargets = years.map((year) => ofYear(year, targets, summing));
  const over = (period: string): boolean =>
    periodEnd(period) < day && (endsOn === null || periodStart(period) <= endsOn);
  const once = frequency === 'once' && values.size === 0 && endsOn !== null && endsOn < day;
  return {
    target:
      targets.get('all') ??
      rollUp(
        yearTargets.filter((target) => target !== null),
        summing,
      ),
    actual: rollUp(
      known.filter((value) => value !== null),
      summing,
    ),
    series: periods.map((period, index) => ({
      period,
      value: known[index] ?? null,
      target: targets.get(period) ?? null,
      running: running[index] ?? null,
    })),
    years: years.map((year, index) => ({
      year,
      value: ofYear(
        year,
        new Map(
          periods.flatMap((period, at) => {
            const value = known[at];
            return value === null || value === undefined ? [] : [[period, value] as const];
          }),
        ),
        summing,
      ),
      target: yearTargets[index] ?? null,
    })),
    missing: counted
      ? []
      : [
          ...(startsOn === null ? [] : regular.filter((period) => over(period) && !values.has(period))),
          ...(once ? [periodOf(endsOn, 'year')] : []),
        ],
  };
}
