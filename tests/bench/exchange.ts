// Merging against its limit and against libraries of the kind.
//
// Ours is the program's own merge of a package that has been read: batches are unpacked, their signatures verified, the hash
// and the form of every line, every record against the group it came in; what is sealed, queued and noted is all written,
// into an encrypted file with the write-ahead log, committed. Nothing is derived (registers, search): neither is there.
//
// Raw: into the same encrypted file, the very rows that the merge has left in `change`, `change_set`, `meeting`,
// `scope_row` and `batch`, in the order of their keys, by a prepared statement each, in one transaction, without triggers and
// without foreign keys. Those are all the rows of a merge; less cannot be written where each change keeps its clock, its
// author and what it replaces.
//
// Libraries hold as many fields of as many records. Yjs and Automerge do it in memory, without who wrote what when and
// without a file: that is less than any store of history must, and is measured as it is; Yjs once more with what a change
// says beside its value, kept in the same encrypted file, and its rows put into the table that lists are asked from.
// @actual-app/crdt is a clock and a tree: its messages and rows go into SQLite as in the program that it was made for.
import type Database from 'better-sqlite3';
import { createRequire } from 'node:module';
import { rmSync } from 'node:fs';
import type { OpenedPackage } from '../../electron/core/exchange/receiving/mergePackage.ts';
import { mergeAt, packFor, passOn, type Party } from '../fixtures/parties.ts';
import { runCrdts } from './crdts.ts';
import {
  editTitles,
  encryptedFile,
  fieldsOfOne,
  openFile,
  pair,
  partyOver,
  processorTime,
  staged,
  writeChanges,
} from './exchangeParties.ts';
import { milliseconds, type Measured } from './measure.ts';
import { temporaryFolder } from './workspaces.ts';

const rounds = 3;
const tables = ['change', 'change_set', 'meeting', 'scope_row', 'batch'];

const least = (times: readonly number[]): number => Math.min(...times);

/** A package that comes to a workspace, as a file that is copied for each try. */
interface Arrival {
  folder: string;
  path: string;
  receiver: Party;
  opened: OpenedPackage;
}

function arrival(folder: string, name: string, { a, b }: { a: Party; b: Party }): Arrival {
  const opened = staged(packFor(a, b));
  return { folder, path: encryptedFile(folder, name, b), receiver: b, opened };
}

const close = (sqlite: Database.Database) => {
  const { name } = sqlite;
  sqlite.close();
  for (const side of ['', '-wal', '-shm']) rmSync(`${name}${side}`, { force: true });
};

function mergeOnce({ folder, path, receiver, opened }: Arrival, after?: (merged: Party) => void): number {
  const party = partyOver(receiver, openFile(folder, path));
  const taken = processorTime(() => mergeAt(party, opened));
  after?.(party);
  close(party.sqlite);
  return taken;
}

/** The rows of a merged workspace that were not there before. */
function rowsOf({ sqlite }: Party): Map<string, unknown[][]> {
  return new Map(tables.map((name) => [name, sqlite.prepare(`SELECT * FROM ${name}`).raw().all() as unknown[][]]));
}

function insertOnce({ folder, path }: Arrival, rows: ReadonlyMap<string, readonly unknown[][]>): number {
  const sqlite = openFile(folder, path);
  const triggers = sqlite.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'trigger'").pluck().all();
  for (const trigger of triggers) sqlite.exec(`DROP TRIGGER ${trigger}`);
  sqlite.pragma('foreign_keys = OFF');
  for (const name of rows.keys()) sqlite.exec(`DELETE FROM ${name}`);
  const insert = sqlite.transaction(() => {
    for (const [name, all] of rows) {
      const put = sqlite.prepare(`INSERT INTO ${name} VALUES (${(all[0] ?? []).map(() => '?').join(', ')})`);
      for (const row of all) put.run(...row);
    }
  });
  const taken = processorTime(insert);
  close(sqlite);
  return taken;
}

/** What a merge of edits leaves, raw: each change, the mark off the one before, the value in the record. */
function editOnce({ folder, path }: Arrival, edits: readonly (readonly unknown[])[]): number {
  const sqlite = openFile(folder, path);
  for (const trigger of sqlite
    .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
    .pluck()
    .all())
    sqlite.exec(`DROP TRIGGER ${trigger}`);
  sqlite.pragma('foreign_keys = OFF');
  const put = sqlite.prepare(`INSERT INTO change VALUES (${(edits[0] ?? []).map(() => '?').join(', ')})`);
  const unmark = sqlite.prepare('UPDATE change SET current = 0 WHERE entity = ? AND row = ? AND field = ? AND hlc = ?');
  const set = sqlite.prepare('UPDATE meeting SET title = ? WHERE id = ?');
  const edit = sqlite.transaction(() => {
    for (const [entity, row, field, hlc, changeSet, value, prev, ...rest] of edits) {
      put.run(entity, row, field, hlc, changeSet, value, prev, ...rest);
      unmark.run(entity, row, field, prev);
      set.run(String(value), row);
    }
  });
  const taken = processorTime(edit);
  close(sqlite);
  return taken;
}

const against = (name: string, ours: number, other: number): Measured => ({
  name,
  ratio: ours / other,
  detail: `${milliseconds(ours)} / ${milliseconds(other)} of processor time`,
});

/** Merge against raw insertion and against libraries of the kind. */
export async function run(): Promise<Measured[]> {
  const { folder, remove } = temporaryFolder('viche-bench-exchange-');
  try {
    const changes = 100_000;
    const agencies = pair();
    const ids = writeChanges(agencies.a, changes);
    const large = arrival(folder, 'large', agencies);
    let rows = new Map<string, unknown[][]>();
    const [ours, raw]: [number[], number[]] = [[], []];
    for (let round = 0; round < rounds; round += 1) {
      ours.push(mergeOnce(large, (merged) => (rows = rowsOf(merged))));
      raw.push(insertOnce(large, rows));
    }
    const tenth = pair();
    writeChanges(tenth.a, changes / 10);
    const small = arrival(folder, 'small', tenth);
    const small10 = 10 * least([mergeOnce(small), mergeOnce(small), mergeOnce(small)]);

    passOn(agencies.a, agencies.b);
    editTitles(agencies.a, ids);
    const edited = arrival(folder, 'edited', agencies);
    const [editing, rawEditing]: [number[], number[]] = [[], []];
    let edits: unknown[][] = [];
    for (let round = 0; round < rounds; round += 1) {
      const last = (merged: Party) =>
        (edits = merged.sqlite
          .prepare("SELECT * FROM change WHERE field = 'title' AND current = 1 AND prev IS NOT NULL")
          .raw()
          .all() as unknown[][]);
      editing.push(mergeOnce(edited, last));
      rawEditing.push(editOnce(edited, edits));
    }
    const size = { rows: Math.round(changes / fieldsOfOne), fields: fieldsOfOne };
    return [
      against('merging 100,000 changes / inserting the same rows raw with better-sqlite3', least(ours), least(raw)),
      against('merging 100,000 changes / ten times merging 10,000', least(ours), small10),
      against(`merging ${edits.length} edits / writing the same raw`, least(editing), least(rawEditing)),
      ...runCrdts(createRequire(import.meta.url), size, least(ours), folder),
    ];
  } finally {
    remove();
  }
}
