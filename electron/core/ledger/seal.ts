import type Database from 'better-sqlite3';
import { isAhead, type Clock, type Hlc } from '../../../shared/rules/clock.ts';
import type { Registry } from './registry.ts';
import type { Settle } from './settle.ts';

interface Unsealed {
  entity: string;
  row: string;
  field: string;
  hlc: Hlc;
  value: string;
  prev: Hlc | null;
  merges: Hlc | null;
  changeSet: number;
}

/** Seals all changes, whatever their scope, with rule 4 before it. Returns how many. Inside a transaction. */
export function sealChanges(
  sqlite: Database.Database,
  registry: Registry,
  clock: Clock,
  settle: Settle,
  now: () => number,
): number {
  setClockRight(sqlite, registry, clock, settle, now);
  return sqlite.prepare('UPDATE change SET sealed = 1 WHERE sealed = 0').run().changes;
}

/**
 * Rule 4 at sealing: where our own clock stands more than 24 h ahead of the wall clock, unsealed changes get new stamps
 * in their old order, above everything that stays. Inside a transaction.
 */
export function setClockRight(
  sqlite: Database.Database,
  registry: Registry,
  clock: Clock,
  settle: Settle,
  now: () => number,
) {
  const last = clock.last();
  if (last !== null && isAhead(last, now())) stampAnew(sqlite, registry, clock, settle);
}

function stampAnew(sqlite: Database.Database, registry: Registry, clock: Clock, settle: Settle) {
  const unsealed = sqlite.prepare<[], Unsealed>('SELECT * FROM change WHERE sealed = 0 ORDER BY hlc').all();
  const stays = sqlite.prepare<[], Hlc | null>('SELECT max(hlc) FROM change WHERE sealed = 1').pluck().get() ?? null;
  clock.reset(stays);
  const stamps = new Map<Hlc, Hlc>();
  for (const { hlc } of unsealed) if (!stamps.has(hlc)) stamps.set(hlc, clock.tick());
  const renewed = (hlc: Hlc | null): Hlc | null => (hlc === null ? null : (stamps.get(hlc) ?? hlc));
  // A removal's `seen` and a signature's `covers` hold clocks inside their value.
  const pattern = /\d{15}-[0-9a-f]{4}-[0-9a-f]{16}/g;
  const rewritten = (change: Unsealed): string =>
    change.field === 'removed' || change.field === 'covers'
      ? change.value.replace(pattern, (hlc) => stamps.get(hlc) ?? hlc)
      : change.value;
  const drop = sqlite.prepare('DELETE FROM change WHERE entity = ? AND row = ? AND field = ? AND hlc = ?');
  const insert = sqlite.prepare(
    `INSERT INTO change (entity, row, field, hlc, changeSet, value, prev, merges, current, sealed)
     VALUES (@entity, @row, @field, @hlc, @changeSet, @value, @prev, @merges, 0, 0)`,
  );
  for (const change of unsealed) drop.run(change.entity, change.row, change.field, change.hlc);
  for (const change of unsealed)
    insert.run({
      ...change,
      hlc: renewed(change.hlc),
      prev: renewed(change.prev),
      merges: renewed(change.merges),
      value: rewritten(change),
    });
  const moveSet = sqlite.prepare('UPDATE change_set SET hlc = ? WHERE hlc = ?');
  for (const [old, fresh] of stamps) moveSet.run(fresh, old);
  const conflict = sqlite.prepare('UPDATE OR REPLACE conflict SET hlc = ? WHERE hlc = ?');
  for (const [old, fresh] of stamps) conflict.run(fresh, old);
  settle.settleAll(unsealed.filter(({ entity }) => registry.entities.has(entity)));
}
