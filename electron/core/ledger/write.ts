import type { InferInsertModel } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { diff3Merge } from 'node-diff3';
import { v7 as newId } from 'uuid';
import { AppError } from '../../../shared/errors.ts';
import { idPattern } from '../../../shared/ids.ts';
import type { Hlc } from '../../../shared/rules/clock.ts';
import type { Sparse } from '../../../shared/sparse.ts';
import type { Entity, Registry } from './registry.ts';
import type { Row, Rows } from './rows.ts';
import type { Coverage, Signatures } from './signatures.ts';
import type { Store, StoredChange } from './store.ts';
import { packRegister, toCell, unpackRegister, type Cells } from './values.ts';

/** What a page had read when it began to edit: the clock and, for long text, the text itself (rule 2). */
export interface Base {
  clock: Hlc | null;
  text?: string | undefined;
}

type Loose<T> = { [K in keyof T]: undefined extends T[K] ? T[K] | undefined : T[K] };
export type Fresh<T extends SQLiteTable> = Loose<Omit<InferInsertModel<T>, 'id' | 'removed'>> & { id?: string };
export type Patch<T extends SQLiteTable> = Sparse<Omit<InferInsertModel<T>, 'id' | 'removed'>>;

export interface Writer {
  /** A new record; returns its id. */
  insert<T extends SQLiteTable>(table: T, row: Fresh<T>): string;
  /**
   * Changes fields of a record; what is equal already leaves no trace. `base` says, by register, what the page had
   * read: if the field has moved on, long text is merged, anything else is kept as a conflict and the newer value stays.
   * Throws `notFound`, `invalidValue`, `signedLocked`.
   */
  update<T extends SQLiteTable>(table: T, id: string, patch: Patch<T>, base?: Record<string, Base>): void;
  /**
   * Decides between values of one register that nobody knew of each other: `take` is the clock of the one that shall stand,
   * null for the one in force. The new change knows all of them (`merges`), so that everywhere it comes to the conflict is
   * settled; undo opens it again everywhere.
   * @param lost clocks of the values that are not in force
   * @throws `notFound`, `signedLocked`
   */
  decide<T extends SQLiteTable>(
    table: T,
    id: string,
    register: string,
    choice: { take: Hlc | null; lost: readonly Hlc[] },
  ): void;
  /** Takes a record and its parts away; they stay in the ledger and undo brings them back. */
  remove(table: SQLiteTable, id: string): void;
  /** Brings a removed record back, and what it is a part of. */
  restore(table: SQLiteTable, id: string): void;
  /** The clocks of everything the minutes of this meeting print, as they stand at this point of the write. */
  cover(root: string): Coverage;
}

/** One change set in the making. */
export interface Draft {
  hlc: Hlc;
  /** A second clock of the same set, for the value that is asserted again over a stale one. */
  later: () => Hlc;
  /** Change set number; made at the first change so that a write of nothing leaves nothing. */
  set: () => number;
  typing: ((change: StoredChange, value: string) => StoredChange | null) | null;
  touched: { entity: string; row: string; field: string }[];
  /** Fields whose conflicts may be others now: what was decided between, and what was removed or brought back. */
  disputed: { entity: string; row: string; field: string }[];
  /** Rows to be settled once more: owners of parts that were removed or moved, what a decided signature covers. */
  again: { entity: string; row: string }[];
}

const splitWords = (text: string): string[] => text.split(/(\s+)/u);

/** Three-way merge by words; null where both sides changed the same place. */
export function mergeTexts(ours: string, base: string, theirs: string): string | null {
  const regions = diff3Merge(splitWords(ours), splitWords(base), splitWords(theirs), { excludeFalseConflicts: true });
  let merged = '';
  for (const region of regions) {
    if (!region.ok) return null;
    merged += region.ok.join('');
  }
  return merged;
}

