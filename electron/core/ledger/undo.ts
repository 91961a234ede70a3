import type Database from 'better-sqlite3';
import { AppError } from '../../../shared/errors.ts';
import type { Registry } from './registry.ts';
import type { Rows } from './rows.ts';
import type { Signatures } from './signatures.ts';
import type { Settle } from './settle.ts';
import type { ChangeSet, Store, StoredChange } from './store.ts';
import type { Draft } from './write.ts';

/** What an undo or redo came to. */
export interface Undone {
  changeSet: string;
  label: string;
  /** Fields that others have changed since and that were therefore left alone (rule 7). */
  skipped: { entity: string; row: string; field: string }[];
}

/** An inverse as it was written: what was left alone, and the rows that changed with it. */
interface Inverted {
  skipped: Undone['skipped'];
  changed: Map<string, Set<string>>;
  /** Rows that the set had not touched and that were looked at again. */
  others: { entity: string; row: string; contested: string[] }[];
}

export type Reversal = Undone & Omit<Inverted, 'skipped'>;

export function createUndo(
  sqlite: Database.Database,
  registry: Registry,
  rows: Rows,
  store: Store,
  signatures: Signatures,
  settle: Settle,
) {
  const last = sqlite.prepare<[string], ChangeSet>(
    `SELECT * FROM change_set WHERE session = ? AND kind IN ('write', 'typing', 'redo') AND state = 'done' ORDER BY n DESC LIMIT 1`,
  );
  const lastUndone = sqlite.prepare<[string], ChangeSet>(
    `SELECT u.* FROM change_set u JOIN change_set o ON o.id = u.undoes
     WHERE u.session = ? AND u.kind = 'undo' AND u.state = 'done' AND o.state = 'undone' ORDER BY u.n DESC LIMIT 1`,
  );
  const setState = sqlite.prepare('UPDATE change_set SET state = ? WHERE id = ?');
  const forget = sqlite.prepare(
    `UPDATE change_set SET state = 'final' WHERE session = ? AND kind IN ('write', 'typing', 'redo') AND state = 'undone'`,
  );

  const keyOf = ({ entity, row, field }: Pick<StoredChange, 'entity' | 'row' | 'field'>) => `${entity} ${row} ${field}`;

  /** What stood before a set of changes touched a field, and the set's first change of it. */
  const beforeSet = (change: StoredChange): { first: StoredChange; before: StoredChange | undefined } => {
    let first = change;
    for (;;) {
      const before = first.prev === null ? undefined : store.one(first.entity, first.row, first.field, first.prev);
      if (before?.changeSet !== change.changeSet) return { first, before };
      first = before;
    }
  };

  /** Whether a set, from its last change of a field back to its first, merged what others had written (rule 1). */
  const mergesOthers = (newest: StoredChange, first: StoredChange): boolean => {
    let at: StoredChange | undefined = newest;
    while (at) {
      const { entity, row, field, merges, prev, hlc }: StoredChange = at;
      if (merges !== null && store.one(entity, row, field, merges)?.changeSet !== newest.changeSet) return true;
      at = hlc === first.hlc || prev === null ? undefined : store.one(entity, row, field, prev);
    }
    return false;
  };

  /**
   * Which change a value comes from: an undo or redo puts back what stood before the change that it takes back, so that
   * after it the next older act can be undone, too. Sets are read once each: an import has tens of thousands of changes.
   */
  const createOrigins = () => {
    const sets = new Map<string, Map<string, StoredChange>>();
    const inSet = (id: string): Map<string, StoredChange> => {
      let changes = sets.get(id);
      if (changes) return changes;
      sets.set(id, (changes = new Map()));
      const set = store.setById(id);
      for (const change of set ? store.bySet(set.n) : []) {
        const other = changes.get(keyOf(change));
        // In one set a value may stand above a stale one (rule 2).
        if (!other || other.hlc < change.hlc) changes.set(keyOf(change), change);
      }
      return changes;
    };
    /** The change that the value was first written by; null: it is the one that the record had before any. */
    return (change: StoredChange): StoredChange | null => {
      let at = change;
      for (;;) {
        const set = store.setByNumber(at.changeSet);
        const taken = set?.undoes ? inSet(set.undoes).get(keyOf(at)) : undefined;
        if (!taken) return at;
        const { before, first } = beforeSet(taken);
        if (!before) return first.prev === null ? null : at;
        at = before;
      }
    };
  };

  /** Writes the inverse of a change set into `draft`. */
  const invert = (set: ChangeSet, draft: Draft): Inverted => {
    const originOf = createOrigins();
    const skipped: Undone['skipped'] = [];
    const settled = new Map<string, { entity: string; row: string }>();
    const changes = store.bySet(set.n);
    const born = new Set(
      changes
        .filter(({ field, prev }) => field === 'removed' && prev === null)
        .map(({ entity, row }) => `${entity} ${row}`),
    );
    // The changes of a set come row by row: what is in force in a row is read once.
    let inForce = { key: '', fields: new Map<string, StoredChange>() };
    const inForceIn = (name: string, row: string) => {
      const key = `${name} ${row}`;
      if (inForce.key !== key)
        inForce = { key, fields: new Map(store.currents(name, row).map((each) => [each.field, each])) };
      return inForce.fields;
    };
    for (const change of changes) {
      const { entity: name, row, field } = change;
      const entity = registry.get(name);
      const current = inForceIn(name, row).get(field);
      const stands = current && (current.hlc === change.hlc || originOf(current)?.hlc === originOf(change)?.hlc);
      if (!stands) {
        // In one set a value may stand above a stale one (rule 2); only what is in force is undone.
        const by = current ? store.setByNumber(current.changeSet) : undefined;
        if (by && by.session !== set.session) skipped.push({ entity: name, row, field });
        continue;
      }
      signatures.guard(entity, row, field);
      const { first, before } = beforeSet(change);
      let value = before?.value ?? null;
      if (field === 'removed' && (value === null || value !== '0')) {
        // The inverse of a birth is a removal that has seen all there is; so is that of a restoration.
        const seen = Object.fromEntries(
          [...inForceIn(name, row).values()].flatMap((each) =>
            each.field === 'removed' ? [] : [[each.field, each.hlc]],
          ),
        );
        value = JSON.stringify({ seen });
      } else if (value === null) {
        // A field first filled by this set: back to its default; a birth's fields stay for the redo.
        if (born.has(`${name} ${row}`)) continue;
        const columns = entity.registers.get(field) ?? [field];
        const defaults = columns.map((column) => [column, entity.columns.get(column)?.default ?? null] as const);
        value = JSON.stringify(columns.length === 1 ? (defaults[0]?.[1] ?? null) : Object.fromEntries(defaults));
      }
      const inverse: StoredChange = {
        entity: name,
        row,
        field,
        hlc: draft.hlc,
        changeSet: draft.set(),
        value,
        prev: current.hlc,
        // What the set had decided between is as open again as it was.
        merges: mergesOthers(change, first) ? first.hlc : null,
        current: 1,
        sealed: 0,
      };
      if (inverse.merges !== null || field === 'removed') draft.disputed.push({ entity: name, row, field });
      store.insert(inverse);
      store.overtake(inverse);
      inForceIn(name, row).set(field, inverse);
      draft.touched.push({ entity: name, row, field });
      settled.set(`${name} ${row}`, { entity: name, row });
    }
    // Parts before owners: a removal of an owner looks at its living parts.
    const depth = (name: string): number => {
      const owner = registry.get(name).owner;
      return owner ? 1 + depth(owner.entity) : 0;
    };
    const { changed, visited } = settle.settleAll(
      [...settled.values()].toSorted((a, b) => depth(b.entity) - depth(a.entity)),
    );
    return { skipped, changed, others: visited.filter((each) => !settled.has(`${each.entity} ${each.row}`)) };
  };

  return {
    next: (session: string): ChangeSet | null => last.get(session) ?? null,
    nextRedo: (session: string): ChangeSet | null => lastUndone.get(session) ?? null,
    /** A new write ends the possibility to redo. */
    forgetRedo: (session: string) => void forget.run(session),
    undo(session: string, draft: Draft): Reversal {
      const set = last.get(session);
      if (!set) throw new AppError('nothingToUndo');
      const inverted = invert(set, draft);
      setState.run('undone', set.id);
      return { changeSet: set.id, label: set.label, ...inverted };
    },
    redo(session: string, draft: Draft): Reversal {
      const undoSet = lastUndone.get(session);
      if (!undoSet?.undoes) throw new AppError('nothingToRedo');
      const inverted = invert(undoSet, draft);
      setState.run('final', undoSet.id);
      // The redoing set is what the next undo takes back: the fields now carry its clock.
      setState.run('final', undoSet.undoes);
      return { changeSet: undoSet.undoes, label: undoSet.label, ...inverted };
    },
  };
}
