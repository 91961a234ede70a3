// How receiving and opening grow with the history that is there: 1,000, 10,000, 100,000 and 1,000,000 changes of an agency,
// merged long ago, with their records, their places in the group and their batches. It is written by SQL, in seconds, as a
// merge would have left it; nothing is derived from it. The longest can be set with VICHE_BENCH_HISTORY.
import type Database from 'better-sqlite3';
import { rmSync } from 'node:fs';
import { mergePackage, type OpenedPackage } from '../../electron/core/exchange/receiving/mergePackage.ts';
import { applicationId, schemaVersion } from '../../electron/core/workspace/migrate.ts';
import { openWorkspace } from '../../electron/core/workspace/open.ts';
import { packFor, type Party } from '../fixtures/parties.ts';
import { group } from '../fixtures/partyMeetings.ts';
import {
  encryptedFile,
  fieldsOfOne,
  fileKey,
  now,
  openFile,
  pair,
  partyOver,
  processorTime,
  staged,
  writeChanges,
} from './exchangeParties.ts';
import { milliseconds, type Measured } from './measure.ts';
import { temporaryFolder } from './workspaces.ts';

const longest = Number(process.env['VICHE_BENCH_HISTORY'] ?? 1_000_000);
const sizes = [1_000, 10_000, 100_000, 1_000_000].filter((size) => size <= longest);
const rounds = 7;
const setSize = 500;
const device = 'd'.repeat(16);

/** Puts so many changes of a third agency into a file, as old merges have left them. */
function addHistory(sqlite: Database.Database, changes: number) {
  const records = Math.round(changes / fieldsOfOne);
  const numbers = `WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < @count)`;
  const id = "printf('history-%09d', i)";
  const clock = `printf('%015d-0000-${device}', @time + i / ${setSize})`;
  const insert = (sql: string, count: number) =>
    sqlite.prepare(sql).run({ count, time: Date.UTC(2026, 5, 1), group, first: 1_000_000 });
  sqlite.function('ledger_open', () => 1);
  sqlite.transaction(() => {
    insert(
      `${numbers} INSERT INTO change_set (n, id, device, author, kind, label, startedAt, hlc)
       SELECT @first + i, printf('history-%d', i), '${device}', 'person-d', 'received', 'bench', '2026-06-01T00:00:00.000Z',
         printf('%015d-0000-${device}', @time + i) FROM n`,
      Math.ceil(records / setSize),
    );
    insert(
      `${numbers} INSERT INTO meeting (id, groupId, title, place, number, heldOn)
       SELECT ${id}, @group, 'Засідання ' || i, 'м. Полтава', i, '2026-06-01' FROM n`,
      records,
    );
    insert(
      `${numbers}, f(field, value) AS (VALUES ('removed', '0'), ('groupId', json_quote(@group)), ('title', '"Засідання"'),
         ('place', '"м. Полтава"'), ('number', '"1"'), ('heldOn', '"2026-06-01"'))
       INSERT INTO change (entity, row, field, hlc, changeSet, value, current, sealed)
       SELECT 'meeting', ${id}, f.field, ${clock}, @first + i / ${setSize}, f.value, 1, 1 FROM n CROSS JOIN f`,
      records,
    );
    insert(`${numbers} INSERT INTO scope_row (scope, entity, row) SELECT @group, 'meeting', ${id} FROM n`, records);
    insert(
      `${numbers} INSERT INTO batch (device, scope, base, upto, origin, signer, state, changes, sha256, crc, size, signature, content)
       SELECT '${device}', @group, i * 2000, (i + 1) * 2000, 'agency-d', '', 'merged', 2000, printf('%064d', i), 0, 700000,
         zeroblob(64), randomblob(150000) FROM n`,
      Math.ceil(changes / 2000),
    );
    sqlite
      .prepare('INSERT INTO stream (device, scope, origin, upto) VALUES (?, ?, ?, ?)')
      .run(device, group, 'agency-d', Math.ceil(changes / 2000) * 2000);
  })();
}

/** The least processor time of merging a package, each time taken back. */
function merging(party: Party, opened: OpenedPackage): number {
  const how = { own: party.agencyId, author: party.author, join: [], now: now() };
  return Math.min(
    ...Array.from({ length: rounds }, () =>
      processorTime(() => {
        party.sqlite.exec('BEGIN IMMEDIATE');
        mergePackage(party, opened, how);
        party.sqlite.exec('ROLLBACK');
      }),
    ),
  );
}

/** The least processor time of opening the workspace as the program does, after a first time. */
async function opening(path: string): Promise<number> {
  const kept = new Map<string, unknown>();
  const installation = {
    get: (name: string) => kept.get(name),
    set: (name: string, value: unknown) => void kept.set(name, value),
  };
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round <= rounds; round += 1) {
    const before = process.cpuUsage();
    const workspace = await openWorkspace({ path, key: fileKey, installation, door: 'bench', now: Date.now });
    const { user, system } = process.cpuUsage(before);
    workspace.close();
    if (round > 0) least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

/** What a file says where everything derived is as it should be, so that nothing is made at the first opening. */
async function derivedStates(folder: string, path: string): Promise<unknown[][]> {
  const sqlite = openFile(folder, path);
  const { name } = sqlite;
  sqlite.close();
  await opening(name);
  const opened = openFile(folder, name);
  const states = opened.prepare('SELECT * FROM derived_state').raw().all() as unknown[][];
  opened.close();
  return states;
}

/** Growth of a merge of 1,000 changes and of opening with the history that is there. */
export async function run(): Promise<Measured[]> {
  const { folder, remove } = temporaryFolder('viche-bench-growth-');
  try {
    const { a, b } = pair();
    b.sqlite.pragma(`user_version = ${schemaVersion}`);
    b.sqlite.pragma(`application_id = ${applicationId}`);
    const path = encryptedFile(folder, 'growth', b);
    const states = await derivedStates(folder, path);
    writeChanges(a, 1_000);
    const opened = staged(packFor(a, b));
    const times: { size: number; merge: number; open: number }[] = [];
    for (const size of sizes) {
      const sqlite = openFile(folder, path);
      const file = sqlite.name;
      addHistory(sqlite, size);
      const put = sqlite.prepare('INSERT OR REPLACE INTO derived_state VALUES (?, ?)');
      for (const state of states) put.run(...state);
      const merge = merging(partyOver(b, sqlite), opened);
      sqlite.pragma('wal_checkpoint(TRUNCATE)');
      sqlite.close();
      times.push({ size, merge, open: await opening(file) });
      rmSync(file, { force: true });
    }
    const [first] = times;
    if (!first) return [];
    return times.slice(1).flatMap(({ size, merge, open }) => {
      const what = `${size.toLocaleString('en')} changes of history / of 1,000`;
      return [
        {
          name: `merging 1,000 changes into ${what}`,
          ratio: merge / first.merge,
          detail: `${milliseconds(merge)} / ${milliseconds(first.merge)} of processor time`,
        },
        {
          name: `opening a workspace with ${what}`,
          ratio: open / first.open,
          detail: `${milliseconds(open)} / ${milliseconds(first.open)} of processor time`,
        },
      ];
    });
  } finally {
    remove();
  }
}
