import type { ImportPreview } from '../../../../shared/contract/directory.ts';
import { projectImportTargets, type ProjectImportSettings } from '../../../../shared/contract/projectImport.ts';
import type { IsoDay } from '../../../../shared/dates.ts';
import { mapColumns } from '../../files/tables/header.ts';
import { isWanted, type PlannedRow } from '../../files/tables/plannedRow.ts';
import { previewOf } from '../../files/tables/preview.ts';
import type { Table } from '../../files/tables/readTable.ts';
import type { Reader } from '../../statements.ts';
import { planActivities, type ActivityPlan } from './activities.ts';
import { planBudgetLines, type BudgetPlan } from './budget.ts';
import { importContext } from './context.ts';
import { planExpenses, type ExpensePlan } from './expenses.ts';
import { planValues, type ValuePlan } from './indicatorValues.ts';
import { planCounts, planSheet, type CountPlan, type SheetPlan } from './people.ts';

/** What an import would write, by its kind. */
export type Planned =
  | { kind: 'activities'; rows: ActivityPlan[] }
  | { kind: 'registrationSheet'; rows: SheetPlan[] }
  | { kind: 'participants'; rows: CountPlan[] }
  | { kind: 'indicatorValues'; rows: ValuePlan[] }
  | { kind: 'budgetLines'; rows: BudgetPlan[] }
  | { kind: 'expenses'; rows: ExpensePlan[] };

/** What a table is looked through with. */
export interface PlanInput {
  fileName: string;
  settings: ProjectImportSettings;
  resources: string;
  today: IsoDay;
}

/** What a table is about, row by row. Throws `notFound`, `required` (a registration sheet without its activity). */
function planTable(reader: Reader, table: Table, { settings, resources, today }: PlanInput) {
  const { kind, projectId } = settings;
  const context = importContext(reader, resources, today, projectId);
  const mapped = mapColumns(table, kind, projectImportTargets[kind], settings);
  const { mapping, rows } = mapped;
  const planned = ((): Planned => {
    switch (kind) {
      case 'activities':
        return { kind, rows: planActivities(rows, mapping, context) };
      case 'registrationSheet':
        return { kind, rows: planSheet(rows, mapping, context, settings.activityId) };
      case 'participants':
        return { kind, rows: planCounts(rows, mapping, context) };
      case 'indicatorValues':
        return { kind, rows: planValues(rows, mapping, context) };
      case 'budgetLines':
        return { kind, rows: planBudgetLines(rows, mapping, context) };
      case 'expenses':
        return { kind, rows: planExpenses(rows, mapping, context) };
    }
  })();
  return { mapped, planned };
}

/** What importing a table would do; nothing is written. Throws what `planTable` throws. */
export function previewImport(reader: Reader, table: Table, input: PlanInput): ImportPreview {
  const { mapped, planned } = planTable(reader, table, input);
  return previewOf(input.fileName, table, mapped, planned.rows);
}

/** The rows to write, without those that the person leaves out, and how many are not written. Throws what `planTable` throws. */
export function planImport(
  reader: Reader,
  table: Table,
  input: PlanInput,
  skipLines: readonly number[],
): { wanted: Planned; skipped: number } {
  const { planned } = planTable(reader, table, input);
  const skip = new Set(skipLines);
  const of = <Fields>(list: PlannedRow<Fields>[]): PlannedRow<Fields>[] => list.filter((row) => isWanted(row, skip));
  const wanted = { kind: planned.kind, rows: of<unknown>(planned.rows) } as Planned;
  return { wanted, skipped: planned.rows.length - wanted.rows.length };
}
