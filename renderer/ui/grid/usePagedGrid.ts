import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useGridState } from './gridState.ts';
import { tableOf } from './gridText.ts';
import type { Grid, GridEntry, GridOptions, GridPage, GridTable, PageQuery } from './gridTypes.ts';
import { entryAt, entryOfRow, groupedLayout, type PagedGroup } from './groupedPages.ts';

export type GridPages<Row> = GridOptions<Row> & {
  /** Loads `limit` rows from `offset`. Keep it the same function while it asks the same (useCallback). */
  load: (offset: number, limit: number, query: PageQuery) => Promise<GridPage<Row>>;
  /** Anything that changes when what was loaded may not be right any more; what is shown is then loaded anew. */
  version: unknown;
  /** The ids of all rows in their order; without it only what is loaded can be marked, and only that is found. */
  allIds?: (query: PageQuery) => Promise<readonly string[]>;
};

/** Rows a page. */
const pageSize = 100;

/** As many as are asked for at once where all of them are needed. */
const bulkSize = 500;

/** What makes an answer right: the order and conditions, the source, and the state of the data. */
type Asked<Row> = { query: PageQuery; load: GridPages<Row>['load']; version: unknown; pages: Set<number> };

type Loaded<Row> = {
  /** Under what these rows were asked for; undefined before the first answer. */
  asked: Asked<Row> | undefined;
  total: number | undefined;
  groups: readonly PagedGroup[] | undefined;
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
  const groups = asked.query.group === null ? undefined : answer.groups;
  return { asked, total: answer.total, groups, pages, error: undefined };
};

const headId = (key: string): string => `group:${key}`;

/** Everything with these ids, page by page until all are found. */
const loadThese = async <Row>(
  asked: Asked<Row>,
  ids: ReadonlySet<string>,
  getRowId: (row: Row) => string,
): Promise<Row[]> => {
  const found: Row[] = [];
  for (let offset = 0; found.length < ids.size; offset += bulkSize) {
    const { rows, total } = await asked.load(offset, bulkSize, asked.query);
    found.push(...rows.filter((row) => ids.has(getRowId(row))));
    if (offset + bulkSize >= total) break;
  }
  return found;
};

/**
 * A grid over rows that the core hands out by page, as they come into view. Where they are grouped the core gives the
 * groups with their counts: heads and folded rows follow from these, however few of the rows are here.
 */
