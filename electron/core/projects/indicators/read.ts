import type { IndicatorRow } from '../../../../shared/contract/indicatorViews.ts';
import type { IsoDay } from '../../../../shared/dates.ts';
import { addAmounts } from '../../../../shared/rules/money.ts';
import { countRule, type CountRule } from '../../../../shared/rules/counted.ts';
import { comparePeriods, isPeriod, periodOf } from '../../../../shared/rules/indicatorPeriods.ts';
import { largestFigure } from '../../../../shared/rules/scaled.ts';
import { AppError } from '../../../../shared/errors.ts';
import { safeDay } from '../../decisions/register/stored.ts';
import { readClocks } from '../../ledger/clocks.ts';
import { groupBy, readAll, type Reader } from '../../statements.ts';
import { requireProject, type ProjectRecord } from '../records.ts';
import type { indicator } from '../tables.ts';
import { count, factsOfProject, type Facts, type Hit } from './counting.ts';
import { figuresOf, type Measured } from './figures.ts';
import { readPeriodValues } from './periodValues.ts';

/** An indicator as it lies in its table, with the words of its objective and its targets. */
export type StoredIndicator = Omit<typeof indicator.$inferSelect, 'removed' | 'rule' | 'decimals'> & {
  number: string;
  decimals: number;
  objective: string;
  rule: CountRule | null;
  targets: { period: string; value: number }[];
};

/** The rule that a record holds; one of a newer program that is not known here is none. */
function ruleFrom(text: string): CountRule | null {
  if (text === '') return null;
  try {
    return countRule.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

type Row = Omit<typeof indicator.$inferSelect, 'removed'> & { objective: string };
type Target = { indicatorId: string; period: string; value: number };

/** `all` after the years and what is shorter. */
const compareTargets = (a: { period: string }, b: { period: string }): number =>
  a.period === 'all' || b.period === 'all'
    ? Number(a.period === 'all') - Number(b.period === 'all')
    : comparePeriods(a.period, b.period);

/** The indicators of a project in their order, numbered from 1. */
export function readStored(reader: Reader, projectId: string): StoredIndicator[] {
  const rows = readAll<Row>(
    reader,
    `SELECT i.*, coalesce(o.text, '') AS objective FROM indicator i
       LEFT JOIN objective o ON o.id = i.objectiveId AND o.removed = 0
     WHERE i.projectId = ? AND i.removed = 0 ORDER BY i.sortKey, i.id`,
    projectId,
  );
  const targets = groupBy(
    readAll<Target>(
      reader,
      `SELECT t.indicatorId, t.period, t.value FROM indicator i JOIN indicator_target t ON t.indicatorId = i.id
       WHERE i.projectId = ? AND i.removed = 0 AND t.removed = 0 AND t.value IS NOT NULL ORDER BY t.id`,
      projectId,
    ),
    ({ indicatorId }) => indicatorId,
  );
  return rows.map((row, index) => ({
    ...row,
    number: String(index + 1),
    decimals: row.decimals ?? 0,
    baselineOn: safeDay(row.baselineOn),
    rule: ruleFrom(row.rule),
    targets: (targets.get(row.id) ?? [])
      .filter(({ period }) => period === 'all' || isPeriod(period))
      .map(({ period, value }) => ({ period, value }))
      .toSorted(compareTargets),
  }));
}

/** A count as a value of an indicator with decimals. Throws `amountTooLarge`. */
export function scaledCount(counted: number, decimals: number): number {
  const value = counted * 10 ** decimals;
  if (value > largestFigure) throw new AppError('amountTooLarge');
  return value;
}

/** Counted figures by period; what bears no day is in none. */
function byPeriod(hits: readonly Hit[], { frequency, decimals }: StoredIndicator): Map<string, number> {
  const values = new Map<string, number>();
  for (const { on, counts } of hits) {
    if (on === null) continue;
    const period = periodOf(on, frequency);
    values.set(period, addAmounts(values.get(period) ?? 0, scaledCount(counts, decimals)));
  }
  return values;
}

/** How many records were counted: an activity that reached five communities is one. */
const recordsOf = (hits: readonly Hit[]): number => new Set(hits.map(({ id }) => id)).size;

const countedSum = (hits: readonly Hit[]): number => addAmounts(...hits.map(({ counts }) => counts));

/** What an indicator's rule counts up to a day; null where its values are entered. */
export const hitsOf = (facts: Facts, { rule, disaggregation }: StoredIndicator, day: IsoDay): Hit[] | null =>
  rule === null ? null : count(facts, rule, disaggregation, day);

export function asRow(
  project: ProjectRecord,
  stored: StoredIndicator,
  entered: ReadonlyMap<string, number>,
  hits: readonly Hit[] | null,
  clocks: Record<string, string>,
  day: IsoDay,
): IndicatorRow {
  // What is counted of several periods adds up, whatever was chosen for values that are entered.
  const summing = hits === null ? stored.summing : 'sum';
  const measured: Measured = {
    frequency: stored.frequency,
    summing,
    counted: hits !== null,
    values: hits === null ? entered : byPeriod(hits, stored),
    targets: new Map(stored.targets.map(({ period, value }) => [period, value])),
    startsOn: project.startsOn,
    endsOn: project.endsOn,
    day,
  };
  const figures = figuresOf(measured);
  return {
    ...stored,
    summing,
    ...figures,
    actual: hits === null ? figures.actual : scaledCount(countedSum(hits), stored.decimals),
    counted: hits === null ? null : { records: recordsOf(hits), until: day },
    clocks,
  };
}

/**
 * The indicators of a project as of a day: targets, what was reached, the series, what is missing. Counted ones are
 * counted anew from the records each time. Throws `notFound`, `amountTooLarge`.
 */
export function readIndicators(reader: Reader, resources: string, projectId: string, day: IsoDay): IndicatorRow[] {
  const project = requireProject(reader, projectId);
  const stored = readStored(reader, projectId);
  const facts = factsOfProject(reader, resources, project);
  const entered = readPeriodValues(
    reader,
    stored.filter(({ rule }) => rule === null),
  );
  const clocks = readClocks(
    reader,
    'indicator',
    stored.map(({ id }) => id),
  );
  return stored.map((each) =>
    asRow(project, each, entered.get(each.id) ?? new Map(), hitsOf(facts, each, day), clocks.get(each.id) ?? {}, day),
  );
}
