import type Database from 'better-sqlite3';
import * as z from 'zod';
import { stemsVersion } from '../../../shared/rules/stems/stems.ts';
import { tierTables } from './order.ts';

/** Counts up with every change of what is indexed or how it is cut into words: the index is then made anew. */
const indexVersion = 2;

const shape = z.object({
  index: z.number(),
  stems: z.number(),
  /** What is being made: the records' texts, kind by kind, or the stems of all forms; `whole` when nothing is. */
  stage: z.enum(['records', 'stems', 'whole']),
  kind: z.number(),
  /** The last id or form that is done. */
  after: z.string(),
  done: z.number(),
  total: z.number(),
});

/** How far the index of a workspace is. */
export type Progress = z.infer<typeof shape>;

const whole: Progress = {
  index: indexVersion,
  stems: stemsVersion,
  stage: 'whole',
  kind: 0,
  after: '',
  done: 1,
  total: 1,
};

/** Null where there is none, or none that this version understands. */
export function readProgress(sqlite: Database.Database): Progress | null {
  const value = sqlite.prepare<[], string>('SELECT value FROM search_progress').pluck().get();
  if (value === undefined) return null;
  const read = shape.safeParse(JSON.parse(value));
  return read.success ? read.data : null;
}

export function writeProgress(sqlite: Database.Database, progress: Progress) {
  sqlite
    .prepare('INSERT INTO search_progress (one, value) VALUES (1, ?) ON CONFLICT DO UPDATE SET value = excluded.value')
    .run(JSON.stringify(progress));
}

/** Lets go of the whole index and begins anew. */
export function beginAnew(sqlite: Database.Database, total: number) {
  for (const table of tierTables) sqlite.exec(`INSERT INTO ${table} (${table}) VALUES ('delete-all')`);
  sqlite.exec(
    `DELETE FROM search_text; DELETE FROM search_word; DELETE FROM search_stem; DELETE FROM search_file; DELETE FROM search_group`,
  );
  writeProgress(sqlite, total === 0 ? whole : { ...whole, stage: 'records', done: 0, total });
}

/** Sees to it, when a workspace is opened, that the index is whole or on its way to it. */
export function settleProgress(sqlite: Database.Database, countRecords: () => number) {
  const found = readProgress(sqlite);
  if (found === null || found.index !== indexVersion) {
    const isNew = sqlite.prepare('SELECT 1 FROM change_set LIMIT 1').get() === undefined;
    beginAnew(sqlite, isNew ? 0 : countRecords());
  } else if (found.stems !== stemsVersion) {
    sqlite.exec('DELETE FROM search_stem');
    const forms = sqlite.prepare<[], number>('SELECT count(*) FROM search_word').pluck().get() ?? 0;
    // Half a set of records goes on where it was; its forms already have stems of this version then.
    if (found.stage === 'records') beginAnew(sqlite, countRecords());
    else writeProgress(sqlite, { ...whole, stage: 'stems', done: 0, total: Math.max(1, forms) });
  }
}

export const finished = (progress: Progress): Progress => ({ ...whole, index: progress.index, stems: progress.stems });
