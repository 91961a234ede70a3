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

/** The day on which an activity is over as planned now: its last day, or its only one. */
export const plannedEnd = 'coalesce(plannedUntil, plannedFrom)';
/** Not held yet, though nobody has given it up. */
export const isWaiting = "status IN ('planned', 'postponed')";

// The index `activity_state` holds every column that is asked for, so that no activity is read whole.
const countColumns = `projectId, sum(status <> 'cancelled') AS activities, sum(status = 'held') AS held,
  sum(${isWaiting} AND ${plannedEnd} IS NOT NULL AND ${plannedEnd} < ?) AS late`;

/** Activities of all projects (or of these) that are not cancelled, held, and late on the day. */
export function countActivities(reader: Reader, ids: readonly string[] | null, day: IsoDay): Map<string, Counts> {
  const rows =
    ids === null
      ? readAll<Counts & { projectId: string }>(
          reader,
          `SELECT ${countColumns} FROM activity WHERE removed = 0 GROUP BY projectId`,
          day,
        )
      : readAll<Counts & { projectId: string }>(
          reader,
          `SELECT ${countColumns} FROM json_each(?) j CROSS JOIN activity a ON a.projectId = j.value
           WHERE a.removed = 0 GROUP BY projectId`,
          day,
          asList(ids),
        );
  return new Map(rows.map(({ projectId, activities, held, late }) => [projectId, { activities, held, late }]));
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
  projectId: string;
}

/**
 * What was spent of each budget line of these projects, in the line's currency; payments in another one by the rate they
 * carry, none without.
 */
export function readSpentByLine(reader: Reader, ids: readonly string[]): LineSpent[] {
  const spending = `FROM json_each(?) j CROSS JOIN budget_line b ON b.projectId = j.value
      JOIN funder f ON f.id = b.funderId JOIN expense e ON e.budgetLineId = b.id
    WHERE b.removed = 0 AND f.removed = 0 AND e.removed = 0 AND e.kind = 'spending' AND e.amount IS NOT NULL`;
  const list = asList(ids);
  const lines = new Map(
    readAll<LineSpent>(
      reader,
      `SELECT b.id AS lineId, b.projectId, f.currency, coalesce(sum(e.amount) FILTER (WHERE e.currency = f.currency), 0) AS amount
       ${spending} GROUP BY b.id`,
      list,
    ).map((line) => [line.lineId, line]),
  );
  const foreign = readAll<Pick<Spent, 'amount' | 'currency' | 'rate' | 'lineCurrency'> & { lineId: string }>(
    reader,
    `SELECT b.id AS lineId, e.amount, e.currency, e.rate, f.currency AS lineCurrency ${spending}
       AND e.currency <> f.currency`,
    list,
  );
  for (const { lineId, ...payment } of foreign) {
    const line = lines.get(lineId);
    if (line) line.amount = addAmounts(line.amount, inLineCurrency(payment) ?? 0);
  }
  return [...lines.values()];
}

/** The same by project and currency. */
export const readSpent = (reader: Reader, ids: readonly string[]): Map<string, Money[]> =>
  byProject(readSpentByLine(reader, ids));

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
