import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useGridState } from './gridState.ts';
import { tableOf } from './gridText.ts';
import type { Grid, GridOptions, GridPage, PageQuery } from './gridTypes.ts';

export type GridPages<Row> = GridOptions<Row> & {
  /** Loads `limit` rows from `offset`. Keep it the same function while it asks the same (useCallback). */
  load: (offset: number, limit: number, query: PageQuery) => Promise<GridPage<Row>>;
  /** Anything that changes when what was loaded may not be right any more; what is shown is then loaded anew. */
  version: unknown;
};

/** Rows a page. */
const pageSize = 100;

/** What makes an answer right: the order and conditions, the source, and the state of the data. */
type Asked<Row> = { query: PageQuery; load: GridPages<Row>['load']; version: unknown; pages: Set<number> };

type Loaded<Row> = {
  /** Under what these rows were asked for; undefined before the first answer. */
  asked: Asked<Row> | undefined;
  total: number | undefined;
  pages: ReadonlyMap<number, readonly Row[]>;
  error: unknown;
};

/**
 * Puts a page in. Rows of an older state of the data stand until their page comes anew; rows of another order, other
 * conditions or another source go with the first answer.
 */
const withPage = <Row>(now: Loaded<Row>, asked: Asked<Row>, page: number, answer: GridPage<Row>): Loaded<Row> => {
  const same = now.asked?.query === asked.query && now.asked.load === asked.load;
  const pages = new Map(same ? now.pages : []).set(page, answer.rows);
  return { asked, total: answer.total, pages, error: undefined };
};

/** A grid over rows that the core hands out by page, as they come into view. Marks and copies what has been loaded. */
export const usePagedGrid = <Row>(options: GridPages<Row>): Grid<Row> => {
  const { load, version, getRowId } = options;
  const state = useGridState<Row>(options);
  const { sort, filters } = state;
  const [loaded, setLoaded] = useState<Loaded<Row>>({
    asked: undefined,
    total: undefined,
    pages: new Map(),
    error: undefined,
  });
  const query = useMemo(() => ({ sort, filters }), [sort, filters]);
  const asked = useMemo((): Asked<Row> => ({ query, load, version, pages: new Set() }), [query, load, version]);
  const latest = useRef(asked);
  useEffect(() => {
    latest.current = asked;
  }, [asked]);

  const showing = useCallback(
    (from: number, to: number): void => {
      const take = async (page: number): Promise<void> => {
        try {
          const answer = await asked.load(page * pageSize, pageSize, asked.query);
          if (asked === latest.current) setLoaded((now) => withPage(now, asked, page, answer));
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
    waiting: loaded.asked !== asked && error === undefined,
    error,
    retry: () => {
      setLoaded((now) => ({ ...now, error: undefined }));
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
