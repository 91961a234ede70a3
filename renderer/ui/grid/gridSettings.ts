import { useCallback, useState } from 'react';
import { readRemembered, writeRemembered } from '../window/remembered.ts';
import type { GridFilter, GridOptions, GridSort } from './gridTypes.ts';

/** What is remembered of a grid on this computer. */
export type GridSettings = {
  sort: GridSort | null;
  group: string | null;
  widths: Record<string, number>;
  /** Columns whose visibility differs from what the area gave. */
  shown: Record<string, boolean>;
};

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const recordOf = <T>(value: unknown, is: (one: unknown) => one is T): Record<string, T> =>
  isRecord(value)
    ? Object.fromEntries(Object.entries(value).filter((entry): entry is [string, T] => is(entry[1])))
    : {};

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean';

const sortOf = (value: unknown): GridSort | null =>
  isRecord(value) && typeof value['key'] === 'string'
    ? { key: value['key'], descending: value['descending'] === true }
    : null;

/** Reads what was remembered; a column that no longer exists is forgotten. */
const read = <Row>(options: GridOptions<Row>): GridSettings => {
  const first =
    options.sort === undefined ? null : { key: options.sort.key, descending: options.sort.descending === true };
  const saved = readRemembered(`grid.${options.id}`);
  if (!isRecord(saved)) return { sort: first, group: options.group ?? null, widths: {}, shown: {} };
  const exists = (key: string): boolean => options.columns.some((column) => column.key === key);
  const sort = sortOf(saved['sort']);
  const group = saved['group'];
  return {
    sort: sort !== null && exists(sort.key) ? sort : first,
    group: typeof group === 'string' && exists(group) ? group : null,
    widths: recordOf(saved['widths'], isNumber),
    shown: recordOf(saved['shown'], isBoolean),
  };
};

/** The remembered settings of a grid and the way to change them. */
export const useGridSettings = <Row>(
  options: GridOptions<Row>,
): [GridSettings, (change: (now: GridSettings) => GridSettings) => void] => {
  const [settings, setSettings] = useState(() => read(options));
  const { id } = options;
  const change = useCallback(
    (make: (now: GridSettings) => GridSettings) =>
      setSettings((now) => {
        const next = make(now);
        writeRemembered(`grid.${id}`, next);
        return next;
      }),
    [id],
  );
  return [settings, change];
};

/** What a grid keeps while the window is open, so that coming back to a list finds it as it was left. */
export type GridPlace = { filters: readonly GridFilter[]; current: string | null; scroll: number };

const places = new Map<string, GridPlace>();

export const gridPlace = (id: string): GridPlace => places.get(id) ?? { filters: [], current: null, scroll: 0 };

export const keepGridPlace = (id: string, part: Partial<GridPlace>): void => {
  places.set(id, { ...gridPlace(id), ...part });
};

const forgetters = new Set<() => void>();

/** Something more that a list keeps while the window is open, forgotten with its place. */
export const createKept = <T>(): { get: () => T | undefined; set: (value: T) => void } => {
  let kept: T | undefined;
  forgetters.add(() => {
    kept = undefined;
  });
  return {
    get: () => kept,
    set: (value) => {
      kept = value;
    },
  };
};

/** Forgets every list's place: another workspace has been opened. */
export const forgetGridPlaces = (): void => {
  places.clear();
  for (const forget of forgetters) forget();
};
