import type { BudgetLineView, FunderView, MoneyView } from '../../../../shared/contract/moneyViews.ts';
import { addAmounts } from '../../../../shared/rules/money.ts';
import { budgetCategories } from '../../../../shared/vocabulary.ts';
import { safeDay } from '../../decisions/register/stored.ts';
import { readClocks } from '../../ledger/clocks.ts';
import { readAll, type Reader } from '../../statements.ts';
import { requireProject } from '../records.ts';
import { inLineCurrency, readSpent, sumsByLine, type LineSums, type Spent } from './expenseSums.ts';
import { inProjectCurrency, type Rate, type Sums } from './projectCurrency.ts';

const noSums: Sums = { planned: 0, committed: 0, spent: 0 };
const noExpenses: LineSums = { committed: 0, spent: 0, expenses: 0, uncounted: 0 };

const addSums = (a: Sums, b: Sums): Sums => ({
  planned: addAmounts(a.planned, b.planned),
  committed: addAmounts(a.committed, b.committed),
  spent: addAmounts(a.spent, b.spent),
});

/** What a line adds to any total it is part of. */
const sumsOfLine = ({ amount, committed, spent }: BudgetLineView): Sums => ({ planned: amount ?? 0, committed, spent });

/** Adds lines up under a key, the keys in the order in which they first come. */
function addUp(lines: readonly BudgetLineView[], keyOf: (line: BudgetLineView) => string): Map<string, Sums> {
  const sums = new Map<string, Sums>();
  for (const line of lines) sums.set(keyOf(line), addSums(sums.get(keyOf(line)) ?? noSums, sumsOfLine(line)));
  return sums;
}

/** By category and currency, in the order of the categories. */
const byCategory = (lines: readonly BudgetLineView[]): MoneyView['categories'] =>
  budgetCategories.flatMap((category) =>
    [
      ...addUp(
        lines.filter((line) => line.category === category),
        (line) => line.currency,
      ),
    ]
      .map(([currency, sums]) => ({ category, currency, ...sums }))
      .toSorted((a, b) => (a.currency < b.currency ? -1 : 1)),
  );

type StoredLine = Omit<BudgetLineView, 'committed' | 'spent' | 'balance' | 'expenses' | 'clocks'>;

function readLines(reader: Reader, projectId: string, spent: readonly Spent[]): BudgetLineView[] {
  const rows = readAll<StoredLine>(
    reader,
    `SELECT b.id, b.funderId, b.lineId, b.category, b.code, b.title, b.amount, b.note, b.sortKey, f.currency,
       coalesce(nullif(f.nameText, ''), nullif(o.shortName, ''), o.name, '') AS funder, coalesce(l.title, '') AS line
     FROM budget_line b JOIN funder f ON f.id = b.funderId LEFT JOIN organisation o ON o.id = f.organisationId
       LEFT JOIN activity_line l ON l.id = b.lineId AND l.removed = 0
     WHERE b.projectId = ? AND b.removed = 0 AND f.removed = 0 ORDER BY f.sortKey, f.id, b.sortKey, b.id`,
    projectId,
  );
  const clocks = readClocks(
    reader,
    'budgetLine',
    rows.map(({ id }) => id),
  );
  const sums = sumsByLine(spent);
  return rows.map((row) => {
    const own = sums.get(row.id) ?? noExpenses;
    return {
      ...row,
      committed: own.committed,
      spent: own.spent,
      balance: addAmounts(row.amount ?? 0, -own.spent, -own.committed),
      expenses: own.expenses,
      clocks: clocks.get(row.id) ?? {},
    };
  });
}

type StoredFunder = Omit<FunderView, keyof Sums | 'unplanned' | 'clocks'>;

