import type Database from 'better-sqlite3';
import { v7 as newId } from 'uuid';
import { aheadLimit, millisOf, type Clock, type Hlc } from '../../../shared/rules/clock.ts';
import { asList } from '../statements.ts';
import type { Conflicts } from './conflicts.ts';
import type { Registry } from './registry.ts';
import type { Settle } from './settle.ts';
import type { ChangeSet, StoredChange } from './store.ts';

/** What stamping changes anew works on. */
export interface Stamping {
  sqlite: Database.Database;
  registry: Registry;
  clock: Clock;
  settle: Settle;
  conflicts: Conflicts;
  now: () => number;
}

const unsealedChanges = (sqlite: Database.Database): StoredChange[] =>
  sqlite.prepare<[], StoredChange>('SELECT * FROM change WHERE sealed = 0').all();

/** New stamps for old ones, in the old order; `first` comes before `last` where a change needs two. */
function newStamps(clock: Clock, changes: readonly StoredChange[]) {
  const stamps = new Map<Hlc, { first: Hlc; last: Hlc }>();
  const merged = new Set(changes.flatMap(({ sealed, merges, hlc }) => (sealed === 1 && merges !== null ? [hlc] : [])));
  for (const hlc of [...new Set(changes.map((each) => each.hlc))].toSorted()) {
    const first = clock.tick();
    stamps.set(hlc, { first, last: merged.has(hlc) ? clock.tick() : first });
  }
  return {
    stamps,
    of: (hlc: Hlc | null): Hlc | null => (hlc === null ? null : (stamps.get(hlc)?.last ?? hlc)),
  };
}

/** A removal's `seen` and a signature's `covers` hold clocks inside their value. */
const clockPattern = /\d{15}-[0-9a-f]{4}-[0-9a-f]{16}/g;

/**
 * Gives unsealed changes new stamps, and issues sealed ones again under new stamps, all in their old order and above
 * everything that stays. A sealed change is not touched (rule 11): its copy names it in `merges`, with an earlier clock
 * than its own, and by that word it is void wherever both are.
 */
function stampAnew(
  parts: Stamping,
  unsealed: readonly StoredChange[],
  again: readonly StoredChange[],
  stays: Hlc | null,
) {
  const { sqlite, registry, clock, settle, conflicts, now } = parts;
  clock.reset(stays);
  const { stamps, of } = newStamps(clock, [...unsealed, ...again]);
  const rewritten = ({ field, value }: StoredChange): string =>
    field === 'removed' || field === 'covers' ? value.replace(clockPattern, (hlc) => of(hlc) ?? hlc) : value;
  const drop = sqlite.prepare('DELETE FROM change WHERE entity = ? AND row = ? AND field = ? AND hlc = ?');
  const annul = sqlite.prepare('UPDATE change SET void = 1 WHERE entity = ? AND row = ? AND field = ? AND hlc = ?');
  const insert = sqlite.prepare<[Omit<StoredChange, 'current' | 'sealed'>]>(
    `INSERT INTO change (entity, row, field, hlc, changeSet, value, prev, merges, current, sealed)
     VALUES (@entity, @row, @field, @hlc, @changeSet, @value, @prev, @merges, 0, 0)`,
  );
  for (const { entity, row, field, hlc } of unsealed) drop.run(entity, row, field, hlc);
  for (const change of unsealed)
    insert.run({
      ...change,
      hlc: of(change.hlc) ?? change.hlc,
      prev: of(change.prev),
      merges: of(change.merges),
      value: rewritten(change),
    });
  const setFor = copiedSets(sqlite, new Date(now()).toISOString());
  for (const change of again) {
    const { entity, row, field, hlc, merges } = change;
    const { first, last } = stamps.get(hlc) ?? { first: hlc, last: hlc };
    const copy = {
      ...change,
      changeSet: setFor(change.changeSet, last),
      value: rewritten(change),
      prev: of(change.prev),
    };
    annul.run(entity, row, field, hlc);
    // What a merged text had in it stays known by a change before it.
    if (merges !== null) insert.run({ ...copy, hlc: first, merges: of(merges) });
    insert.run({ ...copy, hlc: last, prev: merges === null ? copy.prev : first, merges: hlc });
  }
  for (const sql of [
    'UPDATE change_set SET hlc = @fresh WHERE hlc = @old',
    'UPDATE OR REPLACE conflict SET hlc = @fresh WHERE hlc = @old',
    'UPDATE OR IGNORE seal_queue SET hlc = @fresh WHERE hlc = @old',
  ]) {
    const move = sqlite.prepare(sql);
    for (const [old, { last }] of stamps) move.run({ old, fresh: last });
  }
  const touched = [...unsealed, ...again].filter(({ entity }) => registry.entities.has(entity));
  const { visited } = settle.settleAll(touched);
  conflicts.review(visited.flatMap(({ entity, row, contested }) => contested.map((field) => ({ entity, row, field }))));
}

