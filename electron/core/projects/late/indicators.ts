import type { LateRow } from '../../../../shared/contract/projectViews.ts';
import { daysBetween, type IsoDay } from '../../../../shared/dates.ts';
import { periodEnd, periodOf, periodsBetween } from '../../../../shared/rules/indicatorPeriods.ts';
import type { IndicatorFrequency } from '../../../../shared/vocabulary.ts';
import { safeDay } from '../../decisions/register/stored.ts';
import { readAll, type Reader } from '../../statements.ts';
import { projectColumns, type Found, type Scope } from './scope.ts';

/** Of so many periods that are over it is looked whether they have a value. */
const mostPeriods = 24;

type Followed = Found & { frequency: IndicatorFrequency; startsOn: string | null; endsOn: string | null };

/** The periods of a project that are over, the oldest first; of an indicator measured once its last year. */
function finishedPeriods({ frequency, startsOn, endsOn }: Followed, day: IsoDay): string[] {
  const [from, end] = [safeDay(startsOn), safeDay(endsOn)];
  if (frequency === 'once') return end !== null && end < day ? [periodOf(end, 'year')] : [];
  if (from === null) return [];
  return periodsBetween(from, end !== null && end < day ? end : day, frequency)
    .filter((period) => periodEnd(period) < day)
    .slice(-mostPeriods);
}

/**
 * Indicators whose values are entered and that have none for a period that is over, with the first such period. Any
 * value counts, also of one territory alone.
 */
export function lateIndicators(reader: Reader, scope: Scope, day: IsoDay): LateRow[] {
  const followed = readAll<Followed>(
    reader,
    `SELECT i.id, i.title, i.frequency, p.startsOn, p.endsOn, ${projectColumns}
     FROM project p JOIN indicator i ON i.projectId = p.id WHERE i.removed = 0 AND i.rule = '' AND ${scope.sql}`,
    ...scope.values,
  );
  const wanted = followed.flatMap((row) => finishedPeriods(row, day).map((period) => ({ row, period })));
  // Each is one look into the index `indicator_value_period`: indicators have values by the hundred.
  const missing = new Set(
    readAll<{ at: number }>(
      reader,
      `SELECT j.key AS at FROM json_each(?) j WHERE NOT EXISTS (
         SELECT 1 FROM indicator_value v WHERE v.indicatorId = j.value ->> 0
           AND v.period = j.value ->> 1 AND v.removed = 0)
       AND (j.value ->> 1 <> '' OR NOT EXISTS (
         SELECT 1 FROM indicator_value v WHERE v.indicatorId = j.value ->> 0 AND v.removed = 0))`,
      // Measured once: a value of any period will do.
      JSON.stringify(wanted.map(({ row, period }) => [row.id, row.frequency === 'once' ? '' : period])),
    ).map(({ at }) => at),
  );
  const first = new Map<string, LateRow>();
  for (const [at, { row, period }] of wanted.entries()) {
    if (!missing.has(at) || first.has(row.id)) continue;
    const { id, projectId, project, title } = row;
    const end = safeDay(row.endsOn);
    const dueOn = row.frequency === 'once' && end !== null ? end : periodEnd(period);
    const daysLeft = daysBetween(day, dueOn);
    first.set(id, { kind: 'indicator', id, projectId, project, title, context: period, dueOn, daysLeft });
  }
  return [...first.values()];
}
