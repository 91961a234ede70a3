import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { budgetCategories, expenseKinds } from '../../../shared/vocabulary.ts';
import { organisation } from '../directory/tables.ts';
import { count, place, record, when, words } from '../ledger/columns.ts';
import type { EntityDefinition } from '../ledger/registry.ts';
import { activity, activityLine, project } from './tables.ts';

/** Who pays. Sums are whole minor units (kopiyka, cent) of the funder's currency. */
export const funder = sqliteTable('funder', {
  ...record(),
  projectId: text()
    .notNull()
    .references(() => project.id),
  organisationId: text().references(() => organisation.id),
  nameText: words(),
  /** ISO 4217. */
  currency: text().notNull().default('UAH'),
  /** What it granted; null: not said, the lines' sum stands. */
  amount: count(),
  agreement: words(),
  signedOn: when(),
  sortKey: place(),
});

export const budgetLine = sqliteTable('budget_line', {
  ...record(),
  projectId: text()
    .notNull()
    .references(() => project.id),
  /** Its currency is the funder's. */
  funderId: text()
    .notNull()
    .references(() => funder.id),
  lineId: text().references(() => activityLine.id),
  category: text({ enum: budgetCategories }).notNull().default('other'),
  code: words(),
  title: words(),
  /** Planned, in minor units of the funder's currency. */
  amount: count(),
  note: words(),
  sortKey: place(),
});

/** A commitment, or money spent, against one budget line. */
export const expense = sqliteTable('expense', {
  ...record(),
  budgetLineId: text()
    .notNull()
    .references(() => budgetLine.id),
  kind: text({ enum: expenseKinds }).notNull().default('spending'),
  /** The commitment that this spending settles, wholly or in part. */
  commitmentId: text(),
  activityId: text().references(() => activity.id),
  spentOn: when(),
  document: words(),
  payee: words(),
  /** In minor units of `currency`. */
  amount: count(),
  currency: text().notNull().default('UAH'),
  /** Units of the line's currency for one unit of `currency`, in millionths; null where they are the same. */
  rate: count(),
  note: words(),
});

/** Units of the project's currency for one unit of another, in millionths; entered, never fetched. */
export const projectRate = sqliteTable('project_rate', {
  ...record(),
  projectId: text()
    .notNull()
    .references(() => project.id),
  currency: words(),
  rate: count(),
  ratedOn: when(),
  source: words(),
});

export const moneyEntities: EntityDefinition[] = [
  {
    table: funder,
    owner: 'projectId',
    scope: 'group',
    registers: { who: ['organisationId', 'nameText'], granted: ['amount', 'currency'] },
  },
  { table: budgetLine, owner: 'projectId', scope: 'group' },
  {
    table: expense,
    owner: 'budgetLineId',
    scope: 'group',
    refers: { commitmentId: 'expense' },
    registers: { sum: ['amount', 'currency', 'rate'] },
  },
  {
    table: projectRate,
    owner: 'projectId',
    scope: 'group',
    registers: { rate: ['currency', 'rate', 'ratedOn', 'source'] },
  },
];
