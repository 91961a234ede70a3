import { queryOptions } from '@tanstack/react-query';
import type { IndicatorRow, IndicatorValueRow } from '../../../shared/contract/indicatorViews.ts';
import type { ProjectDetail } from '../../../shared/contract/projects.ts';
import type { IsoDay } from '../../../shared/dates.ts';
import { comparePeriods, periodsBetween } from '../../../shared/rules/indicatorPeriods.ts';
import { client } from '../../ui/core/client.ts';

const pageOf = 500;

/** Every value of an indicator. */
export const allValues = (projectId: string, indicatorId: string) =>
  queryOptions({
    queryKey: [['projects', 'indicatorValues'], 'all', projectId, indicatorId],
    queryFn: async ({ signal }): Promise<IndicatorValueRow[]> => {
      const rows: IndicatorValueRow[] = [];
      for (;;) {
        const page = await client.projects.indicatorValues(
          {
            projectId,
            indicatorId,
            period: null,
            territory: null,
            sort: { by: 'period', descending: false },
            offset: rows.length,
            limit: pageOf,
          },
          { signal },
        );
        rows.push(...page.rows);
        if (page.rows.length === 0 || rows.length >= page.total) return rows;
      }
    },
  });

/** The columns: periods of the term that have begun, those of targets and values. */
export const periodsOf = (
  { startsOn, endsOn }: ProjectDetail,
  { frequency, series }: IndicatorRow,
  values: readonly IndicatorValueRow[],
  today: IsoDay,
): string[] => {
  const until = endsOn !== null && endsOn < today ? endsOn : today;
  const regular = startsOn === null || startsOn > until ? [] : periodsBetween(startsOn, until, frequency);
  const periods = new Set([
    ...(regular.length === 0 ? periodsBetween(today, today, frequency) : regular),
    ...series.map(({ period }) => period),
    ...values.map(({ period }) => period),
  ]);
  return [...periods].toSorted(comparePeriods);
};

export type Place = { code: string; name: string };

/** The rows: the whole first, then the places of the project, those of values, and those somebody added. */
export const placesOf = (
  project: ProjectDetail,
  values: readonly IndicatorValueRow[],
  added: readonly Place[],
  whole: string,
): Place[] => {
  const places = new Map<string, string>([['', whole]]);
  for (const { territory, name } of project.places) if (territory !== '') places.set(territory, name);
  for (const { territory, place } of values) if (!places.has(territory)) places.set(territory, place || territory);
  for (const { code, name } of added) if (!places.has(code)) places.set(code, name);
  return [...places].map(([code, name]) => ({ code, name }));
};

/** Where a value stands among all of its indicator. */
export const placeOfValue = (value: { territory: string; period: string; key: string }): string =>
  `${value.territory}\n${value.period}\n${value.key}`;
