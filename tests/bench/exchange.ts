import { spawnSync } from 'node:child_process';
import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { registry } from '../../electron/core/entities.ts';
import type { OpenedPackage } from '../../electron/core/exchange/receiving/mergePackage.ts';
import { writePackage } from '../../electron/core/exchange/package/writePackage.ts';
import { createLedger } from '../../electron/core/ledger/ledger.ts';
import { meeting } from '../../electron/core/meetings/tables.ts';
import { makeAgency as makeKeys, partsFor } from '../fixtures/packages.ts';
import { makeParty, mergeAt, openCopy, packFor, passOn, trustAll, type Party } from '../fixtures/parties.ts';
import { group, makeGroup } from '../fixtures/partyMeetings.ts';
import { runCrdts } from './crdts.ts';
import { inTurn, milliseconds, type Measured } from './measure.ts';
import { temporaryFolder } from './workspaces.ts';

/** Fields that a meeting of the bench is born with, the mark that it is not removed among them. */
const fieldsOfOne = 6;
/** As long a history as the issue asks, or a shorter one where somebody says so. */
const history = Number(process.env['VICHE_BENCH_HISTORY'] ?? 1_000_000);

let now = Date.UTC(2026, 10, 22);

function pair(): { a: Party; b: Party } {
  const clock = () => (now += 1);
  const [a, b] = [makeParty('a', clock), makeParty('b', clock)];
  trustAll([a, b]);
  makeGroup(a, [b.agencyId]);
  passOn(a, b);
  passOn(b, a);
  return { a, b };
}

/** Writes meetings until there are so many changes more. */
function writeChanges(by: Party, changes: number) {
  for (let left = Math.round(changes / fieldsOfOne); left > 0; left -= 500)
    by.ledger.write(by.author, { label: 'bench' }, (w) => {
      for (let n = 0; n < Math.min(left, 500); n += 1)
        w.insert(meeting, {
          groupId: group,
          title: `Засідання ${left - n}`,
          place: 'м. Полтава',
          number: `${n}`,
          heldOn: '2026-11-12',
        });
    });
}

const timed = (work: () => unknown): number => {
  const start = performance.now();
  work();
  return performance.now() - start;
};

/** Puts every row that a merge has left into an empty database, by prepared statements in one transaction. */
function insertRaw({ sqlite: from }: Party): () => void {
  const { sqlite } = makeParty('c', () => now);
  const names = from
    .prepare<[], string>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name IN ('change', 'change_set', 'meeting', 'scope_row', 'batch')",
    )
    .pluck()
    .all();
  for (const trigger of sqlite
    .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
    .pluck()
    .all())
    sqlite.exec(`DROP TRIGGER ${trigger}`);
  sqlite.pragma('foreign_keys = OFF');
  const tables = names.map((name) => ({
    name,
    rows: from.prepare(`SELECT * FROM ${name}`).raw().all() as unknown[][],
  }));
  return () =>
    sqlite.transaction(() => {
      for (const { name, rows } of tables) {
        sqlite.exec(`DELETE FROM ${name}`);
        const put = sqlite.prepare(`INSERT INTO ${name} VALUES (${(rows[0] ?? []).map(() => '?').join(', ')})`);
        for (const row of rows) put.run(...row);
      }
    })();
}

/** A merge of so many changes into a workspace that knows the group; as often as asked, each time into a fresh copy. */
function merging(changes: number): { merge: () => number; merged: () => Party; opened: OpenedPackage } {
  const { a, b } = pair();
  writeChanges(a, changes);
  const opened = packFor(a, b);
  const before = b.sqlite.serialize();
  let last = b;
  return {
    opened,
    merged: () => last,
    merge: () => {
      last = openCopy(b, before, 'b');
      return timed(() => mergeAt(last, opened));
    },
  };
}

