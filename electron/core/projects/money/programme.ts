import type { ProgrammeTaskView, programmeView } from '../../../../shared/contract/moneyViews.ts';
import { AppError } from '../../../../shared/errors.ts';
import { addAmounts } from '../../../../shared/rules/money.ts';
import type * as z from 'zod';
import { readClocks } from '../../ledger/clocks.ts';
import type { Author } from '../../ledger/ledger.ts';
import { groupBy, readAll, readOne, type Reader } from '../../statements.ts';
import type { OpenWorkspace } from '../../workspace/open.ts';
import { requireProject, type ProjectRecord } from '../records.ts';
import { programmeYear } from '../tables.ts';
import { requireAmount } from './checks.ts';

export type ProgrammeView = z.infer<typeof programmeView>;
type StoredYear = { taskId: string; year: number; value: string; amount: number | null };

/** A term of more years than this is a slip of the finger, not a table of so many columns. */
const mostYears = 40;

/** The years of the project's term, and every other one that something was said of. */
function yearsOf(project: ProjectRecord, stored: readonly StoredYear[]): number[] {
  const years = new Set(stored.map(({ year }) => year));
  const { startsOn: from, endsOn: until } = project;
  if (from !== null && until !== null) {
    const first = Number(from.slice(0, 4));
    const last = Math.min(Number(until.slice(0, 4)), first + mostYears - 1);
    for (let year = first; year <= last; year += 1) years.add(year);
  }
  return [...years].toSorted((a, b) => a - b);
}

/** Amounts under the same key added up, the keys in the order in which they first come. */
function addUp<Row, Key>(rows: readonly Row[], keyOf: (row: Row) => Key, amountOf: (row: Row) => number) {
  const sums = new Map<Key, number>();
  for (const row of rows) sums.set(keyOf(row), addAmounts(sums.get(keyOf(row)) ?? 0, amountOf(row)));
  return sums;
}

/** The annex of a programme: its tasks with what each year brings and costs. Throws `notFound`, `amountTooLarge`. */
export function readProgramme(reader: Reader, projectId: string): ProgrammeView {
  const project = requireProject(reader, projectId);
  const tasks = readAll<Omit<ProgrammeTaskView, 'years' | 'clocks'>>(
    reader,
    `SELECT id, task, indicatorText, unit, measure, responsible, moneySource, sortKey FROM programme_task
     WHERE projectId = ? AND removed = 0 ORDER BY sortKey, id`,
    projectId,
  );
  const stored = readAll<StoredYear>(
    reader,
    `SELECT y.taskId, y.year, y.value, y.amount FROM programme_task t JOIN programme_year y ON y.taskId = t.id
     WHERE t.projectId = ? AND t.removed = 0 AND y.removed = 0 AND y.year IS NOT NULL ORDER BY y.year, y.id`,
    projectId,
  );
  const byTask = groupBy(stored, ({ taskId }) => taskId);
  const clocks = readClocks(
    reader,
    'programmeTask',
    tasks.map(({ id }) => id),
  );
  const years = yearsOf(project, stored);
  const byYear = addUp(
    stored,
    ({ year }) => year,
    ({ amount }) => amount ?? 0,
  );
  const sourceOf = new Map(tasks.map(({ id, moneySource }) => [id, moneySource.trim()]));
  const bySource = addUp(
    tasks.flatMap(({ id }) => byTask.get(id) ?? []),
    ({ taskId }) => sourceOf.get(taskId) ?? '',
    ({ amount }) => amount ?? 0,
  );
  return {
    currency: project.currency,
    years,
    tasks: tasks.map((task) => ({
      ...task,
      years: (byTask.get(task.id) ?? []).map(({ year, value, amount }) => ({ year, value, amount })),
      clocks: clocks.get(task.id) ?? {},
    })),
    totals: years.map((year) => ({ year, amount: byYear.get(year) ?? 0 })),
    sources: [...bySource].map(([source, amount]) => ({ source, amount })),
  };
}

/**
 * What one year brings and costs of a task; nothing of either takes the year away. Its record bears the task's id and
 * the year, so that two devices make the same one. Throws `notFound`, `amountTooLarge`.
 */
export function setProgrammeYear(
  workspace: OpenWorkspace,
  author: Author,
  input: { taskId: string; year: number; value: string; amount: number | null },
) {
  const { taskId, year, amount } = input;
  const value = input.value.trim();
  if (!readOne(workspace, 'SELECT 1 FROM programme_task WHERE id = ? AND removed = 0', taskId))
    throw new AppError('notFound', { what: 'programmeTask' });
  requireAmount(amount, 'amount');
  const id = `${taskId}:${year}`;
  const there = readOne<{ removed: number }>(workspace, 'SELECT removed FROM programme_year WHERE id = ?', id);
  workspace.ledger.write(author, { label: 'projects.setProgrammeYear' }, (w) => {
    if (value === '' && amount === null) {
      if (there?.removed === 0) w.remove(programmeYear, id);
      return;
    }
    if (!there) {
      w.insert(programmeYear, { id, taskId, year, value, amount });
      return;
    }
    if (there.removed === 1) w.restore(programmeYear, id);
    w.update(programmeYear, id, { value, amount });
  });
}
