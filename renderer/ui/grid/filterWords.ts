import type { Grid, GridFilter } from './gridTypes.ts';

/** The value of a condition in words: «відкриті, прострочені», «01.10.2026 – …». `empty` stands for an empty value. */
export const filterValueWords = (filter: GridFilter, empty: string, day: (iso: string) => string = String): string => {
  if (filter.kind === 'choice') return filter.values.map((value) => (value === '' ? empty : value)).join(', ');
  if (filter.kind === 'text') return filter.text;
  return `${filter.from === null ? '…' : day(filter.from)} – ${filter.to === null ? '…' : day(filter.to)}`;
};

/** Each condition in force as *column: value*. */
export const filterWords = <Row>(grid: Grid<Row>, empty: string, day?: (iso: string) => string): string[] =>
  grid.filters.map((filter) => {
    const title = grid.options.columns.find((column) => column.key === filter.key)?.title ?? filter.key;
    return `${title}: ${filterValueWords(filter, empty, day)}`;
  });
