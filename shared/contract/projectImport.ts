import * as z from 'zod';
import { id } from './base.ts';
import { importPreview, importSettings } from './directory.ts';

/** What a column of an imported table of a project can stand for. */
export const projectImportTargets = {
  activities: [
    'number',
    'title',
    'kind',
    'line',
    'status',
    'from',
    'until',
    'actualFrom',
    'actualUntil',
    'territory',
    'place',
    'organiser',
    'participants',
    'outcome',
    'source',
    'note',
  ],
  /** A registration sheet: one row a person, of whom nothing is kept but how many there were. */
  registrationSheet: ['sex', 'age', 'ageBand', 'profession', 'country'],
  /** Counts: one row an activity and a kind of participants. */
  participants: ['activity', 'dimension', 'key', 'people'],
  indicatorValues: ['indicator', 'period', 'territory', 'key', 'value', 'source', 'note'],
  budgetLines: ['funder', 'code', 'title', 'category', 'line', 'amount', 'currency', 'note'],
  expenses: ['budgetLine', 'kind', 'date', 'document', 'payee', 'amount', 'currency', 'rate', 'activity', 'note'],
} as const;
export const projectImportKind = z.enum([
  'activities',
  'registrationSheet',
  'participants',
  'indicatorValues',
  'budgetLines',
  'expenses',
]);
export type ProjectImportKind = z.infer<typeof projectImportKind>;

export const projectImportSettings = importSettings.extend({
  kind: projectImportKind,
  projectId: id,
  /** For a registration sheet. */
  activityId: id.nullable(),
});
export type ProjectImportSettings = z.infer<typeof projectImportSettings>;
export { importPreview as projectImportPreview };
