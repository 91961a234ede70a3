import * as z from 'zod';
import { clocks, day, id, language, line } from './base.ts';
import { indicatorFields, scaled } from './projectParts.ts';

/** 2015, 2015-H1, 2015-Q3, 2015-07. */
export const valuePeriod = z.string().regex(/^\d{4}(?:-(?:H[12]|Q[1-4]|0[1-9]|1[0-2]))?$/);
/** A year, a shorter period, or all of the project. */
export const targetPeriod = z.union([valuePeriod, z.literal('all')]);

export const indicatorRow = indicatorFields.extend({
  id,
  projectId: id,
  number: z.string(),
  objective: z.string(),
  targets: z.array(z.object({ period: targetPeriod, value: scaled })),
  /** Of all the project: its own, else what the years make by the way of summing. */
  target: scaled.nullable(),
  /** Reached until today, by the way of summing or by the count. */
  actual: scaled.nullable(),
  /**
   * By the periods of its frequency in order; `target` of the same period where there is one; `running` by the way of
   * summing, null after the last value.
   */
  series: z.array(
    z.object({ period: valuePeriod, value: scaled.nullable(), target: scaled.nullable(), running: scaled.nullable() }),
  ),
  /** By calendar year: its periods by the way of summing; `target` of the year, else what its periods' make. */
  years: z.array(z.object({ year: z.string(), value: scaled.nullable(), target: scaled.nullable() })),
  /** Periods that are over and have no value. */
  missing: z.array(valuePeriod),
  /** Of a counted one: of how many records, for the words that say how it was counted. */
  counted: z.object({ records: z.number(), until: day }).nullable(),
  sortKey: z.string(),
  clocks,
});
export type IndicatorRow = z.infer<typeof indicatorRow>;

export const indicatorDetail = indicatorRow.extend({
  byTerritory: z.array(z.object({ territory: z.string(), name: z.string(), value: scaled })),
  byKey: z.array(z.object({ key: z.string(), value: scaled })),
  /** The records of a counted one, the last first; at most 500. */
  records: z.array(
    z.object({
      entity: z.enum(['activity', 'meeting', 'decision']),
      id,
      title: z.string(),
      on: day.nullable(),
      counts: z.number(),
    }),
  ),
});
export type IndicatorDetail = z.infer<typeof indicatorDetail>;

export const indicatorValueFields = z.object({
  indicatorId: id,
  period: valuePeriod,
  territory: z.string().max(40),
  key: z.string().max(200),
  value: scaled.nullable(),
  source: line,
  note: line,
});
export const indicatorValueRow = indicatorValueFields.extend({
  id,
  indicator: z.string(),
  place: z.string(),
  unit: z.string(),
  decimals: z.number(),
});
export type IndicatorValueRow = z.infer<typeof indicatorValueRow>;
export const indicatorValuesFilter = z.object({
  projectId: id,
  /** In which territories are named and ordered; the project's own unless another is asked for. */
  language: language.optional(),
  indicatorId: id.nullable(),
  period: valuePeriod.nullable(),
  territory: z.string().max(40).nullable(),
  sort: z.object({ by: z.enum(['period', 'indicator', 'place', 'value']), descending: z.boolean() }),
  offset: z.number().int().min(0),
  limit: z.number().int().min(1).max(500),
});
