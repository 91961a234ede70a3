import {
  getCoreRowModel,
  getFilteredRowModel,
  getGroupedRowModel,
  getSortedRowModel,
  useReactTable,
  type ColumnDef,
  type Row as TableRow,
} from '@tanstack/react-table';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useCollator } from '../window/language.ts';
import { useGridState } from './gridState.ts';
import { cellChoices, cellText, filterTest, tableOf } from './gridText.ts';
import type { Grid, GridColumn, GridEntry, GridFilter, GridOptions, GridTable } from './gridTypes.ts';

export type GridRows<Row> = GridOptions<Row> & {
  /** All rows; undefined while they are awaited. */
  rows: readonly Row[] | undefined;
  error?: unknown;
  retry?: () => void;
};

const none: never[] = [];
const nothing = (): void => undefined;

/** TanStack's description of our columns: how a value is read, compared, met by a condition and grouped. */
const defsOf = <Row>(columns: readonly GridColumn<Row>[], collator: Intl.Collator): ColumnDef<Row>[] =>
  columns.map((column) => ({
    id: column.key,
    accessorFn: (row) => column.value(row) ?? undefined,
    sortUndefined: 'last',
    sortingFn: (a, b, key) => {
      const [left, right] = [a.getValue(key), b.getValue(key)];
      if (typeof left === 'number' && typeof right === 'number') return left - right;
      return collator.compare(String(left), String(right));
    },
    filterFn: Object.assign((row: TableRow<Row>, _key: string, test: (row: Row) => boolean) => test(row.original), {
      resolveFilterValue: (filter: GridFilter) => filterTest(column, filter),
    }),
    getGroupingValue: (row) => cellText(column, row),
  }));

/** Rows and group rows in one list, without the rows of groups that are closed. */
const flatten = <Row>(
  rows: readonly TableRow<Row>[],
  closed: ReadonlySet<string>,
  note: GridOptions<Row>['groupNote'],
): GridEntry<Row>[] =>
  rows.flatMap((row): GridEntry<Row>[] => {
    if (!row.getIsGrouped()) return [{ kind: 'row', id: row.id, row: row.original }];
    const open = !closed.has(row.id);
    const inside = row.subRows.map((sub): GridEntry<Row> => ({ kind: 'row', id: sub.id, row: sub.original }));
    const { groupingValue } = row;
    const label = typeof groupingValue === 'string' || typeof groupingValue === 'number' ? String(groupingValue) : '';
    const group: GridEntry<Row> = {
      kind: 'group',
      id: row.id,
      label,
      count: row.subRows.length,
      note: note?.(row.subRows.map((sub) => sub.original)),
      open,
    };
    return open ? [group, ...inside] : [group];
  });

const toggled = (set: ReadonlySet<string>, id: string): ReadonlySet<string> => {
  const next = new Set(set);
  if (!next.delete(id)) next.add(id);
  return next;
};

/** Counts the values of a column, once for each column that is asked for. */
const choiceCounter = <Row>(
  columns: readonly GridColumn<Row>[],
  rows: readonly Row[],
  collator: Intl.Collator,
): ((key: string) => { value: string; count: number }[]) => {
  const known = new Map<string, { value: string; count: number }[]>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const column = columns.find((one) => one.key === key);
    const counts = new Map<string, number>();
    for (const row of rows) {
      for (const value of column === undefined ? [] : cellChoices(column, row)) {
        counts.set(value, (counts.get(value) ?? 0) + 1);
      }
    }
    const choices = [...counts]
      .map(([value, count]) => ({ value, count }))
      .toSorted((a, b) => collator.compare(a.value, b.value));
    known.set(key, choices);
    return choices;
  };
};

/** A grid over rows that are all here (60,000 are fine): orders, filters and groups them itself. */
export const useGrid = <Row>(options: GridRows<Row>): Grid<Row> => {
  const { columns, rows, getRowId, onCurrent, groupNote } = options;
  const collator = useCollator();
  const state = useGridState<Row>(options);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const { sort, filters, group, current } = state;

  const defs = useMemo(() => defsOf(columns, collator), [columns, collator]);
  const sorting = useMemo(
    () => [
      ...(group === null ? [] : [{ id: group, desc: false }]),
      ...(sort === null || sort.key === group ? [] : [{ id: sort.key, desc: sort.descending }]),
    ],
    [group, sort],
  );
  const columnFilters = useMemo(() => filters.map((filter) => ({ id: filter.key, value: filter })), [filters]);
  const grouping = useMemo(() => (group === null ? [] : [group]), [group]);

  const table = useReactTable<Row>({
    data: (rows as Row[] | undefined) ?? none,
    columns: defs,
    state: { sorting, columnFilters, grouping },
    getRowId,
    getCoreRowModel: getCoreRowModel(),
    getFilteredRowModel: getFilteredRowModel(),
    getGroupedRowModel: getGroupedRowModel(),
    getSortedRowModel: getSortedRowModel(),
    groupedColumnMode: false,
    autoResetAll: false,
  });
  const sorted = table.getSortedRowModel().rows;
  const entries = useMemo(() => flatten(sorted, closed, groupNote), [sorted, closed, groupNote]);
  const places = useMemo(() => new Map(entries.map((entry, index) => [entry.id, index])), [entries]);
  const ordered = (): Row[] =>
    sorted.flatMap((row) => (row.getIsGrouped() ? row.subRows.map((sub) => sub.original) : [row.original]));

  const tableFor = (ids?: ReadonlySet<string>): GridTable =>
    tableOf(
      state.columns.map(({ column }) => column),
      ids === undefined ? ordered() : ordered().filter((row) => ids.has(getRowId(row))),
      getRowId,
    );

  const choicesOf = useMemo(() => choiceCounter(columns, rows ?? none, collator), [columns, rows, collator]);

  // a row that is gone is not current any more; tell the area which row it is otherwise
  const tell = useRef(onCurrent);
  useEffect(() => {
    tell.current = onCurrent;
  });
  const currentRow = useMemo(() => rows?.find((row) => getRowId(row) === current) ?? null, [rows, getRowId, current]);
  useEffect(() => tell.current?.(currentRow), [currentRow]);

  return {
    ...state,
    count: entries.length,
    entry: (index) => entries[index],
    indexOf: (id) => places.get(id) ?? -1,
    headOf: (index) => entries.slice(0, index + 1).findLastIndex(({ kind }) => kind === 'group'),
    shown: table.getFilteredRowModel().rows.length,
    total: rows?.length ?? 0,
    waiting: rows === undefined && (options.error ?? null) === null,
    error: options.error,
    retry: options.retry,
    choicesOf,
    toggleGroup: (id) => setClosed((now) => toggled(now, id)),
    showing: nothing,
    rowsOf: (ids) => ordered().filter((row) => ids.has(getRowId(row))),
    table: tableFor,
    copyTable: tableFor,
    markAll: () => state.setMarked(new Set(ordered().map(getRowId))),
  };
};
