import { registry } from '../../entities.ts';
import type { Entity } from '../../ledger/registry.ts';
import { readCoverage } from '../../ledger/signatures.ts';
import { asList, readAll, readOne, type Reader } from '../../statements.ts';
import type { BatchLine } from '../sealing/batchForm.ts';
import { scopeOf } from '../sealing/scopes.ts';

/** Why a line of a batch is not taken (rule 15); words of `exchange.json`, `reason.*`. */
export type LineRefusal = 'homeOnly' | 'otherScope';

/** A column of a register that says what a record refers to or belongs to. */
interface TellingColumn {
  name: string;
  /** The entity it names; null where another column says which. */
  target: string | null;
  /** Whether the record belongs to what it names. */
  isOwning: boolean;
  /** The only one of its register, whose value is then not an object. */
  isAlone: boolean;
}

/** The columns by which a record belongs to another one or to a working group, the owner first. */
function belongingColumns(entity: Entity): { column: string; entity: string }[] {
  if (entity.owner) return [entity.owner];
  return [...entity.columns.values()].flatMap(({ name, references }) =>
    references === 'workingGroup' ? [{ column: name, entity: 'workingGroup' }] : [],
  );
}

const fileColumns = ['ownerEntity', 'ownerId'];
const isFile = (entity: Entity): boolean => entity.name === 'attachment';

/** entity → register → its telling columns; registers that tell nothing are not in it. */
const telling = new Map(
  [...registry.entities.values()].map((entity) => {
    const owning = new Set(isFile(entity) ? fileColumns : belongingColumns(entity).map(({ column }) => column));
    const registers = new Map<string, TellingColumn[]>();
    for (const [register, columns] of entity.registers) {
      const found = columns.flatMap((name) => {
        const target = entity.columns.get(name)?.references ?? null;
        const isOwning = owning.has(name);
        return target !== null || isOwning ? [{ name, target, isOwning, isAlone: columns.length === 1 }] : [];
      });
      if (found.length > 0) registers.set(register, found);
    }
    return [entity.name, registers];
  }),
);

/** What a line's value gives to a column; undefined where it gives neither a text nor nothing. */
function valueFor({ name, isAlone }: TellingColumn, json: unknown): string | null | undefined {
  let value = json;
  if (!isAlone) value = typeof json === 'object' && json !== null ? (json as Record<string, unknown>)[name] : undefined;
  return typeof value === 'string' || value === null ? value : undefined;
}

const parsed = (json: string): unknown => {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return undefined;
  }
};

/** What is noted of a record that lines are about. */
interface NotedRow {
  /** Column → the newest value that the lines give it. */
  owners: Map<string, { hlc: string; value: string | null }> | null;
}

const noRow: NotedRow = { owners: null };

type ByRow<T> = Map<string, Map<string, T>>;

const valueAt = <T>(rows: ByRow<T>, entity: string, row: string): T | undefined => rows.get(entity)?.get(row);

function setAt<T>(rows: ByRow<T>, entity: string, row: string, value: T): T {
  const ofEntity = rows.get(entity);
  if (ofEntity) ofEntity.set(row, value);
  else rows.set(entity, new Map([[row, value]]));
  return value;
}

/**
 * Rule 15 for the lines that came in one scope: records of other groups, of no group, and what never leaves an agency are
 * refused, whoever has signed them. What belongs to a record that is not here yet is let through: it waits for it. First
 * all lines are noted, then each record is decided about once, before anything of the merge is written.
 */
