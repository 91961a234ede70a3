import { daysBetween, type IsoDay } from '../../../../shared/dates.ts';
import { periodEnd, periodOf, periodsBetween } from '../../../../shared/rules/indicatorPeriods.ts';
import type { IndicatorFrequency } from '../../../../shared/vocabulary.ts';
import { readAll, readOne, type Reader } from '../../statements.ts';
import type { Scope, Unnamed } from './scope.ts';

/** Of so many periods that are over it is looked whether they have a value. */
const mostPeriods = 24;

interface Followed {
  id: string;
  projectId: string;
  frequency: IndicatorFrequency;
}

type Term = { startsOn: IsoDay | null; endsOn: IsoDay | null };

/** The periods of a project that are over, the oldest first; of an indicator measured once its last year. */
function finishedPeriods(frequency: IndicatorFrequency, { startsOn, endsOn }: Term, day: IsoDay): string[] {
  if (frequency === 'once') return endsOn !== null && endsOn < day ? [periodOf(endsOn, 'year')] : [];
  if (startsOn === null) return [];
  return periodsBetween(startsOn, endsOn !== null && endsOn < day ? endsOn : day, frequency)
    .filter((period) => periodEnd(period) < day)
    .slice(-mostPeriods);
}

/** Any value counts, also of one territory alone; of what is measured once, one of any period. */
const hasValue = (reader: Reader, { id, frequency }: Followed, period: string): boolean =>
  (frequency === 'once'
    ? readOne(reader, 'SELECT 1 FROM indicator_value WHERE indicatorId = ? AND removed = 0 LIMIT 1', id)
    : readOne(
        reader,
        'SELECT 1 FROM indicator_value WHERE indicatorId = ? AND period = ? AND removed = 0 LIMIT 1',
        id,
        period,
      )) !== undefined;

/**
 * Indicators whose values are entered and that have none for a period that is over, with the first such period. Of all
 * projects together only those that lack the latest one: there somebody is reminded, a gap of long ago is told in the
 * project.
 */
export function lateIndicators(reader: Reader, { only, projects, list }: Scope, day: IsoDay): Unnamed[] {
  const followed = readAll<Followed>(
    reader,
    `SELECT i.id, i.projectId, i.frequency FROM json_each(?) j CROSS JOIN indicator i ON i.projectId = j.value
     WHERE i.removed = 0 AND i.rule = ''`,
    list,
  );
  const known = new Map<string, string[]>();
  const periodsOf = (frequency: IndicatorFrequency, term: Term): string[] => {
    const key = `${frequency} ${term.startsOn} ${term.endsOn}`;
    const periods = known.get(key) ?? finishedPeriods(frequency, term, day);
    known.set(key, periods);
    return periods;
  };
  return followed.flatMap((row): Unnamed[] => {
    const term = projects.get(row.projectId);
    const periods = term === undefined ? [] : periodsOf(row.frequency, term);
    const latest = periods.at(-1);
    if (latest === undefined || (only === null && hasValue(reader, row, latest))) return [];
    const period = periods.find((each) => !hasValue(reader, row, each));
    if (period === undefined) return [];
    const dueOn = row.frequency === 'once' && term?.endsOn ? term.endsOn : periodEnd(period);
    const { id, projectId } = row;
    return [{ kind: 'indicator', id, projectId, context: period, dueOn, daysLeft: daysBetween(day, dueOn) }];
  });
}
