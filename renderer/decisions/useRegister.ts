import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RegisterPage, RegisterRow } from '../../shared/contract/decisionRegister.ts';
import { formatDay } from '../../shared/dates.ts';
import { decisionStates } from '../../shared/rules/decisionStatus.ts';
import { client } from '../ui/core/client.ts';
import { useWorkspaceChanges } from '../ui/core/live.ts';
import type { Grid, GridOptions, GridPage, PageQuery } from '../ui/grid/gridTypes.ts';
import { usePagedGrid } from '../ui/grid/usePagedGrid.ts';
import { useLanguage } from '../ui/window/language.ts';
import { useToday } from '../ui/window/today.ts';
import type { Conditions, RegisterView } from './filter/registerFilter.ts';
import { sortOf, useColumns } from './useColumns.tsx';

/** Records whose change may change a row of the register. */
const shown = [
  'decision',
  'execution',
  'occurrence',
  'assignee',
  'assigneeExecution',
  'deadlineMove',
  'progressNote',
  'attachment',
  'agendaItem',
  'meeting',
  'organisation',
  'workingGroup',
];

const groupsOf = ['organisation', 'meeting', 'group', 'state'] as const;

/** The view that the grid's order and grouping make with the conditions. */
const viewOf = (filter: Conditions, { sort, group }: Pick<PageQuery, 'sort' | 'group'>): RegisterView => ({
  filter: { ...filter, text: filter.text.trim() },
  sort: { by: sortOf[sort?.key ?? ''] ?? 'due', descending: sort?.descending === true },
  groupBy: groupsOf.find((one) => one === group) ?? 'none',
});

type Options = Omit<GridOptions<RegisterRow>, 'id' | 'label' | 'columns' | 'getRowId'>;

export type Register = {
  grid: Grid<RegisterRow>;
  view: RegisterView;
  /** Of everything that the conditions find; undefined until the first rows are here. */
  counts: RegisterPage['counts'] | undefined;
  /** Takes over order and grouping of a kept filter. */
  apply: (view: RegisterView) => void;
};

const rowId = ({ id }: RegisterRow): string => id;

/** The register of decisions as a grid whose rows come by page from the core. */
export const useRegister = (conditions: Conditions, options: Options): Register => {
  const { t } = useTranslation(['decisions', 'common', 'vocabulary']);
  const [version, setVersion] = useState(0);
  const [counts, setCounts] = useState<RegisterPage['counts']>();
  const [byOrganisation, setByOrganisation] = useState(true);
  const today = useToday();
  const { language } = useLanguage();
  const columns = useColumns(byOrganisation);
  const filter = useDeferredValue(conditions);
  useWorkspaceChanges(({ rows }) => {
    if (shown.some((entity) => entity in rows)) setVersion((n) => n + 1);
  });
  const titleOf = useCallback(
    (by: string | null, { key, title, number, heldOn }: RegisterPage['groups'][number]): string => {
      if (by === 'state') {
        const state = decisionStates.find((one) => one === key);
        return state === undefined ? key : t(`vocabulary:executionStatus.${state}`);
      }
      if (by === 'meeting')
        return [
          number === '' ? '' : t('common:numbered', { number }),
          heldOn === null ? '' : formatDay(heldOn, language),
          title,
        ]
          .filter(Boolean)
          .join(' · ');
      return title === '' ? t('group.nobody') : title;
    },
    [t, language],
  );
  const load = useCallback(
    async (offset: number, limit: number, query: PageQuery): Promise<GridPage<RegisterRow>> => {
      const page = await client.decisions.register({ ...viewOf(filter, query), offset, limit });
      setCounts(page.counts);
      return {
        total: page.total,
        rows: page.rows,
        groups: page.groups.map((group) => ({
          key: group.key,
          title: titleOf(query.group, group),
          count: group.count,
          note: group.overdue === 0 ? undefined : t('group.overdue', { count: group.overdue }),
        })),
      };
    },
    [filter, t, titleOf],
  );
  const allIds = useCallback((query: PageQuery) => client.decisions.registerIds(viewOf(filter, query)), [filter]);
  const state = useMemo(() => `${version} ${today}`, [version, today]);
  const grid = usePagedGrid<RegisterRow>({
    id: 'decisions.register',
    label: t('common:area.decisions'),
    columns,
    getRowId: rowId,
    density: 'tight',
    sort: { key: 'due' },
    group: 'organisation',
    markable: true,
    load,
    allIds,
    version: state,
    ...options,
  });
  // the heading follows the grouping, which the grid remembers
  if ((grid.group === 'organisation') !== byOrganisation) setByOrganisation(grid.group === 'organisation');
  return {
    grid,
    view: viewOf(conditions, grid),
    counts,
    apply: ({ sort, groupBy }) => {
      const key = Object.keys(sortOf).find((column) => sortOf[column] === sort.by);
      if (key !== undefined) grid.setSort({ key, descending: sort.descending });
      grid.setGroup(groupBy === 'none' ? null : groupBy);
    },
  };
};
