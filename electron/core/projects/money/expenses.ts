import type { ExpenseRow, ExpensesFilter } from '../../../../shared/contract/moneyViews.ts';
import { addAmounts } from '../../../../shared/rules/money.ts';
import { safeDay } from '../../decisions/register/stored.ts';
import { readMaterials } from '../../files/attachments.ts';
import { readClocks } from '../../ledger/clocks.ts';
import { comparisonsIn, finder, newerFirst } from '../../listing.ts';
import { groupBy, readAll, type Reader } from '../../statements.ts';
import { requireProject } from '../records.ts';
import { inLineCurrency, outstandingOf, settledBy, type Spent } from './expenseSums.ts';

type Found = Spent & {
  activityId: string | null;
  funderId: string;
  document: string;
  payee: string;
  note: string;
  budgetLine: string;
  funder: string;
  activity: string;
};

const select = `SELECT e.id, e.budgetLineId, e.kind, e.commitmentId, e.activityId, e.amount, e.currency, e.rate, e.spentOn,
    e.document, e.payee, e.note, f.currency AS lineCurrency, b.funderId,
    trim(b.code || ' ' || b.title) AS budgetLine,
    coalesce(nullif(f.nameText, ''), nullif(o.shortName, ''), o.name, '') AS funder, coalesce(a.title, '') AS activity
  FROM budget_line b JOIN funder f ON f.id = b.funderId JOIN expense e ON e.budgetLineId = b.id
    LEFT JOIN organisation o ON o.id = f.organisationId LEFT JOIN activity a ON a.id = e.activityId AND a.removed = 0
  WHERE b.projectId = ? AND b.removed = 0 AND f.removed = 0 AND e.removed = 0`;

function matching(reader: Reader, rows: readonly Found[], filter: ExpensesFilter): Found[] {
  const { budgetLineId, funderId, activityId, kind, from, until } = filter;
  const isMeant = finder(reader, filter.text);
  return rows.filter((row) => {
    if (budgetLineId !== null && row.budgetLineId !== budgetLineId) return false;
    if (funderId !== null && row.funderId !== funderId) return false;
    if (activityId !== null && row.activityId !== activityId) return false;
    if (kind !== null && row.kind !== kind) return false;
    if (from !== null && (row.spentOn === null || row.spentOn < from)) return false;
    if (until !== null && (row.spentOn === null || row.spentOn > until)) return false;
    return isMeant(row.document, row.payee, row.budgetLine, row.activity, row.note);
  });
}

/** Order of the list; rows without the value come last whichever way it runs, of equal ones the newer first. */
function comparison({ by, descending }: ExpensesFilter['sort']): (a: Found, b: Found) => number {
  const { words, values } = comparisonsIn('uk', descending);
  const compare = (a: Found, b: Found): number => {
    if (by === 'day') return values(a.spentOn, b.spentOn);
    if (by === 'amount') return words(a.lineCurrency, b.lineCurrency) || values(inLineCurrency(a), inLineCurrency(b));
    return by === 'line' ? words(a.budgetLine, b.budgetLine) : words(a.payee, b.payee);
  };
  return (a, b) => compare(a, b) || newerFirst(a, b);
}

/** What was spent and what was promised of these, by the currency of the lines. */
function sumsOf(rows: readonly Found[]): { currency: string; amount: number; committed: number }[] {
  const sums = new Map<string, { amount: number; committed: number }>();
  for (const row of rows) {
    const before = sums.get(row.lineCurrency) ?? { amount: 0, committed: 0 };
    const own = inLineCurrency(row) ?? 0;
    sums.set(row.lineCurrency, {
      amount: row.kind === 'spending' ? addAmounts(before.amount, own) : before.amount,
      committed: row.kind === 'commitment' ? addAmounts(before.committed, own) : before.committed,
    });
  }
  return [...sums]
    .map(([currency, sum]) => ({ currency, ...sum }))
    .toSorted((a, b) => (a.currency < b.currency ? -1 : 1));
}

function asRows(reader: Reader, page: readonly Found[], settled: ReadonlyMap<string, number>): ExpenseRow[] {
  const ids = page.map(({ id }) => id);
  const files = groupBy(readMaterials(reader, ids), ({ ownerId }) => ownerId);
  const clocks = readClocks(reader, 'expense', ids);
  return page.map(({ funderId: _funder, ...row }) => ({
    ...row,
    spentOn: safeDay(row.spentOn),
    inLine: inLineCurrency(row),
    outstanding: row.kind === 'commitment' ? outstandingOf(row, settled) : null,
    files: (files.get(row.id) ?? []).map(({ mediaType: _type, ...file }) => file),
    clocks: clocks.get(row.id) ?? {},
  }));
}

/**
 * A page of a project's expenses, with sums over everything the filter finds. Words are looked for in document, payee,
 * budget line, activity and note, whatever their case and alphabet. Throws `notFound`, `amountTooLarge`.
 */
export function listExpenses(
  reader: Reader,
  input: ExpensesFilter,
): { total: number; rows: ExpenseRow[]; sums: { currency: string; amount: number; committed: number }[] } {
  requireProject(reader, input.projectId);
  const all = readAll<Found>(reader, select, input.projectId);
  const found = matching(reader, all, input);
  const page = found.toSorted(comparison(input.sort)).slice(input.offset, input.offset + input.limit);
  return { total: found.length, rows: asRows(reader, page, settledBy(all)), sums: sumsOf(found) };
}

/** Every expense of a project, the oldest first, for its workbook and its report. */
export function readExpenses(reader: Reader, projectId: string): ExpenseRow[] {
  const all = readAll<Found>(reader, select, projectId);
  return asRows(reader, all.toSorted(comparison({ by: 'day', descending: false })), settledBy(all));
}
