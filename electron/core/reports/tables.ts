import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { languages } from '../../../shared/languages.ts';
import { record, when, words } from '../ledger/columns.ts';
import type { EntityDefinition } from '../ledger/registry.ts';

/** What was exported when, and from which state of the data. Home-only. */
export const exportedReport = sqliteTable('exported_report', {
  ...record(),
  report: words(),
  form: text({ enum: languages }).notNull().default('uk'),
  title: words(),
  fileName: words(),
  /** Entity and id of what the report is about. */
  subjectEntity: words(),
  subjectId: words(),
  /** JSON of the request, to make it anew; empty for papers of a meeting from before there was one. */
  request: words(),
  exportedAt: when(),
  /** SHA-256 of the file that was handed out, hex. */
  sha256: words(),
  /** The newest clock of the workspace at that moment. */
  stateClock: words(),
});

export const reportEntities: EntityDefinition[] = [{ table: exportedReport, scope: 'home' }];
