import { today, type IsoDay } from '../../../../shared/dates.ts';
import type { Language } from '../../../../shared/languages.ts';
import { currencyDigits } from '../../../../shared/rules/money.ts';
import { countryName } from '../../../../shared/rules/regionNames.ts';
import type { Reading } from '../../directory/reading.ts';
import type { List, ListColumn } from '../../reports/list.ts';
import { wordsOf } from '../../words.ts';
import type { ProjectDetail } from '../../../../shared/contract/projectViews.ts';

/** What a sheet of activities is made from. */
export interface WordedContext {
  reader: Reading;
  resources: string;
  language: Language;
  today: IsoDay;
  now: Date;
  /** Heading of a column. */
  column: (key: string, params?: Record<string, string | number>) => string;
  /** Name of a sheet. */
  sheet: (key: string) => string;
  /** A word of the vocabulary; the code itself where it has none, as a profession in somebody's own words. */
  say: (group: string, code: string) => string;
}

/** What every sheet of a project's workbook is made from. */
export interface SheetContext extends WordedContext {
  project: ProjectDetail;
}

export function wordedContext(reader: Reading, resources: string, language: Language, now: Date): WordedContext {
  const words = wordsOf(resources, language, 'documents');
  const vocabulary = wordsOf(resources, language, 'vocabulary');
  return {
    reader,
    resources,
    language,
    today: today(now),
    now,
    column: (key, params = {}) => words(`projectWorkbook.column.${key}`, params),
    sheet: (key) => words(`projectWorkbook.sheet.${key}`),
    say: (group, code) => (code === '' ? '' : vocabulary(`${group}.${code}`, { defaultValue: code })),
  };
}

/** In the project's language. */
export const sheetContext = (reader: Reading, resources: string, project: ProjectDetail, now: Date): SheetContext => ({
  ...wordedContext(reader, resources, project.language, now),
  project,
});

/** A group by which people or values are told apart, in words. */
export function keyWords({ language, say }: WordedContext, dimension: string, key: string): string {
  if (key === '') return '';
  if (dimension === 'country') return countryName(key, language);
  const group = { sex: 'participantSex', ageBand: 'ageBand', profession: 'professionGroup' }[dimension];
  return group === undefined ? key : say(group, key);
}

export type Row = List['rows'][number];
type ColumnSpec = readonly [key: string, kind: ListColumn['kind'], digits?: number];

/** A sheet with its headings in the project's language. */
export const listOf = (
  context: WordedContext,
  title: string,
  columns: readonly ColumnSpec[],
  rows: Row[],
  totals?: List['totals'],
): List => ({
  title: context.sheet(title),
  columns: columns.map(([key, kind, digits]) => ({
    header: context.column(key),
    kind,
    ...(digits === undefined ? {} : { digits }),
  })),
  rows,
  ...(totals === undefined ? {} : { totals }),
});

/** Minor units as the number that a sheet shows and calculates with. */
export const inUnits = (amount: number | null, currency: string): number | null =>
  amount === null ? null : amount / 10 ** currencyDigits(currency);

/** A whole number of 10^−decimals as the number it stands for. */
export const asNumber = (value: number | null, decimals: number): number | null =>
  value === null ? null : value / 10 ** decimals;
