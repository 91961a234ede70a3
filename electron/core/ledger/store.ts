import type Database from 'better-sqlite3';
import type { Hlc } from '../../../shared/rules/clock.ts';
import type { TravellingChange } from './travelling.ts';

/** One field's new value; rule 1. `value` is JSON of a cell or, for a register of several columns, of an object. */
export interface StoredChange {
  entity: string;
  row: string;
  field: string;
  hlc: Hlc;
  /** `change_set.n`. */
  changeSet: number;
  value: string;
  prev: Hlc | null;
  /** The other change that went into a merged text; one with a later clock than its own it issues again (rule 4). */
  merges: Hlc | null;
  current: 0 | 1;
  sealed: 0 | 1;
}

/** The versions of one field in short. */
export interface FieldVersions {
  field: string;
  count: number;
  newest: Hlc;
  /** How many are marked as in force, and the newest of these. */
  marks: number;
  marked: Hlc | null;
}

export type ChangeSetKind = 'write' | 'typing' | 'undo' | 'redo' | 'received';

/** Older changes of a field whose values are blanked (rule 22): those before a clock get this JSON. */
export interface Blank {
  entity: string;
  row: string;
  field: string;
  before: Hlc;
  value: string;
}

export interface ChangeSet {
  n: number;
  id: string;
  device: string;
  author: string;
  session: string;
  kind: ChangeSetKind;
  label: string;
  startedAt: string;
  hlc: Hlc;
  undoes: string | null;
  state: 'done' | 'undone' | 'final';
}

type Key = Pick<StoredChange, 'entity' | 'row' | 'field' | 'hlc'>;

