import { setTimeout as pause } from 'node:timers/promises';
import type Database from 'better-sqlite3';
import { chunksOf } from '../files/contents.ts';
import type { OpenWorkspace } from '../workspace/open.ts';
import { patiently } from '../workspace/writeGate.ts';
import { createIndexer, piecesOf } from './indexer.ts';
import { readProgress } from './progress.ts';
import { createBuilder } from './searchIndex.ts';
import { readWordText } from './wordText.ts';

/** Milliseconds that one step may take, and those left to everybody else after it. */
const slice = 5;
const rest = 15;

/**
 * Reads the text of one attached Word file that has not been read yet and puts it into the index, piece by piece; false
 * when there is none. Throws where the workspace is closed meanwhile.
 */
export async function readNextFile(
  sqlite: Database.Database,
  mayWrite: () => void = () => undefined,
): Promise<boolean> {
  const next = sqlite
    .prepare<[], string>(
      `SELECT a.sha256 FROM attachment a JOIN attachment_chunk c ON c.sha256 = a.sha256 AND c.n = 0
       WHERE a.removed = 0 AND a.name LIKE '%.docx'
         AND NOT EXISTS (SELECT 1 FROM search_file f WHERE f.sha256 = a.sha256) LIMIT 1`,
    )
    .pluck()
    .get();
  if (next === undefined) return false;
  const write = (work: () => void) =>
    patiently(() => {
      mayWrite();
      sqlite.transaction(work).immediate();
    });
  const pieces = piecesOf(await readWordText(chunksOf({ sqlite }, next)));
  const indexer = createIndexer(sqlite);
  const owners = sqlite.prepare<[string], string>('SELECT id FROM attachment WHERE sha256 = ?').pluck();
  for (const part of pieces.keys()) {
    await write(() => {
      indexer.putPiece(owners.all(next), pieces, part);
      indexer.flush();
    });
    await pause(1, undefined, { ref: false });
  }
  await write(() => {
    sqlite.prepare('INSERT INTO search_file (sha256, text) VALUES (?, ?)').run(next, pieces.join(''));
    // Only what somebody changed meanwhile is written here.
    indexer.putAttachments(owners.all(next));
    indexer.flush();
  });
  return true;
}

/** Ends it before the workspace is closed. */
type StopUpkeep = () => void;

/**
 * Makes the index whole in the background, a little at a time, and reads attached files when they come. `failed` hears
 * of what went wrong; the next opening tries again.
 */
export function keepUp(workspace: OpenWorkspace, failed: (error: unknown) => void): StopUpkeep {
  const { sqlite, ledger, writes } = workspace;
  const state = { stopped: false, running: false, again: false };
  const work = async () => {
    const buildSome = createBuilder(sqlite, slice);
    const build = (): Promise<boolean> =>
      patiently(() => {
        writes.pass();
        return !state.stopped && buildSome();
      });
    do {
      state.again = false;
      while (!state.stopped && (await build())) await pause(rest, undefined, { ref: false });
      while (!state.stopped && (await readNextFile(sqlite, writes.pass))) await pause(rest, undefined, { ref: false });
    } while (state.again && !state.stopped);
  };
  const wake = () => {
    state.again = true;
    if (state.running || state.stopped) return;
    state.running = true;
    work()
      .catch((error: unknown) => {
        if (!state.stopped && sqlite.open) failed(error);
      })
      .finally(() => {
        state.running = false;
      });
  };
  const stopListening = ledger.onCommitted(({ rows }) => {
    // An index found damaged in a write is to be made anew.
    if (rows['attachment'] !== undefined || readProgress(sqlite)?.stage !== 'whole') wake();
  });
  wake();
  return () => {
    state.stopped = true;
    stopListening();
  };
}
