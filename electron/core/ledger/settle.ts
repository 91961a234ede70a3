import type Database from 'better-sqlite3';
import type { Hlc } from '../../../shared/rules/clock.ts';
import type { Entity, Registry } from './registry.ts';
import type { Row, Rows } from './rows.ts';
import { goneMark, type Coverage, type Signatures } from './signatures.ts';
import type { Store, StoredChange } from './store.ts';
import { unpackRegister, unpackRemoval, type Cells } from './values.ts';

/** What settling a row did to its table: the entry before (undefined: there was none) and now, where they differ. */
interface Settled {
  change: { before: Row | undefined; after: Cells } | null;
  /** Fields that may hold a conflict; the others have but one version, and nothing that could displace it. */
  contested: string[];
}

/** A row of which nothing was known before, with its first values: each field came once. */
export interface FreshRow {
  changes: Pick<StoredChange, 'field' | 'hlc' | 'value'>[];
  /** What their values are for the columns. */
  cells: Cells;
}

/**
 * Brings a row's table entry to what all its changes together say. The result is a function of the set of changes
 * alone, never of their order of arrival: that is why devices converge.
 */
export function createSettle(
  sqlite: Database.Database,
  registry: Registry,
  rows: Rows,
  store: Store,
  signatures: Signatures,
) {
  const wait = sqlite.prepare(
    `INSERT INTO row_waiting (entity, row, needsEntity, needsRow) VALUES (?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET needsEntity = excluded.needsEntity, needsRow = excluded.needsRow`,
  );
  const arrive = sqlite.prepare('DELETE FROM row_waiting WHERE entity = ? AND row = ?');
  const waitingFor = sqlite.prepare<[string, string], { entity: string; row: string }>(
    'SELECT entity, row FROM row_waiting WHERE needsEntity = ? AND needsRow = ?',
  );

  const anyWaiting = sqlite.prepare('SELECT 1 FROM row_waiting LIMIT 1');
  /** Whether rows wait for others: looked up at the beginning of each settling, for it costs two look-ups a row. */
  let waits = false;
  /** Rows that are known to be here, of the present settling: what many refer to is looked up once. */
  const here = new Set<string>();

  // What waits in the queue of sealing names a record of another group, and nobody else has it.
  const told = sqlite
    .prepare<[string, string, string], Hlc | null>(
      `SELECT max(c.hlc) FROM change c WHERE c.entity = ? AND c.row = ? AND c.field = ? AND c.void = 0 AND NOT EXISTS (
         SELECT 1 FROM seal_queue q WHERE q.entity = c.entity AND q.row = c.row AND q.field = c.field AND q.hlc = c.hlc)`,
    )
    .pluck();
  const listed = sqlite.prepare<[string, string], number>(
    'SELECT 1 FROM conflict WHERE entity = ? AND row = ? LIMIT 1',
  );

  /** What rules a register, of a row with this coverage and this newest value: what a signature fixed, else the newest. */
  const winnerUnder = (
    coverage: Coverage | null,
    entity: Entity,
    row: string,
    register: string,
    newest: Hlc | null,
  ): Hlc | null => {
    if (!coverage || !signatures.isPrinted(entity, register)) return newest;
    const signed = coverage[entity.name]?.[row]?.[register];
    if (signed === undefined) return entity.name in coverage && row in (coverage[entity.name] ?? {}) ? null : newest;
    return store.one(entity.name, row, register, signed) ? signed : newest;
  };

  /** The clock of the value in force; null where none is. */
  const winner = (entity: Entity, row: string, register: string): Hlc | null => {
    const newest = store.newest(entity.name, row, register)?.hlc ?? null;
    return winnerUnder(signatures.coverageOf(entity, row), entity, row, register, newest);
  };

  const isDisplaced = (entity: Entity, row: string): boolean => {
    const coverage = signatures.coverageOf(entity, row);
    return coverage !== null && coverage[entity.name]?.[row] === undefined;
  };

  /** Rule 5: a removal holds only over what it had seen; an edit or a living part that it had not revives the row. */
  const isRemoved = (coverage: Coverage | null, entity: Entity, row: string, current: FreshRow['changes']): boolean => {
    if (coverage) {
      const signed = coverage[entity.name]?.[row];
      return signed === undefined || goneMark in signed;
    }
    const change = current.find((each) => each.field === 'removed');
    const removal = change ? unpackRemoval(JSON.parse(change.value)) : false;
    if (!removal) return false;
    // What never leaves an agency, or is withheld, is seen by nobody else and revives nothing: the row would live here alone.
    const unseen = current.some(({ field, hlc }) => {
      const seen = removal.seen[field] ?? '';
      if (field === 'removed' || entity.home.has(field) || hlc <= seen || hlc === change?.hlc) return false;
      return entity.scope !== 'group' || (told.get(entity.name, row, field) ?? '') > seen;
    });
    return !unseen && !rows.hasLivingPart(entity, row);
  };

  const isHere = (entity: string, row: string): boolean => {
    const key = `${entity} ${row}`;
    if (here.has(key)) return true;
    if (!rows.has(registry.get(entity), row)) return false;
    here.add(key);
    return true;
  };

  /** The first row that this one refers to and that is not here; what its entry refers to before is. */
  const missing = (entity: Entity, cells: Cells, before: Row | undefined): { entity: string; row: string } | null => {
    for (const column of entity.columns.values()) {
      if (!column.required && !column.references) continue;
      const value = cells[column.name] ?? null;
      if (before && before[column.name] === value) continue;
      if (column.required && value === null) return { entity: entity.name, row: '' };
      if (!column.references || typeof value !== 'string') continue;
      if (!isHere(column.references, value)) return { entity: column.references, row: value };
    }
    return null;
  };

  const defaults = new Map<Entity, Cells>();
  const emptyCells = (entity: Entity): Cells => {
    let cells = defaults.get(entity);
    if (!cells) {
      cells = Object.fromEntries([...entity.columns.values()].map((column) => [column.name, column.default]));
      defaults.set(entity, cells);
    }
    return { ...cells };
  };

  /** Brings the table entry to these cells, or lets the row wait for what it lacks. */
  const enter = (entity: Entity, row: string, cells: Cells, before: Row | undefined): Settled['change'] => {
    const lacks = missing(entity, cells, before);
    if (lacks) {
      waits = true;
      wait.run(entity.name, row, lacks.entity, lacks.row);
      return null;
    }
    if (waits) arrive.run(entity.name, row);
    if (!before) {
      rows.insert(entity, cells);
      return { before, after: cells };
    }
    const differing: Cells = {};
    for (const [name, cell] of Object.entries(cells)) if (before[name] !== cell) differing[name] = cell;
    if (Object.keys(differing).length === 0) return null;
    rows.update(entity, row, differing);
    return { before, after: cells };
  };

  const isBirth = ({ field, value }: FreshRow['changes'][number]): boolean => field === 'removed' && value === '0';

  /** As `settle`, from memory: each field has its one value, which is in force. */
  const settleFresh = (entity: Entity, row: string, { changes, cells: known }: FreshRow): Settled => {
    // What signed minutes say of it may be otherwise.
    if (signatures.coverageOf(entity, row) !== null) return settle(entity, row);
    const cells = Object.assign(emptyCells(entity), known);
    cells['id'] = row;
    cells['removed'] = isRemoved(null, entity, row, changes) ? 1 : 0;
    const isRemoval = changes.some((change) => change.field === 'removed' && !isBirth(change));
    return { change: enter(entity, row, cells, undefined), contested: isRemoval ? ['removed'] : [] };
  };

  const settle = (entity: Entity, row: string): Settled => {
    const coverage = signatures.coverageOf(entity, row);
    const fields = store.fields(entity.name, row);
    // A signature also names rows that were removed before anybody else had them: nothing to wait for.
    if (fields.length === 0) return { change: null, contested: [] };
    for (const { field, newest, marks, marked } of fields) {
      const top = winnerUnder(coverage, entity, row, field, newest);
      if (top !== marked || marks > 1) store.setCurrent(entity.name, row, field, top);
    }
    const current = store.currents(entity.name, row);
    const isBorn = current.some(isBirth);
    const isSuspect = coverage !== null || listed.get(entity.name, row) !== undefined;
    const contested = fields.flatMap(({ field, count }) =>
      isSuspect || count > 1 || (field === 'removed' && !isBorn) ? [field] : [],
    );
    const cells = emptyCells(entity);
    for (const change of current) Object.assign(cells, unpackRegister(entity, change.field, change.value) ?? {});
    cells['id'] = row;
    cells['removed'] = isRemoved(coverage, entity, row, current) ? 1 : 0;
    return { change: enter(entity, row, cells, rows.get(entity, row)), contested };
  };

  return {
    winner,
    isDisplaced,
    isRemovedNow: (entity: Entity, row: string): boolean =>
      isRemoved(signatures.coverageOf(entity, row), entity, row, store.currents(entity.name, row)),
    /**
     * Settles these rows and whatever hangs on them: rows that waited for them, owners whose removal depends on their
     * parts, and all that a meeting's minutes print when a signature came. Returns the
     * rows that changed and all that were looked at, with the fields that may hold a conflict.
     */
    settleAll(start: Iterable<{ entity: string; row: string; fresh?: FreshRow }>) {
      waits = anyWaiting.get() !== undefined;
      here.clear();
      const changed = new Map<string, Set<string>>();
      const visited = new Map<string, { entity: string; row: string; contested: string[] }>();
      const queue: { entity: string; row: string; fresh?: FreshRow | undefined }[] = [];
      const queued = new Set<string>();
      const enqueue = (entity: string, row: string, fresh?: FreshRow) => {
        const key = `${entity} ${row}`;
        if (queued.has(key)) return;
        queued.add(key);
        queue.push({ entity, row, fresh });
      };
      for (const { entity, row, fresh } of start) enqueue(entity, row, fresh);
      // By place, not `shift`: an import taken back settles tens of thousands of rows. The queue grows while it is read.
      for (const next of queue) {
        queued.delete(`${next.entity} ${next.row}`);
        const entity = registry.get(next.entity);
        const { change, contested } = next.fresh ? settleFresh(entity, next.row, next.fresh) : settle(entity, next.row);
        visited.set(`${next.entity} ${next.row}`, { entity: next.entity, row: next.row, contested });
        if (change === null) continue;
        const ids = changed.get(next.entity) ?? new Set<string>();
        changed.set(next.entity, ids.add(next.row));
        const { before, after } = change;
        if (!before && waits) for (const each of waitingFor.all(next.entity, next.row)) enqueue(each.entity, each.row);
        // An owner's removal depends on living parts: both the old and the new owner have to look again.
        if (entity.owner && (before?.removed !== after['removed'] || !before))
          for (const row of new Set([before?.[entity.owner.column], after[entity.owner.column]]))
            if (typeof row === 'string') enqueue(entity.owner.entity, row);
        if (entity.owner && before && before[entity.owner.column] !== after[entity.owner.column])
          for (const row of [before[entity.owner.column], after[entity.owner.column]])
            if (typeof row === 'string') enqueue(entity.owner.entity, row);
        if (entity.minutes === 'signature') {
          const root = after[entity.owner?.column ?? ''];
          if (typeof root === 'string') {
            signatures.index(root, String(after['covers'] ?? ''));
            for (const each of signatures.decidedRows(root)) enqueue(each.entity, each.row);
          }
        }
        const { ruling } = entity;
        const isOther = (column: string): boolean =>
          (before ? before[column] : (entity.columns.get(column)?.default ?? null)) !== after[column];
        if (ruling && (isOther(ruling.column) || isOther(ruling.over)))
          for (const each of signatures.decidedRows(next.row)) enqueue(each.entity, each.row);
        // Whether a printed row and what hangs on it are displaced depends on where the row lies now.
        if (
          signatures.isPrinted(entity) &&
          entity.owner &&
          before?.[entity.owner.column] !== after[entity.owner.column]
        ) {
          enqueue(next.entity, next.row);
          for (const each of signatures.printedParts(entity, next.row)) enqueue(each.entity.name, each.id);
        }
      }
      return { changed, visited: [...visited.values()] };
    },
  };
}

export type Settle = ReturnType<typeof createSettle>;
