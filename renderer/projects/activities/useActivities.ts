import { useCallback, useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActivityRow } from '../../../shared/contract/activityViews.ts';
import type { ProjectDetail } from '../../../shared/contract/projects.ts';
import { client } from '../../ui/core/client.ts';
import { useWorkspaceChanges } from '../../ui/core/live.ts';
import type { Grid, GridOptions, GridPage, PageQuery } from '../../ui/grid/gridTypes.ts';
import { usePagedGrid } from '../../ui/grid/usePagedGrid.ts';
import { useToday } from '../../ui/window/today.ts';
import { sortOf, useColumns } from './columns.tsx';
import { filterOf, type Conditions } from './conditions.ts';

/** Records whose change may change a row. */
const shown = /^(?:activity|participantCount|milestone|project|organisation|person|meeting|attachment)/;

/** Whether news are about what a view of activities shows. */
export const concernsActivities = (entities: object): boolean => Object.keys(entities).some((name) => shown.test(name));

const noLine = 'none';

const viewOf = (projectId: string, conditions: Conditions, { sort, group }: Pick<PageQuery, 'sort' | 'group'>) => ({
  ...filterOf(projectId, conditions),
  sort: { by: sortOf[sort?.key ?? ''] ?? ('line' as const), descending: sort?.descending === true },
  byLine: group === 'line',
});

export type ActivityView = ReturnType<typeof viewOf>;

type Options = Omit<GridOptions<ActivityRow>, 'id' | 'label' | 'columns' | 'getRowId'>;

const rowId = ({ id }: ActivityRow): string => id;

/** The activities of a project as a grid whose rows come by page; how many people took part in what it shows. */
export const useActivities = (
  project: Pick<ProjectDetail, 'id' | 'lines'>,
  conditions: Conditions,
  options: Options,
): { grid: Grid<ActivityRow>; view: ActivityView; participants: number } => {
  const { t } = useTranslation('projects');
  const [version, setVersion] = useState(0);
  const [participants, setParticipants] = useState(0);
  const today = useToday();
  const columns = useColumns();
  const narrowed = useDeferredValue(conditions);
  const { id, lines } = project;
  useWorkspaceChanges(({ rows }) => {
    if (concernsActivities(rows)) setVersion((n) => n + 1);
  });
  const load = useCallback(
    async (offset: number, limit: number, query: PageQuery): Promise<GridPage<ActivityRow>> => {
      const page = await client.projects.activities({ ...viewOf(id, narrowed, query), offset, limit });
      setParticipants(page.participants);
      return {
        total: page.total,
        rows: page.rows,
        groups: page.lines.map(({ lineId, count }) => {
          const line = lines.find((one) => one.id === lineId);
          return {
            key: lineId ?? noLine,
            title: line === undefined ? t('activity.noLine') : `${line.number}. ${line.title}`,
            count,
          };
        }),
      };
    },
    [id, lines, narrowed, t],
  );
  const allIds = useCallback(
    (query: PageQuery) => client.projects.activityIds(viewOf(id, narrowed, query)),
    [id, narrowed],
  );
  const grid = usePagedGrid<ActivityRow>({
    id: 'projects.activities',
    label: t('activity.list'),
    columns,
    getRowId: rowId,
    density: 'tight',
    sort: { key: 'number' },
    markable: true,
    load,
    allIds,
    version: `${version} ${today}`,
    ...options,
  });
  return { grid, view: viewOf(id, conditions, grid), participants };
};
