import { daysBetween, type IsoDay } from '../../../../shared/dates.ts';
import { periodEnd, periodOf, periodsBetween } from '../../../../shared/rules/indicatorPeriods.ts';
import type { IndicatorFrequency } from '../../../../shared/vocabulary.ts';
import { asList, readAll, type Reader } from '../../statements.ts';
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

// A period has a row in `indicator_period` where it has any value, also of one territory alone. Of what is measured once
// a value of any period counts.
const hasValue = (frequency: IndicatorFrequency): string =>
  `EXISTS (SELECT 1 FROM indicator_period s WHERE s.indicatorId = j.value AND ${frequency === 'once' ? "? <> ''" : 's.period = ?'})`;

/** Which of these indicators of one frequency have no value of the period. */
const withoutValue = (
  reader: Reader,
  ids: readonly string[],
  frequency: IndicatorFrequency,
  period: string,
): string[] =>
  readAll<{ id: string }>(
    reader,
    `SELECT j.value AS id FROM json_each(?) j WHERE NOT ${hasValue(frequency)}`,
    asList(ids),
    period,
  ).map(({ id }) => id);

/** Indicators with the same periods behind them, and with the project they are of. */
interface Alike {
  frequency: IndicatorFrequency;
  periods: string[];
  projectOf: Map<string, string>;
}

function alike(reader: Reader, { projects, list }: Scope, day: IsoDay): Alike[] {
  const groups = new Map<string, Alike>();
  for (const { id, projectId, frequency } of readAll<Followed>(
    reader,
    `SELECT i.id, i.projectId, i.frequency FROM json_each(?) j CROSS JOIN indicator i ON i.projectId = j.value
     WHERE i.removed = 0 AND i.rule = ''`,
    list,
  )) {
    const { startsOn = null, endsOn = null } = projects.get(projectId) ?? {};
    // What happens after the day, and on which day of its month a project began, makes no difference.
    const ended = endsOn !== null && endsOn < day ? endsOn : '';
    const key = `${frequency} ${startsOn?.slice(0, 7)} ${ended}`;
    const group = groups.get(key) ?? {
      frequency,
      periods: finishedPeriods(frequency, { startsOn, endsOn }, day),
      projectOf: new Map<string, string>(),
    };
    groups.set(key, group);
    group.projectOf.set(id, projectId);
  }
  return [...groups.values()];
}

/**
 * Indicators whose values are entered and that have none for a period that is over, with the first such period. Of all
 * projects together only those that lack the latest one: there somebody is reminded, a gap of long ago is told in the
 * project.
 */
export function lateIndicators(reader: Reader, scope: Scope, day: IsoDay): Unnamed[] {
  return alike(reader, scope, day).flatMap(({ frequency, periods, projectOf }) => {
    const latest = periods.at(-1);
    if (latest === undefined) return [];
    const all = [...projectOf.keys()];
    const asked = scope.only === null ? withoutValue(reader, all, frequency, latest) : all;
    const first = new Map<string, string>();
    for (const period of periods.toReversed())
      for (const id of asked.length === 0 ? [] : withoutValue(reader, asked, frequency, period)) first.set(id, period);
    return [...first].map(([id, period]): Unnamed => {
      const projectId = projectOf.get(id) ?? '';
      const endsOn = scope.projects.get(projectId)?.endsOn;
      const dueOn = frequency === 'once' && endsOn ? endsOn : periodEnd(period);
      return { kind: 'indicator', id, projectId, context: period, dueOn, daysLeft: daysBetween(day, dueOn) };
    });
  });
}
