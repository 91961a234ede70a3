import type Database from 'better-sqlite3';
import type { Registry } from './registry.ts';
import type { Settle } from './settle.ts';
import type { Signatures } from './signatures.ts';
import type { Store, StoredChange } from './store.ts';

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

/** The changes that `top` knew of, by `prev` and, for merged texts, `merges` (rule 1). */
function ancestors(versions: readonly StoredChange[], top: string): Set<string> {
  const byClock = new Map(versions.map((version) => [version.hlc, version]));
  const known = new Set<string>();
  const queue = [top];
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    if (known.has(at)) continue;
    known.add(at);
    const version = byClock.get(at);
    if (version?.prev) queue.push(version.prev);
    if (version?.merges) queue.push(version.merges);
  }
  return known;
}

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
    'INSERT INTO conflict (entity, row, field, hlc, kind, foundAt) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const listed = sqlite.prepare<[string, string, string], Conflict>(
    'SELECT * FROM conflict WHERE entity = ? AND row = ? AND field = ? AND settledAt IS NULL',
  );
  const drop = sqlite.prepare('DELETE FROM conflict WHERE entity = ? AND row = ? AND field = ? AND hlc = ?');
  const settleOne = sqlite.prepare(
    'UPDATE conflict SET settledAt = ? WHERE entity = ? AND row = ? AND field = ? AND hlc = ?',
  );
  const open = sqlite.prepare<[], Conflict>('SELECT * FROM conflict WHERE settledAt IS NULL ORDER BY foundAt, hlc');

  const find = (entityName: string, row: string, field: string): Map<string, ConflictKind> => {
    const entity = registry.get(entityName);
    const found = new Map<string, ConflictKind>();
    const versions = store.versions(entityName, row, field);
    if (field === 'removed') {
      // A removal that did not take effect because of something it had not seen.
      const removal = versions.at(-1);
      if (removal && removal.value !== '0' && !settle.isRemovedNow(entity, row)) found.set(removal.hlc, 'revived');
      return found;
    }
    const kind = signatures.isPrinted(entity, field) && signatures.coverageOf(entity, row) ? 'displaced' : 'concurrent';
    // Of a row that signed minutes do not know, every line of thought is displaced.
    const top = settle.isDisplaced(entity, row) ? null : settle.winner(entity, row, field);
    const known = top === null ? new Set<string>() : ancestors(versions, top);
    const lost = versions.filter((version) => !known.has(version.hlc));
    for (const version of lost)
      if (!lost.some((other) => other.hlc !== version.hlc && ancestors(versions, other.hlc).has(version.hlc)))
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
