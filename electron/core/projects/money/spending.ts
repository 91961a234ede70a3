import type * as z from 'zod';
import type { expenseFields, moneyWarning } from '../../../../shared/contract/moneyViews.ts';
import { AppError } from '../../../../shared/errors.ts';
import type { Language } from '../../../../shared/languages.ts';
import { formatDay } from '../../../../shared/dates.ts';
import { formatMoney } from '../../../../shared/rules/money.ts';
import type { Sparse } from '../../../../shared/sparse.ts';
import { safeDay } from '../../decisions/register/stored.ts';
import type { Author } from '../../ledger/ledger.ts';
import type { Base } from '../../ledger/write.ts';
import { requireDay } from '../../meetings/checks.ts';
import { readAll, readOne, type Reader } from '../../statements.ts';
import type { OpenWorkspace } from '../../workspace/open.ts';
import { expense } from '../moneyTables.ts';
import { requireAmount, requireCurrency } from './checks.ts';
import { inLineCurrency, settledBy, sumsByLine, type Spent } from './expenseSums.ts';

export type ExpenseFields = Sparse<z.infer<typeof expenseFields>>;
export type MoneyWarning = z.infer<typeof moneyWarning>;
type ExpenseRecord = Omit<Spent, 'lineCurrency'> & { activityId: string | null };

/** The budget line with its currency and its project. */
type Line = {
  id: string;
  title: string;
  amount: number | null;
  currency: string;
  projectId: string;
  startsOn: string | null;
  endsOn: string | null;
  language: Language;
};

/** Throws `notFound`. */
function requireLine(reader: Reader, id: string): Line {
  const line = readOne<Line>(
    reader,
    `SELECT b.id, trim(b.code || ' ' || b.title) AS title, b.amount, f.currency, b.projectId, p.startsOn, p.endsOn,
       p.language
     FROM budget_line b JOIN funder f ON f.id = b.funderId JOIN project p ON p.id = b.projectId
     WHERE b.id = ? AND b.removed = 0 AND f.removed = 0 AND p.removed = 0`,
    id,
  );
  if (!line) throw new AppError('notFound', { what: 'budgetLine' }, 'budgetLineId');
  return line;
}

/** Throws `notFound`. */
function requireExpense(reader: Reader, id: string): ExpenseRecord {
  const row = readOne<ExpenseRecord>(
    reader,
    `SELECT id, budgetLineId, kind, commitmentId, activityId, amount, currency, rate, spentOn FROM expense
     WHERE id = ? AND removed = 0`,
    id,
  );
  if (!row) throw new AppError('notFound', { what: 'expense' });
  return row;
}

/** Throws `dayMalformed`, `amountTooLarge`, `currencyUnknown`. */
function requireFields(fields: ExpenseFields) {
  requireDay(fields.spentOn, 'spentOn');
  requireAmount(fields.amount, 'amount');
  requireCurrency(fields.currency);
}

type Links = Pick<ExpenseRecord, 'budgetLineId' | 'kind' | 'commitmentId' | 'activityId'>;

/** Throws `commitmentSettlesNothing`, `commitmentForeignLine`, `activityForeignProject`, `notFound`. */
function requireLinks(reader: Reader, { kind, commitmentId, activityId, budgetLineId }: Links, line: Line) {
  if (commitmentId !== null) {
    if (kind === 'commitment') throw new AppError('commitmentSettlesNothing', {}, 'commitmentId');
    const settled = requireExpense(reader, commitmentId);
    if (settled.kind !== 'commitment') throw new AppError('notFound', { what: 'commitment' }, 'commitmentId');
    if (settled.budgetLineId !== budgetLineId) throw new AppError('commitmentForeignLine', {}, 'commitmentId');
  }
  if (activityId !== null) {
    const found = readOne<{ projectId: string }>(
      reader,
      'SELECT projectId FROM activity WHERE id = ? AND removed = 0',
      activityId,
    );
    if (!found) throw new AppError('notFound', { what: 'activity' }, 'activityId');
    if (found.projectId !== line.projectId) throw new AppError('activityForeignProject', {}, 'activityId');
  }
}

/** The rate stands only where there are two currencies: a leftover one would change sums when the currency is changed. */
const withRate = (fields: ExpenseFields, currency: string, line: Line): ExpenseFields =>
  currency === line.currency ? { ...fields, rate: null } : fields;

/** The expenses of one line. */
const ofLine = (reader: Reader, line: Line): Spent[] =>
  readAll<Omit<Spent, 'lineCurrency'>>(
    reader,
    `SELECT id, budgetLineId, kind, commitmentId, amount, currency, rate, spentOn FROM expense
     WHERE budgetLineId = ? AND removed = 0`,
    line.id,
  ).map((row) => ({ ...row, lineCurrency: line.currency }));

