import type Database from 'better-sqlite3';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '../../electron/core/workspace/database.ts';
import { processorTime } from './exchangeParties.ts';
import { milliseconds, type Measured } from './measure.ts';

interface Size {
  rows: number;
  fields: number;
}

/** What of these libraries the bench uses; they are no part of the program and are found by NODE_PATH. */
interface YMap {
  set(key: string, value: unknown): void;
  forEach(each: (value: unknown, key: string) => void): void;
  get(key: string): unknown;
}
interface YDoc {
  getMap(name: string): YMap;
  transact(work: () => void): void;
}
interface Yjs {
  Doc: new () => YDoc;
  Map: new () => YMap;
  encodeStateAsUpdate(doc: unknown): Uint8Array;
  applyUpdate(doc: unknown, update: Uint8Array): void;
}
interface Automerge {
  from(value: unknown): unknown;
  init(): unknown;
  getAllChanges(doc: unknown): Uint8Array[];
  applyChanges(doc: unknown, changes: Uint8Array[]): unknown;
}
interface Actual {
  makeClock: (timestamp: unknown) => unknown;
  setClock: (clock: unknown) => void;
  Timestamp: {
    new (millis: number, counter: number, node: string): { toString(): string };
    parse(text: string): { millis(): number } | null;
    recv(timestamp: unknown): unknown;
    init(options: { maxDrift: number }): void;
  };
  merkle: { emptyTrie(): unknown; insert(trie: unknown, timestamp: unknown): unknown; prune(trie: unknown): unknown };
}

const valueOf = (row: number, field: number): string => `Засідання ${row} поле ${field}`;
const numbers = (count: number): number[] => Array.from({ length: count }, (_, n) => n);

const measure = (work: () => unknown): number => Math.min(...[1, 2, 3].map(() => processorTime(work)));

/** An empty encrypted file, as a workspace is one. */
function withFile(folder: string, work: (sqlite: Database.Database) => void) {
  const path = join(folder, 'library.viche');
  const sqlite = openDatabase(path, 'fedcba9876543210'.repeat(6), { mustExist: false });
  sqlite.pragma('journal_mode = WAL');
  sqlite.pragma('synchronous = FULL');
  try {
    work(sqlite);
  } finally {
    sqlite.close();
    for (const side of ['', '-wal', '-shm']) rmSync(`${path}${side}`, { force: true });
  }
}

/** Applies an update that holds every field to an empty document. */
function yjs(library: Yjs, { rows, fields }: Size): number {
  const doc = new library.Doc();
  const table = doc.getMap('meeting');
  doc.transact(() => {
    for (const row of numbers(rows)) {
      const one = new library.Map();
      for (const field of numbers(fields)) one.set(`field${field}`, valueOf(row, field));
      table.set(`row${row}`, one);
    }
  });
  const update = library.encodeStateAsUpdate(doc);
  return measure(() => library.applyUpdate(new library.Doc(), update));
}

/**
 * As the program would have to: each change with who wrote it when and what it replaced, the document kept in the
 * encrypted file, and the values in a table for lists to be asked from.
 */
function yjsKept(library: Yjs, { rows, fields }: Size, folder: string): number {
  const doc = new library.Doc();
  const changes = doc.getMap('change');
  doc.transact(() => {
    for (const row of numbers(rows))
      for (const field of numbers(fields)) {
        const one = new library.Map();
        const said = {
          hlc: `${String(1_760_000_000_000 + row).padStart(15, '0')}-0000-aaaaaaaaaaaaaaaa`,
          changeSet: `set${Math.floor(row / 500)}`,
          author: 'person-a',
          label: 'bench',
          row: `row${row}`,
          field: `field${field}`,
          value: valueOf(row, field),
          prev: null,
        };
        for (const [name, value] of Object.entries(said)) one.set(name, value);
        changes.set(`row${row} field${field}`, one);
      }
  });
  const update = library.encodeStateAsUpdate(doc);
  return measure(() =>
    withFile(folder, (sqlite) => {
      const columns = numbers(fields).map((field) => `field${field}`);
      sqlite.exec(
        `CREATE TABLE document (bytes BLOB); CREATE TABLE meeting (id TEXT PRIMARY KEY, ${columns.map((name) => `${name} TEXT`).join(', ')})`,
      );
      const here = new library.Doc();
      library.applyUpdate(here, update);
      const records = new Map<string, Record<string, unknown>>();
      here.getMap('change').forEach((each) => {
        const change = each as YMap;
        const id = String(change.get('row'));
        const record = records.get(id) ?? {};
        record[String(change.get('field'))] = change.get('value');
        records.set(id, record);
      });
      sqlite.transaction(() => {
        sqlite.prepare('INSERT INTO document VALUES (?)').run(Buffer.from(library.encodeStateAsUpdate(here)));
        const put = sqlite.prepare(`INSERT INTO meeting VALUES (?, ${columns.map(() => '?').join(', ')})`);
        for (const [id, record] of records) put.run(id, ...columns.map((name) => record[name]));
      })();
    }),
  );
}