export const usePagedGrid = <Row>(options: GridPages<Row>): Grid<Row> => {
  const { load, version, getRowId, allIds, reveal } = options;
  const state = useGridState<Row>(options);
  const { sort, filters, group, setMarked } = state;
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [loaded, setLoaded] = useState<Loaded<Row>>({
    asked: undefined,
    total: undefined,
    groups: undefined,
    pages: new Map(),
    error: undefined,
  });
  const query = useMemo((): PageQuery => ({ sort, filters, group }), [sort, filters, group]);
  const asked = useMemo((): Asked<Row> => ({ query, load, version, pages: new Set() }), [query, load, version]);
  const latest = useRef(asked);
  useEffect(() => {
    latest.current = asked;
  }, [asked]);

  const { total, groups, pages, error } = loaded;
  const layout = useMemo(() => (groups === undefined ? undefined : groupedLayout(groups, closed)), [groups, closed]);

  const take = useCallback(
    (page: number): void => {
      if (asked.pages.has(page)) return;
      asked.pages.add(page);
      const run = async (): Promise<void> => {
        try {
          const answer = await asked.load(page * pageSize, pageSize, asked.query);
          if (asked === latest.current) setLoaded((now) => withPage(now, asked, page, answer));
        } catch (caught) {
          asked.pages.delete(page);
          if (asked === latest.current) setLoaded((now) => ({ ...now, error: caught }));
        }
      };
      void run();
    },
    [asked],
  );
  /** The place among all rows of what stands at an entry; of a head, that of its first row. */
  const rowAt = useCallback(
    (index: number): number => {
      if (layout === undefined) return index;
      const found = entryAt(layout, index);
      return found === undefined ? 0 : (found.row ?? layout.firstRows[found.group] ?? 0);
    },
    [layout],
  );
  const showing = useCallback(
    (from: number, to: number): void => {
      for (let index = from; index <= to; index += 1) take(Math.floor(rowAt(index) / pageSize));
    },
    [take, rowAt],
  );
  // the first page is asked for even while there is no list to scroll
  useEffect(() => take(0), [take]);

  // a link leads to a row that may stand anywhere: its page is fetched so that the grid can go there
  const sought = useRef<string>(undefined);
  useEffect(() => {
    if (reveal === undefined || allIds === undefined || sought.current === reveal) return;
    sought.current = reveal;
    const seek = async (): Promise<void> => {
      const at = (await allIds(asked.query)).indexOf(reveal);
      if (at >= 0) take(Math.floor(at / pageSize));
    };
    // what the page cannot show it says when it loads its rows
    seek().catch(() => undefined);
  }, [reveal, allIds, asked, take]);

  const here = (): Row[] => [...pages].toSorted(([a], [b]) => a - b).flatMap(([, rows]) => rows);
  const rowFor = (place: number): Row | undefined => pages.get(Math.floor(place / pageSize))?.[place % pageSize];
  const entry = (index: number): GridEntry<Row> | undefined => {
    const found = layout === undefined ? { group: 0, row: index } : entryAt(layout, index);
    if (found === undefined) return undefined;
    if (found.row === null) {
      const head = groups?.[found.group];
      if (head === undefined) return undefined;
      const { key, title, count, note } = head;
      return { kind: 'group', id: headId(key), label: title, count, note, open: !closed.has(key) };
    }
    const row = rowFor(found.row);
    return row === undefined ? undefined : { kind: 'row', id: getRowId(row), row };
  };
  const indexOf = (id: string): number => {
    if (layout !== undefined && id.startsWith('group:'))
      return layout.heads[groups?.findIndex(({ key }) => headId(key) === id) ?? -1] ?? -1;
    for (const [page, rows] of pages) {
      const place = rows.findIndex((row) => getRowId(row) === id);
      if (place < 0) continue;
      const row = page * pageSize + place;
      return layout === undefined ? row : entryOfRow(layout, row);
    }
    return -1;
  };
  const asTable = (rows: readonly Row[]): GridTable =>
    tableOf(
      state.columns.map(({ column }) => column),
      rows,
      getRowId,
    );
  const rowsOf = (ids: ReadonlySet<string>): Row[] => here().filter((row) => ids.has(getRowId(row)));

  return {
    ...state,
    count: layout?.count ?? total ?? 0,
    entry,
    indexOf,
    headOf: (index) => {
      const found = layout === undefined ? undefined : entryAt(layout, index);
      return found === undefined ? -1 : (layout?.heads[found.group] ?? -1);
    },
    shown: total ?? 0,
    total: total ?? 0,
    waiting: loaded.asked !== asked && error === undefined,
    error,
    retry: () => {
      setLoaded((now) => ({ ...now, error: undefined }));
      take(0);
    },
    choicesOf: () => [],
    toggleGroup: (id) =>
      setClosed((now) => {
        const next = new Set(now);
        const key = id.slice(headId('').length);
        if (!next.delete(key)) next.add(key);
        return next;
      }),
    showing,
    rowsOf,
    table: (ids) => asTable(ids === undefined ? here() : rowsOf(ids)),
    copyTable: (ids) => {
      const found = rowsOf(ids);
      return found.length === ids.size ? asTable(found) : loadThese(asked, ids, getRowId).then(asTable);
    },
    markAll: () => {
      const mark = async (): Promise<void> => {
        setMarked(new Set(allIds === undefined ? here().map(getRowId) : await allIds(asked.query)));
      };
      mark().catch((caught: unknown) => setLoaded((now) => ({ ...now, error: caught })));
    },
  };
};
