import { formatDay, type IsoDay } from '../../../../shared/dates.ts';
import { foldText } from '../../../../shared/rules/fold.ts';
import { formatMoney } from '../../../../shared/rules/money.ts';
import { expenseKinds, type ExpenseKind } from '../../../../shared/vocabulary.ts';
import type { PlannedRow } from '../../files/tables/plannedRow.ts';
import type { TableRow } from '../../files/tables/tableRow.ts';
import { readAll } from '../../statements.ts';
import { numbersOfProjects } from '../activities/numbers.ts';
import { inLineCurrency, readSpent, sumsByLine } from '../money/expenseSums.ts';
import { readCurrency } from './budget.ts';
import { finder, type ImportContext, type Named } from './context.ts';
import { firstLines, readRow, type RowReader } from './rowReader.ts';
import { vocabularyReader } from './words.ts';

export interface ExpenseCells {
  budgetLineId: string;
  kind: ExpenseKind;
  activityId: string | null;
  spentOn: IsoDay | null;
  document: string;
  payee: string;
  amount: number | null;
  currency: string;
  rate: number | null;
  note: string;
}
export type ExpensePlan = PlannedRow<ExpenseCells>;

interface BudgetLine extends Named {
  amount: number | null;
  currency: string;
}

const budgetLinesOf = ({ reader, project }: ImportContext): BudgetLine[] =>
  readAll<BudgetLine>(
    reader,
    `SELECT b.id, b.code AS number, b.title AS name, b.amount, f.currency
     FROM budget_line b JOIN funder f ON f.id = b.funderId
     WHERE b.projectId = ? AND b.removed = 0 AND f.removed = 0 ORDER BY b.sortKey, b.id`,
    project.id,
  );

const keyOf = (cells: Omit<ExpenseCells, 'note' | 'rate' | 'activityId'>): string =>
  [
    cells.budgetLineId,
    cells.kind,
    cells.spentOn,
    foldText(cells.document),
    foldText(cells.payee),
    cells.amount,
    cells.currency,
  ].join('|');

/** How many of each expense the project has already: two equal fares on one day are two expenses. */
function knownExpenses({ reader, project }: ImportContext): Map<string, string[]> {
  const known = new Map<string, string[]>();
  for (const row of readAll<ExpenseCells & { id: string }>(
    reader,
    `SELECT e.id, e.budgetLineId, e.kind, e.spentOn, e.document, e.payee, e.amount, e.currency
     FROM budget_line b JOIN funder f ON f.id = b.funderId JOIN expense e ON e.budgetLineId = b.id
     WHERE b.projectId = ? AND b.removed = 0 AND f.removed = 0 AND e.removed = 0`,
    project.id,
  ))
    known.set(keyOf(row), [...(known.get(keyOf(row)) ?? []), row.id]);
  return known;
}

/**
 * What importing these rows as expenses would do. What goes over its budget line is kept, with a note on the row that
 * goes over.
 */
export function planExpenses(
  rows: readonly TableRow[],
  mapping: readonly (string | null)[],
  context: ImportContext,
): ExpensePlan[] {
  const { reader, resources, project, language } = context;
  const budgetLines = budgetLinesOf(context);
  const findBudgetLine = finder(budgetLines);
  const numbers = numbersOfProjects(reader, [project.id]);
  const findActivity = finder(
    readAll<{ id: string; name: string }>(
      reader,
      'SELECT id, title AS name FROM activity WHERE projectId = ? AND removed = 0',
      project.id,
    ).map((row) => ({ ...row, number: numbers.get(row.id) ?? '' })),
  );
  const readKind = vocabularyReader(resources, 'expenseKind', expenseKinds);
  const known = knownExpenses(context);
  const used = new Map<string, number>();
  const sums = sumsByLine(readSpent(reader, project.id));
  const running = new Map([...sums].map(([id, { committed, spent }]) => [id, committed + spent]));
  const firstLine = firstLines();

  const budgetLineFor = (row: RowReader): BudgetLine | undefined => {
    const text = row.required('budgetLine');
    const found = text === '' ? [] : findBudgetLine(text);
    if (text !== '' && found.length !== 1)
      row.problem(found.length === 0 ? 'budgetLineUnknown' : 'budgetLineAmbiguous', 'budgetLine', {
        text: text.slice(0, 200),
        found: found.length,
      });
    return found.length === 1 ? found[0] : undefined;
  };
  const activityFor = (row: RowReader): string | null => {
    if (!row.has('activity')) return null;
    const found = findActivity(row.text('activity'));
    if (found.length === 1) return found[0]?.id ?? null;
    return row.problem(found.length === 0 ? 'activityUnknown' : 'activityAmbiguous', 'activity', {
      text: row.text('activity').slice(0, 200),
      found: found.length,
    });
  };
  /** What is odd about an expense that will be kept all the same. */
  const addNotes = (row: RowReader, cells: ExpenseCells, line: BudgetLine) => {
    const own = inLineCurrency({ ...cells, lineCurrency: line.currency });
    if (cells.amount !== null && own === null)
      row.note('noRate', 'rate', { currency: cells.currency, lineCurrency: line.currency });
    const day = cells.spentOn;
    const { startsOn, endsOn } = project;
    if (day !== null && ((startsOn !== null && day < startsOn) || (endsOn !== null && day > endsOn)))
      row.note('outsideProject', 'date', { day: formatDay(day, language) });
    const sum = (running.get(line.id) ?? 0) + (own ?? 0);
    running.set(line.id, sum);
    if (line.amount !== null && sum > line.amount && (own ?? 0) > 0)
      row.note('overBudgetLine', 'amount', {
        line: `${line.number} ${line.name}`.trim(),
        over: formatMoney(sum - line.amount, line.currency, language),
      });
  };

  return rows.map((tableRow) => {
    const row = readRow(tableRow, mapping, context);
    const line = budgetLineFor(row);
    const currency = readCurrency(row, line?.currency ?? project.currency);
    const amount = currency === null ? null : row.money('amount', currency);
    if (!row.has('amount')) row.problem('cellEmpty', 'amount');
    const rate = row.rate('rate');
    const cells: ExpenseCells = {
      budgetLineId: line?.id ?? '',
      kind: row.word('kind', readKind, 'kindUnknown') ?? 'spending',
      activityId: activityFor(row),
      spentOn: row.day('date'),
      document: row.text('document'),
      payee: row.text('payee'),
      amount,
      currency: currency ?? '',
      rate: currency === line?.currency ? null : rate,
      note: row.text('note'),
    };
    if (row.problems.length > 0) return row.planned(cells, { same: undefined, existing: null, changes: [] });
    const key = keyOf(cells);
    const before = firstLine(`${key}|${foldText(cells.note)}`, row.line);
    // Without a document equal rows can be two payments; the person is told and decides.
    const same = cells.document === '' ? undefined : before;
    if (before !== undefined && same === undefined) row.note('sameAsLine', null, { line: before });
    const at = used.get(key) ?? 0;
    const id = same === undefined ? known.get(key)?.[at] : undefined;
    if (same === undefined) used.set(key, at + 1);
    const existing = id === undefined ? null : { id, name: cells.document || cells.payee || row.text('budgetLine') };
    if (same === undefined && existing === null && line) addNotes(row, cells, line);
    return row.planned(cells, { same, existing, changes: [] });
  });
}
