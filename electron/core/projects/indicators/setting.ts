import { createHash } from 'node:crypto';
import type * as z from 'zod';
import type { indicatorValueFields } from '../../../../shared/contract/indicatorViews.ts';
import { AppError } from '../../../../shared/errors.ts';
import { fitsFrequency, periodExample } from '../../../../shared/rules/indicatorPeriods.ts';
import type { Disaggregation, IndicatorFrequency } from '../../../../shared/vocabulary.ts';
import type { Author } from '../../ledger/ledger.ts';
import type { Writer } from '../../ledger/write.ts';
import { readOne, type Reader } from '../../statements.ts';
import type { OpenWorkspace } from '../../workspace/open.ts';
import { countryOfTerritory } from '../checks.ts';
import { requireAmount } from '../money/checks.ts';
import { indicatorTarget, indicatorValue } from '../tables.ts';

export type IndicatorValueFields = z.infer<typeof indicatorValueFields>;
export type Measure = { id: string; frequency: IndicatorFrequency; disaggregation: Disaggregation; rule: string };

/** Throws `notFound`. */
export function requireMeasure(reader: Reader, id: string): Measure {
  const found = readOne<Measure>(
    reader,
    'SELECT id, frequency, disaggregation, rule FROM indicator WHERE id = ? AND removed = 0',
    id,
  );
  if (!found) throw new AppError('notFound', { what: 'indicator' });
  return found;
}

const mostId = 64;

/**
 * The id that a value has on every device: two people who enter the same figure make one record. Where indicator, period,
 * territory and group are longer than an id may be, their hash stands for them.
 */
export function valueId({
  indicatorId,
  period,
  territory,
  key,
}: Omit<IndicatorValueFields, 'value' | 'source' | 'note'>) {
  const plain = [indicatorId, period, territory, key].join(':').replace(/:+$/u, '');
  if (plain.length <= mostId && /^[A-Za-z0-9._:-]+$/u.test(plain)) return plain;
  const hash = createHash('sha256')
    .update(JSON.stringify([period, territory, key]))
    .digest('base64url');
  return `${indicatorId}:${hash}`.slice(0, mostId);
}

/**
 * Throws `indicatorCounted`, `periodForeign`, `disaggregationNone`, `territoryUnknown`, `amountTooLarge`: what a value of
 * this indicator cannot be.
 */
export function requireValue(resources: string, measure: Measure, fields: IndicatorValueFields) {
  const { period, territory, key, value } = fields;
  if (measure.rule !== '') throw new AppError('indicatorCounted', {}, 'value');
  if (!fitsFrequency(period, measure.frequency))
    throw new AppError('periodForeign', { period, example: periodExample[measure.frequency] }, 'period');
  if (key.trim() !== '' && measure.disaggregation === 'none') throw new AppError('disaggregationNone', {}, 'key');
  countryOfTerritory(resources, territory);
  requireAmount(value, 'value');
}

type Found = { id: string; removed: number };

/** The record of this value; a partner's older program may have given it another id. */
const found = (reader: Reader, { indicatorId, period, territory, key }: IndicatorValueFields): Found | undefined =>
  readOne<Found>(
    reader,
    `SELECT id, removed FROM indicator_value WHERE indicatorId = ? AND period = ? AND territory = ? AND key = ?
     ORDER BY removed, id LIMIT 1`,
    indicatorId,
    period,
    territory,
    key,
  );

/**
 * Writes one value within an act; null takes it away. The caller has checked it with `requireValue`. Returns the id of its
 * record, null where there is none now.
 */
export function writeValue(w: Writer, reader: Reader, given: IndicatorValueFields): string | null {
  const fields = { ...given, key: given.key.trim(), source: given.source.trim() };
  const there = found(reader, fields);
  const { value, source, note } = fields;
  if (value === null) {
    if (there?.removed === 0) w.remove(indicatorValue, there.id);
    return null;
  }
  if (!there) return w.insert(indicatorValue, { id: valueId(fields), ...fields });
  if (there.removed === 1) w.restore(indicatorValue, there.id);
  w.update(indicatorValue, there.id, { value, source, note });
  return there.id;
}

/** Throws `notFound`, and as `requireValue`. */
export function setValue(
  workspace: OpenWorkspace,
  resources: string,
  author: Author,
  input: IndicatorValueFields,
): { id: string | null } {
  requireValue(resources, requireMeasure(workspace, input.indicatorId), input);
  return {
    id: workspace.ledger.write(author, { label: 'projects.setValue' }, (w) => writeValue(w, workspace, input)),
  };
}

/** Writes one target within an act; null takes it away. Its record bears the indicator's id and the period. */
export function writeTarget(
  w: Writer,
  reader: Reader,
  { id: indicatorId, period, value }: { id: string; period: string; value: number | null },
) {
  const id = `${indicatorId}:${period}`;
  const there = readOne<Found>(reader, 'SELECT id, removed FROM indicator_target WHERE id = ?', id);
  if (value === null) {
    if (there?.removed === 0) w.remove(indicatorTarget, id);
    return;
  }
  if (!there) {
    w.insert(indicatorTarget, { id, indicatorId, period, value });
    return;
  }
  if (there.removed === 1) w.restore(indicatorTarget, id);
  w.update(indicatorTarget, id, { value });
}

/** The target of a year, a shorter period or all of the project. Throws `notFound`, `amountTooLarge`. */
export function setTarget(
  workspace: OpenWorkspace,
  author: Author,
  input: { id: string; period: string; value: number | null },
) {
  requireMeasure(workspace, input.id);
  requireAmount(input.value, 'value');
  workspace.ledger.write(author, { label: 'projects.setTarget' }, (w) => writeTarget(w, workspace, input));
}
