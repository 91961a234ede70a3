import * as z from 'zod';
import {
  budgetCategories,
  deliverableStatuses,
  disaggregations,
  indicatorFrequencies,
  indicatorSummings,
  partnerRoles,
  riskStatuses,
  translationStates,
} from '../vocabulary.ts';
import { countRule } from '../rules/counted.ts';
import { clocks, day, id, line, longText } from './base.ts';
import { evidenceView } from './decisionRegister.ts';

/** ISO 3166-1 alpha-2, upper case; empty where none is said. */
export const country = z.string().regex(/^(?:[A-Z]{2})?$/);
/** Code of `territories.csv`; empty: the whole country. */
export const territory = z.string().max(40);
/** ISO 4217. */
export const currency = z.string().regex(/^[A-Z]{3}$/);
/** Whole minor units (kopiyka, cent); never a fraction. */
export const amount = z.number().int().min(-9_000_000_000_000_000).max(9_000_000_000_000_000);
/** Millionths of the other currency for one unit. */
export const rate = z.number().int().min(1).max(9_000_000_000_000);
/** A whole number of 10^−decimals of the indicator. */
export const scaled = z.number().int().min(-9_000_000_000_000_000).max(9_000_000_000_000_000);

const score = z.number().int().min(1).max(5).nullable();
const part = { id, sortKey: z.string(), clocks };

export const placeFields = z.object({ country, territory });
export const partnerFields = z.object({
  organisationId: id.nullable(),
  nameText: line,
  country,
  role: z.enum(partnerRoles),
  task: line,
});
export const objectiveFields = z.object({ parentId: id.nullable(), text: longText });
export const lineFields = z.object({ objectiveId: id.nullable(), title: line });
export const milestoneFields = z.object({
  lineId: id.nullable(),
  title: line,
  dueOn: day.nullable(),
  baselineOn: day.nullable(),
  reachedOn: day.nullable(),
});
export const deliverableFields = z.object({
  activityId: id.nullable(),
  title: line,
  status: z.enum(deliverableStatuses),
  dueOn: day.nullable(),
  doneOn: day.nullable(),
  source: line,
  note: longText,
});
export const translationFields = z.object({
  deliverableId: id,
  /** ISO 639-1, lower case. */
  language: z.string().regex(/^[a-z]{2,3}$/),
  state: z.enum(translationStates),
  doneOn: day.nullable(),
});
export const riskFields = z.object({
  title: line,
  likelihood: score,
  impact: score,
  ownerId: id.nullable(),
  ownerText: line,
  answer: longText,
  status: z.enum(riskStatuses),
  reviewedOn: day.nullable(),
});
export const indicatorFields = z.object({
  objectiveId: id.nullable(),
  title: line,
  unit: line,
  decimals: z.number().int().min(0).max(4),
  baseline: scaled.nullable(),
  baselineOn: day.nullable(),
  frequency: z.enum(indicatorFrequencies),
  summing: z.enum(indicatorSummings),
  disaggregation: z.enum(disaggregations),
  source: line,
  /** Null: its values are entered. */
  rule: countRule.nullable(),
  note: longText,
});
export const funderFields = z.object({
  organisationId: id.nullable(),
  nameText: line,
  currency,
  /** Granted; null: the sum of its lines stands. */
  amount: amount.nullable(),
  agreement: line,
  signedOn: day.nullable(),
});
export const budgetLineFields = z.object({
  funderId: id,
  lineId: id.nullable(),
  category: z.enum(budgetCategories),
  code: line,
  title: line,
  amount: amount.nullable(),
  note: longText,
});
export const rateFields = z.object({ currency, rate, ratedOn: day.nullable(), source: line });
export const programmeTaskFields = z.object({
  task: longText,
  indicatorText: line,
  unit: line,
  measure: longText,
  responsible: line,
  moneySource: line,
});

/** What a project is made of beside activities and expenses; one way to add, change, move and remove them all. */
export const partPatch = z.discriminatedUnion('part', [
  z.object({ part: z.literal('place'), fields: placeFields.partial() }),
  z.object({ part: z.literal('partner'), fields: partnerFields.partial() }),
  z.object({ part: z.literal('objective'), fields: objectiveFields.partial() }),
  z.object({ part: z.literal('line'), fields: lineFields.partial() }),
  z.object({ part: z.literal('milestone'), fields: milestoneFields.partial() }),
  z.object({ part: z.literal('deliverable'), fields: deliverableFields.partial() }),
  z.object({ part: z.literal('translation'), fields: translationFields.partial() }),
  z.object({ part: z.literal('risk'), fields: riskFields.partial() }),
  z.object({ part: z.literal('indicator'), fields: indicatorFields.partial() }),
  z.object({ part: z.literal('funder'), fields: funderFields.partial() }),
  z.object({ part: z.literal('budgetLine'), fields: budgetLineFields.partial() }),
  z.object({ part: z.literal('rate'), fields: rateFields.partial() }),
  z.object({ part: z.literal('programmeTask'), fields: programmeTaskFields.partial() }),
]);
export type PartPatch = z.infer<typeof partPatch>;
export type PartName = PartPatch['part'];
export const partNames = [
  'place',
  'partner',
  'objective',
  'line',
  'milestone',
  'deliverable',
  'translation',
  'risk',
  'indicator',
  'funder',
  'budgetLine',
  'rate',
  'programmeTask',
] as const satisfies readonly PartName[];

export const placeView = placeFields.extend({ ...part, name: z.string() });
export const partnerView = partnerFields.extend({ ...part, name: z.string() });
/** `number` as it is printed: 1, 1.2 … */
export const objectiveView = objectiveFields.extend({ ...part, number: z.string(), level: z.number() });
export const lineView = lineFields.extend({ ...part, number: z.string(), activities: z.number() });
export const milestoneView = milestoneFields.extend({ ...part, late: z.boolean() });
export const translationView = translationFields.extend(part);
export const deliverableView = deliverableFields.extend({
  ...part,
  late: z.boolean(),
  translations: z.array(translationView),
  /** The work itself, or what shows that it was made. */
  files: z.array(evidenceView),
});
export const riskView = riskFields.extend({ ...part, owner: z.string(), weight: z.number().nullable() });
export type PlaceView = z.infer<typeof placeView>;
export type PartnerView = z.infer<typeof partnerView>;
export type ObjectiveView = z.infer<typeof objectiveView>;
export type LineView = z.infer<typeof lineView>;
export type MilestoneView = z.infer<typeof milestoneView>;
export type DeliverableView = z.infer<typeof deliverableView>;
export type TranslationView = z.infer<typeof translationView>;
export type RiskView = z.infer<typeof riskView>;