async function packing(folder: string, { batches }: OpenedPackage): Promise<Measured> {
  const name = 'making a package of 100,000 changes / zip and age with the same bytes';
  if (spawnSync('age', ['--version']).status !== 0 || spawnSync('zip', ['-v']).status !== 0)
    return { name, ratio: null, detail: 'no age or zip here' };
  const [from, to] = [await makeKeys(1), await makeKeys(2)];
  const files = join(folder, 'batches');
  mkdirSync(files);
  for (const [n, { file }] of batches.entries()) writeFileSync(join(files, `${n}.ndjson`), file);
  const [zipped, sealed] = [join(folder, 'all.zip'), join(folder, 'all.age')];
  const stock = () => {
    spawnSync('zip', ['-q', '-r', zipped, files]);
    spawnSync('age', ['-r', to.recipient, '-r', from.recipient, '-o', sealed, zipped]);
  };
  const ours = () =>
    writePackage({
      manifest: partsFor(from, to),
      batches: batches.map(({ size, sha256, crc, signature, content }) => ({
        size,
        sha256,
        crc,
        signature,
        packedSize: content.length,
        content: () => content,
      })),
      attachments: [],
      recipients: [to.recipient, from.recipient],
      sign: (bytes) => from.sign(bytes),
      out: createWriteStream(join(folder, 'ours.viche-package')),
    });
  const { ours: mine, other, ratio } = await inTurn(3, ours, stock);
  return { name, ratio, detail: `${milliseconds(mine)} / ${milliseconds(other)}` };
}

/** Merging 1,000 changes, and opening, with a long history and with a short one. */
async function growth(): Promise<Measured[]> {
  const withHistory = (changes: number) => {
    const { a, b } = pair();
    for (let left = changes; left > 0; left -= 100_000) {
      writeChanges(a, Math.min(left, 100_000));
      passOn(a, b);
    }
    passOn(b, a);
    return {
      merge: () => {
        writeChanges(a, 1000);
        const opened = packFor(a, b);
        return timed(() => mergeAt(b, opened));
      },
      open: () => createLedger({ sqlite: b.sqlite, registry, device: b.ledger.device, now: () => now, derived: [] }),
    };
  };
  const [long, short] = [withHistory(history), withHistory(1000)];
  const times: [number[], number[]] = [[], []];
  for (let round = 0; round < 7; round += 1) {
    times[0].push(long.merge());
    times[1].push(short.merge());
  }
  const least = (values: readonly number[]) => Math.min(...values);
  const opening = await inTurn(9, long.open, short.open);
  const what = `${history.toLocaleString('en')} changes / of 1,000`;
  return [
    {
      name: `merging 1,000 changes into a history of ${what}`,
      ratio: least(times[0]) / least(times[1]),
      detail: `${milliseconds(least(times[0]))} / ${milliseconds(least(times[1]))}`,
    },
    {
      name: `opening the ledger over a history of ${what}`,
      ratio: opening.ratio,
      detail: `${milliseconds(opening.ours)} / ${milliseconds(opening.other)}`,
    },
  ];
}

/** Merge against raw insertion and against libraries of the kind, packages against stock tools, growth of history. */
export async function run(): Promise<Measured[]> {
  const { folder, remove } = temporaryFolder('viche-bench-exchange-');
  try {
    const large = merging(100_000);
    const times = [large.merge(), large.merge(), large.merge()];
    const ours = Math.min(...times);
    const raw = insertRaw(large.merged());
    const limit = Math.min(timed(raw), timed(raw), timed(raw));
    const small = merging(10_000);
    const tenth = Math.min(small.merge(), small.merge(), small.merge());
    const rows = Math.round(100_000 / fieldsOfOne);
    return [
      {
        name: 'merging 100,000 changes / inserting the same rows raw with better-sqlite3',
        ratio: ours / limit,
        detail: `${milliseconds(ours)} / ${milliseconds(limit)}`,
      },
      {
        name: 'merging 100,000 changes / ten times merging 10,000',
        ratio: ours / (10 * tenth),
        detail: `${milliseconds(ours)} / ${milliseconds(10 * tenth)}`,
      },
      ...runCrdts(createRequire(import.meta.url), { rows, fields: fieldsOfOne }, ours),
      await packing(folder, large.opened),
      ...(await growth()),
    ];
  } finally {
    remove();
  }
}
