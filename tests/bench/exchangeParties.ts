import Database from 'better-sqlite3';
import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { registry } from '../../electron/core/entities.ts';
import type { OpenedPackage } from '../../electron/core/exchange/receiving/mergePackage.ts';
import { unpackBatch } from '../../electron/core/exchange/sealing/batch.ts';
import { createLedger } from '../../electron/core/ledger/ledger.ts';
import { meeting } from '../../electron/core/meetings/tables.ts';
import { openDatabase } from '../../electron/core/workspace/database.ts';
import { makeParty, passOn, trustAll, type Parcel, type Party } from '../fixtures/parties.ts';
import { group, makeGroup } from '../fixtures/partyMeetings.ts';

/** Fields that a meeting of the bench is born with, the mark that it is not removed among them. */
export const fieldsOfOne = 6;

/** Nobody has reason to guess it: generated words only. */
export const fileKey = '0123456789abcdef'.repeat(6);

let time = Date.UTC(2026, 10, 22);
export const now = () => (time += 1);

/** Two agencies that believe each other, share a group and have both heard of each other; in memory. */
export function pair(): { a: Party; b: Party } {
  const [a, b] = [makeParty('a', now), makeParty('b', now)];
  trustAll([a, b]);
  makeGroup(a, [b.agencyId]);
  passOn(a, b);
  passOn(b, a);
  return { a, b };
}

/** Writes meetings until there are so many changes more; returns their ids. */
export function writeChanges(by: Party, changes: number): string[] {
  const ids: string[] = [];
  for (let left = Math.round(changes / fieldsOfOne); left > 0; left -= 500)
    by.ledger.write(by.author, { label: 'bench' }, (w) => {
      for (let n = 0; n < Math.min(left, 500); n += 1)
        ids.push(
          w.insert(meeting, {
            groupId: group,
            title: `Засідання ${left - n}`,
            place: 'м. Полтава',
            number: `${n}`,
            heldOn: '2026-11-12',
          }),
        );
    });
  return ids;
}

/** Gives each of these meetings another title. */
export function editTitles(by: Party, ids: readonly string[]) {
  for (let from = 0; from < ids.length; from += 500)
    by.ledger.write(by.author, { label: 'bench' }, (w) => {
      for (const id of ids.slice(from, from + 500))
        w.update(meeting, id, { title: `Змінене засідання ${id.slice(-6)}` });
    });
}

/** The package as it is staged: each batch is unpacked when its turn comes, which is part of the merge. */
export const staged = (parcel: Parcel): OpenedPackage => {
  const packed = parcel.batches.map(({ file: _, ...rest }) => rest);
  return {
    ...parcel,
    batches: {
      *[Symbol.iterator]() {
        for (const batch of packed) yield { ...batch, file: unpackBatch(batch) };
      },
    },
  };
};

/** A party's database as an encrypted file, as a workspace is one. */
export function encryptedFile(folder: string, name: string, { sqlite }: Party): string {
  const path = join(folder, `${name}.viche`);
  writeFileSync(path, sqlite.serialize());
  const plain = new Database(path);
  plain.pragma("cipher='sqlcipher'");
  plain.pragma('legacy=4');
  plain.pragma(`rekey="x'${fileKey}'"`);
  plain.close();
  return path;
}

let copies = 0;

/** Opens a copy of such a file as the program opens a workspace, for whose it is or for nobody. */
export function openFile(folder: string, path: string): Database.Database {
  copies += 1;
  const copy = join(folder, `copy-${copies}.viche`);
  copyFileSync(path, copy);
  const sqlite = openDatabase(copy, fileKey);
  sqlite.pragma('journal_mode = WAL');
  sqlite.pragma('synchronous = FULL');
  return sqlite;
}

/** The same party over such a file; nothing is derived from its records, as of what it is held against. */
export function partyOver(of: Party, sqlite: Database.Database): Party {
  const ledger = createLedger({
    sqlite,
    registry,
    device: of.ledger.device,
    now,
    derived: [],
    withinTransaction: true,
  });
  return { ...of, sqlite, ledger };
}

/** Milliseconds of processor time that a work takes, in all threads: other work of the machine does not count. */
export function processorTime(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