function readFunders(reader: Reader, projectId: string, lines: readonly BudgetLineView[]): FunderView[] {
  const rows = readAll<StoredFunder>(
    reader,
    `SELECT f.id, f.organisationId, f.nameText, f.currency, f.amount, f.agreement, f.signedOn, f.sortKey,
       coalesce(nullif(f.nameText, ''), o.name, '') AS name
     FROM funder f LEFT JOIN organisation o ON o.id = f.organisationId
     WHERE f.projectId = ? AND f.removed = 0 ORDER BY f.sortKey, f.id`,
    projectId,
  );
  const clocks = readClocks(
    reader,
    'funder',
    rows.map(({ id }) => id),
  );
  const byFunder = addUp(lines, ({ funderId }) => funderId);
  return rows.map((row) => {
    const sums = byFunder.get(row.id) ?? noSums;
    return {
      ...row,
      signedOn: safeDay(row.signedOn),
      ...sums,
      unplanned: row.amount === null ? 0 : addAmounts(row.amount, -sums.planned),
      clocks: clocks.get(row.id) ?? {},
    };
  });
}

const readRates = (reader: Reader, projectId: string): (Omit<MoneyView['rates'][number], 'clocks'> & Rate)[] =>
  readAll<Omit<MoneyView['rates'][number], 'clocks'>>(
    reader,
    `SELECT id, currency, rate, ratedOn, source FROM project_rate
     WHERE projectId = ? AND removed = 0 AND rate > 0 ORDER BY currency, ratedOn, id`,
    projectId,
  ).map((rate) => ({ ...rate, ratedOn: safeDay(rate.ratedOn) }));

/** Spending with a day, by month and the lines' currencies, in order. */
function byMonth(spent: readonly Spent[]): MoneyView['months'] {
  const months = new Map<string, Map<string, number>>();
  for (const expense of spent) {
    const month = expense.kind === 'spending' ? safeDay(expense.spentOn)?.slice(0, 7) : undefined;
    const amount = inLineCurrency(expense);
    if (month === undefined || amount === null) continue;
    const sums = months.get(month) ?? new Map<string, number>();
    months.set(month, sums.set(expense.lineCurrency, addAmounts(sums.get(expense.lineCurrency) ?? 0, amount)));
  }
  return [...months]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([month, sums]) => ({
      month,
      spent: [...sums]
        .map(([currency, amount]) => ({ currency, amount }))
        .toSorted((a, b) => (a.currency < b.currency ? -1 : 1)),
    }));
}

/**
 * The money of a project. Every figure is the sum of budget lines and every budget line that of its expenses, so that
 * funders, categories and totals cannot disagree. Throws `notFound`, `amountTooLarge`.
 * @param until only what was committed and spent up to this day, for reports on a period; expenses without a day count
 */
export function readMoney(reader: Reader, projectId: string, until: string | null = null): MoneyView {
  const { currency } = requireProject(reader, projectId);
  const spent = readSpent(reader, projectId).filter(
    ({ spentOn }) => until === null || spentOn === null || spentOn <= until,
  );
  const lines = readLines(reader, projectId, spent);
  const rates = readRates(reader, projectId);
  const clocks = readClocks(
    reader,
    'projectRate',
    rates.map(({ id }) => id),
  );
  const funders = readFunders(reader, projectId, lines);
  const byCurrency = addUp(lines, (line) => line.currency);
  // A funder without a line yet has its currency, and nothing planned in it.
  for (const funder of funders) if (!byCurrency.has(funder.currency)) byCurrency.set(funder.currency, noSums);
  const totals = [...byCurrency].map(([each, sums]) => ({ currency: each, ...sums }));
  return {
    currency,
    funders,
    lines,
    rates: rates.map((rate) => ({ ...rate, clocks: clocks.get(rate.id) ?? {} })),
    categories: byCategory(lines),
    totals,
    ...inProjectCurrency(totals, rates, currency),
    months: byMonth(spent),
    uncounted: [...sumsByLine(spent).values()].reduce((sum, { uncounted }) => sum + uncounted, 0),
  };
}
