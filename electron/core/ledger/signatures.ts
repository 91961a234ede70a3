import type Database from 'better-sqlite3';
import { AppError } from '../../../shared/errors.ts';
import type { Entity, Registry } from './registry.ts';
import type { Rows } from './rows.ts';
import type { Store } from './store.ts';

/** entity → row → register → clock of the value that was signed. */
export type Coverage = Record<string, Record<string, Record<string, string>>>;

/**
 * Rule 8. A signature covers what the minutes print: the covered values stay in force whatever the clocks say, and
 * records that it does not know are displaced. Where the same meeting was signed twice apart, the signature with the
 * smaller clock rules until a person decides, on every machine the same.
 */
export function createSignatures(sqlite: Database.Database, registry: Registry, rows: Rows, store: Store) {
  const signatureEntity = [...registry.entities.values()].find((entity) => entity.minutes === 'signature');
  const parsed = new Map<string, Coverage>();
  const ofRoot =
    signatureEntity &&
    sqlite.prepare<[string], { id: string; covers: string; hash: string }>(
      `SELECT id, covers, hash FROM ${signatureEntity.sqlName} WHERE ${signatureEntity.owner?.column ?? 'id'} = ? AND removed = 0`,
    );

  const isPrinted = (entity: Entity, register?: string): boolean =>
    (entity.minutes === 'printed' || entity.minutes === 'root') &&
    (register === undefined || !entity.free.has(register));

  const ownerId = (entity: Entity, row: string): string | null => {
    if (!entity.owner) return null;
    const stored = rows.get(entity, row)?.[entity.owner.column];
    if (typeof stored === 'string') return stored;
    // A row that still waits for its owner knows it from its changes only.
    const change = store.newest(entity.name, row, entity.registerOf.get(entity.owner.column) ?? entity.owner.column);
    const value: unknown = change ? JSON.parse(change.value) : null;
    return typeof value === 'string' ? value : null;
  };

  /** The meeting a row belongs to: itself, or up the owners. */
  const rootOf = (entity: Entity, row: string): string | null => {
    let at: Entity = entity;
    let id: string | null = row;
    while (id !== null && at.minutes !== 'root') {
      if (!at.owner) return null;
      id = ownerId(at, id);
      at = registry.get(at.owner.entity);
    }
    return id;
  };

  const ruling = (root: string): Coverage | null => {
    if (!ofRoot || !signatureEntity) return null;
    const signed = ofRoot.all(root);
    if (signed.length === 0) return null;
    const clocked = signed.map((row) => ({
      ...row,
      clock: store.newest(signatureEntity.name, row.id, 'covers')?.hlc ?? '',
    }));
    clocked.sort((a, b) => (a.clock === b.clock ? (a.id < b.id ? -1 : 1) : a.clock < b.clock ? -1 : 1));
    const first = clocked[0];
    if (!first) return null;
    const key = `${first.id} ${first.clock}`;
    const known = parsed.get(key);
    if (known) return known;
    const coverage = JSON.parse(first.covers || '{}') as Coverage;
    if (parsed.size > 50) parsed.clear();
    parsed.set(key, coverage);
    return coverage;
  };

  const coverageOf = (entity: Entity, row: string): Coverage | null => {
    if (!isPrinted(entity)) return null;
    const root = rootOf(entity, row);
    return root === null ? null : ruling(root);
  };

  /** Every row that the minutes of this meeting print, removed ones too. */
  const printedRows = (root: string): { entity: Entity; id: string }[] => {
    const found: { entity: Entity; id: string }[] = [];
    const walk = (entity: Entity, id: string) => {
      if (isPrinted(entity)) found.push({ entity, id });
      for (const part of rows.parts(entity, id)) if (part.entity.minutes !== null) walk(part.entity, part.id);
    };
    const rootEntity = [...registry.entities.values()].find((entity) => entity.minutes === 'root');
    if (rootEntity) walk(rootEntity, root);
    return found;
  };

  return {
    rootOf,
    coverageOf,
    printedRows,
    isPrinted,
    isSigned: (root: string): boolean => (ofRoot?.get(root) ?? null) !== null,
    /** The clocks of everything the minutes of this meeting print, as they stand now. */
    cover(root: string): Coverage {
      const coverage: Coverage = {};
      for (const { entity, id } of printedRows(root)) {
        const clocks: Record<string, string> = {};
        for (const change of store.currents(entity.name, id))
          if (isPrinted(entity, change.field)) clocks[change.field] = change.hlc;
        (coverage[entity.name] ??= {})[id] = clocks;
      }
      return coverage;
    },
    /** Refuses a local write of what signed minutes print. Throws `signedLocked`. */
    guard(entity: Entity, row: string, register: string | null) {
      if (entity.minutes === 'signature' && register === 'removed') throw new AppError('signedLocked');
      if (!isPrinted(entity, register ?? undefined)) return;
      const root = rootOf(entity, row);
      if (root !== null && ofRoot && ofRoot.get(root) !== undefined) throw new AppError('signedLocked');
    },
  };
}

export type Signatures = ReturnType<typeof createSignatures>;
