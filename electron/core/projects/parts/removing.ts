import type { PartName } from '../../../../shared/contract/projectParts.ts';
import { AppError } from '../../../../shared/errors.ts';
import { comparePlaced, keysInRow } from '../../../../shared/rules/order.ts';
import type { Writer } from '../../ledger/write.ts';
import { readAll, type Reader } from '../../statements.ts';
import { budgetLine } from '../moneyTables.ts';
import { activity, activityLine, indicator, milestone, objective } from '../tables.ts';
import { besideOf, type StoredPart } from './definitions.ts';
import { expensesOf } from './sound.ts';

/** Throws `funderHasExpenses`, `budgetLineHasExpenses`: the books would lose what was spent. */
export function requireRemovable(reader: Reader, part: PartName, id: string) {
  if (part !== 'funder' && part !== 'budgetLine') return;
  const count = expensesOf(reader, part, id);
  if (count > 0) throw new AppError(part === 'funder' ? 'funderHasExpenses' : 'budgetLineHasExpenses', { count });
}

const referring = {
  activity: 'SELECT id FROM activity WHERE lineId = ? AND removed = 0',
  milestone: 'SELECT id FROM milestone WHERE lineId = ? AND removed = 0',
  budgetLine: 'SELECT id FROM budget_line WHERE lineId = ? AND removed = 0',
  funderLine: 'SELECT id FROM budget_line WHERE funderId = ? AND removed = 0',
  objectiveLine: 'SELECT id FROM activity_line WHERE objectiveId = ? AND removed = 0',
  indicator: 'SELECT id FROM indicator WHERE objectiveId = ? AND removed = 0',
  objective: 'SELECT id FROM objective WHERE parentId = ? AND removed = 0 ORDER BY sortKey, id',
} as const;

/** Takes a part out of everything that refers to it, before it goes. */
export function letGo(w: Writer, reader: Reader, part: PartName, row: StoredPart) {
  const idsOf = (what: keyof typeof referring): string[] =>
    readAll<{ id: string }>(reader, referring[what], row.id).map(({ id }) => id);
  if (part === 'line') {
    for (const id of idsOf('activity')) w.update(activity, id, { lineId: null });
    for (const id of idsOf('milestone')) w.update(milestone, id, { lineId: null });
    for (const id of idsOf('budgetLine')) w.update(budgetLine, id, { lineId: null });
  }
  // Nothing was spent of them: `requireRemovable` has seen to it.
  if (part === 'funder') for (const id of idsOf('funderLine')) w.remove(budgetLine, id);
  if (part !== 'objective') return;
  const parentId = typeof row['parentId'] === 'string' ? row['parentId'] : null;
  for (const id of idsOf('objectiveLine')) w.update(activityLine, id, { objectiveId: parentId });
  for (const id of idsOf('indicator')) w.update(indicator, id, { objectiveId: parentId });
  // What stood below moves up, after what is there.
  const below = idsOf('objective');
  const last = besideOf(reader, 'objective', row).toSorted(comparePlaced).at(-1)?.key ?? null;
  const keys = keysInRow(below.length, last);
  for (const [index, id] of below.entries()) w.update(objective, id, { parentId, sortKey: keys[index] ?? 'a0' });
}
