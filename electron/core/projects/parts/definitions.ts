import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { PartName } from '../../../../shared/contract/projectParts.ts';
import { AppError } from '../../../../shared/errors.ts';
import type { Placed } from '../../../../shared/rules/order.ts';
import type { Cell } from '../../ledger/registry.ts';
import type { Base, Fresh, Patch, Writer } from '../../ledger/write.ts';
import { readAll, readOne, type Reader } from '../../statements.ts';
import { budgetLine, funder, projectRate } from '../moneyTables.ts';
import { requireProject, type ProjectRecord } from '../records.ts';
import {
  activityLine,
  deliverable,
  indicator,
  milestone,
  objective,
  programmeTask,
  projectPartner,
  projectPlace,
  risk,
  translation,
} from '../tables.ts';

/** A part as it lies in its table. */
export type StoredPart = Record<string, Cell> & { id: string };
/** Columns to write. */
export type PartCells = Record<string, unknown>;

/** How the ledger, lists and messages know a kind of part. */
interface PartDefinition {
  /** Its name in the ledger. */
  entity: string;
  table: SQLiteTable;
  sqlName: string;
  /** Columns that those it stands beside in a list have in common with it; null: they have no order. */
  beside: readonly string[] | null;
  insert(w: Writer, cells: PartCells): string;
  update(w: Writer, id: string, cells: PartCells, base?: Record<string, Base>): void;
}

function define<T extends SQLiteTable>(
  table: T,
  entity: string,
  sqlName: string,
  beside: readonly string[] | null = ['projectId'],
): PartDefinition {
  // The columns come from the part's schema in the contract; the ledger checks each of them once more.
  return {
    entity,
    table,
    sqlName,
    beside,
    insert: (w, cells) => w.insert(table, cells as Fresh<T>),
    update: (w, id, cells, base) => w.update(table, id, cells as Patch<T>, base),
  };
}

export const parts: Record<PartName, PartDefinition> = {
  place: define(projectPlace, 'projectPlace', 'project_place'),
  partner: define(projectPartner, 'projectPartner', 'project_partner'),
  objective: define(objective, 'objective', 'objective', ['projectId', 'parentId']),
  line: define(activityLine, 'activityLine', 'activity_line'),
  milestone: define(milestone, 'milestone', 'milestone'),
  deliverable: define(deliverable, 'deliverable', 'deliverable'),
  translation: define(translation, 'translation', 'translation', ['deliverableId']),
  risk: define(risk, 'risk', 'risk'),
  indicator: define(indicator, 'indicator', 'indicator'),
  funder: define(funder, 'funder', 'funder'),
  budgetLine: define(budgetLine, 'budgetLine', 'budget_line', ['funderId']),
  rate: define(projectRate, 'projectRate', 'project_rate', null),
  programmeTask: define(programmeTask, 'programmeTask', 'programme_task'),
};

/** The part with the project it belongs to. Throws `notFound` for the part or the project. */
export function requirePart(reader: Reader, part: PartName, id: string): { row: StoredPart; project: ProjectRecord } {
  const { entity, sqlName } = parts[part];
  const row = readOne<StoredPart>(reader, `SELECT * FROM ${sqlName} WHERE id = ? AND removed = 0`, id);
  if (!row) throw new AppError('notFound', { what: entity });
  const owner = part === 'translation' ? requirePart(reader, 'deliverable', String(row['deliverableId'])).row : row;
  return { row, project: requireProject(reader, String(owner['projectId'])) };
}

/** Parts of a kind beside one with these columns, in no order, for keys; none where the kind has no order. */
export function besideOf(reader: Reader, part: PartName, cells: PartCells): Placed[] {
  const { sqlName, beside } = parts[part];
  if (beside === null) return [];
  const same = beside.map((column) => `${column} IS ?`).join(' AND ');
  const values = beside.map((column) => {
    const value = cells[column];
    return typeof value === 'string' ? value : null;
  });
  return readAll<Placed>(reader, `SELECT id, sortKey AS key FROM ${sqlName} WHERE ${same} AND removed = 0`, ...values);
}