export function createWriter(
  registry: Registry,
  rows: Rows,
  store: Store,
  signatures: Signatures,
  draft: Draft,
): Writer {
  const record = (
    entity: Entity,
    row: string,
    field: string,
    value: string,
    prev: Hlc | null,
    extra?: Partial<StoredChange>,
  ) => {
    const before = store.current(entity.name, row, field);
    if (before && draft.typing && extra === undefined && draft.typing(before, value)) {
      draft.touched.push({ entity: entity.name, row, field });
      return;
    }
    const hlc = extra?.hlc ?? draft.hlc;
    const change: StoredChange = {
      entity: entity.name,
      row,
      field,
      hlc,
      changeSet: draft.set(),
      value,
      // Two changes of a field in one set are one change: the first one's `prev` stays.
      prev: prev === hlc ? null : prev,
      merges: null,
      current: 1,
      sealed: 0,
      ...extra,
    };
    store.insert(change);
    if (before && change.current === 1) store.overtake(change);
    draft.touched.push({ entity: entity.name, row, field });
  };

  /** The first value of a field that nothing is known of: nothing to look up, to type on or to overtake. */
  const recordFirst = (entity: Entity, row: string, field: string, value: string) => {
    store.insertFirst({ entity: entity.name, row, field, hlc: draft.hlc, changeSet: draft.set(), value });
    draft.touched.push({ entity: entity.name, row, field });
  };

  const requireLiving = (entity: Entity, id: string) => {
    if (rows.removed(entity, id) !== 0) throw new AppError('notFound', { what: entity.name });
  };

  const existing = (entity: Entity, id: string): Row => {
    const row = rows.get(entity, id);
    if (!row || row.removed === 1) throw new AppError('notFound', { what: entity.name });
    return row;
  };

  const noteOwner = (entity: Entity, row: Row | undefined, register: string) => {
    const owner = entity.owner && row?.[entity.owner.column];
    if (!entity.owner || typeof owner !== 'string') return;
    if (register === 'removed' || register === entity.owner.column)
      draft.again.push({ entity: entity.owner.entity, row: owner });
  };

  const checkReferences = (entity: Entity, cells: Cells) => {
    for (const [name, value] of Object.entries(cells)) {
      const target = entity.columns.get(name)?.references;
      if (!target || typeof value !== 'string') continue;
      const removed = rows.removed(registry.get(target), value);
      if (removed === undefined) throw new AppError('notFound', { what: target }, name);
      // A part of something that was taken away would bring it back on every other device.
      if (removed !== 0 && name === entity.owner?.column) throw new AppError('notFound', { what: target });
    }
  };

  const restoreRow = (entity: Entity, id: string) => {
    const row = rows.get(entity, id);
    if (!row) throw new AppError('notFound', { what: entity.name });
    if (row.removed === 0) return;
    const owner = entity.owner && row[entity.owner.column];
    if (entity.owner && typeof owner === 'string') restoreRow(registry.get(entity.owner.entity), owner);
    signatures.guard(entity, id, 'removed');
    record(entity, id, 'removed', '0', store.newest(entity.name, id, 'removed')?.hlc ?? null);
    draft.disputed.push({ entity: entity.name, row: id, field: 'removed' });
    rows.update(entity, id, { removed: 0 });
  };

  /** A write that had read an older value. Returns what to write instead, or null where the conflict is kept. */
  const reconcile = (entity: Entity, row: Row, register: string, value: string, base: Base): string | null => {
    const current = store.current(entity.name, row.id, register);
    const currentText = row[register];
    const stale = { hlc: draft.hlc, current: 0 as const };
    if (entity.texts.has(register) && base.text !== undefined && typeof currentText === 'string') {
      const mine: unknown = JSON.parse(value);
      const merged = typeof mine === 'string' ? mergeTexts(mine, base.text, currentText) : null;
      if (merged !== null) {
        if (merged === currentText) return null;
        record(entity, row.id, register, value, base.clock, stale);
        record(entity, row.id, register, JSON.stringify(merged), current?.hlc ?? null, {
          hlc: draft.later(),
          merges: draft.hlc,
        });
        return JSON.stringify(merged);
      }
    }
    // Both are kept: ours as a change that lost, theirs asserted again above it, so that every device agrees.
    record(entity, row.id, register, value, base.clock, stale);
    if (current) record(entity, row.id, register, current.value, current.hlc, { hlc: draft.later() });
    draft.disputed.push({ entity: entity.name, row: row.id, field: register });
    return null;
  };

  /** Puts a register's cells into the table, and looks at what hangs on them. */
  const place = (entity: Entity, row: Row, register: string, cells: Cells) => {
    noteOwner(entity, row, register);
    rows.update(entity, row.id, cells);
    // Nothing moves into signed minutes either.
    if (register === entity.owner?.column) signatures.guard(entity, row.id, register);
    if (entity.ruling?.register === register) draft.again.push(...signatures.decidedRows(row.id));
  };

  const removeRow = (entity: Entity, id: string) => {
    signatures.guard(entity, id, 'removed');
    for (const part of rows.parts(entity, id)) if (part.removed === 0) removeRow(part.entity, part.id);
    const seen = Object.fromEntries(
      store.currents(entity.name, id).flatMap((each) => (each.field === 'removed' ? [] : [[each.field, each.hlc]])),
    );
    const prev = store.newest(entity.name, id, 'removed')?.hlc ?? null;
    record(entity, id, 'removed', JSON.stringify({ seen }), prev);
    draft.disputed.push({ entity: entity.name, row: id, field: 'removed' });
    noteOwner(entity, rows.get(entity, id), 'removed');
    rows.update(entity, id, { removed: 1 });
  };

  return {
    insert(table, given) {
      const entity = registry.of(table);
      const values = given as Record<string, unknown>;
      const chosen = values['id'];
      const id = typeof chosen === 'string' ? chosen : newId();
      if (!idPattern.test(id)) throw new AppError('invalidValue', { field: 'id' });
      const cells: Cells = { id, removed: 0 };
      for (const column of entity.columns.values())
        if (column.name !== 'id' && column.name !== 'removed') cells[column.name] = toCell(column, values[column.name]);
      checkReferences(entity, cells);
      // An id of our own making is nowhere; one that was given may be, or its changes may wait for what they need.
      const isKnown = id === chosen && store.knows(entity.name, id);
      if (id === chosen && rows.has(entity, id)) throw new AppError('alreadyThere', { what: entity.name });
      rows.insert(entity, cells);
      if (entity.minutes === 'signature' && entity.owner)
        signatures.index(String(cells[entity.owner.column]), String(cells['covers'] ?? ''));
      signatures.guard(entity, id, null);
      for (const [register, columns] of entity.registers) {
        if (
          register !== 'removed' &&
          columns.every((name) => cells[name] === (entity.columns.get(name)?.default ?? null))
        )
          continue;
        if (isKnown) record(entity, id, register, packRegister(columns, cells), null);
        else recordFirst(entity, id, register, packRegister(columns, cells));
      }
      return id;
    },
    update(table, id, patch, base) {
      const entity = registry.of(table);
      const row = existing(entity, id);
      const cells: Cells = {};
      for (const [name, value] of Object.entries(patch as Record<string, unknown>)) {
        const column = entity.columns.get(name);
        if (!column || name === 'id' || name === 'removed') throw new AppError('invalidValue', { field: name }, name);
        if (value === undefined) continue;
        cells[name] = toCell(column, value);
      }
      checkReferences(entity, cells);
      const registers = new Set(Object.keys(cells).map((name) => entity.registerOf.get(name) ?? name));
      for (const register of registers) {
        const columns = entity.registers.get(register) ?? [register];
        const next = { ...row, ...cells };
        const value = packRegister(columns, next);
        if (value === packRegister(columns, row)) continue;
        signatures.guard(entity, id, register);
        const current = store.current(entity.name, id, register)?.hlc ?? null;
        const read = base?.[register];
        if (read && current !== null && read.clock !== current) {
          const merged = reconcile(entity, row, register, value, read);
          if (merged !== null) rows.update(entity, id, { [register]: JSON.parse(merged) as string });
          continue;
        }
        record(entity, id, register, value, current);
        place(entity, row, register, Object.fromEntries(columns.map((name) => [name, next[name] ?? null])));
      }
    },
    decide(table, id, register, { take, lost }) {
      const entity = registry.of(table);
      const row = existing(entity, id);
      const columns = entity.registers.get(register);
      if (!columns || register === 'removed') throw new AppError('invalidValue', { field: register }, register);
      signatures.guard(entity, id, register);
      const current = store.current(entity.name, id, register);
      const value =
        take === null
          ? (current?.value ?? packRegister(columns, row))
          : store.one(entity.name, id, register, take)?.value;
      const cells = value === undefined ? null : unpackRegister(entity, register, value);
      if (value === undefined || !cells) throw new AppError('notFound', { what: 'conflict' });
      if (take !== null) checkReferences(entity, cells);
      let prev = current?.hlc ?? null;
      for (const merges of lost) {
        const hlc = prev === null || prev < draft.hlc ? draft.hlc : draft.later();
        record(entity, id, register, value, prev, { hlc, merges });
        prev = hlc;
      }
      draft.disputed.push({ entity: entity.name, row: id, field: register });
      place(entity, row, register, cells);
    },
    remove(table, id) {
      const entity = registry.of(table);
      requireLiving(entity, id);
      removeRow(entity, id);
    },
    restore: (table, id) => restoreRow(registry.of(table), id),
    cover: (root) => signatures.cover(root),
  };
}
