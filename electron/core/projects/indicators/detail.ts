import type { IndicatorDetail } from '../../../../shared/contract/indicatorViews.ts';
import type { IsoDay } from '../../../../shared/dates.ts';
import { AppError } from '../../../../shared/errors.ts';
import { comparePeriods, isPeriod, periodStart } from '../../../../shared/rules/indicatorPeriods.ts';
import { addAmounts, plainAmount } from '../../../../shared/rules/money.ts';
import { rollUp } from '../../../../shared/rules/summing.ts';
import type { IndicatorSumming } from '../../../../shared/vocabulary.ts';
import type { Language } from '../../../../shared/languages.ts';
import { territoryByCode } from '../../directory/territories.ts';
import { readClocks } from '../../ledger/clocks.ts';
import { groupBy, readAll, readOne, type Reader } from '../../statements.ts';
import { requireProject } from '../records.ts';
import { factsOfProject, type Hit } from './counting.ts';
import { groupTotals, placeTotals, readPeriodValues, valuesOfIndicator, type Value } from './periodValues.ts';
import { asRow, hitsOf, readStored, scaledCount, type StoredIndicator } from './read.ts';
import { readPeriodSums } from './sums.ts';

/** So many records are listed; the figure counts all of them. */
const mostRecords = 500;

type Splits = Pick<IndicatorDetail, 'byTerritory' | 'byKey' | 'records'>;
type Totals = (values: readonly Value[], summing: IndicatorSumming) => Map<string, number>;

/** Over all periods: what each period says of a territory or group, by the way of summing. */
function overPeriods(values: readonly Value[], totals: Totals, summing: IndicatorSumming): [string, number][] {
  const periods = [...groupBy(values, ({ period }) => period)].toSorted(([a], [b]) => comparePeriods(a, b));
  const all = new Map<string, number[]>();
  for (const [, own] of periods)
    for (const [name, value] of totals(own, summing)) {
      const known = all.get(name);
      if (known) known.push(value);
      else all.set(name, [value]);
    }
  return [...all].flatMap(([name, each]) => {
    const value = rollUp(each, summing);
    return value === null ? [] : [[name, value] as [string, number]];
  });
}

const largestFirst = (a: { value: number }, b: { value: number }): number => b.value - a.value;

type Split = { territories: [string, number][]; keys: [string, number][] };

/** Sums of each territory over all periods, made by SQLite: there may be a value of every community in each. */
const sumsByTerritory = (reader: Reader, id: string): [string, number][] =>
  readAll<{ territory: string; value: number }>(
    reader,
    `SELECT territory, CAST(total(value) AS INTEGER) AS value FROM indicator_value
     WHERE indicatorId = ? AND territory <> '' AND key = '' AND removed = 0 AND value IS NOT NULL GROUP BY territory`,
    id,
  ).map(({ territory, value }) => [territory, plainAmount(BigInt(value))]);

function enteredSplits(reader: Reader, { id, summing }: StoredIndicator, day: IsoDay): Split {
  const sums = readPeriodSums(reader, [id]);
  const begun = ({ period }: { period: string }): boolean => isPeriod(period) && periodStart(period) <= day;
  const grouped = sums.some(({ groups, both }) => groups > 0 || both > 0);
  if (summing === 'sum' && !grouped && sums.every(begun)) return { territories: sumsByTerritory(reader, id), keys: [] };
  const values = valuesOfIndicator(reader, id).filter(begun);
  return {
    territories: overPeriods(values, placeTotals, summing),
    keys: overPeriods(values, groupTotals, summing),
  };
}

/** Adds counts up under a name. */
function addUp(into: Map<string, number>, name: string, counted: number) {
  into.set(name, addAmounts(into.get(name) ?? 0, counted));
}

function countedSplits(hits: readonly Hit[], decimals: number): Split {
  const territories = new Map<string, number>();
  const keys = new Map<string, number>();
  for (const hit of hits) {
    for (const territory of hit.territories) addUp(territories, territory, scaledCount(hit.counts, decimals));
    for (const { key, people } of hit.groups) addUp(keys, key, scaledCount(people, decimals));
  }
  return { territories: [...territories], keys: [...keys] };
}

/** The counted records, the last first; those without a day at the end. */
function recordsOf(hits: readonly Hit[]): Splits['records'] {
  const records = new Map<string, Splits['records'][number]>();
  for (const { entity, id, title, on, counts } of hits) {
    const known = records.get(id);
    const last = known?.on && on ? (known.on > on ? known.on : on) : (known?.on ?? on);
    records.set(id, { entity, id, title, on: last, counts: (known?.counts ?? 0) + counts });
  }
  return [...records.values()]
    .toSorted((a, b) => ((a.on ?? '') === (b.on ?? '') ? (a.id < b.id ? 1 : -1) : (a.on ?? '') < (b.on ?? '') ? 1 : -1))
    .slice(0, mostRecords);
}

/** The project that an indicator belongs to. Throws `notFound`. */
export function projectOfIndicator(reader: Reader, id: string): string {
  const row = readOne<{ projectId: string }>(
    reader,
    'SELECT projectId FROM indicator WHERE id = ? AND removed = 0',
    id,
  );
  if (!row) throw new AppError('notFound', { what: 'indicator' });
  return row.projectId;
}

/**
 * An indicator with its figures by territory and by group, and, where it is counted, the records of which. Territories
 * are named in the project's language unless another is asked for. Throws `notFound`, `amountTooLarge`.
 */
export function readIndicator(
  reader: Reader,
  resources: string,
  id: string,
  day: IsoDay,
  language?: Language,
): IndicatorDetail {
  const project = requireProject(reader, projectOfIndicator(reader, id));
  const stored = readStored(reader, project.id).find((each) => each.id === id);
  if (!stored) throw new AppError('notFound', { what: 'indicator' });
  const hits = hitsOf(factsOfProject(reader, resources, project), stored, day);
  const entered = hits === null ? readPeriodValues(reader, [stored]).get(id) : undefined;
  const split = hits === null ? enteredSplits(reader, stored, day) : countedSplits(hits, stored.decimals);
  const nameOf = (code: string): string => territoryByCode(resources, code, language ?? project.language)?.name ?? code;
  return {
    ...asRow(project, stored, entered ?? new Map(), hits, readClocks(reader, 'indicator', [id]).get(id) ?? {}, day),
    byTerritory: split.territories
      .map(([territory, value]) => ({ territory, name: nameOf(territory), value }))
      .toSorted(largestFirst),
    byKey: split.keys.map(([key, value]) => ({ key, value })).toSorted(largestFirst),
    records: hits === null ? [] : recordsOf(hits),
  };
}
