import { keysInRow } from '../../../../shared/rules/order.ts';
import { participantDimensions } from '../../../../shared/vocabulary.ts';
import type { Writer } from '../../ledger/write.ts';
import { groupBy, readOne, type Reader } from '../../statements.ts';
import { participantsOf } from '../activities/participants.ts';
import { writeValue } from '../indicators/setting.ts';
import { budgetLine, expense } from '../moneyTables.ts';
import { activity, activityPlace, participantCount } from '../tables.ts';
import type { ActivityPlan } from './activities.ts';
import type { BudgetPlan } from './budget.ts';
import type { ExpensePlan } from './expenses.ts';
import type { CountCells, SheetPlan } from './people.ts';
import type { ValuePlan } from './indicatorValues.ts';
import type { Planned } from './plan.ts';

/** What rows are written into, within one act. */
export interface Target {
  w: Writer;
  reader: Reader;
  projectId: string;
  /** The one whose participants a registration sheet counts. */
  activityId: string | null;
  /** Called after each row. */
  wrote: () => void;
}

const lastKey = (reader: Reader, sql: string, ...values: string[]): string | null =>
  readOne<{ key: string | null }>(reader, sql, ...values)?.key ?? null;

function writeActivities({ w, reader, projectId, wrote }: Target, rows: readonly ActivityPlan[]) {
  const fresh = rows.filter(({ existing }) => existing === null);
  for (const [lineId, own] of groupBy(fresh, ({ fields }) => fields.cells.lineId ?? '')) {
    const after = lastKey(
      reader,
      `SELECT max(sortKey) AS key FROM activity WHERE projectId = ? AND coalesce(lineId, '') = ? AND removed = 0`,
      projectId,
      lineId,
    );
    const keys = keysInRow(own.length, after);
    for (const [at, { fields }] of own.entries()) {
      const { title = '', ...cells } = fields.cells;
      const activityId = w.insert(activity, { ...cells, title, projectId, sortKey: keys[at] ?? 'a0' });
      writePlaces(w, activityId, fields.places);
      wrote();
    }
  }
  for (const { existing, fields } of rows) {
    if (existing === null) continue;
    w.update(activity, existing.id, fields.cells);
    writePlaces(w, existing.id, fields.places);
    wrote();
  }
}

function writePlaces(w: Writer, activityId: string, places: ActivityPlan['fields']['places']) {
  const keys = keysInRow(places.length);
  for (const [at, place] of places.entries())
    w.insert(activityPlace, { activityId, ...place, sortKey: keys[at] ?? 'a0' });
}

/** Counts of one activity: those that are there get the new figure, others come after them. */
function writeCounts({ w, reader }: Target, activityId: string, counts: readonly CountCells[]) {
  const before = participantsOf(reader, [activityId]).get(activityId) ?? [];
  const keys = keysInRow(counts.length, before.at(-1)?.sortKey ?? null);
  for (const [at, { dimension, key, people }] of counts.entries()) {
    if (dimension === null) {
      w.update(activity, activityId, { participants: people });
      continue;
    }
    const there = before.find((row) => row.dimension === dimension && row.key === key);
    if (there) w.update(participantCount, there.id, { people });
    else w.insert(participantCount, { activityId, dimension, key, people, sortKey: keys[at] ?? 'a0' });
  }
}

/** How many there are of each kind: of a dimension that the sheet tells, the counts from before go. */
function writeSheet(target: Target, activityId: string, rows: readonly SheetPlan[]) {
  const { w, reader } = target;
  const counts: CountCells[] = [{ activityId, dimension: null, key: '', people: rows.length }];
  for (const dimension of participantDimensions) {
    const told = new Map<string, number>();
    for (const { fields } of rows) {
      const key = fields[dimension];
      if (key !== undefined) told.set(key, (told.get(key) ?? 0) + 1);
    }
    if (told.size === 0) continue;
    for (const row of participantsOf(reader, [activityId]).get(activityId) ?? [])
      if (row.dimension === dimension && !told.has(row.key)) w.remove(participantCount, row.id);
    for (const [key, people] of told) counts.push({ activityId, dimension, key, people });
  }
  writeCounts(target, activityId, counts);
}

function writeBudgetLines({ w, reader, projectId, wrote }: Target, rows: readonly BudgetPlan[]) {
  const fresh = rows.filter(({ existing }) => existing === null);
  for (const [funderId, own] of groupBy(fresh, ({ fields }) => fields.funderId ?? '')) {
    const after = lastKey(
      reader,
      'SELECT max(sortKey) AS key FROM budget_line WHERE funderId = ? AND removed = 0',
      funderId,
    );
    const keys = keysInRow(own.length, after);
    for (const [at, { fields }] of own.entries()) {
      w.insert(budgetLine, { ...fields, projectId, funderId, sortKey: keys[at] ?? 'a0' });
      wrote();
    }
  }
  for (const { existing, fields } of rows) {
    if (existing === null) continue;
    w.update(budgetLine, existing.id, fields);
    wrote();
  }
}

function writeExpenses({ w, wrote }: Target, rows: readonly ExpensePlan[]) {
  for (const { fields } of rows) {
    w.insert(expense, fields);
    wrote();
  }
}

function writeValues({ w, reader, wrote }: Target, rows: readonly ValuePlan[]) {
  for (const { fields } of rows) {
    writeValue(w, reader, fields);
    wrote();
  }
}

/** Writes planned rows within the caller's one act. Throws what the ledger throws: nothing is written then. */
export function writePlanned(target: Target, planned: Planned) {
  switch (planned.kind) {
    case 'activities':
      return writeActivities(target, planned.rows);
    case 'registrationSheet':
      return writeSheet(target, target.activityId ?? '', planned.rows);
    case 'participants':
      for (const [activityId, rows] of groupBy(planned.rows, ({ fields }) => fields.activityId)) {
        writeCounts(
          target,
          activityId,
          rows.map(({ fields }) => fields),
        );
        rows.forEach(target.wrote);
      }
      return undefined;
    case 'indicatorValues':
      return writeValues(target, planned.rows);
    case 'budgetLines':
      return writeBudgetLines(target, planned.rows);
    case 'expenses':
      return writeExpenses(target, planned.rows);
  }
}
