import * as z from 'zod';
import { expenseKinds } from '../vocabulary.ts';
import { clocks, day, id, line, longText } from './base.ts';
import { evidenceView } from './decisionRegister.ts';
import {
  amount,
  budgetLineFields,
  currency,
  funderFields,
  programmeTaskFields,
  rate,
  rateFields,
} from './projectParts.ts';
import { money } from './projectViews.ts';

/** Planned, committed and not yet settled, spent; minor units of the currency beside them. */
const sums = { planned: amount, committed: amount, spent: amount };

export const funderView = funderFields.extend({
  id,
  name: z.string(),
  ...sums,
  /** Granted less the sum of its lines; negative: more is planned than was granted. 0 where nothing was said of it. */
  unplanned: amount,
  sortKey: z.string(),
  clocks,
});
export const budgetLineView = budgetLineFields.extend({
  id,
  funder: z.string(),
  currency,
  line: z.string(),
  committed: amount,
  spent: amount,
  /** Planned less spent and committed; negative: more than planned. */
  balance: amount,
  expenses: z.number(),
  sortKey: z.string(),
  clocks,
});
export type FunderView = z.infer<typeof funderView>;
export type BudgetLineView = z.infer<typeof budgetLineView>;

export const moneyView = z.object({
  currency,
  funders: z.array(funderView),
  lines: z.array(budgetLineView),
  rates: z.array(rateFields.extend({ id, clocks })),
  /** By category and currency. */
  categories: z.array(z.object({ category: z.string(), currency, ...sums })),
  /** By the currencies of the funders. */
  totals: z.array(z.object({ currency, ...sums })),
  /** All in the project's currency by the rates above, each total rounded once, half away from zero; null: a rate is missing. */
  total: z.object(sums).nullable(),
  missingRates: z.array(currency),
  /** Spent by month and currency; spending without a day is in no month. */
  months: z.array(z.object({ month: z.string(), spent: z.array(money) })),
  /** Expenses that are in no sum: without an amount, or in another currency than their line and without a rate. */
  uncounted: z.number(),
});
export type MoneyView = z.infer<typeof moneyView>;

export const expenseFields = z.object({
  budgetLineId: id,
  kind: z.enum(expenseKinds),
  commitmentId: id.nullable(),
  activityId: id.nullable(),
  spentOn: day.nullable(),
  document: line,
  payee: line,
  amount: amount.nullable(),
  currency,
  rate: rate.nullable(),
  note: longText,
});
export const expenseRow = expenseFields.extend({
  id,
  budgetLine: z.string(),
  funder: z.string(),
  activity: z.string(),
  /** In the line's currency by the rate, rounded half away from zero; null: no amount or no rate. */
  inLine: amount.nullable(),
  lineCurrency: currency,
  /** Of a commitment: what is not settled yet. */
  outstanding: amount.nullable(),
  files: z.array(evidenceView),
  clocks,
});
export type ExpenseRow = z.infer<typeof expenseRow>;
export const expensesFilter = z.object({
  projectId: id,
  budgetLineId: id.nullable(),
  funderId: id.nullable(),
  activityId: id.nullable(),
  kind: z.enum(expenseKinds).nullable(),
  from: day.nullable(),
  until: day.nullable(),
  text: line,
  sort: z.object({ by: z.enum(['day', 'amount', 'line', 'payee']), descending: z.boolean() }),
  offset: z.number().int().min(0),
  limit: z.number().int().min(1).max(500),
});
export type ExpensesFilter = z.infer<typeof expensesFilter>;

/** Kept although it is wrong in some way; the codes stand in `errors.json`. */
export const moneyWarning = z.object({
  code: z.enum(['overBudgetLine', 'overCommitment', 'outsideProject', 'noRate']),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});

export const programmeTaskView = programmeTaskFields.extend({
  id,
  years: z.array(z.object({ year: z.number(), value: z.string(), amount: amount.nullable() })),
  sortKey: z.string(),
  clocks,
});
export type ProgrammeTaskView = z.infer<typeof programmeTaskView>;
export const programmeView = z.object({
  currency,
  years: z.array(z.number()),
  tasks: z.array(programmeTaskView),
  totals: z.array(z.object({ year: z.number(), amount })),
  /** By the source of money, over all years. */
  sources: z.array(z.object({ source: z.string(), amount })),
});
