import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useGridState } from './gridState.ts';
import { tableOf } from './gridText.ts';
import type { Grid, GridFilter, GridOptions, GridSort } from './gridTypes.ts';

/** What the core orders and filters by. */
export type PageQuery = { sort: GridSort | null; filters: readonly GridFilter[] };

/** One page of rows, and how many meet the conditions in all. */
export type GridPage<Row> = { total: number; rows: readonly Row[] };

export type GridPages<Row> = GridOptions<Row> & {
  /** Loads `limit` rows from `offset`. Keep it the same function while it asks the same (useCallback). */
  load: (offset: number, limit: number, query: PageQuery) => Promise<GridPage<Row>>;
  /** Anything that changes when what was loaded may not be right any more; what is shown is then loaded anew. */
  version: unknown;
};

/** Rows a page. */
const pageSize = 100;

type Loaded<Row> = { total: number | undefined; pages: ReadonlyMap<number, readonly Row[]>; error: unknown };

const nothing: Loaded<never> = { total: undefined, pages: new Map(), error: undefined };

/** A grid over rows that the core hands out by page, as they come into view. Marks and copies what has been loaded. */
export const usePagedGrid = <Row>(options: GridPages<Row>): Grid<Row> => {
  const { load, version, getRowId } = options;
  const state = useGridState<Row>(options);
  const { sort, filters } = state;
  const [loaded, setLoaded] = useState<Loaded<Row>>(nothing);
  const query = useMemo(() => ({ sort, filters }), [sort, filters]);
  // what has been asked for under the present query and version: an answer to an older one is dropped
  const asked = useMemo(() => ({ query, version, load, pages: new Set<number>() }), [query, version, load]);
  const latest = useRef(asked);
  useEffect(() => {
    // rows of another order or condition say nothing; those of an older version stand until the new ones are here
    if (latest.current.query !== asked.query || latest.current.load !== asked.load) setLoaded(nothing);
    latest.current = asked;
  }, [asked]);

  const showing = useCallback(
    (from: number, to: number): void => {
      const take = async (page: number): Promise<void> => {
        try {
          const { total, rows } = await asked.load(page * pageSize, pageSize, asked.query);
          if (asked !== latest.current) return;
          setLoaded((now) => ({ total, pages: new Map(now.pages).set(page, rows), error: undefined }));
        } catch (error) {
          asked.pages.delete(page);
          if (asked === latest.current) setLoaded((now) => ({ ...now, error }));
        }
      };
      for (let page = Math.floor(from / pageSize); page <= Math.floor(to / pageSize); page += 1) {
        if (asked.pages.has(page)) continue;
        asked.pages.add(page);
        void take(page);
      }
    },
    [asked],
  );
  // the first page is asked for even while there is no list to scroll
  useEffect(() => showing(0, 0), [showing]);

  const { total, pages, error } = loaded;
  const here = [...pages].toSorted(([a], [b]) => a - b).flatMap(([, rows]) => rows);
  return {
    ...state,
    group: null,
    count: total ?? 0,
    entry: (index) => {
      const row = pages.get(Math.floor(index / pageSize))?.[index % pageSize];
      return row === undefined ? undefined : { kind: 'row', id: getRowId(row), row };
    },
    indexOf: (id) => {
      for (const [page, rows] of pages) {
        const place = rows.findIndex((row) => getRowId(row) === id);
        if (place >= 0) return page * pageSize + place;
      }
      return -1;
    },
    shown: total ?? 0,
    total: total ?? 0,
    waiting: total === undefined && error === undefined,
    error,
    retry: () => {
      setLoaded(nothing);
      showing(0, 0);
    },
    choicesOf: () => [],
    toggleGroup: () => undefined,
    showing,
    rowsOf: (ids) => here.filter((row) => ids.has(getRowId(row))),
    table: (ids) =>
      tableOf(
        state.columns.map(({ column }) => column),
        ids === undefined ? here : here.filter((row) => ids.has(getRowId(row))),
        getRowId,
      ),
  };
};