function automerge(library: Automerge, { rows, fields }: Size): number {
  const of = (row: number) =>
    Object.fromEntries(numbers(fields).map((field) => [`field${field}`, valueOf(row, field)]));
  const doc = library.from({ meeting: Object.fromEntries(numbers(rows).map((row) => [`row${row}`, of(row)])) });
  const changes = library.getAllChanges(doc);
  return measure(() => library.applyChanges(library.init(), changes));
}

/** Its clock and its tree, with the messages and the rows in SQLite as the program it was made for keeps them. */
function actual({ Timestamp, merkle, makeClock, setClock }: Actual, { rows, fields }: Size, folder: string): number {
  const start = Date.now() - rows * fields;
  const messages = numbers(rows).flatMap((row) =>
    numbers(fields).map((field) => ({
      timestamp: new Timestamp(start + row * fields + field, 0, 'aaaaaaaaaaaaaaaa').toString(),
      row: `row${row}`,
      column: `field${field}`,
      value: valueOf(row, field),
    })),
  );
  const merge = (sqlite: Database.Database) => {
    sqlite.exec(
      `CREATE TABLE messages (timestamp TEXT NOT NULL UNIQUE, dataset TEXT, row TEXT, column TEXT, value BLOB);
       CREATE INDEX messages_search ON messages (dataset, row, column, timestamp);
       CREATE TABLE meeting (id TEXT PRIMARY KEY, ${numbers(fields)
         .map((field) => `field${field} TEXT`)
         .join(', ')})`,
    );
    Timestamp.init({ maxDrift: 86_400_000 });
    setClock(makeClock(new Timestamp(0, 0, 'bbbbbbbbbbbbbbbb')));
    const newest = sqlite.prepare('SELECT max(timestamp) FROM messages WHERE dataset = ? AND row = ? AND column = ?');
    const keep = sqlite.prepare('INSERT INTO messages VALUES (?, ?, ?, ?, ?)');
    const put = numbers(fields).map((field) =>
      sqlite.prepare(
        `INSERT INTO meeting (id, field${field}) VALUES (?, ?) ON CONFLICT DO UPDATE SET field${field} = excluded.field${field}`,
      ),
    );
    let trie = merkle.emptyTrie();
    sqlite.transaction(() => {
      for (const [n, { timestamp, row, column, value }] of messages.entries()) {
        const stamp = Timestamp.parse(timestamp);
        Timestamp.recv(stamp);
        newest.get('meeting', row, column);
        put[n % fields]?.run(row, value);
        keep.run(timestamp, 'meeting', row, column, value);
        trie = merkle.insert(trie, stamp);
      }
      merkle.prune(trie);
    })();
  };
  return measure(() => withFile(folder, merge));
}

/** Our merge against that of each library, of as many fields. */
export function runCrdts(require: NodeJS.Require, size: Size, ours: number, folder: string): Measured[] {
  const libraries: [string, string, (found: unknown) => number][] = [
    ['yjs', 'values only, in memory', (found) => yjs(found as Yjs, size)],
    ['yjs', 'who, when and what before as well, kept in a file', (found) => yjsKept(found as Yjs, size, folder)],
    ['@automerge/automerge', 'values only, in memory', (found) => automerge(found as Automerge, size)],
    ['@actual-app/crdt', 'messages and rows in a file', (found) => actual(found as Actual, size, folder)],
  ];
  return libraries.map(([module_, how, run]) => {
    const name = `merging 100,000 changes / ${module_} with the same fields (${how})`;
    let found: unknown;
    try {
      found = require(module_);
    } catch {
      return { name, ratio: null, detail: `no ${module_} here (NODE_PATH)` };
    }
    const theirs = run(found);
    return { name, ratio: ours / theirs, detail: `${milliseconds(ours)} / ${milliseconds(theirs)} of processor time` };
  });
}
