import type { Money } from '../../../shared/contract/projectViews.ts';
import type { IsoDay } from '../../../shared/dates.ts';
import { addAmounts } from '../../../shared/rules/money.ts';
import { asList, readAll, type Reader } from '../statements.ts';
import { inLineCurrency, type Spent } from './money/expenseSums.ts';

/** What a list says of a project in figures. */
export interface ProjectFigures {
  activities: number;
  held: number;
  late: number;
  budget: Money[];
  spent: Money[];
}

type Counts = Pick<ProjectFigures, 'activities' | 'held' | 'late'>;

// The index `activity_entry_project` holds every column that is asked for. In an entry one day stands in for the other.
const countColumns = `projectId, sum(status <> 'cancelled') AS activities, sum(status = 'held') AS held,
  sum(status IN ('planned', 'postponed') AND plannedUntil < ?) AS late`;

/** Activities of all projects (or of these) that are not cancelled, held, and late on the day. */
export function countActivities(reader: Reader, ids: readonly string[] | null, day: IsoDay): Map<string, Counts> {
  const rows =
    ids === null
      ? readAll<Counts & { projectId: string }>(
          reader,
          `SELECT ${countColumns} FROM activity_entry GROUP BY projectId`,
          day,
        )
      : readAll<Counts & { projectId: string }>(
          reader,
          `SELECT ${countColumns} FROM json_each(?) j CROSS JOIN activity_entry e ON e.projectId = j.value
           GROUP BY projectId`,
          day,
          asList(ids),
        );
  return new Map(
    rows.map((row) => [row.projectId, { activities: row.activities, held: row.held, late: row.late ?? 0 }]),
  );
}

type Sum = Money & { projectId: string };

/** Sums of each project by currency, the largest first. */
function byProject(rows: readonly Sum[]): Map<string, Money[]> {
  const sums = new Map<string, Map<string, number>>();
  for (const { projectId, currency, amount } of rows) {
    const own = sums.get(projectId) ?? new Map<string, number>();
    sums.set(projectId, own.set(currency, addAmounts(own.get(currency) ?? 0, amount)));
  }
  const sorted = (own: Map<string, number>): Money[] =>
    [...own]
      .map(([currency, amount]) => ({ currency, amount }))
      .toSorted((a, b) => b.amount - a.amount || (a.currency < b.currency ? -1 : 1));
  return new Map([...sums].map(([id, own]) => [id, sorted(own)]));
}

/** What the funders have granted; of one that did not say so, what its lines come to. */
export const readBudgets = (reader: Reader, ids: readonly string[]): Map<string, Money[]> =>
  byProject(
    readAll<Sum>(
      reader,
      `SELECT f.projectId, f.currency, coalesce(f.amount,
         (SELECT sum(b.amount) FROM budget_line b WHERE b.funderId = f.id AND b.removed = 0), 0) AS amount
       FROM json_each(?) j CROSS JOIN funder f ON f.projectId = j.value WHERE f.removed = 0`,
      asList(ids),
    ),
  );

interface LineSpent extends Money {
  lineId: string;
  planned: number | null;
  projectId: string;
}

/**
 * What was spent of each budget line of these projects, in the line's currency; payments in another one by the rate they
 * carry, none without. Of lines whose payments are all in their own currency on demand only those that are overspent.
 */
function readSpentLines(reader: Reader, ids: readonly string[], onlyOverspent: boolean): LineSpent[] {
  const isSpending = "e.removed = 0 AND e.kind = 'spending' AND e.amount IS NOT NULL";
  const lines = readAll<LineSpent & { foreign: number }>(
    reader,
    `SELECT * FROM (SELECT b.id AS lineId, b.projectId, b.amount AS planned, f.currency,
       (SELECT max(e.currency <> f.currency) FROM expense e WHERE e.budgetLineId = b.id AND ${isSpending}) AS "foreign",
       (SELECT coalesce(sum(e.amount), 0) FROM expense e WHERE e.budgetLineId = b.id AND e.currency = f.currency AND ${isSpending}) AS amount
     FROM json_each(?) j CROSS JOIN budget_line b ON b.projectId = j.value JOIN funder f ON f.id = b.funderId
     WHERE b.removed = 0 AND f.removed = 0) 
     WHERE "foreign" = 1 OR "foreign" = 0 AND ${onlyOverspent ? 'amount > planned' : 'TRUE'}`,
    asList(ids),
  );
  const paidAbroad = new Map(lines.filter((line) => line.foreign === 1).map((line) => [line.lineId, line]));
  const foreign = readAll<Pick<Spent, 'amount' | 'currency' | 'rate'> & { lineId: string }>(
    reader,
    `SELECT e.budgetLineId AS lineId, e.amount, e.currency, e.rate
     FROM json_each(?) j CROSS JOIN expense e ON e.budgetLineId = j.value WHERE ${isSpending}`,
    asList(paidAbroad.keys()),
  );
  for (const { lineId, ...payment } of foreign) {
    const line = paidAbroad.get(lineId);
    if (!line || payment.currency === line.currency) continue;
    line.amount = addAmounts(line.amount, inLineCurrency({ ...payment, lineCurrency: line.currency }) ?? 0);
  }
  return lines;
}

/** The same by project and currency. */
export const readSpent = (reader: Reader, ids: readonly string[]): Map<string, Money[]> =>
  byProject(readSpentLines(reader, ids, false));

/** Budget lines of these projects of which more was spent than planned. */
export const overspentLineIds = (reader: Reader, ids: readonly string[]): string[] =>
  readSpentLines(reader, ids, true)
    .filter(({ amount, planned }) => planned !== null && amount > planned)
    .map(({ lineId }) => lineId);

const none: Counts = { activities: 0, held: 0, late: 0 };

/** Everything for these projects. */
export function readFigures(reader: Reader, ids: readonly string[], day: IsoDay): Map<string, ProjectFigures> {
  const counts = countActivities(reader, ids, day);
  const budgets = readBudgets(reader, ids);
  const spent = readSpent(reader, ids);
  return new Map(
    ids.map((id) => [id, { ...(counts.get(id) ?? none), budget: budgets.get(id) ?? [], spent: spent.get(id) ?? [] }]),
  );
}
