import { useCallback, useEffect, useMemo, useState } from 'react';
import { gridPlace, keepGridPlace, useGridSettings } from './gridSettings.ts';
import type { Grid, GridFilter, GridOptions } from './gridTypes.ts';

/** The part of a grid that is the same whether its rows are all here or come by page. */
export type GridState<Row> = Pick<
  Grid<Row>,
  | 'options'
  | 'columns'
  | 'sort'
  | 'toggleSort'
  | 'setSort'
  | 'filters'
  | 'setFilter'
  | 'clearFilters'
  | 'group'
  | 'setGroup'
  | 'hidden'
  | 'setHidden'
  | 'setWidth'
  | 'marked'
  | 'setMarked'
  | 'current'
  | 'setCurrent'
>;

/** Order, conditions, columns, marks and the current row. */
export const useGridState = <Row>(options: GridOptions<Row>): GridState<Row> => {
  const { id, columns, onMarked } = options;
  const [settings, change] = useGridSettings(options);
  const [filters, setFilters] = useState(() => gridPlace(id).filters);
  const [current, setCurrentId] = useState(() => gridPlace(id).current);
  const [marked, setMarkedIds] = useState<ReadonlySet<string>>(new Set());

  useEffect(() => keepGridPlace(id, { filters, current }), [id, filters, current]);

  const hidden = useMemo(
    () =>
      new Set(
        columns
          .filter(
            (column) =>
              !(settings.shown[column.key] ?? column.hidden !== true) ||
              (column.key === settings.group && column.keptWhenGrouped !== true),
          )
          .map((column) => column.key),
      ),
    [columns, settings],
  );
  const shown = useMemo(
    () =>
      columns
        .filter((column) => !hidden.has(column.key))
        .map((column) => ({ column, width: settings.widths[column.key] })),
    [columns, hidden, settings.widths],
  );
  const setMarked = useCallback(
    (ids: ReadonlySet<string>) => {
      setMarkedIds(ids);
      onMarked?.([...ids]);
    },
    [onMarked],
  );
  const setFilter = (key: string, filter: GridFilter | null): void =>
    setFilters((now) => {
      if (filter === null) return now.filter((one) => one.key !== key);
      return now.some((one) => one.key === key) ? now.map((one) => (one.key === key ? filter : one)) : [...now, filter];
    });

  return {
    options,
    columns: shown,
    sort: settings.sort,
    toggleSort: (key) =>
      change((now) => ({ ...now, sort: { key, descending: now.sort?.key === key && !now.sort.descending } })),
    setSort: (sort) => change((now) => ({ ...now, sort })),
    filters,
    setFilter,
    clearFilters: () => setFilters([]),
    group: settings.group,
    setGroup: (group) => change((now) => ({ ...now, group })),
    hidden,
    setHidden: (key, hide) => change((now) => ({ ...now, shown: { ...now.shown, [key]: !hide } })),
    setWidth: (key, width) =>
      change((now) => ({ ...now, widths: { ...now.widths, [key]: Math.max(40, Math.round(width)) } })),
    marked,
    setMarked,
    current,
    setCurrent: setCurrentId,
  };
};
