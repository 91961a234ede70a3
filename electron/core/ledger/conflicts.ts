import type Database from 'better-sqlite3';
import { isReissue, knownTo } from './knownTo.ts';
import type { Registry } from './registry.ts';
import type { Settle } from './settle.ts';
import type { Signatures } from './signatures.ts';
import type { Store } from './store.ts';

export type ConflictKind = 'concurrent' | 'displaced' | 'revived';

export interface Conflict {
  entity: string;
  row: string;
  field: string;
  /** Clock of the value that is not in force. */
  hlc: string;
  kind: ConflictKind;
  foundAt: string;
  settledAt: string | null;
}

/** What waits for a decision. Two who came to the same have nothing to decide, as long as it stands. */
export const openConflicts = `(SELECT f.* FROM conflict f WHERE f.settledAt IS NULL AND NOT EXISTS (
  SELECT 1 FROM change l JOIN change k ON k.entity = l.entity AND k.row = l.row AND k.field = l.field
    AND k.current = 1 AND k.hlc <> l.hlc AND k.value = l.value
  WHERE l.entity = f.entity AND l.row = f.row AND l.field = f.field AND l.hlc = f.hlc))`;

/** Finds and keeps the list of values that lost without having been known to the one in force. */
export function createConflicts(
  sqlite: Database.Database,
  registry: Registry,
  store: Store,
  settle: Settle,
  signatures: Signatures,
  now: () => string,
) {
  const add = sqlite.prepare(
    `INSERT INTO conflict (entity, row, field, hlc, kind, foundAt) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET kind = excluded.kind WHERE kind <> excluded.kind`,
  );
  const listed = sqlite.prepare<[string, string, string], Conflict>(
    'SELECT * FROM conflict WHERE entity = ? AND row = ? AND field = ? AND settledAt IS NULL',
  );
  const drop = sqlite.prepare('DELETE FROM conflict WHERE entity = ? AND row = ? AND field = ? AND hlc = ?');
  const settleOne = sqlite.prepare(
    'UPDATE conflict SET settledAt = ? WHERE entity = ? AND row = ? AND field = ? AND hlc = ?',
  );
  const open = sqlite.prepare<[], Conflict>(`SELECT * FROM ${openConflicts} ORDER BY foundAt, hlc`);

  const find = (entityName: string, row: string, field: string): Map<string, ConflictKind> => {
    const entity = registry.get(entityName);
    const found = new Map<string, ConflictKind>();
    const versions = store.versions(entityName, row, field);
    // Rule 8: what minutes said that a person has decided against is decided with them.
    const decided = new Set(
      signatures.decidedAgainst(entity, row, field).flatMap((hlc) => [...knownTo(versions, hlc)]),
    );
    const annulled = new Set(versions.flatMap((version) => (isReissue(version) ? [version.merges] : [])));
    if (field === 'removed') {
      // A removal that did not take effect because of something it had not seen.
      const removal = versions.filter(({ hlc }) => !annulled.has(hlc)).at(-1);
      if (removal && removal.value !== '0' && !settle.isRemovedNow(entity, row) && !decided.has(removal.hlc))
        found.set(removal.hlc, 'revived');
      return found;
    }
    const kind = signatures.isPrinted(entity, field) && signatures.coverageOf(entity, row) ? 'displaced' : 'concurrent';
    // Of a row that signed minutes do not know, every line of thought is displaced.
    const top = settle.isDisplaced(entity, row) ? null : settle.winner(entity, row, field);
    const known = top === null ? new Set<string>() : knownTo(versions, top);
    const lost = versions.filter(({ hlc }) => !known.has(hlc) && !annulled.has(hlc) && !decided.has(hlc));
    for (const version of lost)
      if (!lost.some((other) => other.hlc !== version.hlc && knownTo(versions, other.hlc).has(version.hlc)))
        found.set(version.hlc, kind);
    return found;
  };

  return {
    /** Looks at these fields again: lists what is new, drops what was overtaken. */
    review(fields: Iterable<{ entity: string; row: string; field: string }>) {
      for (const { entity, row, field } of fields) {
        const found = find(entity, row, field);
        for (const old of listed.all(entity, row, field))
          if (!found.has(old.hlc)) drop.run(entity, row, field, old.hlc);
        for (const [hlc, kind] of found) add.run(entity, row, field, hlc, kind, now());
      }
    },
    open: (): Conflict[] => open.all(),
    /** Takes a conflict off the list: somebody has looked and decided. */
    settle: (conflict: Pick<Conflict, 'entity' | 'row' | 'field' | 'hlc'>) =>
      void settleOne.run(now(), conflict.entity, conflict.row, conflict.field, conflict.hlc),
  };
}

export type Conflicts = ReturnType<typeof createConflicts>;