export function createLineChecks(reader: Reader, scope: string) {
  const noted: ByRow<NotedRow> = new Map();
  /** Records that others of these lines refer to. */
  const referred: ByRow<true> = new Map();

  const noteValue = (line: BatchLine, of: NotedRow, columns: readonly TellingColumn[]) => {
    const json = parsed(line.value);
    for (const column of columns) {
      const value = valueFor(column, json);
      if (column.target !== null && typeof value === 'string') setAt(referred, column.target, value, true);
      if (!column.isOwning || value === undefined) continue;
      const known = (of.owners ??= new Map()).get(column.name);
      if (!known || known.hlc < line.hlc) of.owners.set(column.name, { hlc: line.hlc, value });
    }
  };

  const verdicts: ByRow<boolean> = new Map();
  /** Records of those that are noted which are here; for others it is asked when it is needed. */
  const here: ByRow<true> = new Map();
  const isHere = (entity: Entity, row: string): boolean =>
    valueAt(noted, entity.name, row)
      ? valueAt(here, entity.name, row) === true
      : readOne(reader, `SELECT 1 FROM ${entity.sqlName} WHERE id = ?`, row) !== undefined;
  /** Whether its beginning has come, which says whom it belongs to: a later change may have been faster, by another way. */
  const isBorn = (entity: Entity, row: string): boolean =>
    readOne(
      reader,
      "SELECT 1 FROM change WHERE entity = ? AND row = ? AND field = 'removed' AND prev IS NULL",
      entity.name,
      row,
    ) !== undefined;
  const isInScope = (entity: string, row: string): boolean =>
    readOne(reader, 'SELECT 1 FROM scope_row WHERE scope = ? AND entity = ? AND row = ?', scope, entity, row) !==
    undefined;
  const isReferred = (entity: string, row: string): boolean => valueAt(referred, entity, row) === true;

  /** The owner that the newest of these lines gives a record; undefined where none does. */
  const givenOwner = (entity: Entity, row: string): { entity: string; row: string } | null | undefined => {
    const owners = valueAt(noted, entity.name, row)?.owners;
    if (!owners) return undefined;
    if (isFile(entity)) {
      const [ownerEntity, ownerId] = fileColumns.map((name) => owners.get(name)?.value);
      return typeof ownerEntity === 'string' && typeof ownerId === 'string'
        ? { entity: ownerEntity, row: ownerId }
        : undefined;
    }
    for (const { column, entity: target } of belongingColumns(entity)) {
      const given = owners.get(column);
      if (given) return given.value === null ? null : { entity: target, row: given.value };
    }
    return undefined;
  };

  /** Whether a record of a group may be in this scope, by what is here and by what came. */
  const belongs = (name: string, row: string): boolean => {
    if (name === 'workingGroup') return row === scope;
    const known = valueAt(verdicts, name, row);
    if (known !== undefined) return known;
    // Against owners in a circle, which a forger might send.
    setAt(verdicts, name, row, false);
    const entity = registry.entities.get(name);
    return setAt(verdicts, name, row, entity ? ofGroup(entity, row) : true);
  };
  const ofGroup = (entity: Entity, row: string): boolean => {
    if (entity.scope === 'directory') return true;
    if (entity.scope === 'home') return false;
    if (isHere(entity, row) && isBorn(entity, row) && scopeOf(reader, entity.name, row) !== scope) return false;
    const given = givenOwner(entity, row);
    if (given === undefined) return true;
    return given !== null && belongs(given.entity, given.row);
  };
  const ofDirectory = (entity: Entity, row: string): boolean => {
    if (!isHere(entity, row) || isReferred(entity.name, row) || isInScope(entity.name, row)) return true;
    const owner = entity.owner
      ? readOne<{ owner: string }>(
          reader,
          `SELECT ${entity.owner.column} AS owner FROM ${entity.sqlName} WHERE id = ?`,
          row,
        )
      : undefined;
    if (!entity.owner || !owner) return false;
    const { entity: ownerEntity } = entity.owner;
    return isInScope(ownerEntity, owner.owner) || isReferred(ownerEntity, owner.owner);
  };

  /** Whether a signature says that it covers records of other groups: rule 8 would let it decide what they are. */
  const signsOthers = (signed: Entity, { field, value }: BatchLine): boolean => {
    if (signed.minutes !== 'signature' || field !== 'covers') return false;
    const text = parsed(value);
    const covered = Object.entries((typeof text === 'string' && readCoverage(text)) || {});
    return covered.some(([name, rows]) => {
      const entity = registry.entities.get(name);
      const isOthers = (row: string): boolean =>
        entity?.scope === 'group' &&
        isHere(entity, row) &&
        isBorn(entity, row) &&
        scopeOf(reader, entity.name, row) !== scope;
      return Object.keys(rows).some(isOthers);
    });
  };

  /** The verdict about each noted record of the directory; those of groups are found through `belongs`. */
  const directory: ByRow<boolean> = new Map();

  return {
    /** Takes note of what lines say of owners and references; every line must be noted before the first is judged. */
    note(lines: Iterable<BatchLine>) {
      let author: string | null = null;
      let last = { entity: '', row: '', of: noRow };
      for (const line of lines) {
        // Who wrote is named by what they wrote.
        if (line.author !== author) setAt(referred, 'person', (author = line.author), true);
        if (last.row !== line.row || last.entity !== line.entity) {
          const { entity, row } = line;
          last = { entity, row, of: valueAt(noted, entity, row) ?? setAt(noted, entity, row, { owners: null }) };
        }
        const columns = telling.get(line.entity)?.get(line.field);
        if (columns) noteValue(line, last.of, columns);
      }
    },
    /** Decides about every noted record, before anything is written. */
    decide() {
      for (const [name, rows] of noted) {
        const entity = registry.entities.get(name);
        if (!entity) continue;
        const sql = `SELECT id FROM ${entity.sqlName} WHERE id IN (SELECT value FROM json_each(?))`;
        for (const { id } of readAll<{ id: string }>(reader, sql, asList(rows.keys()))) setAt(here, name, id, true);
      }
      for (const [name, rows] of noted) {
        const entity = registry.entities.get(name);
        if (entity?.scope === 'group') for (const row of rows.keys()) belongs(name, row);
        if (entity?.scope === 'directory')
          for (const row of rows.keys()) setAt(directory, name, row, ofDirectory(entity, row));
      }
    },
    /** Why this line is refused; null where it may be taken. What this version does not know is let through, to wait. */
    refusalOf(line: BatchLine): LineRefusal | null {
      const entity = registry.entities.get(line.entity);
      if (!entity) return null;
      if (entity.scope === 'home' || entity.home.has(line.field)) return 'homeOnly';
      const isAllowed =
        entity.scope === 'group' ? belongs(entity.name, line.row) : valueAt(directory, entity.name, line.row) === true;
      return isAllowed && !signsOthers(entity, line) ? null : 'otherScope';
    },
  };
}
