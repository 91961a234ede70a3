import type Database from 'better-sqlite3';
import type { Derived } from '../ledger/derived.ts';
import { createIndexer } from './indexer.ts';
import { beginAnew, finished, readProgress, settleProgress, writeProgress, type Progress } from './progress.ts';
import { sourceOf, sources } from './sources.ts';

/** Kinds in the order in which the index is made anew; the files last, their texts come when everything else is there. */
const tables = [...sources.map(({ table }) => table), 'attachment'];

const countRecords = (sqlite: Database.Database): number =>
  tables.reduce(
    (sum, table) => sum + (sqlite.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get() ?? 0),
    0,
  );

/** Trouble of the index itself, not of the disk or the memory, which everything else has as well. */
const isDamage = (error: unknown): boolean => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code.startsWith('SQLITE_') && !/^SQLITE_(?:FULL|IOERR|BUSY|LOCKED|NOMEM|READONLY|CANTOPEN)/.test(code);
};

/** Lets go of the whole index; it is made anew in the background. In the caller's transaction. */
export const forgetIndex = (sqlite: Database.Database) => beginAnew(sqlite, countRecords(sqlite));

/** The search index as something derived from the records: never older than they are. */
export function createSearchIndex(sqlite: Database.Database): Derived {
  sqlite.transaction(() => settleProgress(sqlite, () => countRecords(sqlite))).immediate();
  const indexer = createIndexer(sqlite);

  const update = (rows: ReadonlyMap<string, ReadonlySet<string>>) => {
    for (const [entity, set] of rows) {
      const ids = [...set];
      const source = sourceOf.get(entity);
      const moved = source ? indexer.put(source, ids) : [];
      if (moved.length > 0) indexer.putParts(entity, moved, rows);
      const people = entity === 'office' ? sourceOf.get('person') : undefined;
      if (people) indexer.put(people, indexer.peopleOf(ids));
      const files = entity === 'attachment' ? ids : indexer.attachmentsOf(ids);
      if (files.length > 0) indexer.putAttachments(files);
    }
  };

  return {
    update(rows) {
      try {
        update(rows);
        indexer.flush();
      } catch (error) {
        indexer.giveUp();
        // A damaged index must not keep anybody from saving: it is made anew from the records.
        if (!isDamage(error)) throw error;
        beginAnew(sqlite, countRecords(sqlite));
      }
    },
  };
}

/** Does the next piece of an index that is not whole, for some milliseconds, in one transaction; false when it is whole. */
export function createBuilder(sqlite: Database.Database, milliseconds: number): () => boolean {
  const indexer = createIndexer(sqlite);
  const nextIds = tables.map((table) =>
    sqlite.prepare<[string], string>(`SELECT id FROM ${table} WHERE id > ? ORDER BY id LIMIT 64`).pluck(),
  );

  const records = (progress: Progress, until: number): Progress => {
    const at = { ...progress };
    while (performance.now() < until) {
      const ids = nextIds[at.kind]?.all(at.after);
      if (ids === undefined) return finished(at);
      if (ids.length === 0) {
        at.kind += 1;
        at.after = '';
        continue;
      }
      const source = sources[at.kind];
      for (const id of ids) {
        if (source) indexer.put(source, [id]);
        else indexer.putAttachments([id]);
        at.after = id;
        at.done += 1;
        if (performance.now() >= until) break;
      }
    }
    return at;
  };

  const stems = (progress: Progress, until: number): Progress => {
    const at = { ...progress };
    while (performance.now() < until) {
      const last = indexer.vocabulary.restem(at.after, 64);
      if (last === null) return finished(at);
      at.after = last;
      at.done = Math.min(at.total, at.done + 64);
    }
    return at;
  };

  const slice = sqlite.transaction((): boolean => {
    const progress = readProgress(sqlite);
    if (progress === null || progress.stage === 'whole') return false;
    const until = performance.now() + milliseconds;
    const next = progress.stage === 'records' ? records(progress, until) : stems(progress, until);
    indexer.flush();
    writeProgress(sqlite, next);
    return next.stage !== 'whole';
  });
  return () => slice.immediate();
}
