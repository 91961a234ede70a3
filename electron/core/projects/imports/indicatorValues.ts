import { periodExample, fitsFrequency } from '../../../../shared/rules/indicatorPeriods.ts';
import { formatScaled } from '../../../../shared/rules/scaled.ts';
import {
  ageBands,
  participantSexes,
  professionGroups,
  type Disaggregation,
  type IndicatorFrequency,
} from '../../../../shared/vocabulary.ts';
import type { PlannedRow } from '../../files/tables/plannedRow.ts';
import type { TableRow } from '../../files/tables/tableRow.ts';
import { readAll } from '../../statements.ts';
import type { IndicatorValueFields } from '../indicators/setting.ts';
import { finder, type ImportContext, type Named } from './context.ts';
import { readPeriod } from './periodText.ts';
import { firstLines, readRow, type RowReader } from './rowReader.ts';
import { readCountry, vocabularyReader } from './words.ts';

export type ValuePlan = PlannedRow<IndicatorValueFields>;

interface Indicator extends Named {
  frequency: IndicatorFrequency;
  disaggregation: Disaggregation;
  decimals: number;
  rule: string;
}

/** The indicators of a project, numbered in their order. */
const indicatorsOf = ({ reader, project }: ImportContext): Indicator[] =>
  readAll<Omit<Indicator, 'number'>>(
    reader,
    `SELECT id, title AS name, frequency, disaggregation, coalesce(decimals, 0) AS decimals, rule FROM indicator
     WHERE projectId = ? AND removed = 0 ORDER BY sortKey, id`,
    project.id,
  ).map((row, index) => ({ ...row, number: String(index + 1) }));

interface StoredValue {
  id: string;
  indicatorId: string;
  period: string;
  territory: string;
  key: string;
  value: number | null;
  source: string;
  note: string;
}

const keyOf = ({
  indicatorId,
  period,
  territory,
  key,
}: Omit<StoredValue, 'id' | 'value' | 'source' | 'note'>): string => [indicatorId, period, territory, key].join('|');

function knownValues({ reader, project }: ImportContext): Map<string, StoredValue> {
  const rows = readAll<StoredValue>(
    reader,
    `SELECT v.id, v.indicatorId, v.period, v.territory, v.key, v.value, v.source, v.note
     FROM indicator i CROSS JOIN indicator_value v ON v.indicatorId = i.id
     WHERE i.projectId = ? AND i.removed = 0 AND v.removed = 0`,
    project.id,
  );
  return new Map(rows.map((row) => [keyOf(row), row]));
}

/** What importing these rows as values of indicators would do; one value for each indicator, period, territory and key. */
export function planValues(
  rows: readonly TableRow[],
  mapping: readonly (string | null)[],
  context: ImportContext,
): ValuePlan[] {
  const { resources, language, territories } = context;
  const indicators = indicatorsOf(context);
  const find = finder(indicators);
  const known = knownValues(context);
  const keyReaders: Record<Exclude<Disaggregation, 'none' | 'own'>, (text: string) => string | null> = {
    sex: vocabularyReader(resources, 'participantSex', participantSexes),
    ageBand: vocabularyReader(resources, 'ageBand', ageBands),
    country: readCountry,
    profession: (
      (read) => (text: string) =>
        read(text) ?? text
    )(vocabularyReader<string>(resources, 'professionGroup', professionGroups)),
  };
  const keyFor = (row: RowReader, indicator: Indicator): string => {
    const { disaggregation } = indicator;
    if (!row.has('key')) return '';
    if (disaggregation === 'none') return row.problem('disaggregationNone', 'key') ?? '';
    if (disaggregation === 'own') return row.text('key');
    return row.word('key', keyReaders[disaggregation], 'participantKeyUnknown') ?? '';
  };
  const periodFor = (row: RowReader, { frequency }: Indicator): string => {
    const text = row.required('period');
    if (text === '') return '';
    const period = readPeriod(text, frequency);
    if (period === null) row.problem('periodUnreadable', 'period', { text: text.slice(0, 200) });
    else if (!fitsFrequency(period, frequency))
      row.problem('periodForeign', 'period', { period, example: periodExample[frequency] });
    return period ?? '';
  };
  const firstLine = firstLines();
  return rows.map((tableRow) => {
    const row = readRow(tableRow, mapping, context);
    const named = mapping.includes('indicator') || indicators.length !== 1 ? row.required('indicator') : '';
    const found = named === '' ? (mapping.includes('indicator') ? [] : indicators) : find(named);
    const indicator = found.length === 1 ? found[0] : undefined;
    if (indicator === undefined) {
      if (named !== '') row.problem('indicatorUnknown', 'indicator', { text: named.slice(0, 200) });
      const none = { indicatorId: '', period: '', territory: '', key: '', value: null, source: '', note: '' };
      return row.planned(none, { same: undefined, existing: null, changes: [] });
    }
    if (indicator.rule !== '') row.problem('indicatorCounted', 'indicator');
    if (!row.has('value')) row.problem('cellEmpty', 'value');
    const fields: IndicatorValueFields = {
      indicatorId: indicator.id,
      period: periodFor(row, indicator),
      territory: territories.one(row),
      key: keyFor(row, indicator),
      value: row.scaled('value', indicator.decimals),
      source: row.text('source'),
      note: row.text('note'),
    };
    if (fields.key.length > 200) row.problem('textTooLong', 'key', { field: 'key', most: 200 });
    if (fields.note.length > 2000) row.problem('textTooLong', 'note', { field: 'note', most: 2000 });
    const same = row.problems.length > 0 ? undefined : firstLine(keyOf(fields), row.line);
    const existing = known.get(keyOf(fields)) ?? null;
    const changes = [];
    if (existing !== null) {
      const figure = (value: number | null): string =>
        value === null ? '' : formatScaled(value, indicator.decimals, language);
      if (existing.value !== fields.value)
        changes.push({ field: 'value', from: figure(existing.value), to: figure(fields.value) });
      for (const field of ['source', 'note'] as const) {
        if (fields[field] === '') fields[field] = existing[field];
        else if (fields[field] !== existing[field]) changes.push({ field, from: existing[field], to: fields[field] });
      }
    }
    return row.planned(fields, { same, existing: existing && { id: existing.id, name: indicator.name }, changes });
  });
}