/** Acts of their own for changes that are issued again, by the same person under the same name; no undo reaches them. */
function copiedSets(sqlite: Database.Database, startedAt: string): (n: number, hlc: Hlc) => number {
  const read = sqlite.prepare<[number], ChangeSet>('SELECT * FROM change_set WHERE n = ?');
  const insert = sqlite.prepare(
    `INSERT INTO change_set (id, device, author, session, kind, label, startedAt, hlc)
     VALUES (@id, @device, @author, '', 'write', @label, @startedAt, @hlc)`,
  );
  const later = sqlite.prepare('UPDATE change_set SET hlc = max(hlc, ?) WHERE n = ?');
  const copies = new Map<number, number>();
  return (n, hlc) => {
    const known = copies.get(n);
    if (known !== undefined) {
      later.run(hlc, known);
      return known;
    }
    const { author, label } = read.get(n) ?? { author: '', label: '' };
    const copy = Number(
      insert.run({ id: newId(), device: hlc.slice(21), author, label, startedAt, hlc }).lastInsertRowid,
    );
    copies.set(n, copy);
    return copy;
  };
}

/** Rule 4 at sealing: unsealed changes get new stamps. Inside a transaction. */
export function stampUnsealed(parts: Stamping) {
  const { sqlite } = parts;
  const stays = sqlite
    .prepare<[], Hlc | null>('SELECT max(hlc) FROM change WHERE sealed = 1 AND void = 0')
    .pluck()
    .get();
  stampAnew(parts, unsealedChanges(sqlite), [], stays ?? null);
}

/** Sealed changes of these devices from more than 24 hours ahead, which partners set aside. */
const sealedAhead = `FROM change_set s JOIN change c ON c.changeSet = s.n
  WHERE s.hlc > @limit AND c.hlc > @limit AND c.sealed = 1 AND c.void = 0
    AND substr(c.hlc, 22) IN (SELECT value FROM json_each(@devices))`;

/** How many changes of these devices are sealed with a clock that is ahead, and when the latest says that it was made. */
export function countAhead(
  sqlite: Database.Database,
  devices: readonly string[],
  now: number,
): { changes: number; latest: string } | null {
  const found = sqlite
    .prepare<[{ limit: Hlc; devices: string }], { changes: number; latest: Hlc | null }>(
      `SELECT count(*) AS changes, max(c.hlc) AS latest ${sealedAhead}`,
    )
    .get({ limit: aheadLimit(now), devices: asList(devices) });
  return found && found.latest !== null
    ? { changes: found.changes, latest: new Date(millisOf(found.latest)).toISOString() }
    : null;
}

/** The same of every device that has any. */
export const aheadByDevice = (
  sqlite: Database.Database,
  now: number,
): { device: string; changes: number; latest: string }[] =>
  sqlite
    .prepare<[{ limit: Hlc }], { device: string; changes: number; latest: Hlc }>(
      `SELECT substr(c.hlc, 22) AS device, count(*) AS changes, max(c.hlc) AS latest
       FROM change_set s JOIN change c ON c.changeSet = s.n
       WHERE s.hlc > @limit AND c.hlc > @limit AND c.sealed = 1 AND c.void = 0 GROUP BY 1`,
    )
    .all({ limit: aheadLimit(now) })
    .map((found) => ({ ...found, latest: new Date(millisOf(found.latest)).toISOString() }));

/**
 * Rule 4 after sealing: what these devices sealed under a clock that ran ahead is issued again under present stamps, with
 * the same values, and our own clock stands right afterwards. Inside a transaction. Returns how many changes.
 */
export function issueAgain(parts: Stamping, devices: readonly string[]): number {
  const { sqlite, clock, now } = parts;
  const limit = aheadLimit(now());
  const again = sqlite
    .prepare<[{ limit: Hlc; devices: string }], StoredChange>(`SELECT c.* ${sealedAhead}`)
    .all({ limit, devices: asList(devices) });
  if (again.length === 0) return 0;
  const stays = sqlite
    .prepare<[Hlc], Hlc | null>('SELECT max(hlc) FROM change WHERE sealed = 1 AND hlc <= ?')
    .pluck()
    .get(limit);
  stampAnew(parts, unsealedChanges(sqlite), again, stays ?? null);
  // The acts that held them no longer say how far our clock is.
  sqlite.prepare('UPDATE change_set SET hlc = ? WHERE hlc > ?').run(clock.last(), limit);
  return again.length;
}
