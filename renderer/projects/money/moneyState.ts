import type * as z from 'zod';
import type { BudgetLineView, ExpensesFilter, FunderView, moneyWarning } from '../../../shared/contract/moneyViews.ts';
import { currencyDigits } from '../../../shared/rules/money.ts';
import type { ExpenseKind } from '../../../shared/vocabulary.ts';
import type { RateView } from './RateDialog.tsx';

/** What was odd about an expense that was kept all the same. */
export type MoneyWarnings = z.infer<typeof moneyWarning>[];

/** All expenses of a project, the newest first. */
export const expensesOf = (projectId: string): ExpensesFilter => ({
  projectId,
  budgetLineId: null,
  funderId: null,
  activityId: null,
  kind: null,
  from: null,
  until: null,
  text: '',
  sort: { by: 'day', descending: true },
  offset: 0,
  limit: 500,
});

/** A sum in the units that people count in, for ordering and for a worksheet; sums themselves are never reckoned so. */
export const units = (amount: number | null, currency: string): number | null =>
  amount === null ? null : amount / 10 ** currencyDigits(currency);

/** The dialog that is open. */
export type MoneyDialog =
  | { of: 'funder'; funder: FunderView | null }
  | { of: 'line'; line: BudgetLineView | null }
  | { of: 'rate'; rate: RateView | null; currency: string }
  | { of: 'expense'; lineId: string; kind: ExpenseKind; expenseId: string | null }
  | { of: 'remove'; what: 'funder' | 'line' | 'rate' | 'expense'; id: string; name: string };
