import type { LateRow } from '../../../../shared/contract/projectViews.ts';
import { daysBetween, type IsoDay } from '../../../../shared/dates.ts';
import { periodsOf, type Period } from '../../../../shared/rules/repetition.ts';
import type { IndicatorFrequency } from '../../../../shared/vocabulary.ts';
import { safeDay } from '../../decisions/register/stored.ts';
import { readAll, type Reader } from '../../statements.ts';
import { projectColumns, type Found, type Scope } from './scope.ts';

/** Of so many periods that are over it is looked whether they have a value. */
const mostPeriods = 24;

type Followed = Found & { frequency: IndicatorFrequency; startsOn: string | null; endsOn: string | null };

/** The periods of a project that are over, the oldest first. */
function finishedPeriods({ frequency, startsOn, endsOn }: Followed, day: IsoDay): Period[] {
  const [repeatFrom, repeatUntil] = [safeDay(startsOn), safeDay(endsOn)];
  if (repeatFrom === null || frequency === 'once') return [];
  const finished: Period[] = [];
  for (const period of periodsOf({ repeat: frequency, repeatDay: null, repeatFrom, repeatUntil }, repeatFrom)) {
    if (period.endsOn >= day) break;
    finished.push(period);
    if (finished.length > mostPeriods) finished.shift();
  }
  return finished;
}

/** Of an indicator that is measured once: the end of the project, when that is over. */
function onlyPeriod({ frequency, endsOn }: Followed, day: IsoDay): Pick<Period, 'name' | 'endsOn'>[] {
  const end = safeDay(endsOn);
  return frequency === 'once' && end !== null && end < day ? [{ name: '', endsOn: end }] : [];
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
  const wanted = followed.flatMap((row) =>
    [...finishedPeriods(row, day), ...onlyPeriod(row, day)].map(({ name, endsOn }) => ({ row, name, endsOn })),
  );
  // Each is one look into the index `indicator_value_period`: indicators have values by the hundred.
  const missing = new Set(
    readAll<{ at: number }>(
      reader,
      `SELECT j.key AS at FROM json_each(?) j WHERE NOT EXISTS (
         SELECT 1 FROM indicator_value v WHERE v.indicatorId = j.value ->> 0
           AND v.period = j.value ->> 1 AND v.removed = 0)
       AND (j.value ->> 1 <> '' OR NOT EXISTS (
         SELECT 1 FROM indicator_value v WHERE v.indicatorId = j.value ->> 0 AND v.removed = 0))`,
      JSON.stringify(wanted.map(({ row, name }) => [row.id, name])),
    ).map(({ at }) => at),
  );
  const first = new Map<string, LateRow>();
  for (const [at, { row, name, endsOn }] of wanted.entries()) {
    if (!missing.has(at) || first.has(row.id)) continue;
    const { id, projectId, project, title } = row;
    const daysLeft = daysBetween(day, endsOn);
    first.set(id, { kind: 'indicator', id, projectId, project, title, context: name, dueOn: endsOn, daysLeft });
  }
  return [...first.values()];
}
