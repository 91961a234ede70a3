import { convert, addAmounts } from '../../../../shared/rules/money.ts';
import type { ExpenseKind } from '../../../../shared/vocabulary.ts';
import { readAll, type Reader } from '../../statements.ts';

/** What sums are made of: an expense beside the currency of its budget line. */
export type Spent = {
  id: string;
  budgetLineId: string;
  kind: ExpenseKind;
  commitmentId: string | null;
  amount: number | null;
  currency: string;
  rate: number | null;
  lineCurrency: string;
  spentOn: string | null;
};

/** The rate that changes an expense into its line's currency: none is needed where they are the same. */
export const rateNeeded = ({ currency, lineCurrency }: Pick<Spent, 'currency' | 'lineCurrency'>): boolean =>
  currency !== lineCurrency;

/**
 * The sum in the line's currency, minor units, rounded once, half away from zero; null where there is no amount or no
 * rate. Each expense is rounded by itself, so that the sum of a list is the sum of what its lines show.
 */
export function inLineCurrency(expense: Pick<Spent, 'amount' | 'currency' | 'rate' | 'lineCurrency'>): number | null {
  const { amount, currency, rate, lineCurrency } = expense;
  if (amount === null) return null;
  if (!rateNeeded(expense)) return amount;
  return rate === null || rate <= 0 ? null : convert(amount, rate, { from: currency, to: lineCurrency });
}

/** What spending has settled of each commitment, in the line's currency, and whether there was any. */
export function settledBy(expenses: readonly Spent[]): Map<string, number> {
  const settled = new Map<string, number>();
  for (const expense of expenses) {
    const { kind, commitmentId } = expense;
    if (kind !== 'spending' || commitmentId === null) continue;
    settled.set(commitmentId, addAmounts(settled.get(commitmentId) ?? 0, inLineCurrency(expense) ?? 0));
  }
  return settled;
}

/** What is still to be paid of a commitment; never below 0, since more than that was simply spent. */
export const outstandingOf = (commitment: Spent, settled: ReadonlyMap<string, number>): number | null => {
  const committed = inLineCurrency(commitment);
  return committed === null ? null : Math.max(0, addAmounts(committed, -(settled.get(commitment.id) ?? 0)));
};

/** Committed and not yet settled, and spent. */
export type LineSums = { committed: number; spent: number; expenses: number; uncounted: number };

/** By budget line, whatever the order of the expenses. */
export function sumsByLine(expenses: readonly Spent[]): Map<string, LineSums> {
  const sums = new Map<string, LineSums>();
  const settled = settledBy(expenses);
  for (const expense of expenses) {
    const before = sums.get(expense.budgetLineId) ?? { committed: 0, spent: 0, expenses: 0, uncounted: 0 };
    const spent = expense.kind === 'spending' ? inLineCurrency(expense) : 0;
    const committed = expense.kind === 'commitment' ? outstandingOf(expense, settled) : 0;
    sums.set(expense.budgetLineId, {
      committed: addAmounts(before.committed, committed ?? 0),
      spent: addAmounts(before.spent, spent ?? 0),
      expenses: before.expenses + 1,
      uncounted: before.uncounted + Number(spent === null || committed === null),
    });
  }
  return sums;
}

/** The expenses of a project, in no order. */
export const readSpent = (reader: Reader, projectId: string): Spent[] =>
  readAll<Spent>(
    reader,
    `SELECT e.id, e.budgetLineId, e.kind, e.commitmentId, e.amount, e.currency, e.rate, f.currency AS lineCurrency,
       e.spentOn
     FROM budget_line b JOIN funder f ON f.id = b.funderId JOIN expense e ON e.budgetLineId = b.id
     WHERE b.projectId = ? AND b.removed = 0 AND f.removed = 0 AND e.removed = 0`,
    projectId,
  );
