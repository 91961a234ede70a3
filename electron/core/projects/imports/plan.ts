import type { ImportPreview } from '../../../../shared/contract/directory.ts';
import { projectImportTargets, type ProjectImportSettings } from '../../../../shared/contract/projectImport.ts';
import type { IsoDay } from '../../../../shared/dates.ts';
import { mapColumns } from '../../files/tables/header.ts';
import { isWanted, type PlannedRow } from '../../files/tables/plannedRow.ts';
import { previewOf } from '../../files/tables/preview.ts';
import { readTable } from '../../files/tables/readTable.ts';
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

/** What a thread needs to plan an import; `skipLines` null asks for the preview, else for the rows to write. */
export interface PlanInput {
  bytes: Uint8Array;
  fileName: string;
  settings: ProjectImportSettings;
  resources: string;
  today: IsoDay;
  skipLines: number[] | null;
}
export type PlanResult =
  | { preview: ImportPreview }
  | {
      wanted: Planned;
      /** Rows that will not be written. */
      skipped: number;
    };

/**
 * Reads a table and looks what importing it into the project would do; nothing is written. Throws what `readTable`
 * throws, `notFound`, `required` (a registration sheet without its activity).
 */
export async function planImport(reader: Reader, input: PlanInput): Promise<PlanResult> {
  const { fileName, settings, resources, today, skipLines } = input;
  const { kind, projectId } = settings;
  const context = importContext(reader, resources, today, projectId);
  const bytes = Buffer.from(input.bytes.buffer, input.bytes.byteOffset, input.bytes.byteLength);
  const table = await readTable(bytes, fileName, settings);
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
  if (skipLines === null) return { preview: previewOf(fileName, table, mapped, planned.rows) };
  const skip = new Set(skipLines);
  // What only a person looks at stays here: it would cross to the core for nothing.
  const bare = <Fields>(list: PlannedRow<Fields>[]): PlannedRow<Fields>[] =>
    list.filter((row) => isWanted(row, skip)).map((row) => ({ ...row, values: {}, notes: [], changes: [] }));
  const wanted = { kind: planned.kind, rows: bare<unknown>(planned.rows) } as Planned;
  return { wanted, skipped: planned.rows.length - wanted.rows.length };
}