/** What is odd about an expense that was kept all the same. Sums and days in the words of the project's language. */
function warningsOf(reader: Reader, id: string): MoneyWarning[] {
  const row = requireExpense(reader, id);
  const line = requireLine(reader, row.budgetLineId);
  const { language, currency, amount } = line;
  const expenses = ofLine(reader, line);
  const own = { ...row, lineCurrency: currency };
  const warnings: MoneyWarning[] = [];
  if (row.amount !== null && inLineCurrency(own) === null)
    warnings.push({ code: 'noRate', params: { currency: row.currency, lineCurrency: currency } });
  const sums = sumsByLine(expenses).get(line.id);
  const over = sums === undefined || amount === null ? 0 : sums.spent + sums.committed - amount;
  if (over > 0)
    warnings.push({
      code: 'overBudgetLine',
      params: { line: line.title, over: formatMoney(over, currency, language) },
    });
  const commitment = expenses.find((each) => each.id === (row.kind === 'commitment' ? row.id : row.commitmentId));
  const promised = commitment === undefined ? null : inLineCurrency(commitment);
  const past = promised === null ? 0 : (settledBy(expenses).get(commitment?.id ?? '') ?? 0) - promised;
  if (past > 0) warnings.push({ code: 'overCommitment', params: { over: formatMoney(past, currency, language) } });
  const day = safeDay(row.spentOn);
  const [from, until] = [safeDay(line.startsOn), safeDay(line.endsOn)];
  if (day !== null && ((from !== null && day < from) || (until !== null && day > until)))
    warnings.push({ code: 'outsideProject', params: { day: formatDay(day, language) } });
  return warnings;
}

/**
 * A new commitment or spending against a budget line, in its currency unless another is given. What goes over the line
 * or the commitment is kept, and warned of. Throws `notFound`, `dayMalformed`, `amountTooLarge`, `currencyUnknown`,
 * `commitmentSettlesNothing`, `commitmentForeignLine`, `activityForeignProject`.
 */
export function addExpense(
  workspace: OpenWorkspace,
  author: Author,
  input: ExpenseFields & { budgetLineId: string },
): { id: string; warnings: MoneyWarning[] } {
  requireFields(input);
  const line = requireLine(workspace, input.budgetLineId);
  const { kind = 'spending', commitmentId = null, activityId = null, currency = line.currency } = input;
  requireLinks(workspace, { kind, commitmentId, activityId, budgetLineId: line.id }, line);
  const id = workspace.ledger.write(author, { label: 'projects.addExpense' }, (w) =>
    w.insert(expense, { ...withRate(input, currency, line), budgetLineId: line.id, currency }),
  );
  return { id, warnings: warningsOf(workspace, id) };
}

/**
 * Changes fields of an expense. A commitment that spending settles keeps its kind and its line. Throws as `addExpense`,
 * and `commitmentSettled`.
 */
export function updateExpense(
  workspace: OpenWorkspace,
  author: Author,
  input: { id: string; patch: ExpenseFields; base?: Record<string, Base> | undefined },
): { warnings: MoneyWarning[] } {
  const { id, base } = input;
  const row = requireExpense(workspace, id);
  requireFields(input.patch);
  const patch: ExpenseFields = { ...input.patch };
  const kind = patch.kind ?? row.kind;
  // What becomes a commitment settles none any more.
  if (kind === 'commitment' && patch.commitmentId === undefined && row.commitmentId !== null) patch.commitmentId = null;
  const budgetLineId = patch.budgetLineId ?? row.budgetLineId;
  const line = requireLine(workspace, budgetLineId);
  const moved = kind !== row.kind || budgetLineId !== row.budgetLineId;
  if (moved && readOne(workspace, 'SELECT 1 FROM expense WHERE commitmentId = ? AND removed = 0', id) !== undefined)
    throw new AppError('commitmentSettled', {}, kind === row.kind ? 'budgetLineId' : 'kind');
  if (moved || patch.commitmentId !== undefined || patch.activityId !== undefined) {
    const { commitmentId = row.commitmentId, activityId = row.activityId } = patch;
    requireLinks(workspace, { kind, commitmentId, activityId, budgetLineId }, line);
  }
  workspace.ledger.write(author, { label: 'projects.updateExpense' }, (w) =>
    w.update(expense, id, withRate(patch, patch.currency ?? row.currency, line), base),
  );
  return { warnings: warningsOf(workspace, id) };
}

/** Takes an expense away; what settled a commitment that is gone is spending like any other. Throws `notFound`. */
export function removeExpense(workspace: OpenWorkspace, author: Author, id: string) {
  workspace.ledger.write(author, { label: 'projects.removeExpense' }, (w) => w.remove(expense, id));
}