/** Prepared statements over the ledger's own tables; no rule lives here. */
export function createStore(sqlite: Database.Database) {
  const insertSet = sqlite.prepare<[Omit<ChangeSet, 'n' | 'state'>]>(
    `INSERT INTO change_set (id, device, author, session, kind, label, startedAt, hlc, undoes)
     VALUES (@id, @device, @author, @session, @kind, @label, @startedAt, @hlc, @undoes)`,
  );
  const setById = sqlite.prepare<[string], ChangeSet>('SELECT * FROM change_set WHERE id = ?');
  const setByNumber = sqlite.prepare<[number], ChangeSet>('SELECT * FROM change_set WHERE n = ?');
  const moveSet = sqlite.prepare('UPDATE change_set SET hlc = ? WHERE n = ?');
  const insert = sqlite.prepare<[StoredChange]>(
    `INSERT INTO change (entity, row, field, hlc, changeSet, value, prev, merges, current, sealed)
     VALUES (@entity, @row, @field, @hlc, @changeSet, @value, @prev, @merges, @current, @sealed)
     ON CONFLICT DO UPDATE SET value = excluded.value, merges = excluded.merges, current = excluded.current`,
  );
  const insertFirst = sqlite.prepare<[string, string, string, Hlc, number, string]>(
    `INSERT INTO change (entity, row, field, hlc, changeSet, value, prev, merges, current, sealed)
     VALUES (?, ?, ?, ?, ?, ?, NULL, NULL, 1, 0)`,
  );
  const insertReceived = sqlite.prepare<[string, string, string, Hlc, number, string, Hlc | null, Hlc | null, number]>(
    `INSERT INTO change (entity, row, field, hlc, changeSet, value, prev, merges, current, sealed)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1)`,
  );
  const move = sqlite.prepare(
    'UPDATE change SET hlc = ?, value = ? WHERE entity = ? AND row = ? AND field = ? AND hlc = ?',
  );
  const current = sqlite.prepare<[string, string, string], StoredChange>(
    'SELECT * FROM change WHERE entity = ? AND row = ? AND field = ? AND current = 1',
  );
  const currents = sqlite.prepare<[string, string], StoredChange>(
    'SELECT * FROM change WHERE entity = ? AND row = ? AND current = 1',
  );
  const versions = sqlite.prepare<[string, string, string], StoredChange>(
    'SELECT * FROM change WHERE entity = ? AND row = ? AND field = ? ORDER BY hlc',
  );
  const newest = sqlite.prepare<[string, string, string], StoredChange>(
    'SELECT * FROM change WHERE entity = ? AND row = ? AND field = ? AND void = 0 ORDER BY hlc DESC LIMIT 1',
  );
  const one = sqlite.prepare<[string, string, string, string], StoredChange>(
    'SELECT * FROM change WHERE entity = ? AND row = ? AND field = ? AND hlc = ?',
  );
  const bySet = sqlite.prepare<[number], StoredChange>('SELECT * FROM change WHERE changeSet = ?');
  const sizeOf = sqlite.prepare<[number], number>('SELECT count(*) FROM change WHERE changeSet = ?').pluck();
  const fields = sqlite.prepare<[string, string], FieldVersions>(
    `SELECT field, count(*) AS count, max(iif(void = 0, hlc, NULL)) AS newest, sum(current) AS marks, max(iif(current = 1, hlc, NULL)) AS marked
     FROM change WHERE entity = ? AND row = ? GROUP BY field`,
  );
  const any = sqlite.prepare<[string, string], number>('SELECT 1 FROM change WHERE entity = ? AND row = ? LIMIT 1');
  const unmark = sqlite.prepare(
    'UPDATE change SET current = 0 WHERE entity = ? AND row = ? AND field = ? AND current = 1 AND hlc IS NOT ?',
  );
  const mark = sqlite.prepare(
    'UPDATE change SET current = 1 WHERE entity = ? AND row = ? AND field = ? AND hlc = ? AND current = 0',
  );
  const annul = sqlite.prepare('UPDATE change SET void = 1 WHERE entity = ? AND row = ? AND field = ? AND hlc = ?');
  const reissue = sqlite.prepare<[string, string, string, Hlc], number>(
    'SELECT 1 FROM change WHERE entity = ? AND row = ? AND field = ? AND merges = ? AND merges > hlc',
  );
  const anyReissue = sqlite.prepare<[], number>(
    'SELECT 1 FROM change INDEXED BY change_reissue WHERE merges > hlc LIMIT 1',
  );
  const lastHlc = sqlite.prepare<[], string | null>('SELECT max(hlc) FROM change_set').pluck();

  const blank = sqlite.prepare(
    'UPDATE change SET value = ? WHERE entity = ? AND row = ? AND field = ? AND hlc < ? AND value <> ?',
  );

  return {
    insertSet: (set: Omit<ChangeSet, 'n' | 'state'>): number => Number(insertSet.run(set).lastInsertRowid),
    setById: (id: string) => setById.get(id),
    setByNumber: (n: number) => setByNumber.get(n),
    moveSet: (n: number, hlc: Hlc) => void moveSet.run(hlc, n),
    insert: (change: StoredChange) => void insert.run(change),
    /** The first value of a field of a row that nothing is known of. */
    insertFirst: (change: Omit<StoredChange, 'prev' | 'merges' | 'current' | 'sealed'>) =>
      void insertFirst.run(change.entity, change.row, change.field, change.hlc, change.changeSet, change.value),
    /** A change from elsewhere that is not here; what has come is sealed. */
    insertReceived: (change: TravellingChange, changeSet: number, isCurrent: boolean) =>
      void insertReceived.run(
        change.entity,
        change.row,
        change.field,
        change.hlc,
        changeSet,
        change.value,
        change.prev,
        change.merges,
        isCurrent ? 1 : 0,
      ),
    /** Gives an unsealed change a later clock and value: how typing coalesces. */
    move: (change: StoredChange, hlc: Hlc, value: string) =>
      void move.run(hlc, value, change.entity, change.row, change.field, change.hlc),
    current: (entity: string, row: string, field: string) => current.get(entity, row, field),
    currents: (entity: string, row: string) => currents.all(entity, row),
    versions: (entity: string, row: string, field: string) => versions.all(entity, row, field),
    newest: (entity: string, row: string, field: string) => newest.get(entity, row, field),
    one: (entity: string, row: string, field: string, hlc: Hlc) => one.get(entity, row, field, hlc),
    bySet: (n: number) => bySet.all(n),
    sizeOf: (n: number) => sizeOf.get(n) ?? 0,
    fields: (entity: string, row: string) => fields.all(entity, row),
    /** Whether anything was ever written of this row, here or elsewhere. */
    knows: (entity: string, row: string) => any.get(entity, row) !== undefined,
    /** What was in force before this change, which is, is no longer. */
    overtake: ({ entity, row, field, hlc }: StoredChange) => void unmark.run(entity, row, field, hlc),
    /** Makes the change with this clock the one in force; null when none is. */
    setCurrent: (entity: string, row: string, field: string, hlc: Hlc | null) => {
      unmark.run(entity, row, field, hlc);
      if (hlc !== null) mark.run(entity, row, field, hlc);
    },
    /** A change that was issued again under an earlier clock (rule 4) is in force nowhere. */
    annul: ({ entity, row, field, hlc }: Key) => void annul.run(entity, row, field, hlc),
    /** Whether a change is here that issues this one again. */
    isReissued: ({ entity, row, field, hlc }: Key) => reissue.get(entity, row, field, hlc) !== undefined,
    anyReissued: () => anyReissue.get() !== undefined,
    /** How many values were not blank before. */
    blank: (changes: readonly Blank[]): number => {
      let blanked = 0;
      for (const { entity, row, field, before, value } of changes)
        blanked += blank.run(value, entity, row, field, before, value).changes;
      return blanked;
    },
    lastHlc: () => lastHlc.get() ?? null,
  };
}

export type Store = ReturnType<typeof createStore>;
