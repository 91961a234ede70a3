import type { IndicatorDetail } from '../../../../shared/contract/indicatorViews.ts';
import type { IsoDay } from '../../../../shared/dates.ts';
import { AppError } from '../../../../shared/errors.ts';
import { comparePeriods, periodStart } from '../../../../shared/rules/indicatorPeriods.ts';
import { addAmounts } from '../../../../shared/rules/money.ts';
import { rollUp } from '../../../../shared/rules/summing.ts';
import type { IndicatorSumming } from '../../../../shared/vocabulary.ts';
import type { Language } from '../../../../shared/languages.ts';
import { territoryByCode } from '../../directory/territories.ts';
import { readClocks } from '../../ledger/clocks.ts';
import { groupBy, readOne, type Reader } from '../../statements.ts';
import { requireProject } from '../records.ts';
import { factsOfProject, type Hit } from './counting.ts';
import { groupTotals, periodTotal, placeTotals, valuesOfIndicator, type Value } from './periodValues.ts';
import { asRow, hitsOf, readStored, scaledCount } from './read.ts';

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

/** Adds counts up under a name. */
function addUp(into: Map<string, number>, name: string, counted: number) {
  into.set(name, addAmounts(into.get(name) ?? 0, counted));
}

function countedSplits(
  hits: readonly Hit[],
  decimals: number,
): { territories: [string, number][]; keys: [string, number][] } {
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
  const values = hits === null ? valuesOfIndicator(reader, id).filter(({ period }) => periodStart(period) <= day) : [];
  const { summing } = stored;
  const entered = new Map(
    [...groupBy(values, ({ period }) => period)].flatMap(([period, own]) => {
      const total = periodTotal(own, summing);
      return total === null ? [] : [[period, total] as const];
    }),
  );
  const split =
    hits === null
      ? { territories: overPeriods(values, placeTotals, summing), keys: overPeriods(values, groupTotals, summing) }
      : countedSplits(hits, stored.decimals);
  const nameOf = (code: string): string =>
    territoryByCode(resources, code, language ?? project.language)?.label ?? code;
  return {
    ...asRow(project, stored, entered, hits, readClocks(reader, 'indicator', [id]).get(id) ?? {}, day),
    byTerritory: split.territories
      .map(([territory, value]) => ({ territory, name: nameOf(territory), value }))
      .toSorted(largestFirst),
    byKey: split.keys.map(([key, value]) => ({ key, value })).toSorted(largestFirst),
    records: hits === null ? [] : recordsOf(hits),
  };
}
