import type { ReactNode } from 'react';
import type { MenuEntry } from '../Menu.tsx';
import type { StatusKey } from '../window/status.ts';
import type { PagedGroup } from './groupedPages.ts';

/** What a cell holds for ordering and export; null is empty and always comes last. */
export type GridValue = string | number | null;

export type GridColumn<Row> = {
  key: string;
  title: string;
  value: (row: Row) => GridValue;
  /** The words of the cell for copying, filtering, grouping and the tooltip; the value itself unless given. */
  text?: (row: Row) => string;
  render?: (row: Row) => ReactNode;
  /** The words on paper, where neither the figure nor the words of the cell say enough there. */
  paper?: (row: Row) => string;
  /** Width in CSS pixels to begin with (120 unless given). */
  width?: number;
  /** Takes what room is left. */
  grow?: boolean;
  align?: 'right' | 'center';
  /** Not shown until chosen. */
  hidden?: boolean;
  sortable?: boolean;
  /** Offers a condition: `choice` of the values that occur, `text` that occurs in the cell, `day` from–to (value = ISO day). */
  filter?: 'choice' | 'text' | 'day';
  /** For `choice` where one row has several values. */
  choices?: (row: Row) => readonly string[];
  groupable?: boolean;
  /** What grouping by it is called, where the heading says something else. */
  groupTitle?: string;
  /** Stays a column while the rows are grouped by it. */
  keptWhenGrouped?: boolean;
};

/** A condition in force on one column. */
export type GridFilter = { key: string } & (
  | { kind: 'choice'; values: readonly string[] }
  | { kind: 'text'; text: string }
  | { kind: 'day'; from: string | null; to: string | null }
);

export type GridSort = { key: string; descending: boolean };

/** What a letter does: with the current row, or with the marked ones where there are any. */
export type GridKey<Row> = { label: string; run: (rows: Row[]) => void };

/** The rows as shown now, in words and numbers, for copying and for a worksheet. */
export type GridTable = { columns: string[]; rows: GridValue[][]; ids: string[] };

export type GridOptions<Row> = {
  /** `<area>.<list>`: widths, columns, order and grouping are remembered under it. */
  id: string;
  /** The accessible name. */
  label: string;
  columns: readonly GridColumn<Row>[];
  getRowId: (row: Row) => string;
  /** Row height: `list` 32, `tight` 28. */
  density?: 'list' | 'tight';
  sort?: { key: string; descending?: boolean };
  group?: string;
  /** Soft words after the count in a group's row. */
  groupNote?: (rows: Row[]) => ReactNode;
  /** Rows on red: what they say is not done. */
  isRefused?: (row: Row) => boolean;
  /** Enter and double click. */
  onOpen?: (row: Row) => void;
  onCurrent?: (row: Row | null) => void;
  /** Letters that act while the grid has the focus, shown in the status bar. */
  keys?: Record<string, GridKey<Row>>;
  /** The keys of the status bar, where the area binds some itself; otherwise they follow from the rest. */
  statusKeys?: StatusKey[];
  /** Comes into view as soon as its row is here: a link has led to it. */
  reveal?: string | undefined;
  /** Context menu and Shift+F10. */
  menu?: (row: Row) => MenuEntry[];
  /** Space marks rows. */
  markable?: boolean;
  onMarked?: (ids: string[]) => void;
  empty: { text: string; action?: { label: string; run: () => void; shortcut?: string } };
  onExport?: (table: GridTable) => void;
};

/** What the core orders and filters by. */
export type PageQuery = { sort: GridSort | null; filters: readonly GridFilter[]; group: string | null };

/** One page of rows, how many meet the conditions in all, and their groups where they are grouped. */
export type GridPage<Row> = { total: number; rows: readonly Row[]; groups?: readonly PagedGroup[] };

export type GridEntry<Row> =
  | { kind: 'row'; id: string; row: Row }
  | { kind: 'group'; id: string; label: string; count: number; note: ReactNode; open: boolean };

export type ShownColumn<Row> = { column: GridColumn<Row>; width: number | undefined };

/** One grid's state and acts, made by `useGrid` or `usePagedGrid`, shown by `DataGrid` and its tools. */
export type Grid<Row> = {
  options: GridOptions<Row>;
  columns: readonly ShownColumn<Row>[];
  /** Rows and group rows together. */
  count: number;
  /** Undefined: not loaded yet. */
  entry: (index: number) => GridEntry<Row> | undefined;
  /** −1: not loaded, folded away or not there. */
  indexOf: (id: string) => number;
  /** The head of the group that an entry belongs to; −1 where there are no groups. */
  headOf: (index: number) => number;
  /** Rows after filtering, and all there are. */
  shown: number;
  total: number;
  waiting: boolean;
  error: unknown;
  retry: (() => void) | undefined;
  sort: GridSort | null;
  toggleSort: (key: string) => void;
  setSort: (sort: GridSort) => void;
  filters: readonly GridFilter[];
  setFilter: (key: string, filter: GridFilter | null) => void;
  clearFilters: () => void;
  /** The values that occur in a column, with how often; undefined where only the core could tell. */
  choicesOf: (key: string) => { value: string; count: number }[];
  group: string | null;
  setGroup: (key: string | null) => void;
  toggleGroup: (id: string) => void;
  hidden: ReadonlySet<string>;
  setHidden: (key: string, hidden: boolean) => void;
  setWidth: (key: string, width: number) => void;
  marked: ReadonlySet<string>;
  setMarked: (ids: ReadonlySet<string>) => void;
  /** Marks everything that meets the conditions. */
  markAll: () => void;
  current: string | null;
  setCurrent: (id: string | null) => void;
  /** Tells which entries are on the screen, so that their pages are loaded. */
  showing: (from: number, to: number) => void;
  /** The rows with these ids, in the order shown. */
  rowsOf: (ids: ReadonlySet<string>) => Row[];
  /** The rows as shown, or only those with these ids, as far as they are here. */
  table: (ids?: ReadonlySet<string>) => GridTable;
  /** All rows with these ids, those that are not here yet too. */
  copyTable: (ids: ReadonlySet<string>) => GridTable | Promise<GridTable>;
};

export const rowHeights = { list: 32, tight: 28 } as const;
