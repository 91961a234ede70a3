import Database from 'better-sqlite3';
import { milliseconds, type Measured } from './measure.ts';

interface Size {
  rows: number;
  fields: number;
}

/** What of these libraries the bench uses; they are no part of the program and are found by NODE_PATH. */
interface YMap {
  set(key: string, value: unknown): void;
}
interface Yjs {
  Doc: new () => { getMap(name: string): YMap; transact(work: () => void): void };
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

const measure = (work: () => unknown): number => {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 3; round += 1) {
    const start = performance.now();
    work();
    best = Math.min(best, performance.now() - start);
  }
  return best;
};

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

function automerge(library: Automerge, { rows, fields }: Size): number {
  const of = (row: number) =>
    Object.fromEntries(numbers(fields).map((field) => [`field${field}`, valueOf(row, field)]));
  const doc = library.from({ meeting: Object.fromEntries(numbers(rows).map((row) => [`row${row}`, of(row)])) });
  const changes = library.getAllChanges(doc);
  return measure(() => library.applyChanges(library.init(), changes));
}

/** Its clock and its tree, with the messages and the rows in SQLite as the program it was made for keeps them. */
function actual({ Timestamp, merkle, makeClock, setClock }: Actual, { rows, fields }: Size): number {
  const start = Date.now() - rows * fields;
  const messages = numbers(rows).flatMap((row) =>
    numbers(fields).map((field) => ({
      timestamp: new Timestamp(start + row * fields + field, 0, 'aaaaaaaaaaaaaaaa').toString(),
      row: `row${row}`,
      column: `field${field}`,
      value: valueOf(row, field),
    })),
  );
  return measure(() => {
    const sqlite = new Database(':memory:');
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
    sqlite.close();
  });
}

/** Our merge against that of each library, of as many fields. */
export function runCrdts(require: NodeJS.Require, size: Size, ours: number): Measured[] {
  const libraries: [string, (found: unknown) => number][] = [
    ['yjs', (found) => yjs(found as Yjs, size)],
    ['@automerge/automerge', (found) => automerge(found as Automerge, size)],
    ['@actual-app/crdt', (found) => actual(found as Actual, size)],
  ];
  return libraries.map(([module_, run]) => {
    const name = `merging 100,000 changes / ${module_} with the same fields`;
    let found: unknown;
    try {
      found = require(module_);
    } catch {
      return { name, ratio: null, detail: `no ${module_} here (NODE_PATH)` };
    }
    const theirs = run(found);
    return { name, ratio: ours / theirs, detail: `${milliseconds(ours)} / ${milliseconds(theirs)}` };
  });
}
