import * as z from 'zod';
import { day, language } from '../../../../shared/contract/base.ts';
import { amount, country, currency, scaled, territory } from '../../../../shared/contract/projectParts.ts';
import { targetPeriod, valuePeriod } from '../../../../shared/contract/indicatorViews.ts';
import { countRule } from '../../../../shared/rules/counted.ts';
import {
  activityKinds,
  activityStatuses,
  budgetCategories,
  deliverableStatuses,
  disaggregations,
  expenseKinds,
  indicatorFrequencies,
  indicatorSummings,
  participantDimensions,
  partnerRoles,
  placeStatuses,
  projectStatuses,
  riskStatuses,
  translationStates,
} from '../../../../shared/vocabulary.ts';

/* `projects.json` of a theme. Organisations, people and memoranda bear the keys of the theme. */

const key = z.string().regex(/^[A-Za-z0-9]+$/);
const words = z.string().min(1);
const optionalWords = z.string().default('');
/** First and last day. */
const span = z.tuple([day, day]);

const samplePlace = z.strictObject({
  country,
  territory: territory.default(''),
  status: z.enum(placeStatuses).default('follows'),
  on: day.nullable().default(null),
});

const sampleActivity = z.strictObject({
  key,
  line: key.nullable().default(null),
  kind: z.enum(activityKinds),
  status: z.enum(activityStatuses),
  title: words,
  planned: span,
  baseline: span.optional(),
  actual: span.optional(),
  place: optionalWords,
  organiser: key.optional(),
  organiserText: optionalWords,
  participants: z.number().int().nullable().default(null),
  counts: z
    .array(
      z.strictObject({ dimension: z.enum(participantDimensions), key: words, people: z.number().int().nullable() }),
    )
    .default([]),
  outcome: optionalWords,
  source: optionalWords,
  places: z.array(samplePlace).default([]),
  after: z.array(z.strictObject({ activity: key, lag: z.number().int() })).default([]),
});
export type SampleActivity = z.infer<typeof sampleActivity>;

const sampleIndicator = z.strictObject({
  objective: key,
  title: words,
  unit: words,
  frequency: z.enum(indicatorFrequencies),
  summing: z.enum(indicatorSummings),
  disaggregation: z.enum(disaggregations).default('none'),
  rule: countRule.nullable(),
  targets: z.array(z.strictObject({ period: targetPeriod, value: scaled })),
  values: z.array(z.strictObject({ period: valuePeriod, value: scaled, source: optionalWords })),
});
export type SampleIndicator = z.infer<typeof sampleIndicator>;

const sampleExpense = z.strictObject({
  kind: z.enum(expenseKinds).default('spending'),
  /** Place of the commitment that it settles among the line's expenses, from 0. */
  settles: z.number().int().optional(),
  on: day,
  document: words,
  payee: words,
  amount,
});

const sampleFunder = z.strictObject({
  key,
  organisation: key.optional(),
  name: optionalWords,
  currency,
  amount: amount.nullable(),
  agreement: optionalWords,
  lines: z.array(
    z.strictObject({
      key,
      line: key.nullable().default(null),
      category: z.enum(budgetCategories),
      code: optionalWords,
      title: words,
      amount,
      expenses: z.array(sampleExpense).default([]),
    }),
  ),
});
export type SampleFunder = z.infer<typeof sampleFunder>;

/** The projects of a theme; one that carries another on comes after it. */
export const sampleProjects = z.array(
  z.strictObject({
    key,
    ofGroup: z.boolean(),
    title: words,
    shortName: optionalWords,
    number: optionalWords,
    language,
    status: z.enum(projectStatuses),
    goal: words,
    summary: optionalWords,
    startsOn: day.nullable(),
    endsOn: day.nullable(),
    lead: key,
    manager: key.nullable().default(null),
    currency,
    predecessor: key.nullable().default(null),
    note: words,
    places: z.array(z.strictObject({ country, territory: territory.default('') })),
    partners: z.array(z.strictObject({ organisation: key, country, role: z.enum(partnerRoles), task: optionalWords })),
    memoranda: z.array(key),
    /** Parents first. */
    objectives: z.array(z.strictObject({ key, parent: key.nullable().default(null), text: words })),
    lines: z.array(z.strictObject({ key, objective: key, title: words })),
    activities: z.array(sampleActivity),
    milestones: z.array(
      z.strictObject({
        line: key,
        title: words,
        dueOn: day,
        baselineOn: day.nullable().default(null),
        reachedOn: day.nullable().default(null),
      }),
    ),
    deliverables: z.array(
      z.strictObject({
        title: words,
        activity: key.nullable().default(null),
        status: z.enum(deliverableStatuses),
        dueOn: day,
        doneOn: day.nullable().default(null),
        languages: z.array(
          z.strictObject({ language: z.string().length(2), state: z.enum(translationStates), on: day.nullable() }),
        ),
      }),
    ),
    risks: z.array(
      z.strictObject({
        title: words,
        likelihood: z.number().int(),
        impact: z.number().int(),
        owner: key,
        answer: words,
        status: z.enum(riskStatuses),
        reviewedOn: day,
      }),
    ),
    indicators: z.array(sampleIndicator),
    funders: z.array(sampleFunder),
    programme: z
      .array(
        z.strictObject({
          task: words,
          indicatorText: words,
          unit: words,
          measure: words,
          responsible: words,
          moneySource: words,
          years: z.array(z.strictObject({ year: z.number().int(), value: words, amount })),
        }),
      )
      .default([]),
  }),
);
export type SampleProject = z.infer<typeof sampleProjects>[number];
